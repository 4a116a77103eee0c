"""What a button or a menu carries: enough to answer the click after a restart."""

import re
from dataclasses import dataclass, fields
from typing import ClassVar, Self

_NOTHING = "-"
_NUMBER, _FLAG = "[0-9]{1,12}", "[01]"
_PARTS = {
    "verb": "[a-z]{1,8}",
    "issue": _NUMBER,
    "briefing": f"{_NUMBER}|{_NOTHING}",
    "country": f"[A-Z]{{2}}|{_NOTHING}",
    "page": "[0-9]{1,6}",
    "short": _FLAG,
    "asker": "[0-9]{1,20}",
}


def _template(kind: str, *names: str) -> str:
    return ":".join([kind, *(f"(?P<{name}>{_PARTS[name]})" for name in names)])


def _written(value: str | int | None) -> str:
    return _NOTHING if value is None else str(int(value) if isinstance(value, bool) else value)


def _read(name: str, text: str) -> str | int | bool | None:
    if text == _NOTHING:
        return None
    if name == "short":
        return text == "1"
    return text if name in ("verb", "country") else int(text)


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


@dataclass(frozen=True)
class Turn(CustomId):
    """A button that shows a page; `verb` tells apart the buttons of one card."""

    TEMPLATE: ClassVar[str] = _template(
        "turn", "verb", "issue", "country", "page", "short", "asker"
    )
    verb: str
    issue: int
    country: str | None
    page: int
    short: bool
    asker: int


@dataclass(frozen=True)
class Jump(CustomId):
    """A menu whose values are pages; `page` is the present one.

    Discord keeps what was picked in a menu as long as its id stays, so the id tells pages apart.
    """

    TEMPLATE: ClassVar[str] = _template("jump", "issue", "country", "page", "short", "asker")
    issue: int
    country: str | None
    page: int
    short: bool
    asker: int


@dataclass(frozen=True)
class Switch(CustomId):
    """A menu whose values are briefings; `briefing` is the present one, as in `Jump`."""

    TEMPLATE: ClassVar[str] = _template("switch", "briefing", "country", "short", "asker")
    briefing: int
    country: str | None
    short: bool
    asker: int


@dataclass(frozen=True)
class Ask(CustomId):
    """A button that asks for the newest section on a country."""

    TEMPLATE: ClassVar[str] = _template("ask", "country", "briefing", "short", "asker")
    country: str
    briefing: int | None
    short: bool
    asker: int


@dataclass(frozen=True)
class Open(CustomId):
    """A button that opens the newest issue of a briefing."""

    TEMPLATE: ClassVar[str] = _template("open", "briefing", "short", "asker")
    briefing: int
    short: bool
    asker: int


@dataclass(frozen=True)
class OpenIssue(CustomId):
    """A button that opens one issue."""

    TEMPLATE: ClassVar[str] = _template("issue", "issue", "short", "asker")
    issue: int
    short: bool
    asker: int


@dataclass(frozen=True)
class Browse(CustomId):
    """A button that shows a page of the list of briefings."""

    TEMPLATE: ClassVar[str] = _template("browse", "page", "short", "asker")
    page: int
    short: bool
    asker: int


@dataclass(frozen=True)
class Share(CustomId):
    """A button that posts the card for everyone."""

    TEMPLATE: ClassVar[str] = _template("share", "issue", "country", "page", "short")
    issue: int
    country: str | None
    page: int
    short: bool
