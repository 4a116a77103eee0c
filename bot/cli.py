"""The command line, where everything is wired together."""

import asyncio
import hashlib
import json
import secrets
import sys
import traceback
from contextvars import ContextVar
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot import asking, carrying, forgetting, releasing
from bot.app.drafted import LONGEST_NAME
from bot.app.importing import Order
from bot.app.upkeep import back_up
from bot.app.upkeep import restore as put_back
from bot.bringing import bring_all, read_document
from bot.checking import Finding, check_installation, check_live
from bot.domain.issue import MOST_NUMBER
from bot.domain.tenure import Tenure
from bot.errors import Misconfigured, Refused, SitrepError, Unreadable
from bot.importer.importer import import_document
from bot.log import set_up_logging
from bot.options import AsJson, server, whole_number
from bot.settings import load_settings
from bot.store.migration import migrate as bring_up_to_date
from bot.store.version import newest_version
from bot.terminal.draft import draft_lines
from bot.terminal.refusal import refusal_line
from bot.terminal.shown import show
from bot.wiring import ROOT, file_of, load_gazetteer, now, open_app

Files = Annotated[
    list[Path], typer.Argument(help="txt, Markdown, HTML or docx; - is standard input")
]
_debugging: ContextVar[bool] = ContextVar("debugging", default=False)

cli = typer.Typer(
    help="Sitrep: live-update briefings on Discord.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@cli.callback()
def every_command(
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error comes from")] = False,
) -> None:
    """Sitrep: live-update briefings on Discord."""
    _debugging.set(debug)


def main() -> None:
    """Runs a command; an error becomes one sentence and exit status 2.

    Status 1 is left to commands that did what they were to do, and found nothing or found fault.
    """
    try:
        cli()
    except Exception as error:  # noqa: BLE001  # an entrance: every error of a command ends here
        if _debugging.get():
            traceback.print_exception(error)
        sentence = f"Something went wrong ({error!r}); --debug before the command shows where."
        if isinstance(error, SitrepError):
            sentence = refusal_line(error)
        typer.echo(sentence, err=True)
        sys.exit(2)


def _name(text: str | None) -> str | None:
    if text is not None and not 1 <= len(text.strip()) <= LONGEST_NAME:
        raise typer.BadParameter(f"a name has 1 to {LONGEST_NAME} characters.")
    return text


@cli.command()
def run() -> None:
    """Connect to Discord and work until stopped."""
    from bot.client import SitrepBot  # noqa: PLC0415  # other commands start faster without
    from bot.running import run_until_stopped  # noqa: PLC0415

    settings = load_settings(ROOT)
    if settings.discord_token is None:
        raise Misconfigured(
            "DISCORD_TOKEN is missing; put the token of your application into .env,"
            " or try `sitrep demo` without one."
        )
    token = settings.discord_token.get_secret_value()
    set_up_logging(settings.log_level, token)

    # Processes of one token are told apart from those of another, without a word of it.
    lease = hashlib.sha256(token.encode()).hexdigest()[:32]
    tenure = Tenure(lease=lease, holder=secrets.token_hex(16))

    async def working() -> None:
        async with open_app(settings, making=True) as app:
            await run_until_stopped(SitrepBot(app, tenure), token)

    asyncio.run(working())


@cli.command()
def demo(
    port: Annotated[
        int, whole_number(0, 65_534, "Where the page is; 0 takes any free port")
    ] = 8244,
) -> None:
    """Try Sitrep in a simulated Discord in your browser; needs no token."""
    try:
        from bot.demo.show import run_demo  # noqa: PLC0415  # simcord is a tool of development
    except ModuleNotFoundError as error:
        raise Misconfigured("The demo needs the development tools; run `make setup`.") from error
    asyncio.run(run_demo(ROOT, port))


@cli.command()
def draft(files: Files, as_json: AsJson = False) -> None:
    """Show what the importer reads out of documents; stores nothing."""
    gazetteer = load_gazetteer()
    failed = False
    for file in files:
        try:
            found = import_document(read_document(file), file.name, gazetteer)
        except Unreadable as error:
            failed = True
            line = json.dumps({"file": str(file), "error": str(error)}, ensure_ascii=False)
            typer.echo(line if as_json else f"{file}: {error}", err=not as_json)
            continue
        if as_json:
            typer.echo(json.dumps(found.to_json(str(file)), ensure_ascii=False))
        else:
            show(draft_lines(found))
    if failed:
        raise typer.Exit(1)


@cli.command(name="import")
def import_files(
    files: Files,
    newsroom: Annotated[int, server("Id of the server that owns the briefing")],
    briefing: Annotated[
        str | None, typer.Option(callback=_name, help="Its name, if not as printed")
    ] = None,
    number: Annotated[int | None, whole_number(0, MOST_NUMBER, "If the document lacks one")] = None,
    day: Annotated[str | None, typer.Option("--date", help="YYYY-MM-DD, if it lacks one")] = None,
    publish: Annotated[bool, typer.Option(help="Publish what is complete")] = False,
    public: Annotated[
        bool | None, typer.Option(help="Let every server read the briefing, or its own only")
    ] = None,
    replace: Annotated[bool, typer.Option(help="Replace another text of this number")] = False,
    reason: Annotated[str | None, typer.Option(help="Why a published text changes")] = None,
    announce: Annotated[
        bool, typer.Option("--announce", help="Tell subscribers, of what is older than a week too")
    ] = False,
    quietly: Annotated[bool, typer.Option("--quietly", help="Tell nobody")] = False,
    as_json: AsJson = False,
) -> None:
    """Bring documents into a newsroom; doing it again changes nothing."""
    order = Order(
        newsroom=newsroom,
        author="operator",
        briefing=briefing,
        number=number,
        date=_day(day),
        publish=publish,
        public=public,
        replace=replace,
        reason=reason,
        announce=_announcing(announce, quietly, changing=publish or replace),
    )

    async def bringing() -> bool:
        async with open_app(load_settings(ROOT), making=True) as app:
            return await bring_all(app, files, order, as_json=as_json)

    if not asyncio.run(bringing()):
        raise typer.Exit(1)


cli.add_typer(asking.asking)
cli.add_typer(releasing.releasing)
cli.add_typer(carrying.carrying)
cli.add_typer(forgetting.forgetting)


@cli.command()
def migrate() -> None:
    """Bring the database to this version, after a backup beside it."""
    file = file_of(load_settings(ROOT))
    backup = bring_up_to_date(file, now())
    saved = f" The state before is in {backup}." if backup else ""
    typer.echo(f"{file} is of version {newest_version()}.{saved}")


@cli.command()
def check(
    live: Annotated[
        bool, typer.Option("--live", help="Only whether the running bot is alive")
    ] = False,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Make anew what lists and searches find, before")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say in plain sentences what is missing or wrong."""
    if live and rebuild:
        raise typer.BadParameter("--live and --rebuild are asked one at a time.")
    settings = load_settings(ROOT)
    file = file_of(settings)
    if live:
        found = [check_live(file, now())]
    else:
        found = asyncio.run(check_installation(settings, file, rebuild=rebuild))
    show(finding.model_dump_json() if as_json else _finding_line(finding) for finding in found)
    if not all(finding.well for finding in found):
        raise typer.Exit(1)


@cli.command()
def backup(path: Path) -> None:
    """Copy the database while the bot may run, and check the copy."""
    condition = back_up(file_of(load_settings(ROOT)), path)
    typer.echo(f"{path} holds a whole copy, version {condition.version}.")


@cli.command()
def restore(path: Path) -> None:
    """Put a backup in the place of the database; the old one is kept aside."""
    file = file_of(load_settings(ROOT))
    aside = put_back(file, path, now())
    kept = f" The database before is {aside}." if aside else ""
    typer.echo(f"{file} is now the backup {path}.{kept}")


def _announcing(announce: bool, quietly: bool, *, changing: bool) -> bool | None:
    """Whether subscribers are told; None leaves it to the age of the issue."""
    if announce and quietly:
        raise Refused("--announce tells subscribers and --quietly tells nobody; give one of them.")
    if (announce or quietly) and not changing:
        option = "--announce" if announce else "--quietly"
        raise Refused(
            f"{option} is about what readers are told, and a draft tells nobody; give --publish or"
            " --replace with it."
        )
    return announce if announce or quietly else None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Misconfigured(f"{text} is no date; write it as 2022-01-28.") from None


def _finding_line(finding: Finding) -> str:
    return f"{'ok   ' if finding.well else 'WRONG'} {finding.sentence}"
