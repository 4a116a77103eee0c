"""The card of a list or a search that found nothing: what there is instead."""

from collections.abc import Iterator

from bot.domain.filter import Filter, Listed
from bot.domain.listing import NothingListed
from bot.presentation import limits
from bot.presentation.card import Button, Card
from bot.presentation.filter_line import narrowings
from bot.presentation.language import Language, listed, listed_first
from bot.presentation.line import line
from bot.presentation.list_button import country_buttons, list_buttons
from bot.presentation.list_controls import add_list_switch
from bot.presentation.masthead import briefing_name
from bot.presentation.place import Place
from bot.presentation.typed import quoted

_NOUNS = {Listed.QUOTES: "quotes", Listed.TIMELINE: "events", Listed.SEARCH: "sections"}
_PARTS = {
    "country": ("country",),
    "speaker": ("speaker",),
    "words": ("words",),
    "dates": ("since", "until"),
}

Offer = tuple[str, Filter]


def nothing_listed(answer: NothingListed, place: Place, language: Language) -> Card:
    """What was looked for, what there is, and a button for each way on."""
    card = Card(answer.briefing.colour)
    card.say(_nothing(answer, language), _near(answer), _speakers(answer))
    card.say(_countries(answer, language))
    card.buttons(list_buttons(_names(answer), place))
    card.buttons(_country_buttons(answer, place, language))
    if not answer.empty:
        card.buttons(list_buttons(_without(answer.filter), place, "drop"))
    add_list_switch(card, answer, answer.filter, None, place)
    return card


def _nothing(answer: NothingListed, language: Language) -> str:
    asked, name = answer.filter, briefing_name(answer.briefing)
    if asked.listed is Listed.SEARCH:
        return f"Nothing in {name} has {quoted(asked.words or '')}."
    phrases = narrowings(asked, language, issue=answer.issue)
    return f"No {' '.join((_NOUNS[asked.listed], *phrases))} in {name}."


def _near(answer: NothingListed) -> str:
    names = [quoted(name) for name in (*answer.near, *answer.near_words)]
    if names:
        return f"Did you mean {' or '.join(names)}?"
    return "Try fewer words, or others." if answer.filter.listed is Listed.SEARCH else ""


def _speakers(answer: NothingListed) -> str:
    names = [line(speaker.name, limits.NAME) for speaker in answer.speakers]
    names = [name for name in names if name]
    return f"Speakers in this briefing: {listed(names)}." if names else ""


def _countries(answer: NothingListed, language: Language) -> str:
    if not answer.countries:
        return _none_at_all(answer)
    names = [language.named(code) for code in answer.countries]
    what = "quotes from" if answer.filter.listed is Listed.QUOTES else "events on"
    return f"It has {what} {listed_first(names, limits.COUNTRIES)}."


def _none_at_all(answer: NothingListed) -> str:
    if not answer.empty:
        return ""
    nouns = _NOUNS[answer.filter.listed]
    return f"Its issues have no {nouns} yet; `/latest` shows the newest."


def _names(answer: NothingListed) -> Iterator[Offer]:
    """The nearest spellings asked the same, and the speakers who surely are quoted."""
    asked = answer.filter
    typed = "words" if asked.listed is Listed.SEARCH else "speaker"
    for name in answer.near:
        yield name, asked.model_copy(update={typed: name})
    for words in answer.near_words:
        yield words, asked.model_copy(update={"words": words})
    for speaker in answer.speakers:
        yield speaker.name, _all(asked, speaker.name)


def _country_buttons(answer: NothingListed, place: Place, language: Language) -> list[Button]:
    asked = answer.filter
    return country_buttons(answer.countries, asked.briefing, place, language, _all(asked))


def _without(asked: Filter) -> Iterator[Offer]:
    """What is asked too much, perhaps; a speaker alone leaves the list of everything."""
    if asked.listed is Listed.SEARCH:
        return
    for name, fields in _PARTS.items():
        less = asked.model_copy(update=dict.fromkeys(fields))
        if less != asked and (name != "speaker" or less != _all(asked)):
            yield f"Without the {name}", less


def _all(asked: Filter, speaker: str | None = None) -> Filter:
    """Everything of that kind in the briefing, or what one speaker said."""
    return Filter(listed=asked.listed, briefing=asked.briefing, speaker=speaker)
