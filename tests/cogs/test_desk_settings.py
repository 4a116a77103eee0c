"""`/desk settings`: one panel with a row for each setting, which shows it and changes it."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord
from simcord.actors import _component_interaction, _visible_message

from bot.app.app import App, build_app
from bot.client import SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.domain.server_choices import ServerChoices
from bot.store.store import Store, open_store
from tests.cogs.desk_room import DeskRoom
from tests.cogs.newsroom import Newsroom
from tests.cogs.setting_up import channel_menus, proposed
from tests.cogs.shown import in_place, labels, menu, parts, private, text_of, usable
from tests.cogs.world import at_home
from tests.moments import NOW

ROLE, CHANNEL, FORUM = "Role of the editors", "Channel for the log", 15


class Panel:
    """An administrator at the settings of a newsroom."""

    def __init__(self, room: DeskRoom, app: App) -> None:
        self.room, self.app = room, app

    async def opened(
        self, who: simcord.MemberActor | None = None, **options: str
    ) -> simcord.InteractionResult:
        return await (who or self.room.admin).slash(self.room.channel, "desk settings", **options)

    async def press(
        self, shown: simcord.InteractionResult, label: str
    ) -> simcord.InteractionResult:
        assert shown.response
        return await self.room.admin.click(shown.response, label=label)

    async def pick(
        self, shown: simcord.InteractionResult, prompt: str, *values: Any
    ) -> simcord.InteractionResult:
        assert shown.response
        key = menu(shown, prompt)["custom_id"]
        return await self.room.admin.select(shown.response, list(values), custom_id=key)

    async def forge(
        self, shown: simcord.InteractionResult, prompt: str, *values: str
    ) -> simcord.InteractionResult:
        """Anybody can send any value to a bot."""
        assert shown.response
        found = menu(shown, prompt)
        data = {"custom_id": found["custom_id"], "component_type": found["type"]}
        stored = _visible_message(self.room.admin, shown.response)
        return await _component_interaction(
            self.room.admin, stored, data | {"values": list(values)}
        )

    async def zone(self, shown: simcord.InteractionResult, typed: str) -> simcord.InteractionResult:
        form = await self.press(shown, "Change…")
        return await self.room.admin.submit_modal(form, {"zone": typed})

    @property
    async def choices(self) -> ServerChoices:
        return await self.app.servers.choices(self.room.guild.id)

    def denied(self, name: str, **rights: bool) -> simcord.ChannelHandle:
        """A channel in which everyone lacks some rights, the bot too."""
        without = discord.PermissionOverwrite(**dict.fromkeys(rights, False))
        guild = self.room.guild
        return guild.create_text_channel(name, overwrites={guild.default_role: without})


@pytest.fixture
async def panel(env: simcord.Env, app: App) -> Panel:
    room = DeskRoom(env, app)
    await room.opened()
    await room.allow(room.admin, room.reader, room.editors)
    return Panel(room, app)


Restart = Callable[[], Awaitable[None]]


@pytest.fixture
async def restart(
    panel: Panel, env: simcord.Env, database: Path, gazetteer: Gazetteer
) -> AsyncIterator[Restart]:
    """Ends the bot and starts another, with nothing in common but the file."""
    async with open_store(database, NOW) as store:

        async def again() -> None:
            panel.app = build_app(store, gazetteer, lambda: NOW, allowed=())
            await env.restart_bot(at_home(SitrepBot(panel.app), env))

        yield again


async def test_an_administrator_sees_every_setting_and_can_use_each(panel: Panel) -> None:
    shown = await panel.opened()
    assert private(shown)
    headings = [part for part in text_of(shown).splitlines() if part.startswith("#")]
    assert headings == [
        "# Settings of the desk",
        "## Editors",
        "## Log channel",
        "## Time zone",
        "## Two people",
    ]
    assert labels(shown) == ["Everybody with Manage Messages", "Change…", "Switch on"]
    assert len(usable(shown)) == 4  # there is no role to take back yet
    assert len(list(parts(shown))) < 25


async def test_an_editor_sees_them_and_can_use_none(panel: Panel) -> None:
    shown = await panel.opened(panel.room.editor)
    assert private(shown)
    assert "Only people with **Manage Server** may change these settings" in text_of(shown)
    assert usable(shown) == []
    refused = await panel.opened(panel.room.editor, timezone="Oslo")
    assert "Only people with Manage Server may do this" in text_of(refused)
    assert await panel.choices == ServerChoices()
    panel.room.assert_refused()


async def test_a_reader_sees_nothing(panel: Panel) -> None:
    assert "Only editors may do this" in text_of(await panel.opened(panel.room.reader))
    panel.room.assert_refused()


async def test_the_right_is_asked_again_at_each_click(panel: Panel) -> None:
    room, shown = panel.room, await panel.opened()
    form = await panel.press(shown, "Change…")
    admins = room.guild.roles["Administrators"]
    room.env.backend.remove_member_role(room.guild.id, room.admin.id, admins.id)
    for refused in (
        await panel.press(shown, "Switch on"),
        await panel.press(shown, "Change…"),
        await panel.pick(shown, ROLE, room.editors),
        await panel.pick(shown, CHANNEL, room.channel),
        await room.admin.submit_modal(form, {"zone": "Oslo"}),
    ):
        assert "Only people with Manage Server may do this" in text_of(refused)
        assert private(refused)
    assert await panel.choices == ServerChoices()


async def test_a_role_of_editors_is_named_and_taken_back(panel: Panel) -> None:
    room = panel.room
    await room.brought()
    writers = room.guild.create_role("Writers")
    named = await panel.pick(await panel.opened(), ROLE, writers)
    assert in_place(named)
    assert f"Editors: members with <@&{writers.id}>." in text_of(named)
    assert f"Members with <@&{writers.id}> may edit here." in text_of(named)
    assert "Server Settings > Integrations" in text_of(named)
    assert menu(named, ROLE)["default_values"] == [{"id": writers.id, "type": "role"}]
    assert "Only editors may do this" in text_of(await room.desk("list"))
    await room.allow(writers, room.admin)
    writer = room.guild.add_member(room.env.create_user("Eve"), roles=[writers])
    assert "# At the desk" in text_of(await writer.slash(room.channel, "desk list"))
    back = await panel.press(named, "Everybody with Manage Messages")
    assert in_place(back)
    assert "Editors: everybody with **Manage Messages**." in text_of(back)
    assert not menu(back, ROLE).get("default_values")
    await room.allow(room.admin, room.editors)
    assert "# At the desk" in text_of(await room.desk("list"))
    room.assert_refused()


async def test_a_role_with_the_right_needs_nobody_to_allow_it(panel: Panel) -> None:
    named = await panel.pick(await panel.opened(), ROLE, panel.room.editors)
    assert "Integrations" not in text_of(named)


async def test_a_role_that_was_deleted_is_said_to_be_gone(panel: Panel) -> None:
    writers = panel.room.guild.create_role("Writers")
    await panel.pick(await panel.opened(), ROLE, writers)
    panel.room.env.backend.delete_role(panel.room.guild.id, writers.id)
    await panel.room.env.settle()
    shown = await panel.opened()
    assert "is not there any more, so nobody may edit" in text_of(shown)
    assert not menu(shown, ROLE).get("default_values")
    back = await panel.press(shown, "Everybody with Manage Messages")
    assert (await panel.choices).editor_role is None
    assert "not there any more" not in text_of(back)


async def test_no_role_of_this_server_is_refused(panel: Panel, stranger: Newsroom) -> None:
    abroad = stranger.guild.create_role("Writers")
    shown = await panel.opened()
    for values in ([str(abroad.id)], ["x"], ["²"], ["-1"], ["9" * 99], [""], []):
        told = await panel.forge(shown, ROLE, *values)
        assert told.response, values
        assert "There is no such role in this server; pick another one." in text_of(told)
        assert private(told)
    everyone = await panel.forge(shown, ROLE, str(panel.room.guild.id))
    assert "which not everyone has; pick another" in text_of(everyone)
    assert await panel.choices == ServerChoices()


async def test_a_log_channel_is_chosen_and_taken_back(panel: Panel) -> None:
    room = panel.room
    chosen = await panel.pick(await panel.opened(), CHANNEL, room.channel)
    assert in_place(chosen)
    assert f"Log channel: <#{room.channel.id}>." in text_of(chosen)
    assert f"Sitrep says in <#{room.channel.id}>." in text_of(chosen)
    assert (await panel.choices).log_channel == room.channel.id
    (log,) = channel_menus(chosen)
    assert log["default_values"] == [{"id": room.channel.id, "type": "channel"}]
    emptied = await panel.pick(chosen, CHANNEL)
    assert "Log channel: none." in text_of(emptied)
    assert (await panel.choices).log_channel is None


async def test_announcement_channels_and_threads_can_be_the_log(panel: Panel) -> None:
    news = panel.room.guild.create_news_channel("news")
    made = panel.room.env.backend.create_thread(
        panel.room.channel.id, "log", panel.room.admin.id, type=11, broadcast=True
    )
    await panel.room.env.settle()
    thread = simcord.ChannelHandle(panel.room.env, panel.room.guild, made)
    shown = await panel.opened()
    for channel in (news, thread):
        shown = await panel.pick(shown, CHANNEL, channel)
        assert f"Log channel: <#{channel.id}>." in text_of(shown)
        assert (await panel.choices).log_channel == channel.id


async def test_a_thread_that_is_archived_is_not_taken(panel: Panel) -> None:
    channel = panel.room.env.bot.get_channel(panel.room.channel.id)
    assert isinstance(channel, discord.TextChannel)
    kind = discord.ChannelType.public_thread
    known = await channel.create_thread(name="old log", type=kind)
    await known.edit(archived=True)
    await panel.room.env.settle()
    assert panel.room.env.bot.get_channel(known.id) is None
    thread = next(each for each in panel.room.channel.threads if each.id == known.id)
    told = await panel.pick(await panel.opened(), CHANNEL, thread)
    assert f"Sitrep does not find <#{known.id}> here. If it is a thread, open it" in text_of(told)
    assert await panel.choices == ServerChoices()


async def test_a_channel_that_cannot_be_written_in_is_not_taken(panel: Panel) -> None:
    mute = panel.denied("mute", send_messages=True, read_message_history=True)
    await panel.room.env.settle()
    shown = await panel.pick(await panel.opened(), CHANNEL, panel.room.channel)
    (before,) = channel_menus(shown)
    told = await panel.pick(shown, CHANNEL, mute)
    assert in_place(told)
    assert "Nothing was changed." in text_of(told)
    assert f"Sitrep may not write in <#{mute.id}>" in text_of(told)
    assert "allow **Send Messages**" in text_of(told)
    assert "Read Message History" not in text_of(told)
    assert (await panel.choices).log_channel == panel.room.channel.id
    (after,) = channel_menus(told)
    assert after["default_values"] == before["default_values"]
    assert after["custom_id"] != before["custom_id"]


async def test_to_read_what_was_written_is_not_needed_for_a_log(panel: Panel) -> None:
    blind = panel.denied("blind", read_message_history=True)
    await panel.room.env.settle()
    chosen = await panel.pick(await panel.opened(), CHANNEL, blind)
    assert f"Log channel: <#{blind.id}>." in text_of(chosen)
    assert "Read Message History" not in text_of(chosen)


async def test_what_is_no_channel_of_this_server_is_not_taken(
    panel: Panel, stranger: Newsroom
) -> None:
    hidden = panel.denied("hidden", view_channel=True)
    forum = panel.room.guild.create_forum_channel("forum")
    await panel.room.env.settle()
    shown = await panel.opened()
    for value in (hidden.id, stranger.channel.id, 5):
        told = await panel.forge(shown, CHANNEL, str(value))
        assert f"Nothing was changed: Sitrep does not find <#{value}> here." in text_of(told)
    for value in ("x", "²", "-1", "9" * 99, ""):
        told = await panel.forge(shown, CHANNEL, value)
        assert "Nothing was changed: this is no channel" in text_of(told)
    told = await panel.forge(shown, CHANNEL, str(forum.id))
    assert "The log is a text channel, an announcement channel or a thread" in text_of(told)
    assert await panel.choices == ServerChoices()


async def test_a_time_zone_is_typed_into_a_form(panel: Panel) -> None:
    shown = await panel.opened()
    assert f"It is {NOW:%H:%M} there, " in text_of(shown)
    assert proposed(await panel.press(shown, "Change…")) == {"zone": "America/New_York"}
    set_to = await panel.zone(shown, "Tokyo")
    assert in_place(set_to)
    assert "Time zone: Asia/Tokyo." in text_of(set_to)
    tokyo = panel.app.desk_settings.time_in("Asia/Tokyo")
    assert f"**Asia/Tokyo**. It is {tokyo:%H:%M} there, " in text_of(set_to)
    assert (await panel.choices).time_zone == "Asia/Tokyo"
    assert proposed(await panel.press(set_to, "Change…")) == {"zone": "Asia/Tokyo"}


async def test_what_is_no_time_zone_is_one_sentence(panel: Panel) -> None:
    for told in (
        await panel.zone(await panel.opened(), "Atlantis"),
        await panel.opened(timezone="Atlantis"),
    ):
        assert private(told)
        assert text_of(told) == (
            "This time zone is not known; type a city such as Berlin or New York, or an offset "
            "such as +2."
        )
    panel.room.assert_refused()
    assert await panel.choices == ServerChoices()


async def test_the_option_sets_a_time_zone_and_shows_the_panel(panel: Panel) -> None:
    shown = await panel.opened(timezone="new york")
    assert private(shown)
    assert "Time zone: America/New York." in text_of(shown)
    assert "## Two people" in text_of(shown)
    assert (await panel.choices).time_zone == "America/New_York"


async def test_time_zones_are_suggested(panel: Panel) -> None:
    async def offered(typed: str) -> list[dict[str, Any]]:
        room = panel.room
        return await room.admin.autocomplete(room.channel, "desk settings", "timezone", typed)

    tokyo = panel.app.desk_settings.time_in("Asia/Tokyo")
    assert await offered("toky") == [{"name": f"Asia/Tokyo · {tokyo:%H:%M}", "value": "Asia/Tokyo"}]
    assert [each["value"] for each in await offered("+5")] == [
        *("UTC+05:00", "UTC+05:30", "UTC+05:45")
    ]
    beginning = await offered("")
    assert beginning[0]["name"].startswith("America/New York · ")
    assert len(beginning) == 25
    assert await offered("Atlantis") == []


async def test_two_people_are_switched_on_and_off(panel: Panel) -> None:
    shown = await panel.pick(await panel.opened(), CHANNEL, panel.room.channel)
    on = await panel.press(shown, "Switch on")
    assert in_place(on)
    assert "Two people: on." in text_of(on)
    assert "**On.** Whoever wrote the last change cannot publish it" in text_of(on)
    assert (await panel.choices).two_people
    assert menu(on, CHANNEL)["min_values"] == 1
    off = await panel.press(on, "Switch off")
    assert "Two people: off." in text_of(off)
    assert not (await panel.choices).two_people


async def test_two_people_need_a_log_channel(panel: Panel) -> None:
    shown = await panel.opened()
    refused = await panel.press(shown, "Switch on")
    assert private(refused)
    assert text_of(refused).startswith("Choose a log channel first")
    chosen = await panel.pick(shown, CHANNEL, panel.room.channel)
    await panel.press(chosen, "Switch on")
    kept = await panel.forge(chosen, CHANNEL)
    assert "Another editor approves in the log channel: choose another" in text_of(kept)
    assert (await panel.choices).log_channel == panel.room.channel.id


async def test_a_second_click_of_an_old_panel_switches_nothing_back(panel: Panel) -> None:
    shown = await panel.pick(await panel.opened(), CHANNEL, panel.room.channel)
    other = await panel.opened()
    await panel.press(shown, "Switch on")
    again = await panel.press(other, "Switch on")
    assert "Two people: on." in text_of(again)
    assert (await panel.choices).two_people


async def test_what_is_chosen_elsewhere_stands_on_the_panel_at_the_next_click(
    panel: Panel,
) -> None:
    shown = await panel.opened()
    server = panel.room.guild.id
    await panel.app.servers.choose(server, log_channel=panel.room.channel.id)
    zoned = await panel.zone(shown, "+2")
    assert f"Sitrep says in <#{panel.room.channel.id}>." in text_of(zoned)
    assert (await panel.choices).log_channel == panel.room.channel.id
    panel.room.env.backend.delete_channel(panel.room.guild.create_text_channel("gone").id)
    gone = panel.room.guild.create_text_channel("log")
    await panel.app.servers.choose(server, log_channel=gone.id)
    panel.room.env.backend.delete_channel(gone.id)
    await panel.room.env.settle()
    zoned = await panel.zone(zoned, "+3")
    assert f"<#{gone.id}> is not there any more: choose another channel." in text_of(zoned)


async def test_every_control_answers_after_a_restart(panel: Panel, restart: Restart) -> None:
    writers = panel.room.guild.create_role("Writers")
    shown = await panel.opened()
    await restart()
    shown = await panel.pick(shown, ROLE, writers)
    assert in_place(shown)
    await restart()
    shown = await panel.pick(shown, CHANNEL, panel.room.channel)
    await restart()
    form = await panel.press(shown, "Change…")
    await restart()
    shown = await panel.room.admin.submit_modal(form, {"zone": "Oslo"})
    assert in_place(shown)
    await restart()
    shown = await panel.press(shown, "Switch on")
    assert in_place(shown)
    assert await panel.choices == ServerChoices(
        editor_role=writers.id,
        log_channel=panel.room.channel.id,
        time_zone="Europe/Oslo",
        two_people=True,
    )
    await restart()
    shown = await panel.press(shown, "Everybody with Manage Messages")
    assert (await panel.choices).editor_role is None


async def test_a_control_that_the_panel_no_longer_has_says_so(panel: Panel) -> None:
    shown = await panel.opened()
    assert shown.response
    stored = _visible_message(panel.room.admin, shown.response)
    forged = json.dumps(stored.components).replace("deskset:two:0", "deskset:other:0")
    stored.components = json.loads(forged)
    data = {"custom_id": "deskset:other:0", "component_type": 2}
    told = await _component_interaction(panel.room.admin, stored, data)
    assert "This panel has changed; type /desk settings again." in text_of(told)


async def test_what_another_bot_has_written_by_hand_is_shown(panel: Panel, store: Store) -> None:
    async with store.write() as transaction:
        await transaction.server_settings.choose(
            panel.room.guild.id, two_people=True, time_zone="Nowhere/**Bold**"
        )
    said = text_of(await panel.opened())
    assert "so nothing can be approved: choose one." in said
    assert "Nowhere/\\*\\*Bold\\*\\*" in said
