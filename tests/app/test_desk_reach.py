"""The reach of a briefing: who gets it, and what becomes of a server that is kept out."""

from collections.abc import Awaitable, Callable

import pytest

from bot.app.app import App
from bot.app.desk_reach import SIZE, DeskReach
from bot.domain.access import Access
from bot.domain.briefing import Briefing
from bot.domain.delivery import Act
from bot.domain.editor import Editor
from bot.domain.reach import Block, Totals
from bot.domain.reader import Reader
from bot.domain.release import ReleaseKind
from bot.domain.subscription import Place, Standing, Wishes
from bot.errors import Refused
from bot.store.store import Store
from tests.contents import section
from tests.moments import NOW
from tests.shelving import found_briefing, publish
from tests.store import post
from tests.store.post import ABROAD, HELD, NEWSROOM, SKIPPED, WAITING

BOSS = Editor(id=6, name="Cleo", server=NEWSROOM, manages_server=True)
ADA = Editor(id=7, name="Ada", server=NEWSROOM, manages_messages=True)
READER = Editor(id=9, name="Eve", server=NEWSROOM)
STRANGER = BOSS.model_copy(update={"server": ABROAD})
KEPT_OUT = "This newsroom does not let this server subscribe"
THERE = Reader(user=3, server=ABROAD, channel=50)

Deed = Callable[[DeskReach, Editor], Awaitable[object]]
SEEING: dict[str, Deed] = {
    "of": lambda reach, who: reach.of(who, 1),
    "kept_out": lambda reach, who: reach.kept_out(who, 1),
    "visit": lambda reach, who: reach.visit(who, 1, ABROAD),
}
DOING: dict[str, Deed] = {
    "asked": lambda reach, who: reach.asked(who, 1, ABROAD),
    "block": lambda reach, who: reach.block(who, 1, ABROAD),
    "unblock": lambda reach, who: reach.unblock(who, 1, ABROAD),
}


@pytest.fixture
async def tides(store: Store) -> Briefing:
    made = await found_briefing(store, NEWSROOM, "Tides")
    await post.subscribe(store, made, 50, "JP", server=ABROAD)
    async with store.write() as transaction:
        await transaction.servers.keep_names({ABROAD: "Far Shore"})
    return made


@pytest.fixture
def reach(app: App, tides: Briefing) -> DeskReach:
    assert tides.id == 1
    return app.desk_reach


@pytest.mark.parametrize("deed", SEEING.values(), ids=SEEING)
async def test_editors_see_it_and_nobody_else(reach: DeskReach, deed: Deed) -> None:
    for who in (ADA, BOSS):
        await deed(reach, who)
    with pytest.raises(Refused, match="Only editors may do this"):
        await deed(reach, READER)
    with pytest.raises(Refused, match="This newsroom has no such briefing"):
        await deed(reach, STRANGER)


@pytest.mark.parametrize("deed", DOING.values(), ids=DOING)
async def test_only_people_with_manage_server_block(reach: DeskReach, deed: Deed) -> None:
    for who in (ADA, READER):
        with pytest.raises(Refused, match="Only people with Manage Server may do this"):
            await deed(reach, who)
    with pytest.raises(Refused, match="This newsroom has no such briefing"):
        await deed(reach, STRANGER)


async def test_servers_are_shown_page_by_page(
    reach: DeskReach, store: Store, tides: Briefing
) -> None:
    await post.subscribe(store, tides, 10)
    for server in range(20, 20 + SIZE):
        await post.subscribe(store, tides, server * 10, server=server, standing=Standing.GONE)
    first, second = [await reach.of(ADA, tides.id, page) for page in (0, 1)]
    assert first.totals == Totals(servers=SIZE + 2, channels=SIZE + 2, paused=SIZE)
    assert first.servers[0].id == NEWSROOM
    assert (first.page, second.page, second.pages) == (0, 1, 2)
    shown = [each.id for each in (*first.servers, *second.servers)]
    assert len(shown) == len(set(shown)) == SIZE + 2
    assert [each.paused for each in second.servers] == [1, 1]
    assert await reach.of(ADA, tides.id, 99) == second


async def test_no_id_tells_the_name_of_a_server_that_is_no_subscriber(
    reach: DeskReach, store: Store, tides: Briefing
) -> None:
    async with store.write() as transaction:
        await transaction.servers.keep_names({77: "Secret Cove"})
    for server in (77, 78, 10**20 - 1):
        for deed in (reach.visit, reach.asked, reach.block, reach.unblock):
            with pytest.raises(Refused, match="This server does not get this briefing"):
                await deed(BOSS, tides.id, server)


async def test_the_newsroom_keeps_nobody_out_of_its_own_server(
    reach: DeskReach, store: Store, tides: Briefing
) -> None:
    await post.subscribe(store, tides, 10)
    for deed in (reach.asked, reach.block):
        with pytest.raises(Refused, match="the newsroom's own server"):
            await deed(BOSS, tides.id, NEWSROOM)


async def test_a_server_that_is_blocked_gets_nothing_more(
    app: App, reach: DeskReach, store: Store, tides: Briefing
) -> None:
    issue = await publish(store, tides, 1, section("JP"))
    paused = await post.subscribe(store, tides, 51, server=ABROAD, standing=Standing.GONE)
    await post.subscribe(store, tides, 60, server=60)
    release = await post.release(store, issue)
    await post.tell(store, release, tides, "JP")
    assert await post.states(store, release) == {50: WAITING, 51: HELD, 60: WAITING}
    visit, ended = await reach.block(BOSS, tides.id, ABROAD, 5)
    assert (visit.blocked, visit.server.subscriptions, ended) == (True, (), 2)
    assert await post.states(store, release) == {50: SKIPPED, 51: SKIPPED, 60: WAITING}
    with pytest.raises(Refused, match="done already"):
        await reach.block(BOSS, tides.id, ABROAD, 5)
    with pytest.raises(Refused, match="Far Shore is blocked already"):
        await reach.block(BOSS, tides.id, ABROAD)
    later = await post.release(store, issue)
    await post.tell(store, later, tides, "JP")
    assert await post.states(store, later) == {60: WAITING}
    assert await app.subscribing.of_server(ABROAD) == []
    for key in (1, paused):
        with pytest.raises(Refused, match="This subscription has ended"):
            await app.subscribing.resume(ABROAD, key, Access())
    kept = await reach.kept_out(ADA, tides.id)
    assert kept.blocks == (Block(server=ABROAD, name="Far Shore", by=BOSS.id, at=NOW),)


async def test_what_was_posted_there_is_corrected_and_withdrawn(
    reach: DeskReach, store: Store, tides: Briefing
) -> None:
    issue = await publish(store, tides, 1, section("JP"))
    copy = await post.post(store, issue, 50, 500, subscription=1, server=ABROAD)
    await reach.block(BOSS, tides.id, ABROAD)
    correction = await post.release(store, issue, ReleaseKind.CORRECTION)
    withdrawal = await post.release(store, issue, ReleaseKind.WITHDRAWAL)
    async with store.write() as transaction:
        await transaction.fan_out.to_copies(correction, issue.id, 2, NOW)
    async with store.write() as transaction:
        await transaction.fan_out.to_every_copy(withdrawal, issue.id, NOW)
    for release in (correction, withdrawal):
        (row,) = await post.rows(store, release)
        assert (row.act, row.copy, row.channel) == (Act.EDIT, copy.id, 50)


async def test_a_blocked_server_cannot_subscribe_in_any_way(
    app: App, reach: DeskReach, tides: Briefing
) -> None:
    subscribing, place = app.subscribing, Place(server=ABROAD, channel=50)
    await reach.block(BOSS, tides.id, ABROAD)
    assert await subscribing.briefings(THERE) == []
    for named in (tides.id, str(tides.id), "tides", tides.label):
        with pytest.raises(Refused, match=KEPT_OUT):
            await subscribing.named(THERE, named)
    with pytest.raises(Refused, match=KEPT_OUT):
        await subscribing.subscribe(THERE, place, tides.id, Wishes(), Access())
    with pytest.raises(Refused, match=KEPT_OUT):
        await subscribing.restore(THERE, [1], [], Access())
    with pytest.raises(Refused, match="No such briefing can be read here"):
        await subscribing.named(THERE, "Fog")


async def test_what_else_a_channel_had_is_subscribed_again(
    app: App, reach: DeskReach, store: Store, tides: Briefing
) -> None:
    fog = await found_briefing(store, NEWSROOM, "Fog")
    other = await post.subscribe(store, fog, 50, server=ABROAD)
    ended = [each.id for each in await app.subscribing.stop(ABROAD, 50)]
    await reach.block(BOSS, tides.id, ABROAD)
    back = await app.subscribing.restore(THERE, ended, [], Access())
    assert [each.id for each in back] == [other]


async def test_a_private_briefing_says_nothing_to_a_blocked_server(
    app: App, reach: DeskReach, tides: Briefing
) -> None:
    await reach.block(BOSS, tides.id, ABROAD)
    await app.desk_briefings.turn(BOSS, tides.id, public=False)
    with pytest.raises(Refused, match="No such briefing can be read here"):
        await app.subscribing.named(THERE, tides.id)
    place = Place(server=ABROAD, channel=50)
    with pytest.raises(Refused, match="can no longer be read here"):
        await app.subscribing.subscribe(THERE, place, tides.id, Wishes(), Access())
    with pytest.raises(Refused, match=KEPT_OUT):
        await app.subscribing.restore(THERE, [1], [], Access())


async def test_a_server_is_let_in_again(app: App, reach: DeskReach, tides: Briefing) -> None:
    with pytest.raises(Refused, match="Far Shore is not blocked; it may subscribe"):
        await reach.unblock(BOSS, tides.id, ABROAD)
    await reach.block(BOSS, tides.id, ABROAD)
    visit = await reach.unblock(BOSS, tides.id, ABROAD, 6)
    assert (visit.blocked, visit.server.subscriptions) == (False, ())
    assert visit == await reach.visit(ADA, tides.id, ABROAD)
    assert await app.subscribing.of_server(ABROAD) == []
    place = Place(server=ABROAD, channel=50)
    again = await app.subscribing.subscribe(THERE, place, tides.id, Wishes(), Access())
    assert again.standing is Standing.WORKING


async def test_other_briefings_and_other_servers_go_on(
    app: App, reach: DeskReach, store: Store, tides: Briefing
) -> None:
    fog = await found_briefing(store, NEWSROOM, "Fog")
    await post.subscribe(store, fog, 50, server=ABROAD)
    await reach.block(BOSS, tides.id, ABROAD)
    (left,) = await app.subscribing.of_server(ABROAD)
    assert (left.briefing.name, left.standing) == ("Fog", Standing.WORKING)
    elsewhere = Reader(user=3, server=60)
    assert tides.id in [each.id for each in await app.subscribing.briefings(elsewhere)]
