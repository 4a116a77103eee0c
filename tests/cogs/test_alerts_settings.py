"""`/alerts settings`: who sees the answers in a server, and where lost rights are told."""

import discord
import pytest
import simcord

from bot.app.app import App
from tests.cogs.alerts_desk import KEEPS, AlertsDesk
from tests.cogs.documents import LONG
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import private, text_of

BOTH = KEEPS | discord.Permissions(manage_guild=True)


@pytest.fixture
async def desk(newsroom: Newsroom) -> AlertsDesk:
    made = AlertsDesk(newsroom)
    await newsroom.env.settle()
    return made


@pytest.fixture
def chief(desk: AlertsDesk) -> simcord.MemberActor:
    """Somebody with both rights."""
    return desk.member("chief", BOTH)


async def choose(desk: AlertsDesk, chief: simcord.MemberActor, **options: object) -> str:
    chosen = await chief.slash(desk.channel, "alerts settings", **options)
    assert private(chosen)
    return text_of(chosen)


async def test_whoever_manages_the_server_chooses_and_sees_the_choice(
    desk: AlertsDesk, chief: simcord.MemberActor
) -> None:
    private_, public = "Answers here are private", "Answers here are for everyone"
    assert (await choose(desk, chief)).startswith(private_)
    assert (await choose(desk, chief, answers="public")).startswith(public)
    assert (await choose(desk, chief)).startswith(public)
    assert (await choose(desk, chief, answers="private")).startswith(private_)


async def test_the_choice_changes_who_sees_answers_in_this_server_only(
    desk: AlertsDesk, chief: simcord.MemberActor, stranger: Newsroom
) -> None:
    newsroom = desk.newsroom
    await choose(desk, chief, answers="public")
    assert not private(await newsroom.ask())
    assert private(await newsroom.ask(show="only me"))
    assert private(await newsroom.ask("briefings"))
    assert private(await newsroom.ask("help"))
    assert private(await stranger.ask())
    await choose(desk, chief, answers="private")
    assert private(await newsroom.ask())


async def test_public_answers_are_of_one_short_screen(
    desk: AlertsDesk, chief: simcord.MemberActor
) -> None:
    newsroom = desk.newsroom
    await newsroom.publish(LONG)
    long = text_of(await newsroom.ask(country="Norway"))
    await choose(desk, chief, answers="public")
    short = text_of(await newsroom.ask(country="Norway"))
    assert len(short) < 900 < len(long)


async def test_who_sees_answers_is_for_those_who_manage_the_server(desk: AlertsDesk) -> None:
    room = desk.room("lounge")
    refused = await desk.ask("settings", answers="public", notices=room)
    assert private(refused)
    assert text_of(refused).startswith("Only people with Manage Server may do this")
    desk.newsroom.assert_refused()
    assert private(await desk.newsroom.ask())
    shown = text_of(await desk.ask("settings"))
    assert "it tells the person who subscribed it" in shown, "nothing was chosen"


async def test_the_channel_for_notices_is_chosen_and_shown(desk: AlertsDesk, app: App) -> None:
    room, told = desk.room("lounge"), list[bool]()
    for shown in (await desk.ask("settings", notices=room), await desk.ask("settings")):
        assert private(shown)
        assert text_of(shown).splitlines()[:2] == [
            "Answers here are private, with a button to share them.",
            f"If Sitrep can no longer write in a subscribed channel, <#{room.id}> is told.",
        ]
        told.append("type `/alerts settings` with `answers`" in text_of(shown))
    assert told == [False, True], "who has just chosen need not be told how"
    assert (await app.servers.choices(desk.guild.id)).notice_channel == room.id


async def test_a_thread_can_hear_notices(desk: AlertsDesk, app: App) -> None:
    thread = await desk.thread()
    await desk.ask("settings", notices=thread)
    assert (await app.servers.choices(desk.guild.id)).notice_channel == thread.id


async def test_a_channel_for_notices_in_which_nothing_can_be_written_is_said_to_be(
    desk: AlertsDesk,
) -> None:
    room = desk.room("quiet", send_messages=False, read_message_history=False)
    shown = text_of(await desk.ask("settings", notices=room)).splitlines()
    assert len(shown) == 3
    assert shown[2].startswith(f"- Sitrep may not write in <#{room.id}>: in the channel's settings")
    await desk.bot_channel(room).delete()
    await desk.newsroom.env.settle()
    gone = text_of(await desk.ask("settings"))
    assert f"- <#{room.id}> is not there any more" in gone


async def test_notices_go_to_a_channel_that_one_manages(desk: AlertsDesk, app: App) -> None:
    warden = desk.member("warden", discord.Permissions.none())
    own = discord.PermissionOverwrite(manage_channels=True)
    lodge = desk.guild.create_text_channel("lodge", overwrites={warden: own})
    refused = await warden.slash(lodge, "alerts settings", notices=desk.channel)
    assert r"Only people with Manage Channels in \#briefings may do this" in text_of(refused)
    desk.newsroom.assert_refused()
    assert (await app.servers.choices(desk.guild.id)).notice_channel is None
