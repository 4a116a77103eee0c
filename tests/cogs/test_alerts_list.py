"""`/alerts list`: how each subscription stands now, and what can be done with it."""

import discord
import pytest
import simcord

from bot.app.app import App
from bot.domain.subscription import Standing, Wishes
from bot.store.store import Store
from tests.cogs.alerts_desk import AlertsDesk
from tests.cogs.documents import OTHER
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, labels, menu, options, private, text_of, title_of, usable
from tests.moments import NOW
from tests.shelving import found_briefing

PRESSED = f"<t:{int(NOW.timestamp())}:f>"


@pytest.fixture
async def desk(newsroom: Newsroom) -> AlertsDesk:
    """With one subscription, of the channel to Harbour Notes."""
    made = AlertsDesk(newsroom)
    await newsroom.env.settle()
    await made.subscribe()
    return made


async def test_nothing_subscribed_is_said(stranger: Newsroom) -> None:
    listed = await AlertsDesk(stranger).ask("list")
    assert private(listed)
    assert "No channel is subscribed to anything yet; `/alerts subscribe` begins." in text_of(
        listed
    )


async def test_each_is_listed_with_what_it_wants_and_how_it_stands(desk: AlertsDesk) -> None:
    role = desk.guild.create_role("Readers", mentionable=True)
    await desk.subscribe(country="Japan", ping=role)
    listed = await desk.ask("list")
    assert private(listed)
    assert text_of(listed).splitlines() == [
        "# Alerts of this server",
        f"## 1. Harbour Notes · Harbour Desk in <#{desk.channel.id}>",
        f"**Countries**: Japan · **Ping**: <@&{role.id}>, for each new issue",
        "**Working**: the next issue comes by itself; nothing has been sent yet.",
    ]
    assert list(options(listed, "Pick one")) == ["1. Harbour Notes in #briefings"]


async def test_the_rights_are_looked_at_again(desk: AlertsDesk) -> None:
    await desk.allow(desk.channel, send_messages=False)
    listed = text_of(await desk.ask("list"))
    assert f"**Paused** since {PRESSED}: it waits, and starts by itself" in listed
    assert f"- Sitrep may not write in <#{desk.channel.id}>: in the channel's settings" in listed
    assert (await desk.the_one()).standing is Standing.NO_RIGHT
    await desk.allow(desk.channel, send_messages=True)
    assert "**Working**" in text_of(await desk.ask("list"))


async def test_a_channel_that_is_gone_is_said_to_be(desk: AlertsDesk) -> None:
    room = desk.room("brief")
    await desk.subscribe(channel=room)
    await desk.bot_channel(room).delete()
    await desk.newsroom.env.settle()
    listed = await desk.ask("list")
    assert f"- <#{room.id}> is not there any more" in text_of(listed)
    assert "2. Harbour Notes in a lost channel" in options(listed, "Pick one")
    card = await desk.opened(1)
    ended = await desk.press(await desk.press(card, "Remove"), "Remove")
    assert f"<#{room.id}> gets no more alerts" in text_of(ended)


async def test_a_thread_that_is_archived_is_left_to_who_may_manage_it(
    desk: AlertsDesk, env: simcord.Env
) -> None:
    thread, lounge = await desk.thread(), desk.room("lounge")
    card = await desk.keeper.slash(lounge, "alerts subscribe", channel=thread)
    there = desk.bot_channel(desk.channel)
    keepers = there.guild.get_role(desk.guild.roles["Keeper"].id)
    assert keepers
    denied = discord.PermissionOverwrite(manage_channels=False)
    await there.set_permissions(keepers, overwrite=denied)
    env.backend.edit_channel(thread.id, {}, thread_metadata={"archived": True})
    await env.settle()
    assert env.bot.get_channel(thread.id) is None
    for refused in (
        await desk.press(card, "Pause"),
        await desk.keeper.slash(lounge, "alerts stop", channel=thread),
    ):
        assert text_of(refused).startswith("Only people with Manage Channels in")
    desk.newsroom.assert_refused()
    assert {each.standing for each in await desk.subscriptions()} == {Standing.WORKING}


async def test_a_channel_that_is_gone_is_left_to_who_manages_all_of_them(
    desk: AlertsDesk, env: simcord.Env
) -> None:
    room, lounge = desk.room("brief"), desk.room("lounge")
    card = await desk.keeper.slash(lounge, "alerts subscribe", channel=room)
    env.backend.delete_channel(room.id)
    role = desk.guild.roles["Keeper"]
    env.backend.edit_role(desk.guild.id, role.id, {"permissions": 0})
    there = desk.bot_channel(lounge)
    keepers = there.guild.get_role(role.id)
    assert keepers
    allowed = discord.PermissionOverwrite(manage_channels=True)
    await there.set_permissions(keepers, overwrite=allowed)
    await env.settle()
    refused = await desk.press(card, "Pause")
    assert text_of(refused).startswith("Sitrep does not find this channel, so only people")


async def test_a_thread_that_is_archived_is_not_gone(desk: AlertsDesk, env: simcord.Env) -> None:
    thread = await desk.thread()
    await desk.subscribe(channel=thread)
    known = env.bot.get_channel(thread.id)
    assert isinstance(known, discord.Thread)
    await known.edit(archived=True)
    await env.settle()
    assert env.bot.get_channel(thread.id) is None
    assert "is not there any more" not in text_of(await desk.ask("list"))
    standings = {each.standing for each in await desk.subscriptions()}
    assert standings == {Standing.WORKING}


async def test_twelve_are_turned_five_by_five(desk: AlertsDesk, store: Store) -> None:
    for number in range(11):
        wire = await found_briefing(store, desk.guild.id, f"Wire {number:02}")
        await desk.subscribe(briefing=str(wire.id))
    listed = await desk.ask("list")
    assert "-# Page 1 of 3" in text_of(listed)
    assert "Previous" not in [part.get("label") for part in usable(listed)]
    second = await desk.press(listed, "Next")
    assert in_place(second)
    assert "## 6. Wire 04" in text_of(second)
    third = await desk.press(second, "Next")
    assert list(options(third, "Pick one")) == [
        "11. Wire 09 in #briefings",
        "12. Wire 10 in #briefings",
    ]
    assert "Next" not in [part.get("label") for part in usable(third)]
    assert "-# Page 2 of 3" in text_of(await desk.press(third, "Previous"))


async def test_one_is_picked_and_left_again(desk: AlertsDesk) -> None:
    card = await desk.opened()
    assert in_place(card)
    assert title_of(card) == f"## Harbour Notes · Harbour Desk in <#{desk.channel.id}>"
    assert labels(card) == [
        *("Edit", "Pause", "Remove"),
        *("Preview", "Send a test", "Send the last issue now", "All subscriptions"),
    ]
    assert title_of(await desk.press(card, "All subscriptions")) == "# Alerts of this server"


async def test_one_is_paused_and_resumed(desk: AlertsDesk) -> None:
    paused = await desk.press(await desk.opened(), "Pause")
    assert in_place(paused)
    assert f"**Paused by hand** since {PRESSED}: press **Resume** to go on." in text_of(paused)
    assert (await desk.the_one()).standing is Standing.BY_HAND
    assert "Send the last issue now" not in labels(paused)
    resumed = await desk.press(paused, "Resume")
    assert "**Working**" in text_of(resumed)
    assert "Send the last issue now" in labels(resumed)
    assert (await desk.the_one()).standing is Standing.WORKING


async def test_what_cannot_be_reached_waits_when_it_is_resumed(desk: AlertsDesk) -> None:
    paused = await desk.press(await desk.opened(), "Pause")
    await desk.allow(desk.channel, read_message_history=False)
    resumed = await desk.press(paused, "Resume")
    assert "it waits, and starts by itself once this is mended:" in text_of(resumed)
    assert "allow **Read Message History**" in text_of(resumed)
    assert "Check again" in labels(resumed)


async def test_one_is_edited_on_the_panel_and_stays_paused(desk: AlertsDesk) -> None:
    role = desk.guild.create_role("Readers", mentionable=True)
    paused = await desk.press(await desk.opened(), "Pause")
    panel = await desk.press(paused, "Edit")
    assert in_place(panel)
    assert text_of(panel).startswith("## Change these alerts")
    panel = await desk.pick(panel, "Countries", "NO")
    panel = await desk.pick(panel, "Role", role)
    changed = await desk.press(panel, "Done")
    assert "Changed." in text_of(changed)
    found = await desk.the_one()
    assert found.wishes == Wishes(countries=("NO",), ping=role.id)
    assert found.standing is Standing.BY_HAND


async def test_a_role_that_one_may_not_mention_is_no_change_either(desk: AlertsDesk) -> None:
    role = desk.guild.create_role("Staff")
    panel = await desk.press(await desk.opened(), "Edit")
    panel = await desk.pick(panel, "Role", role)
    refused = await desk.press(panel, "Done")
    assert "You may not mention this role yourself" in text_of(refused)
    assert (await desk.the_one()).wishes == Wishes()


async def test_one_is_removed_after_a_question_and_can_come_back(desk: AlertsDesk) -> None:
    asked = await desk.press(await desk.opened(), "Remove")
    assert text_of(asked).startswith("## Remove the alerts of Harbour Notes · Harbour Desk in")
    kept = await desk.press(asked, "Keep it")
    assert "**Working**" in text_of(kept)
    ended = await desk.press(await desk.press(kept, "Remove"), "Remove")
    assert "gets no more alerts of **Harbour Notes**" in text_of(ended)
    assert await desk.subscriptions() == []
    back = await desk.press(ended, "Undo")
    assert "is subscribed to **Harbour Notes** again, as before" in text_of(back)
    assert (await desk.the_one()).standing is Standing.WORKING


async def test_a_briefing_that_is_private_again_can_only_be_removed(
    desk: AlertsDesk, stranger: Newsroom
) -> None:
    await stranger.publish(OTHER, public=True)
    await desk.subscribe(briefing="Lantern Letter")
    await stranger.publish(OTHER.replace("#1", "#2"), public=False)
    card = await desk.opened(1)
    assert "the briefing is private to its own server now" in text_of(card)
    assert labels(card) == ["Remove", "All subscriptions"]


async def test_what_ended_meanwhile_is_said_to_have(desk: AlertsDesk) -> None:
    listed, card = await desk.ask("list"), await desk.opened()
    await desk.ask("stop")
    (value,) = options(listed, "Pick one").values()
    picked = await desk.pick(listed, "Pick one", value)
    pressed = await desk.press(card, "Pause")
    for late in (picked, pressed):
        assert private(late)
        assert not in_place(late)
        assert "This subscription has ended" in text_of(late)


async def test_another_server_sees_none_of_it(desk: AlertsDesk, stranger: Newsroom) -> None:
    other = AlertsDesk(stranger)
    assert "No channel is subscribed" in text_of(await other.ask("list"))


async def test_the_last_issue_is_sent_on_demand(desk: AlertsDesk, app: App) -> None:
    sent = await desk.press(await desk.opened(), "Send the last issue now")
    assert private(sent)
    assert text_of(sent) == f"Harbour Notes #8 is on its way to <#{desk.channel.id}>."
    issue = (await app.alerts.preview(await desk.the_one())).issue  # pyright: ignore[reportOptionalMemberAccess]
    receipts = await app.receipts.of_issue(issue)
    assert sum(count.number for each in receipts for count in each.counts) == 1


async def test_an_issue_is_not_sent_where_there_is_none(desk: AlertsDesk, store: Store) -> None:
    wire = await found_briefing(store, desk.guild.id, "Silent Wire")
    card = await desk.subscribe(briefing=str(wire.id))
    for label in ("Send the last issue now", "Preview", "Send a test"):
        refused = await desk.press(card, label)
        assert private(refused)
        assert "Silent Wire has no published issue yet" in text_of(refused)


async def test_the_right_is_asked_at_every_click(desk: AlertsDesk, env: simcord.Env) -> None:
    listed, card = await desk.ask("list"), await desk.opened()
    guild = env.bot.get_guild(desk.guild.id)
    assert guild
    role = discord.utils.get(guild.roles, name="Keeper")
    assert role
    await role.edit(permissions=discord.Permissions.none())
    await env.settle()
    (value,) = [each["value"] for each in menu(listed, "Pick one")["options"]]
    clicks = [await desk.pick(listed, "Pick one", value)]
    clicks += [await desk.press(card, label) for label in labels(card)]
    for refused in clicks:
        assert private(refused)
        assert "Only people with Manage Channels may do this" in text_of(refused)
    assert (await desk.the_one()).standing is Standing.WORKING


async def test_who_manages_another_channel_only_cannot_touch_it(desk: AlertsDesk) -> None:
    warden = desk.member("warden", discord.Permissions.none())
    own = discord.PermissionOverwrite(manage_channels=True)
    lodge = desk.guild.create_text_channel("lodge", overwrites={warden: own})
    listed = await warden.slash(lodge, "alerts list")
    assert listed.response
    (value,) = options(listed, "Pick one").values()
    refused = await warden.select(listed.response, [value])
    assert r"Only people with Manage Channels in \#briefings may do this there" in text_of(refused)


async def test_while_discord_says_nothing_of_the_server_nothing_is_paused(
    desk: AlertsDesk, env: simcord.Env
) -> None:
    guild = env.bot.get_guild(desk.guild.id)
    assert guild
    guild.unavailable = True
    refused = await desk.ask("list")
    assert "Discord says nothing of this server at the moment" in text_of(refused)
    desk.newsroom.assert_refused()
    guild.unavailable = False
    assert (await desk.the_one()).standing is Standing.WORKING
