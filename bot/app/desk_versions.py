"""Versions at the desk: which one is shown, what it says, and what taking it back gives."""

from bot.domain.issue import Contents, Issue, State
from bot.domain.version import Version, VersionHead
from bot.store.store import Transaction


def holds(version: Version, issue: Issue, contents: Contents) -> bool:
    """Whether a version is what is at the desk: a draft may have been changed elsewhere."""
    return version.base == base_of(issue) and version.contents == contents


def number_of(newest: Version | None, issue: Issue, contents: Contents) -> int:
    """The number of what is shown: the newest version's, or that of the one to be made of it."""
    if newest is None:
        return 1
    return newest.number if holds(newest, issue, contents) else newest.number + 1


def base_of(issue: Issue) -> int:
    """The revision that an edit would correct."""
    return issue.revision if issue.state is State.PUBLISHED else 0


async def contents_of(store: Transaction, issue: Issue, newest: Version | None = None) -> Contents:
    """What is at the desk: of a published issue its correction, if one is being written."""
    if issue.state is State.PUBLISHED and newest and newest.base == issue.revision:
        return newest.contents
    return await store.issues.contents(issue.id)


async def undoing(
    store: Transaction, issue: Issue, newest: Version
) -> tuple[VersionHead | None, VersionHead | None]:
    """The version that would be taken back, and the one before it; what they say is left out."""
    changed = newest if newest.same_as == newest.number else None
    changed = changed or await store.versions.head(issue.id, newest.same_as)
    before = await store.versions.head(issue.id, newest.same_as - 1)
    if changed is None or before is None or before.base != newest.base:
        return None, None
    return changed, before
