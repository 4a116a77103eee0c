"""A correction in the making, below which a live update changes its issue: it goes on."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.entry import Entry
from bot.domain.release import Author, Release
from bot.domain.version import Version
from bot.store.store import Transaction


async def carry_correction(
    store: Transaction, release: Release, new: Sequence[Entry], now: datetime
) -> None:
    """Makes the correction of the revision before one of this revision, with the new sections.

    Two versions: the issue as it is published now, and the correction of it, so that the
    correction can still be taken back as a whole.
    """
    issue = release.issue
    newest = await store.versions.newest(issue.id)
    if newest is None or newest.base != issue.revision:
        return
    published = await store.issues.contents(issue.id)
    added = (entry.model_copy(update={"id": 0}) for entry in new)
    corrected = newest.contents.model_copy(update={"entries": (*newest.contents.entries, *added)})
    if corrected == published:
        return  # no correction is in the making
    who = Author(name=release.author, id=release.author_id)
    told = (("Live update", who, published), (newest.deed, newest.author, corrected))
    for number, (deed, author, contents) in enumerate(told, newest.number + 1):
        version = Version(
            number=number,
            base=issue.revision + 1,
            author=author,
            made_at=now,
            deed=deed,
            same_as=number,
            contents=contents,
        )
        await store.versions.add(issue.id, version)
