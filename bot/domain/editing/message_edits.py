"""Edits by which a further message is added to a draft: as one document, or at its end."""

from bot.domain.editing.edit import LONGEST_TEXT
from bot.domain.editing.section_edits import MOST_SECTIONS, JoinSection
from bot.domain.editing.spot import Spot
from bot.domain.entry import Entry
from bot.domain.issue import Contents
from bot.domain.record import Record
from bot.errors import Refused

ADDED = "Message added"


class Rewrite(Record):
    """The draft as the importer reads all of its messages together."""

    contents: Contents

    def apply(self, contents: Contents) -> Contents:
        """The sections, notes and source of the whole; raises Refused for what is too much."""
        _check(self.contents)
        said = {name: getattr(self.contents, name) for name in ("entries", "notes", "source")}
        title = contents.title or self.contents.title
        return contents.model_copy(update={**said, "title": title})

    def deed(self, before: Contents) -> str:
        """That there was one more."""
        return ADDED


class Append(Record):
    """The sections of a message behind those of the draft.

    What stands above its first heading goes on with the last section; `source` is its text.
    """

    entries: tuple[Entry, ...]
    source: str

    def apply(self, contents: Contents) -> Contents:
        """The draft with all of it; raises Refused for what is too much."""
        source = f"{contents.source}\n\n{self.source}".strip()
        both = contents.model_copy(
            update={"entries": (*contents.entries, *self.entries), "source": source}
        )
        if contents.entries and self.entries and self.entries[0].heading is None:
            both = JoinSection(at=Spot(entry=len(contents.entries))).apply(both)
        _check(both)
        return both

    def deed(self, before: Contents) -> str:
        """That there was one more."""
        return ADDED


def _check(contents: Contents) -> None:
    if len(contents.entries) > MOST_SECTIONS:
        raise Refused(f"An issue has at most {MOST_SECTIONS} sections; begin a new draft.")
    if any(len(entry.text) > LONGEST_TEXT for entry in contents.entries):
        raise Refused(
            f"A section would have more than {LONGEST_TEXT:,} characters; begin a new draft."
        )
