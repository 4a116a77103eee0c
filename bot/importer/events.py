"""Events: the sentences of an entry that tell of something on a date."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from bot.importer.countries import Countries
from bot.importer.dates import Expression, expressions
from bot.importer.draft import DraftEvent
from bot.importer.reading import Reading
from bot.importer.reckoning import NoSuchDate, Precision, Reckoned, Standpoint, Tense, reckon
from bot.importer.sentences import Sentence
from bot.importer.tense import tense_at

RANKS: dict[Precision, int] = {"day": 0, "week": 1, "month": 2, "year": 3}
NO_SUCH = "the calendar has no such day: {}"


class _Dated(NamedTuple):
    """A date of a sentence, and where in it."""

    expression: Expression
    reckoned: Reckoned
    tense: Tense
    subordinate: bool


class Chronicle:
    """Reads the events of one entry in order; `notes` gathers the dates that do not exist."""

    def __init__(
        self, text: str, issued: dt.date | None, countries: Countries, day_first: bool
    ) -> None:
        self._text, self._issued, self._countries = text, issued, countries
        self._day_first = day_first
        self._told: dt.date | None = None
        self.notes: list[str] = []

    def events(self, reading: Reading) -> list[DraftEvent]:
        self._told = None
        return [
            event
            for sentence in reading.sentences
            if (event := self._event(sentence, reading)) is not None
        ]

    def _event(self, sentence: Sentence, reading: Reading) -> DraftEvent | None:
        dates = list(self._dates(sentence))
        if not dates:
            return None
        main = min(dates, key=_rank)
        start, end = sentence.start, sentence.end
        if main.reckoned.precision == "day" and "/" not in main.reckoned.value:
            self._told = dt.date.fromisoformat(main.reckoned.value)
        codes = self._countries.codes(start, end) or reading.entry.countries
        note = main.reckoned.note
        return DraftEvent(
            main.reckoned.value,
            self._text[start:end],
            start,
            end,
            codes,
            self._is_expected(main),
            main.reckoned.trust,
            (note,) if note else (),
        )

    def _is_expected(self, date: _Dated) -> bool:
        """True if the text speaks of the future, and the date is not before the issue's."""
        if date.tense != "future" or self._issued is None:
            return False
        last = date.reckoned.value.rpartition("/")[2]
        return last >= self._issued.isoformat()[: len(last)]

    def _dates(self, sentence: Sentence) -> Iterator[_Dated]:
        """The dates of a sentence outside quotations and names that can be worked out."""
        masked = _masked(self._text, sentence)
        for expression in expressions(masked):
            tense = tense_at(masked, expression.start, expression.end)
            standpoint = Standpoint(self._issued, tense, self._told, self._day_first)
            try:
                reckoned = reckon(expression, standpoint)
            except NoSuchDate:
                words = masked[expression.start : expression.end]
                self.notes.append(NO_SUCH.format(words))
                continue
            if reckoned:
                yield _Dated(expression, reckoned, tense, _is_subordinate(masked, expression.start))


def _masked(text: str, sentence: Sentence) -> str:
    """The sentence with its quotations blanked, so that offsets stay."""
    parts: list[str] = []
    at = sentence.start
    for token in sentence.tokens:
        if token.kind == "quote":
            parts += [text[at : token.start], "·" * (token.end - token.start)]
            at = token.end
    return "".join([*parts, text[at : sentence.end]])


def _rank(date: _Dated) -> tuple[int, bool, int]:
    """The finest date first, then one in a main clause, then the earlier one in the sentence."""
    return RANKS[date.reckoned.precision], date.subordinate, date.expression.start


def _is_subordinate(masked: str, at: int) -> bool:
    """True in a relative clause: after "which" or "who", with no comma since."""
    clause = masked[max(0, at - 120) : at].rpartition(",")[2].split()
    return any(word.lower() in ("who", "which", "whose", "whom", "that") for word in clause[:3])
