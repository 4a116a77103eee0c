"""The first message in a server: once, where the bot may write, and never an error."""

import pytest
import simcord

from bot.app.app import App
from tests.cogs.shown import words_of
from tests.cogs.watched import Watched


@pytest.fixture
async def shore(env: simcord.Env, app: App) -> Watched:
    """A server that has a channel in which Discord greets people."""
    shore = Watched(env, app)
    env.backend.edit_guild(shore.guild.id, {"system_channel_id": shore.channel.id})
    await env.settle()
    return shore


async def join(shore: Watched) -> None:
    """The bot is removed and invited again."""
    told = shore.leave()
    await shore.env.settle()
    shore.env.backend.emit("GUILD_CREATE", told)
    await shore.looked()


def greetings(shore: Watched) -> list[str]:
    mine = [message for message in shore.channel.history() if message.author.bot]
    return [words_of(message) for message in mine]


async def test_it_says_what_it_does_and_how_to_begin(shore: Watched) -> None:
    await join(shore)
    (greeting,) = greetings(shore)
    assert greeting.startswith("# Sitrep is here")
    assert greeting.endswith("People with **Manage Server** begin with `/setup`.")


async def test_it_is_said_once_for_each_time_it_joins(shore: Watched) -> None:
    await join(shore)
    await shore.looked()
    assert len(greetings(shore)) == 1


async def test_a_server_that_was_only_away_is_not_greeted(shore: Watched) -> None:
    assert greetings(shore) == []


@pytest.mark.parametrize("right", ["view_channel", "send_messages"])
async def test_where_it_may_not_write_it_says_nothing(shore: Watched, right: str) -> None:
    await shore.deny(shore.channel, **{right: True})
    await join(shore)
    assert greetings(shore) == []


async def test_without_such_a_channel_it_says_nothing(shore: Watched) -> None:
    shore.env.backend.edit_guild(shore.guild.id, {"system_channel_id": None})
    await join(shore)
    assert greetings(shore) == []
    posts = [entry for entry in shore.env.http_requests if entry.path.endswith("/messages")]
    assert posts == []


async def test_a_refusal_all_the_same_is_no_error(shore: Watched) -> None:
    shore.env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    await join(shore)
    assert greetings(shore) == []
    assert shore.env.errors == []
