"""The attribution of a quote: who said it, how sure that is, for whom, when and where."""

from bot.domain.country import flag
from bot.domain.doubt import Confidence
from bot.domain.issue import Issue
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
    """All that is known on one line: "**Ada Quill**, harbour master, 🇯🇵 Japan"."""
    name = line(speaker(quote), room)
    role = line(quote.role or "", room)
    parts = (
        name if name == NOBODY else f"**{name}**",
        role,
        _country(quote, language),
        doubt(quote),
    )
    return ", ".join(part for part in parts if part)


def doubt(quote: Quote) -> str:
    """That the importer was not sure who speaks; empty where it was."""
    named = speaker(quote) != NOBODY
    return "speaker not certain" if named and quote.confidence is Confidence.CHECK else ""


def said_on(said: Said, language: Language, room: Room = limits.TITLE) -> str:
    """The day, or what is known of it: "in the issue of January 28, 2022".

    Words that do not stand in the issue are from elsewhere: "January 21, 2022, from a letter".
    """
    day = language.date(said.quote.said_on) if said.quote.said_on else ""
    if said.quote.source:
        source = f"from {line(said.quote.source, room, 'an unnamed source')}"
        return f"{day}, {source}" if day else source
    return day or in_issue(said.issue, language)


def in_issue(issue: Issue, language: Language) -> str:
    """By its date; empty if it has none."""
    return f"in the issue of {language.date(issue.date)}" if issue.date else ""


def _country(quote: Quote, language: Language) -> str:
    return f"{flag(quote.country)} {language.country(quote.country)}" if quote.country else ""
