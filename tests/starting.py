"""Starting: `sitrep run` as a process, with a Discord on this machine."""

TOKEN = "MTAwMQ.not-a-real.token-of-the-tests"  # noqa: S105  # it opens nothing
RUN = """
import sys, discord
discord.http.Route.BASE = sys.argv.pop(1)
# Otherwise discord.py waits for two seconds after the last server that it hears of.
discord.state.ConnectionState.guild_ready_timeout = property(lambda _: 0.1, lambda *_: None)
from bot.cli import main
main()
"""
"""For `python -c`, with the address of that Discord before the arguments of `sitrep`."""
