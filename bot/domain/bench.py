"""The bench: an issue as an editor has it before them, with what is to be looked at."""

from bot.domain.checks import Finding
from bot.domain.doubt import Confidence
from bot.domain.editing.doubts import Doubt, doubts
from bot.domain.issue import Contents, Issue, State
from bot.domain.record import Record
from bot.domain.version import Version


class Bench(Record):
    """`version` is the number of the state that is shown; it may be one that is yet to be kept.

    `last` is who changed it last and how, `undoes` what an undoing would take back.
    """

    issue: Issue
    version: int
    contents: Contents
    findings: tuple[Finding, ...] = ()
    last: Version | None = None
    undoes: str = ""

    @property
    def corrects(self) -> bool:
        """Whether it changes what is published already."""
        return self.issue.state is State.PUBLISHED

    @property
    def doubts(self) -> list[Doubt]:
        """What the importer asks to look at."""
        return doubts(self.contents)

    @property
    def likely(self) -> list[Doubt]:
        """What is probably right."""
        return doubts(self.contents, Confidence.LIKELY)

    @property
    def blocked(self) -> bool:
        """Whether something keeps it from going out."""
        return any(finding.blocks for finding in self.findings)


class Clash(Record):
    """What somebody else has changed meanwhile, so that an edit was not made."""

    before: Contents
    bench: Bench
