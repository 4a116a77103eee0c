"""Quotes: every quotation of an entry, with its speaker and what an editor should look at."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from bot.importer.antecedents import may_be
from bot.importer.attribution import attribute
from bot.importer.draft import Confidence, DraftQuote, Kind, least
from bot.importer.function_words import PERSONAL
from bot.importer.kinds import is_clause
from bot.importer.marks import Quoted
from bot.importer.place import Place, Spoken
from bot.importer.reading import Reading
from bot.importer.scare import is_scare, is_unsaid
from bot.importer.scene import Scene, is_text
from bot.importer.speakers import PRONOUN, Resolver, Speaker

CARRIED = "speaker taken over from the quotation before"
BELOW = "speaker taken from the quotation that goes on below"
ABOVE = "speaker taken from the sentence before"
GUESSED = "speaker guessed: no words of speech beside the quotation"
NOBODY = "no speaker found"
NEAR = 3
"""Sentences a speaker is taken over at most within a paragraph."""


class _Passage(NamedTuple):
    """A quotation where it stands; `spoken` is who speaks it by the words of its sentence."""

    quote: Quoted
    words: str
    scene: int
    place: Place
    spoken: Spoken | None
    is_scare: bool


class _Last(NamedTuple):
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
        self._passages = [
            self._passage(number, scene, at)
            for number, scene in enumerate(reading.scenes)
            for at in scene.quotes
        ]
        self._last: _Last | None = None

    def quotes(self) -> list[DraftQuote]:
        return [self._quote(index) for index in range(len(self._passages))]

    def _passage(self, number: int, scene: Scene, at: int) -> _Passage:
        quote = self._reading.quotes[scene.tokens[at].quote]
        words = self._text[quote.start : quote.end]
        begins_small = words.lstrip()[:1].islower()
        closing = words.lower().split()[-1].strip(".,!?’'”\"")
        place = Place(scene, at, _last_character(words), begins_small, closing)
        scare = is_scare(place, words)
        return _Passage(quote, words, number, place, None if scare else attribute(place), scare)

    def _quote(self, index: int) -> DraftQuote:
        passage = self._passages[index]
        quote, words = passage.quote, passage.words
        speaker = None if passage.is_scare else self._speaker(index)
        if speaker is None and (passage.is_scare or is_unsaid(words)):
            return self._draft(quote, "scare", None)
        if speaker:
            person = self._resolver.people.find(speaker.name, quote.start) is not None
            scene = passage.place.scene
            self._last = _Last(speaker, passage.scene, scene.paragraph, quote.runs_on, person)
        return self._draft(quote, "speech" if is_clause(words) else "phrase", speaker)

    def _speaker(self, index: int) -> Speaker | None:
        passage = self._passages[index]
        spoken, place, number = passage.spoken, passage.place, passage.scene
        if spoken and (speaker := self._same(spoken, place, number)):
            return speaker
        if spoken and (speaker := self._resolver.resolve(spoken.actor, number, spoken.trust)):
            return speaker
        if self._last and self._last.runs_on and place.at == 0:
            return replace(self._last.speaker, note=CARRIED)
        if passage.quote.runs_on and (below := self._below(index)):
            return below
        carried = self._carried(place, number)
        if carried or (is_unsaid(passage.words) and not spoken):
            return carried
        return self._guessed(place, number)

    def _below(self, index: int) -> Speaker | None:
        """Who speaks a quotation of several paragraphs, if only a later one says so."""
        passage = self._spoken_below[index]
        if passage is None or passage.spoken is None:
            return None
        speaker = self._resolver.resolve(passage.spoken.actor, passage.scene, "likely")
        return replace(speaker, note=BELOW) if speaker else None

    @cached_property
    def _spoken_below(self) -> list[_Passage | None]:
        """For each quotation that runs on, the next one of the same words that has a speaker."""
        found: list[_Passage | None] = []
        for passage in reversed(self._passages):
            following = found[-1] if found and passage.quote.runs_on else None
            found.append(passage if passage.spoken else following)
        return found[::-1]

    def _same(self, spoken: Spoken, place: Place, number: int) -> Speaker | None:
        """Who spoke in the sentence before, if "he" goes on speaking or "the statement" does."""
        actor, last = spoken.actor, self._last
        if is_text(actor) and actor.article in ("the", "this", "that"):
            if last and last.paragraph == place.scene.paragraph:
                return replace(last.speaker, trust="check", note=CARRIED)
            return self._told(number)
        if last is None:
            return None
        if last.scene != number - 1 or not self._goes_on(actor.name or "", last):
            return None
        mention = self._resolver.mention(actor)
        close = last.paragraph == place.scene.paragraph and spoken.trust == "sure"
        trust = last.speaker.trust if close else least(last.speaker.trust, "likely")
        return replace(last.speaker, mention=mention, trust=trust, note=PRONOUN)

    def _goes_on(self, pronoun: str, last: _Last) -> bool:
        """True if a pronoun may stand for the last speaker."""
        if pronoun in PERSONAL:
            named = f"{last.speaker.role or ''} {last.speaker.name}"
            return last.is_person and may_be(pronoun, named)
        return pronoun == "it" and not last.is_person

    def _carried(self, place: Place, number: int) -> Speaker | None:
        """The speaker of the quotation before, if this one goes on where it ended."""
        last, scene = self._last, place.scene
        alone = place.at <= 1
        if last is not None:
            same = last.scene == number
            near = alone and last.paragraph == scene.paragraph and number - last.scene <= NEAR
            if same or (near and number - last.scene == 1):
                return replace(last.speaker, note=CARRIED)
            if near:
                return self._told(number) or replace(last.speaker, trust="check", note=CARRIED)
        announced = self._announced(place, number) or (self._told(number) if alone else None)
        return announced or (self._from_above(place, last) if last else None)

    def _told(self, number: int) -> Speaker | None:
        """The subject of the verb of speech in the sentence before, in the same paragraph."""
        if not number:
            return None
        above = self._reading.scenes[number - 1]
        if above.paragraph != self._reading.scenes[number].paragraph:
            return None
        actor = above.reporter
        speaker = self._resolver.resolve(actor, number - 1, "likely") if actor else None
        return replace(speaker, note=ABOVE) if speaker else None

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


def _last_character(words: str) -> str:
    return words.rstrip().rstrip("’'‘\"”)] ")[-1:] or " "


def dated(quotes: Sequence[DraftQuote], days: Sequence[tuple[int, int, str]]) -> list[DraftQuote]:
    """The quotes with the day of the sentence (start, end, day) that reports them."""
    starts = [start for start, _, _ in days]
    return [_on_day(quote, days, bisect_right(starts, quote.start) - 1) for quote in quotes]


def _on_day(quote: DraftQuote, days: Sequence[tuple[int, int, str]], at: int) -> DraftQuote:
    if at < 0 or not quote.speaker or quote.start >= days[at][1]:
        return quote
    return replace(quote, said_on=days[at][2])
