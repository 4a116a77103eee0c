"""A planned release as a line: what goes out, to how many, and until when to undo it."""

from typing import Any

import pytest

from bot.app.planning import Planned
from bot.domain.briefing import Briefing
from bot.domain.issue import Issue, State
from bot.domain.release import Release, ReleaseKind, ReleaseState
from bot.terminal.planned import planned_line, undone_line
from tests.moments import NOW, later

_ISSUE = Issue(
    id=1,
    briefing=Briefing(id=1, newsroom=1, newsroom_name="Desk", name="Tides", public=True),
    state=State.SCHEDULED,
    number=7,
    date=NOW.date(),
    title=None,
)


def release(**more: Any) -> Release:
    values: dict[str, Any] = {
        "id": 1,
        "issue": _ISSUE,
        "kind": ReleaseKind.PUBLICATION,
        "state": ReleaseState.PENDING,
        "author": "Ada",
        "made_at": NOW,
        "due_at": later(seconds=20),
    }
    return Release(**values | more)


def test_what_waits_says_how_long_and_how_to_take_it_back() -> None:
    assert planned_line(Planned(release=release(), messages=12), NOW) == (
        "Tides #7 is published in 20 s, when the bot runs; 12 channels are told."
        " Until then `sitrep undo 7` takes it back."
    )
    assert "in 0 s" in planned_line(Planned(release=release(), messages=0), later(minutes=1))


def test_where_several_issues_have_the_number_the_briefing_is_said_too() -> None:
    line = planned_line(Planned(release=release(), messages=0), NOW, shared=True)
    assert line.endswith(" Until then `sitrep undo 7 --briefing 1` takes it back.")


@pytest.mark.parametrize(
    ("kind", "messages", "line"),
    [
        (ReleaseKind.PUBLICATION, 1, "Tides #7 is published now; 1 channel is told."),
        (ReleaseKind.UPDATE, 2, "Tides #7 has an update now; 2 channels are told."),
        (ReleaseKind.CORRECTION, 1, "Tides #7 is corrected now; 1 message is edited."),
        (ReleaseKind.WITHDRAWAL, 3, "Tides #7 is withdrawn now; 3 messages are edited."),
    ],
)
def test_what_has_gone_out_cannot_be_undone(kind: ReleaseKind, messages: int, line: str) -> None:
    gone = release(kind=kind, state=ReleaseState.OPEN)
    assert planned_line(Planned(release=gone, messages=messages), NOW) == line


def test_what_was_taken_back_is_said() -> None:
    assert undone_line(release()) == "Tides #7 is a draft again, and nobody was told."
    assert undone_line(release(kind=ReleaseKind.CORRECTION)) == (
        "The correction of Tides #7 was taken back, and nobody was told."
    )
