"""Crashes: whatever moment the process is killed at, no message is lost and none is doubled."""

from tests.delivery.bureau import Bureau, nonces
from tests.delivery.stock import issue_of
from tests.wire.fault import Fault

KILLED_AT = (12, 28, 45)


async def test_kills_amid_faults_lose_and_double_nothing(bureau: Bureau) -> None:
    there, channels = bureau.there, bureau.there.channels()
    there.plan(Fault("error"), Fault("error", after=True), times=None, share=0.1)
    there.plan(Fault("reset"), Fault("reset", after=True), times=None, share=0.05)
    await bureau.publish(issue_of(1))
    for moment in KILLED_AT:
        async with bureau.working(holder="one") as worker:
            await bureau.stored(moment)
            await worker.kill()
    async with bureau.working(holder="one"):
        await bureau.done()
    assert there.counts() == dict.fromkeys(channels, 1)
    assert bureau.states() == {"sent": len(channels)}
    made = nonces(bureau.requests("create"))
    assert {len(each) for each in made.values()} == {1}
    assert len(set.union(*made.values())) == len(channels)
