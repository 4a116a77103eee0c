"""An edit: one change of what an issue says, told by one line in its history."""

from dataclasses import dataclass
from typing import Protocol

from bot.domain.issue import Contents

LONGEST_TEXT = 40_000
"""Characters of one section: as many as ten windows of Discord hold."""


class Edit(Protocol):
    """A change that can be made of any contents that have the part it is about."""

    def apply(self, contents: Contents) -> Contents:
        """The contents afterwards; raises Refused, with one sentence, for what cannot be."""
        ...

    def deed(self, before: Contents) -> str:
        """What it does, for the history: "Russia: text changed"."""
        ...


@dataclass(frozen=True)
class Several:
    """Edits one after the other, told as one."""

    edits: tuple[Edit, ...]
    told: str

    def apply(self, contents: Contents) -> Contents:
        """All of them, or none."""
        for edit in self.edits:
            contents = edit.apply(contents)
        return contents

    def deed(self, before: Contents) -> str:
        """As it is told."""
        return self.told
