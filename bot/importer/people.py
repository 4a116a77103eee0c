"""People: the full names in a text, so that a surname alone finds its person."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

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
        known = self._persons.get(key)
        if known is None:
            self._persons[key] = person
            for part in key.split():
                if len(part) >= SHORTEST:
                    self._by_part.setdefault(part, []).append(key)
        else:
            role, country = known.role or person.role, known.country or person.country
            self._persons[key] = Person(known.name, known.at, role, country)

    def find(self, name: str, at: int) -> Person | None:
        """The person a name or surname at `at` stands for: the last one introduced before it."""
        key = folded(name)
        if key in self._persons:
            return self._persons[key]
        parts = key.split()
        candidates = self._by_part.get(parts[-1], []) if parts else []
        fitting = [k for k in candidates if set(parts) <= set(k.split())]
        before = [k for k in fitting if self._persons[k].at <= at]
        chosen = before[-1] if before else (fitting[0] if fitting else None)
        return self._persons[chosen] if chosen else None

    def with_role(self, word: str, before: int) -> Person | None:
        """The person nearest before a place whose role has this word: "the minister"."""
        fitting = [
            p
            for p in self._persons.values()
            if p.at < before and p.role and word in p.role.lower().replace("-", " ").split()
        ]
        return max(fitting, key=lambda p: p.at, default=None)
