"""Posts: what goes to a forum is posted once, with its tag, and found again."""

import asyncio
import json
from datetime import datetime, timedelta

import discord
import pytest

from bot.domain.entry import Entry
from bot.domain.subscription import Standing
from tests.delivery.desk import AT_ONCE, REPORTS, Desk
from tests.wire.fault import Fault
from tests.wire.naps import Naps
from tests.wire.server import THREAD, Place

SERVER = REPORTS >> 22 << 22
OLD, NEW = "Delegations", "Envoys"
LATER = Entry(heading="Peru", countries=("PE",), text="Divers count boats.")


def posts(desk: Desk) -> list[Place]:
    """The posts of the forum, the oldest first."""
    found = [place for _, place in desk.there._places.values() if place.parent == REPORTS]
    return sorted(found, key=lambda place: place.id)


def texts(desk: Desk, post: Place) -> list[str]:
    """What stands in a post now."""
    messages = desk.there.stored(post.id)
    return [json.dumps(message.now, ensure_ascii=False) for message in messages]


async def change(desk: Desk, **changes: object) -> None:
    """The forum changes, and the client hears of it."""
    forum = desk.there._places[REPORTS][1]
    for name, value in changes.items():
        setattr(forum, name, value)
    heard = asyncio.create_task(desk.client.wait_for("guild_channel_update"))
    await asyncio.sleep(0)
    await desk.there.gateway.tell(SERVER, "CHANNEL_UPDATE", forum.payload(SERVER))
    async with asyncio.timeout(10):
        await heard


async def test_an_issue_is_a_post_with_its_name(desk: Desk) -> None:
    await desk.subscribe(REPORTS, ping=SERVER + 2)
    release = await desk.publish()
    await desk.drain()
    (post,) = posts(desk)
    assert post.name == "Harbour Notes #1: Harbour talks"
    assert "Delegations" in texts(desk, post)[0]
    (made,) = desk.there.journal.matching(name="post")
    assert made.body["message"]["allowed_mentions"] == {"parse": [], "roles": [SERVER + 2]}
    assert await desk.counts(release) == {"send sent": 1}
    async with desk.store.read() as store:
        (copy,) = await store.copies.of_issue(release.issue.id)
    assert (copy.channel, copy.message) == (post.id, post.id)


async def test_updates_and_notes_go_below_the_post_and_corrections_change_it(desk: Desk) -> None:
    await desk.subscribe(REPORTS)
    issue = (await desk.publish()).issue.id
    await desk.drain()
    await desk.app.publishing.update(issue, (LATER,), AT_ONCE)
    await desk.drain()
    await desk.correct(issue, OLD, NEW, quiet=False)
    await desk.drain()
    (post,) = posts(desk)
    first, added, note = texts(desk, post)
    assert NEW in first
    assert OLD not in first
    assert "Divers count boats" in added
    assert "Corrected" in note
    await desk.withdraw(issue)
    await desk.drain()
    assert all("**Withdrawn**" in text for text in texts(desk, post))


async def test_an_update_of_an_issue_without_a_post_opens_one(desk: Desk) -> None:
    issue = (await desk.publish()).issue.id
    await desk.drain()
    await desk.subscribe(REPORTS)
    await desk.app.publishing.update(issue, (LATER,), AT_ONCE)
    await desk.drain()
    (post,) = posts(desk)
    assert "Divers count boats" in texts(desk, post)[0]


@pytest.mark.parametrize("how", ["deleted", "locked"])
async def test_an_update_of_an_issue_whose_post_is_closed_opens_another(
    desk: Desk, how: str
) -> None:
    (own,) = await desk.subscribe(REPORTS)
    issue = (await desk.publish()).issue.id
    await desk.drain()
    (post,) = posts(desk)
    post.locked = how == "locked"
    if how == "deleted":
        desk.there.refuse(post.id, 10003)
    await desk.app.publishing.update(issue, (LATER,), AT_ONCE)
    await desk.drain()
    _, second = posts(desk)
    assert "Divers count boats" in texts(desk, second)[0]
    correction = await desk.correct(issue, OLD, NEW, quiet=True)
    await desk.drain()
    assert await desk.counts(correction) == {"edit sent": 1}
    async with desk.store.read() as store:
        found = await store.subscriptions.get(own)
    assert found is not None
    assert found.standing is Standing.WORKING


async def test_a_post_that_is_archived_is_opened_for_a_correction(desk: Desk) -> None:
    await desk.subscribe(REPORTS)
    issue = (await desk.publish()).issue.id
    await desk.drain()
    (post,) = posts(desk)
    post.archived = True
    correction = await desk.correct(issue, OLD, NEW, quiet=True)
    await desk.drain()
    assert await desk.counts(correction) == {"edit sent": 1}
    assert NEW in texts(desk, post)[0]
    assert not post.archived


async def test_a_correction_of_a_post_that_is_locked_pauses_nobody(desk: Desk) -> None:
    (own,) = await desk.subscribe(REPORTS)
    issue = (await desk.publish()).issue.id
    await desk.drain()
    (post,) = posts(desk)
    post.archived = post.locked = True
    correction = await desk.correct(issue, OLD, NEW, quiet=True)
    await desk.drain()
    assert await desk.counts(correction) == {"edit skipped": 1}
    assert await desk.reasons(correction) == {"the post is closed to the bot"}
    async with desk.store.read() as store:
        found = await store.subscriptions.get(own)
    assert found is not None
    assert found.standing is Standing.WORKING


@pytest.mark.parametrize(
    ("tags", "needed", "applied"),
    [
        ({}, False, []),
        ({71: "Press"}, False, []),
        ({71: "Press", 72: "harbour notes"}, False, [72]),
        ({71: "Press", 72: "Weather"}, True, [71]),
    ],
)
async def test_a_post_gets_its_tag(
    desk: Desk, tags: dict[int, str], applied: list[int], *, needed: bool
) -> None:
    await change(desk, tags=tags, needs_tag=needed)
    await desk.subscribe(REPORTS)
    await desk.publish()
    await desk.drain()
    assert [post.applied for post in posts(desk)] == [applied]


async def test_a_forum_whose_tags_are_for_moderators_pauses(desk: Desk) -> None:
    await change(desk, tags={71: "Press"}, moderated=(71,), needs_tag=True)
    (own,) = await desk.subscribe(REPORTS)
    await desk.publish()
    await desk.drain()
    desk.there.shift(10)
    await desk.drain()
    async with desk.store.read() as store:
        found = await store.subscriptions.get(own)
    assert found is not None
    assert (found.standing, found.detail[:24]) == (Standing.NO_RIGHT, "the forum wants a tag on")
    assert posts(desk) == []


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize(
    "fault", [Fault("error", status=502), Fault("error", status=503), Fault("reset")]
)
async def test_a_post_that_may_be_there_is_looked_for_before_another_is_opened(
    desk: Desk, naps: Naps, fault: Fault, *, after: bool
) -> None:
    await desk.subscribe(REPORTS)
    release = await desk.publish()
    broken = Fault(fault.kind, after=after, status=fault.status)
    desk.there.plan(broken, route="post")
    await desk.drain()
    assert (len(posts(desk)), desk.there.count(name="post")) == (int(after), 1)
    desk.there.shift(10)
    await desk.drain()
    (post,) = posts(desk)
    assert desk.there.count(name="post") == (1 if after else 2)
    assert await desk.counts(release) == {"send sent": 1}
    async with desk.store.read() as store:
        (copy,) = await store.copies.of_issue(release.issue.id)
    assert (copy.channel, copy.message) == (post.id, post.id)
    assert naps.taken == [1] if fault.status == 502 else naps.taken == []


@pytest.mark.parametrize("came_through", [False, True])
async def test_after_a_crash_a_post_is_looked_for_among_the_archived_too(
    desk: Desk, *, came_through: bool
) -> None:
    await desk.subscribe(REPORTS)
    await desk.publish()
    (claimed,) = await desk.claim()
    if came_through:
        await desk.sender.do(claimed, "")
        (post,) = posts(desk)
        post.archived = True
        post.archived_at = (desk.now() + timedelta(hours=1)).isoformat()
    clutter(desk, desk.now())
    desk.there.shift(2 * 3600)
    await desk.drain(desk.another_courier())
    mine = [each for each in posts(desk) if each.name.startswith("Harbour")]
    assert len(mine) == 1
    assert desk.there.count(name="archived") == 1


def clutter(desk: Desk, now: datetime) -> None:
    """Posts that are not looked at: of an hour ago, and of another channel."""
    before = (now - timedelta(hours=1)).isoformat()
    for number, parent in ((1, REPORTS), (2, REPORTS), (3, 7)):
        place = Place(number, "Old", THREAD, parent, archived=number == 1, archived_at=before)
        desk.there.declare(place, SERVER)


async def test_where_posts_cannot_be_looked_at_it_stays_uncertain(desk: Desk) -> None:
    await change(desk, denied=discord.Permissions(read_message_history=True))
    await desk.subscribe(REPORTS)
    release = await desk.publish()
    desk.there.plan(Fault("reset", after=True), route="post")
    await desk.drain()
    desk.there.shift(10)
    await desk.drain()
    assert await desk.counts(release) == {"send uncertain": 1}
    assert len(posts(desk)) == 1
