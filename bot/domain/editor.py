"""An editor: somebody at the desk of a newsroom, with what they may do in its server."""

from bot.domain.record import Record
from bot.domain.release import Author


class Editor(Record):
    """A member of a server, by Discord's ids, with the roles and rights they have there now."""

    id: int
    name: str
    server: int
    roles: frozenset[int] = frozenset()
    manages_messages: bool = False
    manages_server: bool = False

    @property
    def author(self) -> Author:
        """Who changes something."""
        return Author(name=self.name, id=self.id)

    def may_edit(self, role: int | None) -> bool:
        """Whether they have the role of the editors, or where there is none, Manage Messages."""
        return self.manages_messages if role is None else role in self.roles
