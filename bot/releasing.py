"""The commands that tell readers something, take it back, and say what became of it."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import Annotated

import typer

from bot.app.app import App
from bot.app.planning import LONGEST_REASON, Order, Planned
from bot.domain.issue import MOST_NUMBER, Issue
from bot.domain.receipt import Receipt
from bot.domain.release import Author
from bot.errors import Refused
from bot.options import AsJson, Briefing, Owner, number_of
from bot.settings import load_settings
from bot.terminal.planned import planned_line, undone_line
from bot.terminal.receipt import receipt_lines
from bot.terminal.shown import show
from bot.wiring import ROOT, now, open_app

releasing = typer.Typer()

Number = Annotated[int, number_of(0, MOST_NUMBER, "The number of the issue")]
AnyNumber = Annotated[int | None, number_of(0, MOST_NUMBER, "Of this issue; else the newest ones")]
Now = Annotated[bool, typer.Option("--now", help="At once, so that it cannot be undone")]
Reason = Annotated[str, typer.Option(help=f"Public, at most {LONGEST_REASON} characters")]
_OPERATOR = Author(name="operator")
_NEWEST = 10


@releasing.command()
def publish(
    number: Number, briefing: Briefing = None, newsroom: Owner = None, at_once: Now = False
) -> None:
    """Publish a draft: every subscribed channel gets one alert."""
    order = Order(author=_OPERATOR, at_once=at_once)
    _plan(number, briefing, newsroom, lambda app, issue: app.publishing.publish(issue.id, order))


@releasing.command()
def update(
    number: Number,
    text: Annotated[str, typer.Option(help="What happened; - reads standard input")],
    country: Annotated[
        list[str] | None, typer.Option(help="By any name; several with commas between them")
    ] = None,
    briefing: Briefing = None,
    newsroom: Owner = None,
    at_once: Now = False,
) -> None:
    """Add a live update to a published issue: channels that want its countries are told."""
    order = Order(author=_OPERATOR, at_once=at_once)
    said = sys.stdin.read() if text == "-" else text

    async def planning(app: App, issue: Issue) -> Planned:
        typed = [app.subscribing.countries_typed(names) for names in country or []]
        codes = list(dict.fromkeys(code for codes in typed for code in codes))
        entries = app.importing.read_update(said, codes)
        return await app.publishing.update(issue.id, entries, order)

    _plan(number, briefing, newsroom, planning)


@releasing.command()
def withdraw(
    number: Number,
    reason: Reason,
    briefing: Briefing = None,
    newsroom: Owner = None,
    at_once: Now = False,
) -> None:
    """Take a published issue back: every message about it becomes a notice that says so."""
    order = Order(author=_OPERATOR, at_once=at_once)
    _plan(
        number,
        briefing,
        newsroom,
        lambda app, issue: app.publishing.withdraw(issue.id, reason, order),
    )


@releasing.command()
def undo(number: Number, briefing: Briefing = None, newsroom: Owner = None) -> None:
    """Take back what was told to go out, while nobody has been told."""

    async def undoing() -> None:
        async with open_app(load_settings(ROOT)) as app:
            issue = await app.archive.numbered(number, briefing, newsroom)
            pending = await app.publishing.pending(issue.id)
            if pending is None:
                raise Refused(
                    f"Nothing about {issue.label} waits to go out; `sitrep withdraw` takes back"
                    " what is out, and `sitrep import --replace` corrects it."
                )
            undone = await app.publishing.undo(pending.id)
        typer.echo(undone_line(undone))

    asyncio.run(undoing())


@releasing.command()
def deliveries(
    number: AnyNumber = None,
    briefing: Briefing = None,
    newsroom: Owner = None,
    as_json: AsJson = False,
) -> None:
    """Say what became of each message: sent, waiting, uncertain, failed and why."""

    async def receipts() -> list[Receipt]:
        async with open_app(load_settings(ROOT)) as app:
            if number is None:
                return await app.receipts.latest(_NEWEST)
            return await app.receipts.of_issue(
                await app.archive.numbered(number, briefing, newsroom)
            )

    found = asyncio.run(receipts())
    if as_json:
        show([receipt.model_dump_json() for receipt in found] or ["[]"])
    elif found:
        show(line for receipt in found for line in receipt_lines(receipt))
    else:
        typer.echo("Nothing was released yet; `sitrep publish` tells readers of an issue.")


def _plan(
    number: int,
    briefing: str | None,
    newsroom: int | None,
    plan: Callable[[App, Issue], Awaitable[Planned]],
) -> None:
    async def planning() -> tuple[Planned, bool]:
        async with open_app(load_settings(ROOT)) as app:
            planned = await plan(app, await app.archive.numbered(number, briefing, newsroom))
            return planned, await app.archive.is_shared(number)

    planned, shared = asyncio.run(planning())
    typer.echo(planned_line(planned, now(), shared=shared))
