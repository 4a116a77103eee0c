"""`/alerts subscribe` with a channel: subscribed at once, checked, and said how it stands."""

import discord
import pytest
import simcord

from bot.app.app import App
from bot.client import SitrepBot
from bot.domain.subscription import ChannelKind, Standing, Wishes
from tests.cogs.alerts_desk import KEEPS, AlertsDesk
from tests.cogs.documents import OTHER
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import labels, private, text_of, words_below


@pytest.fixture
async def desk(newsroom: Newsroom) -> AlertsDesk:
    made = AlertsDesk(newsroom)
    await newsroom.env.settle()
    return made


async def refused(desk: AlertsDesk, asked: simcord.InteractionResult, sentence: str) -> None:
    """Told privately, and nothing is subscribed."""
    assert private(asked)
    assert sentence in text_of(asked)
    desk.newsroom.assert_refused()
    assert await desk.subscriptions() == []


async def test_a_channel_is_subscribed_to_the_only_briefing(desk: AlertsDesk) -> None:
    shown = await desk.subscribe()
    assert private(shown)
    assert text_of(shown).splitlines() == [
        f"## Harbour Notes · Harbour Desk in <#{desk.channel.id}>",
        "Subscribed.",
        "**Countries**: all",
        "**Ping**: nobody",
        "**Working**: the next issue comes by itself; nothing has been sent yet.",
    ]
    found = await desk.the_one()
    assert (found.place.channel, found.place.server) == (desk.channel.id, desk.guild.id)
    assert (found.subscriber, found.wishes) == (desk.keeper.id, Wishes())
    assert "Send a test" in labels(shown)


async def test_what_is_subscribed_already_is_said_to_be(desk: AlertsDesk) -> None:
    await desk.subscribe(country="Japan, Norway")
    again = text_of(await desk.subscribe(country="Norway, Japan")).splitlines()
    assert again[1] == "This was subscribed already, just so; nothing was changed."
    assert text_of(await desk.subscribe(country="Japan")).splitlines()[1] == "Changed."
    await desk.the_one()


async def test_what_will_come_is_shown_below_to_who_subscribed(desk: AlertsDesk) -> None:
    (words,) = words_below(await desk.subscribe(country="Japan"))
    assert words.startswith("**Preview**, only for you: this is how alerts of Harbour Notes")
    assert "# Harbour Notes #8" in words
    assert "**Japan**" in words
    assert desk.newsroom.posted == []


async def test_where_no_issue_is_out_nothing_can_be_shown(desk: AlertsDesk, app: App) -> None:
    await app.briefing_making.found(desk.guild.id, "Tides", public=False)
    shown = await desk.subscribe(briefing="Tides")
    assert "Subscribed." in text_of(shown)
    assert words_below(shown) == []


async def test_countries_and_a_role_are_taken(desk: AlertsDesk) -> None:
    role = desk.guild.create_role("Readers", mentionable=True)
    shown = await desk.subscribe(country="Japan, росси́я; NO", ping=role, ping_updates=True)
    assert "**Countries**: Japan, Norway and Russia" in text_of(shown)
    assert f"**Ping**: <@&{role.id}>, for each new issue and each update" in text_of(shown)
    wishes = (await desk.the_one()).wishes
    assert wishes == Wishes(countries=("JP", "NO", "RU"), ping=role.id, ping_updates=True)


async def test_subscribing_again_changes_what_is_named_and_leaves_the_rest(
    desk: AlertsDesk,
) -> None:
    role = desk.guild.create_role("Readers", mentionable=True)
    await desk.subscribe(country="Japan")
    first = await desk.the_one()
    await desk.subscribe(ping=role)
    second = await desk.the_one()
    assert (second.id, second.wishes) == (first.id, Wishes(countries=("JP",), ping=role.id))
    await desk.subscribe(country="all", ping_updates=True)
    assert (await desk.the_one()).wishes == Wishes(ping=role.id, ping_updates=True)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Atlantis", "“Atlantis” is no country that Sitrep knows"),
        ("Japan, @everyone", "“@\u200beveryone” is no country"),
        (" , ", "Name a country, several with commas between them"),
    ],
)
async def test_what_is_no_country_is_refused(desk: AlertsDesk, typed: str, sentence: str) -> None:
    await refused(desk, await desk.subscribe(country=typed), sentence)


async def test_everyone_is_no_role_to_ping(desk: AlertsDesk) -> None:
    asked = await desk.subscribe(ping=desk.guild.default_role)
    await refused(desk, asked, "Alerts can ping a role of this server, and not everyone")


async def test_alerts_are_no_way_to_mention_a_role_that_one_may_not(desk: AlertsDesk) -> None:
    role = desk.guild.create_role("Staff")
    asked = await desk.subscribe(ping=role)
    await refused(desk, asked, "You may not mention this role yourself")
    boss = desk.member("boss", KEEPS | discord.Permissions(mention_everyone=True))
    await boss.slash(desk.channel, "alerts subscribe", channel=desk.channel, ping=role)
    assert (await desk.the_one()).wishes.ping == role.id
    await desk.subscribe(country="Japan")
    wishes = (await desk.the_one()).wishes
    assert wishes == Wishes(countries=("JP",), ping=role.id), "what was there may stay"


async def test_a_role_that_the_bot_may_not_mention_is_explained(desk: AlertsDesk) -> None:
    room = desk.room("hushed", mention_everyone=False)
    role = desk.guild.create_role("Staff")
    shown = text_of(await desk.subscribe(channel=room, ping=role))
    assert "**Working**" in shown
    assert f"- Sitrep may not mention <@&{role.id}>, so alerts in <#{room.id}> ping" in shown
    assert "**Allow anyone to @mention this role**" in shown


async def test_a_missing_right_is_said_and_waited_for(desk: AlertsDesk) -> None:
    room = desk.room("quiet", send_messages=False, read_message_history=False)
    shown = text_of(await desk.subscribe(channel=room))
    assert "it waits, and starts by itself once this is mended:" in shown
    assert f"- Sitrep may not write in <#{room.id}>: in the channel's settings" in shown
    assert "allow **Read Message History**" in shown
    assert (await desk.the_one()).standing is Standing.NO_RIGHT


async def test_threads_and_announcement_channels_can_be_subscribed(desk: AlertsDesk) -> None:
    news = desk.guild.create_news_channel("news")
    thread = await desk.thread()
    await desk.subscribe(channel=news)
    await desk.subscribe(channel=thread)
    kinds = {each.place.channel: each.place.kind for each in await desk.subscriptions()}
    assert kinds == {news.id: ChannelKind.ANNOUNCEMENT, thread.id: ChannelKind.THREAD}


async def test_a_forum_can_be_subscribed_and_is_explained(desk: AlertsDesk) -> None:
    shown = text_of(await desk.subscribe(channel=desk.guild.create_forum_channel("reports")))
    assert "**Posts**: each issue is a post of its own" in shown
    assert "“Harbour Notes”" in shown
    assert "**Working**" in shown
    assert (await desk.the_one()).place.kind is ChannelKind.FORUM


async def test_a_forum_whose_posts_the_bot_may_not_open_is_said(desk: AlertsDesk) -> None:
    forum = desk.guild.create_forum_channel("reports")
    await desk.forbid(forum, send_messages=True, send_messages_in_threads=True)
    shown = text_of(await desk.subscribe(channel=forum))
    assert f"- Sitrep may not open posts in <#{forum.id}>" in shown
    assert "allow **Create Posts**" in shown
    assert "allow **Send Messages in Posts**" in shown
    assert (await desk.the_one()).standing is Standing.NO_RIGHT


async def test_a_voice_channel_is_not_offered(desk: AlertsDesk) -> None:
    with pytest.raises(simcord.OptionError, match="channel types"):
        await desk.subscribe(channel=desk.guild.create_voice_channel("voices"))


async def test_one_briefing_of_several_is_named(
    desk: AlertsDesk, stranger: Newsroom, app: App
) -> None:
    await stranger.publish(OTHER, public=True)
    for name in ("Lantern Letter", "Lantern Letter · Far Shore"):
        assert "Lantern Letter · Far Shore in" in text_of(await desk.subscribe(briefing=name))
    foreign = (await desk.the_one()).briefing
    assert foreign.newsroom == stranger.guild.id
    assert "subscribed already" in text_of(await desk.subscribe(briefing=str(foreign.id)))


async def test_a_private_briefing_of_another_server_is_refused_like_none(
    desk: AlertsDesk, stranger: Newsroom, app: App
) -> None:
    await stranger.publish(OTHER)
    (secret,) = await app.briefing_making.of_newsroom(stranger.guild.id)
    for named in (str(secret.id), "Lantern Letter", "nothing such"):
        asked = await desk.subscribe(briefing=named)
        await refused(desk, asked, "No such briefing can be read here")


async def test_where_there_is_no_briefing_the_refusal_says_what_to_do(stranger: Newsroom) -> None:
    desk = AlertsDesk(stranger)
    asked = await desk.subscribe()
    await refused(desk, asked, "There is no briefing to subscribe to yet")


async def test_only_people_with_manage_channels_are_let_through(
    desk: AlertsDesk, env: simcord.Env
) -> None:
    with pytest.raises(simcord.SetupError, match="default-member-permissions"):
        await desk.newsroom.ask("alerts subscribe")
    assert isinstance(env.bot, SitrepBot)
    registered = {command.name: command for command in await env.bot.tree.fetch_commands()}
    desk.guild.set_command_permissions(registered["alerts"], {desk.newsroom.reader: True})
    for command in ("subscribe", "list", "stop", "settings"):
        asked = await desk.newsroom.ask(f"alerts {command}")
        await refused(desk, asked, "Only people with Manage Channels may do this")


async def test_who_manages_this_channel_only_subscribes_no_other(
    desk: AlertsDesk, env: simcord.Env
) -> None:
    warden = desk.member("warden", discord.Permissions.none())
    own = discord.PermissionOverwrite(manage_channels=True)
    lodge = desk.guild.create_text_channel("lodge", overwrites={warden: own})
    asked = await warden.slash(lodge, "alerts subscribe", channel=desk.channel)
    await refused(desk, asked, r"Only people with Manage Channels in \#briefings may do this there")
    await warden.slash(lodge, "alerts subscribe", channel=lodge)
    assert (await desk.the_one()).place.channel == lodge.id


async def test_it_is_no_command_of_direct_messages(env: simcord.Env) -> None:
    offered = env.create_user("Lone").available_commands()
    assert not any(name.startswith("alerts") for name in offered)


async def test_it_is_shown_to_those_who_manage_channels(env: simcord.Env) -> None:
    assert isinstance(env.bot, SitrepBot)
    registered = {command.name: command for command in await env.bot.tree.fetch_commands()}
    assert registered["alerts"].default_member_permissions == KEEPS


async def archived(desk: AlertsDesk, env: simcord.Env) -> simcord.ChannelHandle:
    """A thread of which Discord tells the bot nothing until it asks."""
    thread = await desk.thread()
    known = env.bot.get_channel(thread.id)
    assert isinstance(known, discord.Thread)
    await known.edit(archived=True)
    await env.settle()
    assert env.bot.get_channel(thread.id) is None
    return thread


async def test_an_archived_thread_is_asked_for(desk: AlertsDesk, env: simcord.Env) -> None:
    thread = await archived(desk, env)
    assert "**Working**" in text_of(await desk.subscribe(channel=thread))
    assert (await desk.the_one()).place.channel == thread.id


async def test_a_thread_that_the_bot_may_not_see_is_refused(
    desk: AlertsDesk, env: simcord.Env
) -> None:
    thread = await archived(desk, env)
    env.inject_error("GET", f"/channels/{thread.id}", status=403, code=50001)
    asked = await desk.subscribe(channel=thread)
    await refused(desk, asked, "Sitrep does not find this channel: add Sitrep to it if it is")
