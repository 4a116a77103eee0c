"""Custom ids about the newsroom's briefings: what people with Manage Server are asked."""

from bot.presentation.custom_id import CustomId, id_kind


@id_kind("deskmake")
class DeskMake(CustomId):
    """A button that answers the question who may read a new briefing, kept under that key.

    `verb` is "public", "private" or "leave".
    """

    verb: str
    kept: int


@id_kind("deskturn")
class DeskTurn(CustomId):
    """A button that makes a briefing "public" or "private", or leaves it as it is ("leave")."""

    verb: str
    briefing: int
