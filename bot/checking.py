"""Checking: what is missing or wrong with an installation, in plain sentences."""

from datetime import datetime
from pathlib import Path

from bot.app.upkeep import LIVELY, is_live
from bot.domain.record import Record
from bot.errors import Refused, Unavailable
from bot.settings import Settings
from bot.store.condition import condition_of, glance
from bot.store.fault import is_there
from bot.store.reading_index import index_faults, rebuild_index


class Finding(Record):
    """One sentence, and whether all is well there."""

    well: bool
    sentence: str


async def check_installation(
    settings: Settings, file: Path, *, rebuild: bool = False
) -> list[Finding]:
    """Looks at the settings, the database and the token.

    Changes nothing but the index of what is published, which `rebuild` makes anew before.
    """
    made = [rebuild_reading(file)] if rebuild else []
    found = [*made, check_database(file), *check_index(file), await check_token(settings)]
    if settings.public_briefings == frozenset():
        found.append(
            _well(
                "PUBLIC_BRIEFINGS is empty: in direct messages, and in servers that have no"
                " briefing, people read a public one only where they name it."
            )
        )
    return found


def _well(sentence: str) -> Finding:
    return Finding(well=True, sentence=sentence)


def _wrong(sentence: str) -> Finding:
    return Finding(well=False, sentence=sentence)


def check_database(file: Path) -> Finding:
    """Whether the file is there, whole and of this version."""
    try:
        condition = condition_of(file) if is_there(file) else None
    except (Refused, Unavailable) as error:
        return _wrong(str(error))
    if condition is None:
        return _well(f"There is no database yet; `sitrep import`, `run` or `migrate` makes {file}.")
    if not condition.current:
        return _well(
            f"{file} is of version {condition.version}; `sitrep migrate` brings it up to date."
        )
    return _well(f"The file {file} is sound, and of this version.")


def check_index(file: Path) -> list[Finding]:
    """Whether lists and searches find exactly what is published.

    Nothing is said of a database that is missing, unreadable or of another version.
    """
    try:
        faults = index_faults(file) if _is_current(file) else None
    except (Refused, Unavailable) as error:
        return [_wrong(str(error))]
    match faults:
        case None:
            return []
        case 0:
            return [_well("Lists and searches find exactly what is published.")]
        case _:
            rows = "1 row" if faults == 1 else f"{faults} rows"
            return [
                _wrong(
                    f"What lists and searches find is out of step with what is published ({rows});"
                    " `sitrep check --rebuild` mends it."
                )
            ]


def _is_current(file: Path) -> bool:
    """Whether there is a database of this version; how whole it is, is another question."""
    try:
        return is_there(file) and glance(file).current
    except (Refused, Unavailable):
        return False


def rebuild_reading(file: Path) -> Finding:
    """Makes the index of what is published anew, while the bot may run."""
    if not _is_current(file):
        return _wrong(
            "Nothing was rebuilt: only a database of this version can be; `sitrep migrate` brings"
            " an older one up to date."
        )
    try:
        rebuild_index(file)
    except (Refused, Unavailable) as error:
        return _wrong(str(error))
    return _well("What lists and searches find was made anew from what is published.")


def check_live(file: Path, now: datetime) -> Finding:
    """Whether the running bot has said lately that it lives."""
    try:
        condition = glance(file)
    except (Refused, Unavailable) as error:
        return _wrong(str(error))
    if condition.last_beat is None:
        return _wrong("The bot has never been connected on this database.")
    age = int((now - condition.last_beat).total_seconds())
    if not is_live(condition, now):
        limit = int(LIVELY.total_seconds())
        return _wrong(f"The bot was last alive {age} s ago, more than {limit} s.")
    return _well(f"The bot was alive {age} s ago.")


async def check_token(settings: Settings) -> Finding:
    """Whether there is a token and Discord knows it."""
    import aiohttp  # noqa: PLC0415  # other commands start faster without
    import discord  # noqa: PLC0415  # likewise

    if settings.discord_token is None:
        return _wrong("DISCORD_TOKEN is missing; put the token of your application into .env.")
    client = discord.Client(intents=discord.Intents.none())
    try:
        await client.login(settings.discord_token.get_secret_value())
        return _well(f"Discord knows the token: it belongs to {client.user}.")
    except discord.LoginFailure:
        return _wrong("Discord does not know this DISCORD_TOKEN; copy it anew from the Bot page.")
    except (OSError, TimeoutError, aiohttp.ClientError, discord.HTTPException) as error:
        return _wrong(f"Discord cannot be reached, so the token is unchecked ({error}).")
    finally:
        await client.close()
