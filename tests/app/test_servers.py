"""What the administrators of a server have chosen."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from bot.app.app import App
from bot.app.servers import ServerWishes
from bot.domain.server_choices import ServerChoices
from bot.errors import Refused
from bot.store.servers import Servers
from bot.store.store import Store, Transaction
from tests.app.places import ALONE, ELSEWHERE, HOME
from tests.moments import NOW

# Far below the ten seconds that a connection waits for a lock.
_SOON = 5


async def test_only_a_server_that_says_so_answers_in_public(app: App) -> None:
    await app.servers.set_public_answers(ELSEWHERE.server or 0, True)
    answers = [await app.servers.public_answers(each) for each in (ELSEWHERE, HOME, ALONE)]
    assert answers == [True, False, False]


async def test_names_are_those_last_seen(app: App, store: Store) -> None:
    await app.servers.keep_names({1: "Harbour Watch", 2: "Fog Desk"})
    await app.servers.keep_names({2: "Fog Office"})
    await app.servers.keep_names({})
    async with store.write() as transaction:
        made = [await transaction.briefings.add(server, "Tides", public=True) for server in (1, 2)]
    assert [each.newsroom_name for each in made] == ["Harbour Watch", "Fog Office"]


async def test_names_that_are_kept_already_wait_for_nobody(app: App, database: Path) -> None:
    names = {1: "Harbour Watch", 2: "Fog Desk"}
    await app.servers.keep_names(names)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with asyncio.timeout(_SOON):
            await app.servers.keep_names(names)
            await app.servers.keep_names({})


class _SlowServers(Servers):
    """What is read here arrives when it is let go."""

    reading: asyncio.Event
    let_go: asyncio.Event

    async def public_answers(self, server: int | None) -> bool:
        found = await super().public_answers(server)
        self.reading.set()
        await self.let_go.wait()
        return found


class _SlowReads(Store):
    """A store in which a read may take as long as a test likes."""

    def __init__(self, store: Store) -> None:
        super().__init__(store._readers)
        self.reading, self.let_go = asyncio.Event(), asyncio.Event()

    @asynccontextmanager
    async def read(self) -> AsyncGenerator[Transaction]:
        async with super().read() as transaction:
            slow = _SlowServers(transaction.servers._connection)
            slow.reading, slow.let_go = self.reading, self.let_go
            transaction.servers = slow
            yield transaction


async def test_a_read_that_began_before_a_choice_does_not_undo_it(store: Store) -> None:
    slow = _SlowReads(store)
    wishes = ServerWishes(slow, lambda: NOW)
    async with asyncio.timeout(_SOON), asyncio.TaskGroup() as group:
        asked = group.create_task(wishes.public_answers(HOME))
        await slow.reading.wait()
        await wishes.set_public_answers(HOME.server or 0, True)
        slow.let_go.set()
    assert asked.result()
    assert await wishes.public_answers(HOME)


async def test_choices_are_kept_one_by_one_for_servers_that_nobody_has_named(app: App) -> None:
    assert await app.servers.choices(9) == ServerChoices()
    await app.servers.choose(9, notice_channel=90)
    await app.servers.choose(9, time_zone="Asia/Tokyo")
    assert await app.servers.choices(9) == ServerChoices(notice_channel=90, time_zone="Asia/Tokyo")
    assert await app.servers.choices(8) == ServerChoices()


async def test_the_log_in_which_a_second_editor_approves_stays(app: App) -> None:
    with pytest.raises(Refused, match="Choose a log channel first"):
        await app.servers.choose(9, two_people=True)
    await app.servers.choose(9, log_channel=90, two_people=True)
    with pytest.raises(Refused, match="choose another channel instead"):
        await app.servers.choose(9, log_channel=None)
    await app.servers.choose(9, log_channel=91, time_zone="UTC")
    assert (await app.servers.choices(9)).log_channel == 91
    await app.servers.choose(9, two_people=False)
    await app.servers.choose(9, log_channel=None)
    assert await app.servers.choices(9) == ServerChoices(time_zone="UTC")


async def test_a_doubled_click_chooses_once(app: App) -> None:
    await app.servers.choose(9, 5, notice_channel=90)
    with pytest.raises(Refused, match="done already"):
        await app.servers.choose(9, 5, notice_channel=91)
    assert (await app.servers.choices(9)).notice_channel == 90
