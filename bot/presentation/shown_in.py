"""What a message of ours shows, as far as its controls say so."""

import re
from collections.abc import Iterable, Iterator

from bot.domain.reference import Kind, Reference
from bot.presentation.custom_id import (
    CiteItem,
    FromAlert,
    InContextOf,
    Jump,
    Share,
    ShareItem,
    Turn,
)

_OF_ISSUES = (FromAlert, Turn, Jump, Share)
_OF_ITEMS = (ShareItem, InContextOf, CiteItem)


def issues_shown(ids: Iterable[str]) -> list[int]:
    """The issues that controls with these ids are about."""
    found = list[int]()
    for text in ids:
        for kind in _OF_ISSUES:
            if match := re.fullmatch(kind.TEMPLATE, text):
                found.append(kind.parse(match).issue)
        found += [each.id for each in _references(text) if each.kind is Kind.ISSUE]
    return list(dict.fromkeys(found))


def item_shown(ids: Iterable[str]) -> Reference | None:
    """The quote or the event that a card is about; None for a card of something else."""
    kinds = (Kind.QUOTE, Kind.EVENT)
    named = {str(each): each for text in ids for each in _references(text) if each.kind in kinds}
    return next(iter(named.values())) if len(named) == 1 else None


def _references(text: str) -> Iterator[Reference]:
    for kind in _OF_ITEMS:
        match = re.fullmatch(kind.TEMPLATE, text)
        if match and (reference := Reference.parse(kind.parse(match).item)):
            yield reference
