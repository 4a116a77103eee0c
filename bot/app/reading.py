"""Reading: the newest section on a country, an issue, what there is to read."""

from bot.app.scope import Choice, Scope
from bot.domain.answer import (
    Answer,
    DidYouMean,
    Help,
    NoBriefing,
    NoSuchIssue,
    NothingOnCountry,
    NothingPublished,
    Reading,
    Shelf,
    Shelves,
    UnknownCountry,
)
from bot.domain.briefing import Briefing
from bot.domain.entry import Entry
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Issue, State
from bot.domain.reader import Reader
from bot.domain.resolution import DidYouMean as Near
from bot.domain.resolution import Found
from bot.store.store import Store, Transaction

_NEAREST = 5
_UNSEEN = (State.DRAFT, State.SCHEDULED)


class ReadingRoom:
    """Answers readers, each with what that reader may read."""

    def __init__(self, store: Store, gazetteer: Gazetteer, scope: Scope) -> None:
        self._store = store
        self._gazetteer = gazetteer
        self._scope = scope

    async def latest(
        self, reader: Reader, country: str | None = None, briefing: str | None = None
    ) -> Answer:
        """The newest section on a country as a person names it, or the newest issue."""
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader, briefing)
            if choice is None:
                return NoBriefing(typed=briefing)
            if country is None or not country.strip():
                return await self._newest(store, choice)
            match self._gazetteer.resolve(country):
                case Found(code):
                    return await self._on_country(store, choice, code)
                case Near(codes):
                    return DidYouMean(typed=country, countries=codes, briefing=choice.briefing.id)
                case _:
                    covered = await _covered(store, choice.briefing)
                    return UnknownCountry(typed=country, covered=covered)

    async def issue(
        self, reader: Reader, number: str | None = None, briefing: str | None = None
    ) -> Answer:
        """One issue by its number, as a person types it; without one the newest."""
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader, briefing)
            if choice is None:
                return NoBriefing(typed=briefing)
            if number is None or not number.strip():
                return await self._newest(store, choice)
            return await self._numbered(store, choice, number)

    async def open(self, reader: Reader, issue: int, country: str | None = None) -> Answer:
        """An issue that a button names; the reader's right is checked now."""
        async with self._store.read() as store:
            found = await store.issues.get(issue)
            if found is None or found.state in _UNSEEN or not reader.may_read(found.briefing):
                return NoBriefing()
            choice = await self._scope.choose(store, reader, str(found.briefing.id))
            others = choice.others if choice else ()
            if found.state is State.WITHDRAWN:
                typed = f"#{found.number}"
                return await _no_such(store, found.briefing, typed, found.number, found)
            return await self._read(
                store, found, Choice(briefing=found.briefing, others=others), country
            )

    async def briefings(self, reader: Reader) -> Answer:
        """What can be read here, by naming it or not."""
        async with self._store.read() as store:
            there = await self._scope.nameable(store, reader)
            shelves = tuple([await _shelf(store, briefing) for briefing in there])
        return Shelves(shelves=shelves) if shelves else NoBriefing()

    async def help(self, reader: Reader) -> Answer:
        """What one can ask here, with examples from what can be read here."""
        async with self._store.read() as store:
            readable = await self._scope.readable(store, reader)
            counts = await store.issues.countries([briefing.id for briefing in readable])
            shelves = tuple([await _shelf(store, briefing) for briefing in readable])
        return Help(shelves=shelves, countries=tuple(counts))

    async def _newest(self, store: Transaction, choice: Choice) -> Answer:
        newest = await store.issues.newest([choice.briefing.id])
        if newest is None:
            return NothingPublished(briefing=choice.briefing, choices=choice.others)
        return await self._read(store, newest, choice)

    async def _on_country(self, store: Transaction, choice: Choice, code: str) -> Answer:
        found = await store.issues.newest([choice.briefing.id], code)
        if found is None:
            return NothingOnCountry(
                country=code,
                briefing=choice.briefing,
                covered=await _covered(store, choice.briefing),
                choices=choice.others,
            )
        return await self._read(store, found, choice, code)

    async def _numbered(self, store: Transaction, choice: Choice, typed: str) -> Answer:
        digits = typed.strip().lstrip("#")
        number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None
        found = None
        if number is not None:
            found = await store.issues.numbered(choice.briefing.id, number)
        if found is None or found.state is not State.PUBLISHED:
            return await _no_such(store, choice.briefing, typed, number, found)
        return await self._read(store, found, choice)

    async def _read(
        self, store: Transaction, issue: Issue, choice: Choice, country: str | None = None
    ) -> Reading:
        entries = await store.entries.of(issue.id, country)
        return Reading(
            issue=issue,
            entries=_live_first(entries) if country else entries,
            newest=await _silent(store, issue, country) or issue,
            country=country,
            choices=choice.others,
        )


async def _silent(store: Transaction, issue: Issue, country: str | None) -> Issue | None:
    """The newest issue, if this older one is still the last that had the country."""
    last = await store.issues.newest([issue.briefing.id], country)
    if country is None or last is None or last.id != issue.id:
        return None
    return await store.issues.newest([issue.briefing.id])


def _live_first(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    live = sorted(
        ((entry.live_at, entry) for entry in entries if entry.live_at),
        key=lambda pair: pair[0],
        reverse=True,
    )
    return (*(entry for _, entry in live), *(entry for entry in entries if not entry.live_at))


async def _no_such(
    store: Transaction,
    briefing: Briefing,
    typed: str,
    number: int | None = None,
    found: Issue | None = None,
) -> Answer:
    if number is None:
        nearest = await store.issues.published(briefing.id, _NEAREST)
    else:
        nearest = await store.issues.nearest(briefing.id, number, _NEAREST)
    withdrawn = found is not None and found.state is State.WITHDRAWN
    return NoSuchIssue(typed=typed, briefing=briefing, nearest=tuple(nearest), withdrawn=withdrawn)


async def _covered(store: Transaction, briefing: Briefing) -> tuple[str, ...]:
    return tuple(await store.issues.countries([briefing.id]))


async def _shelf(store: Transaction, briefing: Briefing) -> Shelf:
    return Shelf(
        briefing=briefing,
        newest=await store.issues.newest([briefing.id]),
        issues=await store.issues.count_published(briefing.id),
    )
