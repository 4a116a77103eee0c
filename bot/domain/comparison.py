"""The comparison of two saved states of an issue: everything that an editor would see changed."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import Contents
from bot.domain.pairing import Likeness, paired
from bot.domain.quote import Quote
from bot.domain.record import Record
from bot.domain.rewording import Rewording, rewordings

Part = TypeVar("Part", Quote, Event)

QuoteChange = tuple[Quote | None, Quote | None]
EventChange = tuple[Event | None, Event | None]
"""Before and after; None where it is new, or was left out."""

NOTHING = Contents(number=None, date=None, title=None, entries=())
"""What was there before anything was."""


def _unplaced(part: Part) -> Part:
    return part.model_copy(update={"start": None, "end": None})


_SAME_ENTRY: tuple[Likeness[Entry], ...] = (
    lambda entry: (entry.heading, entry.text, entry.live_at),
    lambda entry: (entry.heading, entry.live_at),
    lambda entry: (entry.text, entry.live_at),
    lambda entry: (entry.countries, entry.live_at) if entry.countries else None,
)
_SAME_QUOTE: tuple[Likeness[Quote], ...] = (
    _unplaced,
    lambda quote: (quote.text, quote.speaker),
    lambda quote: quote.text,
    lambda quote: quote.speaker,
)
_SAME_EVENT: tuple[Likeness[Event], ...] = (
    _unplaced,
    lambda event: (event.sentence, event.when),
    lambda event: event.sentence,
    lambda event: event.when,
)


class SectionChange(Record):
    """A section that is in both states, and differs."""

    before: Entry
    after: Entry
    sentences: tuple[Rewording, ...] = ()
    quotes: tuple[QuoteChange, ...] = ()
    events: tuple[EventChange, ...] = ()

    @property
    def respaced(self) -> bool:
        """Whether nothing of its text but spaces and lines differs."""
        return not self.sentences and self.before.text != self.after.text


class Comparison(Record):
    """What differs between two states; `moved` says that sections changed places.

    `document` says that it was made of another text.
    """

    before: Contents
    after: Contents
    added: tuple[Entry, ...] = ()
    removed: tuple[Entry, ...] = ()
    changed: tuple[SectionChange, ...] = ()
    moved: bool = False

    @property
    def document(self) -> bool:
        """Whether it was made of another document."""
        return self.before.source != self.after.source

    @property
    def live_removed(self) -> int:
        """How many live updates are not there any more."""
        return sum(entry.live_at is not None for entry in self.removed)


def compared(before: Contents, after: Contents) -> Comparison:
    """Pairs what stands for each other, by names first, then by words."""
    old, new = before.entries, after.entries
    places = paired(old, new, _SAME_ENTRY)
    both = [(was, now) for was, now in places if was is not None and now is not None]
    changes = [_changed(old[was], new[now]) for was, now in both if _differ(old[was], new[now])]
    return Comparison(
        before=before,
        after=after,
        added=tuple(new[now] for was, now in places if was is None and now is not None),
        removed=tuple(old[was] for was, now in places if now is None and was is not None),
        changed=tuple(changes),
        moved=any(first > second for (first, _), (second, _) in pairwise(both)),
    )


def _differ(old: Entry, new: Entry) -> bool:
    return old.model_copy(update={"id": new.id}) != new


def _changed(old: Entry, new: Entry) -> SectionChange:
    return SectionChange(
        before=old,
        after=new,
        sentences=rewordings(old.text, new.text),
        quotes=tuple(_parts(old.quotes, new.quotes, _SAME_QUOTE)),
        events=tuple(_parts(old.events, new.events, _SAME_EVENT)),
    )


def _parts(
    old: Sequence[Part], new: Sequence[Part], likenesses: Sequence[Likeness[Part]]
) -> list[tuple[Part | None, Part | None]]:
    """Those that differ; where in the text they stand is no difference."""
    pairs = (
        (None if was is None else old[was], None if now is None else new[now])
        for was, now in paired(old, new, likenesses)
    )
    return [
        (before, after)
        for before, after in pairs
        if before is None or after is None or _unplaced(before) != _unplaced(after)
    ]
