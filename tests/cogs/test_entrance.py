"""Entrances: an error of any of them is told once, in one sentence, and logged whole."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import simcord
from structlog.testing import capture_logs

from bot.app.app import App
from tests.cogs.documents import NEWER
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import private, text_of, title_of
from tests.cogs.stumbling import (
    AFTER_ANSWERING,
    AT_ONCE,
    REFUSED,
    Stumbled,
    StumblingBot,
    logged,
    reference_in,
)
from tests.cogs.world import living


@pytest.fixture
async def newsroom(app: App) -> AsyncIterator[Newsroom]:
    async with living(StumblingBot(app)) as env:
        desk = Newsroom(env, app)
        await env.settle()
        await desk.publish(NEWER)
        yield desk


async def pressed(newsroom: Newsroom, way: int) -> simcord.InteractionResult:
    planks = await newsroom.ask("planks")
    assert planks.response
    return await newsroom.reader.click(planks.response, label=f"Way {way}")


async def commanded(newsroom: Newsroom, way: int) -> simcord.InteractionResult:
    return await newsroom.reader.slash(newsroom.channel, "stumble", way=way)


Entrance = Callable[[Newsroom, int], Awaitable[simcord.InteractionResult]]
BOTH = pytest.mark.parametrize("entrance", [commanded, pressed])


@BOTH
async def test_the_person_gets_a_sentence_and_the_log_the_same_reference(
    newsroom: Newsroom, entrance: Entrance
) -> None:
    with capture_logs() as lines:
        answer = await entrance(newsroom, AT_ONCE)
    assert private(answer)
    assert answer.followups == []
    (line,) = logged(lines)
    assert line["reference"] == reference_in(text_of(answer))
    assert isinstance(line["exc_info"], Stumbled)
    assert line["exc_info"].__traceback__
    assert line["server"] == newsroom.guild.id
    assert line["user"] == newsroom.reader.id
    assert line["entrance"] in ("stumble", "trip:0")


@BOTH
async def test_after_an_answer_the_sentence_follows_it(
    newsroom: Newsroom, entrance: Entrance
) -> None:
    with capture_logs() as lines:
        answer = await entrance(newsroom, AFTER_ANSWERING)
    (told,) = answer.followups
    assert told.ephemeral
    assert answer.response
    assert answer.response.content == "A first answer."
    shown = told.components[0]["components"][0]["content"]
    assert logged(lines)[0]["reference"] == reference_in(shown)


@BOTH
async def test_a_refusal_is_told_as_it_is_and_is_no_error_of_ours(
    newsroom: Newsroom, entrance: Entrance
) -> None:
    with capture_logs() as lines:
        answer = await entrance(newsroom, REFUSED)
    assert text_of(answer) == "The gate is shut; come back at noon."
    assert private(answer)
    assert logged(lines) == []


async def test_a_person_who_has_gone_is_no_second_error(newsroom: Newsroom) -> None:
    newsroom.env.inject_error("POST", "/interactions/*", status=404, code=10062, times=None)
    with capture_logs() as lines:
        answer = await commanded(newsroom, AT_ONCE)
    assert not answer.acknowledged
    assert len(logged(lines)) == 1
    assert [line["event"] for line in lines if line["log_level"] == "warning"] == [
        "could not answer"
    ]


async def test_suggestions_that_fail_are_none(newsroom: Newsroom) -> None:
    with capture_logs() as lines:
        offered = await newsroom.suggest("stumble", "word", "x")
    assert offered == []
    (line,) = logged(lines)
    assert isinstance(line["exc_info"], Stumbled)
    assert line["reference"]
    assert await newsroom.suggest("stumble", "word", "fine") == ["fine"]


async def test_a_listener_that_fails_is_logged(newsroom: Newsroom) -> None:
    with capture_logs() as lines:
        newsroom.guild.create_text_channel("trap")
        await newsroom.env.settle()
    (line,) = logged(lines)
    assert isinstance(line["exc_info"], Stumbled)
    assert line["reference"]


@BOTH
async def test_everything_works_on_after_errors(newsroom: Newsroom, entrance: Entrance) -> None:
    card = await newsroom.ask()
    for way in (AT_ONCE, AFTER_ANSWERING, REFUSED):
        await entrance(newsroom, way)
    assert card.response
    turned = await newsroom.reader.click(card.response, label="Next")
    assert "one berth" in text_of(turned)
    assert title_of(await newsroom.ask()) == "# Harbour Notes #8"
