"""What a button or a menu carries: enough to answer the click after a restart."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import ClassVar, Self, TypeVar, dataclass_transform

_NOTHING = "-"
_NUMBER, _FLAG = "[0-9]{1,12}", "[01]"
_REFERENCE = "[isqe][1-9][0-9]{0,11}"
_PARTS = {
    "verb": "[a-z]{1,8}",
    "issue": _NUMBER,
    "briefing": f"{_NUMBER}|{_NOTHING}",
    "country": f"[A-Z]{{2}}|{_NOTHING}",
    "page": "[0-9]{1,6}",
    "entry": _NUMBER,
    "part": "[0-9]{1,6}",
    "short": _FLAG,
    "asker": "[0-9]{1,20}",
    "server": "[0-9]{1,20}",
    "cursor": rf"[on][0-9]{{4}}(?:-[0-9]{{2}}){{0,2}}\.{_NUMBER}|{_REFERENCE}|{_NOTHING}",
    "item": _REFERENCE,
    "context": _FLAG,
    "delivery": _NUMBER,
    "release": _NUMBER,
    "request": _NUMBER,
    "subscription": _NUMBER,
    "since": "[0-9]{1,11}",
    "kept": f"{_NUMBER}|{_NOTHING}",
    "done": _FLAG,
    "at": "[0-9]{1,9}",
    "place": f"[0-9]{{1,3}}|{_NOTHING}",
    "nth": f"[0-9]{{1,4}}|{_NOTHING}",
    "state": "[a-z~][!-9;-~]*",  # printable ASCII without colons; it stands last
}
_TEXTS = {"verb", "country", "cursor", "item", "state"}


def number(text: str) -> int | None:
    """A number as ids carry it; None for anything else that a menu is said to have given."""
    return int(text) if re.fullmatch(_NUMBER, text) else None


def _written(value: str | int | None) -> str:
    return _NOTHING if value is None else str(int(value) if isinstance(value, bool) else value)


def _read(name: str, text: str) -> str | int | bool | None:
    if text == _NOTHING:
        return None
    if _PARTS[name] == _FLAG:
        return text == "1"
    return text if name in _TEXTS else int(text)


@dataclass(frozen=True)
class CustomId:
    """A kind of click and what it is about; its text holds at most 100 characters.

    `asker` is the Discord id of who may have the card changed in place, 0 for nobody.
    """

    TEMPLATE: ClassVar[str]

    def __str__(self) -> str:
        kind = self.TEMPLATE.partition(":")[0]
        return ":".join([kind, *(_written(getattr(self, field.name)) for field in fields(self))])

    @classmethod
    def parse(cls, match: re.Match[str]) -> Self:
        """What a full match of `TEMPLATE` says."""
        return cls(**{name: _read(name, text) for name, text in match.groupdict().items()})


Kind = TypeVar("Kind", bound=CustomId)


@dataclass_transform(frozen_default=True)
def id_kind(name: str) -> Callable[[type[Kind]], type[Kind]]:
    """Makes a frozen dataclass of a class, and its template of its fields."""

    def make(cls: type[Kind]) -> type[Kind]:
        made = dataclass(frozen=True)(cls)
        parts = (f"(?P<{field.name}>{_PARTS[field.name]})" for field in fields(made))
        made.TEMPLATE = ":".join([name, *parts])
        return made

    return make


@id_kind("turn")
class Turn(CustomId):
    """A button that shows the page at a spot; `verb` tells apart the buttons of one card."""

    verb: str
    issue: int
    country: str | None
    entry: int
    part: int
    short: bool
    asker: int


@id_kind("jump")
class Jump(CustomId):
    """A menu whose values are entries; `entry` and `part` are the present spot.

    Discord keeps what was picked in a menu as long as its id stays, so the id tells pages apart.
    """

    issue: int
    country: str | None
    entry: int
    part: int
    short: bool
    asker: int


@id_kind("switch")
class Switch(CustomId):
    """A menu whose values are briefings; `briefing` is the present one, as in `Jump`."""

    briefing: int
    country: str | None
    short: bool
    asker: int


@id_kind("ask")
class Ask(CustomId):
    """A button that asks for the newest section on a country."""

    country: str
    briefing: int | None
    short: bool
    asker: int


@id_kind("open")
class Open(CustomId):
    """A button that opens the newest issue of a briefing."""

    briefing: int
    short: bool
    asker: int


@id_kind("issue")
class OpenIssue(CustomId):
    """A button that opens one issue."""

    issue: int
    short: bool
    asker: int


@id_kind("browse")
class Browse(CustomId):
    """A button that shows a page of the list of briefings."""

    page: int
    short: bool
    asker: int


@id_kind("share")
class Share(CustomId):
    """A button that posts the card for everyone."""

    issue: int
    country: str | None
    entry: int
    part: int
    short: bool


@id_kind("page")
class ListPage(CustomId):
    """A button that shows the page of a list from a cursor, without one from the beginning.

    The cursor of a search is the first item of a page: "q345". `verb` has at most 4 letters.
    """

    verb: str
    cursor: str | None
    short: bool
    asker: int
    state: str


@id_kind("leap")
class ListJump(CustomId):
    """A menu whose values are cursors; `cursor` is the present place, as in `Jump`."""

    cursor: str | None
    short: bool
    asker: int
    state: str


@id_kind("list")
class ListSwitch(CustomId):
    """A menu whose values are briefings, asked the same; `cursor` is the present place."""

    cursor: str | None
    short: bool
    asker: int
    state: str


@id_kind("sharelist")
class ListShare(CustomId):
    """A button that posts the page of a list for everyone."""

    cursor: str | None
    short: bool
    state: str


@id_kind("item")
class OpenItem(CustomId):
    """A button that opens what a reference without its mark names: "q345", "s12"."""

    item: str
    short: bool
    asker: int


@id_kind("context")
class InContextOf(CustomId):
    """A button that shows the paragraph around a quote."""

    item: str
    short: bool
    asker: int


@id_kind("cite")
class CiteItem(CustomId):
    """A button that says how to cite an item, or an issue: "i12"."""

    item: str


@id_kind("shareitem")
class ShareItem(CustomId):
    """A button that posts a card of one item for everyone, perhaps in its context."""

    item: str
    context: bool
    short: bool


@id_kind("alert")
class FromAlert(CustomId):
    """The first button of an alert, which opens its issue.

    `delivery` tells which delivery posted the message, so that it is recognised there; 0 if none.
    """

    issue: int
    delivery: int


@id_kind("retry")
class RetryFailed(CustomId):
    """A button that sends again what failed of a release, or came too late."""

    release: int


@id_kind("resend")
class ResendUncertain(CustomId):
    """A button that sends again what may have come through."""

    release: int


@id_kind("recheck")
class CheckAgain(CustomId):
    """A button that looks again whether the bot may write in a subscription's channel."""

    subscription: int


@id_kind("sendlast")
class SendLast(CustomId):
    """A button that sends the newest issue to a subscription's channel."""

    subscription: int
