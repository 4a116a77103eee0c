"""The dating of an event: when it happened, as exactly as known, or is expected."""

from bot.domain.event import Event
from bot.presentation.language import Language


def dating(event: Event, language: Language) -> str:
    """In bold, with "expected" as a word: "**January 2022**, expected"."""
    return f"**{language.when(event.when)}**{', expected' if event.expected else ''}"
