"""A scene: one sentence, its actors and its verbs, and which actor is the subject of which verb."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from bot.importer.actor import Actor
from bot.importer.function_words import PREPOSITIONS, RELATIVES
from bot.importer.roles import TEXTS
from bot.importer.stage import CLAUSES, REACH, Stage
from bot.importer.tokens import Token
from bot.importer.verbs import (
    AUXILIARIES,
    BEING,
    NOUNS,
    is_adverb,
    is_cue,
    is_saying,
)

MODALS = frozenset(("should", "must", "could", "would", "can", "might"))
ASIDES = frozenset(("when", "if", "once", "whenever", "as"))
"""Before a participle they tell what was done to the subject: "when asked"."""
MOODS = frozenset(("was", "were", "is", "are", "sounded", "seemed", "remained"))


def is_text(actor: Actor) -> bool:
    """True for what is written or read out, such as a statement: its author speaks."""
    return actor.kind == "body" and (actor.name or "").lower().rpartition(" ")[2] in TEXTS


class Scene(Stage):
    """What the rules of attribution ask about one sentence."""

    def __init__(self, tokens: Sequence[Token], actors: Sequence[Actor], paragraph: int) -> None:
        super().__init__(tokens, actors, paragraph)
        self._cues = [at for at, word in enumerate(self._words) if is_cue(word)]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the sentence in lower case."""
        return frozenset(self._words)

    @cached_property
    def has_owners(self) -> bool:
        return any(actor.owns for actor in self.actors)

    def cues_before(self, at: int) -> Iterator[int]:
        """Verbs of speech left of a token, nearest first."""
        stop = bisect_left(self._cues, at)
        for index in range(stop - 1, -1, -1):
            verb = self._cues[index]
            if verb <= at - REACH:
                return
            if self.is_verb(verb, at):
                yield verb

    @cached_property
    def reporter(self) -> Actor | None:
        """Who says what the whole sentence reports: the subject of its first verb of speech."""
        for verb in self._cues:
            if is_saying(self.lower(verb)) and self.is_verb(verb, len(self.tokens)):
                behind = self.starting(verb + 1) if self.lower(verb - 1) == "," else None
                inverted = behind is not None and not self.acts(behind)
                return behind if inverted else self.subject_of(verb)
        return self.in_mood

    @cached_property
    def in_mood(self) -> Actor | None:
        """Who is about to speak by how the sentence describes him: "X was less sure"."""
        actor = self.main_subject()
        if actor is None or self.lower(actor.last) not in MOODS:
            return None
        after = [self.lower(actor.last + step) for step in (1, 2)]
        compared = any(w.endswith("er") and w not in ("other", "never", "under") for w in after)
        return actor if compared or {"more", "less"} & set(after) else None

    def is_verb(self, at: int, quote: int) -> bool:
        """True if the word there reports speech and is no noun or adjective."""
        word = self.lower(at)
        if self.tokens[at].kind != "word" or not is_cue(word):
            return False
        before = self.tokens[at - 1] if at else None
        if before is None or before.is_possessive:
            return word.endswith("ing") and before is None
        if before.lower in ASIDES and word.endswith(("ed", "en", "ld")):
            return False
        if word in NOUNS and not self._reports(at, quote):
            return False
        return not self._is_noun_after(before.lower, word) and not self._is_wished(at, word)

    def is_passive(self, at: int) -> bool:
        """True for what is done to the subject: "was told", but not "was quoted as saying"."""
        before = at - 1
        while is_adverb(self.lower(before)):
            before -= 1
        word = self.lower(at)
        if self.lower(before) not in BEING or word.endswith("ing"):
            return False
        return self.lower(at + 1) not in ("as", "by")

    def _is_noun_after(self, before: str, word: str) -> bool:
        if before in ("the", "a", "an", "this", "these", "those", "such", "any", "no", "its", "his",
                      "her", "their", "of", "what’s"):  # fmt: skip
            return True
        if before in ("to", "since"):
            return False
        return before in PREPOSITIONS and not word.endswith("ing")

    def _is_wished(self, at: int, word: str) -> bool:
        """True for what somebody should do rather than does: "should present its view"."""
        before = at - 1
        while is_adverb(self.lower(before)):
            before -= 1
        return self.lower(before) in MODALS and not is_saying(word)

    def _reports(self, at: int, quote: int) -> bool:
        """A word that may be a noun is a verb if its subject or an auxiliary stands before it."""
        subject = self.ending(at) is not None or self.lower(at - 1) in AUXILIARIES | RELATIVES
        joined = self.lower(at - 1) in ("and", "but") or is_adverb(self.lower(at - 1))
        return subject or joined

    def subject_of(self, verb: int) -> Actor | None:
        """Who does what a verb says."""
        if (self.lower(verb - 1), self.lower(verb)) == ("as", "saying"):
            return self._quoted_as(verb)
        if (first := self._joined_to(verb)) is not None:
            return self.subject_of(first)
        at = verb - 1
        while at >= 0 and (self.lower(at) in AUXILIARIES or is_adverb(self.lower(at))):
            at -= 1
        actor = self.ending(at + 1)
        if actor is not None and is_text(actor) and not self.is_subject(actor):
            return self.nearest_subject(actor.first)
        if actor is not None and self._can_act(actor):
            return actor
        if self.lower(at) in ("which", "that"):
            return self.main_subject(at)
        if self.lower(at) in ("who", "whose"):
            return self.ending(at) or self.ending(at - 1) or self.nearest_subject(at)
        if self.lower(verb).endswith("ing"):
            return self._participle(at, verb)
        if self.lower(at) == ",":
            return self._before_comma(at) or self.nearest_subject(at)
        return self.nearest_subject(at + 1)

    def _joined_to(self, verb: int) -> int | None:
        """The verb of speech another one goes on from: "argued that Y wants it, and warned"."""
        if self.lower(verb - 1) not in ("and", "but") or not is_saying(self.lower(verb)):
            return None
        said = (at for at in self.cues_before(verb - 1) if is_saying(self.lower(at)))
        return next((at for at in said if not self.is_passive(at)), None)

    def _can_act(self, actor: Actor) -> bool:
        """False for an owner, and for the last part of a longer phrase: "spokesman of X"."""
        before = self.lower(actor.first - 1)
        if before == "with" and self.lower(actor.last).endswith("ing"):
            return not actor.owns  # "with X adding"
        return not actor.owns and before not in PREPOSITIONS - CLAUSES

    def _quoted_as(self, verb: int) -> Actor | None:
        """Who "was quoted as saying", or whom somebody "quoted as saying"."""
        for at in range(verb - 2, max(-1, verb - REACH), -1):
            if self.lower(at) in ("quoted", "cited", "quotes", "cites"):
                passive = self.lower(at - 1) in AUXILIARIES
                if passive:
                    return self.subject_of(at)
                return self.starting(at + 1) or self.nearest_subject(at)
        return self.nearest_subject(verb)

    def _participle(self, at: int, verb: int) -> Actor | None:
        """Who is "adding": whoever spoke before in the sentence, else its main subject."""
        for cue in self.cues_before(verb):
            if not self.lower(cue).endswith("ing") and (actor := self.subject_of(cue)):
                return actor
        return self.nearest_subject(at) if at > 0 else self.main_subject()

    def _before_comma(self, comma: int) -> Actor | None:
        """The actor before an insertion that ends at `comma`: "X, who met Y in Z, said"."""
        for at in range(comma - 1, max(-1, comma - REACH), -1):
            if self.lower(at) != ",":
                continue
            actor = self.ending(at)
            if actor is not None and (self.is_subject(actor) or self.in_clause(actor)):
                return self._described_by(actor)
        return None

    def _described_by(self, actor: Actor) -> Actor:
        """The name before a description between commas: "X, the mayor, who …, said"."""
        if self.lower(actor.first - 1) != ",":
            return actor
        named = self.ending(actor.first - 1)
        return named if named is not None and self.is_subject(named) else actor
