"""Amid a fan-out: corrections, withdrawals and further releases while messages still go out."""

from bot.domain import subscription
from bot.domain.subscription import Wishes
from tests.delivery.bureau import Bureau
from tests.delivery.stock import NEWSROOM, issue_of, subscribe, subscribe_many
from tests.wire.fault import Fault
from tests.wire.server import Place
from tests.wire.wire import Wire

ROLE = NEWSROOM + 2
NOBODY = {"parse": []}
STORED_BUT_IN_DOUBT = Fault("error", after=True, status=503)


async def test_a_correction_half_way_reaches_every_message(bureau: Bureau) -> None:
    there, channels = bureau.there, bureau.there.channels()
    places = [subscription.Place(server=NEWSROOM, channel=channel) for channel in channels]
    await subscribe(bureau.store, bureau.briefing, *places, wishes=Wishes(ping=ROLE))
    there.plan(STORED_BUT_IN_DOUBT, times=20, share=0.5)
    issue = await bureau.publish(issue_of(1))
    corrected = issue_of(1).model_copy(update={"title": "Harbour dues"})
    async with bureau.working():
        await bureau.stored(30)
        await bureau.correct(issue, corrected, "The title was wrong.")
        await bureau.done()
    assert there.counts() == dict.fromkeys(channels, 1)
    shown = [text for channel in channels for text in bureau.shown(channel)]
    assert all("Harbour dues" in text and "Harbour talks" not in text for text in shown)
    made = [each.body["allowed_mentions"] for each in bureau.requests("create")]
    assert all(each == NOBODY | {"roles": [ROLE]} for each in made)
    edited = [each.body["allowed_mentions"] for each in bureau.requests("edit")]
    assert edited
    assert all(each == NOBODY for each in edited)


async def test_after_a_withdrawal_half_way_nobody_is_shown_the_text(bureau: Bureau) -> None:
    there = bureau.there
    await subscribe_many(bureau.store, bureau.briefing, more_channels(there, 400))
    there.plan(STORED_BUT_IN_DOUBT, times=20, share=0.5)
    issue = await bureau.publish(issue_of(1))
    async with bureau.working():
        await bureau.stored(30)
        await bureau.withdraw(issue, "The source was a hoax.")
        await bureau.done()
    states = bureau.states()
    assert states["skipped"] > 0
    assert states["sent"] + states["skipped"] == len(there.channels())
    assert there.counts() == dict.fromkeys(there.counts(), 1)
    assert len(there.counts()) == states["sent"]
    for channel in there.counts():
        (text,) = bureau.shown(channel)
        assert "**Withdrawn**" in text
        assert "Delegations" not in text


def more_channels(there: Wire, count: int) -> list[int]:
    """So many that not all of their messages are begun at once."""
    (server,) = there.gateway.servers.values()
    first = there.channels()[-1] + 1
    server.places += [Place(first + number, "later") for number in range(count)]
    there.join(server)
    return there.channels()[-count:]


async def test_releases_come_in_their_order_in_every_channel(bureau: Bureau) -> None:
    there, channels = bureau.there, bureau.there.channels()
    there.plan(Fault("error", status=503), Fault("reset", after=True), times=30, share=0.5)
    for number in (1, 2):
        await bureau.publish(issue_of(number))
    async with bureau.working():
        await bureau.done()
    for channel in channels:
        first, second = bureau.shown(channel)
        assert "#1" in first
        assert "#2" in second
    assert bureau.states() == {"sent": 2 * len(channels)}


async def test_an_issue_asked_for_once_more_comes_once_more(bureau: Bureau) -> None:
    """Even while Discord still knows the nonce of the first message."""
    there = bureau.there
    await bureau.publish(issue_of(1))
    async with bureau.working() as worker:
        await bureau.done()
        ((key, channel),) = bureau.rows("SELECT id, channel_id FROM subscriptions LIMIT 1")
        await bureau.app.catching_up.send_last(NEWSROOM, key)
        await bureau.done()
        assert len(there.stored(channel)) == 2
        await bureau.publish(issue_of(2))
        await bureau.done()
        assert "the database cannot be used" not in worker.log
    assert len(there.stored(channel)) == 3
    assert sum(there.counts().values()) == 2 * len(there.channels()) + 1
