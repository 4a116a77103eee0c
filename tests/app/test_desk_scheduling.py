"""Scheduling at the desk: set, moved, cancelled, checked before and at the moment."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.app.app import App, build_app
from bot.app.gate import Gate
from bot.delivery.ledger import Ledger, News
from bot.domain.bench import Bench
from bot.domain.briefing import Briefing
from bot.domain.editing.masthead_edit import MastheadEdit
from bot.domain.editing.section_edits import AddSection
from bot.domain.editing.spot import Spot
from bot.domain.editing.text_edit import TextEdit
from bot.domain.editor import Editor
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import State
from bot.domain.release import Missed, Release
from bot.domain.tenure import Tenure
from bot.domain.terms import Terms
from bot.errors import Refused
from bot.store.store import Store
from tests.app.test_desk import ADA, BEN, READER, SERVER, STRANGER, done
from tests.domain.editing.drafts import section
from tests.moments import NOW
from tests.shelving import found_briefing

TENURE = Tenure(holder="me")
PARIS = "Paris"
SIX = datetime(2022, 2, 1, 17, 0, tzinfo=UTC)  # 18:00 in Paris; it is 13:00 there


class Still:
    """A clock that a test moves."""

    now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Still:
    return Still()


@pytest.fixture
def app(store: Store, gazetteer: Gazetteer, clock: Still) -> App:
    return build_app(store, gazetteer, clock)


@pytest.fixture
async def tides(store: Store) -> Briefing:
    return await found_briefing(store, SERVER, "Tides")


@pytest.fixture
async def bench(app: App, tides: Briefing) -> Bench:
    """A draft that nothing blocks."""
    new = await app.desk.new(ADA, tides.id, title="Calm Seas")
    added = AddSection(section=section("Japan", "All calm."))
    return done(await app.desk.edit(ADA, new.issue.id, new.version, added))


async def scheduled(app: App, bench: Bench, typed: str = "18:00") -> Bench:
    due = await app.desk_scheduling.due(ADA, typed, PARIS)
    return await app.desk_scheduling.schedule(ADA, bench.issue.id, bench.version, due.at)


async def passed(
    app: App, store: Store, gazetteer: Gazetteer, clock: Still, moment: datetime
) -> News:
    """What happens when it is so late; the courier looks as it does every minute."""

    async def report(error: BaseException) -> None:
        raise error

    clock.now = moment
    async with store.write() as transaction:
        await transaction.leases.take(TENURE.lease, TENURE.holder, moment, timedelta(days=1))
    ledger = Ledger(store, Terms(), TENURE, report, Gate(gazetteer).blocks)
    news = News()
    await ledger.sweep(moment, news)
    await ledger.open_due(moment, news)
    return news


async def release_of(store: Store, key: int) -> Release:
    async with store.read() as transaction:
        (found,) = await transaction.releases.of_issue(key)
    return found


async def test_a_draft_goes_out_at_its_moment_and_not_before(
    app: App, store: Store, gazetteer: Gazetteer, clock: Still, bench: Bench
) -> None:
    planned = await scheduled(app, bench)
    assert planned.issue.state is State.SCHEDULED
    assert planned.pending
    assert (planned.pending.due_at, planned.pending.scheduled) == (SIX, True)
    before = await passed(app, store, gazetteer, clock, SIX - timedelta(seconds=1))
    assert not before
    news = await passed(app, store, gazetteer, clock, SIX)
    assert news.opened == 1
    assert (await app.desk.open(ADA, bench.issue.id)).issue.state is State.PUBLISHED


async def test_the_zone_and_the_time_are_remembered(app: App, bench: Bench) -> None:
    with pytest.raises(Refused, match="Say in which time zone"):
        await app.desk_scheduling.due(ADA, "18:00")
    await scheduled(app, bench)
    chosen = await app.desk_scheduling.choices(BEN)
    assert (chosen.time_zone, chosen.usual_time) == ("Europe/Paris", "18:00")
    due = await app.desk_scheduling.due(BEN, "9am", "Tokyo")
    moved = await app.desk_scheduling.schedule(BEN, bench.issue.id, bench.version, due.at)
    assert moved.pending
    assert moved.pending.due_at == datetime(2022, 2, 2, 8, 0, tzinfo=UTC)
    assert due.rolled
    assert (moved.pending.author, moved.pending.author_id) == ("Ben", BEN.id)


async def test_what_goes_out_is_what_stands_then(
    app: App, store: Store, gazetteer: Gazetteer, clock: Still, bench: Bench
) -> None:
    planned = await scheduled(app, bench)
    edit = TextEdit(at=Spot(entry=0), text="All is well.")
    later = done(await app.desk.edit(BEN, bench.issue.id, planned.version, edit))
    assert later.pending == planned.pending
    await passed(app, store, gazetteer, clock, SIX + timedelta(minutes=59))
    now = await app.desk.open(ADA, bench.issue.id)
    assert now.issue.state is State.PUBLISHED
    assert now.contents.entries[0].text == "All is well."


async def test_a_scheduled_issue_keeps_its_number_and_its_date(app: App, bench: Bench) -> None:
    planned = await scheduled(app, bench)
    bare = MastheadEdit(number=None, date=None, title="Calm Seas")
    with pytest.raises(Refused, match="scheduled and needs its number and date; cancel it first"):
        await app.desk.edit(ADA, bench.issue.id, planned.version, bare)


async def test_it_is_cancelled_and_scheduled_again(app: App, bench: Bench) -> None:
    planned = await scheduled(app, bench)
    draft = await app.desk_scheduling.cancel(BEN, bench.issue.id)
    assert (draft.issue.state, draft.pending) == (State.DRAFT, None)
    with pytest.raises(Refused, match="does not wait for a set time any more"):
        await app.desk_scheduling.cancel(ADA, bench.issue.id)
    again = await scheduled(app, planned, "tomorrow 9am")
    assert again.issue.state is State.SCHEDULED


async def test_a_blocked_issue_is_not_scheduled(app: App, tides: Briefing) -> None:
    empty = await app.desk.new(ADA, tides.id)
    with pytest.raises(Refused, match="Something has to be mended first"):
        await scheduled(app, empty)


async def blocked(app: App, bench: Bench) -> None:
    """It is scheduled, and then loses its title."""
    planned = await scheduled(app, bench)
    bare = MastheadEdit(number=1, date=planned.contents.date, title=None)
    done(await app.desk.edit(BEN, bench.issue.id, planned.version, bare))


async def test_who_scheduled_it_is_told_once_ten_minutes_before_if_something_blocks_it(
    app: App, store: Store, gazetteer: Gazetteer, clock: Still, bench: Bench
) -> None:
    await blocked(app, bench)
    key = (await release_of(store, bench.issue.id)).id
    told = [
        (await passed(app, store, gazetteer, clock, SIX - timedelta(minutes=before))).blocked
        for before in (11, 10, 9)
    ]
    assert told == [[], [key], []]


async def test_what_is_blocked_at_its_moment_is_missed(
    app: App, store: Store, gazetteer: Gazetteer, clock: Still, bench: Bench
) -> None:
    await blocked(app, bench)
    news = await passed(app, store, gazetteer, clock, SIX)
    release = await release_of(store, bench.issue.id)
    assert (news.opened, news.missed, release.missed) == (0, [release.id], Missed.BLOCKED)
    (listed,) = await app.desk.listed(ADA)
    assert (listed.missed, listed.due, listed.issue.state) == (True, None, State.DRAFT)


async def test_what_comes_too_late_is_missed_and_published_by_hand(
    app: App, store: Store, gazetteer: Gazetteer, clock: Still, bench: Bench
) -> None:
    planned = await scheduled(app, bench)
    late = SIX + timedelta(minutes=60, seconds=1)
    news = await passed(app, store, gazetteer, clock, late)
    release = await release_of(store, bench.issue.id)
    assert (news.missed, release.missed) == ([release.id], Missed.LATE)
    await app.desk_publishing.publish(ADA, bench.issue.id, planned.version)
    (listed,) = await app.desk.listed(ADA)
    assert not listed.missed
    assert listed.due == late + timedelta(seconds=30)


@pytest.mark.parametrize("who", [READER, STRANGER])
async def test_it_is_for_the_editors_of_the_newsroom(app: App, bench: Bench, who: Editor) -> None:
    for asked in (
        app.desk_scheduling.schedule(who, bench.issue.id, bench.version, SIX),
        app.desk_scheduling.cancel(who, bench.issue.id),
    ):
        with pytest.raises(Refused, match=r"Only editors|no such issue"):
            await asked


async def test_what_waits_for_its_window_is_not_moved(app: App, bench: Bench) -> None:
    await app.desk_publishing.publish(ADA, bench.issue.id, bench.version)
    with pytest.raises(Refused, match="does not wait for a set time"):
        await scheduled(app, bench)
