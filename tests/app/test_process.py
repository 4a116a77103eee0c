"""What the running bot keeps about itself."""

from pathlib import Path

from bot.app.process import ProcessNotes
from bot.store.condition import glance
from bot.store.store import Store
from tests.moments import NOW, later


async def test_a_heartbeat_is_noted_with_its_time(store: Store, database: Path) -> None:
    moments = [NOW, later(seconds=20)]
    notes = ProcessNotes(store, lambda: moments.pop(0))
    await notes.beat()
    assert glance(database).last_beat == NOW
    await notes.beat()
    assert glance(database).last_beat == later(seconds=20)


async def test_commands_are_registered_when_they_changed(store: Store) -> None:
    notes = ProcessNotes(store, lambda: NOW)
    assert await notes.commands_changed(1, "a")
    await notes.keep_commands(1, "a")
    assert not await notes.commands_changed(1, "a")
    assert await notes.commands_changed(1, "b")
    assert await notes.commands_changed(2, "a")
