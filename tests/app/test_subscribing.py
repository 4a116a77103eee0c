"""Subscribing: who may subscribe a channel to what, and how a subscription stands."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from bot.app.app import App, build_app
from bot.app.briefing_making import open_or_close
from bot.app.importing import Order
from bot.domain.access import NOWHERE, Access
from bot.domain.briefing import Briefing
from bot.domain.delivery import DeliveryState
from bot.domain.gazetteer import Gazetteer
from bot.domain.reader import Reader
from bot.domain.subscription import ChannelKind, Place, Standing, Subscription, Wishes
from bot.errors import Refused
from bot.store.store import Store
from tests.app.documents import FULL
from tests.contents import section
from tests.moments import NOW
from tests.shelving import found_briefing, publish

HERE = Reader(user=2, server=5, channel=50)
THERE = Reader(user=9, server=6, channel=60)
PLACE = Place(server=5, channel=50)
THREAD = Place(server=5, channel=51, kind=ChannelKind.THREAD)
ALL, NONE = Access(), Access(send=False)
WISHES = Wishes(countries=("JP", "FI"), ping=7, ping_updates=True)


class Clock:
    """A clock that a test moves."""

    now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(store: Store, gazetteer: Gazetteer, clock: Callable[[], datetime]) -> App:
    return build_app(store, gazetteer, clock)


@pytest.fixture
async def tides(store: Store) -> Briefing:
    """A public briefing of another server."""
    return await found_briefing(store, 1, "Tides")


@pytest.fixture
async def secret(store: Store) -> Briefing:
    """A private one of another server."""
    return await found_briefing(store, 1, "Secret Tides", public=False)


async def subscribed(
    app: App, briefing: Briefing, place: Place = PLACE, access: Access = ALL
) -> Subscription:
    return await app.subscribing.subscribe(HERE, place, briefing.id, WISHES, access)


async def turn(store: Store, briefing: Briefing, *, public: bool) -> None:
    async with store.write() as transaction:
        await open_or_close(transaction, briefing, public=public, clock=lambda: NOW)


async def standing(app: App, found: Subscription) -> Standing:
    return (await app.subscribing.get(5, found.id)).standing


async def test_a_server_is_offered_its_own_briefings_and_the_public_ones(
    app: App, store: Store, tides: Briefing, secret: Briefing
) -> None:
    mine = await found_briefing(store, 5, "Anchors", public=False)
    assert await app.subscribing.briefings(HERE) == [mine, tides]
    assert await app.subscribing.briefings(Reader(user=3)) == [tides]


async def test_countries_are_those_with_sections_the_most_first(
    app: App, store: Store, tides: Briefing
) -> None:
    assert await app.subscribing.countries(tides.id) == ()
    await publish(store, tides, 1, section("FI"), section("JP"))
    await publish(store, tides, 2, section("JP"))
    assert await app.subscribing.countries(tides.id) == ("JP", "FI")


async def test_a_briefing_is_named_by_id_name_or_label(app: App, tides: Briefing) -> None:
    for name in (str(tides.id), tides.id, "tides", "Tides · Newsroom 1"):
        assert await app.subscribing.named(HERE, name) == tides


async def test_the_only_briefing_needs_no_name(app: App, store: Store, tides: Briefing) -> None:
    assert await app.subscribing.named(HERE, None) == tides
    await found_briefing(store, 1, "Anchors")
    with pytest.raises(Refused, match="Say which briefing"):
        await app.subscribing.named(HERE, None)


async def test_where_there_is_none_the_refusal_says_what_to_do(app: App) -> None:
    with pytest.raises(Refused, match="`/setup` makes one here"):
        await app.subscribing.named(HERE, None)


@pytest.mark.parametrize("name", ["Secret Tides", "nothing such", "999"])
async def test_what_may_not_be_read_here_is_refused_like_what_is_not_there(
    app: App, secret: Briefing, name: str
) -> None:
    for named in (name, secret.id):
        with pytest.raises(Refused, match="No such briefing can be read here"):
            await app.subscribing.named(HERE, named)


def test_several_countries_have_commas_between_them(app: App) -> None:
    assert app.subscribing.countries_typed(" Japan, germany;JP、") == ("JP", "DE")
    with pytest.raises(Refused, match="Name a country, several with commas"):
        app.subscribing.countries_typed(" , ")


async def test_a_channel_is_subscribed_with_what_it_wants(app: App, tides: Briefing) -> None:
    found = await subscribed(app, tides)
    assert found == Subscription(
        id=found.id,
        place=PLACE,
        briefing=tides,
        wishes=Wishes(countries=("FI", "JP"), ping=7, ping_updates=True),
        subscriber=2,
        since=NOW,
    )
    assert await app.subscribing.of_server(5) == [found]
    assert await app.subscribing.of_server(6) == []
    assert await app.subscribing.get(5, found.id) == found


async def test_subscribing_again_changes_the_one_there_is(
    app: App, tides: Briefing, clock: Clock
) -> None:
    first = await subscribed(app, tides)
    await app.subscribing.pause(5, first.id)
    other = Reader(user=3, server=5)
    again = await app.subscribing.subscribe(other, PLACE, tides.id, Wishes(), ALL)
    assert (again.id, again.wishes, again.subscriber) == (first.id, Wishes(), 3)
    assert again.standing is Standing.WORKING
    assert await app.subscribing.of_server(5) == [again]


async def test_several_channels_are_subscribed_together(app: App, tides: Briefing) -> None:
    targets = [(PLACE, ALL), (THREAD, NONE)]
    made = await app.subscribing.subscribe_all(HERE, targets, tides.id, WISHES, interaction=77)
    assert [(each.place, each.standing) for each in made] == [
        (PLACE, Standing.WORKING),
        (THREAD, Standing.NO_RIGHT),
    ]
    with pytest.raises(Refused, match="done already"):
        await app.subscribing.subscribe_all(HERE, targets, tides.id, Wishes(), interaction=77)
    assert await app.subscribing.of_server(5) == made


async def test_if_one_channel_is_refused_none_is_subscribed(app: App, tides: Briefing) -> None:
    elsewhere = Place(server=6, channel=60)
    with pytest.raises(Refused, match="can no longer be read here"):
        await app.subscribing.subscribe_all(
            HERE, [(PLACE, ALL), (elsewhere, ALL)], tides.id, WISHES
        )
    assert await app.subscribing.of_server(5) == []


async def test_what_may_not_be_read_is_not_subscribed(
    app: App, tides: Briefing, secret: Briefing
) -> None:
    for key in (secret.id, 999):
        with pytest.raises(Refused, match="can no longer be read here"):
            await app.subscribing.subscribe(HERE, PLACE, key, WISHES, ALL)


async def test_a_newsroom_subscribes_to_its_own_private_briefing(app: App, store: Store) -> None:
    mine = await found_briefing(store, 5, "Anchors", public=False)
    assert (await subscribed(app, mine)).standing is Standing.WORKING


async def test_a_server_has_room_for_a_hundred(app: App, tides: Briefing) -> None:
    places = [(Place(server=5, channel=1000 + each), ALL) for each in range(100)]
    made = await app.subscribing.subscribe_all(HERE, places, tides.id, WISHES)
    with pytest.raises(Refused, match="has 100 subscriptions already"):
        await subscribed(app, tides)
    again = await subscribed(app, tides, places[0][0])
    assert again.id == made[0].id
    await app.subscribing.remove(5, made[1].id)
    await subscribed(app, tides)
    with pytest.raises(Refused, match="has 100 subscriptions already"):
        await app.subscribing.restore(HERE, [made[1].id], [], ALL)


async def test_without_the_rights_it_waits(app: App, tides: Briefing) -> None:
    waits = await subscribed(app, tides, access=Access(send=False, history=False))
    assert (waits.standing, waits.detail) == (Standing.NO_RIGHT, "send history")
    gone = await subscribed(app, tides, THREAD, NOWHERE)
    assert gone.standing is Standing.GONE
    pings = await subscribed(app, tides, access=Access(can_ping=False))
    assert pings.standing is Standing.WORKING


async def published(app: App) -> tuple[Subscription, Callable[[], Awaitable[list[DeliveryState]]]]:
    """A subscription to which an issue is on its way, and how its delivery stands."""
    order = Order(newsroom=5, author="Ada", publish=False)
    drafted = await app.importing.bring(FULL.encode(), "issue.txt", order)
    found = await subscribed(app, drafted.issue.briefing)
    told = order.model_copy(update={"publish": True, "announce": True})
    issue = (await app.importing.bring(FULL.encode(), "issue.txt", told)).issue

    async def states() -> list[DeliveryState]:
        (receipt,) = await app.receipts.of_issue(issue)
        return [count.state for count in receipt.counts]

    return found, states


async def test_what_waits_for_a_right_goes_out_once_the_channel_is_subscribed_again(
    app: App,
) -> None:
    found, states = await published(app)
    assert await states() == [DeliveryState.WAITING]
    await app.subscribing.check({50: NONE})
    assert await states() == [DeliveryState.HELD]
    await subscribed(app, found.briefing, access=NONE)
    assert await states() == [DeliveryState.HELD]
    await subscribed(app, found.briefing)
    assert await states() == [DeliveryState.WAITING]


async def test_a_change_leaves_how_it_stands_and_who_subscribed(app: App, tides: Briefing) -> None:
    found = await subscribed(app, tides)
    await app.subscribing.pause(5, found.id)
    changed = await app.subscribing.change(5, found.id, Wishes(countries=("RU",)), interaction=8)
    assert changed.wishes == Wishes(countries=("RU",))
    assert (changed.standing, changed.subscriber) == (Standing.BY_HAND, 2)
    with pytest.raises(Refused, match="done already"):
        await app.subscribing.change(5, found.id, Wishes(), interaction=8)
    with pytest.raises(Refused, match="has ended"):
        await app.subscribing.change(6, found.id, Wishes())


async def test_a_server_gets_only_its_own(app: App, tides: Briefing) -> None:
    found = await subscribed(app, tides)
    for server, key in ((6, found.id), (5, 999)):
        with pytest.raises(Refused, match="`/alerts list` shows what there is"):
            await app.subscribing.get(server, key)


async def test_who_subscribed_finds_it_without_the_server(app: App, tides: Briefing) -> None:
    found = await subscribed(app, tides)
    assert await app.subscribing.of_subscriber(2, found.id) == found
    with pytest.raises(Refused, match="Somebody else subscribed this"):
        await app.subscribing.of_subscriber(3, found.id)
    await app.subscribing.remove(5, found.id)
    with pytest.raises(Refused, match="has ended"):
        await app.subscribing.of_subscriber(2, found.id)


async def test_stop_ends_all_of_a_channel_and_nothing_else(
    app: App, store: Store, tides: Briefing
) -> None:
    anchors = await found_briefing(store, 1, "Anchors")
    both = [await subscribed(app, each) for each in (anchors, tides)]
    kept = await subscribed(app, tides, THREAD)
    with pytest.raises(Refused, match="not subscribed to anything; `/alerts list`"):
        await app.subscribing.stop(6, 50)
    assert await app.subscribing.stop(5, 50, interaction=8) == both
    assert await app.subscribing.of_server(5) == [kept]
    with pytest.raises(Refused, match="not subscribed to anything"):
        await app.subscribing.stop(5, 50)
    with pytest.raises(Refused, match="done already"):
        await app.subscribing.stop(5, 51, interaction=8)


async def test_what_was_stopped_comes_back_as_it_was(
    app: App, store: Store, tides: Briefing
) -> None:
    anchors = await found_briefing(store, 1, "Anchors")
    rests, works = [await subscribed(app, each) for each in (anchors, tides)]
    await app.subscribing.pause(5, rests.id)
    await app.subscribing.stop(5, 50)
    keys = (rests.id, works.id)
    back = await app.subscribing.restore(HERE, keys, [rests.id], ALL, interaction=9)
    assert [each.standing for each in back] == [Standing.BY_HAND, Standing.WORKING]
    assert [each.wishes for each in back] == [rests.wishes, works.wishes]
    assert await app.subscribing.restore(HERE, keys, [], ALL) == []
    assert await standing(app, rests) is Standing.BY_HAND
    with pytest.raises(Refused, match="done already"):
        await app.subscribing.restore(HERE, keys, [], ALL, interaction=9)


async def test_nothing_comes_back_elsewhere_or_against_its_newsroom(
    app: App, store: Store, tides: Briefing
) -> None:
    found = await subscribed(app, tides)
    await app.subscribing.stop(5, 50)
    assert await app.subscribing.restore(THERE, [found.id], [], ALL) == []
    await turn(store, tides, public=False)
    (back,) = await app.subscribing.restore(HERE, [found.id], [], ALL)
    assert back.standing is Standing.CLOSED


async def test_a_right_that_was_lost_meanwhile_is_waited_for(app: App, tides: Briefing) -> None:
    found = await subscribed(app, tides)
    await app.subscribing.stop(5, 50)
    (back,) = await app.subscribing.restore(HERE, [found.id], [], NONE)
    assert back.standing is Standing.NO_RIGHT


async def test_one_is_removed_for_good(app: App, tides: Briefing) -> None:
    found = await subscribed(app, tides)
    assert (await app.subscribing.remove(5, found.id, 8)).standing is Standing.ENDED
    assert await app.subscribing.of_server(5) == []
    for again in (app.subscribing.remove, app.subscribing.pause):
        with pytest.raises(Refused, match="has ended"):
            await again(5, found.id)


async def test_one_rests_and_goes_on(app: App, tides: Briefing, clock: Clock) -> None:
    found = await subscribed(app, tides)
    clock.now += timedelta(hours=1)
    paused = await app.subscribing.pause(5, found.id, 8)
    assert (paused.standing, paused.since) == (Standing.BY_HAND, clock.now)
    assert (await app.subscribing.resume(5, found.id, NONE)).standing is Standing.NO_RIGHT
    assert (await app.subscribing.resume(5, found.id, ALL, 9)).standing is Standing.WORKING
    for again in (8, 9):
        with pytest.raises(Refused, match="done already"):
            await app.subscribing.resume(5, found.id, ALL, again)


@pytest.mark.parametrize("paused_first", [True, False])
async def test_a_briefing_that_is_private_again_is_not_resumed(
    app: App, store: Store, tides: Briefing, paused_first: bool
) -> None:
    found = await subscribed(app, tides)
    if paused_first:
        await app.subscribing.pause(5, found.id)
    await turn(store, tides, public=False)
    with pytest.raises(Refused, match="private to its own server now; once it is public again"):
        await app.subscribing.resume(5, found.id, ALL)
    await turn(store, tides, public=True)
    assert (await app.subscribing.resume(5, found.id, ALL)).standing is Standing.WORKING


async def test_a_look_pauses_what_lost_a_right_and_lets_it_work_again(
    app: App, tides: Briefing
) -> None:
    found = await subscribed(app, tides)
    lost = await app.subscribing.check({50: NONE})
    assert [each.id for each in lost.lost] == [found.id]
    assert (lost.lost[0].standing, lost.lost[0].detail) == (Standing.NO_RIGHT, "send")
    for access in (NONE, Access(send=False, can_ping=False)):
        same = await app.subscribing.check({50: access})
        assert (same.lost, same.regained) == ((), ())
    gone = await app.subscribing.check({50: NOWHERE})
    assert [each.standing for each in gone.lost] == [Standing.GONE]
    back = await app.subscribing.check({50: ALL, 51: NONE})
    assert [each.standing for each in back.regained] == [Standing.WORKING]


async def test_a_look_sees_what_a_channel_was_made_into(app: App, tides: Briefing) -> None:
    found = await subscribed(app, tides)
    await app.subscribing.check({50: Access(kind=ChannelKind.ANNOUNCEMENT)})
    assert (await app.subscribing.get(5, found.id)).announced
    for access in (ALL, NOWHERE):
        await app.subscribing.check({50: access})
        assert (await app.subscribing.get(5, found.id)).announced, "nobody saw another kind"


async def test_a_look_leaves_alone_what_a_person_or_a_newsroom_paused(
    app: App, tides: Briefing
) -> None:
    found = await subscribed(app, tides)
    await app.subscribing.pause(5, found.id)
    assert (await app.subscribing.check({50: NONE})).lost == ()
    assert await standing(app, found) is Standing.BY_HAND


async def test_what_is_out_of_reach_is_known_and_let_go_after_a_month(
    app: App, tides: Briefing, clock: Clock
) -> None:
    waits = await subscribed(app, tides, access=NONE)
    gone = await subscribed(app, tides, THREAD, NOWHERE)
    found = await app.subscribing.out_of_reach()
    assert [each.id for each in found] == [waits.id, gone.id]
    clock.now += timedelta(days=31)
    assert [each.id for each in await app.subscribing.out_of_reach()] == [waits.id]


async def to_tell(app: App, *found: Subscription) -> list[int]:
    due = await app.subscribing.to_tell([each.id for each in found])
    return [each.id for each in due]


async def test_a_loss_is_told_until_that_is_noted(app: App, tides: Briefing, clock: Clock) -> None:
    found = await subscribed(app, tides, access=NONE)
    assert [each.id for each in await app.subscribing.to_tell([found.id, 999])] == [found.id]
    assert await to_tell(app, found) == [found.id]
    await app.subscribing.note_told(found.id)
    assert await to_tell(app, found) == []
    clock.now += timedelta(days=2)
    assert await to_tell(app, found) == []


async def test_a_loss_that_comes_again_is_told_a_day_later(
    app: App, tides: Briefing, clock: Clock
) -> None:
    found = await subscribed(app, tides, access=NONE)
    await app.subscribing.note_told(found.id)
    for hours, access in ((1, ALL), (1, NONE)):
        clock.now += timedelta(hours=hours)
        await app.subscribing.check({50: access})
    assert await to_tell(app, found) == []
    clock.now += timedelta(hours=22)
    assert await to_tell(app, found) == [found.id]


async def test_what_works_or_was_paused_by_hand_is_not_told(app: App, tides: Briefing) -> None:
    found = await subscribed(app, tides)
    assert await to_tell(app, found) == []
    await app.subscribing.pause(5, found.id)
    assert await to_tell(app, found) == []


async def test_one_notice_tells_of_all_that_a_channel_has_lost(
    app: App, store: Store, tides: Briefing, clock: Clock
) -> None:
    fog = await found_briefing(store, 1, "Fog")
    first, second = await subscribed(app, tides, access=NONE), await subscribed(app, fog)
    await app.subscribing.note_told(first.id)
    clock.now += timedelta(hours=1)
    await app.subscribing.check({50: NONE})
    assert await to_tell(app, first, second) == []
    clock.now += timedelta(days=2)
    assert await to_tell(app, first, second) == []
    assert (await app.subscribing.get(5, second.id)).told


async def test_who_has_not_heard_of_it_hears_a_day_later(
    app: App, store: Store, tides: Briefing, clock: Clock
) -> None:
    fog, other = await found_briefing(store, 1, "Fog"), Reader(user=3, server=5, channel=50)
    first = await subscribed(app, tides, access=NONE)
    await app.subscribing.note_told(first.id)
    second = await app.subscribing.subscribe(other, PLACE, fog.id, WISHES, NONE)
    assert await to_tell(app, second) == []
    clock.now += timedelta(days=1)
    assert await to_tell(app, second) == [second.id]


async def test_another_missing_right_is_no_other_loss(
    app: App, tides: Briefing, clock: Clock
) -> None:
    found = await subscribed(app, tides, access=NONE)
    await app.subscribing.note_told(found.id)
    clock.now += timedelta(hours=1)
    await app.subscribing.check({50: Access(send=False, history=False)})
    now = await app.subscribing.get(5, found.id)
    assert (now.detail, now.since, now.told) == ("send history", NOW, True)


async def test_the_last_issue_is_sent_on_demand(app: App, store: Store, tides: Briefing) -> None:
    found = await subscribed(app, tides)
    with pytest.raises(Refused, match="Tides has no published issue yet"):
        await app.catching_up.send_last(5, found.id)
    issue = await publish(store, tides, 7, section("FI"))
    assert await app.catching_up.send_last(5, found.id, 8) == (found, issue)
    with pytest.raises(Refused, match="Tides #7 is on its way to this channel already"):
        await app.catching_up.send_last(5, found.id)
    await app.subscribing.pause(5, found.id)
    with pytest.raises(Refused, match="is paused; resume it first"):
        await app.catching_up.send_last(5, found.id)
    with pytest.raises(Refused, match="has ended"):
        await app.catching_up.send_last(6, found.id)
