"""What a search found as lines of text."""

from collections.abc import Iterator

from bot.domain.gazetteer import Gazetteer
from bot.domain.item import Happened, Item, Said
from bot.domain.listing import Hit, Results
from bot.terminal.item import attribution, dated, in_issue, origin, said_on, section_name
from bot.terminal.window import window
from bot.terminal.wrapped import wrapped


def results_lines(answer: Results, gazetteer: Gazetteer) -> Iterator[str]:
    """Each finding by its kind, with a window around the words, best first."""
    title = f"Search · {answer.briefing.name} · {answer.filter.words} · {_found(answer)}"
    yield from wrapped([title], "")
    for number, hit in enumerate(answer.hits, answer.place + 1):
        yield ""
        yield from wrapped([f"{number}. {_kind(hit.item, gazetteer)}"], "")
        yield from wrapped([_words(hit)], "  ")
        yield from wrapped([origin(hit.item, _when(hit.item))], "      ")
    yield from _more(answer)


def _more(answer: Results) -> Iterator[str]:
    """How to get at what is not shown; what lies beyond the most that are counted, only so."""
    if answer.place + len(answer.hits) < answer.found:
        yield from ("", f"More: --limit {min(2 * len(answer.hits), answer.found)}.")
    elif answer.found == answer.most:
        yield from ("", "There may be more: narrow it with another word.")


def _found(answer: Results) -> str:
    """Counting ends at `most`, so that many may be more."""
    count = f"{answer.found}{' or more' if answer.found == answer.most else ''}"
    if answer.verbatim:
        return f"{count} found, best first"
    have = "passage has" if answer.found == 1 else "passages have"
    return f"not word for word; {count} {have} all the words"


def _kind(item: Item, gazetteer: Gazetteer) -> str:
    match item:
        case Said():
            return f"Quote · {attribution(item.quote, gazetteer)}"
        case Happened():
            expected = ", expected" if item.event.expected else ""
            return f"Event · {dated(item.event.when)}{expected}"
        case _:
            name = section_name(item)
            return f"Section · {name}" if item.entry.heading else "Overview"


def _words(hit: Hit) -> str:
    shown = window(hit.item.text, hit.spans)
    return f"“{shown}”" if isinstance(hit.item, Said) else shown


def _when(item: Item) -> str:
    return said_on(item) if isinstance(item, Said) else in_issue(item)
