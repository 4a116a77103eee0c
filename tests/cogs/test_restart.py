"""Restart: cards sent before it still answer, by a new bot on the same database."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import simcord

from bot.app.app import App, build_app
from bot.app.importing import Order
from bot.client import SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.store.store import open_store
from tests.cogs.documents import NEWER, OTHER
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, options, private, sections, text_of, title_of, usable, use
from tests.cogs.world import at_home
from tests.moments import NOW

Restart = Callable[[], Awaitable[None]]


@pytest.fixture
async def restart(env: simcord.Env, database: Path, gazetteer: Gazetteer) -> AsyncIterator[Restart]:
    """Ends the bot and starts another, with nothing in common but the file."""
    async with open_store(database, NOW) as store:

        async def again() -> None:
            app = build_app(store, gazetteer, lambda: NOW, allowed=())
            await env.restart_bot(at_home(SitrepBot(app), env))

        yield again


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("latest", {}),
        ("latest", {"show": "everyone"}),
        ("latest", {"country": "Japan"}),
        ("latest", {"country": "norvay"}),
        ("issue", {"number": "70"}),
        ("issue", {"number": "q2"}),
        ("briefings", {}),
        ("help", {}),
        ("quotes", {}),
        ("quotes", {"speaker": "Senda", "words": "berth -" + "x" * 80}),
        ("quotes", {"speaker": "Sendra", "since": "2020"}),
        ("quotes", {"country": "Jpaan"}),
        ("timeline", {"show": "everyone"}),
        ("timeline", {"country": "Cuba", "until": "2023"}),
        ("search", {"query": "open port"}),
        ("search", {"query": "berthh"}),
    ],
)
async def test_every_control_answers_the_same_after_a_restart(
    newsroom: Newsroom, restart: Restart, command: str, options: dict[str, str]
) -> None:
    await newsroom.publish(OTHER)
    controls = usable(await newsroom.ask(command, **options))
    before = [await answer(newsroom, control, command, options) for control in controls]
    assert before
    cards = [await newsroom.ask(command, **options) for _ in controls]
    await restart()
    after = [
        text_of(await use(newsroom.reader, card, control))
        for card, control in zip(cards, controls, strict=True)
    ]
    assert after == before


async def answer(
    newsroom: Newsroom, control: dict[str, object], command: str, options: dict[str, str]
) -> str:
    card = await newsroom.ask(command, **options)
    return text_of(await use(newsroom.reader, card, control))


async def test_a_private_card_still_changes_in_place(newsroom: Newsroom, restart: Restart) -> None:
    asked = await newsroom.ask()
    await restart()
    assert asked.response
    turned = await newsroom.reader.click(asked.response, label="Next")
    assert in_place(turned)
    assert private(turned)
    assert sections(turned) == ["🇯🇵 Japan"]


async def test_a_shared_card_still_answers_everybody_privately(
    newsroom: Newsroom, restart: Restart
) -> None:
    asked = await newsroom.ask(country="Japan")
    assert asked.response
    posted = await newsroom.reader.click(asked.response, label="Share")
    await restart()
    assert posted.response
    clicked = await newsroom.second.click(posted.response, label="Whole issue")
    assert private(clicked)
    assert title_of(clicked) == "# Harbour Notes #8"


async def test_commands_answer_without_being_registered_again(
    newsroom: Newsroom, env: simcord.Env, restart: Restart
) -> None:
    await restart()
    await restart()
    assert title_of(await newsroom.ask(country="Japan")) == "# Harbour Notes #8"
    registered = [request.path for request in env.http_requests if request.method == "PUT"]
    assert len(registered) == len(set(registered)) == 2, "everywhere, and in the newsroom"


async def test_an_old_card_opens_the_right_section_after_a_correction(
    newsroom: Newsroom, app: App
) -> None:
    old = await newsroom.ask()
    japan = options(old, "Go to a section")["Japan"]
    corrected = NEWER.replace("\nJapan\n", "\nSweden\n\nThe fog came first.\n\nJapan\n", 1)
    order = Order(
        newsroom=newsroom.guild.id, author="test", replace=True, reason="Sweden was left out"
    )
    await app.importing.bring(corrected.encode(), "issue.txt", order)
    assert old.response
    chosen = await newsroom.reader.select(old.response, [japan])
    assert sections(chosen) == ["🇯🇵 Japan"]
    assert "Corrected on" in text_of(chosen)
    assert "Page 3 of 4" in text_of(chosen)
