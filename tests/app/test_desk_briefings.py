"""The newsroom's briefings: founded, renamed, opened, closed and painted by who may."""

from collections.abc import Awaitable, Callable

import pytest

from bot.app.app import App, build_app
from bot.app.desk_briefings import DeskBriefings, Turned
from bot.domain.briefing import Briefing
from bot.domain.colour import COLOURS
from bot.domain.editor import Editor
from bot.domain.gazetteer import Gazetteer
from bot.domain.subscription import Standing
from bot.errors import Refused
from bot.store.store import Store
from tests.moments import NOW
from tests.shelving import found_briefing
from tests.store import post
from tests.store.post import ABROAD, NEWSROOM

BOSS = Editor(id=6, name="Cleo", server=NEWSROOM, manages_server=True)
ADA = Editor(id=7, name="Ada", server=NEWSROOM, manages_messages=True)
READER = Editor(id=9, name="Eve", server=NEWSROOM)
STRANGER = BOSS.model_copy(update={"server": ABROAD})

Deed = Callable[[DeskBriefings, Editor], Awaitable[object]]
DEEDS: dict[str, Deed] = {
    "may_be_called": lambda briefings, who: briefings.may_be_called(who, "Fog"),
    "found": lambda briefings, who: briefings.found(who, "Fog", public=True),
    "rename": lambda briefings, who: briefings.rename(who, 1, "Fog"),
    "turning": lambda briefings, who: briefings.turning(who, 1, public=False),
    "turn": lambda briefings, who: briefings.turn(who, 1, public=False),
    "look": lambda briefings, who: briefings.look(who, 1),
    "paint": lambda briefings, who: briefings.paint(who, 1, "red"),
}


@pytest.fixture
async def tides(store: Store) -> Briefing:
    return await found_briefing(store, NEWSROOM, "Tides")


@pytest.fixture
def briefings(app: App, tides: Briefing) -> DeskBriefings:
    assert tides.id == 1
    return app.desk_briefings


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
async def test_only_people_with_manage_server_change_briefings(
    briefings: DeskBriefings, deed: Deed
) -> None:
    for who in (ADA, READER):
        with pytest.raises(Refused, match="Only people with Manage Server may do this"):
            await deed(briefings, who)
    await deed(briefings, BOSS)


@pytest.mark.parametrize("name", ["rename", "turning", "turn", "look", "paint"])
async def test_another_newsroom_changes_none_of_them(briefings: DeskBriefings, name: str) -> None:
    with pytest.raises(Refused, match="This newsroom has no such briefing"):
        await DEEDS[name](briefings, STRANGER)


async def test_one_is_picked_by_its_id_else_by_its_name(
    briefings: DeskBriefings, store: Store, tides: Briefing
) -> None:
    assert await briefings.named(BOSS, None) == tides
    called_1 = await found_briefing(store, NEWSROOM, "1")
    assert await briefings.named(ADA, "1") == tides
    assert await briefings.named(ADA, str(called_1.id)) == called_1
    assert await briefings.named(ADA, " tIDES ") == tides
    with pytest.raises(Refused, match="Say which briefing"):
        await briefings.named(BOSS, None)
    for who in (BOSS, ADA):
        with pytest.raises(Refused, match="has no such briefing"):
            await briefings.named(who, "Fog")
    with pytest.raises(Refused, match="Only editors may do this"):
        await briefings.named(READER, "Tides")


async def test_a_briefing_is_founded_where_the_operator_lets_it(
    briefings: DeskBriefings, store: Store, gazetteer: Gazetteer
) -> None:
    assert await briefings.may_be_called(BOSS, "  Storm \n Watch ") == "Storm Watch"
    made = await briefings.found(BOSS, "Storm Watch", public=False, interaction=5)
    assert (made.name, made.public, made.newsroom) == ("Storm Watch", False, NEWSROOM)
    with pytest.raises(Refused, match="called storm watch here already"):
        await briefings.may_be_called(BOSS, "storm watch")
    some = build_app(store, gazetteer, lambda: NOW, newsrooms=[ABROAD]).desk_briefings
    for name in ("may_be_called", "found"):
        with pytest.raises(Refused, match="publishes for other servers only"):
            await DEEDS[name](some, BOSS)


async def test_a_briefing_is_renamed(briefings: DeskBriefings, tides: Briefing) -> None:
    before, after = await briefings.rename(BOSS, tides.id, "  TIDES ", 5)
    assert (before, after.name) == (tides, "TIDES")
    with pytest.raises(Refused, match="done already"):
        await briefings.rename(BOSS, tides.id, "Fog", 5)
    with pytest.raises(Refused, match="It is called TIDES already"):
        await briefings.rename(BOSS, tides.id, "TIDES")
    with pytest.raises(Refused, match="A name has 1 to 100 characters"):
        await briefings.rename(BOSS, tides.id, "x" * 101)


async def test_no_two_have_one_name_in_any_case(
    briefings: DeskBriefings, store: Store, tides: Briefing
) -> None:
    await found_briefing(store, NEWSROOM, "Überblick")
    await found_briefing(store, ABROAD, "Fog")
    with pytest.raises(Refused, match="a briefing called ÜBERBLICK here already"):
        await briefings.rename(BOSS, tides.id, "ÜBERBLICK")
    _, after = await briefings.rename(BOSS, tides.id, "Fog")
    assert after.name == "Fog"


async def test_those_abroad_pause_and_go_on_as_was_said(
    briefings: DeskBriefings, store: Store, tides: Briefing
) -> None:
    await post.subscribe(store, tides, 10)
    standings = (Standing.WORKING, Standing.NO_RIGHT, Standing.BY_HAND, Standing.ENDED)
    keys = [
        await post.subscribe(store, tides, 50 + n, server=ABROAD, standing=standing)
        for n, standing in enumerate(standings)
    ]
    with pytest.raises(Refused, match="Tides is public already"):
        await briefings.turn(BOSS, tides.id, public=True)
    private = Turned(briefing=tides.model_copy(update={"public": False}), channels=2)
    assert await briefings.turning(BOSS, tides.id, public=False) == private
    assert await briefings.turn(BOSS, tides.id, public=False, interaction=5) == private
    with pytest.raises(Refused, match="Tides is private already"):
        await briefings.turn(BOSS, tides.id, public=False)
    public = Turned(briefing=tides, channels=2)
    assert await briefings.turning(BOSS, tides.id, public=True) == public
    assert await briefings.turn(BOSS, tides.id, public=True) == public
    async with store.read() as transaction:
        found = [await transaction.subscriptions.get(key) for key in keys]
    assert [each.standing for each in found if each] == [
        *(Standing.WORKING, Standing.WORKING, Standing.BY_HAND, Standing.ENDED)
    ]


async def test_its_cards_get_a_colour_and_lose_it(
    briefings: DeskBriefings, tides: Briefing
) -> None:
    for typed, colour in (("Red", COLOURS["red"]), ("#000000", 0), ("NONE ", None)):
        assert (await briefings.paint(BOSS, tides.id, typed)).colour == colour
        assert (await briefings.look(BOSS, tides.id)).colour == colour
    with pytest.raises(Refused, match="This colour is not known; type a name such as red"):
        await briefings.paint(BOSS, tides.id, "reddish")
