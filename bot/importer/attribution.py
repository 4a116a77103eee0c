"""Attribution: which actor of a sentence speaks the words of a quotation in it."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.importer.actors import Actor
from bot.importer.draft import Confidence
from bot.importer.roles import TEXTS
from bot.importer.scene import Scene, is_text
from bot.importer.verbs import ADVERBS, NOUNS, is_adverb, is_cue, is_saying
from bot.importer.words import words

UTTERANCES = words("utterances")
DEEDS = words("deeds")
AFTER = 40
"""Tokens after a quotation among which its speaker is looked for."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who speaks, and how far the construction that says so can be trusted."""

    actor: Actor
    trust: Confidence


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation in a sentence: its token, its last character, the case of its first."""

    scene: Scene
    at: int
    last: str
    begins_small: bool = False

    @property
    def is_open(self) -> bool:
        """True if words that name the speaker may follow: "…,” said X"."""
        return self.last in ",?!…–—-" or self.scene.lower(self.at + 1) == ","

    def after(self) -> int:
        """Index of the first token after the quotation and a comma."""
        return self.at + 1 + (self.scene.lower(self.at + 1) == ",")


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
    for at in range(actor.last, min(actor.last + 5, len(scene.tokens))):
        named = next((a for a in map(scene.starting, range(at + 1, at + 4)) if a), None)
        if scene.lower(at) in ("by", "from", "of") and named:
            return named
        if at > actor.last + 1 and scene.tokens[at].kind != "word":
            break
    return actor


def _according(place: Place) -> Spoken | None:
    """“…,” according to X — According to X, “…”"""
    scene = place.scene
    after = place.after()
    if scene.lower(after) == "according" and (actor := scene.starting(after + 2)):
        return Spoken(actor, "sure")
    if not scene.words & {"according", "words"}:
        return None
    for at in range(place.at - 1, max(-1, place.at - AFTER), -1):
        words = (scene.lower(at - 1), scene.lower(at))
        if words in (("according", "to"), ("words", "of")):
            actor = scene.starting(at + 1)
            return Spoken(actor, "sure") if actor else None
        if is_saying(scene.lower(at)):
            return None
    return None


def _inverted(place: Place) -> Spoken | None:
    """“…,” said X"""
    if not place.is_open:
        return None
    scene, verb = place.scene, place.after()
    while is_adverb(scene.lower(verb)):
        verb += 1
    if not is_cue(scene.lower(verb)) or scene.lower(verb).endswith("ing"):
        return None
    actor = scene.starting(verb + 1)
    return Spoken(actor, "sure") if actor and not actor.owns else None


def _following(place: Place) -> Spoken | None:
    """“…,” X said — also with words between: “…,” X, who met Y, said"""
    if not place.is_open:
        return None
    scene, begin = place.scene, place.after()
    actor = scene.starting(begin)
    if actor is None or actor.owns:
        return None
    for at in range(actor.last, min(begin + AFTER, len(scene.tokens))):
        if scene.tokens[at].kind in ("quote", "stop"):
            return None
        if is_cue(scene.lower(at)) and scene.lower(at) not in NOUNS | ADVERBS:
            near = at - actor.last <= 2
            return Spoken(actor, "sure" if near else "likely")
        if scene.lower(at) in NOUNS and at == actor.last:
            return Spoken(actor, "likely")
    return None


def _dash(place: Place) -> Spoken | None:
    """“…” — X"""
    scene = place.scene
    if scene.lower(place.at + 1) not in ("—", "–", "―", "-"):
        return None
    actor = scene.starting(place.at + 2)
    fits = actor is not None and actor.kind in ("person", "body")
    return Spoken(actor, "likely") if fits and actor else None


def _inserted(place: Place) -> Spoken | None:
    """Everyone, it wrote, “…” — As one analyst put it, “…”"""
    scene, verb = place.scene, place.at - 2
    if [scene.lower(at) for at in range(place.at - 3, place.at)] == ["put", "it", ","]:
        actor = scene.ending(place.at - 3)
        return Spoken(actor, "sure") if actor else None
    if scene.lower(place.at - 1) != "," or not is_cue(scene.lower(verb)):
        return None
    actor = scene.ending(verb)
    if actor and scene.lower(actor.first - 1) == ",":
        return Spoken(actor, "sure")
    return None


def _owner(place: Place) -> Spoken | None:
    """X’s “…” formula — X’s warning that “…”"""
    scene = place.scene
    if not scene.has_owners:
        return None
    actor = scene.ending(place.at)
    if actor and actor.owns and scene.lower(place.at + 1) in UTTERANCES:
        return Spoken(actor, "likely")
    for at in range(place.at - 1, max(0, place.at - AFTER), -1):
        word = scene.lower(at)
        if scene.is_verb(at, place.at):
            return None
        owner = scene.ending(at)
        if owner and owner.owns and (is_cue(word) or word in TEXTS | UTTERANCES):
            return Spoken(owner, "likely")
    return None


def _verbal(place: Place) -> Spoken | None:
    """X “welcomes …”: the quotation has the verb itself"""
    actor = place.scene.ending(place.at)
    fits = actor is not None and place.scene.is_subject(actor) and place.begins_small
    return Spoken(actor, "likely") if actor and fits else None


def _possessor(place: Place) -> Spoken | None:
    """X’s “…”, where no verb says who speaks"""
    actor = place.scene.ending(place.at)
    return Spoken(actor, "check") if actor and actor.owns else None


def _by(place: Place) -> Spoken | None:
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


def _leading(place: Place) -> Spoken | None:
    """X said “…” — X, who …, said that … “…”"""
    scene = place.scene
    for verb in scene.cues_before(place.at):
        actor = _reporter(place, verb) or scene.subject_of(verb)
        if actor:
            near = place.at - verb <= 4 and actor.last >= verb - 3
            return Spoken(actor, "sure" if near and actor.kind == "person" else "likely")
    return None


def _reporter(place: Place, verb: int) -> Actor | None:
    """Of "X said that Y had shared “…”" it is X who speaks: what Y does is part of the report."""
    scene = place.scene
    if scene.lower(verb) not in DEEDS:
        return None
    for cue in scene.cues_before(verb):
        if is_saying(scene.lower(cue)):
            return scene.subject_of(cue) if verb - cue <= 12 else None
    return None


def _colon(place: Place) -> Spoken | None:
    """X: “…”"""
    scene = place.scene
    if scene.lower(place.at - 1) != ":":
        return None
    actor = scene.main_subject(place.at) or scene.ending(place.at - 1)
    return Spoken(actor, "sure" if actor.last >= place.at - 2 else "likely") if actor else None


def _closing(place: Place) -> Spoken | None:
    """“…” by the minister, the diplomat said."""
    scene = place.scene
    end = len(scene.tokens) - 1
    verb = end - 1 if end >= 0 and scene.tokens[end].kind == "stop" else end
    if verb - place.at < 2 or verb - place.at > AFTER or not is_saying(scene.lower(verb)):
        return None
    actor = scene.ending(verb)
    return Spoken(actor, "likely") if actor and not actor.owns else None


RULES: tuple[Rule, ...] = (
    _according,
    _inverted,
    _following,
    _dash,
    _inserted,
    _owner,
    _by,
    _leading,
    _colon,
    _closing,
    _verbal,
    _possessor,
)
