"""A card says which issue it shows, whose, and what became of it."""

import pytest

from bot.domain.answer import Reading
from bot.presentation.masthead import (
    briefing_name,
    footer,
    issue_name,
    masthead,
    newsroom_name,
    numbered,
)
from bot.presentation.place import Place
from tests.presentation.examples import (
    HARBOUR,
    MORNING,
    POLICY,
    RUSSIA,
    issue,
    language,
    reading,
)


def above(shown: Reading, locale: str = "en-US") -> list[str]:
    return [line for line in masthead(shown, language(locale)) if line]


def test_the_masthead_names_briefing_number_date_and_title() -> None:
    assert above(reading(RUSSIA)) == [
        "# Policy Alert #244",
        "January 28, 2022 · **Talks about grain**",
    ]


def test_an_issue_is_named_in_a_sentence() -> None:
    assert issue_name(issue()) == "Policy Alert #244"
    assert issue_name(issue(None)) == "Policy Alert without a number"


def test_the_date_is_in_the_reader_s_language() -> None:
    assert above(reading(RUSSIA), "de")[1].startswith("28. Januar 2022 ·")


def test_a_correction_is_told_with_its_moment() -> None:
    corrected = reading(RUSSIA, issue=issue(corrected_at=MORNING, revision=2))
    assert "Corrected on <t:1643443200:f>." in above(corrected)
    assert "revision 2" in footer(corrected.issue, Place(), "")[0]


def test_an_older_issue_says_what_the_newest_lacks() -> None:
    older = reading(RUSSIA, country="RU", newest=issue(246))
    assert above(older)[-1] == (
        "The newest issue, #246 of January 28, 2022, has nothing on Russia; "
        "this is the last that had."
    )


@pytest.mark.parametrize("changes", [{"country": "RU"}, {"newest": issue(246)}])
def test_otherwise_nothing_is_said_of_the_newest(changes: dict[str, object]) -> None:
    assert len(above(reading(RUSSIA, **changes))) == 2


def test_a_draft_may_lack_number_date_and_title() -> None:
    bare = reading(RUSSIA, issue=issue(None, date=None, title=None))
    assert above(bare) == ["# Policy Alert without a number"]
    assert numbered(bare.issue, language()) == "without a number"


def test_the_footer_says_whose_it_is_and_where_one_is() -> None:
    assert footer(issue(), Place(), "Page 3 of 9") == [
        "-# Policy Alert · Rising Tide · revision 1 · Page 3 of 9",
        "",
    ]


def test_an_unpublished_issue_has_no_revision() -> None:
    assert footer(issue(revision=0), Place(), "")[0] == "-# Policy Alert · Rising Tide"


def test_who_shared_a_card_is_named_but_not_pinged() -> None:
    shared = Place(shared_by="**Ada** <@123>")
    assert footer(issue(), shared, "")[1] == "-# shared by \\*\\*Ada\\*\\* \\<@\u200b123\\>"


def test_names_are_inert_and_never_empty() -> None:
    odd = HARBOUR.model_copy(update={"name": "_Harbour_", "newsroom_name": "\u200b"})
    assert briefing_name(odd) == "\\_Harbour\\_"
    assert newsroom_name(odd) == "Unnamed server"
    assert briefing_name(POLICY.model_copy(update={"name": ""})) == "Untitled briefing"
