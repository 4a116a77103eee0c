"""Mending: texts that find something, near one that found nothing."""

from collections.abc import AsyncIterator, Mapping
from itertools import islice, product

from bot.domain.filter import Filter, Listed
from bot.domain.query import mended, parse_query
from bot.store.store import Transaction

_OFFERED = 3
_MOST_MENDED = 4  # words of one text; whoever misspells more types another
_MOST_TRIED = 9

Spelt = Mapping[str, tuple[str, ...]]


async def near_texts(store: Transaction, wanted: Filter) -> tuple[str, ...]:
    """At most three, which find something in the same list or search.

    They are the whole text with its misspelt words replaced. Where that helps nowhere, they are
    single words of it.
    """
    typed = wanted.words or ""
    words = tuple(dict.fromkeys(parse_query(typed).loosened().words))
    spelt = await _spelt(store, wanted, words)
    whole = [each async for each in _found(store, wanted, _whole(typed, spelt))]
    if whole:
        return tuple(whole)
    single = dict.fromkeys(spelling for word in words for spelling in spelt[word])
    return tuple([each async for each in _found(store, wanted, list(single))])


async def _spelt(store: Transaction, wanted: Filter, words: tuple[str, ...]) -> Spelt:
    """Each word with itself if it is anywhere in the list, else the spellings nearest to it."""
    known = await store.vocabulary.known(wanted, words)
    spelt: dict[str, tuple[str, ...]] = {word: (word,) if word in known else () for word in words}
    for word in [word for word in words if word not in known][:_MOST_MENDED]:
        spelt[word] = (await store.vocabulary.nearest(wanted, word))[:_OFFERED]
    return spelt


def _whole(typed: str, spelt: Spelt) -> list[str]:
    """The whole text in each of its spellings, none if a word has no spelling."""
    if all(spellings == (word,) for word, spellings in spelt.items()):
        return []
    spellings = islice(product(*spelt.values()), _MOST_TRIED)
    return [mended(typed, dict(zip(spelt, each, strict=True))) for each in spellings]


async def _found(store: Transaction, wanted: Filter, texts: list[str]) -> AsyncIterator[str]:
    """The first of these that find something."""
    offered = 0
    for text in texts:
        if offered < _OFFERED and await finds(store, wanted.model_copy(update={"words": text})):
            offered += 1
            yield text


async def finds(store: Transaction, wanted: Filter) -> bool:
    """Whether a list or a search has anything in it; a search takes its phrases apart."""
    if wanted.listed is Listed.SEARCH:
        query = parse_query(wanted.words or "").loosened()
        return bool(await store.search.newest(wanted.briefing, query, 1))
    return bool((await store.passages.page(wanted, None, 1)).items)
