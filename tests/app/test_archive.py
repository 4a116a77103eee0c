"""The operator sees every issue, whatever its state."""

from bot.app.app import App
from bot.domain.issue import State
from bot.store.store import Store
from tests.contents import contents
from tests.moments import later
from tests.shelving import DAY, found_briefing, publish, put


async def test_all_issues_or_those_of_one_newsroom(app: App, store: Store) -> None:
    tides = await found_briefing(store, 1, "Tides", public=False)
    fog = await found_briefing(store, 2, "Fog")
    shown = [
        await publish(store, tides, 2),
        await put(store, tides, contents(1, DAY), State.WITHDRAWN),
        await put(store, tides, contents(None, None), State.DRAFT),
        await publish(store, fog, 9),
    ]
    assert await app.archive.issues() == shown
    assert await app.archive.issues(1) == shown[:3]
    assert await app.archive.issues(3) == []


async def test_the_newsroom_that_published_last(app: App, store: Store) -> None:
    tides, fog = await found_briefing(store, 1, "Tides"), await found_briefing(store, 2, "Fog")
    assert await app.archive.newest_newsroom() is None
    first = await publish(store, fog, 1)
    await publish(store, tides, 1)
    await put(store, fog, contents(2, DAY), State.DRAFT)
    assert await app.archive.newest_newsroom() == 1
    async with store.write() as transaction:
        await transaction.issues.mark_published(first.id, later(days=1))
    assert await app.archive.newest_newsroom() == 2
