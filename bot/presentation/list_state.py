"""The state of a list: its filter as the end of a custom id, or the key under which it is kept."""

import re
from datetime import date
from itertools import accumulate, pairwise
from typing import Any, NamedTuple
from urllib.parse import quote_plus, unquote_to_bytes

from bot.domain.filter import MOST_TYPED, Filter, Listed
from bot.presentation.place import Place

MOST = 42
"""Characters that 100 leave beside the longest kind, verb, cursor and asker."""

_FIRST = {Listed.QUOTES: "q", Listed.TIMELINE: "t", Listed.SEARCH: "s"}
_LISTED = {letter: listed for listed, letter in _FIRST.items()}
_SAFE = "!\"#$'()*,/;<=>?@[\\]^`{|}"  # all of printable ASCII but : & % and +
_NUMBER = "[0-9]{1,12}"
_WRITTEN = re.compile(
    rf"(?P<listed>[qts])(?P<briefing>{_NUMBER})"
    r"(?:&c(?P<country>[A-Z]{2}))?"
    r"(?:&s(?P<speaker>[^&]*))?"
    r"(?:&w(?P<words>[^&]*))?"
    r"(?:&f(?P<since>[0-9]{8}))?"
    r"(?:&u(?P<until>[0-9]{8}))?"
    rf"(?:&i(?P<issue>{_NUMBER}))?"
    rf"(?:&e(?P<entries>{_NUMBER}(?:,-?{_NUMBER}){{0,24}}))?"
)
_KEPT = re.compile(rf"~(?P<listed>[qts])(?P<key>{_NUMBER})")


class Kept(NamedTuple):
    """Under which key a filter lies in the table, and of what list it is."""

    key: int
    listed: Listed


def state(filter: Filter, place: Place) -> str:  # noqa: A002 - the word for it everywhere
    """What the ids of a card's list end with: the filter, or the key it is kept under."""
    return written(filter) if place.kept is None else f"~{_FIRST[filter.listed]}{place.kept}"


def written(filter: Filter) -> str:  # noqa: A002
    """A filter as printable ASCII without colons or spaces."""
    entries = filter.entries
    steps = [*entries[:1], *(after - before for before, after in pairwise(entries))]
    parts = (
        ("c", filter.country),
        ("s", _quoted(filter.speaker)),
        ("w", _quoted(filter.words)),
        ("f", _day(filter.since)),
        ("u", _day(filter.until)),
        ("i", filter.issue),
        ("e", ",".join(map(str, steps)) or None),
    )
    rest = "".join(f"&{mark}{value}" for mark, value in parts if value is not None)
    return f"{_FIRST[filter.listed]}{filter.briefing}{rest}"


def read(text: str) -> Filter | None:
    """The filter that `written` wrote; None for anything else, for ids come from outside."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return None
    found: dict[str, Any] = {name: said for name, said in match.groupdict().items() if said}
    try:
        for name in ("speaker", "words"):
            found[name] = _unquoted(match[name])
        for name in ("since", "until"):
            found[name] = date.fromisoformat(match[name]) if match[name] else None
        steps = map(int, match["entries"].split(",")) if match["entries"] else ()
        found |= {"listed": _LISTED[match["listed"]], "entries": tuple(accumulate(steps))}
        return Filter(**found)
    except ValueError:
        return None


def must_be_kept(filter: Filter) -> str | None:  # noqa: A002
    """The written filter if an id has no room for it, so that a table must keep it; else None."""
    text = written(filter)
    return text if len(text) > MOST else None


def kept(text: str) -> Kept | None:
    """What "~q12" says; None for anything else."""
    match = _KEPT.fullmatch(text)
    return Kept(int(match["key"]), _LISTED[match["listed"]]) if match else None


def _day(day: date | None) -> str | None:
    return None if day is None else f"{day:%Y%m%d}".rjust(8, "0")


def _quoted(text: str | None) -> str | None:
    """In punycode (RFC 3492), which is short for Cyrillic and Chinese too: "orlov-"."""
    return None if text is None else quote_plus(text.encode("punycode"), safe=_SAFE)


def _unquoted(text: str | None) -> str | None:
    """Raises ValueError for what `_quoted` never wrote, as every codec does."""
    if text is None:
        return None
    found = unquote_to_bytes(text.replace("+", " ")).decode("punycode")
    if len(found) > MOST_TYPED or len(found.encode()) > 4 * MOST_TYPED:
        raise ValueError("nobody could type so much")
    return found
