"""What the buttons, menus and forms of `/setup` carry; the right is asked at each click."""

from bot.presentation.custom_id import CustomId, id_kind


@id_kind("setup")
class SetupPage(CustomId):
    """A button that shows the page that `verb` names, or opens the form of a briefing."""

    verb: str
    page: int = 0


@id_kind("setuppick")
class SetupPick(CustomId):
    """A menu whose values are briefings; `verb` and `page` say where it stands."""

    verb: str
    page: int = 0


@id_kind("setupto")
class SetupTo(CustomId):
    """A menu of channels on the page of a briefing; `verb` says what they are chosen for."""

    verb: str
    briefing: int


@id_kind("setupform")
class SetupForm(CustomId):
    """The form that makes a briefing."""


@id_kind("setupagain")
class SetupAgain(CustomId):
    """A button that opens the form again with what was typed, which is kept under that key."""

    kept: int


BACK = SetupPage("home")
READ = SetupPage("read")
PUBLISH = SetupPage("publish")
MAKE = SetupPage("make")
