"""Several briefings in one place: which is meant, and how to switch."""

import pytest

from bot.store.store import Store
from tests.cogs.documents import OTHER
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, labels, options, parts, private, text_of, title_of
from tests.shelving import subscribe_channel

SWITCH = "Choose another briefing"
HARBOUR, LANTERN = "Harbour Notes · Harbour Desk", "Lantern Letter · Harbour Desk"


@pytest.fixture
async def both(newsroom: Newsroom) -> Newsroom:
    """The newsroom with Lantern Letter beside Harbour Notes, whose newest issue is newer."""
    await newsroom.publish(OTHER)
    return newsroom


async def test_with_one_briefing_nothing_is_asked(newsroom: Newsroom) -> None:
    asked = await newsroom.ask()
    assert not any(SWITCH in str(part.get("placeholder")) for part in parts(asked))


async def test_the_briefing_with_the_newest_issue_is_meant_and_named(both: Newsroom) -> None:
    asked = await both.ask(country="Japan")
    assert title_of(asked) == "# Harbour Notes #8"
    assert list(options(asked, SWITCH)) == [f"Briefing: {HARBOUR}", LANTERN]


async def test_the_menu_asks_another_briefing_the_same(both: Newsroom) -> None:
    asked = await both.ask(country="Japan")
    other = options(asked, SWITCH)[LANTERN]
    assert asked.response
    switched = await both.reader.select(asked.response, [other])
    assert in_place(switched)
    assert title_of(switched) == "# Lantern Letter #1"
    assert "Kobe will light the pier" in text_of(switched)
    assert list(options(switched, SWITCH)) == [f"Briefing: {LANTERN}", HARBOUR]


async def test_a_briefing_without_the_country_still_offers_the_others(both: Newsroom) -> None:
    asked = await both.ask(country="Russia", briefing="Lantern Letter")
    assert "Lantern Letter has no section on Russia." in text_of(asked)
    harbour = options(asked, SWITCH)[HARBOUR]
    assert asked.response
    switched = await both.reader.select(asked.response, [harbour])
    assert title_of(switched) == "# Harbour Notes #7"


async def test_the_menu_of_a_public_card_answers_others_privately(both: Newsroom) -> None:
    asked = await both.ask(show="everyone")
    other = options(asked, SWITCH)[LANTERN]
    custom_id = next(p["custom_id"] for p in parts(asked) if SWITCH in str(p.get("placeholder")))
    assert asked.response
    switched = await both.second.select(asked.response, [other], custom_id=custom_id)
    assert private(switched)
    assert not in_place(switched)
    assert title_of(switched) == "# Lantern Letter #1"


async def test_the_channels_subscription_is_meant_before_the_newest(
    both: Newsroom, store: Store
) -> None:
    async with store.write() as transaction:
        lantern = await transaction.briefings.named(both.guild.id, "Lantern Letter")
        assert lantern
        await subscribe_channel(transaction, both.guild.id, both.channel.id, lantern.id)
    elsewhere = both.guild.create_text_channel("elsewhere")
    assert title_of(await both.ask()) == "# Lantern Letter #1"
    assert title_of(await both.reader.slash(elsewhere, "latest")) == "# Harbour Notes #8"


async def test_a_server_that_subscribed_reads_the_briefing_without_naming_it(
    newsroom: Newsroom, stranger: Newsroom, store: Store
) -> None:
    await newsroom.publish(OTHER, public=True)
    async with store.write() as transaction:
        lantern = await transaction.briefings.named(newsroom.guild.id, "Lantern Letter")
        assert lantern
        await subscribe_channel(transaction, stranger.guild.id, stranger.channel.id, lantern.id)
    asked = await stranger.ask()
    assert title_of(asked) == "# Lantern Letter #1"
    assert "Lantern Letter · Harbour Desk · revision 1" in text_of(asked)


async def test_did_you_mean_stays_with_the_briefing_that_was_named(both: Newsroom) -> None:
    asked = await both.ask(country="Japn", briefing="Lantern Letter")
    assert labels(asked) == ["Japan"]
    assert asked.response
    clicked = await both.reader.click(asked.response, label="Japan")
    assert title_of(clicked) == "# Lantern Letter #1"
