"""Answers that somebody shared are corrected, and withdrawn, like alerts."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import simcord

from bot.app.app import App, build_app
from bot.app.importing import Order as ImportOrder
from bot.app.planning import Order
from bot.client import SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.domain.release import Author
from bot.domain.terms import Terms
from bot.store.store import Store
from tests.cogs.documents import NEWER, OLDER
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import words_of
from tests.cogs.world import living
from tests.moments import NOW, later

_WRONG, _RIGHT = "We kept one berth open", "We kept one pier open"
_NOW_ORDER = Order(author=Author(name="Ada"), at_once=True)


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self):
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(store: Store, gazetteer: Gazetteer, clock: Clock) -> App:
    return build_app(store, gazetteer, clock, allowed=(), terms=Terms(window=timedelta()))


@pytest.fixture
async def env(app: App) -> AsyncIterator[simcord.Env]:
    async with living(SitrepBot(app)) as world:
        yield world
        world.raise_errors()


@pytest.fixture
async def newsroom(env: simcord.Env, app: App) -> Newsroom:
    desk = Newsroom(env, app)
    await env.settle()
    await desk.publish(OLDER, NEWER)
    return desk


async def correct(newsroom: Newsroom) -> None:
    order = ImportOrder(
        newsroom=newsroom.guild.id, author="Ada", replace=True, reason="It was a pier."
    )
    text = NEWER.replace(_WRONG, _RIGHT)
    await newsroom.app.importing.bring(text.encode(), "issue.txt", order)
    await newsroom.env.settle()


async def withdraw(newsroom: Newsroom) -> None:
    newest = (await newsroom.app.archive.issues())[0]
    await newsroom.app.publishing.withdraw(newest.id, "It was not checked.", _NOW_ORDER)
    await newsroom.env.settle()


def shown(newsroom: Newsroom) -> list[str]:
    return [words_of(message) for message in newsroom.posted]


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("latest", {"country": "Japan"}),
        ("quotes", {"speaker": "Senda"}),
        ("search", {"query": "everyone"}),
        ("issue", {"number": "q2"}),
    ],
)
async def test_what_everybody_sees_is_corrected_in_place(
    newsroom: Newsroom, command: str, options: dict[str, str]
) -> None:
    await newsroom.ask(command, show="everyone", **options)
    (before,) = shown(newsroom)
    assert _WRONG in before
    await correct(newsroom)
    (after,) = shown(newsroom)
    assert _RIGHT in after
    assert _WRONG not in after


async def test_a_card_that_was_shared_keeps_its_page_and_who_shared_it(newsroom: Newsroom) -> None:
    asked = await newsroom.ask(country="Japan")
    assert asked.response
    await newsroom.reader.click(asked.response, label="Share")
    await correct(newsroom)
    (after,) = shown(newsroom)
    assert _RIGHT in after
    assert "Corrected on" in after
    assert "shared by reader" in after


async def test_a_page_that_was_turned_is_corrected_as_it_is(newsroom: Newsroom) -> None:
    asked = await newsroom.ask(show="everyone")
    assert asked.response
    turned = await newsroom.reader.click(asked.response, label="Next")
    assert turned.response
    await newsroom.reader.click(turned.response, label="Next")
    await correct(newsroom)
    (after,) = shown(newsroom)
    assert "Norway" in after
    assert _RIGHT not in after


async def test_a_private_answer_is_nobody_elses_and_stays(newsroom: Newsroom) -> None:
    await newsroom.ask(country="Japan")
    edits = [request for request in newsroom.env.http_requests if request.method == "PATCH"]
    await correct(newsroom)
    after = [request for request in newsroom.env.http_requests if request.method == "PATCH"]
    assert edits == after


async def test_a_withdrawn_issue_leaves_one_line_and_a_list_goes_on_without_it(
    newsroom: Newsroom,
) -> None:
    await newsroom.ask(country="Japan", show="everyone")
    await newsroom.ask("quotes", show="everyone")
    await withdraw(newsroom)
    card, quotes = shown(newsroom)
    assert "**Withdrawn**" in card
    assert "It was not checked." in card
    assert len(card.splitlines()) == 1
    assert "berth" not in quotes
    assert "fair to every boat" in quotes


async def test_after_ninety_days_it_stays_as_it_was(newsroom: Newsroom, clock: Clock) -> None:
    await newsroom.ask(country="Japan", show="everyone")
    clock.time = later(days=91)
    await correct(newsroom)
    (after,) = shown(newsroom)
    assert _WRONG in after
