"""The difference between two states of an issue: what a correction changed."""

from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from bot.domain.entry import Entry
from bot.domain.issue import Contents
from bot.domain.quote import Quote
from bot.domain.record import CountryCode, Record

_LIKE = 0.5
"""From this likeness on it is the same quote: every second word."""
_COMPARED = 200  # words

_Said = tuple[str, str | None]
Named = dict[tuple[str | None, int], Entry]


class Misquote(Record):
    """A quote whose words or speaker were changed; None where it was left out or is new."""

    before: Quote | None
    after: Quote | None


class Difference(Record):
    """What changed: sections by their names, quotes, and the countries concerned.

    `countries` is None if something changed that concerns every reader: the overview, the title,
    the number or the date.
    """

    masthead: tuple[str, ...] = ()
    changed: tuple[Entry, ...] = ()
    added: tuple[Entry, ...] = ()
    removed: tuple[Entry, ...] = ()
    quotes: tuple[Misquote, ...] = ()
    countries: tuple[CountryCode, ...] | None = ()

    @property
    def misquoted(self) -> bool:
        """Whether somebody's words, or who said them, were told wrongly."""
        return any(quote.before and quote.after for quote in self.quotes)


def difference(before: Contents, after: Contents) -> Difference:
    """What was changed between two states of one issue; sections are told apart by heading."""
    old, new = by_name(before.entries), by_name(after.entries)
    changed = [new[name] for name in new if name in old and _says_other(old[name], new[name])]
    added = [new[name] for name in new if name not in old]
    removed = [old[name] for name in old if name not in new]
    masthead = tuple(
        name
        for name in ("number", "date", "title")
        if getattr(before, name) != getattr(after, name)
    )
    before_it = [old[name] for name in new if name in old and new[name] in changed]
    concerned = [*before_it, *changed, *added, *removed]
    everybody = masthead or any(not entry.countries for entry in concerned)
    countries = {code for entry in concerned for code in entry.countries}
    return Difference(
        masthead=masthead,
        changed=tuple(changed),
        added=tuple(added),
        removed=tuple(removed),
        quotes=tuple(_quotes(before.entries, after.entries, old, new)),
        countries=None if everybody else tuple(sorted(countries)),
    )


def by_name(entries: tuple[Entry, ...]) -> Named:
    """Entries by heading, and by place among those of the same heading; in order."""
    found: Named = {}
    for entry in entries:
        place = sum(heading == entry.heading for heading, _ in found)
        found[entry.heading, place] = entry
    return found


def _says_other(old: Entry, new: Entry) -> bool:
    return old.model_copy(update={"id": 0}) != new.model_copy(update={"id": 0})


def _quotes(
    old: tuple[Entry, ...], new: tuple[Entry, ...], named: Named, now: Named
) -> Iterator[Misquote]:
    """Pairs what was said before with what is said now, by words, then by speaker and place.

    Where both are others, much the same words in the same section are the same quote. Words that
    stand elsewhere still are a misquote only where the same section has others now.
    """
    before = [quote for entry in old for quote in entry.quotes]
    after = [quote for entry in new for quote in entry.quotes]
    left = [quote for quote in before if _said(quote) not in {_said(each) for each in after}]
    fresh = [quote for quote in after if _said(quote) not in {_said(each) for each in before}]
    pairs = [_partner(quote, fresh, _same_words) for quote in left]
    pairs = [
        match or _partner(quote, fresh, _same_speaker)
        for quote, match in zip(left, pairs, strict=True)
    ]
    for quote, match in zip(left, pairs, strict=True):
        yield Misquote(before=quote, after=match or _near(quote, named, now, fresh))
    for name, entry in named.items():
        for quote in _lost(entry, now.get(name)):
            if quote not in left and (match := _beside(quote, now[name], fresh)):
                yield Misquote(before=quote, after=match)
    for quote in fresh:
        yield Misquote(before=None, after=quote)


def _near(quote: Quote, named: Named, now: Named, fresh: list[Quote]) -> Quote | None:
    """What a section says instead in much the same words; it is taken out of what is new."""
    for name, entry in named.items():
        if name in now and quote in entry.quotes:
            here = [each for each in fresh if each in now[name].quotes]
            match = next((each for each in here if _much_the_same(quote.text, each.text)), None)
            if match is not None:
                fresh.remove(match)
                return match
    return None


def _much_the_same(one: str, other: str) -> bool:
    words = (one.split()[:_COMPARED], other.split()[:_COMPARED])
    return SequenceMatcher(None, *words, autojunk=False).ratio() >= _LIKE


def _lost(entry: Entry, now: Entry | None) -> list[Quote]:
    """What a section does not quote any more; nothing of one that is left out."""
    said = Counter(_said(quote) for quote in now.quotes) if now else Counter[_Said]()
    lost = list[Quote]()
    for quote in entry.quotes if now else ():
        said[_said(quote)] -= 1
        if said[_said(quote)] < 0:
            lost.append(quote)
    return lost


def _beside(quote: Quote, entry: Entry, fresh: list[Quote]) -> Quote | None:
    """What that section quotes instead; it is taken out of what is new."""
    here = [each for each in fresh if each in entry.quotes]
    match = _partner(quote, here, _same_words) or _partner(quote, here, _same_speaker)
    if match is not None:
        fresh.remove(match)
    return match


def _said(quote: Quote) -> _Said:
    return quote.text, quote.speaker


def _partner(old: Quote, fresh: list[Quote], alike: Callable[[Quote, Quote], bool]) -> Quote | None:
    """The first of the new ones that stands where an old one stood; it is taken out of them."""
    found = next((each for each in fresh if alike(old, each)), None)
    if found is not None:
        fresh.remove(found)
    return found


def _same_words(old: Quote, new: Quote) -> bool:
    return old.text == new.text


def _same_speaker(old: Quote, new: Quote) -> bool:
    return old.speaker is not None and old.speaker == new.speaker
