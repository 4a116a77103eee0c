"""Revisions: everything an issue has said, word for word."""

import pytest

from bot.domain.revision import Revision
from bot.errors import Refused
from bot.store.store import Store
from tests.contents import contents, said, section
from tests.moments import NOW, later
from tests.shelving import DAY, found_briefing, publish

_TEXT = "The ferry “must sail”, Marwan said — “завтра”."


def revision(number: int) -> Revision:
    entry = section("FI", text=_TEXT, live=NOW).model_copy(
        update={"quotes": (said("must sail", _TEXT), said("завтра", _TEXT))}
    )
    return Revision(
        number=number,
        author="Ada",
        made_at=later(hours=number),
        reason="A slip",
        contents=contents(7, DAY, entry, title=f"Version {number}"),
    )


async def test_revisions_come_back_oldest_first(store: Store) -> None:
    issue = await publish(store, await found_briefing(store, 1, "Tides"), 7)
    async with store.write() as transaction:
        await transaction.revisions.add(issue.id, revision(2))
        await transaction.revisions.add(issue.id, revision(1))
        assert await transaction.revisions.of(issue.id) == [revision(1), revision(2)]
        assert await transaction.revisions.of(issue.id + 1) == []


async def test_a_revision_is_never_overwritten(store: Store) -> None:
    issue = await publish(store, await found_briefing(store, 1, "Tides"), 7)

    async def twice() -> None:
        async with store.write() as transaction:
            await transaction.revisions.add(issue.id, revision(1))
            await transaction.revisions.add(issue.id, revision(1))

    with pytest.raises(Refused) as told:
        await twice()
    assert "UNIQUE constraint failed" in str(told.value.__cause__)
