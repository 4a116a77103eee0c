"""Rebasing: an edit of one state of a draft, made of a later state that has the same part."""

from typing import Any

from bot.domain.editing.edit import Edit
from bot.domain.editing.naming import name_of
from bot.domain.editing.parts import parts
from bot.domain.editing.restore import Restore
from bot.domain.editing.spot import Spot, entry_at
from bot.domain.entry import Entry
from bot.domain.issue import Contents
from bot.errors import Refused


def rebased(edit: Edit, before: Contents, now: Contents) -> Edit | None:
    """The edit for the contents of now; None if what it is about was changed meanwhile.

    What names a section follows it to its new place; what names none fits only where nothing of
    its kind has changed. A restoration changes all there is.
    """
    if before == now:
        return edit
    if isinstance(edit, Restore):
        return None
    spot: Any = getattr(edit, "at", None)
    if not isinstance(spot, Spot):
        return edit if _is_beside(edit, before, now) else None
    if not 0 <= spot.entry < len(before.entries):
        return None
    place = _place(before.entries[spot.entry], now)
    if place is None:
        return None
    record: Any = edit  # all edits with a spot are records
    return record.model_copy(update={"at": spot.model_copy(update={"entry": place})})


def place_now(before: Contents, now: Contents, place: int | None, *, whole: bool) -> int | None:
    """Where the section stands now that stood at a place before, changed or not: by its heading.

    Raises Refused if that cannot be told, or if it was changed and is typed over in parts, not
    `whole`: the part would be another one.
    """
    if place is None or before == now:
        return place
    old = entry_at(before, Spot(entry=place))
    found = [nth for nth, each in enumerate(now.entries) if each.heading == old.heading]
    if place not in found and len(found) != 1:
        raise Refused(f"The section {name_of(old)} is not there any more; look at it as it is now.")
    new = place if place in found else found[0]
    if not whole and len(parts(old.text)) > 1 and now.entries[new].text != old.text:
        raise Refused(
            f"{name_of(old)} was changed and has several parts; open it, and type your change into"
            " the part where it belongs."
        )
    return new


def _place(entry: Entry, now: Contents) -> int | None:
    """Where the same section stands now, with its text, its quotes and its events."""
    found = [place for place, each in enumerate(now.entries) if each == entry]
    return found[0] if len(found) == 1 else None


def _is_beside(edit: Edit, before: Contents, now: Contents) -> bool:
    """Whether the later changes concern nothing that the edit does."""
    try:
        after = edit.apply(before)
    except Refused:
        return False
    touched = {name for name in _PARTS if getattr(after, name) != getattr(before, name)}
    changed = {name for name in _PARTS if getattr(now, name) != getattr(before, name)}
    return not touched & changed


_PARTS = ("number", "date", "title", "entries")
