"""The filter of a list in words."""

from bot.domain.filter import Filter, Listed
from bot.domain.gazetteer import Gazetteer
from bot.terminal.typed import typed_text


def narrowings(asked: Filter, gazetteer: Gazetteer) -> list[str]:
    """What a list is narrowed to, each in a phrase: "by “quill”", "since 2022-01-28"."""
    whence = "from" if asked.listed is Listed.QUOTES else "on"
    phrases = (
        asked.speaker and f"by {typed_text(asked.speaker)}",
        asked.country and f"{whence} {gazetteer.name(asked.country)}",
        asked.words and f"with {typed_text(asked.words)}",
        asked.since and f"since {asked.since}",
        asked.until and f"until {asked.until}",
    )
    return [phrase for phrase in phrases if phrase]
