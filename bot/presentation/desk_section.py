"""A section on the desk: its text part by part, its quotes and events, what can be done with it."""

from bot.domain.bench import Bench
from bot.domain.editing.parts import parts
from bot.domain.entry import Entry
from bot.presentation import limits
from bot.presentation.card import Button, Card, button
from bot.presentation.desk_ids import DeskControl
from bot.presentation.desk_line import counted
from bot.presentation.desk_menus import event_options, quote_options
from bot.presentation.language import Language
from bot.presentation.line import line
from bot.presentation.pages import split
from bot.presentation.room import Room
from bot.presentation.section_text import title, with_flags

_TEXT = Room(2600, 6200)


def section_card(
    bench: Bench, place: int, language: Language, part: int = 0, news: str = ""
) -> Card:
    """One section; `part` counts from 0, and is the one that "Edit text" opens."""
    entry = bench.contents.entries[place]
    spans = parts(entry.text)
    part = min(part, len(spans) - 1)
    name = line(title(entry, language), limits.HEADING)
    turn = f" ({part + 1}/{len(spans)})" if len(spans) > 1 else ""
    card = Card()
    card.say(f"## {with_flags(name, entry, language)}{turn}", news, _about(entry, language))
    start, end = spans[part]
    shown = split(entry.text[start:end], _TEXT)
    card.say("\n".join(shown[:1]) if shown else "-# This section has no text yet.")
    at = _Controls(bench, place)
    card.buttons(at.turning(part, len(spans)))
    card.menu("Open a quote…", at.to("qpick"), quote_options([(place, entry)], 0))
    card.menu("Open an event…", at.to("epick"), event_options([(place, entry)], 0, language))
    card.buttons(
        [
            at.button("Edit text…", "ftext", part),
            at.button("Heading, countries…", "fname"),
            at.button("Add quote…", "faddq"),
            at.button("Add event…", "fadde"),
        ]
    )
    card.buttons(at.moving(entry, len(bench.contents.entries)))
    card.buttons(
        [
            at.button("Leave out", "leave"),
            button("Back", DeskControl("home", bench.issue.id, bench.version)),
        ]
    )
    return card


class _Controls:
    """The buttons of one section."""

    def __init__(self, bench: Bench, place: int) -> None:
        self._bench = bench
        self._place = place

    def to(self, verb: str, nth: int | None = None) -> DeskControl:
        return DeskControl(verb, self._bench.issue.id, self._bench.version, self._place, nth)

    def button(self, text: str, verb: str, nth: int | None = None) -> Button:
        return button(text, self.to(verb, nth))

    def turning(self, part: int, of: int) -> list[Button]:
        """From part to part of a long text."""
        buttons = [self.button("Earlier part", "section", part - 1)] if part else []
        return buttons + ([self.button("Later part", "section", part + 1)] if part < of - 1 else [])

    def moving(self, entry: Entry, count: int) -> list[Button]:
        """To another place, into the section above, or in two."""
        first = 1 if self._bench.contents.entries[0].heading is None else 0
        buttons = list[Button]()
        if entry.heading is not None and self._place > first:
            buttons.append(self.button("Move up", "move", self._place - 1))
        if entry.heading is not None and self._place < count - 1:
            buttons.append(self.button("Move down", "move", self._place + 1))
        if self._place:
            buttons.append(self.button("Join to the one above", "join"))
        if "\n" in entry.text:
            buttons.append(self.button("Divide…", "divide"))
        return buttons


def _about(entry: Entry, language: Language) -> str:
    countries = language.some_countries(entry.countries) if entry.countries else "no country"
    source = f" · Source: {line(entry.source, limits.TITLE)}" if entry.source else ""
    return f"-# {countries} · {counted(len(entry.text), 'character')}{source}"
