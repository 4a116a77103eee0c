"""The edit that makes a draft say again what it, or a revision, once said."""

from bot.domain.issue import Contents
from bot.domain.record import Record
from bot.errors import Refused


class Restore(Record):
    """All of the contents; `told` says of when they are."""

    contents: Contents
    told: str

    def apply(self, contents: Contents) -> Contents:
        """The contents of then; raises Refused if they are there already."""
        if contents == self.contents:
            raise Refused("It is like this already; there is nothing to restore.")
        return self.contents

    def deed(self, before: Contents) -> str:
        """Of when they are."""
        return f"Restored: {self.told}"
