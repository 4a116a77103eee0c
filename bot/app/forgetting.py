"""Forgetting: what is stored about a person or a server is counted, and taken out."""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from bot.errors import Refused
from bot.store.erasure import fold_log, older_copies
from bot.store.mentions import Counts
from bot.store.store import Store, Transaction

_NAMED = 5
"""Briefings that are named where all would be lost."""


class Rest(NamedTuple):
    """What may still have what was forgotten: SQLite's log, if it is read, and older copies."""

    log: bool
    copies: list[Path]


class Forgetting:
    """For the operator: nobody else is asked."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def person(self, user: int, names: Collection[str] = ()) -> Counts:
        """How many rows of which table name a person, by their id or by these names."""
        async with self._store.read() as store:
            return await store.people.count(user, names)

    async def forget_person(self, user: int, names: Collection[str] = ()) -> Counts:
        """Takes out their id and names; gives what named them."""
        async with self._store.write() as store:
            found = await store.people.count(user, names)
            await store.people.forget(user, names)
            return found

    async def server(self, server: int, *, with_briefings: bool = False) -> Counts:
        """How many rows of which table go with a server.

        Raises Refused if it owns briefings, unless these are meant too.
        """
        async with self._store.read() as store:
            return await _going(store, server, with_briefings=with_briefings)

    async def forget_server(self, server: int, *, with_briefings: bool = False) -> Counts:
        """Takes it out; gives what went. Raises as `server` does."""
        async with self._store.write() as store:
            found = await _going(store, server, with_briefings=with_briefings)
            await store.places.forget(server)
            return found


def rest_of(file: Path) -> Rest:
    """Leaves nothing of it in SQLite's log if that can be, and says what else there is."""
    return Rest(log=not fold_log(file), copies=older_copies(file))


async def _going(store: Transaction, server: int, *, with_briefings: bool) -> Counts:
    found = await store.places.count(server)
    if "briefings" in found and not with_briefings:
        own = await store.briefings.of_newsroom(server)
        named = ", ".join(briefing.name for briefing in own[:_NAMED])
        more = f" and {len(own) - _NAMED} more" if len(own) > _NAMED else ""
        readers = await store.places.readers(server)
        raise Refused(
            f"Server {server} owns {_many(len(own), 'briefing')} ({named}{more}) with"
            f" {_many(found.get('issues', 0), 'issue')}, which {_many(readers, 'channel')} of other"
            " servers subscribed to; all of that would be lost: give --with-briefings if you want"
            " it so."
        )
    return found


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
