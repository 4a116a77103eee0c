"""A correction in the making: what it changes, where else the same is wrong, whom it reaches."""

from enum import StrEnum

from bot.domain.bench import Bench
from bot.domain.difference import Difference
from bot.domain.editing.echoes import Echo
from bot.domain.entry import Entry
from bot.domain.issue import Contents, Issue
from bot.domain.record import Record


class Bar(StrEnum):
    """What keeps an echo from being corrected along."""

    PENDING = "pending"
    """Another change of its issue is about to go out."""
    WRITTEN = "written"
    """Somebody writes a correction of its issue."""
    STUCK = "stuck"
    """The new words cannot take the place of the old ones."""


class Elsewhere(Record):
    """An echo beside its issue and its section, and what keeps it from being corrected."""

    issue: Issue
    entry: Entry
    echo: Echo
    bar: Bar | None = None

    @property
    def key(self) -> str:
        """Names it as long as its issue stays as it is."""
        at = self.echo.at
        return f"{self.issue.id}.{self.issue.revision}.{at.entry}.{at.item}"


class Correction(Record):
    """What goes out if it is sent now; `ticked` are the keys of what is corrected along.

    `contents` are those of its own issue, `others` those of other issues by their ids. `noted`
    says whether channels get a note beside the change of their messages. `more` counts the places
    that are not listed.
    """

    bench: Bench
    difference: Difference
    contents: Contents
    others: dict[int, Contents]
    elsewhere: tuple[Elsewhere, ...] = ()
    more: int = 0
    ticked: tuple[str, ...] = ()
    messages: int = 0
    noted: bool = False

    @property
    def free(self) -> list[Elsewhere]:
        """What can be corrected along."""
        return [each for each in self.elsewhere if each.bar is None]

    @property
    def barred(self) -> list[Elsewhere]:
        """What cannot."""
        return [each for each in self.elsewhere if each.bar is not None]
