"""An answer as lines of text."""

from bot.domain.answer import Help, NothingPublished, Reading
from bot.domain.gazetteer import Gazetteer
from bot.domain.listing import Hit, Opened, Quotes, Results, Timeline
from bot.terminal.answer import answer_lines
from tests.contents import section
from tests.shelving import DAY
from tests.terminal.examples import (
    BRIEFING,
    ENTRY,
    ISSUE,
    QUOTES,
    TIMELINE,
    happened,
    quoted,
    search,
)


def test_every_kind_of_answer_begins_with_what_it_is(gazetteer: Gazetteer) -> None:
    ends = {"briefing": BRIEFING, "older": False, "newer": False}
    found = Results(
        briefing=BRIEFING, filter=search("dawn"), hits=(Hit(item=quoted()),), found=1, most=125
    )
    answers = (
        Quotes(**ends, filter=QUOTES, quotes=(quoted(),)),
        Timeline(**ends, filter=TIMELINE, events=(happened("2022"),)),
        found,
        Opened(item=quoted()),
        NothingPublished(briefing=BRIEFING),
    )
    assert [next(answer_lines(answer, gazetteer)) for answer in answers] == [
        "Quotes · Quay Report",
        "Timeline · Quay Report",
        "Search · Quay Report · dawn · 1 found, best first",
        "Quay Report #12 · section Japan",
        "Quay Report has no published issue yet.",
    ]


def test_what_only_discord_asks_has_no_lines(gazetteer: Gazetteer) -> None:
    assert list(answer_lines(Help(shelves=(), countries=()), gazetteer)) == []


def test_of_an_issue_opened_at_a_section_only_that_is_shown(gazetteer: Gazetteer) -> None:
    other = section("NO", text="The crews met.").model_copy(update={"id": 6})
    reading = Reading(issue=ISSUE, entries=(ENTRY, other), newest=ISSUE)
    assert "The crews met." in list(answer_lines(reading, gazetteer))
    opened = reading.model_copy(update={"entry": ENTRY.id})
    assert list(answer_lines(opened, gazetteer)) == [
        f"Quay Report #12 · {DAY}",
        "Ferry strike",
        "",
        "Japan",
        "The ferries stood still for a day.",
    ]


def test_a_reading_is_wrapped_and_keeps_its_paragraphs(gazetteer: Gazetteer) -> None:
    text = "One sentence of a section. " * 10 + "\n\nThe second paragraph."
    newest = ISSUE.model_copy(update={"id": 4, "number": 13})
    reading = Reading(issue=ISSUE, entries=(section("JP", text=text),), newest=newest, country="JP")
    lines = list(answer_lines(reading, gazetteer))
    assert lines[:2] == [f"Quay Report #12 · {DAY}", "Ferry strike"]
    assert lines[2] == "The newest issue, #13, has nothing on Japan."
    assert lines[-2:] == ["", "The second paragraph."]
    assert " ".join(" ".join(lines[5:-2]).split()) == text.partition("\n")[0].strip()
    assert all(len(line) <= 88 for line in lines)
