"""Sections: added, named anew, moved, joined, divided, left out."""

import pytest

from bot.domain.editing.section_edits import (
    MOST_SECTIONS,
    AddSection,
    DivideSection,
    DropSection,
    JoinSection,
    MoveSection,
    NameSection,
)
from bot.domain.editing.spot import Spot
from bot.domain.issue import Contents
from bot.errors import Refused
from tests.domain.editing.drafts import TEXT, draft, event, quote, section, whole

THREE = draft(section(None, "Calm."), section("Japan"), section("Peru"))


def headings(contents: Contents) -> list[str | None]:
    return [entry.heading for entry in contents.entries]


def test_a_section_is_added_at_the_end_and_an_overview_on_top() -> None:
    added = AddSection(section=section("Peru", "Divers."))
    assert headings(added.apply(draft())) == [None, "Japan", "Peru"]
    assert added.deed(draft()) == "Peru: section added"
    overview = AddSection(section=section(None, "Calm."))
    assert headings(overview.apply(draft(section()))) == [None, "Japan"]
    with pytest.raises(Refused, match="There is an overview already"):
        overview.apply(draft())


def test_sections_have_a_bound() -> None:
    many = draft(*(section("Japan", "x") for _ in range(MOST_SECTIONS)))
    with pytest.raises(Refused, match="at most 60 sections"):
        AddSection(section=section()).apply(many)
    with pytest.raises(Refused, match="at most 40,000 characters"):
        AddSection(section=section("Peru", "x" * 40_001)).apply(draft())


def test_a_section_is_named_anew() -> None:
    edit = NameSection(at=Spot(entry=1), heading=" Japan and  Peru ", countries=("JP", "PE", "JP"))
    named = edit.apply(draft()).entries[1]
    assert (named.heading, named.countries, named.source) == ("Japan and Peru", ("JP", "PE"), None)
    sourced = edit.model_copy(update={"source": "Harbour Radio"}).apply(draft())
    assert sourced.entries[1].source == "Harbour Radio"
    for heading in (" ", "x" * 201):
        with pytest.raises(Refused, match="A heading has 1 to 200 characters"):
            edit.model_copy(update={"heading": heading}).apply(draft())


def test_the_overview_keeps_having_no_heading() -> None:
    edit = NameSection(at=Spot(entry=0), heading="News", countries=())
    assert edit.apply(draft()).entries[0].heading is None


@pytest.mark.parametrize(
    ("at", "to", "order"),
    [
        (2, 1, [None, "Peru", "Japan"]),
        (2, 0, [None, "Peru", "Japan"]),
        (1, 2, [None, "Peru", "Japan"]),
        (1, 99, [None, "Peru", "Japan"]),
        (1, 1, [None, "Japan", "Peru"]),
    ],
)
def test_a_section_moves_below_the_overview(at: int, to: int, order: list[str | None]) -> None:
    assert headings(MoveSection(at=Spot(entry=at), to=to).apply(THREE)) == order


def test_the_overview_does_not_move() -> None:
    with pytest.raises(Refused, match="The overview stays on top"):
        MoveSection(at=Spot(entry=0), to=1).apply(THREE)


def test_joined_sections_keep_all_that_both_have() -> None:
    peru = section("Peru").model_copy(update={"countries": ("PE",), "source": "Radio"})
    joined = whole(JoinSection(at=Spot(entry=2)).apply(draft(*THREE.entries[:2], peru)))
    assert headings(joined) == [None, "Japan"]
    entry = joined.entries[1]
    assert entry.text == f"{TEXT}\n\n{TEXT}"
    assert (entry.countries, entry.source) == (("JP", "PE"), "Radio")
    assert len(entry.quotes) == len(entry.events) == 2
    for part in (*entry.quotes, *entry.events):
        assert entry.text[part.start : part.end] in (quote().text, event().sentence)
    with pytest.raises(Refused, match="This is the first section"):
        JoinSection(at=Spot(entry=0)).apply(THREE)


def test_a_section_is_divided_at_a_line_which_becomes_a_heading() -> None:
    text = f"{TEXT}\n\n**Peru:**\n{TEXT}"
    lower = quote().model_copy(
        update={"start": text.rindex("We sail"), "end": text.rindex("We sail") + 16}
    )
    before = draft(section(text=text, quotes=(quote(), lower)))
    edit = DivideSection(at=Spot(entry=0), line="**Peru:**", countries=("PE",))
    upper, second = whole(edit.apply(before)).entries
    assert (upper.heading, upper.text) == ("Japan", TEXT)
    assert (second.heading, second.text, second.countries) == ("Peru", TEXT, ("PE",))
    assert len(upper.quotes) == len(second.quotes) == 1
    assert edit.deed(before) == "Japan: divided"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Peru", "There is no such line"),
        (" ", "There is no such line"),
        ("First.", "Choose a line with text above and below it"),
        ("Last.", "Choose a line with text above and below it"),
        ("one", "stands within a quote"),
    ],
)
def test_where_a_section_cannot_be_divided(line: str, sentence: str) -> None:
    text = "First.\nThe\none\nwho\nLast."
    words = "The\none\nwho"
    before = draft(section(text=text, quotes=(quote(words, text),)))
    with pytest.raises(Refused, match=sentence):
        DivideSection(at=Spot(entry=0), line=line).apply(before)


def test_a_section_is_left_out() -> None:
    edit = DropSection(at=Spot(entry=1))
    assert headings(edit.apply(THREE)) == [None, "Peru"]
    assert edit.deed(THREE) == "Japan: section left out"
