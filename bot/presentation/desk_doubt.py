"""A doubt on the desk: what the importer asks to look at, in its context."""

from collections.abc import Sequence

from bot.domain.bench import Bench
from bot.domain.editing.doubts import Doubt
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.quote import Quote
from bot.presentation import limits
from bot.presentation.attribution import attribution
from bot.presentation.card import Button, Card, button
from bot.presentation.dating import dating
from bot.presentation.desk_ids import DeskControl
from bot.presentation.excerpt import excerpt
from bot.presentation.language import Language
from bot.presentation.line import capital, line
from bot.presentation.room import Room
from bot.presentation.section_text import title

_CONTEXT = Room(420, 1200)


def add_doubt(card: Card, bench: Bench, nth: int, language: Language) -> None:
    """One of those that are open, with its answers; nothing if there is none."""
    found = bench.doubts
    if not found:
        return
    nth %= len(found)
    card.say(*doubt_lines(bench.contents.entries, found, nth, language))
    card.buttons(_answers(bench, found[nth], nth, more=len(found) > 1))


def doubt_lines(
    entries: Sequence[Entry], found: Sequence[Doubt], nth: int, language: Language
) -> list[str]:
    """One of several doubts: where it stands, in which words, and why it is one."""
    doubt = found[nth]
    what = "an event" if isinstance(doubt.part, Event) else "a quote"
    name = line(title(entries[doubt.at.entry], language), limits.HEADING)
    return [
        f"### Doubt {nth + 1} of {len(found)}: {what} in {name}",
        f"> {context(entries, doubt)}",
        said(doubt.part, language),
        *(f"- {capital(line(reason, limits.TYPED))}" for reason in doubt.reasons),
    ]


def context(entries: Sequence[Entry], doubt: Doubt) -> str:
    """The words around a quote or an event, which stand out."""
    entry, part = entries[doubt.at.entry], doubt.part
    if part.start is None or part.end is None:
        return line(_words(part), _CONTEXT)
    return excerpt(entry.text, [(part.start, part.end)], _CONTEXT)


def said(part: Quote | Event, language: Language) -> str:
    """Who says a quote, or when an event happens."""
    if isinstance(part, Event):
        return dating(part, language)
    day = f", {language.date(part.said_on)}" if part.said_on else ""
    return attribution(part, language) + day


def _words(part: Quote | Event) -> str:
    return part.sentence if isinstance(part, Event) else part.text


def _answers(bench: Bench, doubt: Doubt, nth: int, *, more: bool) -> list[Button]:
    event = isinstance(doubt.part, Event)
    at, issue, item = bench.version, bench.issue.id, doubt.at.item
    place = doubt.at.entry

    def does(verb: str) -> DeskControl:
        return DeskControl(verb, issue, at, place, item)

    buttons = [
        button("Right", does("eright" if event else "right")),
        button("Change…", does("fevent" if event else "fquote")),
        button("Not an event" if event else "Not a quote", does("edrop" if event else "drop")),
    ]
    if more:
        buttons.append(button("Later", DeskControl("home", issue, at, None, nth + 1)))
    return buttons
