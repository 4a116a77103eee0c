"""Approval: what an editor asks a second one to let out."""

from bot.domain.live_update import LiveUpdate
from bot.domain.record import Moment, Record
from bot.domain.release import Author, Release, ReleaseKind
from bot.domain.version import Version


class Wish(Record):
    """What would go out: an issue as it was at the version `at`, or an update of it.

    `due` is the moment that was chosen, None for at once. A correction has its `reason`, and the
    places that are corrected along.
    """

    kind: ReleaseKind
    issue: int
    at: int
    due: Moment | None = None
    reason: str = ""
    ticked: tuple[str, ...] = ()
    update: LiveUpdate | None = None


class Request(Record):
    """A wish that waits for a second editor; `post` is the channel and the message with it."""

    id: int
    wish: Wish
    asker: Author
    asked_at: Moment
    post: tuple[int, int] | None = None

    def fits(self, version: int) -> bool:
        """Whether it is about what is at the desk, if that has this number; an update is always."""
        return self.wish.update is not None or self.wish.at == version

    def is_replaced_by(self, wish: Wish) -> bool:
        """Whether there is no room for both: of an issue one thing is asked, but for updates."""
        if self.wish.update is None or wish.update is None:
            return self.wish.update is wish.update
        return self.wish.update.entries == wish.update.entries


def is_second(person: int, last: Version | None) -> bool:
    """Whether somebody else than this person wrote the last version."""
    return last is None or last.author.id != person


def is_covered(release: Release, at: int, last: Version | None) -> bool:
    """Whether the version `at` is what was let out, by somebody else than who wrote it last."""
    if last is None:
        return True
    who = release.author_id if release.approver is None else release.approver_id
    return release.version == at and (who is None or who != last.author.id)
