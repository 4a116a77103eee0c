"""The process: what the running bot keeps about itself."""

from bot.app.clock import Clock
from bot.store.store import Store


class ProcessNotes:
    """The heartbeat, and which commands Discord has."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def beat(self) -> None:
        """Says that the bot is alive and connected."""
        async with self._store.write() as store:
            await store.process.beat(self._clock())

    async def commands_changed(self, application: int, digest: str) -> bool:
        """Whether Discord has other commands for this application than these."""
        async with self._store.read() as store:
            return await store.process.synced_commands(application) != digest

    async def keep_commands(self, application: int, digest: str) -> None:
        """Notes that Discord has these commands now."""
        async with self._store.write() as store:
            await store.process.keep_synced_commands(application, digest)
