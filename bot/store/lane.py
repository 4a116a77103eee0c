"""A lane: the positions that one filter lets through."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.filter import Filter
from bot.domain.reference import Kind
from bot.store.match import match_in_list
from bot.store.number import askable
from bot.store.position import a_year_before, end_of, start_of
from bot.store.track import Shape, Track, track_of


@dataclass(frozen=True)
class Lane:
    """A track, the values that it is asked with, and the edges: from `first` to before `end`."""

    track: Track
    values: Mapping[str, Any]
    first: int
    end: int

    def between(
        self, first: int | None = None, end: int | None = None, *, limit: int
    ) -> dict[str, Any]:
        """What to ask a statement of the track with, for `limit` positions between two more."""
        return {
            **self.values,
            "first": self.first if first is None else max(first, self.first),
            "end": self.end if end is None else min(end, self.end),
            "limit": limit,
        }


def lane_of(wanted: Filter, *, exact: bool) -> Lane | None:
    """The lane of a filter; `exact` says that its speaker is one's whole name.

    By `since`, an event is left out that began more than 366 days before it: without that edge
    a page would walk the index to the beginning of time.
    None if it asks for words and has none, so that nothing can be found.
    """
    match = match_in_list(wanted, exact=exact)
    if match is None:
        return None
    kind = wanted.kind
    lasting = wanted.since is not None and kind is Kind.EVENT
    first, end = start_of("0000", kind), end_of("9999-12-31", kind)
    if wanted.since:
        day = a_year_before(wanted.since) if lasting else wanted.since.isoformat()
        first = start_of(day, kind)
    if wanted.until:
        end = end_of(wanted.until.isoformat(), kind)
    shape = Shape(
        kind=kind,
        country=wanted.country is not None,
        exact=exact,
        searched=bool(match),
        lasting=lasting,
        issue=wanted.issue is not None,
        entries=bool(wanted.entries),
    )
    return Lane(track_of(shape), _values(wanted, match), first, end)


def _values(wanted: Filter, match: str) -> dict[str, Any]:
    """All that any track asks; each takes what it needs."""
    return {
        "briefing": wanted.briefing,
        "country": wanted.country,
        "speaker": wanted.speaker,
        "match": match,
        "since": wanted.since and wanted.since.isoformat(),
        "issue": wanted.issue and askable(wanted.issue),
        "entries": json.dumps(wanted.entries),
    }
