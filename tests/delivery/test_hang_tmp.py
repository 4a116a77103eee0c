import asyncio, sqlite3, signal
import pytest
from tests.delivery.running import until
from tests.delivery.stock import issue_of

@pytest.mark.parametrize("hold,then", [(5.5,0.0),(5.5,0.03),(5.5,0.08),(10.2,0.0),(10.2,0.05),(11,0.02),(15.2,0.0),(15.5,0.06)])
async def test_hang(bureau, hold, then):
    async with bureau.working() as worker:
        other = sqlite3.connect(bureau.file, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        await asyncio.sleep(hold)
        other.execute("ROLLBACK")
        await asyncio.sleep(then)
        worker.signal(signal.SIGTERM)
        try:
            await until(lambda: not worker.process.is_alive(), 20)
        except TimeoutError:
            worker.signal(signal.SIGUSR1)
            await asyncio.sleep(1)
        print(worker.log)
        assert worker.process.exitcode == 0
