"""Copies: which messages show an issue, those that somebody shared too."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.domain.delivery import Copy, CopyKind
from bot.domain.issue import Issue
from bot.store.copies import SHARED_KEPT
from bot.store.store import Store
from tests.moments import NOW, later
from tests.shelving import found_briefing, publish
from tests.store import post
from tests.store.sqlite import change, rows


@pytest.fixture
async def issues(store: Store) -> list[Issue]:
    briefing = await found_briefing(store, post.NEWSROOM, "Tides")
    return [await publish(store, briefing, number) for number in (1, 2, 3)]


async def share(
    store: Store, message: int, *shown: tuple[Issue, int], at: datetime = NOW, says: str = "x"
) -> None:
    what = {
        "server_id": 5,
        "channel_id": 50,
        "message_id": message,
        "showing": says,
        "posted_at": at,
    }
    async with store.write() as transaction:
        issues = [(issue.id, revision) for issue, revision in shown]
        await transaction.copies.share(what, issues)


async def of(store: Store, issue: Issue) -> list[Copy]:
    async with store.read() as transaction:
        return await transaction.copies.of_issue(issue.id)


async def test_a_copy_comes_back_as_it_was_kept(store: Store, issues: list[Issue]) -> None:
    own = await post.subscribe(store, issues[0].briefing, 10)
    key = await post.release(store, issues[0])
    about: dict[str, Any] = {"release": key, "subscription": own, "server": 1, "revision": 4}
    kept = await post.post(store, issues[0], 10, 100, CopyKind.UPDATE, **about)
    assert kept == Copy(
        id=kept.id,
        issue=issues[0].id,
        channel=10,
        message=100,
        kind=CopyKind.UPDATE,
        posted_at=NOW,
        **about,
    )
    async with store.read() as transaction:
        assert await transaction.copies.get(kept.id) == kept
        assert await transaction.copies.get(kept.id + 1) is None


async def test_copies_that_are_there_are_found_oldest_first(
    store: Store, issues: list[Issue]
) -> None:
    kept = [await post.post(store, issues[0], 10, message) for message in (102, 100, 101)]
    await post.post(store, issues[1], 10, 103)
    async with store.write() as transaction:
        await transaction.outbox.lost([kept[1].id])
    assert await of(store, issues[0]) == [kept[0], kept[2]]
    assert await of(store, issues[2]) == []


async def test_a_message_that_is_kept_already_stays_as_it_is(
    store: Store, issues: list[Issue]
) -> None:
    first = await post.post(store, issues[0], 10, 100, revision=3)
    again = await post.post(store, issues[0], 10, 100, revision=1)
    assert again == first
    assert await of(store, issues[0]) == [first]


async def test_a_shared_answer_shows_several_issues(store: Store, issues: list[Issue]) -> None:
    await share(store, 100, (issues[0], 2), (issues[1], 5), says='{"server":5}')
    ((one,), (two,)) = [await of(store, issue) for issue in issues[:2]]
    assert (one.revision, two.revision) == (2, 5)
    for copy in (one, two):
        assert (copy.kind, copy.message, copy.channel) == (CopyKind.SHARED, 100, 50)
        assert (copy.server, copy.showing, copy.posted_at) == (5, '{"server":5}', NOW)
        assert (copy.release, copy.subscription) == (None, None)
    assert await of(store, issues[2]) == []


async def test_a_message_that_shows_something_else_shows_only_that(
    store: Store, issues: list[Issue]
) -> None:
    await share(store, 100, (issues[0], 1), (issues[1], 1))
    await share(store, 100, (issues[1], 2), (issues[2], 3), at=later(minutes=1), says="y")
    assert await of(store, issues[0]) == []
    ((two,), (three,)) = [await of(store, issue) for issue in issues[1:]]
    assert (two.revision, two.showing, two.posted_at) == (2, "y", later(minutes=1))
    assert three.revision == 3
    await share(store, 100, (issues[0], 4))
    assert [copy.revision for copy in await of(store, issues[0])] == [4]
    assert await of(store, issues[1]) == []


async def test_a_message_may_show_nothing_any_more(store: Store, issues: list[Issue]) -> None:
    await share(store, 100, (issues[0], 1))
    await share(store, 101, (issues[0], 1))
    await share(store, 100)
    assert [copy.message for copy in await of(store, issues[0])] == [101]


async def test_shared_answers_are_forgotten_and_alerts_are_not(
    store: Store, issues: list[Issue]
) -> None:
    alert = await post.post(store, issues[0], 10, 99)
    await share(store, 100, (issues[0], 1))
    await share(store, 101, (issues[0], 1), at=later(seconds=1))
    async with store.write() as transaction:
        await transaction.copies.forget(NOW + SHARED_KEPT)
    assert [copy.message for copy in await of(store, issues[0])] == [alert.message, 100, 101]
    async with store.write() as transaction:
        await transaction.copies.forget(later(seconds=1) + SHARED_KEPT)
    assert [copy.message for copy in await of(store, issues[0])] == [alert.message, 101]


async def test_only_what_is_still_there_is_forgotten(
    store: Store, issues: list[Issue], database: Path
) -> None:
    await share(store, 100, (issues[0], 1))
    await share(store, 100)
    spy = "CREATE TRIGGER spy BEFORE UPDATE ON copies BEGIN SELECT raise(ABORT, 'written'); END"
    with closing(sqlite3.connect(database)) as raw:
        raw.execute(spy)
    async with store.write() as transaction:
        await transaction.copies.forget(later(days=1) + SHARED_KEPT)


async def test_a_message_names_the_issues_that_it_shows(store: Store, issues: list[Issue]) -> None:
    first, second, _ = issues
    await share(store, 70, (second, 1), (first, 1))
    async with store.read() as transaction:
        assert await transaction.copies.issues_in(70) == [second.id, first.id]
        assert await transaction.copies.issues_in(71) == []
    await share(store, 70, (first, 1))
    async with store.read() as transaction:
        assert await transaction.copies.issues_in(70) == [first.id]


async def test_who_shared_what_is_shown_no_more_is_forgotten(
    store: Store, issues: list[Issue], database: Path
) -> None:
    for message in (100, 101, 102, 103):
        await share(store, message, (issues[0], 1), says="shared by Ada Quill")
    await share(store, 101)
    copies = await of(store, issues[0])
    async with store.write() as transaction:
        await transaction.outbox.lost([copy.id for copy in copies if copy.message == 102])
        await transaction.copies.forget(NOW)
    kept = "SELECT message_id FROM copies WHERE showing IS NOT NULL ORDER BY 1"
    assert rows(database, kept) == [(100,), (103,)]
    # A version before has left this behind.
    change(database, "UPDATE copies SET gone = 1 WHERE message_id = 103")
    async with store.write() as transaction:
        await transaction.copies.forget(later(seconds=1) + SHARED_KEPT)
    assert rows(database, kept) == []
