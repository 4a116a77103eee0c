"""The process: what the running bot keeps about itself."""

from datetime import timedelta

from bot.app.clock import Clock
from bot.domain.tenure import Tenure
from bot.store.store import Store

LASTING = timedelta(seconds=20)
"""How long a lease holds: a process that dies is followed within this, and a look every 2 s."""


class ProcessNotes:
    """The lease, the heartbeat, and which commands Discord has."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def beat(self) -> None:
        """Says that the bot is alive and connected."""
        async with self._store.write() as store:
            await store.process.beat(self._clock())

    async def hold(self, tenure: Tenure) -> bool:
        """Takes or renews the lease of the one process that works; False while another has it."""
        async with self._store.write() as store:
            return await store.leases.take(tenure.lease, tenure.holder, self._clock(), LASTING)

    async def give_up(self, tenure: Tenure) -> None:
        """Lets the next process in at once."""
        async with self._store.write() as store:
            await store.leases.give_back(tenure.lease, tenure.holder)

    async def commands_changed(self, application: int, digest: str) -> bool:
        """Whether Discord has other commands for this application than these."""
        async with self._store.read() as store:
            return await store.process.synced_commands(application) != digest

    async def keep_commands(self, application: int, digest: str) -> None:
        """Notes that Discord has these commands now."""
        async with self._store.write() as store:
            await store.process.keep_synced_commands(application, digest)
