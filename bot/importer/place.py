"""A place: one quotation in its sentence, as the rules of attribution see it."""

from typing import NamedTuple

from bot.importer.actor import Actor
from bot.importer.draft import Confidence
from bot.importer.scene import Scene

AFTER = 40
"""Tokens around a quotation among which its speaker is looked for."""


class Spoken(NamedTuple):
    """Who speaks, and how far the construction that says so can be trusted."""

    actor: Actor
    trust: Confidence


class Place(NamedTuple):
    """A quotation in a sentence: its token, its last character, the case of its first."""

    scene: Scene
    at: int
    last: str
    begins_small: bool = False
    closing: str = ""
    """Its last word, in lower case."""

    @property
    def is_open(self) -> bool:
        """True if words that name the speaker may follow: "…,” said X"."""
        return self.last in ",?!…–—-" or self.scene.lower(self.at + 1) == ","

    def after(self) -> int:
        """Index of the first token after the quotation and a comma."""
        return self.at + 1 + (self.scene.lower(self.at + 1) == ",")
