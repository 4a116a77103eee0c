"""Custom ids about the reach of a briefing: its pages, its servers, and who is kept out."""

from bot.presentation.custom_id import CustomId, id_kind


@id_kind("reach")
class ReachPage(CustomId):
    """A button that shows a page of the servers that get it, or of those that are kept out.

    `verb` tells apart the buttons of one card; it begins with "b" for what is blocked.
    """

    verb: str
    briefing: int
    page: int = 0


@id_kind("reachpick")
class ReachPick(CustomId):
    """A menu whose values are servers; `verb` and `page` say where it stands."""

    verb: str
    briefing: int
    page: int = 0


@id_kind("reachsrv")
class ReachServer(CustomId):
    """A button about one server: a page of its channels, or a deed."""

    verb: str
    briefing: int
    server: int
    page: int = 0
