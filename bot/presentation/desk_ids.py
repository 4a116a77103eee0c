"""Custom ids of the desk: its screens, what is done on them, its forms."""

from bot.presentation.custom_id import CustomId, id_kind


@id_kind("desk")
class DeskControl(CustomId):
    """A button or menu of the desk's panel.

    `verb` is a screen or a deed. `at` is the version that was shown, `place` a section counted
    from 0, `nth` a quote or an event in it, or a page of a list.
    """

    verb: str
    issue: int
    at: int
    place: int | None = None
    nth: int | None = None


@id_kind("deskform")
class DeskForm(CustomId):
    """A form of the desk; the fields as in `DeskControl`."""

    verb: str
    issue: int
    at: int
    place: int | None = None
    nth: int | None = None


@id_kind("deskfate")
class DeskFate(CustomId):
    """A button on what becomes of the `nth` quote that a kept text breaks."""

    verb: str
    kept: int
    nth: int | None


@id_kind("deskkept")
class DeskKept(CustomId):
    """A form about something kept: words or a source for a broken quote, or for a new one."""

    verb: str
    kept: int
    nth: int | None


@id_kind("desksend")
class DeskSend(CustomId):
    """A control of a correction before it goes out, the form for its reason, or its Stop.

    `kept` is what is corrected along, or what is stopped.
    """

    verb: str
    issue: int
    at: int
    kept: int | None


@id_kind("deskpaste")
class DeskPaste(CustomId):
    """A window to paste into, or the button that opens it; `kept` is what was pasted before.

    `done` says that it was all.
    """

    kept: int | None
    done: bool = False


@id_kind("deskmsg")
class DeskBring(CustomId):
    """A control that says where a message belongs: `kept` is the message, `issue` a draft or 0."""

    verb: str
    kept: int
    issue: int


@id_kind("deskopen")
class DeskOpen(CustomId):
    """A menu of issues, of which the picked one is opened."""


@id_kind("deskcorr")
class DeskCorrect(CustomId):
    """A button on an editor's card that opens the desk at what it shows: "q345", "i12"."""

    item: str


@id_kind("live")
class LiveControl(CustomId):
    """A button below a live update in the making, which is kept; `verb` says what it does."""

    verb: str
    kept: int


@id_kind("liveform")
class LiveForm(CustomId):
    """The form of a live update; `kept` is the update as it was before."""

    kept: int


@id_kind("deskseen")
class DeskSeen(CustomId):
    """A menu of the channels as which a preview can be seen; `at` as in `DeskControl`."""

    issue: int
    at: int


@id_kind("deskin")
class DeskEnter(CustomId):
    """A button on a message that others see too: it opens the issue privately."""

    issue: int


@id_kind("deskask")
class DeskAsk(CustomId):
    """A button that asks another editor; `kept` is what would go out."""

    kept: int


@id_kind("deskok")
class DeskApproval(CustomId):
    """A button about what waits for a second editor: `approve` it, or take it `back`."""

    verb: str
    request: int


@id_kind("deskset")
class DeskSetting(CustomId):
    """A button or a menu of the settings; `verb` is what it chooses.

    `at` counts the clicks: Discord keeps what was picked in a menu as long as its id stays, also
    what could not be taken.
    """

    verb: str
    at: int


@id_kind("deskzone")
class DeskZone(CustomId):
    """The form that asks for the time zone; `at` as in `DeskSetting`."""

    at: int


@id_kind("deskagain")
class DeskAgain(CustomId):
    """A button that opens a form again, filled with what was typed."""

    kept: int


@id_kind("deskpast")
class DeskPast(CustomId):
    """A button that shows a page of an issue's history, or the menu of what is on it.

    What is picked in the menu is the mark of a saved state, such as "v12".
    """

    issue: int
    page: int


@id_kind("deskthen")
class DeskThen(CustomId):
    """A button on a saved state: `show` shows a page of what it changed, `restore` restores it.

    `at` is the version that was at the desk, `part` the page of the history to go back to, `state`
    the mark.
    """

    verb: str
    issue: int
    at: int
    page: int
    part: int
    state: str
