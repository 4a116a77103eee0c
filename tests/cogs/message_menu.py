"""The menu of a message, as Discord tells a bot of it."""

from typing import Any

import simcord
from simcord.backend import serializers
from simcord.enums import AppCommandType, InteractionType


async def pick_in_menu(
    who: simcord.MemberActor, channel: simcord.ChannelHandle, name: str, message: Any
) -> simcord.InteractionResult:
    """Picks an entry that only this server has.

    Discord then says which server that is; `MemberActor.context_menu` leaves it out, and the
    command would not be found.
    """
    root = who._resolve_root(name, AppCommandType.MESSAGE, channel.id)
    stored = who._message(message)
    shown = dict(serializers.message_payload(channel._env.backend, stored))
    data = {
        "id": root["id"],
        "name": root["name"],
        "type": AppCommandType.MESSAGE,
        "guild_id": root["guild_id"],
        "target_id": str(stored.id),
        "resolved": {"messages": {str(stored.id): shown}},
    }
    return await who._dispatch_interaction(InteractionType.APPLICATION_COMMAND, channel, data)
