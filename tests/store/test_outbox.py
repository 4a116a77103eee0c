"""The outbox: what is claimed in which order, what is recorded, and what comes next."""

from datetime import datetime
from random import Random

import pytest

from bot.domain.briefing import Briefing
from bot.domain.delivery import Act, Copy, CopyKind, DeliveryState
from bot.domain.issue import Issue, State
from bot.domain.release import ReleaseKind, ReleaseState
from bot.domain.tenure import Tenure
from bot.store.outbox import Outlook
from bot.store.store import Store
from tests.moments import NOW, later
from tests.shelving import found_briefing, publish
from tests.store import post
from tests.store.post import FAILED, HELD, MISSED, SENDING, SENT, SKIPPED, UNCERTAIN, WAITING


@pytest.fixture
async def tides(store: Store) -> Briefing:
    await post.hold(store)
    return await found_briefing(store, post.NEWSROOM, "Tides")


@pytest.fixture
async def issue(store: Store, tides: Briefing) -> Issue:
    return await publish(store, tides, 7)


async def told(store: Store, issue: Issue, *channels: int, **release: object) -> int:
    """A release to these channels."""
    for channel in channels:
        await post.subscribe(store, issue.briefing, channel)
    key = await post.release(store, issue, **release)  # pyright: ignore[reportArgumentType]
    await post.tell(store, key, issue.briefing)
    return key


async def claimed(store: Store, now: datetime = NOW, limit: int = 99) -> list[int]:
    return [each.channel for each in await post.claim(store, now, limit)]


async def outlook(store: Store, now: datetime = NOW) -> Outlook:
    async with store.read() as transaction:
        return await transaction.outbox.outlook(now)


async def test_what_is_due_is_claimed_once_as_the_courier_needs_it(
    store: Store, issue: Issue
) -> None:
    key = await told(store, issue, 10)
    (delivery,) = await post.claim(store)
    assert (delivery.act, delivery.release, delivery.channel) == (Act.SEND, key, 10)
    assert (delivery.kind, delivery.issue) == (ReleaseKind.PUBLICATION, issue.id)
    assert (delivery.issue_state, delivery.revision) == (State.PUBLISHED, issue.revision)
    assert (delivery.attempts, delivery.sending_at, delivery.unsure_since) == (1, NOW, None)
    assert delivery.copy_of is None
    assert delivery.subscription
    assert delivery.subscription.place.channel == 10
    assert delivery.subscription.briefing == issue.briefing
    assert await claimed(store) == []
    assert await post.states(store) == {10: SENDING}


async def test_what_is_due_first_goes_first_then_what_was_asked_first(
    store: Store, issue: Issue
) -> None:
    for channel in (10, 11, 12):
        await post.subscribe(store, issue.briefing, channel)
    late, early = [await post.release(store, issue) for _ in range(2)]
    await post.tell(store, late, issue.briefing, due=later(minutes=2))
    assert await claimed(store) == []
    await post.subscribe(store, issue.briefing, 13)
    await post.tell(store, early, issue.briefing, due=later(minutes=1))
    assert await claimed(store, later(minutes=3), 2) == [13, 10]
    assert await claimed(store, later(minutes=3)) == [11, 12]


async def test_no_more_is_claimed_than_there_is_room_for(store: Store, issue: Issue) -> None:
    await told(store, issue, 10, 11, 12)
    assert [await claimed(store, limit=2) for _ in range(3)] == [[10, 11], [12], []]


async def test_one_act_in_a_channel_at_a_time(store: Store, issue: Issue) -> None:
    first = await told(store, issue, 10)
    second = await told(store, issue, 11)
    taken = await post.claim(store)
    assert [(each.release, each.channel) for each in taken] == [(first, 10), (second, 11)]
    assert await claimed(store) == []
    await post.finish(store, taken)
    assert [(each.release, each.channel) for each in await post.claim(store)] == [(second, 10)]


async def test_what_waits_to_be_tried_again_is_not_overtaken_in_its_channel(
    store: Store, issue: Issue
) -> None:
    first = await told(store, issue, 10)
    second = await told(store, issue)
    async with store.write() as transaction:
        taken = await transaction.outbox.claim(post.TENURE, NOW, 9)
        await post.settle(transaction, taken, WAITING, due_at=later(seconds=30))
    assert await claimed(store) == []
    taken = await post.claim(store, later(seconds=30))
    assert [(each.release, each.attempts) for each in taken] == [(first, 2)]
    await post.finish(store, taken)
    (taken,) = await post.claim(store, later(seconds=30))
    assert taken.release == second


@pytest.mark.parametrize("state", [HELD, SENT, SKIPPED, MISSED, FAILED, UNCERTAIN])
async def test_what_is_over_or_held_stands_in_nobodys_way(
    store: Store, issue: Issue, state: DeliveryState
) -> None:
    await told(store, issue, 10)
    second = await told(store, issue)
    async with store.write() as transaction:
        taken = await transaction.outbox.claim(post.TENURE, NOW, 9)
        await post.settle(transaction, taken, state)
    (taken,) = await post.claim(store)
    assert taken.release == second


async def test_a_crosspost_keeps_no_message_back_and_comes_after_it(
    store: Store, issue: Issue
) -> None:
    await told(store, issue, 10)
    key = await post.subscribe(store, issue.briefing, 11, kind=post.ChannelKind.ANNOUNCEMENT)
    first = await post.release(store, issue)
    copies = [
        await post.post(store, issue, 11, message, subscription=key, release=first)
        for message in (100, 101)
    ]
    async with store.write() as transaction:
        await transaction.fan_out.crossposts([100, 101], NOW)
    second = await post.release(store, issue)
    await post.tell(store, second, issue.briefing)
    taken = await post.claim(store)
    assert {(each.channel, each.act) for each in taken} == {(10, Act.SEND), (11, Act.SEND)}
    async with store.write() as transaction:
        await post.settle(transaction, taken)
    (crosspost,) = (each for each in await post.claim(store) if each.channel == 11)
    assert (crosspost.act, crosspost.copy_of) == (Act.CROSSPOST, copies[0])


async def test_nothing_runs_beside_what_is_on_its_way_in_a_channel(
    store: Store, issue: Issue
) -> None:
    """Neither what goes before it, nor a crosspost, which has a lane of its own."""
    key = await post.subscribe(store, issue.briefing, 10, kind=post.ChannelKind.ANNOUNCEMENT)
    first, second = await told(store, issue), await told(store, issue)
    await post.post(store, issue, 10, 100, subscription=key, release=first)
    async with store.write() as transaction:
        outbox = transaction.outbox
        await transaction.fan_out.crossposts([100], later(minutes=1))
        taken = await outbox.claim(post.TENURE, NOW, 9)
        await post.settle(transaction, taken, FAILED)
        taken = await outbox.claim(post.TENURE, NOW, 9)
        assert [each.release for each in taken] == [second]
        assert await transaction.fan_out.retry(first, [FAILED], NOW) == 1
        assert await outbox.claim(post.TENURE, later(minutes=1), 9) == []
        await post.settle(transaction, taken)
        taken = await outbox.claim(post.TENURE, later(minutes=1), 9)
    assert {each.release for each in taken} == {first}


@pytest.mark.parametrize(
    ("act", "due", "blocks"),
    [
        (Act.EDIT, later(minutes=1), True),
        (Act.EDIT, later(minutes=1, seconds=1), False),
        (Act.REPLY, later(hours=1), True),
        (Act.SEND, later(hours=1), True),
    ],
)
async def test_an_edit_that_is_put_off_keeps_no_news_back(
    store: Store, issue: Issue, act: Act, due: datetime, *, blocks: bool
) -> None:
    await post.post(store, issue, 10, 100)
    await post.subscribe(store, issue.briefing, 10)
    key = await post.release(store, issue, ReleaseKind.CORRECTION, revision=2)
    async with store.write() as transaction:
        await transaction.fan_out.to_copies(key, issue.id, 2, NOW)
        (edit,) = await transaction.outbox.claim(post.TENURE, NOW, 9)
        put_off = edit.model_copy(update={"act": act})
        await post.settle(transaction, [put_off], WAITING, due_at=due)
    news = await told(store, issue)
    assert [each.release for each in await post.claim(store)] == [news] * (not blocks)


async def test_what_a_stopped_release_asked_for_keeps_nobody_back(
    store: Store, issue: Issue
) -> None:
    stopped = await told(store, issue, 10)
    news = await told(store, issue)
    async with store.write() as transaction:
        await transaction.releases.set_state(stopped, ReleaseState.STOPPED)
    assert [each.release for each in await post.claim(store)] == [news]
    assert await post.states(store, stopped) == {10: WAITING}


async def test_what_stopped_releases_ask_for_ends(store: Store, issue: Issue) -> None:
    await post.subscribe(store, issue.briefing, 11, standing=post.Standing.GONE)
    stopped, going = await told(store, issue, 10, 12), await told(store, issue)
    taken = await post.claim(store, limit=1)
    async with store.write() as transaction:
        await transaction.releases.set_state(stopped, ReleaseState.STOPPED)
        await transaction.outbox.end_stopped(later(seconds=1))
    assert await post.states(store, stopped) == {10: SENDING, 11: FAILED, 12: FAILED}
    rows = await post.rows(store, stopped)
    assert {(row.reason, row.ended_at) for row in rows if row.state is FAILED} == {
        ("the release was stopped", later(seconds=1))
    }
    assert await post.states(store, going) == {10: WAITING, 11: HELD, 12: WAITING}
    assert [(each.release, each.channel) for each in taken] == [(stopped, 10)]


async def test_what_may_have_been_sent_is_looked_for_however_late(
    store: Store, issue: Issue
) -> None:
    key = await told(store, issue, 10, 11, expires_at=later(hours=1))
    async with store.write() as transaction:
        first, second = await transaction.outbox.claim(post.TENURE, NOW, 9)
        await post.settle(transaction, [first], WAITING, unsure_since=NOW)
        await post.settle(transaction, [second], WAITING)
        await transaction.outbox.expire(later(hours=2))
    assert await post.states(store, key) == {10: WAITING, 11: MISSED}
    (again,) = await post.claim(store, later(hours=2))
    assert (again.channel, again.unsure_since, again.expires_at) == (10, NOW, later(hours=1))


async def test_a_process_that_has_lost_the_lease_gets_nothing(store: Store, issue: Issue) -> None:
    await told(store, issue, 10)
    async with store.write() as transaction:
        outbox, leases = transaction.outbox, transaction.leases
        assert await outbox.claim(Tenure(holder="another"), NOW, 9) == []
        assert await outbox.claim(Tenure(lease="another"), NOW, 9) == []
        assert await outbox.claim(post.TENURE, NOW + post.LONG, 9) == []
        await leases.give_back(post.TENURE.lease, post.TENURE.holder)
        assert await outbox.claim(post.TENURE, NOW, 9) == []
        assert await leases.take(post.TENURE.lease, "another", NOW, post.LONG)
        assert await outbox.claim(post.TENURE, NOW, 9) == []
        assert len(await outbox.claim(Tenure(holder="another"), NOW, 9)) == 1


async def test_only_what_its_release_lets_out_goes_out(store: Store, tides: Briefing) -> None:
    releases: dict[ReleaseState, int] = {}
    for number, state in enumerate(ReleaseState):
        briefing = await found_briefing(store, post.NEWSROOM, f"Tides {number}")
        issue = await publish(store, briefing, 1)
        await post.subscribe(store, briefing, 10 + number)
        releases[state] = await post.release(store, issue, state=state)
        await post.tell(store, releases[state], briefing)
    assert {each.release for each in await post.claim(store)} == {
        releases[ReleaseState.OPEN],
        releases[ReleaseState.DONE],
    }


async def test_what_has_expired_is_not_claimed_and_is_given_up(store: Store, issue: Issue) -> None:
    key = await told(store, issue, 10, expires_at=later(hours=1))
    assert await claimed(store, later(hours=1)) == []
    async with store.write() as transaction:
        await transaction.outbox.expire(later(minutes=59))
        assert (await transaction.outbox.outlook(NOW)).waits
        await transaction.outbox.expire(later(hours=1))
    (row,) = await post.rows(store, key)
    assert (row.state, row.reason) == (MISSED, "it came too late")
    assert row.ended_at == later(hours=1)


async def test_what_is_held_expires_too_and_what_is_over_does_not(
    store: Store, issue: Issue
) -> None:
    await post.subscribe(store, issue.briefing, 11, standing=post.Standing.GONE)
    key = await told(store, issue, 10, expires_at=later(hours=1))
    await post.finish(store, await post.claim(store))
    async with store.write() as transaction:
        await transaction.outbox.expire(later(hours=2))
    assert await post.states(store, key) == {10: SENT, 11: MISSED}


async def test_a_correction_never_expires(store: Store, issue: Issue) -> None:
    await told(store, issue, 10, kind=ReleaseKind.CORRECTION)
    async with store.write() as transaction:
        await transaction.outbox.expire(later(days=299))
    assert await claimed(store, later(days=299)) == [10]


async def test_what_a_person_asked_for_goes_out_however_late(store: Store, issue: Issue) -> None:
    key = await told(store, issue, 10, expires_at=later(hours=1))
    async with store.write() as transaction:
        await transaction.outbox.expire(later(hours=2))
        assert await transaction.fan_out.retry(key, [MISSED], later(hours=2)) == 1
        await transaction.outbox.expire(later(hours=3))
    assert await claimed(store, later(hours=3)) == [10]


async def test_what_became_of_it_is_recorded(store: Store, issue: Issue) -> None:
    await told(store, issue, 10)
    async with store.write() as transaction:
        taken = await transaction.outbox.claim(post.TENURE, NOW, 9)
        await post.settle(transaction, taken, FAILED, later(seconds=1), reason="no room")
    (row,) = await post.rows(store)
    assert (row.state, row.reason, row.attempts) == (FAILED, "no room", 1)
    assert row.ended_at == later(seconds=1)


async def test_what_is_tried_again_has_not_ended_and_remembers_why(
    store: Store, issue: Issue
) -> None:
    await told(store, issue, 10)
    async with store.write() as transaction:
        taken = await transaction.outbox.claim(post.TENURE, NOW, 9)
        again = {"due_at": later(seconds=5), "reason": "no answer", "unsure_since": NOW}
        await post.settle(transaction, taken, WAITING, **again)
    (row,) = await post.rows(store)
    assert (row.state, row.due_at, row.ended_at) == (WAITING, later(seconds=5), None)
    (delivery,) = await post.claim(store, later(seconds=5))
    assert (delivery.attempts, delivery.last, delivery.unsure_since) == (2, "no answer", NOW)
    assert delivery.sending_at == later(seconds=5)


async def test_what_is_not_being_sent_any_more_is_not_recorded_again(
    store: Store, issue: Issue
) -> None:
    key = await told(store, issue, 10)
    async with store.write() as transaction:
        taken = await transaction.outbox.claim(post.TENURE, NOW, 9)
        await post.settle(transaction, taken)
        await post.settle(transaction, taken, FAILED)
        await post.settle(transaction, [], FAILED)
    assert await post.states(store, key) == {10: SENT}


async def test_what_another_process_has_begun_anew_is_left_to_it(
    store: Store, issue: Issue
) -> None:
    await told(store, issue, 10)
    async with store.write() as transaction:
        lost = await transaction.outbox.claim(post.TENURE, NOW, 9)
        await transaction.outbox.recover(later(seconds=30))
        again = await transaction.outbox.claim(post.TENURE, later(seconds=30), 9)
        await post.settle(transaction, lost, FAILED)
    assert await post.states(store) == {10: SENDING}
    await post.finish(store, again)
    assert await post.states(store) == {10: SENT}


async def test_an_edit_that_was_refused_becomes_an_answer(store: Store, issue: Issue) -> None:
    copy = await post.post(store, issue, 10, 100)
    key = await post.release(store, issue, ReleaseKind.CORRECTION, revision=2)
    async with store.write() as transaction:
        await transaction.fan_out.to_copies(key, issue.id, 2, NOW)
        (edit,) = await transaction.outbox.claim(post.TENURE, NOW, 9)
        reply = edit.model_copy(update={"act": Act.REPLY})
        await post.settle(transaction, [reply], WAITING)
    (again,) = await post.claim(store)
    assert (edit.act, again.act, again.id) == (Act.EDIT, Act.REPLY, edit.id)
    assert again.copy_of == copy


async def test_messages_are_kept_and_say_what_they_show(store: Store, issue: Issue) -> None:
    kept = [await post.post(store, issue, 10, message, server=1) for message in (100, 101, 102)]
    async with store.write() as transaction:
        await transaction.outbox.posted([])
        await transaction.outbox.shown([(kept[0].id, 3), (kept[1].id, 2)])
        await transaction.outbox.shown([])
        await transaction.outbox.lost([kept[2].id])
        await transaction.outbox.lost([])
        found = await transaction.copies.of_issue(issue.id)
    assert [(copy.message, copy.revision) for copy in found] == [(100, 3), (101, 2)]
    assert isinstance(found[0], Copy)
    assert (found[0].server, found[0].kind, found[0].showing) == (1, CopyKind.ALERT, None)


async def test_what_a_process_that_is_gone_was_doing_is_taken_back_in_doubt(
    store: Store, issue: Issue
) -> None:
    await told(store, issue, 10, 11, 12)
    await post.claim(store, NOW, 1)
    async with store.write() as transaction:
        taken = await transaction.outbox.claim(post.TENURE, later(seconds=1), 1)
        await post.settle(transaction, taken, WAITING, due_at=later(seconds=9))
        assert await transaction.outbox.recover(later(seconds=30)) == 1
        assert await transaction.outbox.recover(later(seconds=40)) == 0
    assert [(row.state, row.due_at, row.unsure_since) for row in await post.rows(store)] == [
        (WAITING, later(seconds=30), NOW),
        (WAITING, later(seconds=9), None),
        (WAITING, NOW, None),
    ]


async def test_what_this_process_is_doing_is_not_taken_back(store: Store, issue: Issue) -> None:
    await told(store, issue, 10, 11)
    mine, lost = await post.claim(store)
    async with store.write() as transaction:
        assert await transaction.outbox.recover(later(seconds=30), [mine.id]) == 1
    assert await post.states(store) == {mine.channel: SENDING, lost.channel: WAITING}


async def test_an_attempt_stays_in_doubt_since_the_first_of_which_nobody_knows(
    store: Store, issue: Issue
) -> None:
    await told(store, issue, 10)
    async with store.write() as transaction:
        outbox = transaction.outbox
        taken = await outbox.claim(post.TENURE, NOW, 9)
        await post.settle(transaction, taken, WAITING, unsure_since=NOW)
        await outbox.claim(post.TENURE, later(seconds=9), 9)
        assert await outbox.recover(later(seconds=30)) == 1
        (again,) = await outbox.claim(post.TENURE, later(seconds=30), 9)
    assert again.unsure_since == NOW
    assert (again.attempts, again.sending_at) == (3, later(seconds=30))


async def test_a_release_is_stopped_with_what_it_still_asks_for(store: Store, issue: Issue) -> None:
    await post.subscribe(store, issue.briefing, 12, standing=post.Standing.GONE)
    key = await told(store, issue, 10, 11)
    other = await told(store, issue)
    taken = await post.claim(store, limit=1)
    async with store.write() as transaction:
        await transaction.outbox.stop(key, "too long", later(seconds=1))
    assert await post.states(store, key) == {10: SENDING, 11: FAILED, 12: FAILED}
    (failed, *_) = (row for row in await post.rows(store, key) if row.state is FAILED)
    assert (failed.reason, failed.ended_at) == ("too long", later(seconds=1))
    assert await post.states(store, other) == {10: WAITING, 11: WAITING, 12: HELD}
    assert [each.channel for each in taken] == [10]


async def test_releases_that_ask_for_nothing_any_more_are_done_once(
    store: Store, issue: Issue
) -> None:
    first, second = await told(store, issue, 10), await told(store, issue)
    stopped = await told(store, issue, state=ReleaseState.STOPPED)
    async with store.write() as transaction:
        assert await transaction.outbox.finish() == []
        taken = await transaction.outbox.claim(post.TENURE, NOW, 9)
        assert await transaction.outbox.finish() == []
        await post.settle(transaction, taken)
        assert await transaction.outbox.finish() == [first]
        assert await transaction.outbox.finish() == []
        kept = [await transaction.releases.existing(key) for key in (first, second, stopped)]
    assert [each.state for each in kept] == [
        ReleaseState.DONE,
        ReleaseState.OPEN,
        ReleaseState.STOPPED,
    ]


async def test_a_crosspost_keeps_no_release_open(store: Store, issue: Issue) -> None:
    own = await post.subscribe(store, issue.briefing, 10, kind=post.ChannelKind.ANNOUNCEMENT)
    key = await post.release(store, issue)
    await post.post(store, issue, 10, 100, subscription=own, release=key)
    async with store.write() as transaction:
        await transaction.fan_out.crossposts([100], NOW)
        assert await transaction.outbox.finish() == [key]
    assert [each.act for each in await post.claim(store)] == [Act.CROSSPOST]


async def test_what_is_held_keeps_no_release_open(store: Store, issue: Issue) -> None:
    await post.subscribe(store, issue.briefing, 10, standing=post.Standing.GONE)
    key = await told(store, issue)
    async with store.write() as transaction:
        assert await transaction.outbox.finish() == [key]


async def test_an_empty_outbox_looks_forward_to_nothing(store: Store, issue: Issue) -> None:
    assert await outlook(store) == Outlook(opens=False, waits=False, next=None)


async def test_the_outlook_tells_what_is_due_and_what_comes_next(
    store: Store, issue: Issue
) -> None:
    key = await post.release(
        store, issue, state=ReleaseState.PENDING, due_at=later(seconds=20), opened_at=None
    )
    assert await outlook(store) == (False, False, later(seconds=20))
    assert await outlook(store, later(seconds=20)) == (True, False, later(seconds=20))
    async with store.write() as transaction:
        await transaction.releases.set_state(key, ReleaseState.OPEN)
    await post.subscribe(store, issue.briefing, 10)
    await post.tell(store, key, issue.briefing, due=later(seconds=30))
    assert await outlook(store) == (False, False, later(seconds=30))
    assert await outlook(store, later(seconds=30)) == (False, True, None)
    await post.claim(store, later(seconds=30))
    assert await outlook(store, later(seconds=30)) == (False, False, None)


async def test_the_salt_of_a_database_stays(store: Store) -> None:
    async with store.read() as transaction:
        salts = {await transaction.outbox.salt() for _ in range(2)}
    (salt,) = salts
    assert 4 <= len(salt) <= 8
    assert salt.isalnum()


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_happens_a_channel_gets_its_releases_in_order(
    store: Store, issue: Issue, seed: int
) -> None:
    """Releases, claims and outcomes in any order: one act in a channel, and each sent once."""
    chance, now = Random(seed), NOW  # noqa: S311
    channels = range(10, 15)
    releases = [await told(store, issue, *channels)]
    flying: list[post.Delivery] = []
    sent: dict[int, list[int]] = {channel: [] for channel in channels}
    for step in range(60):
        now = later(seconds=step)
        if step % 20 == 10:
            releases.append(await told(store, issue))
        new = await post.claim(store, now, chance.randrange(4))
        flying += new
        assert len({each.channel for each in flying}) == len(flying)
        ending = chance.sample(flying, chance.randrange(len(flying) + 1))
        for each in ending:
            flying.remove(each)
            comes_through = chance.random() < 0.6
            async with store.write() as transaction:
                due = later(seconds=step + chance.randrange(3))
                state = SENT if comes_through else WAITING
                await post.settle(transaction, [each], state, now, due_at=due)
            if comes_through:
                sent[each.channel].append(each.release)
    for releases_of in sent.values():
        assert releases_of == sorted(set(releases_of))
    done = {channel: found for channel, found in sent.items() if found == releases}
    assert done
