"""Approvals: what waits for a second editor, as it was asked for."""

from datetime import date

from bot.domain.approval import Request, Wish
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import Contents
from bot.domain.live_update import LiveUpdate
from bot.domain.release import Author, ReleaseKind
from bot.domain.when import When
from bot.store.store import Store
from tests.moments import NOW, later
from tests.shelving import found_briefing

ADA = Author(name="Ada", id=10**18)
EMPTY = Contents(number=7, date=date(2022, 1, 28), title="Calm Seas", entries=())


async def drafted(store: Store, server: int = 1, name: str = "Tides") -> int:
    briefing = await found_briefing(store, server, name)
    async with store.write() as transaction:
        return await transaction.issues.add_draft(briefing.id, EMPTY)


def wishes(issue: int) -> list[Wish]:
    happened = Event(when=When.parse("2022-01"), sentence="Boats sail.")
    entry = Entry(heading="Peru", countries=("PE",), text="Boats sail.", events=(happened,))
    update = LiveUpdate(issue=issue, country="Peru", text="Boats sail.", entries=(entry,))
    return [
        Wish(kind=ReleaseKind.PUBLICATION, issue=issue, at=3, due=later(hours=1)),
        Wish(kind=ReleaseKind.CORRECTION, issue=issue, at=4, reason="A slip", ticked=("1.1.0.0",)),
        Wish(kind=ReleaseKind.UPDATE, issue=issue, at=0, update=update),
    ]


async def test_a_request_comes_back_as_it_was_made(store: Store) -> None:
    issue = await drafted(store)
    async with store.write() as transaction:
        for number, wish in enumerate(wishes(issue), 1):
            key = await transaction.approvals.add(wish, ADA, NOW)
            made = Request(id=number, wish=wish, asker=ADA, asked_at=NOW)
            assert key == number
            assert await transaction.approvals.get(key) == made
            await transaction.approvals.keep_post(key, 5, 10**18)
            posted = made.model_copy(update={"post": (5, 10**18)})
            assert await transaction.approvals.get(key) == posted
        found = await transaction.approvals.of_issue(issue)
    assert [each.wish for each in found] == wishes(issue)


async def test_each_newsroom_has_its_own(store: Store) -> None:
    here, there = await drafted(store), await drafted(store, 2, "Fog")
    async with store.write() as transaction:
        for issue in (here, there):
            await transaction.approvals.add(wishes(issue)[0], ADA, NOW)
        assert {*await transaction.approvals.at_desk(1)} == {here}
        assert {*await transaction.approvals.at_desk(2)} == {there}
        assert await transaction.approvals.at_desk(3) == {}


async def test_what_waits_no_more_is_gone_and_its_id_never_returns(store: Store) -> None:
    issue = await drafted(store)
    async with store.write() as transaction:
        key = await transaction.approvals.add(wishes(issue)[0], ADA, NOW)
        assert await transaction.approvals.drop(key)
        assert not await transaction.approvals.drop(key)
        assert not await transaction.approvals.drop(10**20)
        assert await transaction.approvals.get(10**20) is None
        assert await transaction.approvals.add(wishes(issue)[0], ADA, NOW) == key + 1
