"""The cards for questions without a section to show: each says what there is instead."""

from collections.abc import Sequence

from bot.domain.answer import (
    DidYouMean,
    NoBriefing,
    NoLongerReadable,
    NoSuchIssue,
    NothingOnCountry,
    NothingPublished,
    UnknownCountry,
)
from bot.domain.filter import Filter, Listed
from bot.domain.listing import Forgotten
from bot.domain.record import CountryCode
from bot.presentation import limits
from bot.presentation.card import Button, Card, button
from bot.presentation.custom_id import Ask, OpenIssue
from bot.presentation.language import Language, listed_first
from bot.presentation.line import label, line
from bot.presentation.list_button import country_buttons
from bot.presentation.masthead import briefing_name, numbered
from bot.presentation.place import Place
from bot.presentation.typed import quoted

NotFound = (
    DidYouMean
    | UnknownCountry
    | NothingOnCountry
    | NothingPublished
    | NoSuchIssue
    | NoBriefing
    | NoLongerReadable
    | Forgotten
)


def not_found_card(answer: NotFound, place: Place, language: Language) -> Card:
    """What there is instead."""
    match answer:
        case DidYouMean():
            return did_you_mean(answer, place, language)
        case UnknownCountry():
            return unknown_country(answer, place, language)
        case NothingOnCountry():
            return nothing_on_country(answer, place, language)
        case NothingPublished():
            return nothing_published(answer)
        case NoSuchIssue():
            return no_such_issue(answer, place, language)
        case NoBriefing():
            return no_briefing(answer)
        case NoLongerReadable():
            return no_longer_readable(answer)
        case Forgotten():
            return forgotten(answer)


def did_you_mean(answer: DidYouMean, place: Place, language: Language) -> Card:
    """The nearest countries, each a button that asks for it."""
    card = Card()
    buttons = _countries(answer, answer.countries, place, language)
    names = [language.named(code) for code in answer.countries[: limits.BUTTONS]]
    question = " Did you mean:" if buttons else f" Did you mean {' or '.join(names)}?"
    card.say(_unknown(answer.typed) + (question if names else ""))
    card.buttons(buttons)
    return card


def unknown_country(answer: UnknownCountry, place: Place, language: Language) -> Card:
    """What there are sections on, the first as buttons."""
    card = Card()
    beginning = f"{briefing_name(answer.briefing)} has {_items(answer.filter)}"
    card.say(_unknown(answer.typed), _covered(beginning, answer.covered, language))
    card.buttons(_countries(answer, answer.covered, place, language))
    return card


def nothing_on_country(answer: NothingOnCountry, place: Place, language: Language) -> Card:
    """What the briefing has sections on, and the other briefings."""
    card = Card()
    name, country = briefing_name(answer.briefing), language.named(answer.country)
    card.say(
        f"{name} has no section on {country}.",
        f"{briefing_name(answer.elsewhere)} has one." if answer.elsewhere else "",
        _covered(
            "It has sections on" if not answer.elsewhere else f"{name} has sections on",
            answer.covered,
            language,
        ),
    )
    card.buttons(
        [
            *_elsewhere(answer, place),
            *country_buttons(answer.covered, answer.briefing.id, place, language),
        ][: limits.BUTTONS]
    )
    return card


def _elsewhere(answer: NothingOnCountry, place: Place) -> list[Button]:
    if answer.elsewhere is None:
        return []
    ask = Ask(answer.country, answer.elsewhere.id, place.short, place.asker)
    return [button(label(f"Read it in {answer.elsewhere.name}", limits.BUTTON), ask)]


def nothing_published(answer: NothingPublished) -> Card:
    """A briefing that has yet to begin, and the other briefings."""
    card = Card()
    card.say(
        f"{briefing_name(answer.briefing)} has no published issue yet; "
        "its first can be read here as soon as its editors publish it."
    )
    return card


def no_such_issue(answer: NoSuchIssue, place: Place, language: Language) -> Card:
    """The nearest published issues, each a button that opens it."""
    card = Card()
    name, typed = briefing_name(answer.briefing), answer.typed.strip(" #")
    asked = f"#{line(typed, limits.TYPED)}" if typed.isdecimal() else quoted(typed)
    card.say(
        f"{name} {asked} was withdrawn by its editors."
        if answer.withdrawn
        else f"{name} has no published issue {asked}.",
        "The nearest that can be read:" if answer.nearest else "",
    )
    nearest = {issue.id: issue for issue in answer.nearest}
    card.buttons(
        [
            button(
                label(numbered(issue, language), limits.BUTTON),
                OpenIssue(issue.id, place.short, place.asker),
            )
            for issue in list(nearest.values())[: limits.BUTTONS]
        ]
    )
    return card


def no_briefing(answer: NoBriefing) -> Card:
    """What to do where nothing can be read, or not by that name."""
    card = Card()
    if answer.typed is None and answer.nameable:
        card.say(
            "This place has no briefing of its own; `/briefings` lists those you can read by name."
        )
    elif answer.typed is None:
        card.say("Nothing can be read here yet.", BEGINNING)
    else:
        typed = quoted(answer.typed)
        card.say(f"I know no briefing {typed} here; `/briefings` lists those you can read.")
    return card


def no_longer_readable(answer: NoLongerReadable) -> Card:
    """What this reader may not read, or not any more; whether it exists is not told."""
    card = Card()
    card.say(
        f"{answer.reference} cannot be read here: it does not exist, was withdrawn, or is not "
        "open to this server; `/search` finds what is."
        if answer.reference
        else "This can no longer be read here; `/briefings` lists what can."
    )
    return card


def forgotten(answer: Forgotten) -> Card:
    """A list that was kept for a time, since no button had room for what it was about."""
    card = Card()
    card.say(f"This list was kept for 90 days; type `/{answer.listed}` to ask again.")
    return card


BEGINNING = (
    "A briefing appears here when its newsroom, a server, imports a document and publishes it, "
    "or when a newsroom makes its briefing public."
)


def _unknown(typed: str) -> str:
    return f"I know no country called {quoted(typed)}."


def _countries(
    answer: DidYouMean | UnknownCountry,
    codes: Sequence[CountryCode],
    place: Place,
    language: Language,
) -> list[Button]:
    return country_buttons(codes, answer.briefing.id, place, language, answer.filter)


def _items(asked: Filter | None) -> str:
    match asked and asked.listed:
        case Listed.QUOTES:
            return "quotes from"
        case Listed.TIMELINE:
            return "events on"
        case _:
            return "sections on"


def _covered(beginning: str, countries: Sequence[CountryCode], language: Language) -> str:
    if not countries:
        return f"There are no {beginning.rpartition(' has ')[2]} any country yet."
    names = [language.named(code) for code in countries]
    return f"{beginning} {listed_first(names, limits.COUNTRIES)}."
