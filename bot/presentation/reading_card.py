"""The card of an issue, or of its sections on one country."""

from bot.domain.answer import Reading
from bot.presentation import limits
from bot.presentation.briefing_menu import add_briefing_menu
from bot.presentation.card import Button, Card, button
from bot.presentation.custom_id import Jump, Share, Turn
from bot.presentation.language import Language
from bot.presentation.layout import Layout, selection, whole
from bot.presentation.masthead import footer, masthead
from bot.presentation.place import Place
from bot.presentation.section_list import section_list
from bot.presentation.section_menu import section_options
from bot.presentation.section_text import section_text


def reading_card(reading: Reading, place: Place, language: Language) -> Card:
    """One page of a reading; a page beyond the end shows the last."""
    lay_out = whole if reading.country is None else selection
    layout = lay_out(reading.entries, short=place.short)
    page = layout.nearest(place.page)
    card = Card()
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
    jump = Jump(reading.issue.id, reading.country, page, place.short, place.asker)
    card.menu("Go to a section…", jump, section_options(layout, page, language))
    card.buttons(_buttons(reading, len(layout.pages), page, place))
    add_briefing_menu(card, reading.issue.briefing, reading.choices, reading.country, place)


def _buttons(reading: Reading, count: int, page: int, place: Place) -> list[Button]:
    issue, country, short = reading.issue.id, reading.country, place.short
    buttons: list[Button] = []
    if count > 1:
        last = count - 1
        back = Turn("prev", issue, country, max(page - 1, 0), short, place.asker)
        on = Turn("next", issue, country, min(page + 1, last), short, place.asker)
        buttons.append(button("Previous", back, disabled=page == 0))
        buttons.append(button("Next", on, disabled=page == last))
    if country is not None:
        buttons.append(button("Whole issue", Turn("whole", issue, None, 0, short, place.asker)))
    if place.private:
        buttons.append(button("Share", Share(issue, country, page, short)))
    return buttons
