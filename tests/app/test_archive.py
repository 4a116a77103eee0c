"""The operator sees every issue, whatever its state."""

import pytest

from bot.app.app import App
from bot.domain.issue import State
from bot.errors import Refused
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


async def test_a_number_says_which_issue_is_meant_unless_several_have_it(
    app: App, store: Store
) -> None:
    tides, fog = await found_briefing(store, 1, "Tides"), await found_briefing(store, 2, "Fog")
    shown = [await publish(store, briefing, 7) for briefing in (tides, fog)]
    only = await publish(store, tides, 8)
    assert await app.archive.numbered(8) == only
    assert [await app.archive.is_shared(number) for number in (7, 8, 9)] == [True, False, False]
    for briefing, issue in zip((tides, fog), shown, strict=True):
        for named in (str(briefing.id), briefing.name.upper(), f" {briefing.label}"):
            assert await app.archive.numbered(7, named) == issue
        assert await app.archive.numbered(7, newsroom=briefing.newsroom) == issue
    with pytest.raises(Refused, match=r"1 is Tides · .*, 2 is Fog · .*with --briefing"):
        await app.archive.numbered(7)


async def test_of_many_briefings_with_a_number_some_are_named(app: App, store: Store) -> None:
    for name in "ABCDEFG":
        await publish(store, await found_briefing(store, 1, name), 7)
    with pytest.raises(Refused, match=r"\(1 is A · [^)]*, 5 is E · [^,]*, 2 more\)"):
        await app.archive.numbered(7)


async def test_a_briefing_without_issues_is_told_from_none(app: App, store: Store) -> None:
    await found_briefing(store, 1, "Tides")
    with pytest.raises(Refused, match="There is no issue #7;"):
        await app.archive.numbered(7, "Tides")
    with pytest.raises(Refused, match="There is no briefing “Ice”; `sitrep issues`"):
        await app.archive.numbered(7, "Ice")
