"""A match: the FTS5 expression that finds what is asked for (https://sqlite.org/fts5.html, 3).

It is made of quoted tokens. No token holds a quotation mark, so nothing in one can end its string.
"""

from collections.abc import Iterable

from bot.domain.filter import Filter, Listed
from bot.domain.query import MOST_CHARACTERS, Query, parse_query
from bot.store.reading_tables import MARK, marked

_TEXTS = "{title speaker role body}"


def match_of(query: Query, near: int | None = None) -> str:
    """What finds a query, in whatever briefing; for an empty one, nothing.

    `near` lets at most so many other words stand between those of a phrase, in any order.
    """
    whole = _wanted(query, near)
    # To name the columns takes SQLite twice as long, and hardly a search could find a mark.
    return f"{_TEXTS} : ({whole})" if MARK in whole else whole


def match_in(briefing: int, query: Query, near: int | None = None) -> str:
    """What finds a query in the texts of one briefing."""
    return f"{marked(briefing)} AND ({match_of(query, near)})"


def match_in_list(wanted: Filter, *, exact: bool) -> str | None:
    """What finds a list's speaker and words: empty if it has neither, None if nothing can.

    `exact` says that the speaker is one's whole name, which has an index of its own.
    """
    parts: list[str] = []
    if wanted.words is not None:
        query = parse_query(wanted.words)
        if query.empty:
            return None
        parts.append(f"body : ({_wanted(query)})")
    if wanted.speaker is not None and not exact:
        beginnings = beginning(wanted.speaker)
        if not beginnings:
            return None
        parts.append(f"speaker : ({beginnings})")
    if exact and parts:
        parts += _narrower(str(wanted.speaker))
    return " AND ".join([_place(wanted), *parts]) if parts else ""


def match_of_word(wanted: Filter, word: str) -> str:
    """What finds one token where the list looks for words."""
    column = _TEXTS if wanted.listed is Listed.SEARCH else "body"
    return f"{_place(wanted)} AND {column} : {_quoted(word)}"


def beginning(typed: str) -> str:
    """What finds every typed word at the beginning of a word; empty if no word is in it."""
    return _all(f"{_quoted(token)}*" for token in _tokens(typed))


def _place(wanted: Filter) -> str:
    if wanted.listed is Listed.SEARCH:
        return marked(wanted.briefing)
    return marked(wanted.briefing, wanted.kind, wanted.country)


def _narrower(name: str) -> list[str]:
    """Beside words, those of an exact name make the search shorter; a cut word would end it."""
    tokens = _tokens(name) if len(name) <= MOST_CHARACTERS else []
    return [f"speaker : ({_all(map(_quoted, tokens))})"] if tokens else []


def _tokens(typed: str) -> list[str]:
    """Every token, whatever marks stand around it."""
    query = parse_query(typed)
    written = (*query.loosened().words, *query.without)
    return [token for words in written for token in words.split()]


def _wanted(query: Query, near: int | None = None) -> str:
    if query.empty:
        return '""'
    parts = [_phrase(phrase, near) for phrase in query.phrases]
    parts += map(_quoted, query.words)
    parts += [f"{_quoted(query.prefix)}*"] if query.prefix else []
    # NOT binds tighter than AND, so what it is taken from stands in parentheses.
    return " NOT ".join([f"({_all(parts)})", *map(_quoted, query.without)])


def _phrase(tokens: tuple[str, ...], near: int | None) -> str:
    if near is None:
        return _quoted(" ".join(tokens))
    # NEAR counts all between the first and the last of its words, those in the middle too.
    most = near + max(0, len(tokens) - 2)
    return f"NEAR({' '.join(map(_quoted, tokens))}, {most})"


def _all(parts: Iterable[str]) -> str:
    return " AND ".join(parts)


def _quoted(tokens: str) -> str:
    return f'"{tokens}"'
