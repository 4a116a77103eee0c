"""Actors: the persons, bodies and roles in a sentence that may be speaking."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.importer.actor import Actor, ActorKind
from bot.importer.appositions import Appositions
from bot.importer.countries import Countries
from bot.importer.function_words import PARTICLES, PRONOUNS
from bot.importer.heads import body_head, is_body_word, is_in_name, is_within, role_head
from bot.importer.noun_phrases import (
    LINKS,
    NounPhrase,
    is_determiner,
    is_known,
    is_name_at,
    is_name_word,
    is_small,
    noun_phrase,
)
from bot.importer.roles import GROUPS, PAPERS, SUBJECTS, TITLES
from bot.importer.speaking_phrases import speaking_phrase
from bot.importer.tokens import Token
from bot.importer.verbs import is_saying

INSIDE = re.compile(r"(?<=[\w,;’'] )([A-Z][\w-]*)")
"""A word with a capital that no sentence begins with."""
RANKS = frozenset(("col.", "gen.", "lt.", "maj.", "capt.", "adm.", "sgt.", "cmdr."))
PERSONAL_SUFFIXES = ("ologist", "omist", "trist", "umnist", "alyst", "ivist", "orian", "ientist")


@dataclass(frozen=True)
class Casting:
    """Finds the actors of sentences of one text."""

    text: str
    countries: Countries

    def actors(self, tokens: Sequence[Token]) -> list[Actor]:
        """The actors in order; none overlaps another."""
        found: list[Actor] = []
        at = 0
        while at < len(tokens):
            actor = self._actor(tokens, at)
            if actor:
                found.append(actor)
            at = max(actor.last if actor else 0, at + 1)
        return list(Appositions(self.text, self.countries).joined(tokens, found))

    def _actor(self, tokens: Sequence[Token], at: int) -> Actor | None:
        token = tokens[at]
        if token.kind != "word":
            return None
        if token.lower in PRONOUNS:
            return Actor(at, at + 1, token.start, token.end, "pronoun", token.lower)
        phrase = noun_phrase(tokens, at)
        actor = self._classified(tokens, phrase) if phrase else None
        return actor or self._unknown(tokens, at)

    def _unknown(self, tokens: Sequence[Token], at: int) -> Actor | None:
        """Whom only the verb shows to speak: "the 43-year-old asked", "wrote another"."""
        last = speaking_phrase(tokens, at)
        if not last:
            return None
        phrase = NounPhrase(at, at + (last > at + 1 and is_determiner(tokens[at])), last)
        whole = self._print(tokens, at, last)
        country = self.countries.in_span(tokens[at].start, tokens[last - 1].end)
        actor = self._of(tokens, phrase, "role", whole)
        article = tokens[at].lower if phrase.core > at else ""
        return replace(actor, country=country, article=article)

    def _classified(self, tokens: Sequence[Token], phrase: NounPhrase) -> Actor | None:
        phrase = self._behind_dateline(tokens, phrase)
        words = tokens[phrase.core : phrase.last]
        owners = [i for i in range(1, len(words)) if words[i - 1].is_possessive]
        if owners and is_in_name(words, owners[-1]):
            owners.pop()
        begin = owners[-1] if owners else 0
        owns = words[-1].is_possessive
        actor = self._named(tokens, phrase, phrase.core + begin)
        if actor is None:
            return None
        country = self.countries.in_span(words[0].start, words[-1].end)
        article = tokens[phrase.first].lower if phrase.core > phrase.first else ""
        return replace(actor, owns=owns, country=country, article=article)

    def _behind_dateline(self, tokens: Sequence[Token], phrase: NounPhrase) -> NounPhrase:
        """The phrase without the place in capitals that opens a report: "LONDON Mayor Ann Pike"."""
        last = 0
        while last < phrase.last - 1 and tokens[last].text.isupper() and len(tokens[last].text) > 2:
            last += 1
        if (
            not last
            or phrase.first
            or (tokens[last].text.isupper() and "." not in tokens[last].text)
        ):
            return phrase
        known = self.countries.covers(tokens[0].start, tokens[last - 1].end)
        return NounPhrase(last, last, phrase.last) if known or last > 1 else phrase

    def _named(self, tokens: Sequence[Token], phrase: NounPhrase, core: int) -> Actor | None:
        """A person, body or role from the words after the last genitive, which begin at `core`."""
        words = tokens[core : phrase.last]
        head = role_head(words)
        body = body_head(words)
        last = words[-1].stem.lower()
        unknown = len(words) > 1 and not (is_known(words[-1]) or is_name_word(words[-1]))
        if words[-1].text[0].islower() and (last in GROUPS or unknown):
            return self._of(tokens, phrase, "role", self._print(tokens, phrase.first, phrase.last))
        if body is not None and (head is None or is_within(words, body, head)):
            paper = (
                words[0].lower in PAPERS and phrase.last == 1 and self._only_opens(tokens, words)
            )
            return None if paper else self._body(tokens, phrase, core)
        if head is not None:
            return self._officer(tokens, phrase, core, core + head)
        if any(word.lower in GROUPS for word in words):
            return self._of(tokens, phrase, "role", self._print(tokens, phrase.first, phrase.last))
        return self._bare(tokens, phrase, core)

    def _officer(
        self, tokens: Sequence[Token], phrase: NounPhrase, core: int, head: int
    ) -> Actor | None:
        """A role, with the name that follows it if one does."""
        name = self._name_begin(tokens, head, phrase.last)
        link = next((i for i in range(name, phrase.last) if tokens[i].lower in LINKS), phrase.last)
        if any(map(is_body_word, tokens[name:link])):
            name = phrase.last  # "member of the Harbour Committee"
        if name < phrase.last:
            role = self._role(tokens, core, name)
            return self._of(tokens, phrase, "person", self._print(tokens, name, link), role)
        role = self._print(tokens, core, phrase.last)
        whole = self._print(tokens, phrase.first, phrase.last)
        return self._of(tokens, phrase, "role", whole, role)

    def _role(self, tokens: Sequence[Token], core: int, name: int) -> str | None:
        """The role before a name, without a title or rank such as "Col."."""
        while name > core and tokens[name - 1].lower in TITLES | RANKS:
            name -= 1
        return self._print(tokens, core, name) or None

    def _body(self, tokens: Sequence[Token], phrase: NounPhrase, core: int) -> Actor:
        """A body; one with a common name keeps its owner: "Brazil’s agriculture ministry"."""
        proper = tokens[phrase.last - 1].is_capital or tokens[core].is_capital
        begin = self._proper(tokens, core, phrase.last) if proper else phrase.core
        return self._of(tokens, phrase, "body", self._print(tokens, begin, phrase.last))

    def _proper(self, tokens: Sequence[Token], core: int, last: int) -> int:
        """Where a body's own name begins: behind "tabloid", but not behind "ministry of"."""
        capital = next((i for i in range(core, last) if tokens[i].is_capital), core)
        return capital if any(map(is_body_word, tokens[capital:last])) else core

    def _bare(self, tokens: Sequence[Token], phrase: NounPhrase, core: int) -> Actor | None:
        """Capitalised words alone: a country, a person, or with an article some body."""
        words = tokens[core : phrase.last]
        if not any(map(is_name_word, words)):
            return None
        if self.countries.covers(words[0].start, _bare_end(words[-1])):
            return self._of(tokens, phrase, "body", self._print(tokens, core, phrase.last))
        if self.countries.end_at(words[0].start) == _bare_end(words[-1]):
            return self._people(tokens, phrase)
        article = tokens[phrase.first].lower in ("the", "a", "an")
        kind: ActorKind = "body" if article and len(words) < 3 else "person"
        if article and self._after_country(tokens, core, phrase.last) == core:
            kind = "body"  # "the Kazakh Ann Pike" is a person, "the Harbour Watch" is none
        if kind == "person":
            core = self._after_country(tokens, core, phrase.last)
        words = tokens[core : phrase.last]
        while len(words) > 1 and not is_name_word(words[0]):
            core, words = core + 1, words[1:]
        if kind == "person" and core == 0 and self._only_opens(tokens, words):
            return None
        role = None
        if kind == "person" and len(words) > 2 and words[0].lower.endswith(PERSONAL_SUFFIXES):
            role, core = words[0].text, core + 1
        return self._of(tokens, phrase, kind, self._print(tokens, core, phrase.last), role)

    def _only_opens(self, tokens: Sequence[Token], words: Sequence[Token]) -> bool:
        """True for a single word that has its capital from the sentence it begins."""
        known = words[0].stem in self.capitals or "-" in words[0].text
        if len(words) > 1 or known or words[0].is_possessive:
            return False
        following = [token.lower for token in tokens[1:3]]
        nicknamed = following[:1] == [""]
        described = following[:1] == [","] and following[-1] in ("who", "whose", "whom")
        return not (nicknamed or described or any(map(is_saying, following[:1])))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The words that the text capitalises within a sentence."""
        return frozenset(found[1] for found in INSIDE.finditer(self.text))

    def _people(self, tokens: Sequence[Token], phrase: NounPhrase) -> Actor | None:
        """A demonym alone: "Russians" are a group, "Russian" belongs to a noun that follows."""
        name = self._print(tokens, phrase.first, phrase.last)
        following = tokens[phrase.last] if phrase.last < len(tokens) else None
        alone = following is None or following.kind != "word" or is_small(following.lower)
        one = phrase.core > phrase.first and alone and tokens[phrase.core].is_capital
        return self._of(tokens, phrase, "role", name) if one or name.endswith("s") else None

    def _after_country(self, tokens: Sequence[Token], core: int, last: int) -> int:
        """Past a country or its adjective in front of a name: "Ukrainian Ivan Bondar"."""
        end = self.countries.end_at(tokens[core].start)
        after = next((i for i in range(core, last) if tokens[i].start >= (end or 0)), last)
        return after if end and after < last else core

    def _of(
        self,
        tokens: Sequence[Token],
        phrase: NounPhrase,
        kind: ActorKind,
        name: str,
        role: str | None = None,
    ) -> Actor:
        start, end = tokens[phrase.core].start, _bare_end(tokens[phrase.last - 1])
        if kind == "role" and phrase.first < phrase.core:
            start = tokens[phrase.first].start
        return Actor(phrase.first, phrase.last, start, end, kind, name, role)

    def _print(self, tokens: Sequence[Token], first: int, last: int) -> str:
        """The words as printed, line breaks apart."""
        if first >= last:
            return ""
        return " ".join(self.text[tokens[first].start : _bare_end(tokens[last - 1])].split())

    def _name_begin(self, tokens: Sequence[Token], head: int, last: int) -> int:
        """Where the name begins after the last word of the role; `last` if there is none."""
        at = head + 1
        if at < last and tokens[at].lower in LINKS:
            at = self._after_subject(tokens, at + 1, last)
        while at < last and not is_name_at(tokens, at) and not tokens[at].text[0].isupper():
            at += 1 if tokens[at].lower not in PARTICLES else last
        return min(at, last)

    def _after_subject(self, tokens: Sequence[Token], at: int, last: int) -> int:
        """Past what an office is of or for: "of Foreign Affairs", "to the United Nations"."""
        begin = at
        while at < last:
            country = self.countries.end_at(tokens[at].start)
            if country:
                at = next((i for i in range(at, last) if tokens[i].start >= country), last)
            elif tokens[at].lower in SUBJECTS or not tokens[at].is_capital:
                at += 1
            else:
                break
        named = at - begin - (tokens[begin].lower == "the") > 0 and last - at >= 2
        return at if named else max(at, last - 2) if last - begin > 3 else last


def _bare_end(token: Token) -> int:
    """Where a word ends without its genitive."""
    return token.start + len(token.stem) if token.is_possessive else token.end
