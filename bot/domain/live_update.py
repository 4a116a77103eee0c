"""A live update in the making: what an editor typed, and the sections that were read in it."""

from bot.domain.alert import Alert
from bot.domain.checks import Finding
from bot.domain.editing.doubts import Doubt, doubts
from bot.domain.editing.event_edits import DropEvent
from bot.domain.editing.quote_edits import DropQuote
from bot.domain.entry import Entry
from bot.domain.issue import Contents, Issue
from bot.domain.record import Record
from bot.errors import Refused


class LiveUpdate(Record):
    """`issue` is the published one that it is for; `country`, `text` and `source` are as typed."""

    issue: int
    country: str = ""
    text: str = ""
    source: str = ""
    entries: tuple[Entry, ...] = ()

    @property
    def contents(self) -> Contents:
        """Its sections, as what can be edited."""
        return Contents(number=None, date=None, title=None, entries=self.entries)

    @property
    def doubts(self) -> list[Doubt]:
        """What the importer asks to look at."""
        return doubts(self.contents)

    def answered(self, *, right: bool) -> "LiveUpdate":
        """The first doubt is settled: it is right, or it is no quote or event at all.

        Raises Refused if there is none.
        """
        doubt = next(iter(self.doubts), None)
        if doubt is None:
            raise Refused("Nothing is in doubt any more; look at the update as it is now.")
        dropped = DropEvent if doubt.answer.event else DropQuote
        edit = doubt.answer if right else dropped(at=doubt.at)
        return self.model_copy(update={"entries": edit.apply(self.contents).entries})


class LiveLook(Record):
    """An update as its editor sees it: `alert` is what goes out.

    `seconds` is how long that takes for so many channels. `others` are the newest issues of the
    newsroom's other briefings.
    """

    update: LiveUpdate
    issue: Issue
    alert: Alert
    findings: tuple[Finding, ...] = ()
    channels: int = 0
    seconds: float = 0.0
    others: tuple[Issue, ...] = ()

    @property
    def blocked(self) -> bool:
        """Whether something keeps it from being sent."""
        return any(finding.blocks for finding in self.findings)
