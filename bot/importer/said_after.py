"""Said after: rules for speakers who are named behind their quotation."""

from bot.importer.actor import Actor
from bot.importer.draft import Confidence
from bot.importer.place import AFTER, Place, Spoken
from bot.importer.scene import Scene
from bot.importer.verbs import ADVERBS, NOUNS, is_adverb, is_cue, is_past, is_saying, is_verbal

DESCRIBED = 8
"""Words of the longest description before a name."""
PHRASAL = frozenset(
    "put puts went goes shot fired hit weighed chimed cut pointed spoke lashed struck".split()
)
"""Verbs of speech together with a small word: "put in", "shot back"."""
SMALL = frozenset(("in", "back", "on", "out", "up"))


def inverted(place: Place) -> Spoken | None:
    """“…,” said X"""
    if not place.is_open:
        return None
    scene, verb = place.scene, place.after()
    while is_adverb(scene.lower(verb)):
        verb += 1
    word = scene.lower(verb)
    phrasal = _is_phrasal(scene, verb)
    slot = place.last == "," and is_past(word)
    if word.endswith("ing") or not (is_cue(word) or phrasal or slot):
        return None
    actor = scene.starting(verb + 1 + phrasal) or _named_behind(scene, verb + 1)
    known = actor is not None and actor.kind != "role"
    trust: Confidence = "sure" if is_cue(word) and known else "likely"
    return Spoken(actor, trust) if actor and not actor.owns else None


def _is_phrasal(scene: Scene, verb: int) -> bool:
    return scene.lower(verb) in PHRASAL and scene.lower(verb + 1) in SMALL


def _named_behind(scene: Scene, at: int) -> Actor | None:
    """The person at the end of an unknown description: "said master of ceremonies Ann Pike"."""
    for index in range(at, min(at + DESCRIBED, len(scene.tokens))):
        if scene.tokens[index].kind != "word" or is_saying(scene.lower(index)):
            return None
        actor = scene.starting(index)
        if actor is not None and actor.kind == "person":
            return actor
    return None


def following(place: Place) -> Spoken | None:
    """“…,” X said — “…,” as X put it — “…,” X, who met Y, said"""
    if not place.is_open:
        return None
    scene, begin = place.scene, place.after()
    begin += scene.lower(begin) == "as"
    actor = scene.starting(begin)
    if actor is None or actor.owns:
        return None
    for at in range(actor.last, min(begin + AFTER, len(scene.tokens))):
        if scene.tokens[at].kind in ("quote", "stop"):
            break
        if scene.lower(at) in ("quoted", "quotes", "cited", "cites"):
            cited = scene.starting(at + 1)
            if cited and (scene.lower(cited.last), scene.lower(cited.last + 1)) == ("as", "saying"):
                return Spoken(cited, "likely")  # “…,” the agency quoted X as saying
        if is_cue(scene.lower(at)) and scene.lower(at) not in NOUNS | ADVERBS:
            near = at - actor.last <= 2
            return Spoken(actor, "sure" if near else "likely")
        if scene.lower(at) in NOUNS and at == actor.last:
            return Spoken(actor, "likely")
    verb = actor.last + is_adverb(scene.lower(actor.last))
    if scene.lower(verb) in ("put", "puts") and scene.lower(verb + 1) == "it":
        return Spoken(actor, "sure")
    slot = place.last == "," and (is_verbal(scene.lower(verb)) or _is_phrasal(scene, verb))
    return Spoken(actor, "likely") if slot else None


def dash(place: Place) -> Spoken | None:
    """“…” — X"""
    scene = place.scene
    if scene.lower(place.at + 1) not in ("—", "–", "―", "-"):
        return None
    actor = scene.starting(place.at + 2)
    fits = actor is not None and actor.kind in ("person", "body")
    return Spoken(actor, "likely") if fits and actor else None


def topic(place: Place) -> Spoken | None:
    """“…” is how X summed it up — “…” – that was how X put it — “…,” were the words of X"""
    scene, at = place.scene, place.after()
    if scene.lower(at) in ("—", "–", "-"):
        at += 1
    if scene.lower(at) in ("that", "this", "so"):
        at += 1
    if scene.lower(at) not in ("is", "was", "were") or scene.lower(at + 1) not in ("how", "what"):
        return None
    actor = scene.starting(at + 2)
    if actor is None or actor.owns:
        return None
    for by in range(actor.last, min(actor.last + 4, len(scene.tokens))):
        if scene.lower(by) == "by":  # "is how it was described by X"
            actor = scene.starting(by + 1) or actor
    return Spoken(actor, "likely")


def according_below(place: Place) -> Spoken | None:
    """“…” about the army, according to X. — “…,” in X’s words"""
    scene = place.scene
    for at in range(place.at + 1, min(place.at + AFTER, len(scene.tokens) - 1)):
        words = (scene.lower(at), scene.lower(at + 1))
        if words == ("according", "to") and scene.lower(at - 1) == ",":
            actor = scene.starting(at + 2)
            return Spoken(actor, "likely") if actor else None
        owner = scene.starting(at + 1)
        if words[0] == "in" and owner and owner.owns and scene.lower(owner.last) == "words":
            return Spoken(owner, "likely")
        if is_saying(words[0]) or scene.tokens[at].kind == "quote":
            return None
    return None


def closing(place: Place) -> Spoken | None:
    """“…” by the minister, the diplomat said."""
    scene = place.scene
    end = len(scene.tokens) - 1
    verb = end - 1 if end >= 0 and scene.tokens[end].kind == "stop" else end
    if verb - place.at < 2 or verb - place.at > AFTER or not is_saying(scene.lower(verb)):
        return None
    actor = scene.ending(verb)
    return Spoken(actor, "likely") if actor and not actor.owns else None
