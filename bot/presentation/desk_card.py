"""The desk's first screen: what needs eyes, the sections, and what can be done."""

from discord import SelectOption

from bot.domain.bench import Bench
from bot.domain.issue import State
from bot.presentation import limits
from bot.presentation.card import Button, Card, button
from bot.presentation.desk_approval import take_back_buttons
from bot.presentation.desk_checks import checks_line
from bot.presentation.desk_doubt import add_doubt
from bot.presentation.desk_ids import DeskControl, DeskPast
from bot.presentation.desk_line import SHOWN_REQUESTS, heading, section_line
from bot.presentation.desk_out import AGAIN
from bot.presentation.language import Language
from bot.presentation.line import label
from bot.presentation.room import Room
from bot.presentation.section_text import caption

_SECTIONS = Room(1100, 2800)
_WITHDRAWN = "It was withdrawn and stays as it is; import a new text under another number."
_LEAVING = "It goes out within seconds; press **Stop** to change it."
_SHORTENED = "-# {} more sections in the menu."


def desk_card(bench: Bench, language: Language, news: str = "", doubt: int = 0) -> Card:
    """Everything of one issue; `news` is inert, and tells what was just done; `doubt` is shown."""
    card = Card()
    card.say(*heading(bench, language), news)
    if not _changeable(bench):
        return _closed(card, bench, language)
    add_doubt(card, bench, doubt, language)
    card.rule()
    card.say(*_sections(bench, language))
    for page, options in enumerate(_pages(bench, language)):
        menu = DeskControl("pick", bench.issue.id, bench.version, None, page)
        card.menu("Open a section…", menu, options)
    card.buttons(_adding(bench))
    card.buttons(_parts(bench))
    card.buttons(_approval(bench))
    card.say(checks_line(bench))
    card.buttons(_finishing(bench))
    return card


def _changeable(bench: Bench) -> bool:
    """Whether it can be edited: it is not withdrawn, and does not go out within seconds."""
    waits = bench.pending is not None and not bench.pending.scheduled
    return bench.issue.state is not State.WITHDRAWN and not waits


def _closed(card: Card, bench: Bench, language: Language) -> Card:
    """What it says, and what can still be done with it."""
    card.rule()
    card.say(*_sections(bench, language))
    history = button("History", DeskPast(bench.issue.id, 0))
    if bench.pending is None:
        card.say(_WITHDRAWN)
        card.buttons([history])
    else:
        card.say(_LEAVING)
        card.buttons(
            [_button("Stop", "stop", bench), _button("Preview", "preview", bench), history]
        )
    return card


def _sections(bench: Bench, language: Language) -> list[str]:
    if not bench.contents.entries:
        return ["No section yet: add one, or import a document."]
    shown = list[str]()
    for place, entry in enumerate(bench.contents.entries):
        text = section_line(place, entry, language)
        if not _SECTIONS.beside(*shown).takes(text):
            return [*shown, _SHORTENED.format(len(bench.contents.entries) - place)]
        shown.append(text)
    return shown


def _pages(bench: Bench, language: Language) -> list[list[SelectOption]]:
    options = [
        SelectOption(
            label=label(f"{place + 1}. {caption(entry, language)}", limits.OPTION), value=str(place)
        )
        for place, entry in enumerate(bench.contents.entries)
    ]
    size = limits.OPTIONS
    return [options[start : start + size] for start in range(0, len(options), size)]


def _adding(bench: Bench) -> list[Button]:
    return [
        _button("Number, date, title…", "fmast", bench),
        _button("Add section…", "faddsec", bench),
        button("History", DeskPast(bench.issue.id, 0)),
    ]


def _parts(bench: Bench) -> list[Button]:
    entries = bench.contents.entries
    quotes = sum(len(entry.quotes) for entry in entries)
    events = sum(len(entry.events) for entry in entries)
    buttons = list[Button]()
    if quotes:
        buttons.append(_button(f"Quotes ({quotes})", "quotes", bench))
    if events:
        buttons.append(_button(f"Events ({events})", "events", bench))
    if likely := len(bench.likely):
        buttons.append(_button(f"Probably right ({likely})", "likely", bench))
    if quotes:
        buttons.append(_button("Shown in the alert", "shown", bench))
    return buttons


def _finishing(bench: Bench) -> list[Button]:
    if bench.corrects:
        sent = [_button("Send the correction…", "review", bench)] if bench.undoes else []
        buttons = [*sent, _button("Withdraw…", "fwithdra", bench)]
    else:
        buttons = [_button("Preview", "preview", bench), *_ways_out(bench)]
    if bench.findings:
        buttons.append(_button("Checks", "checks", bench))
    if bench.undoes:
        buttons.append(_button("Undo", "undo", bench))
    return buttons


def _approval(bench: Bench) -> list[Button]:
    """What can be done about what waits for a second editor."""
    again = [_button(AGAIN, "again", bench)] if bench.unapproved else []
    return [*again, *take_back_buttons([each.id for each in bench.requests[:SHOWN_REQUESTS]])]


def _ways_out(bench: Bench) -> list[Button]:
    """To publish it; what waits for its moment is given another one."""
    if bench.pending is None:
        return [_button("Publish", "publish", bench)]
    return [_button("Another time…", "fwhen", bench), _button("Cancel", "cancel", bench)]


def _button(text: str, verb: str, bench: Bench) -> Button:
    return button(text, DeskControl(verb, bench.issue.id, bench.version))
