"""The ledger: what becomes of each attempt, and what is told of it."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.delivery.ended import Ended
from bot.delivery.ledger import Ledger, News
from bot.domain.change import Change
from bot.domain.delivery import Act, CopyKind, Delivery, DeliveryState
from bot.domain.issue import Issue, State
from bot.domain.outcome import (
    Again,
    Decision,
    Done,
    Doubt,
    Fail,
    Instead,
    Late,
    Pause,
    Skip,
    StopAll,
    StopRelease,
)
from bot.domain.release import ReleaseKind, ReleaseState
from bot.domain.subscription import ChannelKind, Standing
from bot.domain.tenure import Tenure
from bot.domain.terms import Terms
from bot.store.copies import SHARED_KEPT
from bot.store.outbox import Outlook
from bot.store.store import Store, Transaction
from tests.contents import contents
from tests.moments import NOW, later
from tests.shelving import DAY, found_briefing, publish, put
from tests.store import post
from tests.store.post import FAILED, HELD, MISSED, SENDING, SENT, SKIPPED, UNCERTAIN, WAITING

SOON = later(seconds=9)
TERMS = Terms(lasting=timedelta(hours=6))


class Books:
    """A ledger, and an issue whose subscribers are told of it."""

    def __init__(self, store: Store, issue: Issue) -> None:
        self.store = store
        self.issue = issue
        self.errors: list[BaseException] = []
        self.ledger = Ledger(store, TERMS, post.TENURE, self._report)

    async def _report(self, error: BaseException) -> None:
        self.errors.append(error)

    async def tell(self, *channels: int, **release: Any) -> int:
        """A release to these channels, which subscribe if they have not."""
        for channel in channels:
            await post.subscribe(self.store, self.issue.briefing, channel)
        key = await post.release(self.store, self.issue, **release)
        await post.tell(self.store, key, self.issue.briefing)
        return key

    async def correct(self, revision: int = 2) -> int:
        """A correction of every message."""
        key = await post.release(self.store, self.issue, ReleaseKind.CORRECTION, revision=revision)
        async with self.store.write() as store:
            await store.fan_out.to_copies(key, self.issue.id, revision, NOW)
        return key

    async def turn(
        self, *ended: Ended, room: int = 0, now: datetime = SOON
    ) -> tuple[list[Delivery], Outlook, News]:
        news = News()
        claimed, outlook = await self.ledger.turn(ended, room, now, news)
        return claimed, outlook, news

    async def claim(self) -> list[Delivery]:
        return (await self.turn(room=99, now=NOW))[0]

    async def end(self, decision: Decision, *claimed: Delivery, revision: int = 1) -> News:
        """All of these end so."""
        return (await self.turn(*(Ended(each, decision, revision) for each in claimed)))[2]

    async def copies(self) -> list[Any]:
        async with self.store.read() as store:
            return await store.copies.of_issue(self.issue.id)


@pytest.fixture
async def books(store: Store) -> Books:
    await post.hold(store)
    tides = await found_briefing(store, post.NEWSROOM, "Tides")
    return Books(store, await publish(store, tides, 7))


async def test_a_beginning_takes_back_what_was_left_and_knows_the_database(books: Books) -> None:
    await books.tell(10, 11)
    await post.claim(books.store, limit=1)
    salt, recovered = await books.ledger.begin(SOON)
    assert (bool(salt), recovered) == (True, 1)
    assert await books.ledger.begin(SOON) == (salt, 0)
    assert set((await post.states(books.store)).values()) == {WAITING}


@pytest.mark.parametrize(
    ("decision", "state", "reason"),
    [
        (Done(), SENT, ""),
        (Done(message=5), SENT, ""),
        (Skip(reason="why"), SKIPPED, "why"),
        (Fail(reason="why"), FAILED, "why"),
        (Doubt(reason="why"), UNCERTAIN, "why"),
        (Late(reason="why"), MISSED, "why"),
        (StopRelease(reason="why"), FAILED, "why"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Decision) else None,
)
async def test_what_has_ended_is_recorded_with_its_reason(
    books: Books, decision: Decision, state: DeliveryState, reason: str
) -> None:
    await books.tell(10)
    await books.end(decision, *await books.claim())
    (row,) = await post.rows(books.store)
    assert (row.state, row.reason, row.ended_at) == (state, reason, SOON)


@pytest.mark.parametrize("unsure", [False, True])
async def test_what_is_tried_again_waits_as_long_as_decided(books: Books, *, unsure: bool) -> None:
    await books.tell(10)
    await books.end(Again(seconds=4.5, reason="why", unsure=unsure), *await books.claim())
    (row,) = await post.rows(books.store)
    assert (row.state, row.reason, row.ended_at) == (WAITING, "why", None)
    assert row.due_at == SOON + timedelta(seconds=4.5)
    assert row.unsure_since == (NOW if unsure else None)


async def test_an_outcome_that_cannot_be_recorded_keeps_no_other_back(books: Books) -> None:
    await books.tell(10, 11)
    first, second = await books.claim()
    impossible = first.model_copy(update={"issue": 999})
    ended = [Ended(each, Done(message=each.channel + 90), 1) for each in (impossible, second)]
    claimed, outlook, _ = await books.turn(*ended, room=9)
    assert (claimed, outlook.waits) == ([], False)
    assert await post.states(books.store) == {10: UNCERTAIN, 11: SENT}
    assert [copy.message for copy in await books.copies()] == [101]
    (error,) = books.errors
    assert "does not fit" in str(error)


async def test_what_is_in_flight_is_not_taken_back(books: Books) -> None:
    await books.tell(10, 11)
    first, _ = await books.claim()
    assert (await books.ledger.begin(SOON, [first.id]))[1] == 1
    assert await post.states(books.store) == {10: SENDING, 11: WAITING}


async def test_doubt_stays_once_it_is_there(books: Books) -> None:
    await books.tell(10)
    await books.end(Again(seconds=1, reason="no answer", unsure=True), *await books.claim())
    (again,), _, _ = await books.turn(room=9, now=later(minutes=1))
    for unsure in (True, False):
        await books.end(Again(seconds=1, reason="limit", unsure=unsure), again)
        (row,) = await post.rows(books.store)
        assert row.unsure_since == NOW


async def test_what_may_have_come_through_before_stays_in_doubt_whatever_was_heard(
    books: Books,
) -> None:
    await books.tell(10, 11)
    asked, unknown = await books.claim()
    limit = Ended(asked, Again(seconds=1, reason="limit"), 1, maybe=True)
    await books.turn(limit, Ended(unknown, StopAll(reason="unknown"), 1, maybe=True))
    assert [row.unsure_since for row in await post.rows(books.store)] == [NOW, NOW]


async def test_an_unknown_token_leaves_all_as_it_was(books: Books) -> None:
    key = await books.tell(10, 11)
    with capture_logs() as logs:
        news = await books.end(StopAll(reason="unknown"), *await books.claim())
    assert await post.states(books.store, key) == {10: WAITING, 11: WAITING}
    assert [each["event"] for each in logs] == ["deliveries stop"] * 2
    assert not news


async def test_a_refusal_pauses_the_subscription_and_what_else_waits_for_it(books: Books) -> None:
    first = await books.tell(10, 11)
    second = await books.tell()
    claimed = await books.claim()
    pause = Pause(standing=Standing.NO_RIGHT, reason="the bot may not write")
    news = await books.end(pause, claimed[0])
    own = claimed[0].subscription
    assert own
    assert news.paused == {own.id: "the bot may not write"}
    assert await post.states(books.store, first) == {10: HELD, 11: SENDING}
    assert await post.states(books.store, second) == {10: HELD, 11: WAITING}
    async with books.store.read() as store:
        found = await store.subscriptions.get(own.id)
    assert found
    assert (found.standing, found.detail, found.since) == (
        Standing.NO_RIGHT,
        "the bot may not write",
        SOON,
    )


@pytest.mark.parametrize("standing", [Standing.ENDED, Standing.BY_HAND, Standing.CLOSED])
async def test_a_refusal_changes_nothing_for_who_has_left_or_paused(
    books: Books, standing: Standing
) -> None:
    own = await post.subscribe(books.store, books.issue.briefing, 10)
    await post.post(books.store, books.issue, 10, 100, subscription=own)
    key = await books.correct()
    (edit,) = await books.claim()
    async with books.store.write() as store:
        await store.subscriptions.set_standing([own], standing, "", NOW)
    news = await books.end(Pause(standing=Standing.NO_RIGHT, reason="no sight"), edit)
    async with books.store.read() as store:
        found = await store.subscriptions.get(own)
    assert found
    assert (found.standing, news.paused) == (standing, {})
    (row,) = await post.rows(books.store, key)
    assert (row.state, row.reason) == (FAILED, "no sight")


async def test_a_refusal_of_what_nobody_subscribed_fails(books: Books) -> None:
    await post.post(books.store, books.issue, 10, 100, CopyKind.SHARED)
    await books.correct()
    pause = Pause(standing=Standing.GONE, reason="gone")
    news = await books.end(pause, *await books.claim())
    (row,) = await post.rows(books.store)
    assert (row.state, row.reason, news.paused) == (FAILED, "gone", {})


async def test_what_is_tried_again_waits_if_its_subscription_has_paused_meanwhile(
    books: Books,
) -> None:
    await books.tell(10)
    (claimed,) = await books.claim()
    assert claimed.subscription
    async with books.store.write() as store:
        keys = [claimed.subscription.id]
        await store.subscriptions.set_standing(keys, Standing.BY_HAND, "", NOW)
    await books.end(Again(seconds=1, reason="limit"), claimed)
    (row,) = await post.rows(books.store)
    assert (row.state, row.reason) == (SKIPPED, "paused by hand")


async def test_what_is_held_back_has_not_ended(books: Books) -> None:
    await books.tell(10)
    (claimed,) = await books.claim()
    assert claimed.subscription
    async with books.store.write() as store:
        keys = [claimed.subscription.id]
        await store.subscriptions.set_standing(keys, Standing.GONE, "", NOW)
    await books.end(Again(seconds=1, reason="no answer"), claimed)
    (row,) = await post.rows(books.store)
    assert (row.state, row.ended_at, row.reason) == (HELD, None, "no answer")


async def in_flight_when_stopped(books: Books) -> Delivery:
    """The second of two messages, of whose release the first was an error of ours."""
    await books.tell(10, 11)
    first, second = await books.claim()
    await books.end(StopRelease(reason="too long"), first)
    return second


async def is_free(books: Books) -> bool:
    """Whether another release reaches both channels."""
    other = await books.tell()
    claimed, _, _ = await books.turn(room=9, now=later(minutes=1))
    return {(each.release, each.channel) for each in claimed} == {(other, 10), (other, 11)}


async def test_what_is_in_flight_when_its_release_stops_blocks_no_channel(books: Books) -> None:
    second = await in_flight_when_stopped(books)
    await books.end(Again(seconds=1, reason="no answer", unsure=True), second)
    assert [row.state for row in await post.rows(books.store)] == [FAILED, FAILED]
    assert await is_free(books)


async def test_what_is_recovered_of_a_release_that_stopped_blocks_no_channel(
    books: Books,
) -> None:
    await in_flight_when_stopped(books)
    await books.ledger.begin(SOON)
    assert [row.state for row in await post.rows(books.store)] == [FAILED, FAILED]
    assert await is_free(books)


async def test_a_late_edit_of_a_correction_that_stopped_blocks_no_channel(books: Books) -> None:
    await books.tell(10, 11)
    first, second = await books.claim()
    await books.end(Done(message=500), first)
    await books.correct()
    (edit,) = await books.claim()
    await books.end(StopRelease(reason="too long"), edit)
    await books.end(Done(message=501), second)
    assert await is_free(books)


async def test_an_error_of_ours_stops_the_release_and_no_other(books: Books) -> None:
    other = await books.tell(10, 11, 12)
    await post.finish(books.store, await books.claim())
    key = await books.tell()
    claimed = await books.claim()
    also = await books.tell()
    news = await books.end(StopRelease(reason="too long"), claimed[0])
    assert news.stopped == {key: "too long"}
    assert await post.states(books.store, key) == {10: FAILED, 11: SENDING, 12: SENDING}
    assert set((await post.states(books.store, also)).values()) == {WAITING}
    async with books.store.read() as store:
        states = {each.id: each.state for each in await store.releases.latest(9)}
    assert states == {
        other: ReleaseState.DONE,
        key: ReleaseState.STOPPED,
        also: ReleaseState.OPEN,
    }
    await books.end(Done(message=5), claimed[1])
    assert (await post.states(books.store, key))[11] is SENT


@pytest.mark.parametrize(
    ("release", "kind"),
    [
        (ReleaseKind.PUBLICATION, CopyKind.ALERT),
        (ReleaseKind.UPDATE, CopyKind.UPDATE),
        (ReleaseKind.CORRECTION, CopyKind.NOTE),
    ],
)
async def test_a_new_message_is_kept_with_what_it_shows(
    books: Books, release: ReleaseKind, kind: CopyKind
) -> None:
    key = await books.tell(10, kind=release)
    (claimed,) = await books.claim()
    await books.end(Done(message=500), claimed, revision=3)
    (copy,) = await books.copies()
    assert claimed.subscription
    assert (copy.message, copy.channel, copy.kind, copy.revision) == (500, 10, kind, 3)
    assert (copy.release, copy.subscription) == (key, claimed.subscription.id)
    assert (copy.server, copy.posted_at) == (post.NEWSROOM, SOON)


async def test_a_message_that_was_made_without_an_id_is_sent_and_not_kept(books: Books) -> None:
    await books.tell(10)
    await books.end(Done(), *await books.claim())
    assert await books.copies() == []


async def test_a_message_that_the_issue_has_changed_behind_is_edited(books: Books) -> None:
    await books.tell(10, 11)
    claimed = await books.claim()
    key = await books.correct()
    assert await post.rows(books.store, key) == []
    await books.turn(
        Ended(claimed[0], Done(message=500), 1), Ended(claimed[1], Done(message=501), 2)
    )
    (edit,) = await post.rows(books.store, key)
    assert (edit.act, edit.channel, edit.state, edit.due_at) == (Act.EDIT, 10, WAITING, SOON)


async def test_a_message_of_an_announcement_channel_is_passed_on(books: Books) -> None:
    briefing = books.issue.briefing
    await post.subscribe(books.store, briefing, 20, kind=ChannelKind.ANNOUNCEMENT)
    key = await books.tell(10)
    sent = [Ended(each, Done(message=500 + each.channel), 1) for each in await books.claim()]
    _, outlook, news = await books.turn(*sent)
    assert (outlook.waits, news.finished) == (True, [key])  # which has told everybody
    (crosspost,), _, _ = await books.turn(room=9)
    assert (crosspost.act, crosspost.channel) == (Act.CROSSPOST, 20)
    assert crosspost.copy_of
    assert crosspost.copy_of.message == 520
    assert not await books.end(Done(message=520), crosspost)
    assert [row.state for row in await post.rows(books.store, key)] == [SENT] * 3
    assert [copy.message for copy in await books.copies()] == [520, 510]


async def test_an_edited_message_shows_what_it_was_edited_to(books: Books) -> None:
    for message in (100, 101):
        await post.post(books.store, books.issue, 10 + message, message)
    await books.correct()
    done, again = await books.claim()
    await books.turn(
        Ended(done, Done(message=100), 2), Ended(again, Again(seconds=1, reason="limit"), 2)
    )
    assert [copy.revision for copy in await books.copies()] == [2, 1]


async def test_a_message_that_was_deleted_is_not_edited_again(books: Books) -> None:
    await post.post(books.store, books.issue, 10, 100)
    await books.correct()
    await books.end(Skip(reason="the message was deleted"), *await books.claim())
    assert await books.copies() == []
    later_on = await books.correct(3)
    assert await post.rows(books.store, later_on) == []


async def test_what_was_skipped_for_another_reason_is_still_there(books: Books) -> None:
    own = await post.subscribe(books.store, books.issue.briefing, 10, kind=ChannelKind.ANNOUNCEMENT)
    key = await post.release(books.store, books.issue)
    await post.post(books.store, books.issue, 10, 100, subscription=own, release=key)
    async with books.store.write() as store:
        await store.fan_out.crossposts([100], NOW)
    await books.end(Skip(reason="no announcement channel"), *await books.claim())
    assert len(await books.copies()) == 1


async def test_what_must_not_be_told_any_more_is_still_there(books: Books) -> None:
    own = await post.subscribe(books.store, books.issue.briefing, 10, server=post.ABROAD)
    await post.post(books.store, books.issue, 10, 100, subscription=own, server=post.ABROAD)
    await books.correct()
    (edit,) = await books.claim()
    private = edit.model_copy(update={"public": False})
    assert private.leaves_the_house
    await books.end(Skip(reason="the briefing is private now"), private)
    assert [copy.message for copy in await books.copies()] == [100]
    key = await post.release(books.store, books.issue, ReleaseKind.WITHDRAWAL, revision=3)
    async with books.store.write() as store:
        await store.fan_out.to_every_copy(key, books.issue.id, NOW)
    assert await post.states(books.store, key) == {10: WAITING}


async def corrected_with_a_note(books: Books, *, note: bool) -> Delivery:
    """The edit of the only message, of a correction that tells its reader too."""
    own = await post.subscribe(books.store, books.issue.briefing, 10)
    await post.post(books.store, books.issue, 10, 100, subscription=own)
    key = await books.correct()
    if note:
        async with books.store.write() as store:
            await store.fan_out.notes(key, books.issue.id, None, NOW)
    (edit,) = await books.claim()
    assert edit.act is Act.EDIT
    return edit


@pytest.mark.parametrize("note", [False, True])
async def test_an_answer_is_spared_where_a_note_says_it(books: Books, *, note: bool) -> None:
    await books.end(Instead(reason="too old"), await corrected_with_a_note(books, note=note))
    row, *notes = await post.rows(books.store)
    assert [(each.act, each.state) for each in notes] == [(Act.SEND, WAITING)] * note
    assert row.act is Act.REPLY
    assert (row.state, row.reason) == (
        (SKIPPED, "a note says it") if note else (WAITING, "too old")
    )


@pytest.mark.parametrize(("seconds", "passes"), [(3600, True), (50, False)])
async def test_an_edit_that_is_put_off_for_an_hour_keeps_no_news_back(
    books: Books, seconds: float, *, passes: bool
) -> None:
    own = await post.subscribe(books.store, books.issue.briefing, 10)
    await post.post(books.store, books.issue, 10, 100, subscription=own)
    await books.correct()
    await books.end(Again(seconds=seconds, reason="limit"), *await books.claim())
    news = await books.tell()
    claimed, _, _ = await books.turn(room=9)
    assert [(each.release, each.act) for each in claimed] == [(news, Act.SEND)] * passes


async def test_a_message_that_is_put_off_for_an_hour_is_not_overtaken(books: Books) -> None:
    await books.tell(10)
    await books.end(Again(seconds=3600, reason="limit"), *await books.claim())
    await books.tell()
    assert (await books.turn(room=9))[0] == []


async def test_an_edit_that_is_refused_is_said_as_an_answer(books: Books) -> None:
    copy = await post.post(books.store, books.issue, 10, 100)
    key = await books.correct()
    (edit,) = await books.claim()
    doubtful = edit.model_copy(update={"unsure_since": NOW})
    await books.end(Instead(reason="too old"), doubtful)
    (row,) = await post.rows(books.store, key)
    assert (row.act, row.state, row.due_at) == (Act.REPLY, WAITING, SOON)
    assert (row.unsure_since, row.reason) == (None, "too old")
    (reply,), _, _ = await books.turn(room=9)
    assert reply.copy_of == copy
    await books.end(Done(message=501), reply, revision=2)
    old, new = await books.copies()
    assert (old.revision, old.message) == (1, 100)
    assert (new.kind, new.message, new.revision, new.release) == (CopyKind.NOTE, 501, 2, key)


async def test_a_release_is_finished_when_its_last_message_is(books: Books) -> None:
    key = await books.tell(10, 11)
    first, second = await books.claim()
    assert not await books.end(Done(message=1), first)
    news = await books.end(Done(message=2), second)
    assert (news.finished, bool(news)) == ([key], True)
    assert not (await books.turn())[2]


async def test_a_release_that_asks_for_nothing_is_finished_too(books: Books) -> None:
    key = await post.release(books.store, books.issue)
    _, _, news = await books.turn(room=9)
    assert news.finished == [key]


async def test_without_room_nothing_is_claimed(books: Books) -> None:
    await books.tell(10)
    claimed, outlook, _ = await books.turn()
    assert (claimed, outlook.waits) == ([], True)
    assert outlook == await books.ledger.outlook(SOON)


async def test_a_sweep_gives_up_what_is_too_late_and_forgets_what_is_too_old(
    books: Books,
) -> None:
    await books.tell(10, expires_at=later(hours=1))
    await post.post(books.store, books.issue, 10, 100, CopyKind.SHARED)
    await books.ledger.sweep(later(minutes=59), News())
    assert await post.states(books.store) == {10: WAITING}
    assert len(await books.copies()) == 1
    await books.ledger.sweep(NOW + SHARED_KEPT + timedelta(seconds=1), News())
    assert await post.states(books.store) == {10: MISSED}
    assert await books.copies() == []


async def drafted(books: Books, number: int, **more: Any) -> int:
    """A publication that is due."""
    draft = await put(books.store, books.issue.briefing, contents(number, DAY), State.DRAFT)
    row = {
        "issue_id": draft.id,
        "kind": ReleaseKind.PUBLICATION,
        "author": "Ada",
        "made_at": NOW,
        "due_at": NOW,
    }
    async with books.store.write() as store:
        return await store.releases.add(row | more, Change())


async def test_what_is_due_is_opened(books: Books) -> None:
    await post.subscribe(books.store, books.issue.briefing, 10)
    due, not_yet = await drafted(books, 1), await drafted(books, 2, due_at=later(minutes=1))
    news = News()
    await books.ledger.open_due(SOON, news)
    assert news.opened == 1
    async with books.store.read() as store:
        releases = [await store.releases.existing(key) for key in (due, not_yet)]
    assert [each.state for each in releases] == [ReleaseState.OPEN, ReleaseState.PENDING]
    assert [each.issue.state for each in releases] == [State.PUBLISHED, State.DRAFT]
    assert releases[0].expires_at == SOON + TERMS.lasting
    assert len(await post.rows(books.store, due)) == 1


async def test_an_opening_that_fails_stops_itself_only(books: Books) -> None:
    first, broken, last = [
        await drafted(books, number, **more)
        for number, more in ((1, {}), (2, {"change": "{broken"}), (3, {}))
    ]
    news = News()
    await books.ledger.open_due(SOON, news)
    assert (news.opened, news.stopped) == (2, {broken: "it could not be opened"})
    assert [type(error).__name__ for error in books.errors] == ["ValidationError"]
    async with books.store.read() as store:
        states = {each.id: each.state for each in await store.releases.latest(9)}
    assert states == {
        first: ReleaseState.OPEN,
        broken: ReleaseState.STOPPED,
        last: ReleaseState.OPEN,
    }
    await books.ledger.open_due(SOON, news)
    assert news.opened == 2


async def test_an_opening_that_the_database_refuses_stops_itself_only(books: Books) -> None:
    await publish(books.store, books.issue.briefing, 8)
    change = Change(contents=contents(8, DAY))  # a number that is taken
    row = {
        "issue_id": books.issue.id,
        "kind": ReleaseKind.CORRECTION,
        "author": "Ada",
        "made_at": NOW,
        "due_at": NOW,
    }
    async with books.store.write() as store:
        broken = await store.releases.add(row, change)
    await drafted(books, 9)
    news = News()
    await books.ledger.open_due(SOON, news)
    assert (news.opened, news.stopped) == (1, {broken: "it could not be opened"})


class Meddled(Store):
    """Something happens between a look at what is due and the opening of it."""

    def __init__(self, store: Store, meddle: Callable[[], Awaitable[object]]) -> None:
        super().__init__(store._readers)
        self._meddle = meddle
        self._has_meddled = False

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[Transaction]:
        if not self._has_meddled:
            self._has_meddled = True
            await self._meddle()
        async with super().write() as transaction:
            yield transaction


async def test_what_is_taken_back_at_the_last_moment_is_not_opened(books: Books) -> None:
    key = await drafted(books, 1)

    async def undo() -> None:
        async with books.store.write() as store:
            await store.releases.set_state(key, ReleaseState.UNDONE, change=None)

    news = News()
    meddled = Meddled(books.store, undo)
    await Ledger(meddled, TERMS, post.TENURE, books._report).open_due(SOON, news)
    async with books.store.read() as store:
        found = await store.releases.existing(key)
    assert (found.state, found.issue.state) == (ReleaseState.UNDONE, State.DRAFT)
    assert (news.opened, news.stopped, books.errors) == (0, {}, [])


async def test_a_process_without_the_lease_opens_nothing(books: Books) -> None:
    key = await drafted(books, 1)
    news = News()
    other = Ledger(books.store, TERMS, Tenure(holder="another"), books._report)
    await other.open_due(SOON, news)
    async with books.store.read() as store:
        assert (await store.releases.existing(key)).state is ReleaseState.PENDING
    assert (news.opened, news.stopped) == (0, {})


async def test_what_was_done_before_another_process_took_over_changes_nothing(
    books: Books,
) -> None:
    await books.tell(10)
    (old,) = await books.claim()
    await books.ledger.begin(SOON)
    (again,), _, _ = await books.turn(room=9)
    await books.end(Fail(reason="why"), old)
    assert await post.states(books.store) == {10: SENDING}
    await books.end(Done(message=500), again)
    assert await post.states(books.store) == {10: SENT}


async def test_a_process_without_the_lease_claims_nothing_but_records(books: Books) -> None:
    await books.tell(10, 11)
    claimed = await books.claim()
    async with books.store.write() as store:
        await store.leases.give_back(post.TENURE.lease, post.TENURE.holder)
    await books.tell()
    again, outlook, _ = await books.turn(Ended(claimed[0], Done(message=1), 1), room=9)
    assert (again, outlook.waits) == ([], True)
    assert {row.state for row in await post.rows(books.store)} == {SENT, SENDING, WAITING}
    other = Ledger(books.store, TERMS, Tenure(holder="another"), books._report)
    async with books.store.write() as store:
        assert await store.leases.take(post.TENURE.lease, "another", SOON, post.LONG)
    claimed, _ = await other.turn([], 9, SOON, News())
    assert len(claimed) == 1
