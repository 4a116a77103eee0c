"""Records to show: invented briefings, issues and sections."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from bot.domain.answer import Reading, Shelf
from bot.domain.briefing import Briefing
from bot.domain.entry import Entry
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Issue, State
from bot.presentation.language import Language

GAZETTEER = Path(__file__).resolve().parents[2] / "data" / "gazetteer"
MORNING = datetime(2022, 1, 29, 8, 0, tzinfo=UTC)
ASKER = 123_456_789_012_345_678

POLICY = Briefing(id=1, newsroom=11, newsroom_name="Rising Tide", name="Policy Alert", public=True)
HARBOUR = Briefing(id=2, newsroom=12, newsroom_name="Sea Desk", name="Harbour Watch", public=False)

OVERVIEW = Entry(heading=None, text="Four capitals spoke about grain this week.")
RUSSIA = Entry(heading="Russia", countries=("RU",), text="A deputy minister received envoys.")
JOINT = Entry(heading="India and Japan", countries=("IN", "JP"), text="No statement yet.")
ALLIANCE = Entry(heading="NATO", text="The council met behind closed doors.")
LIVE = Entry(heading="Russia", countries=("RU",), text="The envoys have left.", live_at=MORNING)

SENTENCE = "Harbour master Ada Quill said on Monday that the port stays open. "


@cache
def language(locale: str = "en-US") -> Language:
    """A reader's language."""
    return Language(locale, Gazetteer.load(GAZETTEER))


def briefing(number: int) -> Briefing:
    """One of any number of briefings."""
    return Briefing(
        id=number, newsroom=number, newsroom_name=f"Server {number}", name="Gazette", public=True
    )


def issue(number: int | None = 244, **changes: object) -> Issue:
    """An issue of the policy briefing."""
    made = Issue(
        id=number or 1,
        briefing=POLICY,
        number=number,
        date=date(2022, 1, 28),
        title="Talks about grain",
        state=State.PUBLISHED,
        revision=1,
        published_at=MORNING,
    )
    return made.model_copy(update=changes)


def numbered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """As they come from the store, each with an id of its own."""
    return tuple(entry.model_copy(update={"id": key}) for key, entry in enumerate(entries, 1))


def reading(*entries: Entry, **changes: object) -> Reading:
    """A reading of these entries, numbered from 1, in the newest issue."""
    made = Reading(issue=issue(), entries=numbered(entries), newest=issue())
    return made.model_copy(update=changes)


def shelf(briefing: Briefing, newest: Issue | None = None, issues: int = 0) -> Shelf:
    """A briefing in the list."""
    return Shelf(briefing=briefing, newest=newest, issues=issues)
