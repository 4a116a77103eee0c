"""`/setup`: a server begins, by reading or by publishing, on one panel."""

import json
from typing import Any

import discord
import pytest
import simcord
from simcord.actors import _component_interaction, _visible_message

from bot.app.app import App, build_app
from bot.client import SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.domain.reader import Reader
from bot.domain.subscription import Subscription, Wishes
from bot.store.store import Store
from tests.cogs.documents import NEWER
from tests.cogs.newsroom import Newsroom
from tests.cogs.setting_up import at_briefing, channel_menus, choose, click, opened
from tests.cogs.shown import in_place, labels, options, private, text_of, title_of
from tests.cogs.world import living
from tests.moments import NOW


@pytest.fixture
async def reading(env: simcord.Env, app: App) -> Newsroom:
    """A server that owns nothing, beside one whose briefing is public."""
    publisher = Newsroom(env, app, "Harbour Desk")
    reader = Newsroom(env, app, "Far Shore")
    await env.settle()
    await publisher.publish(NEWER, public=True)
    return reader


async def subscriptions(desk: Newsroom) -> list[Subscription]:
    return await desk.app.subscribing.of_server(desk.guild.id)


def deny(desk: Newsroom, name: str, **rights: bool) -> simcord.ChannelHandle:
    """A channel in which everyone lacks some rights, the bot too."""
    without = discord.PermissionOverwrite(**dict.fromkeys(rights, False))
    return desk.guild.create_text_channel(name, overwrites={desk.guild.default_role: without})


async def test_at_first_it_says_what_works_and_what_is_missing(reading: Newsroom) -> None:
    panel = await opened(reading)
    assert private(panel)
    assert title_of(panel) == "# Set up Sitrep"
    said = text_of(panel)
    assert "Asking works already" in said
    assert "No channel here gets alerts yet" in said
    assert "This server publishes nothing yet" in said
    assert "in a direct message" in said
    assert labels(panel) == ["I want to read", "I want to publish", "Look again"]


async def test_a_channel_is_subscribed_in_three_clicks(reading: Newsroom) -> None:
    page = await at_briefing(reading)
    assert in_place(page)
    assert title_of(page) == "# Harbour Notes"
    assert "Published by Harbour Desk." in text_of(page)
    assert "No channel here gets them yet." in text_of(page)
    done = await choose(reading, page, "alerts", [reading.channel])
    assert in_place(done)
    assert f"<#{reading.channel.id}> gets Harbour Notes." in text_of(done)
    (made,) = await subscriptions(reading)
    assert (made.place.channel, made.subscriber) == (reading.channel.id, reading.admin.id)
    home = await click(reading, done, "Back")
    assert f"<#{reading.channel.id}> gets Harbour Notes." in text_of(home)


async def test_several_channels_are_subscribed_together_and_each_says_what_it_lacks(
    reading: Newsroom,
) -> None:
    mute = deny(reading, "mute", send_messages=True)
    blind = deny(reading, "blind", read_message_history=True)
    news = reading.guild.create_news_channel("news")
    await reading.env.settle()
    page = await at_briefing(reading)
    done = await choose(reading, page, "alerts", [reading.channel, mute, blind, news])
    said = text_of(done)
    assert f"<#{mute.id}> does not get Harbour Notes yet:" in said
    assert "allow **Send Messages**" in said
    assert "allow **Read Message History**" in said
    assert f"<#{news.id}> gets Harbour Notes." in said
    kinds = {each.place.channel: each.place.kind for each in await subscriptions(reading)}
    assert kinds[news.id] == "announcement"
    assert said.index(f"<#{mute.id}> does not") < said.index(f"<#{news.id}> gets")


async def test_what_a_channel_wanted_before_stays(reading: Newsroom) -> None:
    (briefing,) = await reading.app.subscribing.briefings(Reader(user=1, server=reading.guild.id))
    await choose(reading, await at_briefing(reading), "alerts", [reading.channel])
    (first,) = await subscriptions(reading)
    wishes = Wishes(countries=("JP",), ping=reading.guild.default_role.id)
    await reading.app.subscribing.change(reading.guild.id, first.id, wishes)
    other = reading.guild.create_text_channel("other")
    await reading.env.settle()
    page = await at_briefing(reading)
    await choose(reading, page, "alerts", [reading.channel, other])
    found = {each.place.channel: each for each in await subscriptions(reading)}
    assert found[reading.channel.id].wishes == wishes
    assert found[other.id].wishes == Wishes()
    assert {each.briefing.id for each in found.values()} == {briefing.id}


async def test_a_private_thread_without_the_bot_is_left_out_and_said_so(reading: Newsroom) -> None:
    backend = reading.env.backend
    hidden = backend.create_thread(
        reading.channel.id, "hidden", reading.admin.id, type=12, broadcast=False
    )
    thread = simcord.ChannelHandle(reading.env, reading.guild, hidden)
    page = await at_briefing(reading)
    reading.env.inject_error("GET", f"/channels/{hidden.id}", status=403, code=50001, times=None)
    done = await choose(reading, page, "alerts", [reading.channel, thread])
    assert f"Sitrep cannot see <#{hidden.id}>" in text_of(done)
    assert [each.place.channel for each in await subscriptions(reading)] == [reading.channel.id]


@pytest.mark.parametrize("verb", ["alerts", "notices", "other"])
async def test_a_channel_that_no_menu_offers_is_not_taken(
    reading: Newsroom, stranger: Newsroom, verb: str
) -> None:
    """Anybody can send any value to a bot: a channel of another server, or no id at all."""
    hidden = deny(reading, "hidden", view_channel=True)
    await reading.env.settle()
    page = await at_briefing(reading)
    assert page.response
    stored = _visible_message(reading.admin, page.response)
    values = [str(hidden.id), str(stranger.channel.id), "x", "²"]
    data = {"custom_id": f"setupto:{verb}:1", "component_type": 8, "values": values}
    (menu, *_) = channel_menus(page)
    stored.components = replaced(stored.components, menu["custom_id"], data["custom_id"])
    told = await _component_interaction(reading.admin, stored, data)
    assert f"Sitrep cannot see <#{hidden.id}>" in text_of(told)
    assert f"Sitrep cannot see <#{stranger.channel.id}>" in text_of(told)
    assert await subscriptions(reading) == []
    assert (await reading.app.servers.choices(reading.guild.id)).notice_channel is None


def replaced(components: Any, old: str, new: str) -> Any:
    return json.loads(json.dumps(components).replace(old, new))


async def test_notices_go_where_the_server_wants_and_the_menu_can_be_emptied(
    reading: Newsroom,
) -> None:
    page = await at_briefing(reading)
    chosen = await choose(reading, page, "notices", [reading.channel])
    assert f"Sitrep says so in <#{reading.channel.id}>;" in text_of(chosen)
    choices = await reading.app.servers.choices(reading.guild.id)
    assert choices.notice_channel == reading.channel.id
    again = next(part for part in channel_menus(chosen) if "notices" in part["placeholder"])
    assert again["default_values"] == [{"id": reading.channel.id, "type": "channel"}]
    emptied = await choose(reading, chosen, "notices", [])
    assert "in a direct message" in text_of(emptied)
    assert (await reading.app.servers.choices(reading.guild.id)).notice_channel is None


async def test_a_channel_for_notices_where_it_may_not_write_is_said_to_be_one(
    reading: Newsroom,
) -> None:
    mute = deny(reading, "mute", send_messages=True, read_message_history=True)
    await reading.env.settle()
    said = text_of(await choose(reading, await at_briefing(reading), "notices", [mute]))
    assert "allow **Send Messages**" in said
    assert "Read Message History" not in said
    reading.env.backend.delete_channel(mute.id)
    await reading.env.settle()
    assert "is not there any more: choose another channel" in text_of(await opened(reading))


async def test_a_reading_server_has_no_log(reading: Newsroom) -> None:
    page = await at_briefing(reading)
    assert [part["placeholder"] for part in channel_menus(page)] == [
        "Channels to get alerts…",
        "Channel for notices…",
    ]


async def test_with_nothing_to_read_it_says_how_that_changes(stranger: Newsroom) -> None:
    shelf = await click(stranger, await opened(stranger), "I want to read")
    assert "There is no briefing to read yet" in text_of(shelf)
    assert title_of(await click(stranger, shelf, "Back")) == "# Set up Sitrep"


async def test_many_briefings_are_paged(reading: Newsroom) -> None:
    making = reading.app.briefing_making
    for number in range(30):
        await making.found(reading.guild.id, f"Gazette {number:02}", public=False)
    shelf = await click(reading, await opened(reading), "I want to read")
    assert len(options(shelf, "Briefing")) == 25
    more = await click(reading, shelf, "Next")
    assert len(options(more, "Briefing")) == 6
    assert labels(more) == ["Back", "Previous"]
    assert labels(await click(reading, more, "Previous")) == ["Back", "Next"]


async def test_a_briefing_that_turned_private_is_refused(reading: Newsroom, store: Store) -> None:
    shelf = await click(reading, await opened(reading), "I want to read")
    (value,) = options(shelf, "Briefing").values()
    async with store.write() as transaction:
        await transaction.briefings.set_public(int(value), False)
    assert shelf.response
    refused = await reading.admin.select(shelf.response, [value])
    assert text_of(refused).startswith("This briefing can no longer be read here")
    assert private(refused)


async def test_only_people_who_manage_the_server_may_even_later(reading: Newsroom) -> None:
    with pytest.raises(simcord.SetupError, match="default-member-permissions"):
        await reading.reader.slash(reading.channel, "setup")
    page = await at_briefing(reading)
    admins = reading.guild.roles["Administrators"]
    reading.env.backend.remove_member_role(reading.guild.id, reading.admin.id, admins.id)
    refused = await choose(reading, page, "alerts", [reading.channel])
    assert text_of(refused).startswith("Only people with Manage Server may do this")
    assert await subscriptions(reading) == []


async def test_it_is_no_command_of_direct_messages(env: simcord.Env) -> None:
    assert "setup" not in env.create_user("Lone").available_commands()


async def test_a_server_that_may_not_publish_is_told_whom_to_ask(
    store: Store, gazetteer: Gazetteer
) -> None:
    app = build_app(store, gazetteer, lambda: NOW, newsrooms={1})
    async with living(SitrepBot(app)) as env:
        desk = Newsroom(env, app)
        await env.settle()
        panel = await opened(desk)
        assert "This bot publishes for other servers only." in text_of(panel)
        page = await click(desk, panel, "I want to publish")
        assert "Ask whoever runs it" in text_of(page)
        assert str(desk.guild.id) in text_of(page)
        assert labels(page) == ["Back"]
