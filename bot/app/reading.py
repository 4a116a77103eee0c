"""Reading: the newest section on a country, an issue, what there is to read."""

from bot.app.scope import Choice, Scope
from bot.domain.answer import (
    Answer,
    Audience,
    DidYouMean,
    Help,
    NoBriefing,
    NoLongerReadable,
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
from bot.domain.reference import Kind
from bot.domain.resolution import DidYouMean as Near
from bot.domain.resolution import Found
from bot.store.store import Store, Transaction

_NEAREST = 5
ONCE_PUBLISHED = (State.PUBLISHED, State.WITHDRAWN)
"""States of issues that readers may know of."""


class ReadingRoom:
    """Answers readers, each with what that reader may read."""

    def __init__(self, store: Store, gazetteer: Gazetteer, scope: Scope) -> None:
        self._store = store
        self._gazetteer = gazetteer
        self._scope = scope

    async def latest(
        self, reader: Reader, country: str | None = None, briefing: str | int | None = None
    ) -> Answer:
        """The newest section on a country as a person names it, or the newest issue.

        `briefing` is an id where a button names it, and text where a person does.
        """
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader, briefing)
            if choice is None:
                return await self._scope.nothing(store, reader, briefing)
            if country is None or not country.strip():
                return await self._newest(store, choice)
            return await self._on_country(store, choice, country)

    async def issue(
        self, reader: Reader, number: str | None = None, briefing: str | None = None
    ) -> Answer:
        """One issue by its number, as a person types it; without one the newest."""
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader, briefing)
            if choice is None:
                return await self._scope.nothing(store, reader, briefing)
            if number is None or not number.strip():
                return await self._newest(store, choice)
            return await self._numbered(store, choice, number)

    async def open(self, reader: Reader, issue: int, country: str | None = None) -> Answer:
        """An issue that a button names; the reader's right is checked now."""
        async with self._store.read() as store:
            found = await store.issues.get(issue)
            if found is None or found.state not in ONCE_PUBLISHED:
                return NoLongerReadable()
            choice = await self._scope.choose(store, reader, found.briefing.id)
            if choice is None:
                return NoLongerReadable()
            if found.state is State.WITHDRAWN:
                return await no_such_issue(store, choice, f"#{found.number}", found.number, found)
            return await self._read(store, found, choice, country)

    async def briefings(self, reader: Reader) -> Answer:
        """What can be read here, by naming it or not."""
        async with self._store.read() as store:
            there = await self._scope.nameable(store, reader)
            shelves = await _shelves(store, there)
        return Shelves(shelves=shelves) if shelves else NoBriefing()

    async def help(self, reader: Reader) -> Answer:
        """What one can ask here, with examples from what can be read here."""
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader)
            here = [choice.briefing, *choice.others] if choice else []
            shelves = await _shelves(store, here)
            covered = await _covered(store, choice.briefing) if choice else ()
            public = await store.servers.public_answers(reader.server)
        audience = Audience.EVERYONE if public else Audience.ASKER
        if reader.server is None:
            audience = Audience.ALONE
        return Help(shelves=shelves, countries=covered, audience=audience)

    async def _newest(self, store: Transaction, choice: Choice) -> Answer:
        newest = await store.issues.newest([choice.briefing.id])
        if newest is None:
            return NothingPublished(briefing=choice.briefing, choices=choice.others)
        return await self._read(store, newest, choice)

    async def _on_country(self, store: Transaction, choice: Choice, typed: str) -> Answer:
        match self._gazetteer.resolve(typed):
            case Found(code):
                found = await store.issues.newest([choice.briefing.id], code)
                if found is None:
                    return await _nothing_on(store, choice, code)
                return await self._read(store, found, choice, code, last=True)
            case Near(codes):
                return DidYouMean(
                    briefing=choice.briefing, choices=choice.others, typed=typed, countries=codes
                )
            case _:
                return UnknownCountry(
                    briefing=choice.briefing,
                    choices=choice.others,
                    typed=typed,
                    covered=await _covered(store, choice.briefing),
                )

    async def _numbered(self, store: Transaction, choice: Choice, typed: str) -> Answer:
        digits = typed.strip().lstrip("#")
        number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None
        found = None
        if number is not None:
            found = await store.issues.numbered(choice.briefing.id, number)
        if found is None or found.state is not State.PUBLISHED:
            return await no_such_issue(store, choice, typed, number, found)
        return await self._read(store, found, choice)

    async def _read(
        self,
        store: Transaction,
        issue: Issue,
        choice: Choice,
        country: str | None = None,
        *,
        last: bool = False,
    ) -> Reading:
        """The entries; `last` says that the issue is known to be the last with the country."""
        entries, tallies = await store.entries.read(issue.id, country)
        return Reading(
            issue=issue,
            entries=_live_first(entries) if country else entries,
            newest=await _silent(store, issue, country, last=last) or issue,
            country=country,
            choices=choice.others,
            tallies=tallies,
        )


async def _silent(
    store: Transaction, issue: Issue, country: str | None, *, last: bool
) -> Issue | None:
    """The newest issue, if this older one is still the last that had the country."""
    if country is None:
        return None
    newest = await store.issues.newest([issue.briefing.id])
    if newest is None or newest.id == issue.id:
        return None
    if not last:
        found = await store.issues.newest([issue.briefing.id], country)
        last = found is not None and found.id == issue.id
    return newest if last else None


def _live_first(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    live = sorted(
        ((entry.live_at, entry) for entry in entries if entry.live_at),
        key=lambda pair: pair[0],
        reverse=True,
    )
    return (*(entry for _, entry in live), *(entry for entry in entries if not entry.live_at))


async def no_such_issue(
    store: Transaction, choice: Choice, typed: str, number: int | None, found: Issue | None
) -> NoSuchIssue:
    """The nearest issues for a number that has none, or whose issue was withdrawn."""
    if number is None:
        nearest = await store.issues.published(choice.briefing.id, _NEAREST)
    else:
        nearest = await store.issues.nearest(choice.briefing.id, number, _NEAREST)
    withdrawn = found is not None and found.state is State.WITHDRAWN
    return NoSuchIssue(
        briefing=choice.briefing,
        choices=choice.others,
        typed=typed,
        nearest=tuple(nearest),
        withdrawn=withdrawn,
    )


async def _nothing_on(store: Transaction, choice: Choice, country: str) -> Answer:
    there = await store.issues.newest([other.id for other in choice.others], country)
    return NothingOnCountry(
        briefing=choice.briefing,
        choices=choice.others,
        country=country,
        covered=await _covered(store, choice.briefing),
        elsewhere=there.briefing if there else None,
    )


async def _covered(store: Transaction, briefing: Briefing) -> tuple[str, ...]:
    return tuple(await store.passages.countries(briefing.id, Kind.SECTION))


async def _shelves(store: Transaction, briefings: list[Briefing]) -> tuple[Shelf, ...]:
    found = await store.issues.newest_of_each([briefing.id for briefing in briefings])
    return tuple(
        Shelf(briefing=briefing, newest=newest, issues=count)
        for briefing in briefings
        for newest, count in [found.get(briefing.id, (None, 0))]
    )
