"""Antecedents: whom a pronoun or a description may stand for, by what was said before it."""

from collections.abc import Iterator, Sequence

from bot.importer.actor import Actor
from bot.importer.actors import Casting
from bot.importer.function_words import PERSONAL
from bot.importer.gender import pronoun_of
from bot.importer.people import People
from bot.importer.roles import GROUPS, office_word
from bot.importer.scene import Scene

BACK = 12
"""Sentences back in which a pronoun's person is looked for."""
MOST = 12
"""Actors of one sentence that are thought of."""
Found = tuple[Actor, int]
"""An actor, and the number of its scene."""


def may_be(pronoun: str, words: str | None) -> bool:
    """False if a name or role is known to be of the other gender than "he" or "she"."""
    return pronoun not in PERSONAL or pronoun_of(words or "") in (None, pronoun)


class Antecedents:
    """Looks back through the scenes of one entry."""

    def __init__(self, casting: Casting, people: People, scenes: Sequence[Scene]) -> None:
        self._text, self._people, self._scenes = casting.text, people, scenes
        self._standing: list[Found | None] = []
        """For each scene read so far whose main subject is "he" or "she", who that is."""
        self._ranks: dict[tuple[int, tuple[str, ...]], Sequence[Actor]] = {}

    def of_pronoun(
        self, pronoun: str, first: int, scene: int, kinds: Sequence[str]
    ) -> Found | None:
        """Whom a pronoun at token `first` of a scene stands for, among these kinds of actors."""
        for number in range(len(self._standing), scene + 1):
            self._standing.append(self._main(number))
        return self._likeliest(pronoun, first, scene, kinds)

    def _main(self, scene: int) -> Found | None:
        """Who the main subject of a scene is, if that is "he" or "she"."""
        main = self._scenes[scene].first_subject(("person", "role", "pronoun"))
        if main is None or main.kind != "pronoun" or main.name not in PERSONAL:
            return None
        return self._likeliest(main.name or "", main.first, scene, ("person", "role"))

    def _likeliest(
        self, pronoun: str, first: int, scene: int, kinds: Sequence[str]
    ) -> Found | None:
        before = self.before(scene, first, kinds, pronoun)
        return next((found for found in before if self._may_stand_for(pronoun, found[0])), None)

    def _may_stand_for(self, pronoun: str, actor: Actor) -> bool:
        """False for a group or somebody of the other gender where "he" or "she" is asked for."""
        if pronoun not in PERSONAL:
            return True
        if actor.kind == "role" and office_word(actor.role or actor.name or "") in GROUPS:
            return False
        known = self._people.find(actor.name or "", actor.start) if actor.kind == "person" else None
        words = self._text[actor.start : actor.end]
        return may_be(pronoun, words) and may_be(pronoun, known and known.name)

    def before(
        self, scene: int, first: int, kinds: Sequence[str], pronoun: str = ""
    ) -> Iterator[Found]:
        """The actors of these kinds before a token, the likeliest first.

        In its sentence that is the reporter, then the nearest subject; in those above the reporter,
        the main subject, the other subjects, and at last other persons.
        """
        here = [a for a in self._scenes[scene].subjects if a.first < first and a.kind in kinds]
        reporter = self._scenes[scene].reporter
        if reporter in here:
            yield reporter, scene
        if reporter and reporter.name == pronoun and reporter.first < first:
            yield from filter(None, self._standing[scene : scene + 1])
        nearest = sorted(here, key=lambda a: (a.kind != "person", -a.first))
        yield from ((actor, scene) for actor in nearest)
        clauses = self._scenes[scene]
        led = (a for a in clauses.actors if a.first < first and clauses.leads_clause(a))
        yield from ((actor, scene) for actor in led if actor.kind in kinds)
        for number in range(scene - 1, max(-1, scene - BACK), -1):
            above = self._scenes[number]
            main = above.first_subject((*kinds, "pronoun"))
            if main and main.kind == "pronoun" and main.name == pronoun:
                yield from filter(None, self._standing[number : number + 1])
            yield from ((actor, number) for actor in self._ranked(number, tuple(kinds)))

    def _ranked(self, number: int, kinds: tuple[str, ...]) -> Sequence[Actor]:
        """The likeliest actors of these kinds in a scene; no sentence tells of many persons."""
        if (number, kinds) not in self._ranks:
            scene = self._scenes[number]
            subjects = [scene.reporter, scene.first_subject(kinds), *reversed(scene.subjects)]
            found = [a for a in subjects if a is not None and a.kind in kinds]
            if "person" in kinds:
                found += [a for a in reversed(scene.actors) if a.kind == "person" and not a.owns]
            self._ranks[number, kinds] = found[:MOST]
        return self._ranks[number, kinds]

    def is_alone(self, named: Actor, begin: int, scene: int, first: int) -> bool:
        """True if nobody else is named from the scene of an actor up to a token of another."""
        if named.kind != "person":
            return False
        name = (named.name or "").split()[-1:]
        for number in range(begin, scene + 1):
            for other in self._scenes[number].actors:
                if number == scene and other.first >= first:
                    break
                if other.kind in ("person", "role") and (other.name or "").split()[-1:] != name:
                    return False
        return True

    def earlier(self, scene: int, first: int) -> list[Actor]:
        """The actors before a token, nearest first, some sentences back."""
        here = [a for a in self._scenes[scene].actors if a.first < first]
        above = [a for s in self._scenes[max(0, scene - 8) : scene] for a in s.actors]
        return [*reversed(here), *reversed(above)]
