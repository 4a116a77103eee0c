"""Showing the desk: its screens, put where the editor looks."""

from bot.domain.bench import Bench
from bot.domain.editing.spot import Spot
from bot.presentation.card import Card
from bot.presentation.desk_card import desk_card
from bot.presentation.desk_checks import checks_card
from bot.presentation.desk_divide import divide_card
from bot.presentation.desk_ids import DeskControl
from bot.presentation.desk_parts import likely_card, list_card, part_card
from bot.presentation.desk_section import section_card
from bot.presentation.desk_shown import shown_card
from cogs.alert_views import put
from cogs.host import Interaction
from cogs.replies import language_of


async def show_desk(interaction: Interaction, bench: Bench, news: str = "", doubt: int = 0) -> None:
    """The first screen."""
    await put(interaction, desk_card(bench, language_of(interaction), news, doubt))


def screen(interaction: Interaction, bench: Bench, key: DeskControl) -> Card:
    """The screen that a control leads to; raises Refused for what is not there any more."""
    language, nth = language_of(interaction), key.nth or 0
    match key.verb:
        case "section":
            return section_card(bench, _place(bench, key), language, nth)
        case "quotes" | "events":
            return list_card(bench, language, nth, events=key.verb == "events")
        case "quote" | "event":
            spot = Spot(entry=_place(bench, key), item=key.nth)
            return part_card(bench, spot, language, event=key.verb == "event")
        case "likely":
            return likely_card(bench, language)
        case "checks":
            return checks_card(bench, language, nth)
        case "divide":
            return divide_card(bench, _place(bench, key))
        case "shown":
            return shown_card(bench, nth)
        case _:
            return desk_card(bench, language, doubt=nth)


def _place(bench: Bench, key: DeskControl) -> int:
    return min(key.place or 0, max(len(bench.contents.entries) - 1, 0))
