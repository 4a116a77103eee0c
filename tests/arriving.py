"""What arrives from Discord when somebody uses a command in a direct message."""

from typing import Any

import discord


def arriving(client: discord.Client, command: str) -> discord.Interaction[Any]:
    """The use of a command that needs an answer."""
    user = {"id": "5", "username": "lone", "discriminator": "0", "avatar": None}
    data: Any = {
        "id": "1",
        "application_id": "1001",
        "type": 2,
        "token": "t",
        "version": 1,
        "attachment_size_limit": 0,
        "channel": {"id": "7", "type": 1, "recipients": [user]},
        "user": user,
        "data": {"id": "9", "name": command, "type": 1},
    }
    return discord.Interaction(data=data, state=client._connection)
