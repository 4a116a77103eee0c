"""The names of everything a person can ask for, read from the code that answers."""

import importlib
import inspect
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

import typer
from discord import app_commands
from discord.ext import commands
from typer.core import TyperGroup

AppCommand = app_commands.Command | app_commands.Group | app_commands.ContextMenu


def cog_modules(root: Path) -> list[ModuleType]:
    """Every module in cogs, imported but loaded into no bot."""
    names = sorted(f.stem for f in (root / "cogs").glob("*.py") if f.stem != "__init__")
    return [importlib.import_module(f"cogs.{name}") for name in names]


def slash_names(modules: Iterable[ModuleType]) -> set[str]:
    """`/latest`, `/briefing create`, and context menus by the name a person clicks."""
    return {name for module in modules for name in names_of(module)}


def names_of(module: ModuleType) -> Iterator[str]:
    for value in vars(module).values():
        if isinstance(value, AppCommand):
            yield from spelled([value])
        elif inspect.isclass(value) and issubclass(value, commands.Cog):
            yield from cog_names(value)


def cog_names(cog: type[commands.Cog]) -> Iterator[str]:
    """The commands of a cog, or of a group that is one; its menus too."""
    if cog.__module__.startswith("discord."):
        return
    prefix = f"{cog.__cog_group_name__} " if cog.__cog_is_app_commands_group__ else ""
    yield from spelled(cog.__cog_app_commands__, prefix)
    yield from spelled(v for v in vars(cog).values() if isinstance(v, app_commands.ContextMenu))


def spelled(found: Iterable[AppCommand], prefix: str = "") -> Iterator[str]:
    for command in found:
        if isinstance(command, app_commands.ContextMenu):
            yield command.name
        elif isinstance(command, app_commands.Group):
            yield from spelled(command.commands, f"{prefix}{command.name} ")
        else:
            yield f"/{prefix}{command.name}"


def line_names(cli: ModuleType) -> set[str]:
    """`sitrep run` and its kin, from the Typer application of a module."""
    (app,) = (value for value in vars(cli).values() if isinstance(value, typer.Typer))
    return set(below(typer.main.get_command(app), "sitrep"))


def below(command: object, path: str) -> Iterator[str]:
    if not isinstance(command, TyperGroup):
        yield path
        return
    for name, sub in command.commands.items():
        if not sub.hidden:
            yield from below(sub, f"{path} {name}")
