"""Checking: what is missing or wrong with an installation, in plain sentences."""

from datetime import datetime
from pathlib import Path

from bot.app.upkeep import LIVELY, is_live
from bot.domain.record import Record
from bot.errors import Refused, Unavailable
from bot.settings import Settings
from bot.store.condition import condition_of, glance
from bot.store.fault import is_there


class Finding(Record):
    """One sentence, and whether all is well there."""

    well: bool
    sentence: str


async def check_installation(settings: Settings, file: Path) -> list[Finding]:
    """Looks at the settings, the database and the token; changes nothing."""
    found = [check_database(file), await check_token(settings)]
    if settings.public_briefings == frozenset():
        found.append(
            _well(
                "PUBLIC_BRIEFINGS is empty: where there is no briefing, people read by name only."
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
        return _well(f"There is no database yet; `sitrep run` makes {file}.")
    if not condition.current:
        return _well(
            f"{file} is of version {condition.version}; `sitrep migrate` brings it up to date."
        )
    return _well(f"The database {file} is whole and of this version.")


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
