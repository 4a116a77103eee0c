"""People: the full names in a text, so that a surname alone finds its person."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from bot.importer.gender import pronoun_of
from bot.importer.roles import office_word

LONG = 5
"""Letters of the shortest part whose misspelling is forgiven."""
SHORTEST = 3
"""Letters of the shortest part of a name that stands for the whole."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the text introduces them first; role and country once they are known."""

    name: str
    at: int
    role: str | None = None
    country: str | None = None


def folded(name: str) -> str:
    """A name without case, accents and kinds of hyphen and apostrophe."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in letters if c.isalnum() or c == " ")


class People:
    """The persons of one text, found by full name or by any part of it."""

    def __init__(self, sightings: Iterable[Person]) -> None:
        self._persons: dict[str, Person] = {}
        self._by_part: dict[str, list[str]] = {}
        for person in sightings:
            self._add(person)

    def _add(self, person: Person) -> None:
        key = folded(person.name)
        if " " not in key and self._spelled(key) != key:
            return
        known = self._persons.get(key)
        if known is None:
            self._persons[key] = person
            for part in key.split():
                if len(part) >= SHORTEST:
                    self._by_part.setdefault(part, []).append(key)
        else:
            role, country = known.role or person.role, known.country or person.country
            self._persons[key] = Person(known.name, known.at, role, country)

    def find(self, name: str, at: int, pronoun: str | None = None) -> Person | None:
        """The person a name or surname at `at` stands for: the last one introduced before it.

        `pronoun`, "he" or "she", tells two of one surname apart where a title says so.
        """
        key = folded(name)
        parts = key.split()
        if len(parts) > 1 and key in self._persons:
            return self._persons[key]
        candidates = self._by_part.get(self._spelled(parts[-1]), []) if parts else []
        if candidates and parts[-1] not in self._by_part:
            parts = [*parts[:-1], self._spelled(parts[-1])]
        fitting = [k for k in candidates if set(parts) <= set(k.split())]
        if pronoun and len(fitting) > 1:
            told = {k: pronoun_of(self._persons[k].name) for k in fitting}
            fitting = (
                [k for k in fitting if told[k] == pronoun]
                or [k for k in fitting if told[k] is None]
                or fitting
            )
        before = [k for k in fitting if self._persons[k].at <= at]
        full = [k for k in before if " " in k] or [k for k in fitting if " " in k] or before
        chosen = full[-1] if before else (full[0] if full else None)
        return self._persons[chosen] if chosen else None

    def _spelled(self, part: str) -> str:
        """The part as known, should it be misspelled at its end: one letter less or doubled."""
        if part in self._by_part or len(part) < LONG:
            return part
        return next((p for p in (part + part[-1], part[:-1]) if p in self._by_part), part)

    def with_role(
        self,
        word: str,
        before: int,
        country: str | None = None,
        qualifiers: frozenset[str] = frozenset(),
    ) -> Person | None:
        """The person whose role has this word, "the minister": the last one introduced before.

        If a country is given, only who is of it, or of no known one, is meant; words such as
        "deputy" have to be in the role too.
        """
        fitting = [
            p
            for p in self._persons.values()
            if p.role
            and office_word(p.role) == word
            and qualifiers <= set(p.role.lower().split())
            and (country is None or p.country in (None, country))
        ]
        above = [p for p in fitting if p.at < before] or fitting[: len(fitting) == 1]
        return max(above, key=lambda p: p.at, default=None)
