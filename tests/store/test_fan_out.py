"""The fan-out: which messages a release asks for, and which it does not ask for any more."""

from datetime import datetime

import pytest

from bot.domain.briefing import Briefing
from bot.domain.delivery import Act, CopyKind, DeliveryState
from bot.domain.issue import Issue
from bot.domain.release import ReleaseKind, ReleaseState
from bot.domain.subscription import ChannelKind, Standing
from bot.store.copies import SHARED_KEPT
from bot.store.store import Store
from tests.moments import NOW, later
from tests.shelving import found_briefing, publish
from tests.store import post
from tests.store.post import (
    ABROAD,
    FAILED,
    HELD,
    MISSED,
    SENDING,
    SENT,
    SKIPPED,
    UNCERTAIN,
    WAITING,
)

SOON = later(seconds=20)


@pytest.fixture
async def tides(store: Store) -> Briefing:
    await post.hold(store)
    return await found_briefing(store, post.NEWSROOM, "Tides")


@pytest.fixture
async def issue(store: Store, tides: Briefing) -> Issue:
    return await publish(store, tides, 7)


async def told(store: Store, issue: Issue, *countries: str) -> set[int]:
    """The channels that a release about these countries is for."""
    key = await post.release(store, issue)
    await post.tell(store, key, issue.briefing, *countries)
    channels = {row.channel for row in await post.rows(store, key)}
    async with store.read() as transaction:
        counted = await transaction.fan_out.count(issue.briefing.id, countries)
    assert counted == len(channels)
    return channels


async def test_a_channel_gets_what_is_about_its_countries(store: Store, issue: Issue) -> None:
    await post.subscribe(store, issue.briefing, 10)
    await post.subscribe(store, issue.briefing, 11, "FI")
    await post.subscribe(store, issue.briefing, 12, "SE", "NO")
    assert await told(store, issue, "FI") == {10, 11}
    assert await told(store, issue, "FI", "NO", "SE") == {10, 11, 12}
    assert await told(store, issue, "EE") == {10}
    assert await told(store, issue) == {10}


async def test_each_channel_gets_one_message_about_several_of_its_countries(
    store: Store, issue: Issue
) -> None:
    await post.subscribe(store, issue.briefing, 10, "FI", "SE")
    key = await post.release(store, issue)
    await post.tell(store, key, issue.briefing, "FI", "SE")
    assert len(await post.rows(store, key)) == 1


async def test_a_briefing_tells_its_own_subscribers_only(store: Store, issue: Issue) -> None:
    fog = await found_briefing(store, post.NEWSROOM, "Fog")
    await post.subscribe(store, fog, 10)
    await post.subscribe(store, issue.briefing, 11)
    assert await told(store, issue) == {11}


async def test_a_private_briefing_tells_its_own_server_only(store: Store) -> None:
    secret = await found_briefing(store, post.NEWSROOM, "Secret", public=False)
    issue = await publish(store, secret, 1)
    await post.subscribe(store, secret, 10)
    await post.subscribe(store, secret, 50, server=ABROAD)
    assert await told(store, issue) == {10}
    async with store.write() as transaction:
        await transaction.briefings.set_public(secret.id, True)
    assert await told(store, issue) == {10, 50}


async def of_all_standings(store: Store, briefing: Briefing) -> dict[Standing, int]:
    """The channels of subscriptions that stand in every way."""
    channels = {standing: 10 + number for number, standing in enumerate(Standing)}
    for standing, channel in channels.items():
        await post.subscribe(store, briefing, channel, standing=standing)
    return channels


async def test_what_becomes_of_a_message_depends_on_how_the_subscription_stands(
    store: Store, issue: Issue
) -> None:
    channels = await of_all_standings(store, issue.briefing)
    key = await post.release(store, issue)
    await post.tell(store, key, issue.briefing, due=SOON)
    rows = await post.rows(store, key)
    assert {row.channel: (row.state, row.reason, row.ended_at) for row in rows} == {
        channels[Standing.WORKING]: (WAITING, "", None),
        channels[Standing.NO_RIGHT]: (HELD, "", None),
        channels[Standing.GONE]: (HELD, "", None),
        channels[Standing.BY_HAND]: (SKIPPED, "paused by hand", NOW),
        channels[Standing.CLOSED]: (SKIPPED, "the briefing is private now", NOW),
    }
    assert {(row.act, row.due_at, row.copy) for row in rows} == {(Act.SEND, SOON, None)}
    async with store.read() as transaction:
        assert await transaction.fan_out.count(issue.briefing.id, []) == 1


async def test_whoever_has_left_is_told_nothing(store: Store, issue: Issue) -> None:
    await post.subscribe(store, issue.briefing, 10, standing=Standing.ENDED)
    assert await told(store, issue) == set()


async def test_to_tell_again_adds_nothing(store: Store, issue: Issue) -> None:
    await post.subscribe(store, issue.briefing, 10)
    key = await post.release(store, issue)
    await post.tell(store, key, issue.briefing)
    before = await post.rows(store)
    await post.subscribe(store, issue.briefing, 11)
    await post.tell(store, key, issue.briefing, due=SOON)
    after = await post.rows(store)
    assert after[:1] == before
    assert [row.channel for row in after] == [10, 11]


async def correction(store: Store, issue: Issue, revision: int = 2) -> int:
    return await post.release(store, issue, ReleaseKind.CORRECTION, revision=revision)


async def mend(store: Store, issue: Issue, revision: int = 2, now: datetime = NOW) -> int:
    """A correction of every message that shows the issue as it was."""
    key = await correction(store, issue, revision)
    async with store.write() as transaction:
        await transaction.fan_out.to_copies(key, issue.id, revision, now)
    return key


async def test_a_correction_edits_the_messages_that_show_what_was_wrong(
    store: Store, issue: Issue
) -> None:
    own = await post.subscribe(store, issue.briefing, 10)
    alert = await post.post(store, issue, 10, 100, subscription=own)
    update = await post.post(store, issue, 10, 101, CopyKind.UPDATE)
    await post.post(store, issue, 10, 102, CopyKind.NOTE)
    await post.post(store, issue, 10, 103, revision=2)
    shared = await post.post(store, issue, 11, 104, CopyKind.SHARED, showing="list:x")
    await post.post(store, issue, 11, 105, CopyKind.SHARED, posted_at=NOW - 2 * SHARED_KEPT)
    lost = await post.post(store, issue, 11, 106)
    other = await publish(store, issue.briefing, 8)
    await post.post(store, other, 11, 107)
    async with store.write() as transaction:
        await transaction.outbox.lost([lost.id])
    key = await mend(store, issue, now=SOON)
    found = await post.rows(store, key)
    assert {(row.act, row.state, row.due_at) for row in found} == {(Act.EDIT, WAITING, SOON)}
    assert [row.copy for row in found] == [alert.id, update.id, shared.id]
    assert [row.subscription for row in found] == [own, None, None]


async def test_what_is_out_is_corrected_though_nothing_new_is_sent(
    store: Store, issue: Issue
) -> None:
    channels = await of_all_standings(store, issue.briefing)
    async with store.read() as transaction:
        keys = {
            standing: await transaction.subscriptions.between(channel, issue.briefing.id)
            for standing, channel in channels.items()
        }
    for standing, own in keys.items():
        assert own
        channel = channels[standing]
        await post.post(store, issue, channel, 100 + channel, subscription=own.id)
    assert await post.states(store, await mend(store, issue)) == {
        channels[Standing.WORKING]: WAITING,
        channels[Standing.NO_RIGHT]: HELD,
        channels[Standing.GONE]: HELD,
        channels[Standing.BY_HAND]: WAITING,
        channels[Standing.ENDED]: WAITING,
    }


async def test_a_later_correction_takes_the_place_of_one_that_waits(
    store: Store, issue: Issue
) -> None:
    await post.post(store, issue, 10, 100)
    await post.post(store, issue, 11, 101)
    first = await mend(store, issue)
    (flying,) = await post.claim(store, limit=1)
    second = await mend(store, issue, 3)
    assert await post.states(store, first) == {flying.channel: SENDING, 11: SKIPPED}
    assert {row.reason for row in await post.rows(store, first)} == {
        "",
        "a later change overtook it",
    }
    assert await post.states(store, second) == {10: WAITING, 11: WAITING}


async def test_a_correction_overtakes_neither_messages_nor_other_issues(
    store: Store, issue: Issue
) -> None:
    other = await publish(store, issue.briefing, 8)
    await post.post(store, other, 11, 101)
    await post.subscribe(store, issue.briefing, 10)
    elsewhere = await mend(store, other)
    publication = await post.release(store, issue)
    await post.tell(store, publication, issue.briefing)
    await mend(store, issue)
    assert await post.states(store, elsewhere) == {11: WAITING}
    assert await post.states(store, publication) == {10: WAITING}


async def test_a_correction_asked_for_again_adds_nothing(store: Store, issue: Issue) -> None:
    await post.post(store, issue, 10, 100)
    key = await mend(store, issue)
    async with store.write() as transaction:
        await transaction.fan_out.to_copies(key, issue.id, 2, NOW)
    assert len(await post.rows(store, key)) == 1


async def test_a_withdrawal_edits_every_message_and_calls_off_the_rest(
    store: Store, issue: Issue
) -> None:
    await post.subscribe(store, issue.briefing, 10)
    await post.subscribe(store, issue.briefing, 11, standing=Standing.GONE)
    publication = await post.release(store, issue)
    await post.tell(store, publication, issue.briefing)
    for message, kind in enumerate(CopyKind, 100):
        await post.post(store, issue, 12, message, kind, revision=9)
    corrected = await mend(store, issue, 10)
    key = await post.release(store, issue, ReleaseKind.WITHDRAWAL, revision=11)
    async with store.write() as transaction:
        await transaction.fan_out.to_every_copy(key, issue.id, SOON)
    over = [*await post.rows(store, publication), *await post.rows(store, corrected)]
    assert {(row.state, row.reason, row.ended_at) for row in over} == {
        (SKIPPED, "the issue was withdrawn", SOON)
    }
    found = await post.rows(store, key)
    assert {(row.act, row.state) for row in found} == {(Act.EDIT, WAITING)}
    assert len(found) == len(CopyKind)


async def test_a_withdrawal_lets_what_may_have_been_sent_be_looked_for(
    store: Store, issue: Issue
) -> None:
    await post.subscribe(store, issue.briefing, 10)
    await post.subscribe(store, issue.briefing, 11)
    publication = await post.release(store, issue)
    await post.tell(store, publication, issue.briefing)
    key = await post.release(store, issue, ReleaseKind.WITHDRAWAL, revision=2)
    async with store.write() as transaction:
        first, second = await transaction.outbox.claim(post.TENURE, NOW, 9)
        await post.settle(transaction, [first], WAITING, unsure_since=NOW)
        await post.settle(transaction, [second], WAITING)
        await transaction.fan_out.to_every_copy(key, issue.id, NOW)
    assert await post.states(store, publication) == {10: WAITING, 11: SKIPPED}


async def test_a_withdrawal_leaves_old_shared_answers_and_other_issues_alone(
    store: Store, issue: Issue
) -> None:
    old = NOW - SHARED_KEPT - (SOON - NOW)
    await post.post(store, issue, 10, 100, CopyKind.SHARED, posted_at=old)
    await post.post(store, issue, 10, 101, CopyKind.NOTE, posted_at=old)
    other = await publish(store, issue.briefing, 8)
    await post.post(store, other, 10, 102)
    key = await post.release(store, issue, ReleaseKind.WITHDRAWAL, revision=2)
    async with store.write() as transaction:
        await transaction.fan_out.to_every_copy(key, issue.id, NOW)
    assert len(await post.rows(store, key)) == 1


async def late(store: Store, *messages: int) -> list[post.Row]:
    """What has to be done about messages that were on their way when their issue changed."""
    before = await post.rows(store)
    async with store.write() as transaction:
        await transaction.fan_out.of_late_copies(messages, NOW)
    return [row for row in await post.rows(store) if row not in before]


async def test_a_message_that_its_issue_has_changed_behind_is_edited(
    store: Store, issue: Issue
) -> None:
    await correction(store, issue, 2)
    newest = await correction(store, issue, 4)
    behind = await post.post(store, issue, 10, 100, revision=3)
    unknown = await post.post(store, issue, 11, 101, revision=0)
    await post.post(store, issue, 12, 102, revision=4)
    await post.post(store, issue, 13, 103, revision=1)
    rows = await late(store, 100, 101, 102)
    assert [(row.release, row.act, row.copy) for row in rows] == [
        (newest, Act.EDIT, behind.id),
        (newest, Act.EDIT, unknown.id),
    ]
    assert await late(store, 100, 101, 102) == []


async def test_an_update_makes_no_message_late(store: Store, issue: Issue) -> None:
    await post.release(store, issue, ReleaseKind.UPDATE, revision=2)
    await post.post(store, issue, 10, 100)
    assert await late(store, 100) == []
    withdrawal = await post.release(store, issue, ReleaseKind.WITHDRAWAL, revision=3)
    assert [row.release for row in await late(store, 100)] == [withdrawal]


@pytest.mark.parametrize("state", list(ReleaseState))
async def test_only_a_change_that_went_out_makes_messages_late(
    store: Store, issue: Issue, state: ReleaseState
) -> None:
    await post.release(store, issue, ReleaseKind.CORRECTION, state, revision=2)
    await post.post(store, issue, 10, 100)
    went_out = state in (ReleaseState.OPEN, ReleaseState.DONE)
    assert [row.act for row in await late(store, 100)] == [Act.EDIT] * went_out


async def noted(store: Store, issue: Issue, *countries: str, everybody: bool = False) -> set[int]:
    key = await correction(store, issue)
    async with store.write() as transaction:
        concerned = None if everybody else countries
        await transaction.fan_out.notes(key, issue.id, concerned, NOW)
    rows = await post.rows(store, key)
    assert {row.act for row in rows} <= {Act.SEND}
    return {row.channel for row in rows}


async def test_a_note_is_for_those_who_were_told_and_want_what_has_changed(
    store: Store, issue: Issue
) -> None:
    keys = {
        channel: await post.subscribe(store, issue.briefing, channel, *countries)
        for channel, countries in ((10, ()), (11, ("FI",)), (12, ("SE",)), (13, ("FI",)))
    }
    for channel in (10, 11, 12):
        await post.post(store, issue, channel, 100 + channel, subscription=keys[channel])
    assert await noted(store, issue, "FI") == {10, 11}
    assert await noted(store, issue, "NO") == {10}
    assert await noted(store, issue, everybody=True) == {10, 11, 12}


async def test_a_note_is_not_for_those_whose_message_is_gone_or_who_have_left(
    store: Store, issue: Issue
) -> None:
    keys = [await post.subscribe(store, issue.briefing, channel) for channel in (10, 11, 12)]
    copies = [
        await post.post(store, issue, number, number, subscription=key)
        for number, key in enumerate(keys, 100)
    ]
    async with store.write() as transaction:
        await transaction.outbox.lost([copies[0].id])
        await transaction.subscriptions.set_standing([keys[1]], Standing.ENDED, "", NOW)
    assert await noted(store, issue, everybody=True) == {12}


async def test_a_note_about_what_is_private_stays_in_its_server(store: Store) -> None:
    secret = await found_briefing(store, post.NEWSROOM, "Secret")
    issue = await publish(store, secret, 1)
    for channel, server in ((10, post.NEWSROOM), (50, ABROAD)):
        key = await post.subscribe(store, secret, channel, server=server)
        await post.post(store, issue, channel, channel, subscription=key)
    async with store.write() as transaction:
        await transaction.briefings.set_public(secret.id, False)
    assert await noted(store, issue, everybody=True) == {10}


@pytest.mark.parametrize(
    ("public", "channel", "kind", "passed_on"),
    [
        (True, ChannelKind.ANNOUNCEMENT, CopyKind.ALERT, True),
        (True, ChannelKind.ANNOUNCEMENT, CopyKind.UPDATE, True),
        (True, ChannelKind.ANNOUNCEMENT, CopyKind.NOTE, True),
        (True, ChannelKind.ANNOUNCEMENT, CopyKind.SHARED, False),
        (True, ChannelKind.TEXT, CopyKind.ALERT, False),
        (True, ChannelKind.THREAD, CopyKind.ALERT, False),
        (False, ChannelKind.ANNOUNCEMENT, CopyKind.ALERT, False),
    ],
)
async def test_what_is_public_is_passed_on_from_announcement_channels(
    store: Store, channel: ChannelKind, kind: CopyKind, *, public: bool, passed_on: bool
) -> None:
    briefing = await found_briefing(store, post.NEWSROOM, "Harbour", public=public)
    issue = await publish(store, briefing, 1)
    own = await post.subscribe(store, briefing, 10, kind=channel)
    key = await post.release(store, issue)
    copy = await post.post(store, issue, 10, 100, kind, subscription=own, release=key)
    await post.post(store, issue, 10, 101, kind, subscription=own, release=key)
    for _ in range(2):
        async with store.write() as transaction:
            await transaction.fan_out.crossposts([100], SOON)
    rows = [(row.act, row.release, row.copy, row.due_at) for row in await post.rows(store)]
    assert rows == ([(Act.CROSSPOST, key, copy.id, SOON)] if passed_on else [])


async def asked_for(store: Store, release: int, subscription: int) -> bool:
    async with store.write() as transaction:
        found = await transaction.subscriptions.get(subscription)
        assert found
        return await transaction.fan_out.ask_for(release, found, SOON)


async def test_a_person_may_ask_for_what_was_not_sent(store: Store, issue: Issue) -> None:
    own = await post.subscribe(store, issue.briefing, 10)
    key = await post.release(store, issue)
    assert await asked_for(store, key, own)
    (row,) = await post.rows(store, key)
    assert (row.state, row.channel, row.due_at, row.asked) == (WAITING, 10, SOON, True)
    assert not await asked_for(store, key, own)
    await post.claim(store, SOON)
    assert not await asked_for(store, key, own)
    assert len(await post.rows(store, key)) == 1


async def test_what_is_asked_for_begins_anew(store: Store, issue: Issue) -> None:
    ends = (SENT, SKIPPED, FAILED, MISSED, UNCERTAIN, HELD)
    keys = [await post.subscribe(store, issue.briefing, 10 + n) for n in range(len(ends))]
    key = await post.release(store, issue)
    await post.tell(store, key, issue.briefing)
    async with store.write() as transaction:
        taken = await transaction.outbox.claim(post.TENURE, NOW, 9)
        for each, state in zip(taken, ends, strict=True):
            await post.settle(transaction, [each], state, reason="why", unsure_since=NOW)
    assert all([await asked_for(store, key, own) for own in keys])
    rows = await post.rows(store, key)
    assert len(rows) == len(ends)
    assert {(row.state, row.attempts, row.reason, row.asked) for row in rows} == {
        (WAITING, 0, "", True)
    }
    assert {(row.unsure_since, row.ended_at, row.due_at) for row in rows} == {(None, None, SOON)}
    known = {each.id for each in taken}
    assert not known & {row.id for row in rows}, "Discord would take it for the old one"


async def test_what_failed_is_tried_again_and_nothing_else(store: Store, issue: Issue) -> None:
    for channel in range(10, 14):
        await post.subscribe(store, issue.briefing, channel)
    key, other = [await post.release(store, issue) for _ in range(2)]
    await post.tell(store, key, issue.briefing)
    await post.tell(store, other, issue.briefing)
    async with store.write() as transaction:
        taken = await transaction.outbox.claim(post.TENURE, NOW, 4)
        for each, state in zip(taken, (FAILED, MISSED, UNCERTAIN, SENT), strict=True):
            await post.settle(transaction, [each], state, reason="why")
        assert await transaction.fan_out.retry(key, [FAILED, MISSED], SOON) == 2
        assert await transaction.fan_out.retry(key, [FAILED, MISSED], SOON) == 0
    found = await post.rows(store, key)
    assert [row.state for row in found] == [WAITING, WAITING, UNCERTAIN, SENT]
    assert [(row.attempts, row.asked, row.reason) for row in found] == [
        (0, True, ""),
        (0, True, ""),
        (1, False, "why"),
        (1, False, "why"),
    ]
    assert [row.ended_at for row in found] == [None, None, NOW, NOW]
    assert {row.state for row in await post.rows(store, other)} == {WAITING}


@pytest.mark.parametrize(("state", "doubt"), [(FAILED, NOW), (MISSED, NOW), (UNCERTAIN, None)])
async def test_what_is_tried_again_is_looked_for_unless_a_person_has_looked(
    store: Store, issue: Issue, state: DeliveryState, doubt: datetime | None
) -> None:
    await post.subscribe(store, issue.briefing, 10)
    key = await post.release(store, issue)
    await post.tell(store, key, issue.briefing)
    async with store.write() as transaction:
        taken = await transaction.outbox.claim(post.TENURE, NOW, 4)
        await post.settle(transaction, taken, state, unsure_since=NOW)
        await transaction.fan_out.retry(key, [state], SOON)
    (row,) = await post.rows(store, key)
    assert (row.state, row.unsure_since) == (WAITING, doubt)


async def test_what_failed_is_tried_again_for_those_who_still_want_it(
    store: Store, issue: Issue
) -> None:
    channels = {standing: 10 + number for number, standing in enumerate(Standing)}
    keys = {
        standing: await post.subscribe(store, issue.briefing, channel)
        for standing, channel in channels.items()
    }
    release = await post.release(store, issue)
    await post.tell(store, release, issue.briefing)
    async with store.write() as transaction:
        taken = await transaction.outbox.claim(post.TENURE, NOW, 9)
        await post.settle(transaction, taken, FAILED, reason="why")
        for standing, key in keys.items():
            await transaction.subscriptions.set_standing([key], standing, "", NOW)
        assert await transaction.fan_out.retry(release, [FAILED], SOON) == 3
    rows = await post.rows(store, release)
    assert {row.channel: (row.state, row.reason, row.ended_at) for row in rows} == {
        channels[Standing.WORKING]: (WAITING, "", None),
        channels[Standing.NO_RIGHT]: (HELD, "", None),
        channels[Standing.GONE]: (HELD, "", None),
        channels[Standing.BY_HAND]: (FAILED, "why", NOW),
        channels[Standing.CLOSED]: (FAILED, "why", NOW),
        channels[Standing.ENDED]: (FAILED, "why", NOW),
    }


async def test_an_edit_of_a_shared_answer_is_tried_again(store: Store, issue: Issue) -> None:
    await post.post(store, issue, 10, 100, CopyKind.SHARED)
    key = await mend(store, issue)
    async with store.write() as transaction:
        await post.settle(transaction, await transaction.outbox.claim(post.TENURE, NOW, 9), FAILED)
        assert await transaction.fan_out.retry(key, [FAILED], SOON) == 1
    assert await post.states(store, key) == {10: WAITING}


async def test_what_is_held_back_remembers_why_it_was_tried_again(
    store: Store, issue: Issue
) -> None:
    keys = [await post.subscribe(store, issue.briefing, channel) for channel in (10, 11)]
    await post.tell(store, await post.release(store, issue), issue.briefing)
    async with store.write() as transaction:
        taken = await transaction.outbox.claim(post.TENURE, NOW, 9)
        for key, standing in zip(keys, (Standing.GONE, Standing.BY_HAND), strict=True):
            await transaction.subscriptions.set_standing([key], standing, "", NOW)
        await post.settle(transaction, taken, WAITING, reason="no answer")
        await transaction.fan_out.hold_back([each.id for each in taken], SOON)
    assert [(row.state, row.reason, row.ended_at) for row in await post.rows(store)] == [
        (HELD, "no answer", None),
        (SKIPPED, "paused by hand", SOON),
    ]


async def test_what_was_tried_while_its_subscription_paused_waits_with_it(
    store: Store, issue: Issue
) -> None:
    channels = {standing: 10 + number for number, standing in enumerate(Standing)}
    keys = {
        standing: await post.subscribe(store, issue.briefing, channel)
        for standing, channel in channels.items()
    }
    release = await post.release(store, issue)
    await post.tell(store, release, issue.briefing)
    async with store.write() as transaction:
        taken = await transaction.outbox.claim(post.TENURE, NOW, 9)
        for standing, key in keys.items():
            await transaction.subscriptions.set_standing([key], standing, "", NOW)
        await post.settle(transaction, taken, WAITING)
        await transaction.fan_out.hold_back([], NOW)
        await transaction.fan_out.hold_back([each.id for each in taken], NOW)
    rows = await post.rows(store, release)
    assert {row.channel: (row.state, row.reason) for row in rows} == {
        channels[Standing.WORKING]: (WAITING, ""),
        channels[Standing.NO_RIGHT]: (HELD, ""),
        channels[Standing.GONE]: (HELD, ""),
        channels[Standing.BY_HAND]: (SKIPPED, "paused by hand"),
        channels[Standing.CLOSED]: (SKIPPED, "the briefing is private now"),
        channels[Standing.ENDED]: (SKIPPED, "the subscription ended"),
    }


async def test_an_edit_that_is_tried_again_is_not_held_back_by_a_pause(
    store: Store, issue: Issue
) -> None:
    own = await post.subscribe(store, issue.briefing, 10)
    await post.post(store, issue, 10, 100, subscription=own)
    key = await mend(store, issue)
    async with store.write() as transaction:
        taken = await transaction.outbox.claim(post.TENURE, NOW, 9)
        await transaction.subscriptions.set_standing([own], Standing.BY_HAND, "", NOW)
        await post.settle(transaction, taken, WAITING)
        await transaction.fan_out.hold_back([each.id for each in taken], NOW)
    assert await post.states(store, key) == {10: WAITING}
