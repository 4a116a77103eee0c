"""What one can ask, with examples from what can be read here."""

from bot.domain.answer import Audience, Help, Shelf
from bot.presentation.card import Card
from bot.presentation.language import Language
from bot.presentation.list_button import country_buttons
from bot.presentation.masthead import briefing_name
from bot.presentation.not_found import BEGINNING
from bot.presentation.place import Place

_WHO_SEES = {
    Audience.ASKER: (
        "Only you see an answer; its **Share** button shows it to everyone in the channel. "
        "The option `show` says so from the start: `/latest show: everyone`."
    ),
    Audience.EVERYONE: (
        "Everyone in the channel sees an answer, unless you ask with the option `show`: "
        "`/latest show: only me`."
    ),
    Audience.ALONE: "",
}


def help_card(answer: Help, place: Place, language: Language) -> Card:
    """The commands, and buttons that ask the first questions."""
    card = Card()
    card.say("# What you can ask", *_commands(answer, language))
    card.say(_WHO_SEES[answer.audience])
    if any(shelf.newest for shelf in answer.shelves):
        card.say(_here(answer.shelves))
    else:
        card.say("Nothing can be read here yet.", BEGINNING)
    card.buttons(country_buttons(answer.countries, None, place, language))
    return card


def _commands(answer: Help, language: Language) -> list[str]:
    countries = [language.country(code) for code in answer.countries]
    numbers = [shelf.newest.number for shelf in answer.shelves if shelf.newest]
    example = countries[0] if countries else "Russia"
    return [
        "`/latest` shows the newest issue, with a line on each of its sections.",
        f"`/latest country: {example}` shows the newest section on one country.",
        f"`/issue number: {next(filter(None, numbers), 1)}` opens one issue, page by page.",
        f"`/quotes country: {example}` lists what was said, word for word, newest first; "
        "`speaker`, `words`, `since` and `until` narrow it.",
        f"`/timeline country: {example}` lists what happened and what is expected, by date.",
        f"`/search query: {example}` finds sections, quotes and events by their words; “a phrase” "
        "must stand there word for word, and -word leaves out what has that word.",
        "`/briefings` lists what can be read here.",
    ]


def _here(shelves: tuple[Shelf, ...]) -> str:
    names = [briefing_name(shelf.briefing) for shelf in shelves[:5]]
    more = len(shelves) - len(names)
    return f"Here you can read {', '.join(names)}{f' and {more} more' if more else ''}."
