"""Searching: sections, quotes and events by their words, the best first."""

from collections.abc import AsyncIterator

from bot.app.items import Items
from bot.app.scope import Choice, Scope
from bot.domain.answer import Answer, NoLongerReadable
from bot.domain.filter import MOST_TYPED, Filter, Listed
from bot.domain.folding import fold
from bot.domain.listing import NothingListed, Page, Results
from bot.domain.query import Query, parse_query
from bot.domain.reader import Reader
from bot.domain.record import Record
from bot.domain.reference import Reference
from bot.domain.spelling import Spellings
from bot.errors import Refused
from bot.store.store import Store, Transaction

MOST = 125
"""How many findings can be paged through: 25 pages, which a menu holds."""

PAGE = 5
_NEAR = (2, 8, 30)
"""How many words may stand between those of a phrase that is nowhere word for word."""

_OFFERED = 3
_STEM = 2  # letters that a misspelt word is taken to begin with
_TERMS = 5000


class _Found(Record):
    """What a query found, best first, and the expression whose words are to be marked."""

    references: tuple[Reference, ...]
    match: str
    verbatim: bool = True


class Searching:
    """Answers searches."""

    def __init__(self, store: Store, scope: Scope, items: Items) -> None:
        self._store = store
        self._scope = scope
        self._items = items

    async def search(
        self, reader: Reader, typed: str, briefing: str | None = None, limit: int = PAGE
    ) -> Answer:
        """The best findings, or what a reference such as "#q345" names.

        Raises Refused if there is no word to look for.
        """
        if reference := Reference.parse(typed, marked=True):
            return await self._items.open(reader, reference)
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader, briefing)
            if choice is None:
                return await self._scope.nothing(store, reader, briefing)
            answer = await self._page(store, choice, typed.strip()[:MOST_TYPED], None, limit)
        reference = Reference.parse(typed)
        if reference and isinstance(answer, NothingListed):
            return await self._items.open(reader, reference)
        return answer

    async def go_on(self, reader: Reader, wanted: Filter, first: Reference | None = None) -> Answer:
        """The page that begins with an item, which a button names; the right is checked now."""
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader, wanted.briefing)
            if choice is None:
                return NoLongerReadable()
            return await self._page(store, choice, wanted.words or "", first, PAGE)

    async def _page(
        self, store: Transaction, choice: Choice, typed: str, first: Reference | None, limit: int
    ) -> Answer:
        query = parse_query(typed)
        if query.empty:
            raise Refused("Type at least one word to look for; -words are only left out.")
        briefing = choice.briefing.id
        wanted = Filter(listed=Listed.SEARCH, briefing=briefing, words=typed)
        found = await _find(store, briefing, query)
        if not found.references:
            near = tuple([each async for each in _near(store, briefing, query)])
            return NothingListed(
                briefing=choice.briefing, choices=choice.others, filter=wanted, near=near
            )
        # An item that is found no longer was corrected away: from the beginning, then.
        place = found.references.index(first) if first in found.references else 0
        shown = found.references[place : place + limit]
        return Results(
            briefing=choice.briefing,
            choices=choice.others,
            filter=wanted,
            hits=await store.search.hits(briefing, found.match, shown),
            found=len(found.references),
            most=MOST,
            place=place,
            pages=tuple(
                Page(place=at, first=found.references[at])
                for at in sorted({0, *range(place % limit, len(found.references), limit)})
            ),
            verbatim=found.verbatim,
        )


async def _find(store: Transaction, briefing: int, query: Query) -> _Found:
    match = query.fts()
    references = tuple(await store.search.ranked(briefing, match, MOST))
    if references or all(len(phrase) == 1 for phrase in query.phrases):
        return _Found(references=references, match=match)
    loose = query.fts(loose=True)
    nearer = [query.fts(near=words) for words in _NEAR]
    ranked = [await store.search.ranked(briefing, each, MOST) for each in (*nearer, loose)]
    found = dict.fromkeys(reference for each in ranked for reference in each)
    return _Found(references=tuple(found)[:MOST], match=loose, verbatim=False)


async def _near(store: Transaction, briefing: int, query: Query) -> AsyncIterator[str]:
    """Queries that do find something: each word alone, mended where it is nowhere."""
    offered = 0
    for word in dict.fromkeys((*query.words, *(w for phrase in query.phrases for w in phrase))):
        for spelling in await _spellings(store, briefing, word):
            yield spelling
            offered += 1
            if offered == _OFFERED:
                return


async def _spellings(store: Transaction, briefing: int, word: str) -> list[str]:
    """The word, or else those spelt nearest; the index is of all briefings, an offer of one."""
    if await _is_found(store, briefing, word):
        return [word]
    terms = await store.search.terms(fold(word)[:_STEM], _TERMS)
    near = Spellings(terms).near(fold(word))
    return [term for term in near if await _is_found(store, briefing, term)]


async def _is_found(store: Transaction, briefing: int, word: str) -> bool:
    return bool(await store.search.newest(briefing, parse_query(word).fts(), 1))
