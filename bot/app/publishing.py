"""Publishing: a complete draft becomes an issue that readers see."""

from datetime import datetime

from bot.app.clock import Clock
from bot.domain.issue import Issue, State
from bot.domain.revision import Revision
from bot.errors import Refused
from bot.store.store import Store, Transaction


class Publishing:
    """Publishes drafts; every publication is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def publish(self, issue: int, author: str) -> Issue:
        """Publishes a draft; doing it again changes nothing.

        Raises Refused if there is no such draft or something is missing in it.
        """
        async with self._store.write() as store:
            found = await store.issues.get(issue)
            if found is None:
                raise Refused("There is no such issue any more; list the issues to find it.")
            if found.state is State.PUBLISHED:
                return found
            return await publish_draft(store, found, author, self._clock())


async def publish_draft(store: Transaction, issue: Issue, author: str, now: datetime) -> Issue:
    """Publishes within a transaction that is open already.

    Raises Refused if it is no draft or something is missing in it.
    """
    if issue.state is not State.DRAFT:
        raise Refused(f"{issue.label} is {issue.state}, and only a draft can be published.")
    if issue.missing:
        raise Refused(f"{issue.label} cannot be published: {wanted(issue)}.")
    await store.issues.mark_published(issue.id, now)
    await add_revision(store, issue.id, 1, author, "First publication", now)
    return await store.issues.existing(issue.id)


async def add_revision(
    store: Transaction, issue: int, number: int, author: str, reason: str, now: datetime
) -> None:
    """Keeps what the issue says now as its revision of that number."""
    contents = await store.issues.contents(issue, await store.entries.whole(issue))
    revision = Revision(number=number, author=author, made_at=now, reason=reason, contents=contents)
    await store.revisions.add(issue, revision)


def wanted(issue: Issue) -> str:
    """What is missing, as the middle of a sentence: "it has no number and no date"."""
    return "it has " + " and ".join(f"no {name}" for name in issue.missing)
