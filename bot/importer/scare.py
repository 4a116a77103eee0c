"""Scare quotes: words in quotation marks that nobody said, such as titles and coined terms."""

import re

from bot.importer.function_words import PREPOSITIONS
from bot.importer.place import Place
from bot.importer.verbs import NAMING, is_adverb, is_cue, is_finite, is_saying
from bot.importer.words import word_set, words

WORD = re.compile(r"[^\W_](?:[\w’'-]*\w)?")
LABELS = words("labels")
ALWAYS = word_set(
    """
    titled entitled headlined nicknamed named coined styled so-called codenamed code-named
    self-styled self-described self-proclaimed so called
    """
) - {"so", "called"}
HABITS = word_set(
    """
    often sometimes commonly widely frequently popularly usually generally also
    """
)
DOERS = word_set("who which that and has have had later also he she it they what then")
PASSIVE = word_set(
    """
    is are was were be been being also often sometimes widely commonly now
    """
)
ARTICLES = word_set("the this that these those its a an any such")
SHORT = 4
"""Words of the longest quotation that is a scare quote merely because nobody says it."""


def is_scare(place: Place, text: str) -> bool:
    """True if the words around a quotation show that it is a name, a title or a coined term."""
    words = WORD.findall(text)
    return (
        _is_labelled(place)
        or _is_nickname(place, words)
        or _is_naming(place)
        or _is_thing(place, words)
        or _is_topic(place, words)
        or _is_headline(place, words)
        or _is_spoken_of(place, words)
        or _is_dubbed(place)
    )


def is_unsaid(text: str) -> bool:
    """True if a quotation without speaker is short enough to be a term."""
    return len(WORD.findall(text)) <= SHORT


def _before(place: Place, steps: int = 1) -> str:
    return place.scene.lower(place.at - steps)


def _is_labelled(place: Place) -> bool:
    """so-called “…”, an editorial titled “…”, the term “…”"""
    word = _before(place)
    steps = 2 if word in (",", ":") else 1
    word = _before(place, steps)
    return word in ALWAYS or (word in LABELS and _before(place, steps + 1) in ARTICLES)


def _is_nickname(place: Place, words: list[str]) -> bool:
    """Ann “Fox” Pike"""
    return len(words) <= 2 and any(
        actor.first < place.at < actor.last for actor in place.scene.actors
    )


def _is_naming(place: Place) -> bool:
    """widely known as “…”, a pact called “…”, often describe it as “…”"""
    scene = place.scene
    for at in range(place.at - 1, max(-1, place.at - 8), -1):
        word = scene.lower(at)
        if word in ("describe", "described", "call", "calls", "refer", "referred", *NAMING):
            if _is_named_by(place, at):
                return False
            return scene.lower(at - 1) in HABITS | PASSIVE or (
                word in NAMING and _is_right_before(place, at) and _is_participle(place, at)
            )
        if scene.tokens[at].kind != "word" or is_saying(word):
            return False
    return False


def _is_named_by(place: Place, verb: int) -> bool:
    """described by X as “…”, called “…” by X: somebody in particular says it"""
    scene = place.scene
    found = [scene.starting(at + 1) for at in (verb + 1, place.at + 1) if scene.lower(at) == "by"]
    return any(actor is not None and actor.kind != "role" for actor in found)


def _is_right_before(place: Place, verb: int) -> bool:
    between = range(verb + 1, place.at)
    return all(place.scene.lower(at) in ("a", "an", "the", "as") for at in between)


def _is_participle(place: Place, at: int) -> bool:
    """True if no actor stands before "called": it names a thing, nobody says it."""
    while is_adverb(place.scene.lower(at - 1)):
        at -= 1
    if place.scene.ending(at) is not None:
        return False
    relatives = [i for i in range(max(0, at - 6), at) if place.scene.lower(i) in ("who", "which")]
    if relatives and place.scene.starting(relatives[-1] + 1) is not None:
        return False  # "which X once called"
    before = place.scene.lower(at - 1)
    return before == "," or (before.isalpha() and not before.endswith("ly") and before not in DOERS)


def _is_thing(place: Place, words: list[str]) -> bool:
    """the “…” never existed: the words name what the sentence is about"""
    following = place.scene.lower(place.at + 1)
    if len(words) == 1 and following in ("who", "which") and not is_saying(_before(place)):
        return True  # lured by “brokers” who lied
    if len(words) > SHORT or _before(place) not in ARTICLES:
        return False
    if _before(place, 2) in ("declaring", "declared", "proclaimed", "proclaiming"):
        return True
    if following in PREPOSITIONS:
        return False
    after = place.scene.lower(place.at + 2)
    if following.endswith("ed") and after in ("by", "in", "at"):
        return False
    return _before(place) == "the" and (
        is_finite(following) or (following in ("never", "no", "not") and is_finite(after))
    )


def _is_topic(place: Place, words: list[str]) -> bool:
    """“…” was the talk of the town"""
    begins = place.at == 0 or (place.at == 1 and _before(place) in ("but", "and", "yet", "•"))
    verb = place.scene.lower(place.at + 1)
    goes_on = place.scene.lower(place.at + 2) in ("what", "how", "exactly", "all")
    return begins and verb in ("was", "is", "became", "trended", "remains") and not goes_on


def _is_headline(place: Place, words: list[str]) -> bool:
    """A Title in Capitals, which no verb reports"""
    long = [word for word in words if len(word) > 3]
    capital = [word for word in words if word[0].isupper() or word[0].isdigit()]
    if len(words) < 2 or words[0] not in capital or not all(w in capital for w in long):
        return False
    if len(capital) < 2 or (place.last == "," and _is_attributed(place)):
        return False
    spoken = is_saying(_before(place)) or is_saying(_before(place, 2))
    introduced = len(words) < 3 and _before(place) in ("", ":", ",", "that")
    return not spoken and not introduced and (place.last not in ".!?" or len(long) > 3)


def _is_dubbed(place: Place) -> bool:
    """dubbed the affair the “War of the Dictionary”"""
    scene = place.scene
    between = [scene.lower(at) for at in range(max(0, place.at - 6), place.at)]
    return any(word in ("dubbed", "nicknamed", "christened", "coined") for word in between)


def _is_attributed(place: Place) -> bool:
    """True if a verb of speech follows a quotation that ends in a comma: “…,” he said"""
    behind = range(place.after(), place.after() + 5)
    return any(is_saying(place.scene.lower(at)) for at in behind)


def _is_spoken_of(place: Place, words: list[str]) -> bool:
    """Economists speak of “zombie ports”: a term that many use"""
    if len(words) <= 2 and _before(place) == "any":
        return True  # denied any “pork-barrelling”
    if len(words) > 3 or _before(place) != "of":
        return False
    if _before(place, 2) == "talk" and is_cue(_before(place, 3)):
        return True  # dismissed talk of a “trade war”
    many = place.scene.ending(place.at - 2)
    return _before(place, 2) in ("speak", "talk") and many is not None and many.kind == "role"
