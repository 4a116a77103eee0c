"""Quotes: every quotation of an entry, with its speaker and what an editor should look at."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.importer.attribution import Place, Spoken, attribute
from bot.importer.draft import Confidence, DraftQuote, Kind
from bot.importer.function_words import PERSONAL
from bot.importer.kinds import is_clause
from bot.importer.marks import Quoted
from bot.importer.reading import Reading
from bot.importer.scare import is_scare, is_unsaid
from bot.importer.scene import Scene, is_text
from bot.importer.speakers import PRONOUN, Resolver, Speaker

CARRIED = "speaker taken over from the quotation before"
GUESSED = "speaker guessed: no words of speech beside the quotation"
NOBODY = "no speaker found"
NEAR = 3
"""Sentences a speaker is taken over at most within a paragraph."""


@dataclass(frozen=True, slots=True)
class _Last:
    """The speaker of the quotation before, and where that was."""

    speaker: Speaker
    scene: int
    paragraph: int
    runs_on: bool
    is_person: bool


class Quoting:
    """Reads the quotations of one entry in order."""

    def __init__(self, text: str, reading: Reading, resolver: Resolver) -> None:
        self._text, self._reading, self._resolver = text, reading, resolver
        self._last: _Last | None = None

    def quotes(self) -> list[DraftQuote]:
        return [
            self._quote(number, scene, at)
            for number, scene in enumerate(self._reading.scenes)
            for at in scene.quotes
        ]

    def _quote(self, number: int, scene: Scene, at: int) -> DraftQuote:
        quote = self._reading.quotes[scene.tokens[at].quote]
        words = self._text[quote.start : quote.end]
        place = Place(scene, at, self._last_character(quote), words.lstrip()[:1].islower())
        speaker = None if is_scare(place, words) else self._speaker(place, number, quote, words)
        if speaker is None and (is_scare(place, words) or is_unsaid(words)):
            return self._draft(quote, "scare", None)
        if speaker:
            person = self._resolver.people.find(speaker.name, quote.start) is not None
            self._last = _Last(speaker, number, scene.paragraph, quote.runs_on, person)
        return self._draft(quote, "speech" if is_clause(words) else "phrase", speaker)

    def _last_character(self, quote: Quoted) -> str:
        return self._text[quote.start : quote.end].rstrip().rstrip("’'‘\"”)] ")[-1:] or " "

    def _speaker(self, place: Place, number: int, quote: Quoted, words: str) -> Speaker | None:
        if self._last and self._last.runs_on and place.at == 0:
            return replace(self._last.speaker, note=CARRIED)
        spoken = attribute(place)
        if spoken and (speaker := self._same(spoken, place, number)):
            return speaker
        if spoken and (speaker := self._resolver.resolve(spoken.actor, number, spoken.trust)):
            return speaker
        carried = self._carried(place, number)
        if carried or (is_unsaid(words) and not spoken):
            return carried
        return self._guessed(place, number)

    def _same(self, spoken: Spoken, place: Place, number: int) -> Speaker | None:
        """Who spoke in the sentence before, if "he" goes on speaking or "the statement" does."""
        actor, last = spoken.actor, self._last
        if last is None or last.paragraph != place.scene.paragraph:
            return None
        if is_text(actor) and actor.article in ("the", "this", "that"):
            return replace(last.speaker, trust="check", note=CARRIED)
        near = actor.name in PERSONAL and last.scene == number - 1 and last.is_person
        if not near:
            return None
        mention = self._resolver.mention(actor)
        return replace(last.speaker, mention=mention, trust="likely", note=PRONOUN)

    def _carried(self, place: Place, number: int) -> Speaker | None:
        """The speaker of the quotation before, if this one goes on where it ended."""
        last, scene = self._last, place.scene
        if last is None:
            return self._announced(place, number)
        same = last.scene == number
        alone = place.at <= 1 and number - last.scene <= NEAR
        if same or (last.paragraph == scene.paragraph and alone):
            return replace(last.speaker, trust="likely", note=CARRIED)
        return self._announced(place, number) or self._from_above(place, last)

    def _announced(self, place: Place, number: int) -> Speaker | None:
        """The subject of a paragraph that ends in a colon right above."""
        if place.at > 0 or not number:
            return None
        above = self._reading.scenes[number - 1]
        if above.tokens[-1].text != ":" or not (actor := above.main_subject()):
            return None
        return self._resolver.resolve(actor, number - 1, "likely")

    def _from_above(self, place: Place, last: _Last) -> Speaker | None:
        """A paragraph that is a quotation alone, after one whose speaker is known."""
        if place.at == 0 and place.scene.paragraph == last.paragraph + 1:
            return replace(last.speaker, trust="check", note=CARRIED)
        return None

    def _guessed(self, place: Place, number: int) -> Speaker | None:
        """For want of better the subject of the sentence."""
        actor = place.scene.main_subject(place.at)
        if actor is None:
            return None
        speaker = self._resolver.resolve(actor, number, "check")
        return replace(speaker, note=GUESSED) if speaker else None

    def _draft(self, quote: Quoted, kind: Kind, speaker: Speaker | None) -> DraftQuote:
        notes = [note for note in (quote.note, speaker and speaker.note) if note]
        if speaker is None and kind != "scare":
            notes.append(NOBODY)
        confidence: Confidence = speaker.trust if speaker else "check"
        if kind == "scare" and not quote.note:
            confidence = "likely"
        return DraftQuote(
            self._text[quote.start : quote.end],
            quote.start,
            quote.end,
            kind,
            speaker.name if speaker else None,
            speaker.role if speaker else None,
            speaker.country if speaker else None,
            speaker.mention if speaker else None,
            None,
            "check" if quote.note else confidence,
            tuple(notes),
        )


def dated(quotes: Sequence[DraftQuote], days: Sequence[tuple[int, int, str]]) -> list[DraftQuote]:
    """The quotes with the day of the sentence (start, end, day) that reports them."""
    starts = [start for start, _, _ in days]
    return [_on_day(quote, days, bisect_right(starts, quote.start) - 1) for quote in quotes]


def _on_day(quote: DraftQuote, days: Sequence[tuple[int, int, str]], at: int) -> DraftQuote:
    if at < 0 or not quote.speaker or quote.start >= days[at][1]:
        return quote
    return replace(quote, said_on=days[at][2])
