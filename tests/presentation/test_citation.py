"""A citation names publisher, issue, section, words and revision, in three forms."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given

from bot.domain.doubt import Confidence
from bot.domain.item import Item
from bot.domain.listing import Cited
from bot.presentation.citation import Citation, bibtex, fitting, markdown, plain_text
from bot.presentation.room import Room
from tests.presentation.discord_markdown import read
from tests.presentation.examples import POLICY, issue, language
from tests.presentation.items import SENTENCE, WORDS, detached, happened, said, section
from tests.presentation.lists import items

ISSUE = Cited(issue=issue())
QUOTE = Cited(issue=issue(), item=said())


def of(cited: Cited) -> Citation:
    return Citation.of(cited, language())


def test_a_quote_in_plain_text() -> None:
    assert plain_text(of(QUOTE)) == (
        f"“{WORDS}”. Ada Quill, harbour master, Japan, January 21, 2022. "
        "Policy Alert #244, “Talks about grain”, section “Japan”. "
        "Rising Tide, January 28, 2022, revision 1, Sitrep #q345."
    )


def test_an_issue_in_plain_text() -> None:
    assert plain_text(of(ISSUE)) == (
        "Policy Alert #244, “Talks about grain”. "
        "Rising Tide, January 28, 2022, revision 1, Sitrep #i244."
    )


def test_an_event_in_plain_text() -> None:
    shown = plain_text(of(Cited(issue=issue(), item=happened(when="2022-01", expected=True))))
    assert shown.startswith(f"January 2022, expected: {SENTENCE} Policy Alert #244")
    assert shown.endswith("Sitrep #e7.")


def test_a_section_in_plain_text() -> None:
    shown = plain_text(of(Cited(issue=issue(), item=section())))
    assert "section “Japan”." in shown
    assert shown.endswith("Sitrep #s12.")


def test_what_is_not_known_is_left_out() -> None:
    bare = issue(title=None, revision=0)
    quote = said(speaker=None, role=None, country=None, said_on=None)
    assert plain_text(of(Cited(issue=bare, item=quote))) == (
        f"“{WORDS}”. Speaker not named. Policy Alert #244, section “Japan”. "
        "Rising Tide, January 28, 2022, Sitrep #q345."
    )


def test_words_that_end_with_a_stop_get_no_second_one() -> None:
    assert "open!” Ada" in plain_text(of(Cited(issue=issue(), item=said(text="We are open!"))))


def test_markdown_shows_the_texts_as_they_stand() -> None:
    cited = Cited(issue=issue(title="*Talks* [x](y)"), item=said(text="a_b_ `c` #d"))
    shown = markdown(of(cited))
    assert shown.startswith("*“a\\_b\\_ \\`c\\` \\#d”*. Ada Quill")
    assert "**Policy Alert \\#244**" in shown
    assert set(read(shown).active) == {"*"}
    assert "a_b_ `c` #d" in read(shown).literal


def test_bibtex_is_an_entry_with_a_key() -> None:
    assert bibtex(of(QUOTE), QUOTE).splitlines() == [
        "@misc{sitrep-q345,",
        "  title = {{Policy Alert \\#244: Talks about grain}},",
        "  key = {{Policy Alert}},",
        "  publisher = {{Rising Tide}},",
        "  year = {2022},",
        "  month = jan,",
        "  day = {28},",
        f"  note = {{“{WORDS}”. Ada Quill, harbour master, Japan, January 21, 2022. "
        "Section “Japan”. Revision 1, Sitrep \\#q345.},",
        "}",
    ]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("50% & more_", "50\\% \\& more\\_"),
        ("{a}", "\\textbraceleft{}a\\textbraceright{}"),
        ("a\\b~c^d`e", "a\\textbackslash{}b\\textasciitilde{}c\\textasciicircum{}d"
         "\\textasciigrave{}e"),
        ("$5 #6", "\\$5 \\#6"),
    ],
)  # fmt: skip
def test_marks_of_latex_are_written_as_letters(typed: str, written: str) -> None:
    cited = Cited(issue=issue(title=typed))
    assert f": {written}}}}}" in bibtex(of(cited), cited)


def test_an_old_year_has_four_digits() -> None:
    cited = Cited(issue=issue(date=date(1, 12, 31)))
    assert "  year = {0001},\n  month = dec,\n  day = {31}," in bibtex(of(cited), cited)


def test_no_address_is_claimed() -> None:
    for text in (plain_text(of(QUOTE)), markdown(of(QUOTE)), bibtex(of(QUOTE), QUOTE)):
        assert "http" not in text


def test_a_citation_is_cut_no_more_than_it_must() -> None:
    long = of(Cited(issue=issue(), item=said(text="word " * 300)))
    shown = fitting(plain_text, long, Room(500, 1500))
    assert 300 < len(shown) <= 500
    assert "…" in shown
    assert "Ada Quill, harbour master" in shown


def test_a_cut_quote_keeps_its_closing_mark() -> None:
    cut = of(Cited(issue=issue(), item=said(text="word " * 300))).cut(60)
    for shown in (plain_text(cut), markdown(cut), bibtex(cut, QUOTE)):
        assert re.search(r"“word [^”“]*…”", shown)


NAMES = {"newsroom_name": "e-flux", "name": "iD notes"}


def test_names_are_written_as_their_bearers_write_them() -> None:
    small = issue(briefing=POLICY.model_copy(update=NAMES), title="on tides")
    cited = Cited(issue=small, item=said(speaker="bell hooks"))
    plain = plain_text(of(cited))
    assert "”. bell hooks, harbour master" in plain
    assert ". iD notes #244, “on tides”" in plain
    assert ". e-flux, January 28" in plain
    assert "*. bell hooks, " in markdown(of(cited))
    assert "”. bell hooks, " in bibtex(of(cited), cited)


def test_our_own_words_begin_a_sentence_with_a_capital() -> None:
    cited = Cited(issue=issue(), item=happened(when="2022-01"))
    assert plain_text(Citation.of(cited, language("fr"))).startswith("Janvier 2022: ")


@pytest.mark.parametrize("form", [plain_text, markdown, lambda each: bibtex(each, QUOTE)])
def test_words_from_elsewhere_name_their_source(form: Callable[[Citation], str]) -> None:
    shown = form(of(Cited(issue=issue(), item=detached(source="tidewater radio"))))
    assert ". From tidewater radio, not from the text of the issue. " in shown


@pytest.mark.parametrize("form", [plain_text, markdown, lambda each: bibtex(each, QUOTE)])
def test_a_doubtful_speaker_is_called_so_however_short(form: Callable[[Citation], str]) -> None:
    cited = of(Cited(issue=issue(), item=said(confidence=Confidence.CHECK)))
    assert "Ada Quill, speaker not certain, harbour master" in form(cited)
    assert "Ada…, speaker not certain, " in form(cited.cut(8))


def test_an_event_keeps_its_whole_day_however_short() -> None:
    cited = of(Cited(issue=issue(), item=happened(when="2022-01", expected=True)))
    assert plain_text(cited.cut(8)).startswith("January 2022, expected: The…")


def test_a_name_of_nothing_is_still_a_citation() -> None:
    nameless = POLICY.model_copy(update={"name": "\u200b", "newsroom_name": " "})
    shown = plain_text(of(Cited(issue=issue(briefing=nameless, title="\n"))))
    assert shown.startswith("Untitled briefing #244. Unnamed server")


@given(items)
def test_any_bibtex_has_balanced_braces_and_one_line_a_field(item: Item) -> None:
    cited = Cited(issue=item.issue, item=item)
    lines = bibtex(of(cited), cited).split("\n")
    assert all(re.fullmatch(r"  [a-z]+ = .*,", line) for line in lines[1:-1])
    assert all(line.count("{") == line.count("}") for line in lines[1:-1])
