"""Making briefings: who may, under which names, and what becomes of subscribers abroad."""

import pytest

from bot.app.app import App, build_app
from bot.app.briefing_making import BriefingMaking, open_or_close
from bot.domain.gazetteer import Gazetteer
from bot.domain.subscription import Standing
from bot.errors import Refused
from bot.store.store import Store
from tests.moments import NOW
from tests.store import post
from tests.store.post import ABROAD, NEWSROOM


@pytest.fixture
def making(store: Store) -> BriefingMaking:
    return BriefingMaking(store, lambda: NOW, None)


async def test_a_briefing_is_made(making: BriefingMaking) -> None:
    made = await making.found(NEWSROOM, "  Tide \n Watch ", public=True)
    assert (made.name, made.newsroom, made.public) == ("Tide Watch", NEWSROOM, True)
    private = await making.found(NEWSROOM, "Fog", public=False)
    assert not private.public
    assert await making.of_newsroom(NEWSROOM) == [private, made]
    assert await making.of_newsroom(ABROAD) == []


async def test_a_newsroom_has_one_briefing_of_a_name(making: BriefingMaking) -> None:
    await making.found(NEWSROOM, "Überblick", public=True)
    with pytest.raises(Refused, match="a briefing called überblick here already; choose another"):
        await making.found(NEWSROOM, "überblick", public=False)
    assert (await making.found(ABROAD, "Überblick", public=True)).newsroom == ABROAD


@pytest.mark.parametrize("name", ["", "  ", "x" * 101])
async def test_a_name_is_neither_empty_nor_too_long(making: BriefingMaking, name: str) -> None:
    with pytest.raises(Refused, match="A name has 1 to 100 characters; shorten it"):
        await making.found(NEWSROOM, name, public=True)
    assert (await making.found(NEWSROOM, "x" * 100, public=True)).name == "x" * 100


async def test_everybody_may_publish_unless_the_operator_says_who(
    store: Store, making: BriefingMaking
) -> None:
    assert making.may_publish(NEWSROOM)
    assert not making.may_publish(None)
    some = BriefingMaking(store, lambda: NOW, {ABROAD})
    assert [some.may_publish(server) for server in (NEWSROOM, ABROAD, None)] == [
        False,
        True,
        False,
    ]
    with pytest.raises(Refused, match="publishes for other servers only; ask who runs it"):
        await some.found(NEWSROOM, "Tides", public=True)
    assert (await some.found(ABROAD, "Tides", public=True)).newsroom == ABROAD
    nobody = BriefingMaking(store, lambda: NOW, ())
    assert not nobody.may_publish(ABROAD)


async def test_a_doubled_form_makes_one_briefing(making: BriefingMaking) -> None:
    await making.found(NEWSROOM, "Tides", public=True, interaction=5)
    with pytest.raises(Refused, match="done already"):
        await making.found(NEWSROOM, "Fog", public=True, interaction=5)
    assert len(await making.of_newsroom(NEWSROOM)) == 1


async def test_a_form_that_was_refused_may_be_sent_again(making: BriefingMaking) -> None:
    await making.found(NEWSROOM, "Tides", public=True)
    with pytest.raises(Refused, match="called Tides"):
        await making.found(NEWSROOM, "Tides", public=True, interaction=5)
    await making.found(NEWSROOM, "Fog", public=True, interaction=5)


async def test_the_app_asks_the_same_newsrooms(store: Store, gazetteer: Gazetteer) -> None:
    app: App = build_app(store, gazetteer, lambda: NOW, newsrooms=[ABROAD])
    assert not app.briefing_making.may_publish(NEWSROOM)
    assert app.briefing_making.may_publish(ABROAD)


async def test_a_briefing_that_closes_pauses_those_abroad_and_wakes_them_again(
    store: Store, making: BriefingMaking
) -> None:
    tides = await making.found(NEWSROOM, "Tides", public=True)
    own = await post.subscribe(store, tides, 10)
    foreign = await post.subscribe(store, tides, 50, server=ABROAD)
    found: list[list[Standing]] = []
    for public in (False, True):
        async with store.write() as transaction:
            await open_or_close(transaction, tides, public=public, clock=lambda: NOW)
            kept = await transaction.briefings.get(tides.id)
            assert kept
            assert kept.public == public
            subscribed = [await transaction.subscriptions.get(key) for key in (own, foreign)]
            found.append([each.standing for each in subscribed if each])
    assert found == [[Standing.WORKING, Standing.CLOSED], [Standing.WORKING, Standing.WORKING]]
