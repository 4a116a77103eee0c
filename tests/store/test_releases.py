"""Releases: kept until their window closes, found by where they stand, and what they tell of."""

import pytest

from bot.domain.change import Change
from bot.domain.issue import Issue
from bot.domain.release import ReleaseKind, ReleaseState
from bot.errors import Refused
from bot.store.store import Store
from tests.contents import contents, section
from tests.moments import NOW, later
from tests.shelving import DAY, found_briefing, publish
from tests.store import post

PENDING, OPEN, DONE = ReleaseState.PENDING, ReleaseState.OPEN, ReleaseState.DONE
UNDONE, STOPPED = ReleaseState.UNDONE, ReleaseState.STOPPED


@pytest.fixture
async def issue(store: Store) -> Issue:
    briefing = await found_briefing(store, post.NEWSROOM, "Tides")
    return await publish(store, briefing, 7, section("FI"), section("SE"))


async def keep(store: Store, issue: Issue, change: Change | None = None, **more: object) -> int:
    row = {
        "issue_id": issue.id,
        "kind": ReleaseKind.UPDATE,
        "author": "Ada",
        "author_id": 7,
        "made_at": NOW,
        "due_at": later(seconds=20),
    }
    async with store.write() as transaction:
        return await transaction.releases.add(row | more, change or Change())


async def test_a_release_is_pending_until_it_is_opened(store: Store, issue: Issue) -> None:
    key = await keep(store, issue, reason="Fog", quiet=True)
    async with store.read() as transaction:
        found = await transaction.releases.get(key)
        assert found == await transaction.releases.existing(key)
        assert await transaction.releases.get(key + 1) is None
    assert found
    assert (found.id, found.issue, found.kind) == (key, issue, ReleaseKind.UPDATE)
    assert (found.author, found.author_id, found.reason) == ("Ada", 7, "Fog")
    assert (found.state, found.can_be_undone, found.quiet) == (PENDING, True, True)
    assert (found.made_at, found.due_at) == (NOW, later(seconds=20))
    assert (found.opened_at, found.expires_at, found.revision, found.batch) == (None,) * 4


async def test_what_it_will_make_of_the_issue_is_kept(store: Store, issue: Issue) -> None:
    whole = contents(7, DAY, section("FI", live=NOW), title="“Ферри”")
    change = Change(entries=(section("NO"),), contents=whole)
    key = await keep(store, issue, change)
    async with store.write() as transaction:
        assert await transaction.releases.change(key) == change
        await transaction.releases.set_state(key, OPEN, change=None)
        assert await transaction.releases.change(key) == Change()


async def test_how_it_stands_is_said_with_more(store: Store, issue: Issue) -> None:
    key = await keep(store, issue)
    opened = {"opened_at": NOW, "expires_at": later(days=1), "revision": 3}
    async with store.write() as transaction:
        await transaction.releases.set_state(key, OPEN, **opened, batch=key)
        found = await transaction.releases.existing(key)
    assert (found.state, found.can_be_undone, found.batch) == (OPEN, False, key)
    assert (found.opened_at, found.expires_at, found.revision) == (NOW, later(days=1), 3)


async def test_one_change_of_an_issue_waits_at_a_time(store: Store, issue: Issue) -> None:
    first = await keep(store, issue)
    with pytest.raises(Refused) as told:
        await keep(store, issue)
    assert "UNIQUE constraint failed" in str(told.value.__cause__)
    other = await publish(store, issue.briefing, 8)
    await keep(store, other)
    async with store.write() as transaction:
        found = await transaction.releases.pending(issue.id)
        await transaction.releases.set_state(first, UNDONE)
        assert await transaction.releases.pending(issue.id) is None
    assert found
    assert found.id == first
    await keep(store, issue)


async def test_releases_are_found_newest_first(store: Store, issue: Issue) -> None:
    other = await publish(store, issue.briefing, 8)
    keys = [
        await keep(store, each, state=state)
        for each, state in ((issue, OPEN), (other, DONE), (issue, UNDONE), (other, OPEN))
    ]
    async with store.read() as transaction:
        releases = transaction.releases
        found = [
            [each.id for each in await asked]
            for asked in (
                releases.of_issue(issue.id),
                releases.latest(3),
                releases.unfinished(),
                releases.of_issue(99),
            )
        ]
    assert found == [[keys[2], keys[0]], keys[:0:-1], [keys[3], keys[0]], []]


async def test_what_is_due_is_found_oldest_first(store: Store, issue: Issue) -> None:
    issues = [issue, *[await publish(store, issue.briefing, number) for number in (8, 9, 10)]]
    first = await keep(store, issues[0], due_at=later(seconds=5))
    await keep(store, issues[1], due_at=later(seconds=6))
    third = await keep(store, issues[2], due_at=NOW)
    await keep(store, issues[3], due_at=NOW, state=OPEN)
    async with store.read() as transaction:
        due = await transaction.releases.due(later(seconds=5))
    assert [each.id for each in due] == [first, third]


@pytest.mark.parametrize("state", [OPEN, DONE])
async def test_the_publication_of_an_issue_is_found(
    store: Store, issue: Issue, state: ReleaseState
) -> None:
    key = await keep(store, issue, kind=ReleaseKind.PUBLICATION, state=state)
    await keep(store, issue, kind=ReleaseKind.PUBLICATION, state=UNDONE)
    await keep(store, issue, kind=ReleaseKind.UPDATE, state=OPEN)
    async with store.write() as transaction:
        assert await transaction.releases.publication(issue, later(days=9)) == key
    assert issue.published_at == NOW


async def test_an_issue_that_was_published_without_gets_a_release_that_tells_nobody(
    store: Store, issue: Issue
) -> None:
    async with store.write() as transaction:
        key = await transaction.releases.publication(issue, later(days=9))
        assert await transaction.releases.publication(issue, later(days=9)) == key
        found = await transaction.releases.existing(key)
        assert await transaction.outbox.finish() == []
    assert (found.kind, found.state, found.revision) == (ReleaseKind.PUBLICATION, DONE, 1)
    assert (found.quiet, found.opened_at, found.made_at) == (True, NOW, later(days=9))
    assert found.expires_at == issue.published_at


async def test_an_update_tells_of_its_entries_and_of_those_it_gathers(
    store: Store, issue: Issue
) -> None:
    async with store.write() as transaction:
        await transaction.entries.replace(issue.id, [section("FI"), section("SE"), section("NO")])
        entries = [entry.id for entry in await transaction.entries.of(issue.id)]
    bearer, gathered = [await keep(store, issue, state=OPEN) for _ in range(2)]
    async with store.write() as transaction:
        releases = transaction.releases
        await releases.tell_of(gathered, entries[:1])
        await releases.tell_of(bearer, entries[1:])
        await releases.tell_of(bearer, [])
        assert await releases.entries(bearer) == entries[1:]
        await releases.set_state(gathered, OPEN, batch=bearer)
        assert await releases.entries(bearer) == entries
        assert await releases.entries(gathered) == entries[:1]


async def test_the_updates_since_a_moment_are_found_oldest_first(
    store: Store, issue: Issue
) -> None:
    other = await publish(store, issue.briefing, 8)
    keys = [
        await keep(store, issue, state=OPEN, opened_at=later(minutes=minutes))
        for minutes in (0, 1, 2)
    ]
    await keep(store, other, state=OPEN, opened_at=later(minutes=2))
    await keep(store, issue, state=OPEN, opened_at=NOW, kind=ReleaseKind.CORRECTION)
    await keep(store, issue)
    async with store.read() as transaction:
        found = await transaction.releases.updates(issue.id, NOW)
        assert await transaction.releases.updates(issue.id, later(minutes=2)) == []
    assert [each.id for each in found] == keys[1:]
