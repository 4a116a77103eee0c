"""Crashes: whatever moment the process is killed at, no message is lost and none is doubled."""

import discord

from tests.delivery.bureau import Bureau, nonces
from tests.delivery.stock import issue_of
from tests.wire.fault import Fault

KILLED_AT = (12, 28, 45)
AFTER_THE_WINDOW = 300
"""Seconds after which Discord does not know a nonce any more."""

STORED_WITHOUT_A_WORD = Fault("slow", after=True, seconds=60)


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
    assert len(bureau.requests("create")) > len(channels)
    made = nonces(bureau.requests("create"))
    assert {len(each) for each in made.values()} == {1}, "one nonce for all attempts of one"
    assert len(set.union(*made.values())) == len(channels), "and another one for each other"


async def test_what_was_stored_is_found_by_its_stamp_when_nonces_are_forgotten(
    bureau: Bureau,
) -> None:
    there, channels = bureau.there, bureau.there.channels()
    there.plan(STORED_WITHOUT_A_WORD, channel=channels[0])
    await bureau.publish(issue_of(1))
    await killed_half_way(bureau)
    in_doubt = {channel for (channel,) in bureau.rows(SENDING)}
    had_it = set(there.counts()) & in_doubt
    assert channels[0] in had_it
    assert channels[-1] in in_doubt - had_it
    bureau.shift(AFTER_THE_WINDOW)
    async with bureau.working():
        await bureau.done()
    assert there.counts() == dict.fromkeys(channels, 1)
    assert bureau.states() == {"sent": len(channels)}
    assert {each.channel for each in bureau.requests("history")} == in_doubt
    assert {len(bureau.requests("create", each)) for each in had_it} == {1}
    kept = bureau.rows("SELECT channel_id, message_id FROM copies")
    assert dict(kept) == {channel: there.stored(channel)[0].id for channel in channels}


async def test_where_nobody_can_look_it_stays_uncertain_and_is_not_sent_again(
    bureau: Bureau,
) -> None:
    """It is the courier alone here: by itself, the bot pauses a channel that it cannot read."""
    there, channels = bureau.there, bureau.there.channels()
    (server,) = there.gateway.servers.values()
    first, last = server.places[0], server.places[-1]
    first.denied = last.denied = discord.Permissions(read_message_history=True)
    there.plan(STORED_WITHOUT_A_WORD, channel=first.id)
    await bureau.publish(issue_of(1))
    await killed_half_way(bureau, blind=True)
    bureau.shift(AFTER_THE_WINDOW)
    async with bureau.working(blind=True):
        await bureau.done()
    uncertain = "SELECT channel_id FROM deliveries WHERE state = 'uncertain'"
    assert {channel for (channel,) in bureau.rows(uncertain)} == {first.id, last.id}
    assert bureau.states() == {"sent": len(channels) - 2, "uncertain": 2}
    assert there.counts() == dict.fromkeys(channels[:-1], 1)
    assert len(bureau.requests("create", first.id)) == 1
    assert bureau.requests("create", last.id) == []


SENDING = "SELECT channel_id FROM deliveries WHERE state = 'sending'"


async def killed_half_way(bureau: Bureau, **manner: bool) -> None:
    """All of them are begun, and the last has not left."""
    async with bureau.working(**manner) as worker:
        await bureau.stored(20)
        await worker.kill()
