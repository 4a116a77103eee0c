"""An import as a line of text."""

import pytest

from bot.app.importing import Imported, Outcome, Silence
from bot.importer.masthead import NO_DATE, NO_NUMBER
from bot.terminal.imported import imported_line
from tests.terminal.examples import ISSUE


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


@pytest.mark.parametrize(
    ("outcome", "more", "line"),
    [
        (Outcome.PUBLISHED, {"told": 3}, "Quay Report #12 is published; 3 channels are told."),
        (Outcome.PUBLISHED, {"told": 1}, "Quay Report #12 is published; 1 channel is told."),
        (
            Outcome.PUBLISHED,
            {"told": 0, "silence": Silence.OLD},
            "Quay Report #12 is published; nobody is told, because it is older than a week"
            " (--announce would have told its subscribers).",
        ),
        (
            Outcome.PUBLISHED,
            {"told": 0, "silence": Silence.ASKED},
            "Quay Report #12 is published; nobody is told.",
        ),
        (
            Outcome.CORRECTED,
            {"told": 2},
            "Quay Report #12 was corrected, and the old revision is kept; 2 messages are edited.",
        ),
    ],
)
def test_an_import_says_who_hears_of_it(
    outcome: Outcome, more: dict[str, object], line: str
) -> None:
    imported = Imported(outcome=outcome, issue=ISSUE).model_copy(update=more)
    assert imported_line(imported) == line


def test_a_note_on_what_a_document_lacks_names_the_option() -> None:
    imported = Imported(outcome=Outcome.DRAFTED, issue=ISSUE, notes=(NO_NUMBER, NO_DATE))
    assert imported_line(imported).splitlines()[1:] == [
        "  ! No issue number was found: give the number of this issue (--number).",
        "  ! No date was found: give the date of this issue (--date).",
    ]
