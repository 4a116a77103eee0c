"""How the entries of an issue lie on pages."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.entry import Entry
from bot.presentation import limits
from bot.presentation.line import words
from bot.presentation.pages import split
from bot.presentation.place import Spot
from bot.presentation.room import Room

_TOGETHER = 5  # entries on one page
_HEADING = 120  # what a further heading takes of a page


@dataclass(frozen=True)
class Block:
    """What one page shows of one entry; `part` counts from 1."""

    entry: Entry
    text: str
    part: int = 1
    parts: int = 1


@dataclass(frozen=True)
class Start:
    """The page on which a section begins."""

    entry: Entry
    page: int


@dataclass(frozen=True)
class Layout:
    """Pages of blocks; `starts` are the sections of a whole issue, none for a selection."""

    pages: tuple[tuple[Block, ...], ...]
    starts: tuple[Start, ...] = ()

    def spot(self, page: int) -> Spot:
        """Where a page begins; the nearest page where there is none such."""
        blocks = self.pages[min(max(page, 0), len(self.pages) - 1)]
        return Spot(blocks[0].entry.id, blocks[0].part) if blocks else Spot()

    def page(self, spot: Spot) -> int:
        """The page with that part of that entry, or its last part; the first if it is gone."""
        return max(
            (
                page
                for page, blocks in enumerate(self.pages)
                for block in blocks
                if block.entry.id == spot.entry and block.part <= max(spot.part, 1)
            ),
            default=0,
        )

    def section(self, page: int) -> int:
        """The place in `starts` of the section on a page; -1 on the overview."""
        return bisect_right([start.page for start in self.starts], page) - 1


def whole(entries: Sequence[Entry], *, short: bool) -> Layout:
    """An issue: the overview and the list of sections first, each section on pages of its own."""
    overview = next((entry for entry in entries if _is_overview(entry)), None)
    sections = [entry for entry in entries if entry is not overview]
    room = limits.page(short=short)
    first = limits.overview(short=short) if sections else room
    pages = [(block,) for block in _blocks(overview, room, first)] if overview else []
    pages = pages or [()]
    starts: list[Start] = []
    for entry in sections:
        starts.append(Start(entry, len(pages)))
        pages += [(block,) for block in _blocks(entry, room)]
    return Layout(tuple(pages), tuple(starts))


def selection(entries: Sequence[Entry], *, short: bool) -> Layout:
    """Some entries, several on a page where they fit whole."""
    room = left = limits.page(short=short)
    pages: list[list[Block]] = []
    for entry in entries:
        blocks = _blocks(entry, room)
        joins = len(blocks) == 1 and left.holds(blocks[0].text)
        if pages and joins and len(pages[-1]) < _TOGETHER:
            pages[-1] += blocks
        else:
            pages += [[block] for block in blocks]
            left = room
        left = left.without(blocks[-1].text, _HEADING) if len(blocks) == 1 else Room(0, 0)
    return Layout(tuple(tuple(page) for page in pages) or ((),))


def parts(entry: Entry, *, short: bool) -> list[Block]:
    """The pages of one entry in an issue with sections."""
    first = limits.overview(short=short) if _is_overview(entry) else None
    return _blocks(entry, limits.page(short=short), first)


def _is_overview(entry: Entry) -> bool:
    return entry.heading is None and entry.live_at is None


def _blocks(entry: Entry, room: Room, first: Room | None = None) -> list[Block]:
    parts = split(_body(entry), room, first) or [""]
    return [Block(entry, text, part, len(parts)) for part, text in enumerate(parts, 1)]


def _body(entry: Entry) -> str:
    """The text, below the whole heading if the line for headings cuts it."""
    heading = words(entry.heading or "")
    return entry.text if limits.HEADING.holds(heading) else f"{heading}\n\n{entry.text}"
