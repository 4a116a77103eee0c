"""Opening: what a release makes of its issue, and which messages it asks for."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.delivery.opening import Opening
from bot.domain.change import Change
from bot.domain.delivery import Act, CopyKind
from bot.domain.entry import Entry
from bot.domain.issue import Contents, Issue, State
from bot.domain.quote import Quote, QuoteKind
from bot.domain.release import Release, ReleaseKind, ReleaseState
from bot.domain.revision import Revision
from bot.domain.terms import Terms
from bot.store.store import Store
from tests.contents import contents, section
from tests.moments import NOW, later
from tests.shelving import DAY, found_briefing, put
from tests.store import post
from tests.store.post import NEWSROOM, SENDING, SENT, SKIPPED, WAITING

TERMS = Terms(lasting=timedelta(hours=6), gathering=timedelta(minutes=2))
WHOLE = contents(7, DAY, section(), section("FI", text="Boats."), section("SE", text="Fog."))
DRAFT = State.DRAFT


class Press:
    """A newsroom with one issue, and what its releases make of it."""

    def __init__(self, store: Store, issue: Issue) -> None:
        self.store = store
        self.id = issue.id
        self.briefing = issue.briefing

    async def release(self, kind: ReleaseKind, now: datetime = NOW, **more: Any) -> Release:
        """Opens a release that was made twenty seconds before."""
        change = more.pop("change", Change())
        row = {
            "issue_id": self.id,
            "kind": kind,
            "author": "Ada",
            "made_at": now - timedelta(seconds=20),
            "due_at": now,
        }
        async with self.store.write() as store:
            key = await store.releases.add(row | more, change)
            release = await store.releases.existing(key)
            return await Opening(store, release, TERMS, now).open()

    async def publish(self, now: datetime = NOW, **more: Any) -> Release:
        return await self.release(ReleaseKind.PUBLICATION, now, **more)

    async def update(self, *entries: Entry, at: datetime) -> Release:
        return await self.release(ReleaseKind.UPDATE, at, change=Change(entries=entries))

    async def correct(self, after: Contents, now: datetime = NOW, **more: Any) -> Release:
        change = Change(contents=after)
        more = {"reason": "A slip"} | more
        return await self.release(ReleaseKind.CORRECTION, now, change=change, **more)

    async def withdraw(self, now: datetime = NOW) -> Release:
        return await self.release(ReleaseKind.WITHDRAWAL, now, reason="All wrong")

    async def issue(self) -> Issue:
        async with self.store.read() as store:
            return await store.issues.existing(self.id)

    async def says(self) -> Contents:
        async with self.store.read() as store:
            return await store.issues.contents(self.id)

    async def revisions(self) -> list[Revision]:
        async with self.store.read() as store:
            return await store.revisions.of(self.id)

    async def subscribe(self, channel: int, *countries: str, **more: Any) -> int:
        return await post.subscribe(self.store, self.briefing, channel, *countries, **more)

    async def channels(self, *releases: Release) -> list[int]:
        """The channels that these releases are for."""
        rows = await post.rows(self.store, *(each.id for each in releases))
        return [row.channel for row in rows]

    async def deliver(self, *channels: int) -> None:
        """All that waits now has come through, as the first messages of these channels."""
        async with self.store.read() as store:
            everyone = {
                each.place.channel: each.id for each in await store.subscriptions.everyone()
            }
        for channel in channels:
            issue, own = await self.issue(), everyone[channel]
            await post.post(self.store, issue, channel, 1000 + channel, subscription=own)
        await post.hold(self.store)
        await post.finish(self.store, await post.claim(self.store))


@pytest.fixture
async def press(store: Store) -> Press:
    briefing = await found_briefing(store, NEWSROOM, "Tides")
    return Press(store, await put(store, briefing, WHOLE, DRAFT))


def changed(before: Contents, *entries: Entry) -> Contents:
    return before.model_copy(update={"entries": entries})


async def test_a_publication_makes_the_issue_readable_and_keeps_what_it_says(
    press: Press,
) -> None:
    release = await press.publish(later(seconds=20))
    issue = await press.issue()
    assert (issue.state, issue.revision, issue.corrected_at) == (State.PUBLISHED, 1, None)
    assert issue.published_at == later(seconds=20)
    assert await press.revisions() == [
        Revision(
            number=1,
            author="Ada",
            made_at=later(seconds=20),
            reason="First publication",
            contents=WHOLE,
        )
    ]
    assert (release.state, release.revision) == (ReleaseState.OPEN, 1)
    assert (release.opened_at, release.issue) == (later(seconds=20), issue)
    assert release.expires_at == later(seconds=20) + TERMS.lasting


async def test_a_publication_tells_everybody_who_wants_one_of_its_countries(press: Press) -> None:
    for channel, countries in ((10, ()), (11, ("FI", "NO")), (12, ("NO",)), (13, ("SE",))):
        await press.subscribe(channel, *countries)
    release = await press.publish()
    assert await press.channels(release) == [10, 11, 13]
    (row, *_) = await post.rows(press.store, release.id)
    assert (row.act, row.state, row.due_at) == (Act.SEND, WAITING, NOW)


async def test_a_quiet_publication_tells_nobody(press: Press) -> None:
    await press.subscribe(10)
    release = await press.publish(quiet=True)
    assert (await press.issue()).state is State.PUBLISHED
    assert await press.channels(release) == []


async def test_what_was_going_to_change_is_kept_no_longer(press: Press) -> None:
    await press.publish()
    release = await press.update(section("NO"), at=NOW)
    async with press.store.read() as store:
        assert await store.releases.change(release.id) == Change()


async def told_of(press: Press, release: Release) -> list[str]:
    """The texts of the entries that an update tells of."""
    async with press.store.read() as store:
        keys = await store.releases.entries(release.id)
        return [each.text for each in await store.entries.of(press.id) if each.id in keys]


async def test_an_update_adds_to_the_issue_and_corrects_nothing(press: Press) -> None:
    await press.publish()
    release = await press.update(section("NO", text="Ice."), at=later(minutes=5))
    issue, says = await press.issue(), await press.says()
    assert (issue.revision, issue.corrected_at, issue.state) == (2, None, State.PUBLISHED)
    assert says.entries[:3] == WHOLE.entries
    assert says.entries[3:] == (section("NO", text="Ice.", live=later(minutes=5)),)
    (_, second) = await press.revisions()
    assert (second.number, second.reason, second.contents) == (2, "Live update", says)
    assert (release.revision, release.batch) == (2, None)
    assert await told_of(press, release) == ["Ice."]


async def test_an_update_may_say_why(press: Press) -> None:
    await press.publish()
    change = Change(entries=(section("NO"),))
    await press.release(ReleaseKind.UPDATE, change=change, reason="New ice")
    assert [each.reason for each in await press.revisions()] == ["First publication", "New ice"]


async def test_an_update_tells_those_who_want_what_is_new(press: Press) -> None:
    for channel, countries in ((10, ()), (11, ("FI",)), (12, ("NO",))):
        await press.subscribe(channel, *countries)
    await press.publish()
    release = await press.update(section("NO"), at=NOW)
    assert await press.channels(release) == [10, 12]
    assert release.expires_at == NOW + TERMS.lasting


async def test_the_first_update_goes_out_at_once_and_those_close_behind_it_together(
    press: Press,
) -> None:
    await press.subscribe(10)
    await press.publish()
    first = await press.update(section("NO", text="One."), at=NOW)
    second = await press.update(section("NO", text="Two."), at=later(seconds=30))
    third = await press.update(section("NO", text="Three."), at=later(seconds=110))
    rows = await post.rows(press.store, first.id, second.id, third.id)
    assert [(row.release, row.due_at) for row in rows] == [
        (first.id, NOW),
        (second.id, later(minutes=2)),
    ]
    assert (first.batch, second.batch, third.batch) == (None, second.id, second.id)
    assert await told_of(press, first) == ["One."]
    assert await told_of(press, second) == ["Two.", "Three."]


async def test_a_message_of_several_updates_goes_to_all_who_want_any_of_them(
    press: Press,
) -> None:
    await press.subscribe(11, "EE")
    await press.subscribe(12, "NO")
    await press.publish()
    await press.update(section("SE"), at=NOW)
    second = await press.update(section("NO"), at=later(seconds=30))
    third = await press.update(section("EE"), at=later(seconds=60))
    fourth = await press.update(section("NO", "EE"), at=later(seconds=90))
    assert await press.channels(second) == [12, 11]
    assert await press.channels(third, fourth) == []


async def test_a_later_update_leads_again(press: Press) -> None:
    await press.subscribe(10)
    await press.publish()
    await press.update(section("NO"), at=NOW)
    await press.update(section("NO"), at=later(seconds=100))
    fresh = await press.update(section("NO", text="New."), at=later(seconds=120))
    after = await press.update(section("NO", text="Newer."), at=later(seconds=130))
    (row,) = await post.rows(press.store, fresh.id)
    assert (row.due_at, fresh.batch) == (later(seconds=120), None)
    (row,) = await post.rows(press.store, after.id)
    assert (row.due_at, after.batch) == (later(seconds=240), after.id)
    assert await told_of(press, fresh) == ["New."]


async def test_updates_of_other_issues_are_not_gathered(press: Press) -> None:
    other = Press(press.store, await put(press.store, press.briefing, contents(8, DAY), DRAFT))
    for each in (press, other):
        await each.publish()
    await press.update(section("NO"), at=NOW)
    assert (await other.update(section("NO"), at=later(seconds=1))).batch is None


async def test_a_correction_changes_the_issue_and_says_why(press: Press) -> None:
    await press.publish()
    after = changed(WHOLE, section(), section("FI", text="Ships."), section("SE", text="Fog."))
    release = await press.correct(after, later(hours=1))
    issue = await press.issue()
    assert (issue.revision, issue.corrected_at) == (2, later(hours=1))
    assert (issue.state, issue.published_at) == (State.PUBLISHED, NOW)
    assert await press.says() == after
    (_, second) = await press.revisions()
    assert (second.number, second.reason, second.contents) == (2, "A slip", after)
    assert (release.revision, release.expires_at) == (2, None)


async def told_already(press: Press) -> None:
    """A publication that has come through in three channels."""
    for channel, countries in ((10, ()), (11, ("FI",)), (12, ("SE",))):
        await press.subscribe(channel, *countries)
    await press.publish()
    await press.deliver(10, 11, 12)


async def acts(press: Press, release: Release) -> dict[Act, list[int]]:
    """The channels of the acts that a release asks for."""
    found: dict[Act, list[int]] = {}
    for row in await post.rows(press.store, release.id):
        found.setdefault(row.act, []).append(row.channel)
    return found


async def test_a_quiet_correction_edits_every_message(press: Press) -> None:
    await told_already(press)
    after = changed(WHOLE, section(), section("FI", text="Ships."), section("SE", text="Fog."))
    release = await press.correct(after, quiet=True)
    assert await acts(press, release) == {Act.EDIT: [10, 11, 12]}


async def test_a_correction_with_a_note_tells_those_whom_it_concerns(press: Press) -> None:
    await told_already(press)
    after = changed(WHOLE, section(), section("FI", text="Ships."), section("SE", text="Fog."))
    release = await press.correct(after)
    assert await acts(press, release) == {Act.EDIT: [10, 11, 12], Act.SEND: [10, 11]}


@pytest.mark.parametrize(
    "after",
    [
        changed(WHOLE, section(text="Other."), *WHOLE.entries[1:]),
        WHOLE.model_copy(update={"title": "Fog"}),
    ],
    ids=["the overview", "the title"],
)
async def test_a_correction_of_what_is_for_all_tells_all(press: Press, after: Contents) -> None:
    await told_already(press)
    assert (await acts(press, await press.correct(after)))[Act.SEND] == [10, 11, 12]


async def test_a_correction_edits_before_it_tells(press: Press) -> None:
    await told_already(press)
    release = await press.correct(WHOLE.model_copy(update={"title": "Fog"}))
    rows = await post.rows(press.store, release.id)
    assert [row.act for row in rows] == [Act.EDIT] * 3 + [Act.SEND] * 3


async def test_a_correction_takes_the_place_of_one_that_waits(press: Press) -> None:
    await told_already(press)
    first = await press.correct(WHOLE.model_copy(update={"title": "Fog"}), quiet=True)
    second = await press.correct(WHOLE.model_copy(update={"title": "Mist"}), quiet=True)
    assert set((await post.states(press.store, first.id)).values()) == {SKIPPED}
    assert set((await post.states(press.store, second.id)).values()) == {WAITING}
    assert (await press.issue()).revision == 3


async def test_a_correction_may_change_the_number(press: Press) -> None:
    await press.publish()
    await press.correct(WHOLE.model_copy(update={"number": 9}))
    assert (await press.issue()).number == 9


async def test_what_stays_alike_in_a_correction_keeps_its_id(press: Press) -> None:
    await press.publish()

    async def ids() -> list[int]:
        async with press.store.read() as store:
            return [entry.id for entry in await store.entries.of(press.id)]

    before = await ids()
    await press.correct(changed(WHOLE, WHOLE.entries[0], section("FI"), WHOLE.entries[2]))
    assert await ids() == before


async def test_a_withdrawal_takes_the_issue_back_and_edits_every_message(press: Press) -> None:
    await told_already(press)
    note = await post.post(press.store, await press.issue(), 10, 99, CopyKind.NOTE, revision=1)
    release = await press.withdraw(later(hours=1))
    issue = await press.issue()
    assert (issue.state, issue.revision, issue.corrected_at) == (State.WITHDRAWN, 2, None)
    assert await acts(press, release) == {Act.EDIT: [10, 11, 12, note.channel]}
    (_, second) = await press.revisions()
    assert (second.number, second.reason) == (2, "All wrong")
    assert second.contents == await press.says() == WHOLE
    assert (release.revision, release.expires_at) == (2, None)


async def test_a_withdrawal_calls_off_what_waits(press: Press) -> None:
    for channel in (10, 11):
        await press.subscribe(channel)
    publication = await press.publish()
    await post.hold(press.store)
    await post.claim(press.store, limit=1)
    update = await press.update(section("NO"), at=NOW)
    await press.withdraw()
    states = await post.states(press.store, publication.id)
    assert states == {10: SENDING, 11: SKIPPED}
    assert set((await post.states(press.store, update.id)).values()) == {SKIPPED}


async def test_a_withdrawal_of_what_nobody_was_told_asks_for_nothing(press: Press) -> None:
    await press.publish()
    release = await press.withdraw()
    assert await acts(press, release) == {}


def quoting(words: str) -> Entry:
    quote = Quote(text=words, kind=QuoteKind.SPEECH, speaker="Ilse Marwan", source="A letter")
    return section("FI", text="She spoke.").model_copy(update={"quotes": (quote,)})


async def test_quotes_and_events_come_through_a_change_as_they_are(press: Press) -> None:
    await press.publish()
    await press.update(quoting("We sail."), at=NOW)
    said = await press.says()
    assert said.entries[-1].quotes == quoting("We sail.").quotes
    entries: Sequence[Entry] = (*said.entries[:-1], quoting("We stay."))
    await press.correct(changed(said, *entries))
    assert [q.text for entry in (await press.says()).entries for q in entry.quotes] == ["We stay."]


async def test_all_of_it_or_nothing_is_done(press: Press) -> None:
    await press.subscribe(10)
    await press.publish()
    before = await press.issue()

    async def break_off() -> None:
        async with press.store.write() as store:
            key = await store.releases.add(
                {
                    "issue_id": press.id,
                    "kind": ReleaseKind.WITHDRAWAL,
                    "author": "Ada",
                    "made_at": NOW,
                    "due_at": NOW,
                },
                Change(),
            )
            release = await store.releases.existing(key)
            await Opening(store, release, TERMS, NOW).open()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await break_off()
    assert await press.issue() == before
    assert len(await press.revisions()) == 1
    assert SENT not in (await post.states(press.store)).values()
