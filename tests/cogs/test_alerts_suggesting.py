"""What is offered while the options of `/alerts subscribe` are typed."""

import pytest

from bot.store.store import Store
from tests.cogs.alerts_desk import AlertsDesk
from tests.cogs.documents import OTHER
from tests.cogs.newsroom import Newsroom
from tests.shelving import found_briefing


@pytest.fixture
def desk(newsroom: Newsroom) -> AlertsDesk:
    return AlertsDesk(newsroom)


async def offered(desk: AlertsDesk, option: str, typed: str, **filled: str) -> dict[str, str]:
    """Values by the names that are shown."""
    found = await desk.keeper.autocomplete(
        desk.channel, "alerts subscribe", option, typed, **filled
    )
    return {choice["name"]: choice["value"] for choice in found}


async def test_briefings_that_may_be_subscribed_are_offered_by_name_and_server(
    desk: AlertsDesk, stranger: Newsroom, store: Store
) -> None:
    await stranger.publish(OTHER.replace("Lantern Letter", "Anchor Post"), public=True)
    await stranger.publish(OTHER)
    assert list(await offered(desk, "briefing", "")) == [
        "Harbour Notes · Harbour Desk",
        "Anchor Post · Far Shore",
    ]
    assert list(await offered(desk, "briefing", "ANCH")) == ["Anchor Post · Far Shore"]
    assert await offered(desk, "briefing", "lantern") == {}


async def test_never_more_than_25_briefings(desk: AlertsDesk, store: Store) -> None:
    for number in range(30):
        await found_briefing(store, desk.guild.id, f"Wire {number}")
    assert len(await offered(desk, "briefing", "wire")) == 25


async def test_all_countries_come_first_then_those_of_most_sections(desk: AlertsDesk) -> None:
    found = await offered(desk, "country", "")
    assert list(found.items())[:4] == [
        ("All countries", "all"),
        ("Japan", "JP"),
        ("India", "IN"),
        ("Norway", "NO"),
    ]
    assert len(found) == 25


async def test_countries_without_sections_are_offered_too(desk: AlertsDesk) -> None:
    assert (await offered(desk, "country", "franc"))["France"] == "FR"
    assert await offered(desk, "country", "zzz") == {}


async def test_the_last_of_several_is_completed(desk: AlertsDesk) -> None:
    found = await offered(desk, "country", "Japan, nor")
    assert next(iter(found.items())) == ("Japan, Norway", "JP, NO")
    assert found["Japan, North Korea"] == "JP, KP"
    assert all(name.startswith("Japan, ") for name in found)
    assert "Japan, Japan" not in await offered(desk, "country", "Japan, ja")
    assert (await offered(desk, "country", "nowhere, jap")) == {"Japan": "JP"}


async def test_what_has_no_room_is_not_offered(desk: AlertsDesk) -> None:
    assert await offered(desk, "country", "JP," * 20 + "nor")
    many = ", ".join(["FR", "DE", "IT", "ES", "PT", "NL", "BE", "SE", "DK", "FI", "PL", "CZ"])
    assert all(
        len(value) <= 100 for value in (await offered(desk, "country", f"{many}, n")).values()
    )


async def test_countries_are_those_of_the_briefing_that_is_typed(
    desk: AlertsDesk, stranger: Newsroom
) -> None:
    await stranger.publish(OTHER.replace("Japan", "Chile"), public=True)
    named = await offered(desk, "country", "", briefing="Lantern Letter")
    assert list(named)[:2] == ["All countries", "Chile"]
    unnamed = await offered(desk, "country", "")
    assert list(unnamed)[1] == "Andorra"
    assert (await offered(desk, "country", "chi", briefing="nothing such"))["Chile"] == "CL"
