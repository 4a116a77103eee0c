"""Tense: whether the words around a date speak of the future or of the past."""

import re

FUTURE = frozenset(
    "will shall expected scheduled due set planned plans plan slated upcoming tomorrow forthcoming"
    " soon expects hopes intends intend aims pledged vowed deadline starting beginning until"
    " coming ’ll 'll would".split()
)
PAST_ONLY = frozenset(
    "said told met held began took gave won made sent went came spoke wrote ran flew left opened"
    " was were had did saw brought became fell rose lost built kept led paid set’s according"
    " ago signed".split()
)
WORD = re.compile(r"[^\W_][\w’'-]*|[.!?;]")
BACK, FORTH = 120, 60
"""Characters before and after a date in which its tense is looked for."""
NOT_PAST = frozenset(
    "expected scheduled planned slated need seed speed indeed exceed proceed".split()
)


def tense_at(text: str, start: int, end: int) -> str:
    """ "past", "future" or "unknown" for the date at text[start:end], by the verb nearest to it."""
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


def _tense(word: str) -> str | None:
    if word in FUTURE:
        return "future"
    if word in PAST_ONLY or (word.endswith("ed") and word not in NOT_PAST):
        return "past"
    return None
