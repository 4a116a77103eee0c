"""An item as lines of text: a quote or an event with its origin."""

from collections.abc import Iterator

from bot.domain.doubt import Confidence
from bot.domain.gazetteer import Gazetteer
from bot.domain.item import Happened, Item, Said, Section
from bot.domain.quote import Quote
from bot.domain.when import Precision, When
from bot.terminal.wrapped import wrapped

_NOBODY = "speaker not named"
_INDENT = "  "


def item_lines(item: Said | Happened, gazetteer: Gazetteer) -> Iterator[str]:
    """All of it, in the words of its issue, and where they stand."""
    yield f"{item.issue.label} · {section_name(item)}"
    yield ""
    yield from (
        said_lines(item, gazetteer) if isinstance(item, Said) else happened_lines(item, gazetteer)
    )


def said_lines(said: Said, gazetteer: Gazetteer) -> Iterator[str]:
    """A quote: the words, whose they are, when and where they are found again."""
    yield from wrapped([f"“{said.text}”"], _INDENT)
    yield from wrapped([f"— {attribution(said.quote, gazetteer)}"], _INDENT * 3)
    yield from wrapped([origin(said, said_on(said))], _INDENT * 3)


def happened_lines(happened: Happened, gazetteer: Gazetteer) -> Iterator[str]:
    """An event: the date as exactly as known, the sentence, the countries."""
    event = happened.event
    expected = ", expected" if event.expected else ""
    yield from wrapped([f"{dated(event.when)}{expected}: {happened.text}"], _INDENT)
    named = ", ".join(gazetteer.name(code) for code in event.countries)
    yield from wrapped([origin(happened, named)], _INDENT * 3)


def attribution(quote: Quote, gazetteer: Gazetteer) -> str:
    """Name, role and country, as far as they are known."""
    country = gazetteer.name(quote.country) if quote.country else None
    unsure = quote.speaker and quote.confidence is Confidence.CHECK
    doubt = "speaker not certain" if unsure else None
    known = (quote.speaker or _NOBODY, quote.role, country, doubt)
    return ", ".join(part for part in known if part)


def said_on(said: Said) -> str:
    """The day, or what is known of it; words from elsewhere were never in the issue."""
    day, source = said.quote.said_on, said.quote.source
    if source:
        return f"{day}, from {source}" if day else f"from {source}"
    return str(day) if day else in_issue(said)


def in_issue(item: Item) -> str:
    """The date of the issue, which is none of the item's; empty if it has none."""
    return f"in the issue of {item.issue.date}" if item.issue.date else ""


def dated(when: When) -> str:
    """A date with its precision; an interval in words."""
    return f"{when.start} to {when.end}" if when.precision is Precision.INTERVAL else str(when)


def origin(item: Item, first: str) -> str:
    """What ends every item: the issue, and the reference that finds it again."""
    number = "" if item.issue.number is None else f"#{item.issue.number}"
    return " · ".join(part for part in (first, number, str(item.reference)) if part)


def section_name(item: Item) -> str:
    """The section that it stands in, or is."""
    kind = "" if isinstance(item, Section) else "section "
    return f"{kind}{item.entry.heading}" if item.entry.heading else "overview"
