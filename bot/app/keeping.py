"""Keeping: what a button stands for, where it does not fit into the button."""

from bot.app.clock import Clock
from bot.store.store import Store


class ListStates:
    """Texts kept for 90 days from when they were last used."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def keep(self, text: str) -> int:
        """Gives the key of a text; the same text has the same key.

        A text that was kept within a day is not written again: a list waits for nobody who writes.
        """
        async with self._store.read() as store:
            key = await store.list_states.fresh(text, self._clock())
        if key is not None:
            return key
        async with self._store.write() as store:
            return await store.list_states.keep(text, self._clock())

    async def recall(self, key: int) -> str | None:
        """The text, None if it is kept no longer."""
        async with self._store.read() as store:
            return await store.list_states.recall(key, self._clock())
