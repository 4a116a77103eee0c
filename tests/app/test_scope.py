"""Which briefings a place reads, and which of them is meant."""

from collections.abc import Collection

import pytest

from bot.app.scope import Scope
from bot.domain.briefing import Briefing
from bot.domain.reader import Reader
from bot.domain.subscription import Standing
from bot.store.store import Store
from tests.app.places import ALONE, ELSEWHERE, HOME, NEXT_DOOR
from tests.contents import section
from tests.moments import NOW
from tests.shelving import DAY, found_briefing, publish, subscribe_channel


@pytest.fixture
async def tides(store: Store) -> Briefing:
    return await found_briefing(store, HOME.server or 0, "Tides", public=False)


@pytest.fixture
async def fog(store: Store) -> Briefing:
    return await found_briefing(store, 2, "Fog")


@pytest.fixture
async def storms(store: Store) -> Briefing:
    return await found_briefing(store, 3, "Storms")


async def subscribe(store: Store, briefing: Briefing) -> None:
    async with store.write() as transaction:
        await transaction.servers.ensure(ELSEWHERE.server or 0)
        await subscribe_channel(
            transaction, ELSEWHERE.server or 0, ELSEWHERE.channel or 0, briefing.id
        )


async def readable(
    store: Store, reader: Reader, allowed: Collection[int] | None = ()
) -> list[Briefing]:
    async with store.read() as transaction:
        return await Scope(allowed).readable(transaction, reader)


async def meant(
    store: Store, reader: Reader, named: str | None = None, allowed: Collection[int] | None = ()
) -> str | None:
    """The name of the briefing that is meant, then those that could have been."""
    async with store.read() as transaction:
        choice = await Scope(allowed).choose(transaction, reader, named)
    return choice and " ".join(each.name for each in (choice.briefing, *choice.others))


async def test_a_newsroom_reads_its_own(store: Store, tides: Briefing, fog: Briefing) -> None:
    assert await readable(store, HOME) == [tides]
    assert await readable(store, HOME, allowed=None) == [tides]


async def test_a_newsroom_reads_its_own_then_what_it_has_subscribed_to(
    store: Store, fog: Briefing, storms: Briefing
) -> None:
    own = await found_briefing(store, ELSEWHERE.server or 0, "Tides", public=True)
    for briefing in (fog, own):
        await subscribe(store, briefing)
    assert await readable(store, ELSEWHERE) == [own, fog]


async def test_a_server_reads_what_any_of_its_channels_has_subscribed_to(
    store: Store, fog: Briefing, storms: Briefing
) -> None:
    await subscribe(store, fog)
    assert await readable(store, ELSEWHERE) == [fog]
    assert await readable(store, NEXT_DOOR) == [fog]


@pytest.mark.parametrize("reader", [ALONE, ELSEWHERE])
async def test_others_read_the_public_ones_that_the_operator_allows(
    store: Store, tides: Briefing, fog: Briefing, storms: Briefing, reader: Reader
) -> None:
    assert await readable(store, reader) == []
    assert await readable(store, reader, allowed={fog.id}) == [fog]
    assert await readable(store, reader, allowed={fog.id, tides.id, 99}) == [fog]
    assert await readable(store, reader, allowed=None) == [fog, storms]


async def test_what_turns_private_is_read_no_more(
    store: Store, fog: Briefing, storms: Briefing
) -> None:
    await subscribe(store, fog)
    async with store.write() as transaction:
        await transaction.briefings.set_public(fog.id, False)
    assert await readable(store, ELSEWHERE, allowed=None) == [storms]
    assert await meant(store, ELSEWHERE, str(fog.id)) is None


@pytest.mark.parametrize("reader", [HOME, ALONE, ELSEWHERE])
@pytest.mark.parametrize("named", ["{id}", " {id} ", "Fog", "fOG", "Fog · Newsroom 2"])
async def test_a_public_one_is_read_by_naming_it(
    store: Store, tides: Briefing, fog: Briefing, reader: Reader, named: str
) -> None:
    found = await meant(store, reader, named.format(id=fog.id))
    assert found == ("Fog Tides" if reader is HOME else "Fog")


@pytest.mark.parametrize("named", ["{id}", "Tides", "Tides · Newsroom 1"])
async def test_a_private_one_is_not_read_elsewhere_by_naming_it(
    store: Store, tides: Briefing, named: str
) -> None:
    for reader in (ALONE, ELSEWHERE):
        assert await meant(store, reader, named.format(id=tides.id), allowed=None) is None
    assert await meant(store, HOME, named.format(id=tides.id)) == "Tides"


@pytest.mark.parametrize("named", ["Hail", "99", "", "-1", "Tides ·"])
async def test_what_nobody_knows_is_none(store: Store, tides: Briefing, named: str) -> None:
    assert await meant(store, HOME, named) is None


async def test_an_id_is_an_id_even_if_another_is_named_so(store: Store, fog: Briefing) -> None:
    await found_briefing(store, 3, str(fog.id))
    assert await meant(store, ALONE, str(fog.id)) == "Fog"


async def test_a_label_is_a_label_even_if_another_is_named_so(
    store: Store, storms: Briefing
) -> None:
    await found_briefing(store, 2, storms.label)
    assert await meant(store, ALONE, storms.label) == "Storms"


async def test_of_one_name_the_own_is_meant(store: Store, tides: Briefing) -> None:
    await found_briefing(store, 2, "Tides")
    async with store.read() as transaction:
        choice = await Scope(None).choose(transaction, HOME, "tides")
    assert choice is not None
    assert choice.briefing == tides


async def test_the_only_one_is_meant_even_if_empty(store: Store, tides: Briefing) -> None:
    assert await meant(store, HOME) == "Tides"


async def test_nothing_is_meant_where_nothing_is_read(store: Store, tides: Briefing) -> None:
    assert await meant(store, ALONE, allowed=None) is None


async def test_the_one_with_the_newest_issue_is_meant(
    store: Store, fog: Briefing, storms: Briefing
) -> None:
    await publish(store, fog, 1, day=DAY)
    await publish(store, storms, 99, day=DAY.replace(day=1))
    await found_briefing(store, 2, "Calm")
    assert await meant(store, ALONE, allowed=None) == "Fog Calm Storms"


async def test_the_one_that_the_channel_has_subscribed_to_is_meant(
    store: Store, fog: Briefing
) -> None:
    own = await found_briefing(store, ELSEWHERE.server or 0, "Tides")
    await subscribe(store, fog)
    await publish(store, fog, 1, section(), day=DAY.replace(day=1))
    await publish(store, own, 1, day=DAY)
    assert await meant(store, ELSEWHERE) == "Fog Tides"
    assert await meant(store, NEXT_DOOR) == "Tides Fog"


async def test_a_subscribed_one_with_nothing_published_is_not_meant(
    store: Store, fog: Briefing
) -> None:
    own = await found_briefing(store, ELSEWHERE.server or 0, "Tides")
    await subscribe(store, fog)
    await publish(store, own, 1)
    assert await meant(store, ELSEWHERE) == "Tides Fog"


async def test_what_no_channel_is_subscribed_to_any_more_is_not_read_unasked(
    store: Store, fog: Briefing
) -> None:
    await subscribe(store, fog)
    async with store.write() as transaction:
        (own,) = await transaction.subscriptions.of_server(ELSEWHERE.server or 0)
        await transaction.subscriptions.set_standing([own.id], Standing.ENDED, "", NOW)
        assert await transaction.briefings.of_channel(ELSEWHERE.channel or 0) == []
    assert await readable(store, ELSEWHERE) == []
