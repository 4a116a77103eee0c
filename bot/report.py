"""The report: what a person and the log are told about an error."""

import secrets
from dataclasses import dataclass

import aiohttp
import discord
import structlog
from discord import app_commands

from bot.errors import Refused, SitrepError, Unreadable
from bot.presentation.notice import notice

_log = structlog.stdlib.get_logger("sitrep.report")

CUT_OFF = (OSError, aiohttp.ClientError)
"""What a request to Discord raises when the network fails; a timeout is an OSError."""

_EXPECTED: dict[type[BaseException], str] = {
    app_commands.CommandNotFound: "This command has changed; type / and pick it again.",
    app_commands.CommandSignatureMismatch: "This command has changed; type / and pick it again.",
}
"""Errors of discord.py that a person can do something about."""


@dataclass(frozen=True)
class Told:
    """The sentence for the person; the reference is in the log too, None for a plain refusal."""

    sentence: str
    reference: str | None = None


def told(error: BaseException) -> Told:
    """What to say about an error: its own sentence, or that it is ours and under which name.

    A refusal is the person's to mend; of anything else the operator has to hear too.
    """
    if isinstance(error, Refused | Unreadable):
        return Told(str(error))
    for kind in type(error).__mro__:
        if kind in _EXPECTED:
            return Told(_EXPECTED[kind])
    reference = secrets.token_hex(3).upper()
    if isinstance(error, SitrepError):
        return Told(f"{error} It is noted as {reference}.", reference)
    return Told(
        f"Something went wrong here, and it is noted as {reference}; try again in a minute.",
        reference,
    )


async def report(error: BaseException, interaction: discord.Interaction | None = None) -> None:
    """Tells the log, and the person if there is one and none was told yet; never raises."""
    cause = getattr(error, "original", error)
    answer = told(cause)
    if answer.reference or interaction is None:
        where = _place(interaction) if interaction else {}
        _log.error("error", reference=answer.reference, exc_info=cause, **where)
    if interaction is not None:
        await _tell(interaction, answer.sentence)


def _place(interaction: discord.Interaction) -> dict[str, object]:
    data = interaction.data or {}
    return {
        "entrance": data.get("name") or data.get("custom_id"),
        "server": interaction.guild_id,
        "user": interaction.user.id,
    }


async def _tell(interaction: discord.Interaction, sentence: str) -> None:
    card = notice(sentence)
    try:
        if interaction.response.is_done():
            await interaction.followup.send(view=card, ephemeral=True)
        else:
            await interaction.response.send_message(view=card, ephemeral=True)
    except (*CUT_OFF, discord.HTTPException, discord.RateLimited) as error:
        # The person has gone, or Discord has: nobody is left to tell.
        _log.warning("could not answer", error=str(error))
