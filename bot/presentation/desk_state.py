"""What the desk keeps between two clicks: a form with what was typed, a text that breaks quotes."""

from pydantic import Field

from bot.domain.editing.text_edit import TextEdit
from bot.domain.record import Record
from bot.presentation.desk_ids import DeskForm


class TypedForm(Record):
    """A form of the desk with what was typed into it."""

    verb: str
    issue: int
    at: int
    place: int | None = None
    nth: int | None = None
    typed: dict[str, str] = Field(default_factory=dict[str, str])

    @classmethod
    def of(cls, key: DeskForm, typed: dict[str, str]) -> "TypedForm":
        """What was sent from a form."""
        named = {name: getattr(key, name) for name in ("verb", "issue", "at", "place", "nth")}
        return cls(**named, typed=typed)

    @property
    def key(self) -> DeskForm:
        """The form."""
        return DeskForm(self.verb, self.issue, self.at, self.place, self.nth)


class Sending(Record):
    """A correction before it goes out: what is corrected along, and the reason as far as typed."""

    ticked: tuple[str, ...] = ()
    reason: str = ""


class OnItsWay(Record):
    """What was sent together, and is stopped together: releases by their ids."""

    releases: tuple[int, ...]


class Piece(Record):
    """A document that is brought to the desk: its text, or where its file lies.

    `origin` is what its history says of it, left out its name.
    """

    name: str
    text: str = ""
    url: str = ""
    origin: str = ""


class BrokenText(Record):
    """A section's new text, and what becomes of the quotes that it breaks as far as decided."""

    form: TypedForm
    edit: TextEdit
