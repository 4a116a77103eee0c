"""Attribution: which actor of a sentence speaks the words of a quotation in it."""

from collections.abc import Callable

from bot.importer import said_after, said_before, said_by
from bot.importer.actor import Actor
from bot.importer.place import Place, Spoken
from bot.importer.roles import PAPERS
from bot.importer.scene import Scene, is_text

PRINTED = frozenset(("editorial", "op-ed", "column", "commentary", "article", "leader"))
"""Texts that stand in a newspaper, whatever its name."""
Rule = Callable[[Place], Spoken | None]


def attribute(place: Place) -> Spoken | None:
    """The speaker by the first rule that fits, the most trustworthy rules first."""
    for rule in RULES:
        if spoken := rule(place):
            return Spoken(author(place.scene, spoken.actor), spoken.trust)
    return None


def author(scene: Scene, actor: Actor) -> Actor:
    """Of a text that speaks, its author if named: "a note by the Ministry"."""
    if not is_text(actor):
        return actor
    if scene.lower(actor.first - 1) == "whose":
        return scene.ending(actor.first - 1) or scene.ending(actor.first - 2) or actor
    for at in range(actor.last, min(actor.last + 5, len(scene.tokens))):
        named = next((a for a in map(scene.starting, range(at + 1, at + 4)) if a), None)
        if scene.lower(at) in ("by", "from", "of") and named:
            return named
        if scene.lower(at) in ("in", "on") and named and named.name:
            paper = any(word in PAPERS for word in named.name.lower().split())
            printed = (actor.name or "").lower().rpartition(" ")[2] in PRINTED
            return named if paper or (printed and named.kind in ("body", "person")) else actor
        if at > actor.last + 1 and scene.tokens[at].kind != "word":
            break
    return actor


RULES: tuple[Rule, ...] = (
    said_before.according,
    said_after.inverted,
    said_after.following,
    said_after.topic,
    said_after.dash,
    said_before.inserted,
    said_by.owner,
    said_by.uttered_by,
    said_by.by,
    said_before.colon,
    said_before.leading,
    said_after.closing,
    said_after.according_below,
    said_before.viewpoint,
    said_before.mood,
    said_before.verbal,
    said_by.possessor,
)
"""The order of the rules; the docstring of each shows what it is for."""
