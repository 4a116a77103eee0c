"""Receipts: the deliveries of a release, counted."""

from bot.domain.delivery import Act, CopyKind
from bot.domain.receipt import Count, Receipt
from bot.domain.release import ReleaseKind
from bot.domain.subscription import ChannelKind, Standing
from bot.store.store import Store
from tests.moments import NOW, later
from tests.shelving import found_briefing, publish
from tests.store import post
from tests.store.post import FAILED, HELD, SENT, SKIPPED, WAITING


async def receipt(store: Store, release: int) -> Receipt:
    async with store.read() as transaction:
        return await transaction.receipts.of(await transaction.releases.existing(release))


async def test_a_release_that_asked_for_nothing_has_an_empty_receipt(store: Store) -> None:
    issue = await publish(store, await found_briefing(store, 1, "Tides"), 1)
    key = await post.release(store, issue)
    found = await receipt(store, key)
    assert (found.release.id, found.counts, found.first, found.last) == (key, (), None, None)


async def test_acts_are_counted_by_kind_by_state_and_by_reason(store: Store) -> None:
    await post.hold(store)
    tides = await found_briefing(store, post.NEWSROOM, "Tides")
    issue = await publish(store, tides, 1)
    for channel in range(10, 15):
        await post.subscribe(store, tides, channel)
    await post.subscribe(store, tides, 15, standing=Standing.BY_HAND)
    await post.subscribe(store, tides, 16, standing=Standing.GONE)
    key, other = [await post.release(store, issue) for _ in range(2)]
    await post.tell(store, key, tides)
    async with store.write() as transaction:
        taken = await transaction.outbox.claim(post.TENURE, NOW, 4)
        await post.settle(transaction, taken[:1], SENT, later(seconds=9))
        await post.settle(transaction, taken[1:2], SENT, later(seconds=3))
        await post.settle(transaction, taken[2:3], FAILED, later(seconds=1), reason="no room")
        await post.settle(transaction, taken[3:4], FAILED, later(seconds=20), reason="too old")
    await post.tell(store, other, tides)
    assert await receipt(store, key) == Receipt(
        release=(await receipt(store, key)).release,
        counts=(
            Count(act=Act.SEND, state=FAILED, reason="no room", number=1),
            Count(act=Act.SEND, state=FAILED, reason="too old", number=1),
            Count(act=Act.SEND, state=HELD, number=1),
            Count(act=Act.SEND, state=SENT, number=2),
            Count(act=Act.SEND, state=SKIPPED, reason="paused by hand", number=1),
            Count(act=Act.SEND, state=WAITING, number=1),
        ),
        first=later(seconds=3),
        last=later(seconds=9),
    )


async def test_edits_and_crossposts_are_counted_apart(store: Store) -> None:
    await post.hold(store)
    tides = await found_briefing(store, post.NEWSROOM, "Tides")
    issue = await publish(store, tides, 1)
    own = await post.subscribe(store, tides, 10, kind=ChannelKind.ANNOUNCEMENT)
    key = await post.release(store, issue, ReleaseKind.CORRECTION, revision=2)
    await post.post(store, issue, 10, 100, subscription=own)
    await post.post(store, issue, 10, 101, CopyKind.NOTE, subscription=own, release=key)
    async with store.write() as transaction:
        await transaction.fan_out.to_copies(key, issue.id, 2, NOW)
        await transaction.fan_out.crossposts([101], NOW)
    counts = (await receipt(store, key)).counts
    assert [(each.act, each.number) for each in counts] == [(Act.CROSSPOST, 1), (Act.EDIT, 1)]
    assert (await receipt(store, key)).number(WAITING) == 1


async def test_the_issue_of_a_receipt_is_found_by_its_message(store: Store) -> None:
    tides = await found_briefing(store, 1, "Tides")
    issue, other = await publish(store, tides, 1), await publish(store, tides, 2)
    key = await post.release(store, issue)
    await post.release(store, other)
    async with store.write() as transaction:
        assert await transaction.receipts.issue_of(700) is None
        await transaction.receipts.keep_post(key, 50, 700)
        assert await transaction.receipts.issue_of(700) == issue.id
        assert await transaction.receipts.issue_of(50) is None
