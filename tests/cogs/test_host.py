"""The host: a client that does not say where its errors end is no host."""

import discord
import pytest

from cogs.host import Host


async def test_errors_must_end_somewhere() -> None:
    host = Host(command_prefix=(), intents=discord.Intents.none())
    with pytest.raises(NotImplementedError):
        await host.report(KeyError("x"))
