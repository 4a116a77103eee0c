"""Autocomplete: what is there, most sections first, never over 25."""

from bot.store.store import Store
from tests.cogs.documents import OTHER
from tests.cogs.newsroom import Newsroom
from tests.contents import contents, section
from tests.shelving import DAY, found_briefing, put

MANY = ["FR", "DE", "IT", "ES", "PT", "NL", "BE", "SE", "NO", "DK", "FI", "PL", "CZ", "AT", "CH",
        "HU", "RO", "BG", "GR", "IE", "IS", "LT", "LV", "EE", "UA", "TR", "RU", "CN"]  # fmt: skip


async def test_countries_with_most_sections_come_first(newsroom: Newsroom) -> None:
    assert await newsroom.suggest("latest", "country", "") == ["JP", "IN", "NO", "RU"]


async def test_countries_are_found_by_what_is_typed(newsroom: Newsroom) -> None:
    typed = {"ja": ["JP"], "nor": ["NO"], "росс": ["RU"], "moscow": ["RU"], "zzz": []}
    assert {text: await newsroom.suggest("latest", "country", text) for text in typed} == typed


async def test_only_countries_with_sections_are_offered(newsroom: Newsroom) -> None:
    assert await newsroom.suggest("latest", "country", "fra") == []


async def test_a_picked_suggestion_is_understood(newsroom: Newsroom) -> None:
    offered = await newsroom.reader.autocomplete(newsroom.channel, "latest", "country", "nor")
    assert offered == [{"name": "Norway", "value": "NO"}]


async def test_issues_are_offered_by_number_and_by_title(newsroom: Newsroom) -> None:
    typed = {"": ["8", "7"], "7": ["7"], "#8": ["8"], "storm": ["8"], "QUOTAS": ["7"], "9": []}
    assert {text: await newsroom.suggest("issue", "number", text) for text in typed} == typed


async def test_briefings_are_offered_by_name_those_of_the_server_first(
    newsroom: Newsroom, stranger: Newsroom
) -> None:
    await stranger.publish(OTHER.replace("Lantern Letter", "Anchor Post"), public=True)
    offered = await newsroom.reader.autocomplete(newsroom.channel, "latest", "briefing", "")
    assert [choice["name"] for choice in offered] == [
        "Harbour Notes · Harbour Desk",
        "Anchor Post · Far Shore",
    ]
    assert await newsroom.suggest("issue", "briefing", "anchor") == [offered[1]["value"]]


async def test_the_briefing_typed_so_far_narrows_the_others(
    newsroom: Newsroom, stranger: Newsroom, store: Store
) -> None:
    wire = await found_briefing(store, stranger.guild.id, "Pier Wire")
    await put(store, wire, contents(31, DAY, section("FR")))
    named = {"briefing": str(wire.id)}
    assert await newsroom.suggest("latest", "country", "", **named) == ["FR"]
    assert await newsroom.suggest("issue", "number", "", **named) == ["31"]
    assert await newsroom.suggest("latest", "country", "", briefing="nothing such") == []


async def test_never_more_than_25(stranger: Newsroom, store: Store) -> None:
    for number in range(1, 31):
        wire = await found_briefing(store, stranger.guild.id, f"Wire {number}")
        await put(store, wire, contents(1, DAY, *(section(code) for code in MANY)))
    for number in range(2, 31):
        await put(store, wire, contents(number, DAY, section("FR"), title="x" * 200))
    for command, option in [("latest", "country"), ("issue", "number"), ("issue", "briefing")]:
        filled = {} if option == "briefing" else {"briefing": str(wire.id)}
        offered = await stranger.reader.autocomplete(
            stranger.channel, command, option, "", **filled
        )
        assert len(offered) == 25
        assert all(1 <= len(choice["name"]) <= 100 for choice in offered)
