"""The card of an issue, or of its sections on one country."""

from bot.domain.answer import Reading
from bot.presentation import limits
from bot.presentation.card import Button, Card, button
from bot.presentation.correct_button import correct_buttons
from bot.presentation.custom_id import CiteItem, Jump, Share, Turn
from bot.presentation.language import Language
from bot.presentation.layout import Layout, selection, whole
from bot.presentation.masthead import footer, masthead
from bot.presentation.place import Place, Spot
from bot.presentation.section_list import section_list
from bot.presentation.section_menu import section_options
from bot.presentation.section_text import section_text
from bot.presentation.tally_buttons import tally_buttons


def reading_card(reading: Reading, place: Place, language: Language) -> Card:
    """One page of a reading; a page beyond the end shows the last."""
    lay_out = whole if reading.country is None else selection
    layout = lay_out(reading.entries, short=place.short)
    page = layout.page(place.spot if place.spot != Spot() else Spot(reading.entry))
    card = Card(reading.issue.briefing.colour)
    card.say(*masthead(reading, language))
    card.rule()
    _add_sections(card, layout, page, place, language)
    count = len(layout.pages)
    position = f"Page {page + 1} of {count}" if count > 1 else ""
    card.say(*footer(reading.issue, place, position))
    _add_controls(card, reading, layout, page, place, language)
    return card


def _add_sections(card: Card, layout: Layout, page: int, place: Place, language: Language) -> None:
    for block in layout.pages[page]:
        card.say(section_text(block, language))
    if page == 0 and layout.starts:
        room = limits.contents(short=place.short)
        card.say(section_list(layout.starts, language, room))
    if layout.pages == ((),) and not layout.starts:
        card.say("This issue has no text.")


def _add_controls(
    card: Card, reading: Reading, layout: Layout, page: int, place: Place, language: Language
) -> None:
    spot = layout.spot(page)
    jump = Jump(reading.issue.id, reading.country, spot.entry, spot.part, place.short, place.asker)
    card.menu("Go to a section…", jump, section_options(layout, page, language))
    card.buttons(_turns(reading, layout, page, place))
    card.buttons(_ways_on(reading, layout, page, place))


def _turns(reading: Reading, layout: Layout, page: int, place: Place) -> list[Button]:
    last = len(layout.pages) - 1
    buttons: list[Button] = []
    if last:
        back, on = layout.spot(page - 1), layout.spot(page + 1)
        buttons.append(_turn("Previous", "prev", reading, back, place, disabled=page == 0))
        buttons.append(_turn("Next", "next", reading, on, place, disabled=page == last))
    if reading.country is not None:
        all_of_it = reading.model_copy(update={"country": None})
        buttons.append(_turn("Whole issue", "whole", all_of_it, Spot(), place))
    return buttons


def _ways_on(reading: Reading, layout: Layout, page: int, place: Place) -> list[Button]:
    """What is said and what happened here, how to cite it, and to share it."""
    here = layout.spot(page)
    whole_issue = page == 0 and reading.country is None
    entries = list(dict.fromkeys(block.entry.id for block in layout.pages[page]))
    buttons = tally_buttons(reading, None if whole_issue else entries, place)
    here_only = entries and not whole_issue
    item = f"s{entries[0]}" if here_only else f"i{reading.issue.id}"
    buttons.append(button("Cite" if here_only else "Cite issue", CiteItem(item)))
    if place.private:
        share = Share(reading.issue.id, reading.country, here.entry, here.part, place.short)
        buttons.append(button("Share", share))
    return [*buttons, *correct_buttons(item, place)]


def _turn(
    name: str, verb: str, reading: Reading, spot: Spot, place: Place, *, disabled: bool = False
) -> Button:
    target = (reading.issue.id, reading.country, spot.entry, spot.part)
    return button(name, Turn(verb, *target, place.short, place.asker), disabled=disabled)
