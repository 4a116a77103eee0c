"""The edit of a section's text, which asks what becomes of the quotes that it breaks."""

from bot.domain.editing.anchors import moved
from bot.domain.editing.edit import LONGEST_TEXT
from bot.domain.editing.naming import name_of
from bot.domain.editing.spot import Spot, entry_at, with_entry, with_quotes
from bot.domain.issue import Contents
from bot.domain.quote import Quote
from bot.domain.record import Record
from bot.errors import Refused


class Fate(Record):
    """What becomes of a broken quote: other words of the text, a source of its own, or nothing."""

    quote: int
    words: str | None = None
    source: str | None = None


class TextEdit(Record):
    """The section at a spot says this from now on."""

    at: Spot
    text: str
    fates: tuple[Fate, ...] = ()

    def broken(self, contents: Contents) -> tuple[int, ...]:
        """The places of the quotes that are not in the text any more, and have no fate yet."""
        _, lost = moved(entry_at(contents, self.at), self._text)
        settled = {fate.quote for fate in self.fates}
        return tuple(place for place in lost if place not in settled)

    def check(self, contents: Contents) -> None:
        """Raises Refused for a fate that cannot be."""
        entry = entry_at(contents, self.at)
        for fate in self.fates:
            _settled(entry.quotes[fate.quote], fate, self._text)

    def apply(self, contents: Contents) -> Contents:
        """The section with its text, its quotes where they stand in it now."""
        if len(self._text) > LONGEST_TEXT:
            raise Refused(
                f"A section has at most {LONGEST_TEXT:,} characters, and this is"
                f" {len(self._text):,}; split it."
            )
        entry = entry_at(contents, self.at)
        changed, lost = moved(entry, self._text)
        fates = {fate.quote: fate for fate in self.fates}
        kept = [*changed.quotes]
        for place in lost:
            if place not in fates:
                raise Refused(
                    f"The quote “{entry.quotes[place].text}” is not in the text any more."
                )
            if (quote := _settled(entry.quotes[place], fates[place], self._text)) is not None:
                kept.append(quote)
        return with_entry(contents, self.at, with_quotes(changed, kept))

    def deed(self, before: Contents) -> str:
        """Whose text changes."""
        return f"{name_of(entry_at(before, self.at))}: text changed"

    @property
    def _text(self) -> str:
        return self.text.strip()


def _settled(quote: Quote, fate: Fate, text: str) -> Quote | None:
    """The quote with its fate; None if it is left out. Raises Refused for words not in the text."""
    if fate.words is not None:
        start = text.find(fate.words)
        if start < 0 or not fate.words.strip():
            raise Refused(f"“{fate.words}” is not in the text word for word; copy it from there.")
        end = start + len(fate.words)
        placed = {"text": fate.words, "start": start, "end": end, "source": None}
        return quote.model_copy(update=placed)
    if fate.source is not None:
        detached = {"start": None, "end": None, "source": sourced(fate.source)}
        return quote.model_copy(update=detached)
    return None


LONGEST_SOURCE = 500


def sourced(typed: str) -> str:
    """A source as it is kept; raises Refused for none, or one that is too long."""
    source = " ".join(typed.split())
    if not 1 <= len(source) <= LONGEST_SOURCE:
        raise Refused(f"A source has 1 to {LONGEST_SOURCE} characters: a link, or who printed it.")
    return source
