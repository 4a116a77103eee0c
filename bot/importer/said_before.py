"""Said before: rules for speakers who are named in front of their quotation."""

from bot.importer.actor import Actor
from bot.importer.draft import Confidence
from bot.importer.function_words import PERSONAL
from bot.importer.place import AFTER, Place, Spoken
from bot.importer.scene import Scene, is_text
from bot.importer.verbs import BEING, is_cue, is_past, is_saying
from bot.importer.words import word_set, words

DEEDS = words("deeds")
VIEWS = word_set("words view opinion eyes judgment judgement account telling estimation")
OBJECTS = {"him": "he", "his": "he", "her": "she", "them": "they", "their": "they"}
ACCORDING = VIEWS | {"according"}
NEAR_VERB = 16
"""Words between "X said" and a quotation at most for there to be no doubt."""
NEAR_COLON = 8
"""Tokens before a colon in which a verb of speech counts; else the main subject speaks."""
INSERTED = 14
"""Tokens of the longest insertion "wrote X of Y" before a quotation."""


def according(place: Place) -> Spoken | None:
    """“…,” according to X — According to X, “…” — in the words of X, “…”"""
    scene = place.scene
    if not scene.words & ACCORDING:
        return None
    if scene.lower(0) == "according" and (text := scene.starting(2)) and is_text(text):
        return Spoken(text, "likely")
    after = place.after()
    if scene.lower(after) == "according" and (actor := scene.starting(after + 2)):
        return Spoken(actor, "sure")
    for at in range(place.at - 1, max(-1, place.at - AFTER), -1):
        words = (scene.lower(at - 1), scene.lower(at))
        if words == ("according", "to") or (words[1] == "of" and words[0] in VIEWS):
            actor = scene.starting(at + 1) or _object(scene, at + 1)
            return Spoken(actor, "sure") if actor else None
        if scene.lower(at) in VIEWS and scene.lower(at - 2) == "in":
            actor = _object(scene, at - 1) or scene.ending(at)
            return Spoken(actor, "likely") if actor else None  # in her view, “…”
        if is_saying(scene.lower(at)):
            return None
    return None


def _object(scene: Scene, at: int) -> Actor | None:
    """The person of "according to her" or "in his view", as the pronoun that stands for it."""
    pronoun = OBJECTS.get(scene.lower(at))
    if pronoun is None:
        return None
    token = scene.tokens[at]
    return Actor(at, at + 1, token.start, token.end, "pronoun", pronoun)


def inserted(place: Place) -> Spoken | None:
    """Everyone, it wrote, “…” — As one analyst put it, “…” — Nobody, wrote X of Y, “…”"""
    scene, verb = place.scene, place.at - 2
    for at in range(place.at - 2, max(0, place.at - AFTER), -1):
        if scene.lower(at) in ("put", "puts") and scene.lower(at + 1) == "it":
            actor = scene.ending(at) or scene.subject_of(at)
            return Spoken(actor, "sure" if at + 4 > place.at else "likely") if actor else None
        if scene.tokens[at].kind == "quote":
            break
    if scene.lower(place.at - 1) != ",":
        return None
    actor = scene.ending(verb)
    if actor and scene.lower(actor.first - 1) == ",":
        if is_cue(scene.lower(verb)):
            return Spoken(actor, "sure")
        if is_past(scene.lower(verb)):
            return Spoken(actor, "likely")
    for at in range(verb, max(0, place.at - INSERTED), -1):
        if is_saying(scene.lower(at)) and scene.lower(at - 1) == ",":
            actor = scene.starting(at + 1)
            return Spoken(actor, "likely") if actor and not actor.owns else None
    return None


def colon(place: Place) -> Spoken | None:
    """X: “…” — X had one thing to say to those who asked: “…”"""
    scene = place.scene
    if scene.lower(place.at - 1) != ":":
        return None
    verb = next(scene.cues_before(place.at), None)
    if verb is not None and (place.at - verb <= NEAR_COLON or scene.lower(place.at - 2) == "words"):
        return None
    actor = scene.main_subject(place.at) or scene.ending(place.at - 1)
    return Spoken(actor, "sure" if actor.last >= place.at - 2 else "likely") if actor else None


def leading(place: Place) -> Spoken | None:
    """X said “…” — X, who …, said that … “…”"""
    scene = place.scene
    for verb in scene.cues_before(place.at):
        if scene.is_passive(verb):
            continue
        actor = _reporter(place, verb) or scene.subject_of(verb)
        if actor:
            return Spoken(actor, _trust(place, verb, actor))
    return None


def _trust(place: Place, verb: int, actor: Actor) -> Confidence:
    """Sure if subject, verb of speech and quotation stand close together."""
    distance, says = place.at - verb, is_saying(place.scene.lower(verb))
    if actor.kind == "role" or actor.last > verb:
        return "likely"
    beside = actor.last >= verb - 1 and says and distance <= NEAR_VERB
    close = distance <= 4 and actor.last >= verb - 3 and actor.kind == "person"
    commas = place.scene.lower(actor.last) == place.scene.lower(verb - 1) == ","
    described = commas and says and distance <= NEAR_VERB  # "X, the mayor of Y, said"
    return "sure" if beside or close or described else "likely"


def _reporter(place: Place, verb: int) -> Actor | None:
    """Of "X said that Y had shared “…”" it is X who speaks: what Y does is part of the report.

    So it is of "X said he wished “…”", unless the verb stands right before the quotation.
    """
    scene = place.scene
    inner = scene.subject_of(verb)
    own = inner is not None and inner.name in PERSONAL and place.at - verb > 1
    if scene.lower(verb) not in DEEDS and not own:
        return None
    for cue in scene.cues_before(verb):
        if is_saying(scene.lower(cue)):
            return scene.subject_of(cue) if verb - cue <= 12 else None
    return None


def viewpoint(place: Place) -> Spoken | None:
    """For X, the union “…”: where no verb says who speaks"""
    scene = place.scene
    if scene.lower(0) != "for" or next(scene.cues_before(place.at), None) is not None:
        return None
    actor = scene.starting(1)
    named = actor is not None and actor.kind == "person" and scene.lower(actor.last) == ","
    return Spoken(actor, "check") if actor and named else None


def mood(place: Place) -> Spoken | None:
    """X was blunter: to him the plan was “…”"""
    scene = place.scene
    actor = scene.in_mood
    colon = any(scene.lower(at) == ":" for at in range(place.at))
    return Spoken(actor, "check") if actor and colon and actor.last < place.at else None


def verbal(place: Place) -> Spoken | None:
    """X “welcomes …” — X is “looking into” it: the quotation has the verb itself"""
    actor = place.scene.ending(place.at)
    fits = actor is not None and place.scene.is_subject(actor) and place.begins_small
    if actor and fits:
        return Spoken(actor, "likely")
    actor = place.scene.ending(place.at - 1)
    acts = place.scene.lower(place.at - 1) in BEING and place.begins_small
    return Spoken(actor, "check") if actor and acts and place.scene.is_subject(actor) else None
