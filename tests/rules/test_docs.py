"""What the documents promise, held to the code."""

import importlib
import re
from pathlib import Path
from types import ModuleType

import discord
import pytest
import typer
from discord import app_commands
from discord.ext import commands

from tests.rules.commands import cog_modules, line_names, slash_names
from tests.rules.source import ROOT
from tests.rules.table import command_name, first_column

# A setting, or one shown with its default behind a comment mark.
SETTING = re.compile(r"^#?([A-Z][A-Z0-9_]*)=", re.MULTILINE)
# A setting that no comment right above it explains.
BARE = re.compile(r"(?:^|\n\n)#?([A-Z][A-Z0-9_]*)=")


def settings() -> set[str]:
    """The names under which an operator sets each field."""
    fields = importlib.import_module("bot.settings").Settings.model_fields
    return {name.upper() for name in fields}


def readme() -> str:
    return (ROOT / "README.md").read_text("utf-8")


def example() -> str:
    return (ROOT / ".env.example").read_text("utf-8")


def commands_in(text: str) -> list[str]:
    return [command_name(usage) for usage in first_column(text, "Command")]


def test_the_example_shows_every_setting_and_no_other() -> None:
    assert sorted(SETTING.findall(example())) == sorted(settings())
    assert BARE.findall(example()) == []


def test_the_readme_lists_every_setting_and_no_other() -> None:
    assert sorted(first_column(readme(), "Setting")) == sorted(settings())


def test_the_readme_lists_every_command_and_no_other() -> None:
    real = slash_names(cog_modules(ROOT)) | line_names(importlib.import_module("bot.cli"))
    assert sorted(commands_in(readme())) == sorted(real)


def test_an_unexplained_setting_is_seen() -> None:
    assert SETTING.findall("# why\nA=1\n\n#B=2\n# C=3\n") == ["A", "B"]
    assert BARE.findall("# why\nA=1\n\n#B=2\n# C=3\n") == ["B"]


def test_tables_are_read_by_their_heading() -> None:
    text = (
        "`no`\n\n| Setting | x |\n|---|---|\n| `A` | `no` |\n| **`B`** | |\n\n| Other |\n| `no` |\n"
    )
    assert first_column(text, "setting") == ["A", "B"]


@pytest.mark.parametrize(
    ("usage", "name"),
    [
        ("/latest [country] [briefing]", "/latest"),
        ("/briefing create <name>", "/briefing create"),
        ("Draft an issue", "Draft an issue"),
        ("sitrep draft FILE…", "sitrep draft"),
        ("sitrep import FILE... --newsroom SERVER_ID", "sitrep import"),
        ("sitrep check --live", "sitrep check"),
        ("sitrep backup PATH", "sitrep backup"),
    ],
)
def test_a_usage_is_cut_to_its_name(usage: str, name: str) -> None:
    assert command_name(usage) == name


async def answer(interaction: discord.Interaction) -> None:
    """Answer."""


async def draft(interaction: discord.Interaction, message: discord.Message) -> None:
    """Draft an issue."""


class Reading(commands.Cog):
    """A cog with a command, and a group with one below it."""

    latest = app_commands.command(name="latest")(answer)
    inner = app_commands.Group(name="inner", description="Inner.")
    inner.command(name="deep")(answer)


class Keeping(commands.GroupCog, group_name="briefing"):
    """A cog that is a group itself."""

    create = app_commands.command(name="create")(answer)


def module(**values: object) -> ModuleType:
    made = ModuleType("made")
    vars(made).update(values)
    return made


def test_commands_of_every_kind_are_found() -> None:
    menu = app_commands.context_menu(name="Draft an issue")(draft)
    made = module(a=Reading, b=Keeping, c=menu, base=commands.Cog, other=commands.GroupCog)
    assert slash_names([made]) == {
        "/latest",
        "/inner deep",
        "/briefing create",
        "Draft an issue",
    }


def test_every_command_of_the_line_is_found() -> None:
    app, group = typer.Typer(), typer.Typer()
    app.command("run")(lambda: None)
    app.command("secret", hidden=True)(lambda: None)
    group.command("undo")(lambda: None)
    group.command("do")(lambda: None)
    app.add_typer(group, name="deep")
    assert line_names(module(app=app)) == {"sitrep run", "sitrep deep undo", "sitrep deep do"}


def test_every_file_of_cogs_is_looked_at(tmp_path: Path) -> None:
    assert {m.__name__ for m in cog_modules(ROOT)} == {
        f"cogs.{f.stem}" for f in (ROOT / "cogs").glob("[!_]*.py")
    }
    assert cog_modules(tmp_path) == []
