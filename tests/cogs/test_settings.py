"""`/settings`: who sees the answers in a server."""

import discord
import pytest
import simcord

from bot.client import SitrepBot
from tests.cogs.documents import LONG
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import private, text_of


async def choose(newsroom: Newsroom, **answers: str) -> str:
    chosen = await newsroom.admin.slash(newsroom.channel, "settings", **answers)
    assert private(chosen)
    return text_of(chosen)


async def test_an_administrator_chooses_and_sees_the_choice(newsroom: Newsroom) -> None:
    assert (await choose(newsroom)).startswith("Answers here are private")
    assert (await choose(newsroom, answers="public")).startswith("Answers here are for everyone")
    assert (await choose(newsroom)).startswith("Answers here are for everyone")
    assert (await choose(newsroom, answers="private")).startswith("Answers here are private")


async def test_the_choice_changes_who_sees_answers_in_this_server_only(
    newsroom: Newsroom, stranger: Newsroom
) -> None:
    await choose(newsroom, answers="public")
    assert not private(await newsroom.ask())
    assert private(await newsroom.ask(show="only me"))
    assert private(await newsroom.ask("briefings"))
    assert private(await newsroom.ask("help"))
    assert private(await stranger.ask())
    await choose(newsroom, answers="private")
    assert private(await newsroom.ask())


async def test_public_answers_are_of_one_short_screen(newsroom: Newsroom) -> None:
    await newsroom.publish(LONG)
    long = text_of(await newsroom.ask(country="Norway"))
    await choose(newsroom, answers="public")
    short = text_of(await newsroom.ask(country="Norway"))
    assert len(short) < 900 < len(long)


async def test_who_may_not_manage_the_server_is_refused_even_if_discord_lets_them_through(
    newsroom: Newsroom, env: simcord.Env
) -> None:
    with pytest.raises(simcord.SetupError, match="default-member-permissions"):
        await newsroom.ask("settings")
    assert isinstance(env.bot, SitrepBot)
    registered = {command.name: command for command in await env.bot.tree.fetch_commands()}
    newsroom.guild.set_command_permissions(registered["settings"], {newsroom.reader: True})
    refused = await newsroom.ask("settings", answers="public")
    assert private(refused)
    assert text_of(refused).startswith("Only people with Manage Server may choose this")
    assert private(await newsroom.ask())
    assert [type(error).__name__ for error in env.errors] == ["CommandInvokeError"]


async def test_it_is_no_command_of_direct_messages(env: simcord.Env) -> None:
    assert "settings" not in env.create_user("Lone").available_commands()


async def test_it_is_shown_to_those_who_manage_the_server(env: simcord.Env) -> None:
    assert isinstance(env.bot, SitrepBot)
    registered = {command.name: command for command in await env.bot.tree.fetch_commands()}
    wanted = registered["settings"].default_member_permissions
    assert wanted == discord.Permissions(manage_guild=True)
