"""The terminal: drafts, answers and issues as lines of text."""

import pytest

from bot.app.importing import Imported, Outcome
from bot.domain.answer import (
    DidYouMean,
    NoBriefing,
    NothingOnCountry,
    NothingPublished,
    Reading,
    UnknownCountry,
)
from bot.domain.briefing import Briefing
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Issue, State
from bot.errors import Incomplete, Refused, SitrepError, Unavailable
from bot.importer.importer import import_text
from bot.terminal import answer_lines, draft_lines, imported_line, issue_line, refusal_line
from tests.contents import section
from tests.moments import NOW
from tests.shelving import DAY

BRIEFING = Briefing(
    id=1, newsroom=7, newsroom_name="Harbour Desk", name="Quay Report", public=False
)
ISSUE = Issue(
    id=3,
    briefing=BRIEFING,
    state=State.PUBLISHED,
    number=12,
    date=DAY,
    title="Ferry strike",
    revision=1,
    published_at=NOW,
)
DRAFT = """Ferry strike

Quay Report #12 | May 6, 2024

A “so-called” calm.

Japan

Port Minister Rin Okada said on May 3, 2024, “We will sail at dawn whatever the wind does.”
"""


def test_a_draft_shows_entries_with_quotes_and_events_and_what_to_look_at(
    gazetteer: Gazetteer,
) -> None:
    lines = list(draft_lines(import_text(DRAFT, gazetteer)))
    assert lines[:2] == ["Quay Report · #12 · 2024-05-06", "Ferry strike"]
    overview, japan = lines.index("Overview"), lines.index("Japan [JP]")
    assert lines[overview + 1] == "-" * len("Overview")
    assert any("“so-called”" in line for line in lines[overview:japan])
    assert any("nobody's words (scare" in line for line in lines[overview:japan])
    assert any("— Rin Okada, Port Minister, JP" in line for line in lines[japan:])
    assert any(line.startswith("  * 2024-05-03") for line in lines[japan:])
    assert all(len(line) <= 88 for line in lines)


def test_each_section_begins_with_its_length_and_its_first_words(gazetteer: Gazetteer) -> None:
    text = "Policy Alert #3 | May 3, 2021\n\nA Title\n\nJapan\n\n" + "Rain fell there. " * 60
    lines = list(draft_lines(import_text(text, gazetteer)))
    (words,) = (line for line in lines if line.startswith("  180 words: Rain fell there. Rain"))
    assert words.endswith("…")
    assert len(words) <= 88


def test_what_a_draft_lacks_is_said(gazetteer: Gazetteer) -> None:
    lines = list(draft_lines(import_text("Only a line of text.", gazetteer)))
    assert lines[0] == "briefing not named · no number · no date"
    assert "To look at:" in lines
    assert any(line.startswith("  ! ") for line in lines[lines.index("To look at:") :])


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        (
            DidYouMean(typed="norvay", countries=("NO", "NA"), briefing=BRIEFING),
            ["I know no country called “norvay”. Did you mean Norway, Namibia?"],
        ),
        (
            UnknownCountry(typed="xyz", covered=("JP",), briefing=BRIEFING),
            ["I know no country called “xyz”. There are sections on:", "Japan"],
        ),
        (
            UnknownCountry(typed="xyz", covered=(), briefing=BRIEFING),
            ["I know no country called “xyz”. There are sections on:", "nothing yet"],
        ),
        (
            NothingOnCountry(country="FR", briefing=BRIEFING, covered=("JP", "NO")),
            ["Quay Report has no section on France. It has sections on:", "Japan, Norway"],
        ),
        (NothingPublished(briefing=BRIEFING), ["Quay Report has no published issue yet."]),
        (
            NoBriefing(),
            ["There is nothing to read yet; import a document with --publish first."],
        ),
    ],
)
def test_what_is_not_found_is_said_in_words(
    gazetteer: Gazetteer, answer: DidYouMean, lines: list[str]
) -> None:
    assert list(answer_lines(answer, gazetteer)) == lines


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


@pytest.mark.parametrize("outcome", list(Outcome))
def test_an_import_says_what_it_did_and_what_to_look_at(outcome: Outcome) -> None:
    imported = Imported(outcome=outcome, issue=ISSUE, notes=("Look here.", "And here."))
    first, *notes = imported_line(imported).splitlines()
    assert "Quay Report #12" in first
    assert notes == ["  ! Look here.", "  ! And here."]


@pytest.mark.parametrize("outcome", list(Outcome))
def test_an_import_that_opened_the_briefing_says_so(outcome: Outcome) -> None:
    line = imported_line(Imported(outcome=outcome, issue=ISSUE, opened=True))
    assert line.endswith(" Quay Report is public now.")
    closed = imported_line(Imported(outcome=outcome, issue=ISSUE, opened=False))
    assert closed.endswith(" Quay Report is private now.")
    assert "nothing was changed" not in line


def because(error: SitrepError, reason: Exception) -> SitrepError:
    error.__cause__ = reason
    return error


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (Refused("It is gone."), "It is gone."),
        (Incomplete("Say why.", lacks="reason"), "Say why (--reason)."),
        (Unavailable("Try again."), "Try again."),
        (because(Unavailable("Try again."), OSError("full\ndisk")), "Try again (full)."),
        (because(Unavailable("It is full; wait."), OSError("full")), "It is full; wait."),
        (because(Refused("It is gone."), OSError("full")), "It is gone."),
    ],
)
def test_an_error_says_what_an_operator_needs(error: SitrepError, line: str) -> None:
    assert refusal_line(error) == line


def test_an_issue_is_one_line() -> None:
    assert issue_line(ISSUE) == (
        f"Quay Report #12 · {DAY} · published · private, Harbour Desk, briefing 1 · Ferry strike"
    )
    bare = Issue(id=1, briefing=BRIEFING, state=State.DRAFT, number=None, date=None, title=None)
    assert issue_line(bare) == (
        "Quay Report without a number · no date · draft"
        " · private, Harbour Desk, briefing 1 · no title"
    )
    corrected = ISSUE.model_copy(update={"revision": 2})
    assert "published, revision 2" in issue_line(corrected)
