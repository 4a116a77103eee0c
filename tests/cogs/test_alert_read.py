"""Read: the first button of an alert opens its issue, for whoever may read it there."""

import discord
import pytest
import simcord

from bot.app.app import App
from bot.app.briefing_making import open_or_close
from bot.app.importing import Order as ImportOrder
from bot.app.planning import Order
from bot.client import SitrepBot
from bot.domain.release import Author
from bot.store.store import Store
from tests.cogs.documents import NEWER
from tests.cogs.shown import private, text_of, title_of, words_of
from tests.cogs.watched import Watched
from tests.cogs.world import at_home
from tests.moments import NOW

READ = "Read"


@pytest.fixture
async def desk(env: simcord.Env, app: App) -> Watched:
    return Watched(env, app, "Harbour Desk")


@pytest.fixture
async def shore(env: simcord.Env, app: App, desk: Watched) -> Watched:
    """Another server; the first channels of both got an alert of the same issue."""
    shore = Watched(env, app)
    await env.settle()
    order = ImportOrder(newsroom=desk.guild.id, author="test", public=True)
    brought = await app.importing.bring(NEWER.encode(), "issue.txt", order)
    for server in (desk, shore):
        await server.subscribe(briefing=brought.issue.briefing.id)
    await app.publishing.publish(brought.issue.id, Order(author=Author(name="Ada"), at_once=True))
    await env.advance_time(3)
    return shore


def alert_in(server: Watched) -> discord.Message:
    (alert,) = server.channel.history()
    assert "Harbour Notes #8" in words_of(alert)
    return alert


async def test_it_opens_the_issue_for_who_clicks(desk: Watched, shore: Watched) -> None:
    for server in (desk, shore):
        alert = alert_in(server)
        before = words_of(alert)
        read = await server.reader.click(alert, label=READ)
        assert private(read)
        assert title_of(read) == "# Harbour Notes #8"
        assert words_of(alert_in(server)) == before


async def test_the_issue_is_turned_in_place(shore: Watched) -> None:
    read = await shore.reader.click(alert_in(shore), label=READ)
    assert read.response
    turned = await shore.reader.click(read.response, label="Next")
    assert private(turned)
    assert "Page 2" in text_of(turned)


async def test_it_answers_after_a_restart(shore: Watched, env: simcord.Env, app: App) -> None:
    alert = alert_in(shore)
    await env.restart_bot(at_home(SitrepBot(app), env))
    assert title_of(await shore.reader.click(alert, label=READ)) == "# Harbour Notes #8"


async def test_what_is_private_since_is_read_in_its_own_server_only(
    desk: Watched, shore: Watched, store: Store
) -> None:
    subscription = await shore.only()
    async with store.write() as transaction:
        await open_or_close(transaction, subscription.briefing, public=False, clock=lambda: NOW)
    refused = await shore.reader.click(alert_in(shore), label=READ)
    assert private(refused)
    assert "can no longer be read here" in text_of(refused)
    assert "berth" not in text_of(refused)
    assert title_of(await desk.reader.click(alert_in(desk), label=READ)) == "# Harbour Notes #8"
