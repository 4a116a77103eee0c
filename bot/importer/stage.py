"""A stage: the words of a sentence with the actors in their places, and who can be a subject."""

from collections.abc import Sequence
from functools import cached_property

from bot.importer.actor import Actor
from bot.importer.function_words import JOINERS, PREPOSITIONS, RELATIVES
from bot.importer.tokens import Token
from bot.importer.verbs import AUXILIARIES, CUES, is_adverb, is_finite, is_saying

REACH = 80
"""Tokens to the left of a verb or quotation among which its subject is looked for."""
CLAUSES = frozenset(("as", "after", "before", "since", "until", "because", "like", "than"))


class Stage:
    """What can be asked of one sentence before its verbs are read."""

    def __init__(self, tokens: Sequence[Token], actors: Sequence[Actor], paragraph: int) -> None:
        self.tokens, self.actors, self.paragraph = tokens, actors, paragraph
        self._words = [token.lower for token in tokens]
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

    def lower(self, at: int) -> str:
        """The token there in lower case; empty outside the sentence and for quotations."""
        return self._words[at] if 0 <= at < len(self._words) else ""

    def starting(self, at: int) -> Actor | None:
        return self._starting.get(at)

    def ending(self, at: int) -> Actor | None:
        return self._ending.get(at)

    def in_clause(self, actor: Actor) -> bool:
        """True for the subject of a clause with "after" or "as"."""
        return not actor.owns and self.lower(actor.first - 1) in CLAUSES

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
        return self._is_described(actor) or self._may_follow(before.lower, actor)

    def _may_follow(self, word: str, actor: Actor) -> bool:
        """True if an actor behind this word can begin a clause."""
        if is_saying(word) and self.lower(actor.first - 2) in ("", ","):
            return True  # the inverted "…,” said X"
        if word in CLAUSES:
            return False
        if word in JOINERS:
            return word not in ("and", "or") or self.acts(actor)
        if word in PREPOSITIONS:
            return False
        if word in RELATIVES:
            return word != "who" and self.acts(actor)
        if is_finite(word) or word.endswith("ing") or word in CUES:
            return self.acts(actor) and word not in ("told", "asked", "by")
        return is_adverb(word) or self.acts(actor)

    def leads_clause(self, actor: Actor) -> bool:
        """True for the subject of a clause with "as" or "after", which may come back as "she"."""
        return self.in_clause(actor) and self.acts(actor)

    def _is_described(self, actor: Actor) -> bool:
        """True behind unknown words that begin the sentence: "Retired bosun Ann Pike"."""
        if actor.first > 3 or actor.kind != "person" or not self.tokens[0].is_capital:
            return False
        words = self._words[: actor.first]
        small = PREPOSITIONS | JOINERS | RELATIVES | AUXILIARIES
        return not any(w in small or is_finite(w) or is_adverb(w) or not w.isalpha() for w in words)

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

    def acts(self, actor: Actor) -> bool:
        """True if a verb follows the actor at once."""
        at = actor.last
        while is_adverb(self.lower(at)):
            at += 1
        return is_finite(self.lower(at))
