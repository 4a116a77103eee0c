"""Publishing: a complete draft becomes an issue that readers see."""

from datetime import datetime

from bot.domain.issue import Issue, State
from bot.domain.revision import Revision
from bot.errors import Refused
from bot.store.store import Transaction


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
