"""Receipts: what became of a release, for its newsroom, which may try again what failed."""

import pytest

from bot.app.app import App, build_app
from bot.app.receipts import FAILED, UNCERTAIN
from bot.domain.delivery import DeliveryState
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Issue
from bot.domain.release import ReleaseKind, ReleaseState
from bot.domain.subscription import Standing
from bot.errors import Refused
from bot.store.store import Store
from tests.moments import NOW, later
from tests.shelving import found_briefing, publish
from tests.store import post
from tests.store.post import NEWSROOM, SENT, WAITING

SOON = later(seconds=30)


@pytest.fixture
def app(store: Store, gazetteer: Gazetteer) -> App:
    return build_app(store, gazetteer, lambda: SOON)


@pytest.fixture
async def issue(store: Store) -> Issue:
    await post.hold(store)
    return await publish(store, await found_briefing(store, NEWSROOM, "Tides"), 7)


async def told(store: Store, issue: Issue, *ends: DeliveryState) -> int:
    """A release whose messages have ended so."""
    for channel in range(10, 10 + len(ends)):
        await post.subscribe(store, issue.briefing, channel)
    key = await post.release(store, issue)
    await post.tell(store, key, issue.briefing)
    async with store.write() as transaction:
        taken = await transaction.outbox.claim(post.TENURE, NOW, 99)
        for each, state in zip(taken, ends, strict=True):
            await post.settle(transaction, [each], state)
        await transaction.outbox.finish()
    return key


async def test_a_release_has_a_receipt(app: App, store: Store, issue: Issue) -> None:
    key = await told(store, issue, SENT, SENT, DeliveryState.FAILED)
    found = await app.receipts.of(key)
    assert (found.release.id, found.release.state) == (key, ReleaseState.DONE)
    assert (found.number(SENT), found.number(*FAILED)) == (2, 1)
    assert (found.first, found.last) == (NOW, NOW)
    with pytest.raises(Refused, match="There is no such release"):
        await app.receipts.of(key + 1)


async def test_the_newest_come_first(app: App, store: Store, issue: Issue) -> None:
    other = await publish(store, issue.briefing, 8)
    keys = [
        await post.release(store, each, kind)
        for each, kind in (
            (issue, ReleaseKind.PUBLICATION),
            (other, ReleaseKind.PUBLICATION),
            (issue, ReleaseKind.CORRECTION),
        )
    ]
    of_issue = [each.release.id for each in await app.receipts.of_issue(issue)]
    latest = [each.release.id for each in await app.receipts.latest(2)]
    assert (of_issue, latest) == ([keys[2], keys[0]], [keys[2], keys[1]])


async def test_what_failed_is_sent_again_and_the_courier_is_told(
    app: App, store: Store, issue: Issue
) -> None:
    ends = (SENT, DeliveryState.FAILED, DeliveryState.MISSED, DeliveryState.UNCERTAIN)
    key = await told(store, issue, *ends)
    receipt, tried = await app.receipts.retry(NEWSROOM, key, FAILED)
    assert tried == 2
    assert receipt.release.state is ReleaseState.OPEN
    assert (receipt.number(WAITING), receipt.number(*FAILED)) == (2, 0)
    assert receipt.number(*UNCERTAIN) == 1
    assert app.receipts._bell.rung.is_set()
    assert {row.due_at for row in await post.rows(store) if row.state is WAITING} == {SOON}


async def test_what_is_uncertain_is_sent_again_only_by_itself(
    app: App, store: Store, issue: Issue
) -> None:
    key = await told(store, issue, DeliveryState.FAILED, DeliveryState.UNCERTAIN)
    receipt, tried = await app.receipts.retry(NEWSROOM, key, UNCERTAIN)
    assert (tried, receipt.number(*FAILED), receipt.number(*UNCERTAIN)) == (1, 1, 0)


async def test_a_release_that_was_stopped_goes_on(app: App, store: Store, issue: Issue) -> None:
    key = await told(store, issue, DeliveryState.FAILED)
    async with store.write() as transaction:
        await transaction.releases.set_state(key, ReleaseState.STOPPED)
    receipt, _ = await app.receipts.retry(NEWSROOM, key, FAILED)
    assert receipt.release.state is ReleaseState.OPEN
    assert len(await post.claim(store, SOON)) == 1


async def test_only_the_newsroom_tries_again(app: App, store: Store, issue: Issue) -> None:
    key = await told(store, issue, DeliveryState.FAILED)
    with pytest.raises(Refused, match="Only the newsroom of this briefing can do that"):
        await app.receipts.retry(NEWSROOM + 1, key, FAILED)
    with pytest.raises(Refused, match="There is no such release"):
        await app.receipts.retry(NEWSROOM, key + 1, FAILED)
    assert (await app.receipts.of(key)).number(*FAILED) == 1


async def test_what_went_well_is_not_sent_again(app: App, store: Store, issue: Issue) -> None:
    key = await told(store, issue, SENT)
    with pytest.raises(Refused, match="There is nothing left to send again"):
        await app.receipts.retry(NEWSROOM, key, FAILED)
    assert (await app.receipts.of(key)).release.state is ReleaseState.DONE


async def test_a_doubled_click_acts_once(app: App, store: Store, issue: Issue) -> None:
    key = await told(store, issue, DeliveryState.FAILED)
    await app.receipts.retry(NEWSROOM, key, FAILED, 5)
    with pytest.raises(Refused, match="done already"):
        await app.receipts.retry(NEWSROOM, key, FAILED, 5)


async def test_what_failed_for_those_who_have_left_is_not_sent_again(
    app: App, store: Store, issue: Issue
) -> None:
    key = await told(store, issue, DeliveryState.FAILED)
    async with store.write() as transaction:
        keys = [each.id for each in await transaction.subscriptions.everyone()]
        await transaction.subscriptions.set_standing(keys, Standing.ENDED, "", NOW)
    with pytest.raises(Refused, match="There is nothing left to send again"):
        await app.receipts.retry(NEWSROOM, key, FAILED)
    assert (await app.receipts.of(key)).release.state is ReleaseState.DONE
