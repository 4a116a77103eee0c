"""Searching: sections, quotes and events by their words, the best first."""

from bot.app.items import Items
from bot.app.mending import near_texts
from bot.app.scope import Choice, Scope
from bot.domain.answer import Answer, NoLongerReadable, NoSuchIssue, Reading
from bot.domain.filter import MOST_TYPED, Filter, Listed
from bot.domain.listing import NothingListed, Opened, Page, Results
from bot.domain.query import Query, parse_query
from bot.domain.reader import Reader
from bot.domain.record import Record
from bot.domain.reference import Reference
from bot.errors import Refused
from bot.store.store import Store, Transaction

MOST = 125
"""How many findings can be paged through: 25 pages, which a menu holds."""

NO_WORD = "Type at least one word to look for; a word after a minus is only left out."

PAGE = 5
"""Items on a page, of lists too: each has a button beside it, and a phone shows few."""

_NEAR = (2, 8, 30)
"""How many words may stand between those of a phrase that is nowhere word for word."""


class _Found(Record):
    """What was found, best first, and the query whose words are to be marked."""

    references: tuple[Reference, ...]
    query: Query
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

        "q345" is a word first, and a reference if nothing has the word. Raises Refused if
        there is no word to look for.
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
            opened = await self._items.open(reader, reference)
            return opened if isinstance(opened, Opened | Reading | NoSuchIssue) else answer
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
            raise Refused(NO_WORD)
        briefing = choice.briefing.id
        wanted = Filter(listed=Listed.SEARCH, briefing=briefing, words=typed)
        found = await _find(store, briefing, query)
        if not found.references:
            near = await near_texts(store, wanted)
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
            hits=await store.search.hits(briefing, found.query, shown),
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
    references = tuple(await store.search.ranked(briefing, query, MOST))
    if references or all(len(phrase) == 1 for phrase in query.phrases):
        return _Found(references=references, query=query)
    loose = query.loosened()
    ranked = [await store.search.ranked(briefing, query, MOST, near=words) for words in _NEAR]
    ranked.append(await store.search.ranked(briefing, loose, MOST))
    found = dict.fromkeys(reference for each in ranked for reference in each)
    return _Found(references=tuple(found)[:MOST], query=loose, verbatim=False)
