"""Date expressions: where a text speaks of a day, a month, a year or a stretch of time."""

import re
from collections.abc import Collection, Iterator
from itertools import islice, zip_longest
from typing import NamedTuple

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = (
    r"(?i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_FULL_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
_YEAR = r"(?:1[89]|20)\d\d"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TO = r"\s{0,3}(?:-|–|—|to|through|until|till|and)\s{0,3}"
_COUNT = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten)"
_PART = r"(?i:early|mid|late|the beginning of|the start of|the end of|the middle of)"

# Each form is a name, which `reckoning` knows, and a pattern with the groups it needs.
FORMS = {
    "iso": rf"\b(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)",
    "numeric": rf"(?<![\d/.])(?P<a>\d\d?)(?P<sep>[/.])(?P<b>\d\d?)(?P=sep)(?P<y>{_YEAR})(?!\w)",
    "range": (
        rf"\b(?P<m>{_MONTH})\s{{1,3}}(?P<d>{_DAY}){_TO}(?:(?P<m2>{_MONTH})\s{{1,3}})?(?P<d2>{_DAY})"
        rf"(?:,?\s{{1,3}}(?P<y>{_YEAR}))?\b"
    ),
    "range_day_first": (
        rf"\b(?P<d>{_DAY})(?:\s{{1,3}}(?P<m>{_MONTH}))?{_TO}"
        rf"(?P<d2>{_DAY})\s{{1,3}}(?P<m2>{_MONTH})(?!\w)(?:,?\s{{1,3}}(?P<y>{_YEAR}))?"
    ),
    "day": (
        rf"\b(?P<m>{_MONTH})\s{{1,3}}(?:the\s)?(?P<d>{_DAY})(?:,?\s{{1,3}}(?P<y>{_YEAR}))?(?!\w)"
    ),
    "day_first": (
        rf"\b(?:the\s)?(?P<d>{_DAY})\s{{1,3}}(?:of\s)?(?P<m>{_MONTH})(?!\w)"
        rf"(?:,?\s{{1,3}}(?P<y>{_YEAR}))?"
    ),
    "month": rf"\b(?:{_PART}[- ]{{0,2}})?(?P<m>{_MONTH}),?\s{{1,3}}(?:of\s)?(?P<y>{_YEAR})\b",
    "month_alone": (
        rf"\b(?i:(?P<how>in|last|next|this|since|by|until|during|through|for|from|before|after|of"
        rf"|{_PART}))[- ](?:{_PART}[- ])?(?P<m>{_FULL_MONTH})(?!\w|\s\d)"
    ),
    "weekdays": rf"\b(?P<w>{_WEEKDAY}){_TO}(?P<w2>{_WEEKDAY})(?!\w)",
    "weekday": (
        rf"\b(?:(?P<how>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?)\s)?(?P<w>{_WEEKDAY})(?!\w)"
    ),
    # A capital inside a sentence makes it a name, such as that of a newspaper.
    "near": (
        r"(?P<near>(?:\A\W{0,3}|(?<=[.!?] )|(?<=[.!?][”\"] ))"
        r"(?:Yesterday|Today|Tonight|Tomorrow|This (?:morning|afternoon|evening))"
        r"|\b(?:the day before yesterday|yesterday|today|tonight|tomorrow"
        r"|this (?:morning|afternoon|evening)))\b(?![’']s)"
    ),
    "ago": rf"(?i)\b(?P<n>{_COUNT})\s(?P<unit>day|week|month|year)s?\s(?P<how>ago|earlier|later)\b",
    "same_day": (
        r"(?i)\b(?:the (?P<how>same|next|following|previous)|(?:later|earlier) that) day\b"
    ),
    "holiday": (
        r"\b(?P<name>New Year[’']s (?:Eve|Day)|Christmas (?:Eve|Day)|Boxing Day|May Day"
        r"|Thanksgiving)\b"
    ),
    # A bare ordinal is a day only where nothing follows that it could count.
    "ordinal": (
        r"\bon the (?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))\b"
        r"(?=[,.;:)]|\s(?:and|but|at|in|to)\b|$)"
    ),
    "span": r"(?i)\b(?P<how>(?:earlier |later )?this|last|next|past|the previous|the coming)\s"
    r"(?P<unit>weekend|week|month|year)\b(?!-)",
    "weekend": r"(?i)\b(?:over|at|during) the (?P<unit>weekend)\b",
    "years": rf"(?i)\b(?:from|between)\s(?P<y>{_YEAR}){_TO}(?P<y2>{_YEAR})\b",
    "year": (
        rf"\b(?i:in|since|by|until|from|during|before|after|of|{_PART})[- ](?:{_PART}[- ])?"
        rf"(?P<y>{_YEAR})(?![\w%]|-\d|,\d| [A-Z]\w{{0,30}} [A-Z])"
    ),
}
PATTERNS = {name: re.compile(pattern) for name, pattern in FORMS.items()}
HINT = re.compile(
    r"\d|day|week|month|[Yy]ear|morning|tonight|tomorrow|Christmas|Thanksgiving|Boxing|"
    + _FULL_MONTH
)
_MONTHS = tuple(month[:3] for month in MONTHS)
HINTS = {
    "range": _MONTHS,
    "range_day_first": _MONTHS,
    "day": _MONTHS,
    "day_first": _MONTHS,
    "month": _MONTHS,
    "month_alone": _MONTHS,
    "weekday": ("day",),
    "weekdays": ("day",),
    "ago": ("ago", "earlier", "later"),
    "same_day": (" day",),
    "holiday": ("year", "christmas", "boxing", "may day", "thanksgiving"),
    "ordinal": ("on the ",),
    "span": ("week", "month", "year"),
    "weekend": ("weekend",),
    "years": ("from ", "between "),
}
"""What a text must hold, in lower case, for a form to be looked for: most of it holds little."""
MOST = 2_000
"""Expressions of one form that are looked at in one text."""


class Expression(NamedTuple):
    """Words that speak of a date; `form` is a name of FORMS, `parts` its groups that matched."""

    start: int
    end: int
    form: str
    parts: dict[str, str]

    @property
    def is_dated(self) -> bool:
        """True for a day printed in full, with its year."""
        return self.form in ("iso", "numeric") or (
            self.form in ("day", "day_first") and "y" in self.parts
        )


def expressions(text: str, forms: Collection[str] = FORMS) -> list[Expression]:
    """The date expressions of a text in order; where two overlap, the earlier and longer one."""
    if not HINT.search(text):
        return []
    found = sorted(_matches(text, forms), key=lambda e: (e.start, -e.end))
    kept: list[Expression] = []
    for expression in found:
        if not kept or expression.start >= kept[-1].end:
            kept.append(expression)
    return [e for e, following in zip_longest(kept, kept[1:]) if not _named(e, following)]


def _matches(text: str, forms: Collection[str]) -> Iterator[Expression]:
    lower = text.lower()
    for form, pattern in PATTERNS.items():
        if form not in forms or not any(hint in lower for hint in HINTS.get(form, ("",))):
            continue
        for match in islice(pattern.finditer(text), MOST):
            parts = {name: value for name, value in match.groupdict().items() if value}
            yield Expression(match.start(), match.end(), form, parts)


def _named(expression: Expression, following: Expression | None) -> bool:
    """True for the weekday in "Sunday, March 12": the date itself follows."""
    return (
        expression.form == "weekday"
        and following is not None
        and following.form.startswith(("day", "range", "iso", "numeric"))
        and following.start - expression.end <= 3
    )
