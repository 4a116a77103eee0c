"""Records to show: an invented briefing, its issue, and what stands in it."""

from datetime import date

from bot.domain.briefing import Briefing
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.filter import Filter, Listed
from bot.domain.issue import Issue, State
from bot.domain.item import Happened, Said
from bot.domain.quote import Quote, QuoteKind
from bot.domain.when import When
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
ENTRY = Entry(id=5, heading="Japan", countries=("JP",), text="The ferries stood still for a day.")
QUOTES = Filter(listed=Listed.QUOTES, briefing=1)
TIMELINE = Filter(listed=Listed.TIMELINE, briefing=1)


def search(words: str) -> Filter:
    """A search for words."""
    return Filter(listed=Listed.SEARCH, briefing=1, words=words)


def quoted(key: int = 9, /, **changes: object) -> Said:
    """A quote in the issue."""
    made = Quote(
        text="We will sail at dawn.",
        kind=QuoteKind.SPEECH,
        speaker="Rin Okada",
        role="Port Minister",
        country="JP",
        said_on=date(2022, 1, 21),
        start=0,
        end=21,
    )
    return Said(id=key, quote=made.model_copy(update=changes), issue=ISSUE, entry=ENTRY)


def happened(when: str, key: int = 4, /, **changes: object) -> Happened:
    """An event in the issue, on a date as `When` reads it."""
    made = Event(when=When.parse(when), sentence="The crews met in Bergen.", countries=("NO", "JP"))
    return Happened(id=key, event=made.model_copy(update=changes), issue=ISSUE, entry=ENTRY)
