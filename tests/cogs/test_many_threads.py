"""Many archived threads: Discord is asked for several at once, and told to wait meanwhile."""

import asyncio
from typing import Any

import discord
import pytest
import simcord

from cogs import looking
from tests.cogs.alerts_desk import AlertsDesk
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, private, text_of, title_of

_DEFERRED_ANSWER, _DEFERRED_CHANGE = 5, 6
"""Types of an interaction's first response in Discord's reference."""


@pytest.fixture
async def desk(newsroom: Newsroom) -> AlertsDesk:
    made = AlertsDesk(newsroom)
    await newsroom.env.settle()
    return made


async def archived(desk: AlertsDesk, number: int) -> list[simcord.ChannelHandle]:
    """So many subscribed threads that Discord tells of only when it is asked."""
    threads = [await desk.thread() for _ in range(number)]
    for thread in threads:
        await desk.subscribe(channel=thread)
        desk.newsroom.env.backend.edit_channel(thread.id, {}, thread_metadata={"archived": True})
    await desk.newsroom.env.settle()
    desk.newsroom.env.http_requests.clear()
    return threads


def first_responses(desk: AlertsDesk) -> list[int]:
    sent: list[Any] = [
        request.json for request in desk.newsroom.env.http_requests if "/callback" in request.path
    ]
    return [each["type"] for each in sent]


async def test_a_list_of_a_few_is_answered_at_once(desk: AlertsDesk) -> None:
    await archived(desk, 3)
    listed = await desk.ask("list")
    assert private(listed)
    assert _DEFERRED_ANSWER not in first_responses(desk)


async def test_a_longer_list_is_waited_for_and_comes_privately(desk: AlertsDesk) -> None:
    threads = await archived(desk, 5)
    listed = await desk.ask("list")
    assert first_responses(desk) == [_DEFERRED_ANSWER]
    assert private(listed)
    assert all(f"<#{thread.id}>" in text_of(listed) for thread in threads)
    assert "is not there any more" not in text_of(listed)


async def test_a_page_that_is_waited_for_changes_in_place(desk: AlertsDesk) -> None:
    await archived(desk, 5)
    card = await desk.opened()
    desk.newsroom.env.http_requests.clear()
    listed = await desk.press(card, "All subscriptions")
    assert first_responses(desk) == [_DEFERRED_CHANGE]
    assert private(listed)
    assert title_of(listed).startswith("# ")


async def test_setup_waits_too(desk: AlertsDesk) -> None:
    threads = await archived(desk, 5)
    shown = await desk.newsroom.admin.slash(desk.channel, "setup")
    assert first_responses(desk) == [_DEFERRED_ANSWER]
    assert private(shown)
    assert all(f"<#{thread.id}> gets Harbour Notes." in text_of(shown) for thread in threads)
    desk.newsroom.env.http_requests.clear()
    assert shown.response
    again = await desk.newsroom.admin.click(shown.response, label="Look again")
    assert first_responses(desk) == [_DEFERRED_CHANGE]
    assert "gets Harbour Notes." in text_of(again)
    published = await desk.newsroom.admin.click(shown.response, label="I want to publish")
    assert in_place(published)
    assert title_of(published) == "# Publishing"


async def test_not_more_than_ten_are_asked_for_at_once(
    desk: AlertsDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    (thread,) = await archived(desk, 1)
    found, running, most = await desk.the_one(), 0, 0

    async def slow(*_: object) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1

    monkeypatch.setattr(looking, "_ask", slow)
    bot: Any = desk.newsroom.env.bot
    assert await looking.look_at_each(bot, [found] * 25) == [None] * 25
    assert most == 10
    assert isinstance(await bot.fetch_channel(thread.id), discord.Thread)
