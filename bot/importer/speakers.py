"""Speakers: from the words that name somebody in a sentence to who that is."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.importer.actors import Actor, Casting
from bot.importer.attribution import author
from bot.importer.draft import Confidence, Mention
from bot.importer.noun_phrases import LINKS
from bot.importer.people import People
from bot.importer.reading import described
from bot.importer.roles import GROUPS, OUTLETS
from bot.importer.scene import Scene

ARTICLES = ("the ", "a ", "an ", "one ", "his ", "her ", "its ", "their ", "another ", "some ")
BACK = 12
"""Sentences back in which a pronoun's person is looked for."""
KINDS = {"it": ("body", "role"), "they": ("role body", "person"), "we": ("body", "role")}
"""What a pronoun stands for, the likeliest first; "he", "she" and "I" stand for a person."""
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


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves the actors of one entry; `home` is the entry's country if it has just one."""

    casting: Casting
    people: People
    scenes: Sequence[Scene]
    home: str | None

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
        if known := self.people.find(name, actor.start):
            name, role = known.name, role or known.role
            country = country or known.country
        return Speaker(name, role, country or self.home, self.mention(actor), trust)

    def _body(self, actor: Actor, scene: int, trust: Confidence) -> Speaker:
        name = _bare(actor.name or "")
        if " " not in name and not actor.article and self._is_surname(name, actor.start):
            return self._person(actor, scene, trust)
        before = self._body_before(actor, scene, name) if name.islower() else None
        if actor.article in ("his", "her") and (
            owner := self._before(scene, actor.first, "person")
        ):
            return self._office(name, owner[0], owner[1], actor)
        country = actor.country or (before and before.country) or self.home
        said = (before and before.name) or name
        return Speaker(said, None, country, self.mention(actor), trust, ROLE if before else None)

    def _is_surname(self, name: str, at: int) -> bool:
        """True for a country's name that a person of this text has too."""
        known = self.people.find(name, at)
        return known is not None and known.name != name and known.name.endswith(name)

    def _office(self, name: str, owner: Actor, scene: int, actor: Actor) -> Speaker:
        person = self._person(owner, scene, "likely")
        full = f"{name} of {person.name}"
        return Speaker(full, None, person.country, self.mention(actor), "check", PRONOUN)

    def _body_before(self, actor: Actor, scene: int, name: str) -> Actor | None:
        """The body that "the paper" or "the ministry" means: one named so, or any newspaper."""
        if actor.article not in ("the", "its", "that") or " " in name:
            return None
        for earlier in self._earlier(scene, actor.first):
            other = earlier.name or ""
            proper = not other.islower() and not self.casting.countries.covers(
                earlier.start, earlier.end
            )
            if earlier.kind == "body" and proper and name in OUTLETS:
                return earlier
            if earlier.kind == "body" and name in other.lower().split():
                return earlier
        return None

    def _role(self, actor: Actor, scene: int, trust: Confidence) -> Speaker:
        text = " ".join((actor.name or "").split())
        last = _office_word(actor.role or text)
        definite = actor.article in ("the", "his", "her", "that", "this")
        if definite and last not in GROUPS and (known := self.people.with_role(last, actor.start)):
            return Speaker(
                known.name,
                known.role,
                known.country or self.home,
                self.mention(actor),
                "check",
                ROLE,
            )
        return Speaker(_bare(text), None, actor.country or self.home, self.mention(actor), trust)

    def _pronoun(self, actor: Actor, scene: int, trust: Confidence) -> Speaker | None:
        kinds = KINDS.get(actor.name or "", ("person",))
        for kind in kinds:
            if found := self._before(scene, actor.first, kind):
                speaker = self.resolve(author(self.scenes[found[1]], found[0]), found[1], "likely")
                if speaker:
                    trust = "check" if trust == "check" else "likely"
                    mention = self.mention(actor)
                    return Speaker(
                        speaker.name, speaker.role, speaker.country, mention, trust, PRONOUN
                    )
        return None

    def _before(self, scene: int, first: int, kind: str) -> tuple[Actor, int] | None:
        """The nearest subject of a kind before a token; a sentence's main subject goes first."""
        kinds = kind.split()
        if here := self.scenes[scene].last_subject(kinds, first):
            return here, scene
        for number in range(scene - 1, max(-1, scene - BACK), -1):
            if main := self.scenes[number].first_subject(kinds):
                return main, number
        return None

    def _earlier(self, scene: int, first: int) -> list[Actor]:
        """The actors before a token, nearest first, some sentences back."""
        here = [a for a in self.scenes[scene].actors if a.first < first]
        above = [a for s in self.scenes[max(0, scene - 8) : scene] for a in s.actors]
        return [*reversed(here), *reversed(above)]


def _office_word(role: str) -> str:
    """The word that tells the office: "diplomat" of "chief diplomat of the EU"."""
    words = role.lower().split()
    links = [i for i, word in enumerate(words) if word in LINKS]
    return words[(links[0] if links and links[0] else len(words)) - 1]


def _bare(name: str) -> str:
    lower = name.lower()
    for article in ARTICLES:
        if lower.startswith(article) and not lower.startswith("of ", len(article)):
            return name[len(article) :]
    return name
