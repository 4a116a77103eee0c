"""The card of what a search found, best first."""

from discord import SelectOption

from bot.domain.listing import Hit, Results
from bot.presentation import limits
from bot.presentation.card import Card
from bot.presentation.excerpt import excerpt
from bot.presentation.footing import footing
from bot.presentation.item_name import item_name
from bot.presentation.language import Language
from bot.presentation.line import line
from bot.presentation.list_controls import Turning, add_controls, add_item
from bot.presentation.masthead import briefing_name
from bot.presentation.origin import origin
from bot.presentation.place import Place


def results_card(answer: Results, place: Place, language: Language) -> Card:
    """Five hits with the words in bold, and where to go from them."""
    card = Card()
    card.say(f"# Search · {briefing_name(answer.briefing)}", _found(answer))
    for number, hit in enumerate(answer.hits, 1):
        add_item(card, number, hit.item, _text(number, hit, place, language), place)
    card.say(footing(place))
    add_controls(card, answer, answer.filter, _turning(answer), _pages(answer), place)
    return card


def _found(answer: Results) -> str:
    count = f"more than {answer.most - 1}" if answer.found >= answer.most else str(answer.found)
    if not answer.verbatim:
        return (
            "Not word for word; one passage has all the words."
            if answer.found == 1
            else f"Not word for word; {count} passages have all the words."
        )
    typed = line(answer.filter.words or "", limits.TYPED)
    return f"{count} found for “{typed}”{', best first' if answer.found > 1 else ''}."


def _text(number: int, hit: Hit, place: Place, language: Language) -> str:
    item = hit.item
    day = language.date(item.issue.date) if item.issue.date else ""
    return "\n".join(
        (
            f"**{number}.** {item_name(item, language)}",
            excerpt(item.text, hit.spans, limits.excerpt(short=place.short)),
            origin(item, day),
        )
    )


def _turning(answer: Results) -> Turning:
    """By the pages that the answer names, which begin with the first hit."""
    page = answer.place // limits.ITEMS
    names = [_key(answer, number) for number in range(len(answer.pages))]
    last = len(names) - 1
    here = names[page] if page <= last else None
    back = names[page - 1] if 0 < page <= last else None
    on = names[page + 1] if page < last else None
    return Turning(here, ("Previous", back, back is not None), ("Next", on, on is not None))


def _pages(answer: Results) -> list[SelectOption]:
    page = answer.place // limits.ITEMS
    return [
        SelectOption(
            label=f"Results {first + 1} to {min(first + limits.ITEMS, answer.found)}",
            value=_key(answer, number),
            default=number == page,
        )
        for number, first in enumerate(range(0, len(answer.pages) * limits.ITEMS, limits.ITEMS))
    ]


def _key(answer: Results, page: int) -> str:
    return str(answer.pages[page]).removeprefix("#")
