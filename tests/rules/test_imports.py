"""Who may import whom."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rules.source import ROOT, Source, dotted, product, write

# What each room may import of the others; errors may be imported by all.
WIRING = {"app", "asking", "bringing", "carrying", "checking", "client", "delivery", "demo",
          "domain", "forgetting", "importer", "log", "options", "presentation", "releasing",
          "rendering", "running", "settings", "store", "terminal",
          "wiring"}  # fmt: skip
MAY_IMPORT: dict[str, set[str]] = {
    "bot": set(),
    "errors": set(),
    "settings": set(),
    "domain": set(),
    "importer": {"domain"},
    "store": {"domain"},
    "presentation": {"domain"},
    "delivery": {"domain", "store"},
    "app": {"domain", "importer", "store", "delivery"},
    "cogs": {"app", "presentation", "domain"},
    "report": {"presentation"},
    "registering": {"app"},
    "log": set(),
    "client": {
        "app",
        "cogs",
        "delivery",
        "domain",
        "presentation",
        "registering",
        "rendering",
        "report",
        "settings",
    },
    "rendering": {"app", "delivery", "domain", "presentation"},
    "running": {"client", "report"},
    "bringing": {"app", "terminal"},
    "asking": {"app", "domain", "options", "settings", "terminal", "wiring"},
    "releasing": {"app", "domain", "options", "settings", "terminal", "wiring"},
    "carrying": {"app", "settings", "terminal", "wiring"},
    "forgetting": {"app", "options", "settings", "terminal", "wiring"},
    "options": {"app", "domain", "terminal"},
    "checking": {"app", "domain", "settings", "store"},
    "terminal": {"app", "domain", "importer"},
    "wiring": {"app", "domain", "settings", "store"},
    "demo": WIRING,
    "cli": WIRING,
    "__main__": {"cli"},
}

# Libraries that only some rooms, or single files, may touch.
MAY_TOUCH: dict[str, set[str]] = {
    "discord": {
        "presentation",
        "client",
        "cogs",
        "bot/delivery/sender.py",
        "bot/delivery/posts.py",
        "registering",
        "rendering",
        "report",
        "running",
        "checking",
        "demo",
    },
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "simcord": {"demo"},
}

# Calls that import by name.
LOADERS = {"import_module", "__import__", "load_extension"}


def room_of(path: str) -> str:
    """The room of a file: its folder below bot, or the file itself when it stands there alone."""
    top, _, rest = path.partition("/")
    name = rest.partition("/")[0].removesuffix(".py")
    return top if top == "cogs" or name == "__init__" else name


def room_named(module: str) -> str | None:
    """The room that a dotted name leads to; None for what is not ours."""
    top, _, rest = module.partition(".")
    if top != "bot":
        return "cogs" if top == "cogs" else None
    name = rest.partition(".")[0]
    return name if name in MAY_IMPORT else "bot"


def imported(source: Source) -> Iterator[tuple[int, str]]:
    """Line and dotted name of all that a file imports, inside functions and by name too."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Call):
            yield from ((node.lineno, name) for name in names_in(node, source.path))


def names_in(node: ast.Import | ast.ImportFrom | ast.Call, path: str) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        start = package(path, node.level)
        base = ".".join(part for part in (start, node.module) if part)
        return [f"{base}.{alias.name}" for alias in node.names]
    loads = dotted(node).rpartition(".")[2] in LOADERS
    return [text for arg in node.args if (text := text_of(arg))] if loads else []


def text_of(node: ast.expr) -> str:
    """What a literal says; empty for anything else."""
    value = node.value if isinstance(node, ast.Constant) else None
    return value if isinstance(value, str) else ""


def package(path: str, level: int) -> str:
    """What the dots of a relative import stand for."""
    return ".".join(path.split("/")[:-level]) if level else ""


def wrong_imports(root: Path) -> list[str]:
    """Every import that crosses a wall, and every room that has none."""
    return [wrong for source in product(root) for wrong in wrong_in(source)]


def wrong_in(source: Source) -> Iterator[str]:
    room = room_of(source.path)
    if room not in MAY_IMPORT:
        yield f"{source.path}: no rule says what this room may import"
        return
    for line, name in imported(source):
        if not (may_import(room, name) and may_touch(room, source.path, name)):
            yield f"{source.path}:{line}: {room} may not import {name}"


def may_import(room: str, name: str) -> bool:
    target = room_named(name)
    return target in {None, "bot", "errors", room} or target in MAY_IMPORT[room]


def may_touch(room: str, path: str, name: str) -> bool:
    allowed = MAY_TOUCH.get(name.partition(".")[0])
    return allowed is None or room in allowed or path in allowed


def test_the_rooms_keep_their_walls() -> None:
    assert wrong_imports(ROOT) == []


def test_there_is_something_to_look_at() -> None:
    assert any(True for source in product(ROOT) for _ in imported(source))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("bot/domain/entry.py", "import bot.store.entries"),
        ("bot/domain/entry.py", "from bot import settings"),
        ("bot/domain/entry.py", "from ..store import entries"),
        ("bot/store/entries.py", "from bot.app import reading"),
        ("bot/importer/text.py", "def f():\n    from bot.presentation import cards"),
        ("bot/presentation/cards.py", "from bot.app.reading import latest"),
        ("bot/app/reading.py", "import discord"),
        ("bot/app/reading.py", "from sqlalchemy import select"),
        ("bot/delivery/courier.py", "from discord.ext import commands"),
        ("bot/cli.py", "import simcord"),
        ("bot/cli.py", "import cogs.reading"),
        ("bot/settings.py", "import bot.cli"),
        ("bot/app/reading.py", "from bot.settings import Settings"),
        ("bot/app/reading.py", "load_extension('cogs.reading')"),
        ("bot/app/reading.py", "importlib.import_module('bot.cli')"),
        ("bot/errors.py", "from bot.domain import entry"),
        ("bot/__init__.py", "from bot.domain import entry"),
        ("bot/attic.py", "x = 1"),
        ("cogs/reading.py", "from bot.store import entries"),
        ("cogs/reading.py", "from bot.delivery.courier import Courier"),
        ("cogs/reading.py", "from typing import TYPE_CHECKING\n"
         "if TYPE_CHECKING:\n    from bot.client import SitrepBot"),
    ],
)  # fmt: skip
def test_a_wall_crossed_is_seen(tmp_path: Path, path: str, text: str) -> None:
    (wrong,) = wrong_imports(write(tmp_path, path, text))
    assert wrong.startswith(path)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("bot/domain/entry.py", "from bot.domain.quote import Quote"),
        ("bot/domain/entry.py", "from bot.errors import Refused"),
        ("bot/delivery/sender.py", "import discord"),
        ("bot/store/migrations/env.py", "from alembic import context"),
        ("bot/client.py", "from bot.settings import Settings\nimport cogs.reading"),
        ("bot/demo.py", "import simcord\nfrom bot.store import database"),
        ("bot/__main__.py", "from bot.cli import main"),
        ("cogs/reading.py", "from discord import app_commands\nfrom cogs.entrance import Row"),
    ],
)
def test_an_open_door_is_left_alone(tmp_path: Path, path: str, text: str) -> None:
    assert wrong_imports(write(tmp_path, path, text)) == []
