"""The courier: what is due reaches its channels once, whatever comes in between."""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime

import pytest
from structlog.testing import capture_logs

from bot.app.planning import Order
from bot.delivery.bell import Bell
from bot.delivery.courier import IN_FLIGHT, Courier, Hooks, wait_for
from bot.delivery.ended import Ended
from bot.delivery.ledger import Ledger, News
from bot.delivery.sender import Sender
from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.outcome import Heard
from bot.domain.release import ReleaseState
from bot.domain.subscription import Standing, Subscription
from bot.domain.tenure import Tenure
from bot.domain.terms import Terms
from bot.errors import Refused, Unavailable
from bot.store.outbox import Outlook
from bot.store.store import Store, Transaction
from tests.connecting import until
from tests.delivery.desk import ADA, ANNOUNCED, AT_ONCE, DEAF, FIRST, FOREIGN, SECOND, Desk
from tests.delivery.stock import draft, issue_of
from tests.wire.fault import Fault
from tests.wire.naps import Naps

OLD, NEW = "Delegations", "Envoys"


async def sent(desk: Desk) -> dict[int, int]:
    """How many messages there are in each channel, none of them twice."""
    assert desk.there.duplicates() == {}
    return desk.there.counts()


def text(desk: Desk, channel: int, place: int = 0) -> str:
    """What a message says now."""
    return json.dumps(desk.there.stored(channel)[place].now, ensure_ascii=False)


async def subscription(desk: Desk, key: int) -> Subscription:
    async with desk.store.read() as store:
        found = await store.subscriptions.get(key)
        assert found
        return found


async def set_standing(desk: Desk, key: int, standing: Standing) -> None:
    async with desk.store.write() as store:
        await store.subscriptions.set_standing([key], standing, "", desk.now())


async def test_what_is_published_reaches_every_channel_once(desk: Desk) -> None:
    await desk.subscribe(FIRST, SECOND, FOREIGN)
    release = await desk.publish()
    await desk.drain()
    await desk.drain()
    assert await sent(desk) == {FIRST: 1, SECOND: 1, FOREIGN: 1}
    assert await desk.counts(release) == {"send sent": 3}
    assert (await desk.receipt(release)).release.state is ReleaseState.DONE
    assert [news.finished for news in desk.news] == [[release.id]]
    assert desk.courier.counters.snapshot() == {
        "sitrep_deliveries_done": 3,
        "sitrep_releases_opened": 0,
        "sitrep_releases_finished": 1,
        "sitrep_deliveries_recovered": 0,
        "sitrep_deliveries_in_flight": 0,
    }
    assert desk.errors == []


async def test_a_release_goes_out_when_its_window_closes(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    release = await desk.publish(order=Order(author=ADA))
    await desk.drain()
    assert await sent(desk) == {}
    desk.there.shift(20)
    await desk.drain()
    assert await sent(desk) == {FIRST: 1}
    assert sum(news.opened for news in desk.news) == 1
    assert desk.courier.counters.releases_opened == 1
    assert (await desk.receipt(release)).release.opened_at == desk.now()


async def test_a_channel_gets_what_it_wants_in_the_order_of_releases(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    await desk.subscribe(SECOND, countries=("JP",))
    for number in (1, 2, 3):
        await desk.publish(number)
    await desk.drain()
    assert await sent(desk) == {FIRST: 3}
    for place, number in enumerate((1, 2, 3)):
        assert f"Harbour Notes #{number}" in text(desk, FIRST, place)


async def test_what_a_channel_can_be_followed_for_is_passed_on(desk: Desk) -> None:
    await desk.subscribe(FIRST, ANNOUNCED)
    release = await desk.publish()
    await desk.drain()
    assert [each.crossposted for each in desk.there.stored(ANNOUNCED)] == [True]
    assert [each.crossposted for each in desk.there.stored(FIRST)] == [False]
    assert await desk.counts(release) == {"send sent": 2, "crosspost sent": 1}


async def test_each_message_of_an_announcement_channel_is_passed_on(desk: Desk) -> None:
    await desk.subscribe(ANNOUNCED)
    for number in (1, 2):
        await desk.publish(number)
    await desk.drain()
    assert [each.crossposted for each in desk.there.stored(ANNOUNCED)] == [True, True]


async def test_a_correction_edits_every_message_and_adds_a_note(desk: Desk) -> None:
    await desk.subscribe(FIRST, FOREIGN, ping=99)
    publication = await desk.publish()
    await desk.drain()
    correction = await desk.correct(publication.issue.id, OLD, NEW, quiet=False)
    await desk.drain()
    assert await sent(desk) == {FIRST: 2, FOREIGN: 2}
    for channel in (FIRST, FOREIGN):
        assert NEW in text(desk, channel)
        (edit,) = desk.there.edits(desk.there.stored(channel)[0].id)
        assert edit["allowed_mentions"] == {"parse": []}
        assert desk.there.stored(channel)[1].first["allowed_mentions"] == {"parse": []}
    assert await desk.counts(correction) == {"edit sent": 2, "send sent": 2}


async def test_a_withdrawal_takes_back_every_message(desk: Desk) -> None:
    await desk.subscribe(FIRST, SECOND)
    publication = await desk.publish()
    await desk.drain()
    await desk.correct(publication.issue.id, OLD, NEW, quiet=False)
    await desk.drain()
    withdrawal = await desk.withdraw(publication.issue.id)
    await desk.drain()
    assert await desk.counts(withdrawal) == {"edit sent": 4}
    for channel in (FIRST, SECOND):
        for place in (0, 1):
            assert NEW not in text(desk, channel, place)
            assert "All wrong" in text(desk, channel, place)


@pytest.mark.parametrize(
    "fault",
    [
        *(Fault("error", status=status, after=after)
          for status in (503, 520) for after in (False, True)),
        Fault("reset"),
        Fault("reset", after=True),
    ],
    ids=lambda fault: f"{fault.kind} {fault.status} {fault.after}",
)  # fmt: skip
async def test_a_fault_delays_one_message_and_doubles_none(desk: Desk, fault: Fault) -> None:
    await desk.subscribe(FIRST, SECOND)
    release = await desk.publish()
    desk.there.plan(fault, channel=FIRST, times=2)
    await desk.drain()
    assert await desk.counts(release) == {"send sent": 1, "send waiting": 1}
    assert SECOND in await sent(desk)
    for _ in range(2):
        desk.there.shift(2)
        await desk.drain()
    assert await sent(desk) == {FIRST: 1, SECOND: 1}
    assert await desk.counts(release) == {"send sent": 2}
    assert desk.courier.counters.outcomes == {"done": 2, "again": 2}


async def test_whoever_is_told_to_wait_waits_as_long(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    release = await desk.publish()
    desk.there.plan(Fault("shared", seconds=100))
    await desk.drain()
    for seconds, counts in ((99, "send waiting"), (3, "send sent")):
        desk.there.shift(seconds)
        await desk.drain()
        assert await desk.counts(release) == {counts: 1}


async def test_a_first_refusal_is_asked_again_and_a_second_pauses_the_subscription(
    desk: Desk,
) -> None:
    (own, _) = await desk.subscribe(FIRST, SECOND)
    release = await desk.publish()
    desk.there.refuse(FIRST, 50013)
    await desk.drain()
    assert (await subscription(desk, own)).standing is Standing.WORKING
    assert await desk.counts(release) == {"send sent": 1, "send waiting": 1}
    desk.there.shift(10)
    await desk.drain()
    found = await subscription(desk, own)
    assert (found.standing, found.since) == (Standing.NO_RIGHT, desk.now())
    assert await desk.counts(release) == {"send sent": 1, "send held": 1}
    assert desk.there.count(name="create", channel=FIRST) == 2
    assert [news.paused for news in desk.news if news.paused] == [{own: found.detail}]


async def test_a_refusal_that_passes_pauses_nothing(desk: Desk) -> None:
    (own,) = await desk.subscribe(FIRST)
    await desk.publish()
    desk.there.refuse(FIRST, 50001)
    await desk.drain()
    desk.there.allow(FIRST)
    desk.there.shift(10)
    await desk.drain()
    assert await sent(desk) == {FIRST: 1}
    assert (await subscription(desk, own)).standing is Standing.WORKING


async def test_a_refusal_after_a_channel_worked_again_is_asked_a_second_time_too(
    desk: Desk,
) -> None:
    (own,) = await desk.subscribe(FIRST)
    await desk.publish()
    desk.there.refuse(FIRST, 50013)
    await desk.drain()
    desk.there.shift(10)
    await desk.drain()
    await set_standing(desk, own, Standing.WORKING)
    await desk.drain()
    assert desk.there.count(name="create", channel=FIRST) == 3
    assert (await subscription(desk, own)).standing is Standing.WORKING


async def test_what_was_held_goes_out_when_the_channel_can_be_reached_again(desk: Desk) -> None:
    (own,) = await desk.subscribe(FIRST)
    await set_standing(desk, own, Standing.NO_RIGHT)
    releases = [await desk.publish(number) for number in (1, 2)]
    await desk.drain()
    assert await sent(desk) == {}
    assert [await desk.counts(each) for each in releases] == [{"send held": 1}] * 2
    desk.there.shift(3600)
    await set_standing(desk, own, Standing.WORKING)
    await desk.drain()
    assert await sent(desk) == {FIRST: 2}


async def test_a_release_that_no_channel_can_get_now_is_done_all_the_same(desk: Desk) -> None:
    (own,) = await desk.subscribe(FIRST)
    await set_standing(desk, own, Standing.NO_RIGHT)
    release = await desk.publish()
    await desk.drain()
    assert [news.finished for news in desk.news] == [[release.id]]
    assert (await desk.receipt(release)).release.state is ReleaseState.DONE


async def test_what_was_held_for_too_long_is_missed(desk: Desk) -> None:
    (own,) = await desk.subscribe(FIRST)
    await set_standing(desk, own, Standing.NO_RIGHT)
    release = await desk.publish()
    desk.there.shift(24 * 3600)
    await desk.drain()
    await set_standing(desk, own, Standing.WORKING)
    await desk.drain()
    assert await sent(desk) == {}
    assert await desk.counts(release) == {"send missed": 1}


async def test_what_comes_too_late_is_missed_and_a_person_may_still_send_it(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    release = await desk.publish()
    desk.there.shift(24 * 3600)
    await desk.drain()
    assert await sent(desk) == {}
    assert await desk.counts(release) == {"send missed": 1}
    server = desk.briefing.newsroom
    await desk.app.receipts.retry(server, release.id, (DeliveryState.MISSED,))
    await desk.drain()
    assert await sent(desk) == {FIRST: 1}


@pytest.mark.parametrize("standing", [Standing.ENDED, Standing.BY_HAND, Standing.CLOSED])
async def test_what_is_tried_again_is_not_sent_to_whoever_has_left(
    desk: Desk, standing: Standing
) -> None:
    (own,) = await desk.subscribe(FIRST)
    release = await desk.publish()
    desk.there.shift(25 * 3600)
    await desk.drain()
    await set_standing(desk, own, standing)
    server = desk.briefing.newsroom
    with suppress(Refused):
        await desk.app.receipts.retry(server, release.id, (DeliveryState.MISSED,))
    await desk.drain()
    assert await sent(desk) == {}


@pytest.mark.parametrize("came_through", [False, True])
async def test_what_may_have_come_through_before_it_was_too_late_is_looked_for(
    desk: Desk, *, came_through: bool
) -> None:
    await desk.subscribe(FIRST)
    release = await desk.publish()
    (claimed,) = await desk.claim()
    if came_through:
        await desk.sender.do(claimed, "forgotten")
    desk.there.shift(25 * 3600)
    await desk.drain()
    assert desk.there.count(name="history") == 1
    assert desk.there.count(name="create") == came_through
    state = "sent" if came_through else "missed"
    assert await desk.counts(release) == {f"send {state}": 1}


async def test_an_edit_that_was_held_is_made_though_its_subscription_has_ended(
    desk: Desk,
) -> None:
    (own,) = await desk.subscribe(FIRST)
    publication = await desk.publish()
    await desk.drain()
    await set_standing(desk, own, Standing.NO_RIGHT)
    correction = await desk.correct(publication.issue.id, OLD, NEW, quiet=True)
    await set_standing(desk, own, Standing.ENDED)
    await desk.drain()
    assert await desk.counts(correction) == {"edit sent": 1}
    assert NEW in text(desk, FIRST)


async def test_a_briefing_that_is_private_now_is_told_to_its_newsroom_only(desk: Desk) -> None:
    await desk.subscribe(FIRST, FOREIGN, ANNOUNCED)
    release = await desk.publish()
    async with desk.store.write() as store:
        await store.briefings.set_public(desk.briefing.id, False)
    await desk.drain()
    assert await sent(desk) == {FIRST: 1, ANNOUNCED: 1}
    assert await desk.counts(release) == {"send sent": 2, "send skipped": 1}
    assert "the briefing is private now" in await desk.reasons(release)


async def test_what_may_have_come_through_and_is_then_told_to_wait_is_not_sent_twice(
    desk: Desk, naps: Naps
) -> None:
    await desk.subscribe(FIRST)
    release = await desk.publish()
    desk.there.plan(Fault("error", status=502, after=True))
    desk.there.plan(Fault("shared", seconds=600))
    await desk.drain()
    assert await desk.counts(release) == {"send waiting": 1}
    assert sum(naps.taken) > 600  # so long that Discord has forgotten the nonce
    desk.there.shift(602)
    await desk.drain()
    assert await sent(desk) == {FIRST: 1}
    assert await desk.counts(release) == {"send sent": 1}
    assert desk.there.count(name="history") == 1


async def test_a_correction_never_comes_too_late(desk: Desk) -> None:
    (own,) = await desk.subscribe(FIRST)
    publication = await desk.publish()
    await desk.drain()
    await set_standing(desk, own, Standing.GONE)
    correction = await desk.correct(publication.issue.id, OLD, NEW, quiet=True)
    desk.there.shift(20 * 24 * 3600)
    await desk.drain()
    await set_standing(desk, own, Standing.WORKING)
    await desk.drain()
    assert await desk.counts(correction) == {"edit sent": 1}
    assert NEW in text(desk, FIRST)


async def test_an_error_of_ours_stops_one_release_only(desk: Desk) -> None:
    await desk.subscribe(FIRST, SECOND)
    desk.there.refuse(FIRST, 50035)
    broken = await desk.publish(1)
    await desk.drain()
    desk.there.allow(FIRST)
    fine = await desk.publish(2)
    await desk.drain()
    assert (await desk.receipt(broken)).release.state is ReleaseState.STOPPED
    assert (await desk.counts(broken))["send failed"] == 1
    assert await desk.counts(fine) == {"send sent": 2}
    (stopped,) = [news.stopped for news in desk.news if news.stopped]
    assert stopped.keys() == {broken.id}
    assert "Invalid Form Body" in stopped[broken.id]
    for key in (each.id for each in (broken, fine)):
        async with desk.store.read() as store:
            release = await store.releases.existing(key)
        assert {(await subscription(desk, each)).standing for each in (1, 2)} == {Standing.WORKING}
        assert release.issue.revision == 1


class Stumbling(Sender):
    """A sender that meets with an error of ours, or finds the database away."""

    def __init__(self, sender: Sender, error: Exception, *channels: int) -> None:
        super().__init__(sender._client, sender._renderer)
        self._error = error
        self._channels = channels

    async def do(
        self, delivery: Delivery, nonce: str, too_late: Callable[[], bool] = lambda: False
    ) -> tuple[Heard, int]:
        if delivery.channel in self._channels:
            raise self._error
        return await super().do(delivery, nonce, too_late)


async def test_a_message_that_cannot_be_made_is_reported_and_stops_its_release(
    desk: Desk,
) -> None:
    await desk.subscribe(FIRST, SECOND)
    release = await desk.publish()
    error = RuntimeError("No card.")
    await desk.drain(desk.another_courier(Stumbling(desk.sender, error, FIRST)))
    assert desk.errors == [error]
    assert await desk.counts(release) == {"send sent": 1, "send failed": 1}
    assert "the message could not be made (RuntimeError)" in await desk.reasons(release)


async def test_a_card_that_cannot_be_made_while_it_is_stopped_stops_nothing(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    release = await desk.publish()
    assert await desk.hold()
    sender = Gated(Stumbling(desk.sender, RuntimeError("No card."), FIRST))
    courier = desk.another_courier(sender)
    running = asyncio.create_task(courier.run())
    async with asyncio.timeout(10):
        await sender.begun.wait()
        courier.stop()
        sender.let_go.set()
        await running
    assert await desk.counts(release) == {"send waiting": 1}
    assert (await desk.receipt(release)).release.state is ReleaseState.OPEN


async def test_a_message_that_the_database_does_not_give_is_made_later(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    release = await desk.publish()
    away = Unavailable("The database cannot be used now.")
    await desk.drain(desk.another_courier(Stumbling(desk.sender, away, FIRST)))
    assert await desk.counts(release) == {"send waiting": 1}
    desk.there.shift(1)
    await desk.drain()
    assert await sent(desk) == {FIRST: 1}
    assert desk.errors == []


async def test_an_opening_that_fails_stops_itself_only(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    broken, fine = [await desk.publish(number, Order(author=ADA)) for number in (1, 2)]
    async with desk.store.write() as store:
        await store.releases.set_state(broken.id, ReleaseState.PENDING, change="{broken")
    desk.there.shift(20)
    await desk.drain()
    assert await sent(desk) == {FIRST: 1}
    assert (await desk.receipt(fine)).release.state is ReleaseState.DONE
    assert (await desk.receipt(broken)).release.state is ReleaseState.STOPPED
    assert [type(error).__name__ for error in desk.errors] == ["ValidationError"]
    assert [news.stopped for news in desk.news if news.stopped] == [
        {broken.id: "it could not be opened"}
    ]


async def run(desk: Desk, until_seen: Callable[[], object]) -> None:
    """Runs the courier until a test has seen enough."""
    assert await desk.hold()
    task = asyncio.create_task(desk.courier.run())
    try:
        await until(until_seen)
    finally:
        desk.courier.stop()
        async with asyncio.timeout(10):
            await task


async def test_a_courier_that_runs_is_woken_by_new_work(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    waits = list[float]()
    wait, asked = desk.courier.wait, asyncio.Event()

    async def wait_long(event: asyncio.Event, seconds: float) -> None:
        waits.append(seconds)
        asked.set()
        await wait(event, 60)

    desk.courier.wait = wait_long

    async def release() -> None:
        await asked.wait()
        await desk.publish()

    releasing = asyncio.create_task(release())
    await run(desk, lambda: desk.courier.counters.releases_finished)
    await releasing
    assert await sent(desk) == {FIRST: 1}
    assert all(0 < seconds <= 2 for seconds in waits)


class Gated(Sender):
    """A sender that holds each message back until it is let go."""

    def __init__(self, sender: Sender) -> None:
        super().__init__(sender._client, sender._renderer)
        self._sender = sender
        self.begun, self.let_go = asyncio.Event(), asyncio.Event()

    async def do(
        self, delivery: Delivery, nonce: str, too_late: Callable[[], bool] = lambda: False
    ) -> tuple[Heard, int]:
        self.begun.set()
        await self.let_go.wait()
        return await self._sender.do(delivery, nonce, too_late)


async def test_a_courier_that_is_stopped_finishes_what_is_in_flight_and_nothing_else(
    desk: Desk,
) -> None:
    await desk.subscribe(FIRST)
    first, second = [await desk.publish(number) for number in (1, 2)]
    assert await desk.hold()
    sender = Gated(desk.sender)
    courier = desk.another_courier(sender)
    running = asyncio.create_task(courier.run())
    async with asyncio.timeout(10):
        await sender.begun.wait()
        courier.stop()
        sender.let_go.set()
        await running
    assert courier.stopped
    assert await desk.counts(first) == {"send sent": 1}
    assert await desk.counts(second) == {"send waiting": 1}
    assert courier.counters.in_flight == 0


async def test_a_courier_that_was_stopped_before_it_ran_does_nothing(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    release = await desk.publish()
    assert await desk.hold()
    desk.courier.stop()
    async with asyncio.timeout(10):
        await desk.courier.run()
    assert await desk.counts(release) == {"send waiting": 1}


async def test_what_was_begun_by_a_process_that_is_gone_is_sent_again_at_once(
    desk: Desk,
) -> None:
    await desk.subscribe(FIRST)
    release = await desk.publish()
    (claimed,) = await desk.claim()
    async with desk.store.read() as store:
        salt = await store.outbox.salt()
    await desk.sender.do(claimed, f"{salt}{claimed.id}")
    desk.there.shift(60)
    await desk.drain()
    assert await sent(desk) == {FIRST: 1}
    assert await desk.counts(release) == {"send sent": 1}
    assert desk.courier.counters.recovered == 1
    assert desk.there.count(name="history") == 0


@pytest.mark.parametrize("came_through", [False, True])
async def test_what_was_begun_long_ago_is_looked_for_first(
    desk: Desk, *, came_through: bool
) -> None:
    await desk.subscribe(FIRST)
    release = await desk.publish()
    (claimed,) = await desk.claim()
    if came_through:
        await desk.sender.do(claimed, "forgotten")
    desk.there.shift(3600)
    await desk.drain()
    assert await sent(desk) == {FIRST: 1}
    assert await desk.counts(release) == {"send sent": 1}
    assert desk.there.count(name="history") == 1
    assert desk.there.count(name="create") == 1
    async with desk.store.read() as store:
        (copy,) = await store.copies.of_issue(release.issue.id)
    assert copy.message == desk.there.stored(FIRST)[0].id


async def test_where_the_history_cannot_be_read_a_person_has_to_look(desk: Desk) -> None:
    await desk.subscribe(DEAF)
    release = await desk.publish()
    await desk.claim()
    desk.there.shift(3600)
    await desk.drain()
    assert await sent(desk) == {}
    assert await desk.counts(release) == {"send uncertain": 1}
    server = desk.briefing.newsroom
    await desk.app.receipts.retry(server, release.id, (DeliveryState.UNCERTAIN,))
    await desk.drain()
    assert await sent(desk) == {DEAF: 1}


async def test_a_look_that_fails_is_tried_again(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    release = await desk.publish()
    (claimed,) = await desk.claim()
    await desk.sender.do(claimed, "forgotten")
    desk.there.shift(3600)
    desk.there.plan(Fault("error", status=503), route="history")
    await desk.drain()
    assert await desk.counts(release) == {"send waiting": 1}
    desk.there.shift(10)
    await desk.drain()
    assert await sent(desk) == {FIRST: 1}
    assert desk.there.count(name="create") == 1


async def test_an_edit_that_is_in_doubt_is_made_again_without_looking(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    publication = await desk.publish()
    await desk.drain()
    await desk.correct(publication.issue.id, OLD, NEW, quiet=True)
    await desk.claim()
    desk.there.shift(3600)
    await desk.drain(desk.another_courier())
    assert NEW in text(desk, FIRST)
    assert desk.there.count(name="history") == 0


async def test_what_is_found_again_after_a_correction_is_corrected(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    publication = await desk.publish()
    (claimed,) = await desk.claim()
    await desk.sender.do(claimed, "forgotten")
    await desk.correct(publication.issue.id, OLD, NEW, quiet=True)
    assert OLD in text(desk, FIRST)
    desk.there.shift(3600)
    await desk.drain()
    assert await sent(desk) == {FIRST: 1}
    assert NEW in text(desk, FIRST)


async def test_what_goes_out_after_a_correction_says_what_is_right(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    publication = await desk.publish()
    desk.there.plan(Fault("error", status=503))
    await desk.drain()
    await desk.correct(publication.issue.id, OLD, NEW, quiet=True)
    desk.there.shift(5)
    await desk.drain()
    assert NEW in text(desk, FIRST)
    assert OLD not in text(desk, FIRST)


async def test_what_waits_for_an_issue_that_is_withdrawn_is_not_sent(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    publication = await desk.publish()
    desk.there.plan(Fault("shared", seconds=100))
    await desk.drain()
    await desk.withdraw(publication.issue.id)
    desk.there.shift(200)
    await desk.drain()
    assert await sent(desk) == {}
    assert await desk.counts(publication) == {"send skipped": 1}


async def test_an_edit_of_an_old_message_becomes_an_answer(desk: Desk, naps: Naps) -> None:
    await desk.subscribe(FIRST)
    publication = await desk.publish()
    await desk.drain()
    desk.there.refuse(FIRST, 30046)
    correction = await desk.correct(publication.issue.id, OLD, NEW, quiet=True)
    await desk.drain()
    assert await sent(desk) == {FIRST: 2}
    message, reply = desk.there.stored(FIRST)
    assert message.edits == []
    assert reply.first["message_reference"]["message_id"] == message.id
    assert "A slip" in text(desk, FIRST, 1)
    assert await desk.counts(correction) == {"reply sent": 1}
    assert naps.taken == []


async def test_a_message_that_was_deleted_is_corrected_no_more(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    publication = await desk.publish()
    await desk.drain()
    desk.there.shelf.remove(desk.there.stored(FIRST)[0])
    counts = []
    for words in ((OLD, NEW), (NEW, OLD)):
        release = await desk.correct(publication.issue.id, *words, quiet=True)
        await desk.drain()
        counts.append(await desk.counts(release))
    assert counts == [{"edit skipped": 1}, {}]


async def test_nothing_is_sent_while_too_much_was_refused(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    release = await desk.publish()
    assert await desk.hold()
    desk.closed_for = 300.0
    with capture_logs() as logs:
        for _ in range(3):
            assert 0 < await desk.courier._round() <= 1.5
    assert [each["event"] for each in logs if each["log_level"] == "error"] == [
        "deliveries pause: too many invalid requests, or Discord asks to wait"
    ]
    assert await desk.counts(release) == {"send waiting": 1}
    desk.closed_for = 0.0
    await desk.drain()
    assert await sent(desk) == {FIRST: 1}


async def test_without_the_lease_nothing_is_sent(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    release = await desk.publish()
    assert await desk.hold("another")
    for _ in range(3):
        await desk.courier._round()
    assert await sent(desk) == {}
    assert await desk.counts(release) == {"send waiting": 1}


async def test_no_more_is_in_flight_than_there_may_be(desk: Desk) -> None:
    assert 50 <= IN_FLIGHT <= 200
    await desk.subscribe(*range(FIRST + 1000, FIRST + 1000 + IN_FLIGHT + 4))
    release = await desk.publish()
    assert await desk.hold()
    await desk.courier._round()
    assert desk.courier.counters.in_flight == IN_FLIGHT
    assert (await desk.counts(release))["send waiting"] == 4
    for task in [*desk.courier._flying]:
        task.cancel()
    await asyncio.gather(*desk.courier._flying, return_exceptions=True)


class AwayStore(Store):
    """A store that cannot be written to as long as it is `away`."""

    def __init__(self, store: Store) -> None:
        super().__init__(store._readers)
        self.away = False

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[Transaction]:
        if self.away:
            raise Unavailable("The database cannot be used now.")
        async with super().write() as transaction:
            yield transaction


async def test_what_is_done_while_the_database_is_away_is_recorded_later(desk: Desk) -> None:
    await desk.subscribe(FIRST, SECOND)
    release = await desk.publish()
    store = AwayStore(desk.store)
    ledger = Ledger(store, Terms(), Tenure(holder="me"), desk._report)
    hooks = Hooks(desk.news.append, desk._report)
    courier = Courier(ledger, desk.sender, desk.now, Bell(), hooks)
    assert await desk.hold()
    await courier._begin()
    await courier._round()
    store.away = True
    await until(lambda: len(courier._ended) == 2)
    with capture_logs() as logs:
        assert await courier._round() == 1
    assert [each["unrecorded"] for each in logs] == [2]
    assert await desk.counts(release) == {"send sending": 2}
    store.away = False
    await desk.drain(courier)
    assert await desk.counts(release) == {"send sent": 2}
    assert await sent(desk) == {FIRST: 1, SECOND: 1}
    assert desk.there.count(name="create") == 2


class Odd(Ledger):
    """A ledger that meets with an error of ours once, when it should record."""

    stumbled = False

    async def turn(
        self, ended: Sequence[Ended], room: int, now: datetime, news: News
    ) -> tuple[list[Delivery], Outlook]:
        if ended and not self.stumbled:
            self.stumbled = True
            raise RuntimeError("odd")
        return await super().turn(ended, room, now, news)


async def test_what_is_done_is_kept_whatever_error_keeps_it_from_being_recorded(
    desk: Desk,
) -> None:
    await desk.subscribe(FIRST)
    release = await desk.publish()
    assert await desk.hold()
    ledger = Odd(desk.store, Terms(), Tenure(holder="me"), desk._report)
    hooks = Hooks(desk.news.append, desk._report)
    courier = Courier(ledger, desk.sender, desk.now, Bell(), hooks)
    with pytest.raises(RuntimeError):
        await courier.drain()
    await desk.drain(courier)
    assert await desk.counts(release) == {"send sent": 1}
    assert desk.there.count(name="create") == 1
    assert courier.counters.recovered == 0


async def test_whoever_is_not_known_to_discord_any_more_asks_nothing_else(desk: Desk) -> None:
    await desk.subscribe(FIRST, SECOND)
    release = await desk.publish()
    desk.there.knows_the_token = False
    assert await desk.hold()
    assert not desk.courier.refused
    async with asyncio.timeout(10):
        await desk.courier.run()
    assert (desk.courier.refused, desk.courier.stopped) == (True, True)
    assert desk.courier.counters.in_flight == 0
    assert desk.there.count(status=401) == 2
    assert await desk.counts(release) == {"send waiting": 2}


async def drained(desk: Desk) -> None:
    """It ends, whatever it could not do; with the lease or without it."""
    async with asyncio.timeout(5):
        await desk.courier.drain()


async def test_a_drain_ends_where_discord_does_not_know_the_bot(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    release = await desk.publish()
    desk.there.knows_the_token = False
    assert await desk.hold()
    await drained(desk)
    assert await desk.counts(release) == {"send waiting": 1}


async def test_a_drain_ends_where_what_is_due_waits_behind_what_is_not(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    releases = [await desk.publish(number) for number in (1, 2)]
    desk.there.plan(Fault("error", status=503))
    assert await desk.hold()
    await drained(desk)
    assert [await desk.counts(each) for each in releases] == [{"send waiting": 1}] * 2


async def test_a_drain_ends_where_it_may_not_claim(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    release = await desk.publish()
    await drained(desk)  # without the lease
    assert await desk.hold()
    desk.courier.stop()
    await drained(desk)
    assert await desk.counts(release) == {"send waiting": 1}


async def test_a_wait_ends_with_its_event_or_its_time() -> None:
    event = asyncio.Event()
    await wait_for(event, 0.001)
    assert not event.is_set()
    event.set()
    async with asyncio.timeout(10):
        await wait_for(event, 3600)


async def test_another_holder_of_the_lease_goes_on_where_the_first_was(desk: Desk) -> None:
    await desk.subscribe(FIRST, SECOND)
    release = await desk.publish()
    await desk.claim(1)
    assert await desk.hold()
    await desk.app.process.give_up(Tenure(holder="me"))
    assert await desk.hold("another")
    other = desk.another_courier(holder="another")
    async with asyncio.timeout(10):
        await other.drain()
    assert await desk.counts(release) == {"send sent": 2}
    assert await sent(desk) == {FIRST: 1, SECOND: 1}


async def test_updates_that_follow_one_closely_are_one_message(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    key = await draft(desk.store, desk.briefing, issue_of(1, sections=2))
    await desk.app.publishing.publish(key, AT_ONCE)
    await desk.drain()
    for words in ("One thing.", "Two things.", "Three things."):
        entries = desk.app.importing.read_update(words, ["RU"])
        await desk.app.publishing.update(key, entries, AT_ONCE)
        await desk.drain()
        desk.there.shift(10)
    assert await sent(desk) == {FIRST: 2}
    desk.there.shift(120)
    await desk.drain()
    assert await sent(desk) == {FIRST: 3}
    assert "One thing." in text(desk, FIRST, 1)
    assert "Two things." in text(desk, FIRST, 2)
    assert "Three things." in text(desk, FIRST, 2)


async def test_a_quiet_update_tells_nobody(desk: Desk) -> None:
    await desk.subscribe(FIRST)
    publication = await desk.publish()
    await desk.drain()
    entries = desk.app.importing.read_update("One thing.", ["RU"])
    quiet = AT_ONCE.model_copy(update={"quiet": True})
    await desk.app.publishing.update(publication.issue.id, entries, quiet)
    await desk.drain()
    assert await sent(desk) == {FIRST: 1}
