"""Taking over: one process works at a time, and the next one goes on where it ends."""

import asyncio
import signal

from bot.errors import Unavailable
from tests.delivery.bureau import Bureau
from tests.delivery.running import Worker, until
from tests.delivery.stock import issue_of
from tests.starting import started
from tests.wire.fault import Fault

SENT = "SELECT channel_id FROM deliveries WHERE state = 'sent'"


async def test_a_second_process_stands_by_and_takes_over(bureau: Bureau) -> None:
    there, channels = bureau.there, bureau.there.channels()
    async with bureau.working() as first, bureau.worker() as second:
        await until(lambda: "standing by" in second.log)
        await bureau.publish(issue_of(1))
        await bureau.stored(20)
        assert len(bureau.requests("me")) == len(bureau.requests("gateway")) == 1
        await first.kill()
        await bureau.lease_expires()
        await second.ready()
        await bureau.done()
    assert there.counts() == dict.fromkeys(channels, 1)
    assert bureau.states() == {"sent": len(channels)}


async def test_a_process_that_was_halted_makes_room_for_the_one_that_took_over(
    bureau: Bureau,
) -> None:
    there, channels = bureau.there, bureau.there.channels()
    await bureau.publish(issue_of(1))
    async with bureau.working() as first:
        await bureau.stored(20)
        await _halted(first, bureau)
        async with bureau.working() as second:
            await bureau.done()
            first.signal(signal.SIGCONT)
            assert await first.ended() != 0
            await bureau.publish(issue_of(2))
            await bureau.done()
            assert await second.stop() == 0
    assert there.counts() == dict.fromkeys(channels, 2)
    assert bureau.states() == {"sent": 2 * len(channels)}
    assert "another process has taken over" in first.log
    assert "the database cannot be used" not in first.log + second.log


async def _halted(process: Worker, bureau: Bureau) -> None:
    """Halts a process between two writes: within one, nobody else could write either."""
    while True:
        process.signal(signal.SIGSTOP)
        try:
            return await bureau.lease_expires()
        except Unavailable:
            process.signal(signal.SIGCONT)
            await asyncio.sleep(0.05)


async def test_a_process_that_is_told_to_stop_leaves_nothing_half_done(bureau: Bureau) -> None:
    there, channels = bureau.there, bureau.there.channels()
    there.plan(Fault("slow", after=True, seconds=1.5), channel=channels[0])
    await bureau.publish(issue_of(1))
    process = await started(there.url, bureau.file, "INFO")
    await bureau.stored(20)
    process.terminate()
    _, said = await process.communicate()
    assert process.returncode == 0, said.decode()
    assert set(bureau.states()) <= {"sent", "waiting"}
    assert channels[0] in {channel for (channel,) in bureau.rows(SENT)}
    async with bureau.working():
        await bureau.done()
    assert there.counts() == dict.fromkeys(channels, 1)
    assert bureau.states() == {"sent": len(channels)}
