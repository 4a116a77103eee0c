"""Tense: whether the words around a date speak of the future or of the past."""

import re

from bot.importer.reckoning import Tense
from bot.importer.words import word_set

FUTURE = word_set(
    """
    will shall expected scheduled due set planned plans plan slated upcoming tomorrow forthcoming
    soon expects hopes intends intend aims pledged vowed starting beginning until coming
    ’ll 'll would could may might
    """
)
PAST_ONLY = word_set(
    """
    said told met held began took gave won made sent went came spoke wrote ran flew left opened
    was were had did saw brought became fell rose lost built kept led paid set’s according ago
    signed
    """
)
WORD = re.compile(r"[^\W_][\w’'-]*|[.!?;]")
BACK, FORTH = 120, 60
"""Characters before and after a date in which its tense is looked for."""
NOT_PAST = word_set(
    """
    expected scheduled planned slated need seed speed indeed exceed proceed
    """
)


def tense_at(text: str, start: int, end: int) -> Tense:
    """The tense of the date at text[start:end], by the verb nearest to it."""
    before = WORD.findall(text[max(0, start - BACK) : start].lower())
    for word in reversed(before):
        if word in ".!?;":
            break
        if found := _tense(word):
            return found
    for word in WORD.findall(text[end : end + FORTH].lower()):
        if word in ".!?;":
            break
        if found := _tense(word):
            return found
    return "unknown"


def _tense(word: str) -> Tense | None:
    if word in FUTURE:
        return "future"
    if word in PAST_ONLY or (word.endswith("ed") and word not in NOT_PAST):
        return "past"
    return None
