"""Subscriptions: kept, changed, paused and ended, and what that does to what waits for them."""

import pytest

from bot.domain.briefing import Briefing
from bot.domain.delivery import Act, DeliveryState
from bot.domain.release import ReleaseKind
from bot.domain.subscription import ChannelKind, Place, Standing, Subscription, Wishes
from bot.errors import Refused
from bot.store.store import Store
from tests.moments import NOW, later
from tests.shelving import found_briefing, publish
from tests.store import post
from tests.store.post import ABROAD, HELD, NEWSROOM, SENDING, SENT, SKIPPED, WAITING

SOON = later(minutes=1)


@pytest.fixture
async def tides(store: Store) -> Briefing:
    await post.hold(store)
    return await found_briefing(store, NEWSROOM, "Tides")


async def get(store: Store, key: int) -> Subscription:
    async with store.read() as transaction:
        found = await transaction.subscriptions.get(key)
        assert found
        return found


async def set_standing(store: Store, standing: Standing, *keys: int) -> None:
    async with store.write() as transaction:
        await transaction.subscriptions.set_standing(keys, standing, "", SOON)


async def test_a_subscription_comes_back_as_it_was_made(store: Store, tides: Briefing) -> None:
    place = Place(server=NEWSROOM, channel=10, kind=ChannelKind.THREAD)
    wishes = Wishes(countries=("EE", "FI"), ping=99, ping_updates=True)
    async with store.write() as transaction:
        key = await transaction.subscriptions.keep(place, tides.id, wishes, 7, NOW)
    assert await get(store, key) == Subscription(
        id=key,
        place=place,
        briefing=tides,
        wishes=wishes,
        subscriber=7,
        standing=Standing.WORKING,
        since=NOW,
    )


async def test_a_channel_subscribes_to_a_briefing_once(store: Store, tides: Briefing) -> None:
    first = await post.subscribe(store, tides, 10, "FI", ping=99, standing=Standing.BY_HAND)
    again = await post.subscribe(store, tides, 10, "SE", "NO", kind=ChannelKind.ANNOUNCEMENT)
    found = await get(store, first)
    assert again == first
    assert found.wishes == Wishes(countries=("NO", "SE"))
    assert (found.place.kind, found.standing) == (ChannelKind.ANNOUNCEMENT, Standing.WORKING)


async def test_a_channel_may_subscribe_to_several_briefings(store: Store, tides: Briefing) -> None:
    fog = await found_briefing(store, NEWSROOM, "Fog")
    keys = {await post.subscribe(store, briefing, 10) for briefing in (tides, fog)}
    assert len(keys) == 2


async def test_wishes_change_without_how_it_stands(store: Store, tides: Briefing) -> None:
    key = await post.subscribe(store, tides, 10, "FI", ping=99, standing=Standing.NO_RIGHT)
    before = await get(store, key)
    wishes = Wishes(countries=("SE", "EE", "SE"), ping=3, ping_updates=True)
    async with store.write() as transaction:
        await transaction.subscriptions.want(key, wishes)
    after = await get(store, key)
    assert after.wishes == Wishes(countries=("EE", "SE"), ping=3, ping_updates=True)
    assert after.model_copy(update={"wishes": before.wishes}) == before
    async with store.write() as transaction:
        await transaction.subscriptions.want(key, Wishes())
    assert (await get(store, key)).wishes == Wishes()


async def test_subscriptions_are_found_by_what_they_belong_to(
    store: Store, tides: Briefing
) -> None:
    fog = await found_briefing(store, NEWSROOM, "Fog")
    one = await post.subscribe(store, tides, 10)
    two = await post.subscribe(store, fog, 10)
    three = await post.subscribe(store, tides, 50, server=ABROAD)
    ended = await post.subscribe(store, tides, 12, standing=Standing.ENDED)
    async with store.read() as transaction:
        found = transaction.subscriptions
        keys = [
            [each.id for each in await asked]
            for asked in (
                found.of_server(NEWSROOM),
                found.of_server(ABROAD),
                found.of_channels([10, 12]),
                found.of_channels([50, 99]),
                found.of_channels([]),
                found.of_briefing(tides.id),
                found.everyone(),
            )
        ]
        between = await found.between(12, tides.id)
        assert await found.between(50, fog.id) is None
        assert await found.get(ended + 1) is None
    assert keys == [[two, one], [three], [two, one], [three], [], [one, three], [two, one, three]]
    assert between
    assert (between.id, between.standing) == (ended, Standing.ENDED)
    assert (await get(store, ended)).standing is Standing.ENDED


async def test_a_subscription_of_an_unknown_server_cannot_be_kept(
    store: Store, tides: Briefing
) -> None:
    async def keep() -> None:
        async with store.write() as transaction:
            place = Place(server=77, channel=10)
            await transaction.subscriptions.keep(place, tides.id, Wishes(), 7, NOW)

    with pytest.raises(Refused):
        await keep()


async def test_it_is_known_when_a_message_last_came_through(store: Store, tides: Briefing) -> None:
    issue = await publish(store, tides, 1)
    key = await post.subscribe(store, tides, 10)
    assert (await get(store, key)).last_sent is None
    for minutes, state in ((1, SENT), (2, SENT), (3, SKIPPED)):
        release = await post.release(store, issue)
        await post.tell(store, release, tides)
        async with store.write() as transaction:
            taken = await transaction.outbox.claim(post.TENURE, NOW, 9)
            await post.settle(transaction, taken, state, later(minutes=minutes))
    assert (await get(store, key)).last_sent == later(minutes=2)


async def waiting(store: Store, tides: Briefing, key: int) -> tuple[int, int]:
    """A message and an edit for the channel of a subscription, of two releases."""
    issue = await publish(store, tides, 1)
    publication = await post.release(store, issue)
    await post.tell(store, publication, tides)
    await post.post(store, issue, 10, 100, subscription=key)
    correction = await post.release(store, issue, ReleaseKind.CORRECTION, revision=2)
    async with store.write() as transaction:
        await transaction.fan_out.to_copies(correction, issue.id, 2, NOW)
    return publication, correction


@pytest.mark.parametrize(
    ("standing", "send", "edit", "reason"),
    [
        (Standing.NO_RIGHT, HELD, HELD, ""),
        (Standing.GONE, HELD, HELD, ""),
        (Standing.BY_HAND, SKIPPED, WAITING, "paused by hand"),
        (Standing.CLOSED, SKIPPED, WAITING, "the briefing is private now"),
        (Standing.ENDED, SKIPPED, WAITING, "the subscription ended"),
    ],
)
async def test_what_waits_for_a_subscription_that_pauses_waits_longer_or_goes(
    store: Store,
    tides: Briefing,
    standing: Standing,
    send: DeliveryState,
    edit: DeliveryState,
    reason: str,
) -> None:
    key = await post.subscribe(store, tides, 10)
    await post.subscribe(store, tides, 11)
    releases = await waiting(store, tides, key)
    await set_standing(store, standing, key)
    rows = await post.rows(store)
    mine = {row.act: row for row in rows if row.subscription == key}
    assert (mine[Act.SEND].state, mine[Act.EDIT].state) == (send, edit)
    assert mine[Act.SEND].reason == reason
    assert mine[Act.SEND].ended_at == (SOON if send is SKIPPED else None)
    assert {row.state for row in rows if row.subscription != key} == {WAITING}
    assert {row.release for row in rows} == set(releases)
    found = await get(store, key)
    assert (found.standing, found.since) == (standing, SOON)


@pytest.mark.parametrize("standing", [Standing.NO_RIGHT, Standing.GONE])
async def test_what_was_held_goes_out_when_the_subscription_works_again(
    store: Store, tides: Briefing, standing: Standing
) -> None:
    key = await post.subscribe(store, tides, 10)
    await waiting(store, tides, key)
    await set_standing(store, standing, key)
    assert await post.claim(store, SOON) == []
    await set_standing(store, Standing.WORKING, key)
    assert {(row.state, row.due_at) for row in await post.rows(store)} == {(WAITING, SOON)}
    assert len(await post.claim(store, SOON)) == 1


async def test_what_was_skipped_is_not_sent_when_the_subscription_works_again(
    store: Store, tides: Briefing
) -> None:
    key = await post.subscribe(store, tides, 10)
    publication, _ = await waiting(store, tides, key)
    await set_standing(store, Standing.BY_HAND, key)
    await set_standing(store, Standing.WORKING, key)
    assert await post.states(store, publication) == {10: SKIPPED}


async def test_what_is_on_its_way_is_left_to_whoever_sends_it(
    store: Store, tides: Briefing
) -> None:
    key = await post.subscribe(store, tides, 10)
    publication, _ = await waiting(store, tides, key)
    await post.claim(store)
    for standing in (Standing.GONE, Standing.BY_HAND):
        await set_standing(store, standing, key)
        assert await post.states(store, publication) == {10: SENDING}


async def test_nobody_may_be_meant(store: Store, tides: Briefing) -> None:
    key = await post.subscribe(store, tides, 10)
    before = await get(store, key)
    await set_standing(store, Standing.GONE)
    async with store.write() as transaction:
        await transaction.subscriptions.told([], NOW)
    assert await get(store, key) == before


async def test_a_standing_is_known_with_its_details(store: Store, tides: Briefing) -> None:
    keys = [await post.subscribe(store, tides, channel) for channel in (10, 11)]
    async with store.write() as transaction:
        subscriptions = transaction.subscriptions
        await subscriptions.set_standing(keys, Standing.NO_RIGHT, "view send", SOON)
        await subscriptions.told(keys[:1], later(hours=1))
    first, second = [await get(store, key) for key in keys]
    assert (first.standing, first.detail, first.since) == (Standing.NO_RIGHT, "view send", SOON)
    assert (first.told_at, second.told_at) == (later(hours=1), None)


async def turn(store: Store, tides: Briefing, *, public: bool) -> None:
    async with store.write() as transaction:
        await transaction.briefings.set_public(tides.id, public)
        await transaction.subscriptions.open_or_close(tides, public=public, now=SOON)


async def test_a_briefing_that_turns_private_pauses_those_of_other_servers(
    store: Store, tides: Briefing
) -> None:
    own = await post.subscribe(store, tides, 10)
    foreign = {
        standing: await post.subscribe(store, tides, 50 + n, server=ABROAD, standing=standing)
        for n, standing in enumerate(Standing)
    }
    await turn(store, tides, public=False)
    assert (await get(store, own)).standing is Standing.WORKING
    found = {was: (await get(store, key)).standing for was, key in foreign.items()}
    assert found == {
        Standing.WORKING: Standing.CLOSED,
        Standing.NO_RIGHT: Standing.CLOSED,
        Standing.GONE: Standing.CLOSED,
        Standing.CLOSED: Standing.CLOSED,
        Standing.BY_HAND: Standing.BY_HAND,
        Standing.ENDED: Standing.ENDED,
    }
    await turn(store, tides, public=True)
    again = {was: (await get(store, key)).standing for was, key in foreign.items()}
    assert again == dict.fromkeys(Standing, Standing.WORKING) | {
        Standing.BY_HAND: Standing.BY_HAND,
        Standing.ENDED: Standing.ENDED,
    }


async def test_to_open_a_briefing_wakes_nobody_whom_it_did_not_close(
    store: Store, tides: Briefing
) -> None:
    keys = {
        standing: await post.subscribe(store, tides, 50 + n, server=ABROAD, standing=standing)
        for n, standing in enumerate((Standing.GONE, Standing.NO_RIGHT, Standing.BY_HAND))
    }
    await turn(store, tides, public=True)
    assert {was: (await get(store, key)).standing for was, key in keys.items()} == {
        was: was for was in keys
    }


async def test_what_has_been_out_of_reach_for_too_long_ends(store: Store, tides: Briefing) -> None:
    keys = [
        await post.subscribe(store, tides, 10 + number, standing=standing)
        for number, standing in enumerate((Standing.GONE, Standing.GONE, Standing.NO_RIGHT))
    ]
    await set_standing(store, Standing.GONE, keys[1])
    async with store.write() as transaction:
        await transaction.subscriptions.forget(later(seconds=30), later(hours=1))
    standings = [(await get(store, key)).standing for key in keys]
    assert standings == [Standing.ENDED, Standing.GONE, Standing.NO_RIGHT]


async def test_what_waits_for_what_is_out_of_reach_for_too_long_is_skipped(
    store: Store, tides: Briefing
) -> None:
    key = await post.subscribe(store, tides, 10)
    publication, correction = await waiting(store, tides, key)
    await set_standing(store, Standing.GONE, key)
    now = later(days=40)
    async with store.write() as transaction:
        await transaction.subscriptions.forget(later(days=39), now)
    (send,) = await post.rows(store, publication)
    assert (send.state, send.reason, send.ended_at) == (SKIPPED, "the subscription ended", now)
    (edit,) = await post.rows(store, correction)
    assert (edit.state, edit.due_at, edit.ended_at) == (WAITING, now, None)
    found = await get(store, key)
    assert (found.standing, found.since) == (Standing.ENDED, now)


@pytest.mark.parametrize("standing", [Standing.BY_HAND, Standing.CLOSED, Standing.ENDED])
async def test_an_edit_that_was_held_is_made_when_the_subscription_ends(
    store: Store, tides: Briefing, standing: Standing
) -> None:
    key = await post.subscribe(store, tides, 10)
    publication, correction = await waiting(store, tides, key)
    await set_standing(store, Standing.NO_RIGHT, key)
    assert await post.states(store, publication, correction) == {10: HELD}
    await set_standing(store, standing, key)
    assert await post.states(store, publication) == {10: SKIPPED}
    (edit,) = await post.rows(store, correction)
    assert (edit.state, edit.due_at) == (WAITING, SOON)


async def test_what_was_held_for_a_reason_forgets_it_when_the_subscription_works_again(
    store: Store, tides: Briefing
) -> None:
    key = await post.subscribe(store, tides, 10)
    await post.tell(store, await post.release(store, await publish(store, tides, 1)), tides)
    async with store.write() as transaction:
        taken = await transaction.outbox.claim(post.TENURE, NOW, 9)
        await transaction.subscriptions.set_standing([key], Standing.NO_RIGHT, "", NOW)
        await post.settle(transaction, taken, HELD, reason="no right")
    assert {(row.state, row.reason) for row in await post.rows(store)} == {(HELD, "no right")}
    await set_standing(store, Standing.WORKING, key)
    assert {(row.state, row.reason) for row in await post.rows(store)} == {(WAITING, "")}


def test_only_messages_of_an_announcement_channel_are_announced() -> None:
    briefing = Briefing(id=1, newsroom=1, newsroom_name="Desk", name="Tides", public=True)
    announced = {
        kind: Subscription(
            id=1, place=Place(server=1, channel=2, kind=kind), briefing=briefing
        ).announced
        for kind in ChannelKind
    }
    assert [kind for kind, said in announced.items() if said] == [ChannelKind.ANNOUNCEMENT]
