"""What the running bot keeps about itself."""

from datetime import datetime, timedelta

from bot.app.process import ProcessNotes
from bot.store.store import Store
from tests.moments import NOW, later


async def test_the_silence_since_the_last_heartbeat(store: Store) -> None:
    moments: list[datetime] = [NOW, later(seconds=20), later(seconds=90)]
    notes = ProcessNotes(store, lambda: moments.pop(0))
    assert await notes.silent_for() is None
    await notes.beat()
    await notes.beat()
    assert await notes.silent_for() == timedelta(seconds=70)


async def test_commands_are_registered_when_they_changed(store: Store) -> None:
    notes = ProcessNotes(store, lambda: NOW)
    assert await notes.commands_changed(1, "a")
    await notes.keep_commands(1, "a")
    assert not await notes.commands_changed(1, "a")
    assert await notes.commands_changed(1, "b")
    assert await notes.commands_changed(2, "a")
