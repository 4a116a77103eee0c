"""Tense: whether the words around a date speak of the future or of the past."""

import re

from bot.importer.reckoning import Tense
from bot.importer.words import word_set, words

FUTURE = words("future")
PAST = words("past")
NOT_PAST = words("not_past")
# With "to" after them they speak of what is to come: "agreed to meet".
PROSPECTS = words("prospects")
TO_COME = word_set("until till before effective starting beginning")
GONE_BY = word_set("since after following")
NAMES = ("May", "Will")
WORD = re.compile(r"[^\W_][\w’'-]*|[.!?;·:]")
BACK, FORTH = 120, 60
"""Characters before and after a date in which its tense is looked for."""


def tense_at(text: str, start: int, end: int) -> Tense:
    """The tense of the date at text[start:end], by the verb nearest to it."""
    before = _clause(WORD.findall(text[max(0, start - BACK) : start])[::-1])
    after = _clause(WORD.findall(text[end : end + FORTH]))
    if _is_soon(before):
        return "future"
    if any(word in GONE_BY for word in before[:2]):
        return "past"
    found = _in_front(before) or _behind(after)
    if before and before[0] in TO_COME and not (found == "past" and _has_passed(after)):
        return "future"
    return found or "unknown"


def _clause(words: list[str]) -> list[str]:
    """The words up to the end of the sentence, in lower case; "May" and "Will" are names."""
    kept: list[str] = []
    for word in words:
        if word in ".!?;":
            break
        kept.append(word if word in NAMES else word.lower())
    return kept


def _is_soon(before: list[str]) -> bool:
    """as soon as Friday, as early as Friday, no later than Friday"""
    last = before[:3][::-1]
    return last in (["as", "soon", "as"], ["as", "early", "as"], ["no", "later", "than"])


def _has_passed(after: list[str]) -> bool:
    """Until Thursday, nobody had asked."""
    return any(word in ("had", "was", "were", "did") for word in after[:8])


def _in_front(before: list[str]) -> Tense | None:
    """The tense of the nearest verb before a date; `before` begins with the word next to it."""
    for at, word in enumerate(before):
        earlier = before[at + 1 : at + 4]
        if word == "to" and at and earlier and _is_base(before[at - 1]):
            # An infinitive takes its time from the verb before: "agreed to meet".
            governs = [w for w in earlier if not w.endswith("ly") and w != "not"]
            if governs and governs[0] in PROSPECTS:
                return "future"
            continue
        if word == "set" and (not at or before[at - 1] in ("for", "to")):
            return "future"
        if found := _tense(word, earlier):
            return found
    return None


def _behind(after: list[str]) -> Tense | None:
    for at, word in enumerate(after):
        if found := _tense(word, after[max(0, at - 3) : at][::-1]):
            return found
    return None


def _is_base(word: str) -> bool:
    return not word.endswith(("ed", "ing")) and word not in ("the", "a", "an")


def _tense(word: str, earlier: list[str]) -> Tense | None:
    if word in FUTURE:
        return "future"
    if word in PAST or (word.endswith("ed") and word not in NOT_PAST):
        return "past"
    coming = word.endswith("ing") and any(w in ("is", "are") for w in earlier[:1])
    return "future" if coming and word not in ("saying", "being") else None
