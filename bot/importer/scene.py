"""A scene: one sentence, its actors and its verbs, and which actor is the subject of which verb."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from bot.importer.actor import Actor
from bot.importer.function_words import JOINERS, PREPOSITIONS, RELATIVES
from bot.importer.roles import TEXTS
from bot.importer.tokens import Token
from bot.importer.verbs import (
    AUXILIARIES,
    BEING,
    CUES,
    NOUNS,
    is_adverb,
    is_cue,
    is_finite,
    is_saying,
)

REACH = 80
"""Tokens to the left of a verb or quotation among which its subject is looked for."""
MODALS = frozenset(("should", "must", "could", "would", "can", "might"))
ASIDES = frozenset(("when", "if", "once", "whenever", "as"))
"""Before a participle they tell what was done to the subject: "when asked"."""
MOODS = frozenset(("was", "were", "is", "are", "sounded", "seemed", "remained"))
CLAUSES = frozenset(("as", "after", "before", "since", "until", "because", "like", "than"))


def is_text(actor: Actor) -> bool:
    """True for what is written or read out, such as a statement: its author speaks."""
    return actor.kind == "body" and (actor.name or "").lower().rpartition(" ")[2] in TEXTS


class Scene:
    """What the rules of attribution ask about one sentence."""

    def __init__(self, tokens: Sequence[Token], actors: Sequence[Actor], paragraph: int) -> None:
        self.tokens, self.actors, self.paragraph = tokens, actors, paragraph
        self._words = [token.lower for token in tokens]
        self._cues = [at for at, word in enumerate(self._words) if is_cue(word)]
        self._starting = {actor.first: actor for actor in actors}
        self._ending = {actor.last: actor for actor in actors}

    @cached_property
    def quotes(self) -> list[int]:
        """Indexes of the tokens that are quotations."""
        return [i for i, token in enumerate(self.tokens) if token.kind == "quote"]

    @cached_property
    def subjects(self) -> list[Actor]:
        """The actors that can be subjects of clauses."""
        return [actor for actor in self.actors if self.is_subject(actor)]

    @cached_property
    def _subjects_by_kind(self) -> dict[str, list[Actor]]:
        found: dict[str, list[Actor]] = {}
        for actor in self.subjects:
            found.setdefault(actor.kind, []).append(actor)
        return found

    def first_subject(self, kinds: Sequence[str]) -> Actor | None:
        """The sentence's main subject among the actors of these kinds."""
        firsts = [found[0] for kind in kinds if (found := self._subjects_by_kind.get(kind))]
        return min(firsts, key=lambda actor: actor.first, default=None)

    def last_subject(self, kinds: Sequence[str], before: int) -> Actor | None:
        """The subject of these kinds that stands last before a token."""
        for actor in reversed(self.subjects):
            if actor.first < before and actor.kind in kinds:
                return actor
        return None

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the sentence in lower case."""
        return frozenset(self._words)

    @cached_property
    def has_owners(self) -> bool:
        return any(actor.owns for actor in self.actors)

    def lower(self, at: int) -> str:
        """The token there in lower case; empty outside the sentence and for quotations."""
        return self._words[at] if 0 <= at < len(self._words) else ""

    def starting(self, at: int) -> Actor | None:
        return self._starting.get(at)

    def ending(self, at: int) -> Actor | None:
        return self._ending.get(at)

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
                inverted = self.starting(verb + 1) if self.lower(verb - 1) == "," else None
                return inverted or self.subject_of(verb)
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
            if actor is not None and (self.is_subject(actor) or self._in_clause(actor)):
                return self._described_by(actor)
        return None

    def _in_clause(self, actor: Actor) -> bool:
        """True for the subject of a clause with "after" or "as"."""
        return not actor.owns and self.lower(actor.first - 1) in CLAUSES

    def _described_by(self, actor: Actor) -> Actor:
        """The name before a description between commas: "X, the mayor, who …, said"."""
        if self.lower(actor.first - 1) != ",":
            return actor
        named = self.ending(actor.first - 1)
        return named if named is not None and self.is_subject(named) else actor

    def nearest_subject(self, at: int) -> Actor | None:
        """The last actor before a token that can be the subject of a clause."""
        for actor in reversed(self.actors):
            if actor.last <= at and at - actor.last < REACH and self.is_subject(actor):
                return actor
        return None

    def main_subject(self, stop: int | None = None) -> Actor | None:
        """The first actor that can be the subject of the sentence."""
        for actor in self.actors:
            if stop is not None and actor.first >= stop:
                return None
            if self.is_subject(actor):
                return actor
        return None

    def is_subject(self, actor: Actor) -> bool:
        """True if an actor begins a clause and is no object of a verb or preposition."""
        if actor.owns:
            return False
        if actor.first == 0:
            return True
        before = self.tokens[actor.first - 1]
        if before.kind != "word":
            return before.text not in ("(", "/", "&", "-") and not self._is_listed(actor)
        word = before.lower
        if is_saying(word) and self.lower(actor.first - 2) in ("", ","):
            return True  # the inverted "…,” said X"
        if word in CLAUSES:
            return False
        if word in JOINERS:
            return word not in ("and", "or") or self._acts(actor)
        if word in PREPOSITIONS:
            return False
        if word in RELATIVES:
            return word != "who" and self._acts(actor)
        if is_finite(word) or word.endswith("ing") or word in CUES:
            return self._acts(actor) and word not in ("told", "asked", "by")
        return is_adverb(word) or self._acts(actor)

    def leads_clause(self, actor: Actor) -> bool:
        """True for the subject of a clause with "as" or "after", which may come back as "she"."""
        return self._in_clause(actor) and self._acts(actor)

    def speaks(self, actor: Actor) -> bool:
        """True if a verb of speech follows the actor at once."""
        return not actor.owns and is_saying(self.lower(actor.last))

    def _is_listed(self, actor: Actor) -> bool:
        """True for a later member of a list whose head is no subject: "in Oslo, Rome, and Bonn"."""
        if self.lower(actor.first - 1) != "," or self.lower(actor.last) not in (",", "and", "or"):
            return False
        described = self.starting(actor.last + 1)
        if self.lower(actor.last + 1) in RELATIVES or (described and described.kind == "role"):
            return False  # what follows the comma describes the actor
        head = self.ending(actor.first - 1)
        return head is not None and not self.is_subject(head)

    def _acts(self, actor: Actor) -> bool:
        """True if a verb follows the actor at once."""
        at = actor.last
        while is_adverb(self.lower(at)):
            at += 1
        return is_finite(self.lower(at))
