"""The commands that ask the app what a reader may ask."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from typing import Annotated, Any, TypeVar

import typer

from bot.app.app import App
from bot.app.lists import Wish
from bot.domain.answer import Answer, Reading
from bot.domain.listing import Opened, Quotes, Results, Timeline
from bot.domain.reader import Reader
from bot.errors import SitrepError
from bot.options import (
    AsJson,
    Briefing,
    Country,
    Findings,
    Limit,
    Newsroom,
    Query,
    Since,
    Speaker,
    Until,
    Words,
    server,
)
from bot.settings import load_settings
from bot.terminal.answer import answer_lines
from bot.terminal.issue import issue_line
from bot.terminal.nothing import NOTHING_YET
from bot.terminal.refusal import refusal_line
from bot.terminal.shown import show
from bot.terminal.usage import WordsCommand
from bot.wiring import ROOT, open_app

T = TypeVar("T")

asking = typer.Typer()
_LIMIT = 20
_FOUND = (Reading, Quotes, Timeline, Results, Opened)


@asking.command()
def latest(
    country: Annotated[str | None, typer.Argument(help="By any name, in any language")] = None,
    briefing: Briefing = None,
    newsroom: Newsroom = None,
    as_json: AsJson = False,
) -> None:
    """Print the newest section on a country, or the newest issue; status 1 if there is none."""
    _ask(lambda app, who: app.reading.latest(who, country, briefing), newsroom, as_json)


@asking.command(cls=WordsCommand)
def quotes(
    country: Country = None,
    speaker: Speaker = None,
    words: Words = None,
    since: Since = None,
    until: Until = None,
    briefing: Briefing = None,
    newsroom: Newsroom = None,
    limit: Limit = _LIMIT,
    as_json: AsJson = False,
) -> None:
    """Print what named people said, newest first; status 1 if nothing was found."""
    wish = Wish(
        country=country, speaker=speaker, words=words, since=since, until=until, briefing=briefing
    )
    _ask(lambda app, who: app.lists.quotes(who, wish, limit), newsroom, as_json)


@asking.command()
def timeline(
    country: Country = None,
    since: Since = None,
    until: Until = None,
    briefing: Briefing = None,
    newsroom: Newsroom = None,
    limit: Limit = _LIMIT,
    as_json: AsJson = False,
) -> None:
    """Print the newest events in order of date; status 1 if nothing was found."""
    wish = Wish(country=country, since=since, until=until, briefing=briefing)
    _ask(lambda app, who: app.lists.timeline(who, wish, limit), newsroom, as_json)


@asking.command(cls=WordsCommand)
def search(
    query: Query,
    briefing: Briefing = None,
    newsroom: Newsroom = None,
    limit: Findings = _LIMIT,
    as_json: AsJson = False,
) -> None:
    """Print sections, quotes and events by their words; status 1 if nothing was found."""
    _ask(lambda app, who: app.searching.search(who, query, briefing, limit), newsroom, as_json)


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

    _run(listing(), as_json)


def _ask(
    question: Callable[[App, Reader], Awaitable[Answer]], newsroom: int | None, as_json: bool
) -> None:
    """Prints the answer; one that found nothing ends the command with status 1, as grep does."""

    async def asked() -> Answer:
        async with open_app(load_settings(ROOT)) as app:
            place = newsroom or await app.archive.newest_newsroom()
            answer = await question(app, Reader(user=0, server=place))
        if as_json:
            show([_object(answer, answer.model_dump(mode="json"))])
        else:
            show([NOTHING_YET] if place is None else answer_lines(answer, app.gazetteer))
        return answer

    if not isinstance(_run(asked(), as_json), _FOUND):
        raise typer.Exit(1)


def _run(work: Coroutine[Any, Any, T], as_json: bool) -> T:
    """Does the work; a program is told of an error by an object too.

    Raises what the work raises, which ends the command with status 2.
    """
    try:
        return asyncio.run(work)
    except SitrepError as error:
        if as_json:
            show([_object(error, {"sentence": refusal_line(error)})])
        raise


def _object(answer: Answer | SitrepError, told: dict[str, Any]) -> str:
    return json.dumps({type(answer).__name__: told}, ensure_ascii=False)
