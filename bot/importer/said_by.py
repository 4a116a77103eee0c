"""Said by: rules for speakers whom a noun or a passive names, "X’s warning", "called so by X"."""

from bot.importer.place import AFTER, Place, Spoken
from bot.importer.roles import TEXTS
from bot.importer.words import word_set, words

UTTERANCES = words("utterances")
TALK = word_set("comment comments remark remarks claims accusation criticism speech statement")
ADJECTIVAL = ("ant", "ent", "ous", "ful", "ive", "less", "able", "ible", "ary", "ish", "esque")
"""Endings of quoted words that describe what somebody said: X’s “arrogant” remarks."""


def owner(place: Place) -> Spoken | None:
    """X’s “…” formula — X’s warning that “…”"""
    scene = place.scene
    if not scene.has_owners:
        return None
    actor = scene.ending(place.at)
    if actor and actor.owns and scene.lower(place.at + 1) in UTTERANCES:
        described = place.closing.endswith(ADJECTIVAL) and scene.lower(place.at + 1) in TALK
        told = next(scene.cues_before(place.at), None)
        return None if described and told is not None else Spoken(actor, "likely")
    for at in range(place.at - 1, max(0, place.at - AFTER), -1):
        word = scene.lower(at)
        if scene.is_verb(at, place.at) and scene.lower(at - 1) != "to":
            return None
        owner = scene.ending(at)
        if owner and owner.owns and word in TEXTS | UTTERANCES:
            return Spoken(owner, "likely")
    return None


def uttered_by(place: Place) -> Spoken | None:
    """claims by X that “…” — a remark from X: “…”"""
    scene = place.scene
    at = place.at - 1
    if scene.lower(at) in ("that", ":", ","):
        at -= 1
    actor = scene.ending(at + 1)
    if actor is None or scene.lower(actor.first - 1) not in ("by", "from"):
        return None
    noun = scene.lower(actor.first - 2)
    return Spoken(actor, "likely") if noun in UTTERANCES | TEXTS else None


def by(place: Place) -> Spoken | None:
    """called “…” by X — described by X as “…”"""
    scene = place.scene
    verb = next(scene.cues_before(place.at), None)
    if verb is None:
        return None
    by = verb + 1 if scene.lower(verb + 1) == "by" else place.at + 1
    if scene.lower(by) != "by" or (by > place.at and place.at - verb > 3):
        return None
    actor = scene.starting(by + 1)
    return Spoken(actor, "likely") if actor and not actor.owns else None


def possessor(place: Place) -> Spoken | None:
    """X’s “…”, where no verb says who speaks"""
    actor = place.scene.ending(place.at)
    return Spoken(actor, "check") if actor and actor.owns else None
