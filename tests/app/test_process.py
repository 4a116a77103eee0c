"""What the running bot keeps about itself."""

from pathlib import Path

from bot.app.process import LASTING, ProcessNotes
from bot.domain.tenure import Tenure
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


async def test_one_process_works_at_a_time_and_the_next_follows_it(store: Store) -> None:
    moments = [NOW]
    notes = ProcessNotes(store, lambda: moments[-1])
    first, second = Tenure(holder="first"), Tenure(holder="second")
    assert await notes.hold(first)
    assert not await notes.hold(second)
    moments.append(NOW + LASTING / 2)
    assert await notes.hold(first)
    moments.append(NOW + LASTING)
    assert not await notes.hold(second)
    await notes.give_up(second)
    assert not await notes.hold(second)
    await notes.give_up(first)
    assert await notes.hold(second)
    assert not await notes.hold(first)


async def test_a_process_that_died_is_followed_when_its_lease_is_over(store: Store) -> None:
    moments = [NOW]
    notes = ProcessNotes(store, lambda: moments[-1])
    await notes.hold(Tenure(holder="first"))
    moments.append(NOW + LASTING)
    assert await notes.hold(Tenure(holder="second"))
    assert not await notes.hold(Tenure(holder="first"))
