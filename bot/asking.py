"""The commands that ask the app what a reader may ask."""

import asyncio
import json
from typing import Annotated

import typer

from bot.domain.reader import Reader
from bot.options import AsJson, server
from bot.settings import load_settings
from bot.terminal.answer import answer_lines
from bot.terminal.issue import issue_line
from bot.terminal.shown import show
from bot.wiring import ROOT, open_app

asking = typer.Typer()


@asking.command()
def latest(
    country: Annotated[str, typer.Argument(help="By any name, in any language")],
    newsroom: Annotated[int | None, server("As this server reads")] = None,
    as_json: AsJson = False,
) -> None:
    """Print the newest published section on a country."""

    async def reading() -> None:
        async with open_app(load_settings(ROOT)) as app:
            place = newsroom or await app.archive.newest_newsroom()
            answer = await app.reading.latest(Reader(user=0, server=place), country)
        if as_json:
            told = {type(answer).__name__: answer.model_dump(mode="json")}
            typer.echo(json.dumps(told, ensure_ascii=False))
        else:
            show(answer_lines(answer, app.gazetteer))

    asyncio.run(reading())


@asking.command()
def issues(
    newsroom: Annotated[int | None, server("Of this server only")] = None,
    as_json: AsJson = False,
) -> None:
    """List every issue in every state."""

    async def listing() -> None:
        async with open_app(load_settings(ROOT)) as app:
            found = await app.archive.issues(newsroom)
        show(issue.model_dump_json() if as_json else issue_line(issue) for issue in found)
        if not found and not as_json:
            typer.echo("There is no issue yet; `sitrep import` brings one.")

    asyncio.run(listing())
