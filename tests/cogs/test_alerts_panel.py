"""The panel of `/alerts subscribe`: what is chosen on it, page by page, and done at the end."""

import discord
import pytest
import simcord

from bot.domain.subscription import Standing, Wishes
from bot.store.store import Store
from tests.cogs.alerts_desk import AlertsDesk
from tests.cogs.documents import OTHER
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, labels, menu, options, parts, private, text_of, usable
from tests.contents import contents, section
from tests.shelving import DAY, found_briefing, put

SIXTY = (
    "AR AT AU BE BG BO BR CA CH CL CN CO CU CY CZ DE DK EC EE EG ES FI FR GB GR HR HU ID IE IL IN "
    "IQ IR IS IT JO JP KE KR LB LT LU LV MA MX NG NL NO NZ PE PH PL PT RO RS RU SE SG SI SK"
).split()


@pytest.fixture
async def desk(newsroom: Newsroom) -> AlertsDesk:
    made = AlertsDesk(newsroom)
    await newsroom.env.settle()
    return made


def ticked(shown: simcord.InteractionResult) -> list[str]:
    """The countries that are ticked in the menu."""
    return [each["label"] for each in menu(shown, "Countries")["options"] if each.get("default")]


def said(shown: simcord.InteractionResult, what: str) -> str:
    """What the panel says of "Channels", "Countries" and so on."""
    beginning = f"**{what}**: "
    (line,) = [line for line in text_of(shown).splitlines() if line.startswith(beginning)]
    return line.removeprefix(beginning)


async def test_it_is_private_and_asks_for_what_is_missing(desk: AlertsDesk) -> None:
    shown = await desk.ask("subscribe")
    assert private(shown)
    assert said(shown, "Channels") == "none chosen yet"
    assert said(shown, "Briefing") == "Harbour Notes · Harbour Desk"
    assert "Done" in labels(shown)
    assert "Done" not in [part.get("label") for part in usable(shown)]


async def test_what_is_chosen_is_subscribed(desk: AlertsDesk) -> None:
    role = desk.guild.create_role("Readers", mentionable=True)
    shown = await desk.ask("subscribe")
    shown = await desk.pick(shown, "Channels", desk.channel)
    assert in_place(shown)
    assert said(shown, "Channels") == f"<#{desk.channel.id}>"
    shown = await desk.pick(shown, "Countries", "NO", "JP")
    shown = await desk.pick(shown, "Role", role)
    shown = await desk.press(shown, "Ping for updates too")
    assert said(shown, "Ping") == f"<@&{role.id}>, for each new issue and each update"
    assert await desk.subscriptions() == []
    shown = await desk.press(shown, "Done")
    assert in_place(shown)
    assert "Subscribed." in text_of(shown)
    found = await desk.the_one()
    assert found.subscriber == desk.keeper.id
    assert found.wishes == Wishes(countries=("JP", "NO"), ping=role.id, ping_updates=True)


async def test_the_options_of_the_command_are_chosen_already(
    desk: AlertsDesk, stranger: Newsroom
) -> None:
    await stranger.publish(OTHER, public=True)
    role = desk.guild.create_role("Readers", mentionable=True)
    shown = await desk.subscribe(country="Japan", ping=role, ping_updates=True)
    assert said(shown, "Channels") == f"<#{desk.channel.id}>"
    assert said(shown, "Briefing") == "none chosen yet"
    assert said(shown, "Countries") == "Japan"
    assert said(shown, "Ping") == f"<@&{role.id}>, for each new issue and each update"
    assert list(options(shown, "Briefing")) == [
        "Harbour Notes · Harbour Desk",
        "Lantern Letter · Far Shore",
    ]


async def test_one_of_several_briefings_is_chosen(desk: AlertsDesk, stranger: Newsroom) -> None:
    await stranger.publish(OTHER, public=True)
    shown = await desk.subscribe()
    assert [each["placeholder"] for each in parts(shown) if each.get("placeholder")] == [
        "Channels…",
        "Briefing…",
        "Role to ping, or nobody…",
    ]
    key = options(shown, "Briefing")["Lantern Letter · Far Shore"]
    shown = await desk.pick(shown, "Briefing", key)
    assert list(options(shown, "Countries")) == ["All countries", "Japan"]
    await desk.press(shown, "Done")
    assert (await desk.the_one()).briefing.name == "Lantern Letter"


async def test_a_briefing_that_turned_private_meanwhile_is_no_choice(
    desk: AlertsDesk, stranger: Newsroom
) -> None:
    await stranger.publish(OTHER, public=True)
    shown = await desk.ask("subscribe", briefing="Lantern Letter")
    ready = await desk.pick(shown, "Channels", desk.channel)
    await stranger.publish(OTHER.replace("#1", "#2"), public=False)
    late = await desk.press(ready, "Done")
    assert private(late)
    assert "This briefing can no longer be read here; pick another one" in text_of(late)
    shown = await desk.pick(ready, "Role")
    assert said(shown, "Briefing") == "none chosen yet"


async def test_several_channels_are_subscribed_together(desk: AlertsDesk) -> None:
    quiet = desk.room("quiet", send_messages=False)
    thread = await desk.thread()
    shown = await desk.ask("subscribe")
    shown = await desk.pick(shown, "Channels", desk.channel, quiet, thread)
    shown = await desk.press(shown, "Done")
    words = text_of(shown)
    assert words.startswith("## Harbour Notes · Harbour Desk: 3 channels")
    assert f"<#{desk.channel.id}> · **Working**" in words
    assert f"<#{quiet.id}> · **Paused**" in words
    assert f"- Sitrep may not write in <#{quiet.id}>" in words
    assert labels(shown).count("Send a test") == 3
    standings = {each.place.channel: each.standing for each in await desk.subscriptions()}
    assert standings[quiet.id] is Standing.NO_RIGHT
    assert len(standings) == 3


async def test_one_channel_that_may_not_be_managed_stops_them_all(desk: AlertsDesk) -> None:
    locked = desk.guild.create_text_channel(
        "council",
        overwrites={desk.keeper: discord.PermissionOverwrite(manage_channels=False)},
    )
    shown = await desk.ask("subscribe")
    shown = await desk.pick(shown, "Channels", desk.channel, locked)
    refused = await desk.press(shown, "Done")
    assert private(refused)
    assert r"Only people with Manage Channels in \#council may do this" in text_of(refused)
    assert await desk.subscriptions() == []


async def test_channels_and_the_role_can_be_unchosen(desk: AlertsDesk) -> None:
    role = desk.guild.create_role("Readers", mentionable=True)
    shown = await desk.ask("subscribe", ping=role)
    shown = await desk.pick(shown, "Channels", desk.channel)
    shown = await desk.pick(shown, "Channels")
    assert said(shown, "Channels") == "none chosen yet"
    shown = await desk.pick(shown, "Role")
    assert said(shown, "Ping") == "nobody"


async def test_a_role_that_is_gone_is_unchosen(desk: AlertsDesk, env: simcord.Env) -> None:
    role = desk.guild.create_role("Readers", mentionable=True)
    shown = await desk.ask("subscribe", ping=role)
    guild = env.bot.get_guild(desk.guild.id)
    assert guild
    known = guild.get_role(role.id)
    assert known
    await known.delete()
    await env.settle()
    shown = await desk.pick(shown, "Channels", desk.channel)
    assert said(shown, "Ping") == "nobody"


async def test_a_role_that_one_may_not_mention_is_refused(desk: AlertsDesk) -> None:
    role = desk.guild.create_role("Staff")
    shown = await desk.pick(await desk.ask("subscribe"), "Channels", desk.channel)
    shown = await desk.pick(shown, "Role", role)
    refused = await desk.press(shown, "Done")
    assert "You may not mention this role yourself" in text_of(refused)
    assert await desk.subscriptions() == []


async def test_all_countries_are_ticked_until_one_is_and_again_by_themselves(
    desk: AlertsDesk,
) -> None:
    shown = await desk.ask("subscribe")
    assert ticked(shown) == ["All countries"]
    shown = await desk.pick(shown, "Countries", "all", "JP")
    assert ticked(shown) == ["Japan"]
    shown = await desk.pick(shown, "Countries", "all", "JP")
    assert ticked(shown) == ["All countries"]
    shown = await desk.pick(shown, "Countries")
    assert ticked(shown) == ["All countries"]


async def broad(desk: AlertsDesk, store: Store) -> str:
    """A briefing with sections on sixty countries."""
    wide = await found_briefing(store, desk.guild.id, "Wide Notes")
    await put(store, wide, contents(1, DAY, *(section(code) for code in SIXTY)))
    return wide.name


async def test_sixty_countries_are_chosen_page_by_page(desk: AlertsDesk, store: Store) -> None:
    shown = await desk.ask("subscribe", briefing=await broad(desk, store))
    seen = list[str]()
    for page in (1, 2, 3):
        assert f"-# Countries, page {page} of 3" in text_of(shown)
        every, *names = options(shown, "Countries").values()
        assert every == "all"
        seen += names
        shown = await desk.pick(shown, "Countries", names[0], names[1])
        if page < 3:
            shown = await desk.press(shown, "Next")
    assert sorted(seen) == SIXTY
    chosen = {*seen[:2], *seen[24:26], *seen[48:50]}
    assert len(ticked(shown)) == 2
    shown = await desk.press(await desk.press(shown, "Previous"), "Previous")
    assert len(ticked(shown)) == 2
    shown = await desk.pick(shown, "Countries", seen[0])
    shown = await desk.pick(shown, "Channels", desk.channel)
    await desk.press(shown, "Done")
    assert set((await desk.the_one()).wishes.countries) == chosen - {seen[1]}


async def test_turning_stops_at_the_ends(desk: AlertsDesk, store: Store) -> None:
    shown = await desk.ask("subscribe", briefing=await broad(desk, store))
    assert "Previous" not in [part.get("label") for part in usable(shown)]
    last = await desk.press(await desk.press(shown, "Next"), "Next")
    assert "Next" not in [part.get("label") for part in usable(last)]


async def test_a_country_without_sections_can_be_unticked(desk: AlertsDesk) -> None:
    shown = await desk.ask("subscribe", country="France")
    assert ticked(shown) == ["France"]
    shown = await desk.pick(shown, "Countries")
    assert ticked(shown) == ["All countries"]


async def test_no_two_panels_that_follow_each_other_share_an_id(desk: AlertsDesk) -> None:
    shown = await desk.ask("subscribe")
    ids = [part["custom_id"] for part in parts(shown) if part.get("custom_id")]
    again = await desk.pick(shown, "Countries")
    assert not {part.get("custom_id") for part in parts(again)} & set(ids)


async def test_the_right_is_asked_at_every_click(desk: AlertsDesk, env: simcord.Env) -> None:
    shown = await desk.pick(await desk.ask("subscribe"), "Channels", desk.channel)
    guild = env.bot.get_guild(desk.guild.id)
    assert guild
    role = discord.utils.get(guild.roles, name="Keeper")
    assert role
    await role.edit(permissions=discord.Permissions.none())
    await env.settle()
    for click in (desk.press(shown, "Done"), desk.pick(shown, "Countries", "JP")):
        refused = await click
        assert private(refused)
        assert "Only people with Manage Channels may do this" in text_of(refused)
    assert await desk.subscriptions() == []


async def test_a_panel_that_is_kept_no_longer_says_so(desk: AlertsDesk, store: Store) -> None:
    shown = await desk.ask("subscribe")
    async with store.write() as transaction:
        await transaction.list_states.forget(discord.utils.utcnow().replace(year=2090))
    late = await desk.pick(shown, "Channels", desk.channel)
    assert "This panel was kept for 90 days" in text_of(late)
