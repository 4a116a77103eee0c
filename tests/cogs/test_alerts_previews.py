"""Previews and tests: what a channel would get, shown to one person or posted there."""

import discord
import pytest
import simcord

from bot.app.briefing_making import open_or_close
from bot.domain.briefing import Briefing
from bot.domain.subscription import Standing
from bot.store.store import Store
from tests.cogs.alerts_desk import AlertsDesk
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import labels, private, text_of, words_of
from tests.moments import NOW

DELETE = "Delete this test"


@pytest.fixture
async def desk(newsroom: Newsroom) -> AlertsDesk:
    made = AlertsDesk(newsroom)
    await newsroom.env.settle()
    return made


async def turn(store: Store, briefing: Briefing, *, public: bool) -> None:
    async with store.write() as transaction:
        await open_or_close(transaction, briefing, public=public, clock=lambda: NOW)


async def tested(desk: AlertsDesk, **options: object) -> discord.Message:
    """The test that was posted in the channel."""
    told = await desk.press(await desk.subscribe(**options), "Send a test")
    assert private(told)
    assert text_of(told).startswith(f"The test is in <#{desk.channel.id}>")
    (posted,) = desk.newsroom.posted
    return posted


async def test_a_preview_shows_the_newest_issue_to_one_person(desk: AlertsDesk) -> None:
    preview = await desk.press(await desk.subscribe(), "Preview")
    assert private(preview)
    assert "# Harbour Notes #8" in text_of(preview)
    assert "Test" not in text_of(preview)
    assert DELETE not in labels(preview)
    assert desk.newsroom.posted == []


async def test_a_preview_is_about_the_countries_that_are_wanted(desk: AlertsDesk) -> None:
    preview = await desk.press(await desk.subscribe(country="Japan"), "Preview")
    assert "**Japan**" in text_of(preview)
    assert "Also in this issue: India and Norway" in text_of(preview)


async def test_a_test_is_posted_marked_and_pings_nobody(desk: AlertsDesk) -> None:
    role = desk.guild.create_role("Readers", mentionable=True)
    posted = await tested(desk, ping=role, ping_updates=True)
    assert words_of(posted).startswith("**Test**: this is how alerts of Harbour Notes look here.")
    assert f"<@&{role.id}>" not in words_of(posted)
    sent = [each.json for each in desk.newsroom.env.http_requests if "/messages" in each.path]
    assert [each["allowed_mentions"] for each in sent if each] == [{"parse": []}]


@pytest.mark.parametrize("right", ["manage_channels", "manage_messages"])
async def test_who_keeps_order_deletes_it(desk: AlertsDesk, right: str) -> None:
    posted = await tested(desk)
    guard = desk.member("guard", discord.Permissions(**{right: True}))
    await guard.click(posted, label=DELETE)
    assert desk.newsroom.posted == []


async def test_others_do_not_delete_it(desk: AlertsDesk) -> None:
    posted = await tested(desk)
    refused = await desk.newsroom.reader.click(posted, label=DELETE)
    assert private(refused)
    assert "Only people with Manage Channels or Manage Messages may delete this" in text_of(refused)
    assert len(desk.newsroom.posted) == 1


async def test_each_of_several_channels_is_tested_by_its_own_button(desk: AlertsDesk) -> None:
    room = desk.room("lounge")
    shown = await desk.pick(await desk.ask("subscribe"), "Channels", desk.channel, room)
    made = await desk.press(shown, "Done")
    keys = {each.place.channel: each.id for each in await desk.subscriptions()}
    assert made.response
    await desk.keeper.click(made.response, custom_id=f"manage:test:{keys[room.id]}")
    assert [len(each.history()) for each in (room,)] == [1]
    assert desk.newsroom.posted == []


async def test_a_test_reaches_a_thread_and_an_announcement_channel(desk: AlertsDesk) -> None:
    for place in (await desk.thread(), desk.guild.create_news_channel("news")):
        await desk.press(await desk.subscribe(channel=place), "Send a test")
        assert "**Test**" in words_of(place.history()[-1])


async def test_a_test_in_a_forum_is_a_post_that_can_be_deleted(desk: AlertsDesk) -> None:
    forum = desk.guild.create_forum_channel("reports")
    told = await desk.press(await desk.subscribe(channel=forum), "Send a test")
    (post,) = forum.threads
    assert f"The test is in <#{post.id}>" in text_of(told)
    assert post.name == "Test of Harbour Notes"
    (message,) = post.history()
    assert "**Test**" in words_of(message)
    refused = await desk.newsroom.reader.click(message, label=DELETE)
    assert "may delete this test" in text_of(refused)
    await desk.keeper.click(message, label=DELETE)
    assert forum.threads == []


async def test_where_a_right_is_missing_nothing_is_posted_and_the_reason_is_said(
    desk: AlertsDesk,
) -> None:
    card = await desk.subscribe()
    await desk.allow(desk.channel, send_messages=False)
    told = await desk.press(card, "Send a test")
    assert private(told)
    assert text_of(told).startswith(f"Nothing was sent to <#{desk.channel.id}>:\n- Sitrep may not")
    assert desk.newsroom.posted == []
    assert (await desk.the_one()).standing is Standing.NO_RIGHT


@pytest.mark.parametrize("label", ["Preview", "Send a test"])
async def test_a_briefing_that_is_private_since_is_not_shown_abroad(
    newsroom: Newsroom, stranger: Newsroom, store: Store, label: str
) -> None:
    (harbour,) = await newsroom.app.briefing_making.of_newsroom(newsroom.guild.id)
    abroad = AlertsDesk(stranger)
    await newsroom.env.settle()
    await turn(store, harbour, public=True)
    old = await abroad.subscribe()
    await turn(store, harbour, public=False)
    refused = await abroad.press(old, label)
    assert private(refused)
    assert text_of(refused).startswith("This briefing is private to its own server now")
    assert stranger.posted == []
    shown = await abroad.opened()
    assert "Preview" not in labels(shown)
    assert "Send a test" not in labels(shown)


async def test_what_discord_refuses_all_the_same_is_told(
    desk: AlertsDesk, env: simcord.Env
) -> None:
    card = await desk.subscribe()
    env.inject_error("POST", f"/channels/{desk.channel.id}/messages", status=403, code=50013)
    told = await desk.press(card, "Send a test")
    assert private(told)
    assert "Discord refused the test" in text_of(told)
