"""Which quotes the alert shows: one menu, with the proposal chosen."""

from discord import SelectOption, ui

from bot.domain.alert import key_spots
from bot.domain.bench import Bench
from bot.domain.editing.quote_edits import MOST_SHOWN
from bot.presentation.card import Button, Card, button
from bot.presentation.desk_ids import DeskControl
from bot.presentation.desk_menus import quote_options


def shown_card(bench: Bench, page: int = 0) -> Card:
    """The quotes of a page of 25; those that the alert would show now are chosen first."""
    chosen = [f"{spot.entry}.{spot.item}" for spot in key_spots(bench.contents)]
    options = _options(bench, chosen, page)
    card = Card()
    card.say("## Shown in the alert", f"Choose up to {MOST_SHOWN} quotes, or none.")
    menu: ui.Select[Card] = ui.Select(
        placeholder="Quotes for the alert…",
        custom_id=str(DeskControl("show", bench.issue.id, bench.version, None, page)),
        options=options,
        min_values=0,
        max_values=min(MOST_SHOWN, len(options)),
        required=False,
    )
    card.frame.add_item(ui.ActionRow(menu))
    turns = list[Button]()
    if page:
        turns.append(_turn("Previous", bench, page - 1))
    if quote_options(enumerate(bench.contents.entries), page + 1):
        turns.append(_turn("Next", bench, page + 1))
    home = DeskControl("home", bench.issue.id, bench.version)
    card.buttons([*turns, button("Back", home)])
    return card


def _options(bench: Bench, chosen: list[str], page: int) -> list[SelectOption]:
    """Those of a page, marked as they stand."""
    found = quote_options(enumerate(bench.contents.entries), page)
    for option in found:
        option.default = option.value in chosen
    return found


def _turn(text: str, bench: Bench, page: int) -> Button:
    return button(text, DeskControl("shown", bench.issue.id, bench.version, None, page))
