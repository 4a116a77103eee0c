"""A stand-in in a process of its own.

`python -m tests.wire.serve --rtt 0.08` prints its URL and serves until it is ended; with `--tied`
only until its standard input ends, as it does when whoever started it is killed.
"""

import asyncio
import signal
import sys
from argparse import ArgumentParser
from dataclasses import fields

from tests.wire.clock import Clock
from tests.wire.control import PATH, Control
from tests.wire.serving import serving
from tests.wire.terms import Terms
from tests.wire.wire import Wire


async def serve(terms: Terms, port: int, *, tied: bool) -> None:
    """Serves until the process is to end."""
    ends = asyncio.Event()
    loop = asyncio.get_running_loop()
    for ending in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(ending, ends.set)
    if tied:
        loop.add_reader(sys.stdin, ends.set)
    discord = Wire(terms, Clock())
    async with serving(discord, port, {PATH + "{action}": Control(discord).answer}):
        print(discord.url, flush=True)  # noqa: T201  # whoever started it reads this
        await ends.wait()


def main() -> None:
    """Each of the terms is an option."""
    parser = ArgumentParser(description="A Discord on this machine.")
    parser.add_argument("--port", type=int, default=0, help="0 for any that is free")
    parser.add_argument("--tied", action="store_true", help="end with the standard input")
    for each in fields(Terms):
        kind = type(each.default)
        parser.add_argument(f"--{each.name}", type=kind, default=each.default, **each.metadata)
    given = vars(parser.parse_args())
    port, tied = given.pop("port"), given.pop("tied")
    asyncio.run(serve(Terms(**given), port, tied=tied))


if __name__ == "__main__":
    main()
