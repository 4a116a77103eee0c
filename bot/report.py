"""The report: what a person and the log are told about an error."""

import secrets
from dataclasses import dataclass

import discord
import structlog
from discord import app_commands

from bot.errors import SitrepError
from bot.presentation.notice import notice

_log = structlog.stdlib.get_logger("sitrep.report")

_EXPECTED: dict[type[BaseException], str] = {
    app_commands.NoPrivateMessage: "This works in servers only; use it in a channel of a server.",
    app_commands.MissingPermissions: (
        "You may not use this here; ask an administrator of the server."
    ),
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
    """What to say about an error: its own sentence, or that it is ours and under which name."""
    if isinstance(error, SitrepError):
        return Told(str(error))
    for kind in type(error).__mro__:
        if kind in _EXPECTED:
            return Told(_EXPECTED[kind])
    reference = secrets.token_hex(3).upper()
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
    except (discord.HTTPException, OSError, TimeoutError) as error:
        # The person has gone, or Discord has: nobody is left to tell.
        _log.warning("could not answer", error=str(error))
