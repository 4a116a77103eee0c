"""Receipts: a newsroom hears what became of a release, and sends again what failed."""

import discord
import pytest
import simcord
from sqlalchemy import update
from structlog.testing import capture_logs

from bot.app.app import App
from bot.app.importing import Order as ImportOrder
from bot.app.planning import Order
from bot.client import SitrepBot
from bot.domain.delivery import DeliveryState
from bot.domain.release import Author
from bot.presentation.receipt_card import receipt_card
from bot.store.delivery_tables import deliveries
from bot.store.store import Store
from tests.cogs.documents import NEWER
from tests.cogs.shown import in_place, labels, private, text_of, words_of
from tests.cogs.watched import Watched, dispatch, labels_of
from tests.cogs.world import at_home
from tests.presentation.examples import language

_GATHERED = 12
"""Seconds after which what came through is sent, and its receipt changed."""

RETRY, RESEND = "Try the failed again", "Send the uncertain again"


@pytest.fixture
async def desk(env: simcord.Env, app: App) -> Watched:
    """A newsroom with a draft, whose first channel gets its own briefing."""
    desk = Watched(env, app, "Harbour Desk")
    edits = discord.Permissions(manage_messages=True)
    editors = desk.guild.create_role("Editors", permissions=edits)
    desk.second = desk.guild.add_member(env.create_user("editor"), roles=[editors])
    await env.settle()
    return desk


async def release(
    desk: Watched, *, author: int | None = None, channels: int = 1, denied: bool = False
) -> int:
    """The draft is published to so many channels, without a window; gives the id.

    Where it is `denied`, the bot may not write in the first of them any more.
    """
    order = ImportOrder(newsroom=desk.guild.id, author="test", public=True)
    brought = await desk.app.importing.bring(NEWER.encode(), "issue.txt", order)
    for number in range(channels):
        channel = desk.channel
        if number:
            channel = desk.guild.create_text_channel(f"alerts-{number}")
            await desk.env.settle()
        await desk.subscribe(channel, brought.issue.briefing.id)
    if denied:
        await desk.deny(desk.channel, send_messages=True)
    by = Author(name="Ada Quill", id=author)
    planned = await desk.app.publishing.publish(brought.issue.id, Order(author=by, at_once=True))
    await desk.env.advance_time(3)
    return planned.release.id


async def log_here(desk: Watched) -> None:
    await desk.app.servers.choose(desk.guild.id, log_channel=desk.desk.id)


async def test_a_release_that_went_out_is_posted_in_the_log(desk: Watched) -> None:
    await log_here(desk)
    await release(desk, author=desk.second.id)
    (receipt,) = desk.notices()
    assert receipt.startswith("## Publication of Harbour Notes #8")
    assert "Sent to **1 of 1** channels." in receipt
    assert desk.second.user.dm_channel.history() == []


async def test_without_a_log_who_released_gets_it(desk: Watched) -> None:
    await release(desk, author=desk.second.id)
    (letter,) = desk.second.user.dm_channel.history()
    assert "Sent to **1 of 1** channels." in words_of(letter)


async def test_a_receipt_stays_true_when_a_message_comes_through_later(desk: Watched) -> None:
    await log_here(desk)
    await release(desk, author=desk.second.id, denied=True)
    (receipt,) = desk.notices()
    assert "Sent to **0 of 1** channels." in receipt
    assert "**Waiting: 1**" in receipt
    await desk.deny(desk.channel)
    await desk.env.advance_time(_GATHERED)
    (receipt,) = desk.notices()
    assert "Sent to **1 of 1** channels." in receipt
    assert "Waiting" not in receipt


async def test_a_receipt_that_somebody_deleted_is_left_alone(desk: Watched) -> None:
    await log_here(desk)
    await release(desk, author=desk.second.id, denied=True)
    (message,) = desk.desk.history()
    await message.delete()
    await desk.deny(desk.channel)
    await desk.env.advance_time(_GATHERED)
    assert desk.notices() == []
    assert len(desk.notices(desk.channel)) == 1


async def test_a_release_of_the_operator_is_only_logged(desk: Watched) -> None:
    with capture_logs() as lines:
        await release(desk)
    (line,) = (line for line in lines if line["event"] == "release ended")
    assert (line["sent"], line["failed"], line["told"]) == (1, 0, False)


async def test_a_release_of_the_operator_is_told_where_notices_go(desk: Watched) -> None:
    await desk.want_notices()
    await release(desk)
    (receipt,) = desk.notices()
    assert "Sent to **1 of 1** channels." in receipt


async def test_a_release_of_a_person_is_no_notice(desk: Watched) -> None:
    await desk.want_notices()
    await release(desk, author=desk.second.id)
    assert desk.notices() == []
    assert len(desk.second.user.dm_channel.history()) == 1


async def test_an_editor_of_another_server_is_refused_there(
    desk: Watched, env: simcord.Env, app: App
) -> None:
    shore = Watched(env, app)
    edits = discord.Permissions(manage_messages=True)
    editors = shore.guild.create_role("Editors", permissions=edits)
    editor = shore.guild.add_member(env.create_user("foreign editor"), roles=[editors])
    await env.settle()
    key = await stopped(desk)
    there = env.bot.get_channel(shore.channel.id)
    assert isinstance(there, discord.TextChannel)
    forged = receipt_card(await app.receipts.of(key), language())
    with env._bot_scope():
        await there.send(view=forged)
    refused = await editor.click(shore.channel.history()[-1], label=RETRY)
    assert text_of(refused) == "Only the newsroom of this briefing can do that."
    assert (await app.receipts.of(key)).number(DeliveryState.FAILED) == 1


async def test_a_release_to_nobody_says_nothing(desk: Watched) -> None:
    await log_here(desk)
    await release(desk, channels=0)
    assert desk.notices() == []


async def test_a_release_that_was_stopped_says_why(desk: Watched) -> None:
    await log_here(desk)
    await stopped(desk)
    (receipt,) = desk.notices()
    assert "**Stopped**" in receipt
    assert "Why it was stopped: Discord does not take it" in receipt
    assert "**Failed: 1**" in receipt


async def test_what_failed_is_sent_again_by_an_editor(desk: Watched) -> None:
    await log_here(desk)
    await stopped(desk)
    receipt = desk.desk.history()[-1]
    assert labels_of(receipt) == [RETRY]
    tried = await desk.second.click(receipt, label=RETRY)
    assert in_place(tried)
    assert labels(tried) == []
    await desk.env.advance_time(3)
    assert "Sent to **2 of 2** channels." in desk.notices()[-1]


async def test_it_is_sent_again_after_a_restart_and_only_once(
    desk: Watched, env: simcord.Env, app: App
) -> None:
    await log_here(desk)
    await stopped(desk)
    receipt = desk.desk.history()[-1]
    await env.restart_bot(at_home(SitrepBot(app), env))
    await desk.admin.click(receipt, label=RETRY)
    await env.advance_time(3)
    await dispatch(env, "release_finished", 1)
    assert "Sent to **2 of 2** channels." in desk.notices()[-1]


async def test_who_may_neither_manage_messages_nor_the_server_is_refused(desk: Watched) -> None:
    await log_here(desk)
    await stopped(desk)
    refused = await desk.reader.click(desk.desk.history()[-1], label=RETRY)
    assert text_of(refused).startswith("Only people with Manage Messages or Manage Server")
    assert private(refused)


async def test_who_released_sends_again_from_a_direct_message(desk: Watched) -> None:
    await stopped(desk)
    letter = desk.second.user.dm_channel.history()[-1]
    tried = await desk.second.user.click(letter, label=RETRY)
    assert in_place(tried)


async def test_who_has_lost_the_right_since_is_refused_there(desk: Watched) -> None:
    await stopped(desk)
    letter = desk.second.user.dm_channel.history()[-1]
    editors = desk.guild.roles["Editors"]
    desk.env.backend.remove_member_role(desk.guild.id, desk.second.id, editors.id)
    refused = await desk.second.user.click(letter, label=RETRY)
    assert text_of(refused).startswith("Only people with Manage Messages or Manage Server")
    desk.guild.remove_member(desk.second)
    refused = await desk.second.user.click(letter, label=RETRY)
    assert text_of(refused).startswith("Only people with Manage Messages or Manage Server")


async def test_a_newsroom_that_the_bot_has_left_is_refused_there(desk: Watched) -> None:
    await stopped(desk)
    letter = desk.second.user.dm_channel.history()[-1]
    desk.leave()
    await desk.env.settle()
    refused = await desk.second.user.click(letter, label=RETRY)
    assert text_of(refused).startswith("Only people with Manage Messages or Manage Server")


async def test_what_is_uncertain_is_sent_again(desk: Watched, store: Store) -> None:
    await log_here(desk)
    key = await release(desk, author=desk.second.id)
    async with store.write() as transaction:
        unsure = update(deliveries).values(state=DeliveryState.UNCERTAIN)
        await transaction.subscriptions._connection.execute(unsure)
    await dispatch(desk.env, "release_finished", key)
    receipt = desk.desk.history()[-1]
    assert labels_of(receipt) == [RESEND]
    before = len(desk.channel.history())
    await desk.second.click(receipt, label=RESEND)
    await desk.env.advance_time(3)
    assert len(desk.channel.history()) == before + 1


async def test_an_error_while_telling_is_reported(desk: Watched) -> None:
    with capture_logs() as lines:
        await dispatch(desk.env, "release_finished", 404)
    assert [str(line["exc_info"]) for line in lines if line["event"] == "error"] == [
        "There is no such release."
    ]
    assert len(desk.env.errors) == 1


async def stopped(desk: Watched) -> int:
    """Discord refuses the first message to one of two channels, and takes everything later."""
    path = f"/channels/{desk.channel.id}/messages"
    desk.env.inject_error("POST", path, status=400, times=1)
    return await release(desk, author=desk.second.id, channels=2)
