"""The scope of a request: which briefings a place reads, and which of them is meant."""

from collections.abc import Collection

from bot.domain.answer import NoBriefing, NoLongerReadable
from bot.domain.briefing import Briefing
from bot.domain.reader import Reader
from bot.domain.record import Record
from bot.store.store import Transaction

_DIGITS = 19
"""Numbers of fewer digits fit SQLite's 64 bits."""


class Choice(Record):
    """The briefing that is meant, and the others that could have been."""

    briefing: Briefing
    others: tuple[Briefing, ...] = ()


class Scope:
    """Own and subscribed ones; else the public ones that are allowed.

    `allowed` are the ids of the public briefings that a DM and a server without any of its own
    read unasked; None stands for all.
    """

    def __init__(self, allowed: Collection[int] | None) -> None:
        self._allowed = allowed

    async def readable(self, store: Transaction, reader: Reader) -> list[Briefing]:
        """What is read here without naming it."""
        if reader.server is not None:
            own = await store.briefings.read_by(reader.server)
            if own:
                return own
        return _open(await store.briefings.public(self._allowed), reader)

    async def nameable(self, store: Transaction, reader: Reader) -> list[Briefing]:
        """What can be read here by naming it: what is read anyway, then every other public one."""
        readable = await self.readable(store, reader)
        public = _open(await store.briefings.public(), reader)
        return list({briefing.id: briefing for briefing in (*readable, *public)}.values())

    async def choose(
        self, store: Transaction, reader: Reader, named: str | int | None = None
    ) -> Choice | None:
        """The briefing `named` by id, name or label; else the one that is meant here.

        None if there is none, or none that this reader may read.
        """
        readable = await self.readable(store, reader)
        if named is None:
            meant = await self._meant(store, reader, readable)
        else:
            meant = await self._named(store, reader, named)
        if meant is None:
            return None
        others = tuple(briefing for briefing in readable if briefing.id != meant.id)
        return Choice(briefing=meant, others=others)

    async def nothing(
        self, store: Transaction, reader: Reader, named: str | int | None
    ) -> NoBriefing | NoLongerReadable:
        """What is answered where `choose` gives nothing."""
        if isinstance(named, int):
            return NoLongerReadable()
        nameable = bool(await self.nameable(store, reader))
        return NoBriefing(typed=named, nameable=nameable)

    async def keeps_out(self, store: Transaction, reader: Reader, named: str | int) -> bool:
        """Whether a briefing is named whose newsroom keeps this server out."""
        closed = [each for each in await store.briefings.public() if reader.is_kept_out(each)]
        key = named if isinstance(named, int) else _key(named)
        called = _called(closed, named) if isinstance(named, str) else None
        return called is not None or any(each.id == key for each in closed)

    async def _named(self, store: Transaction, reader: Reader, named: str | int) -> Briefing | None:
        """By id first: nobody's briefing is hidden by another one that has its id for a name.

        A button means its id and nothing else, not a briefing that is called like the number.
        """
        key = named if isinstance(named, int) else _key(named)
        found = await store.briefings.get(key) if key is not None else None
        if found is not None and reader.may_read(found):
            return found
        if isinstance(named, int):
            return None
        return _called(await self.nameable(store, reader), named)

    async def _meant(
        self, store: Transaction, reader: Reader, readable: list[Briefing]
    ) -> Briefing | None:
        """The channel's subscribed briefing, else the one with the newest issue."""
        if not readable[1:]:
            return readable[0] if readable else None
        ids = {briefing.id for briefing in readable}
        subscribed = set[int]()
        if reader.channel is not None:
            subscribed = ids & set(await store.briefings.of_channel(reader.channel))
        for candidates in filter(None, (subscribed, ids)):
            newest = await store.issues.newest(candidates)
            if newest:
                return newest.briefing
        return readable[0]


def _open(briefings: list[Briefing], reader: Reader) -> list[Briefing]:
    return [briefing for briefing in briefings if reader.may_read(briefing)]


def _key(named: str) -> int | None:
    """The id that a choice of autocomplete stands for."""
    text = named.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _DIGITS else None


def _called(briefings: list[Briefing], text: str) -> Briefing | None:
    """The first briefing of that label, else of that name."""
    best_last = briefings[::-1]
    names = {briefing.name.casefold(): briefing for briefing in best_last}
    names |= {briefing.label.casefold(): briefing for briefing in best_last}
    return names.get(text.strip().casefold())
