"""Edits of quotes: added, changed, given to another speaker, left out, chosen for the alert."""

from datetime import date

from bot.domain.doubt import Confidence
from bot.domain.editing.anchors import reworded
from bot.domain.editing.naming import name_of, words_of
from bot.domain.editing.spot import Spot, entry_at, quote_at, with_entry, with_quotes
from bot.domain.editing.text_edit import sourced
from bot.domain.entry import Entry
from bot.domain.issue import Contents
from bot.domain.quote import Quote, QuoteKind
from bot.domain.record import CountryCode, Record
from bot.errors import Refused

LONGEST_QUOTE, LONGEST_NAME = 4_000, 200
MOST_SHOWN = 3
"""Quotes in an alert."""

_SPEECH_WORDS, _CLAUSE_WORDS = 12, 4
_MARKS = "“”\"„«»‚‘’'"


class Spoken(Record):
    """Who says a quote, as it is typed; nothing stands for what is not known."""

    speaker: str = ""
    role: str = ""
    country: CountryCode | None = None
    said_on: date | None = None

    @property
    def fields(self) -> dict[str, object]:
        """What of it a quote keeps; raises Refused for what is too long."""
        return {
            "speaker": _name(self.speaker),
            "role": _name(self.role),
            "country": self.country,
            "said_on": self.said_on,
        }


class AddQuote(Record):
    """A quote in a section: where its words stand in the text, else with a source of its own."""

    at: Spot
    words: str
    spoken: Spoken
    source: str = ""

    def apply(self, contents: Contents) -> Contents:
        """The section with the quote; raises Refused for words that stand nowhere, sourceless."""
        entry = entry_at(contents, self.at)
        words = words_in(self.words)
        place = self.place_in(entry)
        start = end = None
        if place is not None:
            start, end = place, place + len(words)
        quote = Quote(
            text=words,
            kind=kind_of(words),
            start=start,
            end=end,
            source=None if place is not None else sourced(self.source),
            **self.spoken.fields,  # pyright: ignore[reportArgumentType]  # the names are a quote's
        )
        return with_entry(contents, self.at, with_quotes(entry, [*entry.quotes, quote]))

    def place_in(self, entry: Entry) -> int | None:
        """Where its words stand in the text; None for nowhere."""
        start = entry.text.find(words_in(self.words))
        return start if start >= 0 else None

    def deed(self, before: Contents) -> str:
        """Whose words, and where."""
        who = _name(self.spoken.speaker) or "nobody named"
        return f"{name_of(entry_at(before, self.at))}: quote of {who} added"


class ChangeQuote(Record):
    """Other words, another speaker, another day; nothing is in doubt afterwards.

    Other words that stand in the text at the same place are another part of it; else they take the
    place of the old ones in the text, or stand with the source that is given.
    """

    at: Spot
    words: str
    spoken: Spoken
    source: str = ""

    def apply(self, contents: Contents) -> Contents:
        """The section with the quote changed."""
        entry, quote = entry_at(contents, self.at), quote_at(contents, self.at)
        words = words_in(self.words)
        said = quote.model_copy(
            update={**self.spoken.fields, "confidence": Confidence.SURE, "notes": ()}
        )
        others = [each for place, each in enumerate(entry.quotes) if place != self.at.item]
        if quote.start is None or self.source.strip():
            source = sourced(self.source or quote.source or "")
            placed = {"text": words, "start": None, "end": None, "source": source}
        elif (start := _part_at(entry.text, words, quote)) is not None:
            placed = {"text": words, "start": start, "end": start + len(words)}
        else:
            entry, others = _rewritten(entry, quote, words, others)
            placed = {"text": words, "start": quote.start, "end": quote.start + len(words)}
        if words != quote.text and quote.kind is QuoteKind.PHRASE:
            placed["kind"] = kind_of(words)
        changed = said.model_copy(update=placed)
        return with_entry(contents, self.at, with_quotes(entry, [*others, changed]))

    def deed(self, before: Contents) -> str:
        """Which one."""
        return f"{_named(before, self.at)} changed"


class DropQuote(Record):
    """It is no quote; its words stay in the text."""

    at: Spot

    def apply(self, contents: Contents) -> Contents:
        """The section without the quote."""
        entry, gone = entry_at(contents, self.at), quote_at(contents, self.at)
        return with_entry(
            contents,
            self.at,
            with_quotes(entry, [each for each in entry.quotes if each is not gone]),
        )

    def deed(self, before: Contents) -> str:
        """Which one."""
        return f"{_named(before, self.at)} is none"


class RenameSpeaker(Record):
    """All quotes of one speaker get another name, role and country."""

    speaker: str
    spoken: Spoken

    def apply(self, contents: Contents) -> Contents:
        """All sections with their quotes renamed; the days on which they were said stay."""
        changed = self.spoken.fields
        del changed["said_on"]
        entries = [
            entry.model_copy(
                update={
                    "quotes": tuple(
                        quote.model_copy(update=changed) if quote.speaker == self.speaker else quote
                        for quote in entry.quotes
                    )
                }
            )
            for entry in contents.entries
        ]
        return contents.model_copy(update={"entries": tuple(entries)})

    def deed(self, before: Contents) -> str:
        """From which name to which."""
        return f"{self.speaker} is {_name(self.spoken.speaker) or 'nobody named'} in all quotes"


class ShowQuotes(Record):
    """Which quotes the alert shows; none of the others."""

    spots: tuple[Spot, ...]

    def apply(self, contents: Contents) -> Contents:
        """The quotes marked so; raises Refused for too many."""
        if len(self.spots) > MOST_SHOWN:
            raise Refused(f"An alert shows at most {MOST_SHOWN} quotes; choose fewer.")
        for spot in self.spots:
            quote_at(contents, spot)
        chosen = {(spot.entry, spot.item) for spot in self.spots}
        entries = [
            entry.model_copy(
                update={
                    "quotes": tuple(
                        quote.model_copy(update={"shown": (place, item) in chosen})
                        for item, quote in enumerate(entry.quotes)
                    )
                }
            )
            for place, entry in enumerate(contents.entries)
        ]
        return contents.model_copy(update={"entries": tuple(entries)})

    def deed(self, before: Contents) -> str:
        """How many."""
        return f"{len(self.spots)} {'quote' if len(self.spots) == 1 else 'quotes'} for the alert"


def quotes_of(contents: Contents, speaker: str) -> int:
    """How many quotes of that name there are."""
    return sum(quote.speaker == speaker for entry in contents.entries for quote in entry.quotes)


def words_in(typed: str) -> str:
    """The words of a quote without the marks around them; raises Refused for none."""
    words = typed.strip()
    while len(words) > 1 and words[0] in _MARKS and words[-1] in _MARKS:
        words = words[1:-1].strip()
    if not 1 <= len(words) <= LONGEST_QUOTE:
        raise Refused(f"A quote has 1 to {LONGEST_QUOTE:,} characters; type its words.")
    return words


def kind_of(words: str) -> QuoteKind:
    """A whole sentence, or more than twelve words, stands on its own.

    A comma ends a sentence whose speaker follows: “We sail at dawn,” said Ada Quill.
    """
    long = len(words.split()) >= _CLAUSE_WORDS
    whole = words[:1].isupper() and words.rstrip("”\"’'")[-1:] in (*".!?…", "," if long else ".")
    return QuoteKind.SPEECH if whole or len(words.split()) > _SPEECH_WORDS else QuoteKind.PHRASE


def _named(contents: Contents, at: Spot) -> str:
    return f"{name_of(entry_at(contents, at))}: quote {words_of(quote_at(contents, at))}"


def _name(typed: str) -> str | None:
    name = " ".join(typed.split())
    if len(name) > LONGEST_NAME:
        raise Refused(f"A name or a role has at most {LONGEST_NAME} characters; shorten it.")
    return name or None


def _part_at(text: str, words: str, quote: Quote) -> int | None:
    """Where the words stand in the text such that they share a part with the old quote."""
    first = max((quote.start or 0) - len(words) + 1, 0)
    start = text.find(words, first, (quote.end or 0) + len(words) - 1)
    return start if start >= 0 else None


def _rewritten(
    entry: Entry, quote: Quote, words: str, others: list[Quote]
) -> tuple[Entry, list[Quote]]:
    """The section with the words in its text, and in the sentences of its events.

    Raises Refused if that breaks another quote.
    """
    span = (quote.start or 0, quote.end or 0)
    changed, lost = reworded(entry.model_copy(update={"quotes": tuple(others)}), span, words)
    if lost:
        raise Refused(
            f"The quote {words_of(others[lost[0]])} has some of the same words; change it first."
        )
    return changed, [*changed.quotes]
