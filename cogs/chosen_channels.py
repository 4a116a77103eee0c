"""Chosen channels: what was picked in a menu of channels."""

import asyncio
import re
from collections.abc import Mapping
from typing import Any

import discord

from cogs.alert_targets import find
from cogs.host import Interaction
from cogs.reaching import Target

_ID = re.compile(r"[0-9]{1,18}|[1-8][0-9]{18}")
"""Below 2**63, above which Discord has none."""


async def chosen_channels(interaction: Interaction) -> tuple[list[Target], list[int]]:
    """Those that alerts can go to, and the ids of those that cannot be seen here."""
    found, unseen = list[Target](), list[int]()
    picked = picked_ids(interaction)
    targets = await asyncio.gather(*(find(interaction.client, channel) for channel in picked))
    for channel, target in zip(picked, targets, strict=True):
        if target is None or not _is_shown(interaction, target):
            unseen.append(channel)
        else:
            found.append(target)
    return found, unseen


def picked_ids(interaction: Interaction) -> list[int]:
    """What Discord says was picked; anything may be sent, so what is no id is left out."""
    data: Mapping[str, Any] = dict(interaction.data or {})
    return [int(value) for value in data.get("values", ()) if _ID.fullmatch(str(value))]


def _is_shown(interaction: Interaction, channel: Target) -> bool:
    """Whether it is a channel of this server that the person sees: no menu offers another."""
    person, server = interaction.user, interaction.guild_id
    if not isinstance(person, discord.Member) or channel.guild.id != server:
        return False
    return channel.permissions_for(person).view_channel
