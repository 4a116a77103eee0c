"""Crashes: whatever moment the process is killed at, no message is lost and none is doubled."""

import discord

from tests.delivery.bureau import Bureau, nonces
from tests.delivery.running import until
from tests.delivery.stock import issue_of
from tests.wire.fault import Fault

KILLED_AT = (12, 28, 45)
AFTER_THE_WINDOW = 300
"""Seconds after which Discord does not know a nonce any more."""

LONG = 600
"""Seconds that nobody waits for."""


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
    await killed_half_way(bureau)
    in_doubt = {channel for (channel,) in bureau.rows(IN_DOUBT)}
    found = set(there.counts()) & in_doubt
    assert channels[0] in found
    assert channels[-1] in in_doubt - found
    made = {channel: len(bureau.requests("create", channel)) for channel in found}
    bureau.shift(AFTER_THE_WINDOW)
    async with bureau.working():
        await bureau.done()
    assert there.counts() == dict.fromkeys(channels, 1)
    assert bureau.states() == {"sent": len(channels)}
    assert {each.channel for each in bureau.requests("history")} == in_doubt
    assert {channel: len(bureau.requests("create", channel)) for channel in found} == made
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
    await killed_half_way(bureau, blind=True)
    made = {place.id: len(bureau.requests("create", place.id)) for place in (first, last)}
    bureau.shift(AFTER_THE_WINDOW)
    async with bureau.working(blind=True):
        await bureau.done()
    uncertain = "SELECT channel_id FROM deliveries WHERE state = 'uncertain'"
    assert {channel for (channel,) in bureau.rows(uncertain)} == set(made)
    assert bureau.states() == {"sent": len(channels) - 2, "uncertain": 2}
    assert {channel: len(bureau.requests("create", channel)) for channel in made} == made
    assert there.counts() == dict.fromkeys(channels[:-1], 1)


IN_DOUBT = "SELECT channel_id FROM deliveries WHERE state = 'sending' OR unsure_since IS NOT NULL"


async def killed_half_way(bureau: Bureau, **manner: bool) -> None:
    """The first message was stored and the last was not, and the bot knows of neither."""
    first, *_, last = bureau.there.channels()
    bureau.there.plan(Fault("slow", after=True, seconds=LONG), channel=first)
    bureau.there.plan(Fault("slow", seconds=LONG), channel=last, times=None)
    await bureau.publish(issue_of(1))
    async with bureau.working(**manner) as worker:
        await bureau.stored(20)
        await until(lambda: bureau.requests("create", last))
        await worker.kill()
    bureau.there.clear()
