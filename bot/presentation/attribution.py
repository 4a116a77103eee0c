"""The attribution of a quote: who said it, in what role, for which country, and when."""

from bot.domain.country import flag
from bot.domain.doubt import Confidence
from bot.domain.item import Said
from bot.domain.quote import Quote
from bot.presentation import limits
from bot.presentation.language import Language
from bot.presentation.line import line, visible, words
from bot.presentation.room import Room

NOBODY = "Speaker not named"


def speaker(quote: Quote) -> str:
    """The name, or that there is none; not yet inert."""
    return words(quote.speaker) if quote.speaker and visible(quote.speaker) else NOBODY


def attribution(quote: Quote, language: Language, room: Room = limits.PERSON) -> str:
    """Name, role and country on one line: "**Ada Quill**, harbour master, 🇯🇵 Japan"."""
    name = line(speaker(quote), room)
    role = line(quote.role or "", room)
    parts = (name if name == NOBODY else f"**{name}**", role, _country(quote, language))
    return ", ".join(part for part in parts if part)


def doubt(quote: Quote) -> str:
    """That the importer was not sure who speaks; empty where it was."""
    named = speaker(quote) != NOBODY
    return "speaker not certain" if named and quote.confidence is Confidence.CHECK else ""


def said_on(said: Said, language: Language) -> str:
    """The day, or what is known of it: "in the issue of January 28, 2022"."""
    if said.quote.said_on:
        return language.date(said.quote.said_on)
    return f"in the issue of {language.date(said.issue.date)}" if said.issue.date else ""


def _country(quote: Quote, language: Language) -> str:
    return f"{flag(quote.country)} {language.country(quote.country)}" if quote.country else ""
