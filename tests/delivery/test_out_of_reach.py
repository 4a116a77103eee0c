"""Channels out of reach: whoever cannot be reached pauses, and nobody else is concerned."""

from bot.domain.access import Access
from tests.delivery.bureau import Bureau
from tests.delivery.running import until
from tests.delivery.stock import NEWSROOM, issue_of

GONE, CLOSED = 10003, 50013


async def test_channels_that_refuse_half_way_pause_when_they_refuse_again(bureau: Bureau) -> None:
    there, channels = bureau.there, bureau.there.channels()
    deleted, closed = channels[-2:]
    await bureau.publish(issue_of(1))
    async with bureau.working(confirming=1.0):
        await bureau.stored(20)
        there.refuse(deleted, GONE)
        there.refuse(closed, CLOSED)
        await bureau.done()
        assert bureau.states() == {"sent": len(channels) - 2, "held": 2}
        assert standings(bureau) == {deleted: "gone", closed: "no_right"}
        asked = dict[int, int]()
        for channel, status in ((deleted, 404), (closed, 403)):
            asked[channel] = len(bureau.requests("create", channel))
            assert asked[channel] >= 2
            assert {each.status for each in bureau.requests("create", channel)} == {status}
        await bureau.publish(issue_of(2))
        await bureau.done()
        assert bureau.states() == {"sent": 2 * (len(channels) - 2), "held": 4}
        assert all(len(bureau.requests("create", each)) == asked[each] for each in asked)
        await it_opens_again(bureau, closed)
    assert ["#1" in text for text in bureau.shown(closed)] == [True, False]
    assert there.counts() == dict.fromkeys([*channels[:-2], closed], 2)


async def it_opens_again(bureau: Bureau, channel: int) -> None:
    """What was held for it goes out, in order."""
    bureau.there.allow(channel)
    found = "SELECT id FROM subscriptions WHERE channel_id = ?"
    ((key,),) = bureau.rows(found, channel)
    await bureau.app.subscribing.resume(NEWSROOM, key, Access())
    await until(lambda: len(bureau.there.stored(channel)) == 2)
    await bureau.done()


def standings(bureau: Bureau) -> dict[int, str]:
    """The channels that do not work, and why."""
    query = "SELECT channel_id, standing FROM subscriptions WHERE standing != 'working'"
    return dict(bureau.rows(query))
