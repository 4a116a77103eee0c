"""The command that forgets a person or a server."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Annotated

import typer

from bot.app.app import App
from bot.app.forgetting import rest_of
from bot.app.importing import MOST_ID
from bot.errors import Refused
from bot.options import whole_number
from bot.settings import load_settings
from bot.terminal.forgotten import found_line, person_lines, rest_lines, server_lines
from bot.terminal.shown import show
from bot.wiring import ROOT, file_of, open_app

forgetting = typer.Typer()

Counts = Mapping[str, int]


@forgetting.command()
def forget(
    user: Annotated[int | None, whole_number(1, MOST_ID, "The Discord id of a person")] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(help="A name they had on Discord: on answers they shared no id stands"),
    ] = None,
    server: Annotated[int | None, whole_number(1, MOST_ID, "The Discord id of a server")] = None,
    with_briefings: Annotated[
        bool, typer.Option("--with-briefings", help="The briefings that it owns too")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Without asking")] = False,
) -> None:
    """Take out what is stored about a person or a server; says what, and asks before."""
    if (user is None) == (server is None):
        raise typer.BadParameter("give either --user or --server.")
    if user is not None:
        if with_briefings:
            raise typer.BadParameter("--with-briefings is about a server.")
        _forget_person(user, name or [], yes=yes)
    elif server is not None:
        if name:
            raise typer.BadParameter("--name is about a person.")
        _forget_server(server, with_briefings=with_briefings, yes=yes)


def _forget_person(user: int, names: list[str], *, yes: bool) -> None:
    found = _ask(lambda app: app.forgetting.person(user, names))
    if not found:
        typer.echo(f"Nothing about user {user} is stored.")
        return
    show(person_lines(user, found))
    _require_consent(yes=yes)
    _tell(_ask(lambda app: app.forgetting.forget_person(user, names)))


def _forget_server(server: int, *, with_briefings: bool, yes: bool) -> None:
    found = _ask(lambda app: app.forgetting.server(server, with_briefings=with_briefings))
    if not found:
        typer.echo(f"Nothing about server {server} is stored.")
        return
    show(server_lines(server, found))
    _require_consent(yes=yes)
    _tell(_ask(lambda app: app.forgetting.forget_server(server, with_briefings=with_briefings)))


def _ask(work: Callable[[App], Awaitable[Counts]]) -> Counts:
    async def asked() -> Counts:
        async with open_app(load_settings(ROOT)) as app:
            return await work(app)

    return asyncio.run(asked())


def _require_consent(*, yes: bool) -> None:
    try:
        if yes or typer.confirm("This cannot be undone. Forget it?"):
            return
    except typer.Abort:
        typer.echo()
    raise Refused("Nothing was changed; --yes forgets without asking.")


def _tell(done: Counts) -> None:
    typer.echo(f"Forgotten: {found_line(done)}.")
    show(rest_lines(rest_of(file_of(load_settings(ROOT)))))
