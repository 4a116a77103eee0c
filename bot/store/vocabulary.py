"""The vocabulary: the words of the index, and those of them that a list has."""

import json
import unicodedata
from collections.abc import Collection

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.filter import Filter
from bot.domain.query import FOLDED
from bot.domain.spelling import Spellings, slips_allowed
from bot.store.match import match_of_word
from bot.store.reading_tables import vocabulary, words

_STEM = 2  # letters that a misspelt word is taken to begin with
_AFTER_ALL = "\U0010ffff"
_MOST_TERMS = 20_000
_MOST_LOOKED_FOR = 2_000


class Vocabulary:
    """Rows of `passages_words`, which are of all briefings."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def known(self, wanted: Filter, tokens: Collection[str]) -> set[str]:
        """Those that a search would find in its briefing, or a list in its texts."""
        asked = json.dumps([(each, match_of_word(wanted, each)) for each in tokens])
        return set(await self._connection.scalars(_KNOWN, {"asked": asked}))

    async def nearest(self, wanted: Filter, token: str) -> tuple[str, ...]:
        """The words spelt nearest to it of those that would be found, as the index folds them.

        Words of other briefings count for nothing. Of the words that begin with the same two
        letters and are about as long, 20,000 are looked at.
        """
        folded = _folded(token)
        near = Spellings(await self._terms(folded)).by_slips(folded)
        left = _MOST_LOOKED_FOR
        for spellings in near:
            known = await self.known(wanted, spellings[:left])
            if known:
                return tuple(each for each in spellings if each in known)
            left = max(0, left - len(spellings))
        return ()

    async def _terms(self, folded: str) -> list[str]:
        slips = slips_allowed(len(folded))
        if not slips:
            return []
        stem = folded[:_STEM]
        asked = {"first": stem, "end": stem + _AFTER_ALL, "limit": _MOST_TERMS}
        asked |= {"shortest": len(folded) - slips, "longest": len(folded) + slips}
        return list(await self._connection.scalars(_TERMS, asked))


def _folded(token: str) -> str:
    """A word as the index has it: small letters without accents, е for ё."""
    apart = unicodedata.normalize("NFD", token.translate(FOLDED).lower())
    return "".join(char for char in apart if not unicodedata.combining(char))


def _terms() -> Select[str]:
    term = vocabulary.c.term
    between = (term >= bindparam("first"), term < bindparam("end"))
    long = func.length(term).between(bindparam("shortest"), bindparam("longest"))
    query = select(term).distinct().where(vocabulary.c.col != "marks", *between, long)
    return query.order_by(term).limit(bindparam("limit"))


def _known() -> Select[str]:
    asked = func.json_each(bindparam("asked")).table_valued("value")
    token, match = (func.json_extract(asked.c.value, f"$[{place}]") for place in range(2))
    found = words.c.passages_fts.op("MATCH", is_comparison=True)(match)
    return select(token).where(select(words.c.rowid).where(found).correlate(asked).exists())


# Built once: to build a statement takes longer than to answer it.
_TERMS, _KNOWN = _terms(), _known()
