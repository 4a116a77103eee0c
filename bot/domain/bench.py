"""The bench: an issue as an editor has it before them, with what is to be looked at."""

from bot.domain.approval import Request
from bot.domain.checks import Finding
from bot.domain.doubt import Confidence
from bot.domain.editing.doubts import Doubt, doubts
from bot.domain.issue import Contents, Issue, State
from bot.domain.record import Moment, Record
from bot.domain.release import Release
from bot.domain.version import Version, VersionHead


class Bench(Record):
    """`version` is the number of the state that is shown; it may be one that is yet to be kept.

    `last` is who changed it last and how, `undoes` what an undoing would take back. `pending` is
    the release that waits for its window to close or for its moment, `requests` what waits for a
    second editor. `two_people` says whether what is published needs one.
    """

    issue: Issue
    version: int
    contents: Contents
    findings: tuple[Finding, ...] = ()
    last: Version | None = None
    undoes: str = ""
    pending: Release | None = None
    requests: tuple[Request, ...] = ()
    two_people: bool = False

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
        """Whether something has to be mended before it goes out."""
        return any(each.blocks and not each.unapproved for each in self.findings)

    @property
    def unapproved(self) -> bool:
        """Whether it was changed after it was let out, so that somebody has to do that again."""
        return any(each.unapproved for each in self.findings)


class Listed(Record):
    """An issue in the list of what is at the desk, with the head of its last version.

    `release` is the newest one of an issue that is not published, `requests` what waits for a
    second editor.
    """

    issue: Issue
    last: VersionHead | None = None
    release: Release | None = None
    requests: tuple[Request, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether a second editor is asked to approve it as it is, or an update of it."""
        number = self.last.number if self.last else 1
        return any(each.fits(number) for each in self.requests)

    @property
    def due(self) -> Moment | None:
        """When it goes out, if it waits for that."""
        waits = self.release is not None and self.release.can_be_undone
        return self.release.due_at if self.release and waits else None

    @property
    def missed(self) -> bool:
        """Whether it should have gone out and did not, and nothing became of it since."""
        missed = self.release is not None and self.release.missed is not None
        return missed and self.issue.state is State.DRAFT


class Clash(Record):
    """What somebody else has changed meanwhile, so that an edit was not made."""

    before: Contents
    bench: Bench
