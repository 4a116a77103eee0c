"""A bare client of discord.py, which does nothing but connect: what Sitrep's start is held against.

`python -m tests.benchmarks.client BASE` connects to a Discord at that address and prints "ready".
"""

import sys

import discord
from discord.ext import commands
from discord.http import Route


def main() -> None:
    """Runs until it is killed, with the intents and caches of Sitrep."""
    Route.BASE = sys.argv[1]
    bot = commands.AutoShardedBot(
        command_prefix=(),
        help_command=None,
        intents=discord.Intents(guilds=True),
        max_messages=None,
        member_cache_flags=discord.MemberCacheFlags.none(),
        chunk_guilds_at_startup=False,
    )

    @bot.event
    async def on_ready() -> None:
        print("ready", file=sys.stderr, flush=True)  # noqa: T201  # whoever started it reads this

    bot.run("any", log_handler=None)


if __name__ == "__main__":
    main()
