"""The desk's screens of quotes and events: the lists of them, and one of each."""

from bot.domain.bench import Bench
from bot.domain.doubt import Confidence
from bot.domain.editing.doubts import Doubt
from bot.domain.editing.spot import Spot, event_at, quote_at
from bot.domain.event import Event
from bot.domain.quote import Quote
from bot.presentation import limits
from bot.presentation.card import Button, Card, button
from bot.presentation.dating import dating
from bot.presentation.desk_doubt import context, said
from bot.presentation.desk_ids import DeskControl
from bot.presentation.desk_line import counted
from bot.presentation.desk_menus import event_options, quote_options
from bot.presentation.language import Language
from bot.presentation.line import capital, line
from bot.presentation.room import Room
from bot.presentation.section_text import title

_LIKELY = Room(2600, 6400)
_ONE = Room(160, 480)
_PROBABLY = "Found, but not beyond doubt. What is wrong is changed under **Quotes** or **Events**."


def list_card(bench: Bench, language: Language, page: int, *, events: bool = False) -> Card:
    """All quotes, or all events, in menus of 25; every one is two clicks away from the first."""
    placed = list(enumerate(bench.contents.entries))
    total = sum(len(entry.events if events else entry.quotes) for _, entry in placed)
    pages = max((total - 1) // limits.OPTIONS, 0)
    card = Card()
    card.say(f"## {counted(total, 'event' if events else 'quote')}")
    for number in range(min(pages, _MENUS - 1) + 1):
        shown = page * _MENUS + number
        options = event_options(placed, shown, language) if events else quote_options(placed, shown)
        verb = "epick" if events else "qpick"
        card.menu(
            f"{'Events' if events else 'Quotes'} {shown * limits.OPTIONS + 1} and on…",
            DeskControl(verb, bench.issue.id, bench.version, None, shown),
            options,
        )
    verb = "events" if events else "quotes"
    turns = list[Button]()
    if page:
        turns.append(_button("Previous", verb, bench, page - 1))
    if (page + 1) * _MENUS <= pages:
        turns.append(_button("Next", verb, bench, page + 1))
    card.buttons([*turns, _button("Back", "home", bench)])
    return card


_MENUS = 4


def part_card(
    bench: Bench, at: Spot, language: Language, *, event: bool = False, news: str = ""
) -> Card:
    """One quote or event in its context, with what can be done with it."""
    part = event_at(bench.contents, at) if event else quote_at(bench.contents, at)
    entry = bench.contents.entries[at.entry]
    name = line(title(entry, language), limits.HEADING)
    card = Card()
    card.say(f"## {'An event' if event else 'A quote'} in {name}", news)
    card.say(
        f"> {context(bench.contents.entries, Doubt(at=at, part=part))}",
        said(part, language),
        *_notes(part),
    )
    card.buttons(_deeds(bench, at, part))
    card.buttons(
        [
            button("The section", DeskControl("section", bench.issue.id, bench.version, at.entry)),
            _button("Back", "home", bench),
        ]
    )
    return card


def likely_card(bench: Bench, language: Language) -> Card:
    """What is probably right, as a list with one button for all of it."""
    card = Card()
    found = bench.likely
    card.say(f"## Probably right: {len(found)}", _PROBABLY)
    shown = list[str]()
    for doubt in found:
        text = f"- {_likely(doubt, language)}"
        if not _LIKELY.beside(*shown).takes(text):
            shown.append(f"- and {len(found) - len(shown)} more")
            break
        shown.append(text)
    card.say(*shown)
    all_right = button("All of it is right", DeskControl("allright", bench.issue.id, bench.version))
    card.buttons([*([all_right] if found else []), _button("Back", "home", bench)])
    return card


def _likely(doubt: Doubt, language: Language) -> str:
    part = doubt.part
    words = part.sentence if isinstance(part, Event) else part.text
    notes = "; ".join(line(note, limits.TYPED) for note in part.notes)
    who = dating(part, language) if isinstance(part, Event) else said(part, language)
    return f"“{line(words, _ONE)}” · {who}{f' · {notes}' if notes else ''}"


def _notes(part: Quote | Event) -> list[str]:
    notes = [f"- {capital(line(note, limits.TYPED))}" for note in part.notes]
    if isinstance(part, Quote) and part.source:
        notes.append(f"- Not in the text; source: {line(part.source, limits.TITLE)}")
    return notes


def _deeds(bench: Bench, at: Spot, part: Quote | Event) -> list[Button]:
    event = isinstance(part, Event)

    def to(verb: str) -> DeskControl:
        return DeskControl(verb, bench.issue.id, bench.version, at.entry, at.item)

    right = button("Right", to("eright" if event else "right"))
    return [
        *([right] if part.confidence is not Confidence.SURE else []),
        button("Change…", to("fevent" if event else "fquote")),
        button("Not an event" if event else "Not a quote", to("edrop" if event else "drop")),
    ]


def _button(text: str, verb: str, bench: Bench, nth: int | None = None) -> Button:
    return button(text, DeskControl(verb, bench.issue.id, bench.version, None, nth))
