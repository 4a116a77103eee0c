"""A button that opens a list from its beginning, where its id has room for what is listed."""

from collections.abc import Iterable, Sequence

from bot.domain.filter import Filter
from bot.domain.record import CountryCode
from bot.presentation import limits
from bot.presentation.card import Button, button
from bot.presentation.custom_id import Ask, CustomId, ListPage
from bot.presentation.language import Language
from bot.presentation.line import label
from bot.presentation.list_state import must_be_kept, written
from bot.presentation.place import Place


def list_button(name: str, wanted: Filter, place: Place, verb: str = "list") -> Button | None:
    """None if the id has no room; no table keeps what may never be clicked."""
    if must_be_kept(wanted):
        return None
    page = ListPage(verb, None, place.short, place.asker, written(wanted))
    return button(label(name, limits.BUTTON), page)


def list_buttons(
    wanted: Iterable[tuple[str, Filter]], place: Place, verb: str = "list"
) -> list[Button]:
    """A row of at most five, each list once; `verb` tells apart the rows of one card."""
    each_once: dict[str, tuple[str, Filter]] = {}
    for name, asked in wanted:
        each_once.setdefault(written(asked), (name, asked))
    made = [list_button(name, asked, place, verb) for name, asked in each_once.values()]
    return [found for found in made if found][: limits.BUTTONS]


def country_buttons(
    countries: Sequence[CountryCode],
    briefing: int | None,
    place: Place,
    language: Language,
    asked: Filter | None = None,
) -> list[Button]:
    """Asks for each of the first five countries: the list with it, else the newest section."""
    codes = list(dict.fromkeys(countries))[: limits.BUTTONS]
    if asked:
        narrowed = ((code, asked.model_copy(update={"country": code})) for code in codes)
        return list_buttons(((language.country(code), made) for code, made in narrowed), place)
    return [
        button(label(language.country(code), limits.BUTTON), _ask(code, briefing, place))
        for code in codes
    ]


def _ask(code: CountryCode, briefing: int | None, place: Place) -> CustomId:
    return Ask(code, briefing, place.short, place.asker)
