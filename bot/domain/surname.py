"""A surname or given name that is spelled like a country or a city ("Michael Jordan")."""

import re
from calendar import day_name, month_name
from dataclasses import dataclass

# How far around a word to look, in characters: names are short.
_REACH = 80
_BEFORE = re.compile(r"(\S+)[ \t]+([^\W\d_][\w.'’-]*)[ \t]+\Z")
_AFTER = re.compile(r"[ \t]+([^\W\d_][\w'’-]*)")
_CAPITALISED = re.compile(r"(?<!\w)[^\W\d_]\w*")
_SENTENCE_ENDS = (".", "!", "?", ":", ";", "“", "”", '"', "(", "—", "–", "|")

# Words with a capital inside a sentence that are no part of a name.
_DAYS = frozenset(day_name)
_MONTHS = frozenset(month_name)
_OFFICES = frozenset(
    word.capitalize()
    for word in (
        *("prime", "foreign", "minister", "president", "king", "queen", "crown", "prince"),
        *("defence", "defense", "interior", "parliament", "government", "national", "central"),
        *("river", "valley", "army", "air", "opera", "club", "summit", "conference"),
    )
)


@dataclass(frozen=True, slots=True)
class PersonalNames:
    """Aliases that are surnames too, and those that are also given names."""

    surnames: frozenset[str]
    given: frozenset[str]

    def is_person(self, text: str, start: int, alias: str) -> bool:
        """Whether the alias at ``start`` is, by its neighbours, part of a person's name."""
        if alias not in self.surnames or _in_headline(text, start):
            return False
        end = start + len(alias)
        return _follows_a_name(text[max(0, start - _REACH) : start]) or (
            alias in self.given and _precedes_a_name(text[end : end + _REACH])
        )


def _follows_a_name(before: str) -> bool:
    found = _BEFORE.search(before)
    if found is None or not found[2][0].isupper() or found[1].endswith(_SENTENCE_ENDS):
        return False
    return found[2] not in _DAYS | _MONTHS and (not found[2].endswith(".") or len(found[2]) == 2)


def _precedes_a_name(after: str) -> bool:
    found = _AFTER.match(after)
    return found is not None and found[1][0].isupper() and found[1] not in _OFFICES


def _in_headline(text: str, start: int) -> bool:
    """Whether most words of the line around are capitalised, so that a capital says nothing."""
    begin, end = max(0, start - _REACH), start + _REACH
    before, after = text[begin:start].rpartition("\n")[2], text[start:end].partition("\n")[0]
    words = _CAPITALISED.findall(before + after)
    return 2 * sum(word[0].isupper() for word in words) > len(words)
