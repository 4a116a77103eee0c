"""Speakers: from the words that name somebody in a sentence to who that is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.importer.actor import Actor
from bot.importer.actors import Casting
from bot.importer.antecedents import Antecedents
from bot.importer.attribution import author
from bot.importer.draft import Confidence, Mention, least
from bot.importer.gender import pronoun_of
from bot.importer.people import People
from bot.importer.reading import described
from bot.importer.roles import BODIES, GROUPS, OUTLETS, office_word
from bot.importer.scene import Scene, is_text
from bot.importer.words import words

ARTICLES = ("the ", "a ", "an ", "one ", "his ", "her ", "its ", "their ", "another ", "some ")
CLOSE = 4
"""Sentences back in which the person is looked for whom a description means."""
DEFINITE = frozenset(("the", "his", "her", "that", "this"))
QUALIFIERS = frozenset(
    ("former", "deputy", "vice", "acting", "prime", "foreign", "defence", "defense")
)
EPITHETS = words("epithets")
KINDS = {"it": ("body", "role"), "they": ("role body", "person"), "we": ("body", "role")}
"""What a pronoun stands for, the likeliest first; others stand for a person or an office."""
PRONOUN = "speaker worked out from a pronoun"
ROLE = "speaker worked out from a role"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks a quotation; `note` says what had to be worked out."""

    name: str
    role: str | None
    country: str | None
    mention: Mention | None
    trust: Confidence
    note: str | None = None


@dataclass(frozen=True)
class Resolver:
    """Resolves the actors of one entry; `home` is the entry's country if it has just one."""

    casting: Casting
    people: People
    scenes: Sequence[Scene]
    home: str | None

    @cached_property
    def antecedents(self) -> Antecedents:
        """Who came before."""
        return Antecedents(self.casting, self.people, self.scenes)

    def resolve(self, actor: Actor, scene: int, trust: Confidence) -> Speaker | None:
        """Who an actor of a scene is, or None for a pronoun that stands for nobody known."""
        match actor.kind:
            case "pronoun":
                return self._pronoun(actor, scene, trust)
            case "role":
                return self._role(actor, scene, trust)
            case "body":
                return self._body(actor, scene, trust)
            case _:
                return self._person(actor, scene, trust)

    def mention(self, actor: Actor) -> Mention:
        """The words that name an actor."""
        return Mention(self.casting.text[actor.start : actor.end], actor.start, actor.end)

    def _person(self, actor: Actor, scene: int, trust: Confidence) -> Speaker:
        name = actor.name or ""
        role, country = described(actor, self.scenes[scene].tokens, self.casting)
        titled = pronoun_of(self.casting.text[actor.start : actor.end].partition(" ")[0])
        if known := self.people.find(name, actor.start, titled):
            name, role = known.name, role or known.role
            country = country or known.country
        return Speaker(name, role, country or self.home, self.mention(actor), trust)

    def _body(self, actor: Actor, scene: int, trust: Confidence) -> Speaker:
        name = _bare(actor.name or "")
        if " " not in name and not actor.article and self._is_surname(name, actor.start):
            return self._person(actor, scene, trust)
        before = self._body_before(actor, scene, name) if name.islower() else None
        if actor.article in ("his", "her") and (
            owner := next(self.antecedents.before(scene, actor.first, ("person",)), None)
        ):
            return self._office(name, owner[0], owner[1], actor)
        if actor.article in ("its", "their") and is_text(actor):
            found = self.antecedents.of_pronoun("it", actor.first, scene, ("body", "person"))
            if found and (owner := self.resolve(found[0], found[1], "check")):
                return replace(owner, mention=self.mention(actor), trust="check", note=PRONOUN)
        country = actor.country or (before and before.country) or self.home
        said = (before and before.name) or name
        return Speaker(said, None, country, self.mention(actor), trust, ROLE if before else None)

    def _is_surname(self, name: str, at: int) -> bool:
        """True for a country's name that a person of this text has too."""
        known = self.people.find(name, at)
        return known is not None and known.name != name and known.name.endswith(name)

    def _office(self, name: str, owner: Actor, scene: int, actor: Actor) -> Speaker:
        person = self._person(owner, scene, "likely")
        if is_text(actor):
            return replace(person, mention=self.mention(actor), trust="check", note=PRONOUN)
        full = f"{name} of {person.name}"
        return Speaker(full, None, person.country, self.mention(actor), "check", PRONOUN)

    def _body_before(self, actor: Actor, scene: int, name: str) -> Actor | None:
        """The body that "the paper" or "the ministry" means: one named so, or any newspaper."""
        if actor.article not in ("the", "its", "that") or " " in name:
            return None
        for earlier in self.antecedents.earlier(scene, actor.first):
            other = earlier.name or ""
            proper = not other.islower() and not self.casting.countries.covers(
                earlier.start, earlier.end
            )
            office = any(word in BODIES for word in other.lower().split())
            if earlier.kind == "body" and proper and name in OUTLETS and not office:
                return earlier
            if earlier.kind == "body" and name in other.lower().split():
                return earlier
        return None

    def _role(self, actor: Actor, scene: int, trust: Confidence) -> Speaker:
        text = " ".join((actor.name or "").split())
        word = office_word(actor.role or text)
        if actor.article in DEFINITE and word not in GROUPS:
            if unnamed := self._unnamed(actor, scene, word):
                name = _bare(unnamed.name or text)
                country = unnamed.country or self.home
                return Speaker(name, None, country, self.mention(actor), "check", ROLE)
            qualifiers = frozenset[str]() if actor.country else _qualifiers(text)
            known = self.people.with_role(word, actor.start, actor.country, qualifiers)
            if known is None and (found := self._called_so(actor, scene, word)):
                speaker = self._person(found[0], found[1], "check")
                return replace(speaker, mention=self.mention(actor), note=ROLE)
            if known:
                country = known.country or self.home
                mention = self.mention(actor)
                return Speaker(known.name, known.role, country, mention, "check", ROLE)
        return Speaker(_bare(text), None, actor.country or self.home, self.mention(actor), trust)

    def _unnamed(self, actor: Actor, scene: int, word: str) -> Actor | None:
        """Somebody without a name whom a text introduced shortly before: "an official"."""
        for earlier in self.antecedents.earlier(scene, actor.first):
            same = (
                earlier.kind == "role" and office_word(earlier.role or earlier.name or "") == word
            )
            if same and earlier.article in ("a", "an", "one", "another"):
                return earlier
            if earlier.kind == "person" and earlier.role and office_word(earlier.role) == word:
                return None
        return None

    def _called_so(self, actor: Actor, scene: int, word: str) -> tuple[Actor, int] | None:
        """The person named shortly before whom a text calls "the Dutchman" or "the billionaire"."""
        begin = actor.end - len(_bare(self.casting.text[actor.start : actor.end]))
        demonym = self.casting.countries.end_at(begin) == actor.end
        name = (actor.name or "").lower()
        if not (demonym or word in EPITHETS or "-year-old" in name or name.startswith("former ")):
            return None
        for found, number in self.antecedents.before(scene, actor.first, ("person",)):
            if scene - number > CLOSE:
                return None
            if found.owns or not self._is_of(found, number, actor.country if demonym else None):
                continue
            return found, number
        return None

    def _is_of(self, actor: Actor, scene: int, country: str | None) -> bool:
        return country is None or self._person(actor, scene, "likely").country == country

    def _pronoun(self, actor: Actor, scene: int, trust: Confidence) -> Speaker | None:
        pronoun = actor.name or ""
        for kinds in KINDS.get(pronoun, ("person role",)):
            found = self.antecedents.of_pronoun(pronoun, actor.first, scene, kinds.split())
            if found is None:
                continue
            named, number = found
            if speaker := self.resolve(author(self.scenes[number], named), number, "sure"):
                alone = self.antecedents.is_alone(named, number, scene, actor.first)
                trust = least(trust, speaker.trust, "sure" if alone else "likely")
                return replace(speaker, mention=self.mention(actor), trust=trust, note=PRONOUN)
        return None


def _qualifiers(description: str) -> frozenset[str]:
    """What a description says of an office that the office of the person meant must say too."""
    words = description.split()
    names = {word.lower() for word in words[1:] if word[0].isupper()}
    return (QUALIFIERS & {word.lower() for word in words}) | names


def _bare(name: str) -> str:
    lower = name.lower()
    for article in ARTICLES:
        if lower.startswith(article) and not lower.startswith("of ", len(article)):
            return name[len(article) :]
    return name
