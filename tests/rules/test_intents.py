"""Which of Discord's events the bot may ask for: those about guilds, nothing privileged."""

import ast
from pathlib import Path

import discord
import pytest

from tests.rules.source import ROOT, Source, dotted, product, write

FLAGS = set(discord.Intents.VALID_FLAGS)


def asks(root: Path) -> list[str]:
    """Every place that makes intents, as "file: expression"."""
    return [f"{s.path}: {ast.unparse(node)}" for s in product(root) for node in made_in(s)]


def made_in(source: Source) -> list[ast.Call]:
    """`Intents(…)`, `Intents.default()` and the like."""
    calls = (node for node in ast.walk(source.tree) if isinstance(node, ast.Call))
    return [call for call in calls if "Intents" in dotted(call).split(".")]


def changes(root: Path) -> list[str]:
    """Every place that switches an intent on or off afterwards."""
    return [
        f"{source.path}:{node.lineno}: {node.attr}"
        for source in product(root)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
        if node.attr in FLAGS and "intents" in dotted(node.value).lower()
    ]


def test_the_client_asks_for_guilds_only() -> None:
    assert asks(ROOT) == [
        "bot/checking.py: discord.Intents.none()",
        "bot/client.py: discord.Intents(guilds=True)",
    ]
    assert changes(ROOT) == []


@pytest.mark.parametrize(
    "text",
    ["Intents.default()", "discord.Intents.all()", "discord.Intents(guilds=True, members=True)"],
)
def test_other_intents_are_seen(tmp_path: Path, text: str) -> None:
    assert asks(write(tmp_path, "cogs/a.py", f"x = {text}\n")) == [f"cogs/a.py: {text}"]


def test_a_changed_intent_is_seen(tmp_path: Path) -> None:
    write(tmp_path, "bot/a.py", "intents.members = True\nself.intents.presences = True\n")
    assert changes(tmp_path) == ["bot/a.py:1: members", "bot/a.py:2: presences"]


def test_other_attributes_are_fine(tmp_path: Path) -> None:
    assert changes(write(tmp_path, "bot/a.py", "page.messages = 3\nintents.value = 1\n")) == []
