"""Lists: quotes and events by country, speaker, words and days, page by page."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from bot.app.clock import Clock
from bot.app.mending import finds, near_texts
from bot.app.reading import ONCE_PUBLISHED, no_such_issue
from bot.app.scope import Choice, Scope
from bot.app.searching import NO_WORD, PAGE
from bot.domain.answer import Answer, DidYouMean, NoLongerReadable, UnknownCountry
from bot.domain.cursor import Cursor, month_of
from bot.domain.filter import MOST_TYPED, Filter, Listed
from bot.domain.folding import fold
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Issue, State
from bot.domain.item import Happened, Said
from bot.domain.listing import NothingListed, Quotes, Timeline
from bot.domain.period import parse_period
from bot.domain.query import parse_query
from bot.domain.reader import Reader
from bot.domain.record import Record
from bot.domain.reference import Kind, Reference
from bot.domain.resolution import DidYouMean as Near
from bot.domain.resolution import Found
from bot.domain.spelling import Spellings
from bot.errors import Refused
from bot.store.store import Store, Transaction

_NEAREST = 3
_SPEAKERS = 5


class Wish(Record):
    """What a person typed to narrow a list; the briefing by id, name or label."""

    country: str | None = None
    speaker: str | None = None
    words: str | None = None
    since: str | None = None
    until: str | None = None
    briefing: str | None = None


class Lists:
    """Answers with pages of quotes and of events."""

    def __init__(self, store: Store, gazetteer: Gazetteer, scope: Scope, clock: Clock) -> None:
        self._store = store
        self._gazetteer = gazetteer
        self._scope = scope
        self._clock = clock

    async def quotes(self, reader: Reader, wish: Wish, limit: int = PAGE) -> Answer:
        """The newest quotes.

        Raises Refused for days that cannot be read.
        """
        return await self._first(reader, wish, Listed.QUOTES, limit)

    async def timeline(self, reader: Reader, wish: Wish, limit: int = PAGE) -> Answer:
        """The newest events, in order of date; raises as `quotes` does."""
        return await self._first(reader, wish, Listed.TIMELINE, limit)

    async def go_on(self, reader: Reader, wanted: Filter, cursor: Cursor | None = None) -> Answer:
        """A page that a button names; the reader's right is checked now."""
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader, wanted.briefing)
            if choice is None:
                return NoLongerReadable()
            return await self._page(store, choice, wanted, cursor, PAGE)

    async def _first(self, reader: Reader, wish: Wish, listed: Listed, limit: int) -> Answer:
        since, until = self._days(wish.since, "first"), self._days(wish.until, "last")
        if since and until and until < since:
            raise Refused(f"No day is both since {wish.since} and until {wish.until}; swap them.")
        if _typed(wish.words) and parse_query(wish.words or "").empty:
            raise Refused(NO_WORD)
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader, wish.briefing)
            if choice is None:
                return await self._scope.nothing(store, reader, wish.briefing)
            wanted = Filter(
                listed=listed,
                briefing=choice.briefing.id,
                speaker=_typed(wish.speaker),
                words=_typed(wish.words),
                since=since,
                until=until,
            )
            if country := _typed(wish.country):
                return await self._on_country(store, choice, wanted, country, limit)
            return await self._page(store, choice, wanted, None, limit)

    def _days(self, typed: str | None, end: Literal["first", "last"]) -> date | None:
        """The day that a list begins or ends with."""
        if not _typed(typed):
            return None
        period = parse_period(str(typed), self._clock().date())
        if period is None:
            raise Refused(
                f"“{typed}” is no day I can read; type 2022-01-28, January 2022, 2022"
                " or last 7 days."
            )
        return getattr(period, end)

    async def _on_country(
        self, store: Transaction, choice: Choice, wanted: Filter, typed: str, limit: int
    ) -> Answer:
        match self._gazetteer.resolve(typed):
            case Found(code):
                wanted = wanted.model_copy(update={"country": code})
                return await self._page(store, choice, wanted, None, limit)
            case Near(codes):
                return DidYouMean(**_asked(choice), typed=typed, countries=codes, filter=wanted)
            case _:
                covered = await store.passages.countries(choice.briefing.id, wanted.kind)
                return UnknownCountry(
                    **_asked(choice), typed=typed, covered=tuple(covered), filter=wanted
                )

    async def _page(
        self, store: Transaction, choice: Choice, wanted: Filter, cursor: Cursor | None, limit: int
    ) -> Answer:
        stretch = await store.passages.page(wanted, cursor, limit)
        if cursor and not stretch.items:  # corrected away, up to the end of the list
            stretch = await store.passages.page(wanted, None, limit)
        if not stretch.items:
            return await self._nothing(store, choice, wanted)
        parts: dict[str, Any] = _asked(choice)
        parts |= {"filter": wanted, "older": stretch.older, "newer": stretch.newer}
        if stretch.older or stretch.newer:
            around = month_of(str(stretch.items[0].day))
            parts["months"] = await store.passages.months(wanted, around)
        if wanted.listed is Listed.QUOTES:
            quotes = tuple(item for item in stretch.items if isinstance(item, Said))
            return Quotes(**parts, quotes=quotes)
        events = tuple(item for item in reversed(stretch.items) if isinstance(item, Happened))
        return Timeline(**parts, events=events)

    async def _nothing(self, store: Transaction, choice: Choice, wanted: Filter) -> Answer:
        """What there is instead: speakers for quotes, countries for both."""
        issue = await _issue_of(store, wanted)
        if issue and issue.state is State.WITHDRAWN:
            return await no_such_issue(store, choice, f"#{issue.number}", issue.number, issue)
        briefing = choice.briefing.id
        nothing = NothingListed(
            **_asked(choice),
            filter=wanted,
            issue=issue,
            countries=tuple(await store.passages.countries(briefing, wanted.kind)),
        )
        everything = Filter(listed=wanted.listed, briefing=briefing)
        more: dict[str, Any] = {"empty": not await finds(store, everything)}
        if wanted.listed is Listed.QUOTES and not more["empty"]:
            more["speakers"] = tuple(await store.speakers.most_quoted(briefing, _SPEAKERS))
            if wanted.speaker:
                more["near"] = await _near_speakers(store, briefing, wanted.speaker)
            if wanted.words:
                more["near_words"] = await near_texts(store, wanted)
        return nothing.model_copy(update=more)


async def _issue_of(store: Transaction, wanted: Filter) -> Issue | None:
    """The issue of its briefing that a list is narrowed to, if it was ever published."""
    issue = await store.issues.get(wanted.issue) if wanted.issue else None
    if wanted.entries:
        section = Reference(kind=Kind.SECTION, id=wanted.entries[0])
        item = await store.passages.item(section)
        issue = item.issue if item else None
    told = issue and issue.briefing.id == wanted.briefing and issue.state in ONCE_PUBLISHED
    return issue if told else None


async def _near_speakers(store: Transaction, briefing: int, typed: str) -> tuple[str, ...]:
    """Who else may be meant, unless somebody of that name is quoted."""
    if await finds(store, Filter(listed=Listed.QUOTES, briefing=briefing, speaker=typed)):
        return ()
    holding = await store.speakers.matching(briefing, typed, _NEAREST)
    if holding:
        return tuple(speaker.name for speaker in holding)
    return near_names(typed, await store.speakers.names(briefing))


def near_names(typed: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that are spelt nearest, whole or in one of their words; at most three."""
    known: dict[str, list[str]] = {}
    for name in names:
        folded = fold(name)
        for spelling in {folded, *folded.split()}:
            known.setdefault(spelling, []).append(name)
    near = Spellings(known).near(fold(typed))
    return tuple(dict.fromkeys(name for each in near for name in known[each]))[:_NEAREST]


def _asked(choice: Choice) -> dict[str, Any]:
    return {"briefing": choice.briefing, "choices": choice.others}


def _typed(text: str | None) -> str | None:
    """What was typed, if anything was; as much of it as is looked at."""
    return (text or "").strip()[:MOST_TYPED] or None
