"""Alerts: what a message says to one subscription, and whom it mentions."""

from typing import Any

import pytest

from bot.app.alerts import Alerts
from bot.app.app import App
from bot.app.planning import Order
from bot.domain.alert import Alert
from bot.domain.delivery import Act, Copy, CopyKind, Delivery
from bot.domain.entry import Entry
from bot.domain.issue import Contents, State
from bot.domain.quote import Quote, QuoteKind
from bot.domain.release import Author, Release, ReleaseKind
from bot.domain.subscription import ChannelKind, Place, Subscription, Wishes
from bot.store.store import Store
from tests.contents import contents, section
from tests.moments import NOW
from tests.shelving import DAY, found_briefing, put
from tests.store.post import NEWSROOM

PRESS = 55
AT_ONCE = Order(author=Author(name="Ada"), at_once=True)


def quote(words: str, speaker: str) -> Quote:
    return Quote(text=words, kind=QuoteKind.SPEECH, speaker=speaker, source="A letter")


def saying(country: str, text: str, *quotes: Quote) -> Entry:
    return section(country, text=text).model_copy(update={"quotes": quotes})


WHOLE = contents(
    7,
    DAY,
    section(text="Calm seas."),
    saying("FI", "Boats.", quote("We sail.", "Ada"), quote("We row.", "Bo")),
    saying("SE", "Fog.", quote("We wait.", "Cy")),
)


class Desk:
    """An issue, its releases, and the messages about them as the courier would have them."""

    def __init__(self, app: App, store: Store, key: int) -> None:
        self.app = app
        self.store = store
        self.key = key
        self.alerts = app.alerts

    async def publish(self) -> Release:
        return (await self.app.publishing.publish(self.key, AT_ONCE)).release

    async def update(self, *entries: Entry) -> Release:
        return (await self.app.publishing.update(self.key, entries, AT_ONCE)).release

    async def correct(self, after: Contents, reason: str = "A slip") -> Release:
        return (await self.app.publishing.correct(self.key, after, reason, AT_ONCE)).release

    async def withdraw(self) -> Release:
        return (await self.app.publishing.withdraw(self.key, "All wrong", AT_ONCE)).release

    async def delivery(self, release: Release, act: Act = Act.SEND, **more: Any) -> Delivery:
        """As it is claimed now; `wishes` and `kind` are of its subscription."""
        async with self.store.read() as store:
            issue = await store.issues.existing(self.key)
        subscribed = Subscription(
            id=1,
            place=Place(server=NEWSROOM, channel=10, kind=more.pop("kind", ChannelKind.TEXT)),
            briefing=issue.briefing,
            wishes=more.pop("wishes", Wishes()),
        )
        return Delivery(
            id=1,
            act=act,
            release=release.id,
            kind=release.kind,
            issue=self.key,
            issue_state=issue.state,
            revision=more.pop("revision", issue.revision),
            channel=10,
            sending_at=NOW,
            subscription=more.pop("subscription", subscribed),
            **more,
        )

    async def says(self, release: Release, act: Act = Act.SEND, **more: Any) -> Alert:
        return await self.alerts.of(await self.delivery(release, act, **more))

    def copy(self, release: Release, kind: CopyKind = CopyKind.ALERT) -> Copy:
        return Copy(
            id=1,
            issue=self.key,
            release=release.id,
            channel=10,
            message=100,
            kind=kind,
            revision=1,
            posted_at=NOW,
        )


@pytest.fixture
async def desk(app: App, store: Store) -> Desk:
    briefing = await found_briefing(store, NEWSROOM, "Tides")
    draft = await put(store, briefing, WHOLE, State.DRAFT)
    return Desk(app, store, draft.id)


def texts(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.text for entry in entries]


async def test_an_alert_tells_of_the_issue_and_its_key_quotes(desk: Desk) -> None:
    found = await desk.says(await desk.publish())
    assert (found.kind, found.issue.number, found.issue.revision) == (CopyKind.ALERT, 7, 1)
    assert found.overview
    assert found.overview.text == "Calm seas."
    assert (texts(found.wanted), found.others) == (["Boats.", "Fog."], ())
    assert [each.text for each in found.quotes] == ["We sail.", "We wait."]
    assert [(each.quotes, each.events) for each in found.tallies] == [(2, 0), (1, 0)]
    assert (found.mended, found.withdrawn, found.announced, found.sample) == (
        None,
        None,
        False,
        None,
    )


async def test_an_alert_puts_first_what_the_channel_wants(desk: Desk) -> None:
    wishes = Wishes(countries=("SE", "NO"))
    found = await desk.says(await desk.publish(), wishes=wishes)
    assert found.countries == ("SE", "NO")
    assert (texts(found.wanted), texts(found.others)) == (["Fog."], ["Boats."])
    assert [each.text for each in found.quotes] == ["We wait.", "We sail."]


async def test_an_alert_in_an_announcement_channel_is_read_elsewhere(desk: Desk) -> None:
    found = await desk.says(await desk.publish(), kind=ChannelKind.ANNOUNCEMENT)
    assert found.announced


async def test_an_update_tells_of_what_is_new(desk: Desk) -> None:
    await desk.publish()
    release = await desk.update(section("NO", text="Ice."), section("SE", text="Mist."))
    found = await desk.says(release)
    assert (found.kind, texts(found.wanted)) == (CopyKind.UPDATE, ["Ice.", "Mist."])
    assert texts(found.others) == ["Boats.", "Fog."]
    mine = await desk.says(release, wishes=Wishes(countries=("NO",)))
    assert texts(mine.wanted) == ["Ice."]
    assert texts(mine.others) == ["Boats.", "Fog.", "Mist."]


async def test_an_update_tells_of_those_too_that_it_gathers(desk: Desk) -> None:
    await desk.publish()
    first = await desk.update(section("NO", text="One."))
    second = await desk.update(section("NO", text="Two."))
    third = await desk.update(section("NO", text="Three."))
    assert texts((await desk.says(second)).wanted) == ["Two.", "Three."]
    assert texts((await desk.says(first)).wanted) == ["One."]
    assert third.batch == second.id


async def test_an_update_that_is_edited_still_tells_of_what_was_new(desk: Desk) -> None:
    await desk.publish()
    update = await desk.update(section("NO", text="Ice."))
    before = await desk.app.publishing.contents(desk.key)
    *old, ice = before.entries
    mended = ice.model_copy(update={"text": "Thin ice."})
    correction = await desk.correct(before.model_copy(update={"entries": (*old, mended)}))
    copy = desk.copy(update, CopyKind.UPDATE)
    found = await desk.says(correction, Act.EDIT, copy_of=copy)
    assert (found.kind, texts(found.wanted)) == (CopyKind.UPDATE, ["Thin ice."])
    assert found.mended
    assert found.mended.reason == "A slip"


def renamed(title: str) -> Contents:
    return WHOLE.model_copy(update={"title": title})


async def test_an_alert_that_is_edited_shows_the_latest_correction(desk: Desk) -> None:
    publication = await desk.publish()
    await desk.correct(renamed("Fog"), "First slip")
    second = await desk.correct(renamed("Mist"), "Second slip")
    found = await desk.says(second, Act.EDIT, copy_of=desk.copy(publication))
    assert (found.kind, found.issue.title, found.issue.revision) == (CopyKind.ALERT, "Mist", 3)
    assert found.mended
    assert (found.mended.reason, found.mended.at) == ("Second slip", NOW)
    assert found.mended.difference
    assert found.mended.difference.masthead == ("title",)


async def test_a_note_is_about_its_own_correction(desk: Desk) -> None:
    await desk.publish()
    first = await desk.correct(renamed("Fog"), "First slip")
    second = await desk.correct(renamed("Mist"), "Second slip")
    for release, reason in ((first, "First slip"), (second, "Second slip")):
        for act in (Act.SEND, Act.REPLY):
            copy = desk.copy(first) if act is Act.REPLY else None
            found = await desk.says(release, act, copy_of=copy)
            assert found.kind is CopyKind.NOTE
            assert found.mended
            assert found.mended.reason == reason


async def test_a_note_that_is_edited_stays_about_its_own_correction(desk: Desk) -> None:
    await desk.publish()
    first = await desk.correct(renamed("Fog"), "First slip")
    second = await desk.correct(renamed("Mist"), "Second slip")
    found = await desk.says(second, Act.EDIT, copy_of=desk.copy(first, CopyKind.NOTE))
    assert found.kind is CopyKind.NOTE
    assert found.mended
    assert found.mended.reason == "First slip"


async def test_whatever_is_edited_says_that_the_issue_was_withdrawn(desk: Desk) -> None:
    publication = await desk.publish()
    correction = await desk.correct(renamed("Fog"))
    release = await desk.withdraw()
    for copy in (desk.copy(publication), desk.copy(correction, CopyKind.NOTE)):
        found = await desk.says(release, Act.EDIT, copy_of=copy)
        assert found.withdrawn
        assert (found.withdrawn.reason, found.withdrawn.at) == ("All wrong", NOW)
        assert found.issue.state is State.WITHDRAWN
    reply = await desk.says(release, Act.REPLY, copy_of=desk.copy(publication))
    assert reply.withdrawn


async def test_what_was_undone_or_waits_is_not_told(desk: Desk) -> None:
    publication = await desk.publish()
    waiting = Order(author=Author(name="Ada"))
    planned = await desk.app.publishing.correct(desk.key, renamed("Fog"), "A slip", waiting)
    assert (await desk.says(publication)).mended is None
    await desk.app.publishing.undo(planned.release.id)
    assert (await Alerts(desk.store).of(await desk.delivery(publication))).mended is None


async def test_what_changes_is_told_anew(desk: Desk) -> None:
    publication = await desk.publish()
    assert (await desk.says(publication)).issue.title is None
    await desk.correct(renamed("Fog"))
    assert (await desk.says(publication)).issue.title == "Fog"


async def test_what_was_claimed_before_a_change_may_still_tell_of_what_was(desk: Desk) -> None:
    publication = await desk.publish()
    claimed = await desk.delivery(publication)
    assert (await desk.alerts.of(claimed)).issue.revision == 1
    await desk.correct(renamed("Fog"))
    assert (await desk.alerts.of(claimed)).issue.revision == 1
    assert (await Alerts(desk.store).of(claimed)).issue.revision == 2


async def test_a_message_without_a_subscription_wants_all(desk: Desk) -> None:
    publication = await desk.publish()
    found = await desk.says(publication, subscription=None)
    assert (found.countries, len(found.wanted)) == ((), 2)


@pytest.mark.parametrize(
    ("kind", "act", "updates", "pings"),
    [
        (ReleaseKind.PUBLICATION, Act.SEND, False, True),
        (ReleaseKind.PUBLICATION, Act.EDIT, True, False),
        (ReleaseKind.PUBLICATION, Act.CROSSPOST, True, False),
        (ReleaseKind.UPDATE, Act.SEND, True, True),
        (ReleaseKind.UPDATE, Act.SEND, False, False),
        (ReleaseKind.CORRECTION, Act.SEND, True, False),
        (ReleaseKind.CORRECTION, Act.EDIT, True, False),
        (ReleaseKind.CORRECTION, Act.REPLY, True, False),
        (ReleaseKind.WITHDRAWAL, Act.EDIT, True, False),
    ],
)
async def test_a_role_is_mentioned_for_what_is_new_only(
    desk: Desk, kind: ReleaseKind, act: Act, *, updates: bool, pings: bool
) -> None:
    release = await desk.publish()
    wishes = Wishes(ping=PRESS, ping_updates=updates)
    delivery = await desk.delivery(release, act, wishes=wishes)
    assert desk.alerts.ping(delivery.model_copy(update={"kind": kind})) == (
        PRESS if pings else None
    )


async def test_nobody_is_mentioned_where_nobody_was_chosen(desk: Desk) -> None:
    release = await desk.publish()
    assert desk.alerts.ping(await desk.delivery(release)) is None
    assert desk.alerts.ping(await desk.delivery(release, subscription=None)) is None


async def test_a_preview_shows_the_newest_issue(desk: Desk) -> None:
    async with desk.store.read() as store:
        issue = await store.issues.existing(desk.key)
    subscription = Subscription(
        id=1,
        place=Place(server=NEWSROOM, channel=10),
        briefing=issue.briefing,
        wishes=Wishes(countries=("SE",)),
    )
    assert await desk.alerts.preview(subscription) is None
    await desk.publish()
    found = await desk.alerts.preview(subscription)
    assert found
    assert (found.kind, texts(found.wanted), found.stamp) == (CopyKind.ALERT, ["Fog."], 0)
