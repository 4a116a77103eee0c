"""Appositions: two actors of a sentence that are one, such as "the minister, Ann Pike,"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.importer.actor import Actor
from bot.importer.countries import Countries
from bot.importer.heads import is_aside
from bot.importer.roles import OUTLETS
from bot.importer.tokens import Token

NICKNAME = 20
"""Characters of the longest nickname, with its marks and spaces."""


@dataclass(frozen=True, slots=True)
class Appositions:
    """Joins actors of one text."""

    text: str
    countries: Countries

    def joined(self, tokens: Sequence[Token], actors: list[Actor]) -> Iterator[Actor]:
        """Takes "Her counterpart, Vikram Desai," for one actor, "India and Japan" for one body."""
        waiting: Actor | None = None
        for actor in actors:
            if waiting is not None:
                merged = self._merged(tokens, waiting, actor)
                if merged:
                    waiting = merged
                    continue
                yield waiting
            waiting = actor
        if waiting is not None:
            yield waiting

    def _merged(self, tokens: Sequence[Token], left: Actor, right: Actor) -> Actor | None:
        between = [token.lower for token in tokens[left.last : right.first]]
        if left.kind == "role" and right.kind == "person" and is_aside(between):
            between = between[-1:]
        if (
            between == ["and"]
            and left.kind == right.kind == "body"
            and left.country
            and right.country
        ):
            both = " ".join(self.text[left.start : right.end].split())
            single = self.countries.covers(left.start, left.end)
            other = self.countries.covers(right.start, right.end)
            if single and other:
                return replace(left, last=right.last, end=right.end, name=both, country=None)
        if between == [""] and left.kind == right.kind == "person":
            return self._nicknamed(left, right)
        titled = between == [","] and left.kind == right.kind == "body" and right.article == "the"
        if titled and (left.name or "").rpartition(" ")[2] in OUTLETS and not left.owns:
            return replace(right, first=left.first, country=left.country or right.country)
        apposed = between == [","] and left.kind == "role" and not left.owns and left.role
        if apposed and right.kind == "person" and not right.owns:
            stop = right.last
            closed = stop < len(tokens) and tokens[stop].text == ","
            if right.role and not closed:
                return None
            role = right.role or left.role
            country = left.country or right.country
            return replace(right, first=left.first, last=stop + closed, role=role, country=country)
        return None

    def _nicknamed(self, left: Actor, right: Actor) -> Actor | None:
        """A name with a nickname in quotation marks between its parts."""
        if right.start - left.end > NICKNAME or left.owns or right.role:
            return None
        begin = left.end - len(left.name or "")
        return replace(left, last=right.last, end=right.end, name=self.text[begin : right.end])
