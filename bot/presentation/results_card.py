"""The card of what a search found, best first."""

from collections.abc import Iterator

from discord import SelectOption

from bot.domain.item import Happened, Item, Said, Section
from bot.domain.listing import Hit, Page, Results
from bot.presentation import limits
from bot.presentation.attribution import in_issue, said_on
from bot.presentation.card import Card
from bot.presentation.excerpt import excerpt
from bot.presentation.footing import footing
from bot.presentation.item_name import item_name
from bot.presentation.language import Language
from bot.presentation.list_controls import Turning, add_controls, add_item
from bot.presentation.masthead import briefing_name
from bot.presentation.origin import origin
from bot.presentation.place import Place
from bot.presentation.typed import quoted


def results_card(answer: Results, place: Place, language: Language) -> Card:
    """Five hits with the words in bold, and where to go from them."""
    card = Card(answer.briefing.colour)
    card.say(f"# Search · {briefing_name(answer.briefing)}", _found(answer))
    for number, hit in enumerate(answer.hits, 1):
        add_item(card, number, hit.item, _text(number, hit, place, language), place)
    card.say(footing(place))
    add_controls(card, answer, answer.filter, _turning(answer), _jumps(answer), place)
    return card


def _found(answer: Results) -> str:
    count = f"more than {answer.most - 1}" if answer.found >= answer.most else str(answer.found)
    typed = quoted(answer.filter.words or "")
    if not answer.verbatim:
        have = "one passage has" if answer.found == 1 else f"{count} passages have"
        return f"Not word for word; {have} all the words of {typed}."
    return f"{count} found for {typed}{', best first' if answer.found > 1 else ''}."


def _text(number: int, hit: Hit, place: Place, language: Language) -> str:
    item = hit.item
    return "\n".join(
        (
            f"**{number}.** {item_name(item, language)}",
            excerpt(item.text, hit.spans, limits.excerpt(short=place.short)),
            origin(item, _day(item, language)),
        )
    )


def _day(item: Item, language: Language) -> str:
    """What the name of the item does not say of its day."""
    match item:
        case Section():
            return in_issue(item.issue, language)
        case Said():
            return said_on(item, language, limits.SHORT_PERSON)
        case Happened():
            return ""


def _turning(answer: Results) -> Turning:
    """Which page is before the one that is shown, and which is after it."""
    here = _key(page for page in answer.pages if page.place == answer.place)
    back = _key(page for page in reversed(answer.pages) if page.place < answer.place)
    on = _key(page for page in answer.pages if page.place > answer.place)
    return Turning(here, ("Previous", back, back is not None), ("Next", on, on is not None))


def _jumps(answer: Results) -> list[SelectOption]:
    """Every page; where they are too many, the one that is shown is not left out."""
    ends = [*(page.place for page in answer.pages[1:]), answer.found]
    options = [
        SelectOption(
            label=_label(page.place + 1, end),
            value=_written(page),
            default=page.place == answer.place,
        )
        for page, end in zip(answer.pages, ends, strict=False)
    ]
    late = any(option.default for option in options[limits.OPTIONS :])
    return options[-limits.OPTIONS :] if late else options[: limits.OPTIONS]


def _label(first: int, last: int) -> str:
    return f"Result {first}" if first == last else f"Results {first} to {last}"


def _key(pages: Iterator[Page]) -> str | None:
    """What buttons call the first of these pages."""
    first = next(pages, None)
    return _written(first) if first else None


def _written(page: Page) -> str:
    return str(page.first).removeprefix("#")
