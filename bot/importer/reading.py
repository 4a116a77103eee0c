"""A reading: one entry taken apart into paragraphs, quotations and sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.importer.actor import Actor
from bot.importer.actors import Casting
from bot.importer.draft import DraftEntry
from bot.importer.function_words import RELATIVES
from bot.importer.marks import Quoted, quoted
from bot.importer.people import Person
from bot.importer.roles import HEADS
from bot.importer.scene import Scene
from bot.importer.sentences import Sentence, paragraphs, sentences
from bot.importer.tokens import Token

APPOSITION = 14
"""Words of the longest description after a name."""
OFFICES = frozenset(("is", "was", "became", "serves", "served"))
"""Verbs after "who" that lead to an office: "who became energy minister"."""
ASIDE = 8
"""Tokens of the longest bracket that is passed over."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an entry consists of; the scenes and sentences are parallel."""

    entry: DraftEntry
    quotes: Sequence[Quoted]
    sentences: Sequence[Sentence]
    scenes: Sequence[Scene]

    def sightings(self, casting: Casting) -> Iterator[Person]:
        """The persons whom this entry introduces by their full names."""
        for scene in self.scenes:
            for actor in scene.actors:
                known = actor.name and (" " in actor.name or actor.role or scene.speaks(actor))
                if actor.kind == "person" and actor.name and known:
                    role, country = described(actor, scene.tokens, casting)
                    yield Person(actor.name, actor.start, role, country)


def read(text: str, entry: DraftEntry, casting: Casting) -> Reading:
    """Takes an entry of a text apart."""
    spans = paragraphs(text, entry.start, entry.end)
    quotes = quoted(text, spans)
    found = sentences(text, spans, quotes)
    scenes = [_scene(sentence, casting) for sentence in found]
    return Reading(entry, quotes, found, scenes)


def _scene(sentence: Sentence, casting: Casting) -> Scene:
    tokens = _without_asides(sentence.tokens)
    return Scene(tokens, casting.actors(tokens), sentence.paragraph)


def _without_asides(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without short brackets, which part no subject from its verb: "(R-Tex.)"."""
    kept: list[Token] = []
    opened = -1
    for token in tokens:
        kept.append(token)
        if token.text == "(":
            opened = len(kept) - 1
        elif token.kind == "quote" or len(kept) - opened > ASIDE:
            opened = -1
        elif token.text == ")" and opened > 0:
            del kept[opened:]
            opened = -1
    return kept


def described(
    actor: Actor, tokens: Sequence[Token], casting: Casting
) -> tuple[str | None, str | None]:
    """Role and country of a person, from the words before the name or those after a comma."""
    if actor.role:
        return actor.role, actor.country
    words = _apposition(actor, tokens)
    if not words or not any(word.stem.lower() in HEADS for word in words):
        return None, actor.country
    start, end = words[0].start, words[-1].end
    role = " ".join(casting.text[start:end].split())
    return role, actor.country or casting.countries.in_span(start, end)


def _apposition(actor: Actor, tokens: Sequence[Token]) -> list[Token]:
    """The words between the comma after a name and the next mark, without their article."""
    at = actor.last
    if at >= len(tokens) or tokens[at].text != ",":
        return []
    words: list[Token] = []
    for token in tokens[at + 1 : at + 1 + APPOSITION]:
        if token.kind != "word":
            break
        words.append(token)
    if len(words) > 2 and words[0].lower == "who" and words[1].lower in OFFICES:
        words = words[2:]
    if not words or words[0].lower in RELATIVES | {"and", "but", "while", "in", "at", "on", "as"}:
        return []
    return (
        words[1:] if words[0].lower in ("a", "an", "the", "his", "her", "its", "their") else words
    )
