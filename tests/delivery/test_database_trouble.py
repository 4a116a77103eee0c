"""Trouble with the database: what cannot be recorded is not begun, what was done is not lost."""

import resource
import sqlite3
from contextlib import closing

import pytest

from tests.delivery.bureau import Bureau
from tests.delivery.running import Worker, until
from tests.delivery.stock import issue_of

UNUSABLE = "the database cannot be used"


async def test_a_database_locked_for_longer_than_anybody_waits_loses_nothing(
    bureau: Bureau,
) -> None:
    """It takes as long as SQLite waits for a lock before it gives up, which is ten seconds."""
    there, channels = bureau.there, bureau.there.channels()
    await bureau.publish(issue_of(1))
    async with bureau.working() as worker:
        await bureau.stored(10)
        with closing(sqlite3.connect(bureau.file, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            await until(lambda: UNUSABLE in worker.log)
        await bureau.done()
    assert there.counts() == dict.fromkeys(channels, 1)
    assert bureau.states() == {"sent": len(channels)}


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux limits other processes")
async def test_on_a_full_disk_nothing_new_is_sent_and_then_all_goes_on(bureau: Bureau) -> None:
    there, channels = bureau.there, bureau.there.channels()
    await bureau.publish(issue_of(1))
    async with bureau.working() as worker:
        await bureau.stored(10)
        before = fill_disk(bureau, worker)
        await until(lambda: UNUSABLE in worker.log)
        await bureau.publish(issue_of(2))
        seen = worker.log.count(UNUSABLE)
        await until(lambda: worker.log.count(UNUSABLE) >= seen + 2)
        assert all("#2" not in text for each in channels for text in bureau.shown(each))
        resource.prlimit(pid(worker), resource.RLIMIT_FSIZE, before)
        await bureau.done()
    assert there.counts() == dict.fromkeys(channels, 2)
    assert bureau.states() == {"sent": 2 * len(channels)}


def fill_disk(bureau: Bureau, worker: Worker) -> tuple[int, int]:
    """No file of the worker grows beyond what the largest has now; gives its limits before."""
    log = bureau.file.with_name(f"{bureau.file.name}-wal")
    limits = resource.prlimit(pid(worker), resource.RLIMIT_FSIZE)
    most = (log.stat().st_size, limits[1])
    resource.prlimit(pid(worker), resource.RLIMIT_FSIZE, most)
    return limits


def pid(worker: Worker) -> int:
    assert worker.process.pid is not None
    return worker.process.pid
