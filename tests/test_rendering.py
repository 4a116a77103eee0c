"""Rendering: the message of a delivery, made once for all that are told the same."""

import asyncio
import json
from typing import Any

import discord
import pytest

from bot.app.app import App, build_app
from bot.app.planning import Order
from bot.delivery.sender import Rendered
from bot.domain.briefing import Briefing
from bot.domain.delivery import Act, Copy, CopyKind, Delivery
from bot.domain.filter import Filter, Listed
from bot.domain.gazetteer import Gazetteer
from bot.domain.release import Author, Release
from bot.domain.showing import Showing
from bot.domain.subscription import ChannelKind, Place, Subscription, Wishes
from bot.presentation.alert_card import alert_card
from bot.presentation.language import Language
from bot.rendering import MessageRenderer
from bot.store.store import Store
from tests.delivery.stock import NEWSROOM, draft, found, issue_of
from tests.moments import NOW

PRESS = 55
AT_ONCE = Order(author=Author(name="Ada"), at_once=True)


class Studio:
    """A renderer, and deliveries of one issue for it."""

    def __init__(self, app: App, store: Store, briefing: Briefing) -> None:
        self.app = app
        self.store = store
        self.briefing = briefing
        self.client = discord.Client(intents=discord.Intents(guilds=True))
        self.renderer = MessageRenderer(app, self.client)
        self.issue = 0
        self._number = 0

    async def publish(self) -> Release:
        self.issue = await draft(self.store, self.briefing, issue_of(1, sections=2))
        return (await self.app.publishing.publish(self.issue, AT_ONCE)).release

    async def correct(self, old: str, new: str) -> Release:
        """Replaces words by others in the overview."""
        before = await self.app.publishing.contents(self.issue)
        first, *others = before.entries
        mended = first.model_copy(update={"text": first.text.replace(old, new)})
        after = before.model_copy(update={"entries": (mended, *others)})
        return (await self.app.publishing.correct(self.issue, after, "A slip", AT_ONCE)).release

    async def withdraw(self) -> Release:
        return (await self.app.publishing.withdraw(self.issue, "All wrong", AT_ONCE)).release

    async def delivery(self, release: Release, act: Act = Act.SEND, **more: Any) -> Delivery:
        """Another one, as it is claimed now."""
        async with self.store.read() as store:
            issue = await store.issues.existing(self.issue)
        kind = more.pop("kind", ChannelKind.TEXT)
        subscription = Subscription(
            id=1,
            place=Place(server=NEWSROOM, channel=10, kind=kind),
            briefing=self.briefing,
            wishes=Wishes(**more.pop("wishes", {})),
        )
        self._number += 1
        return Delivery(
            id=self._number,
            act=act,
            release=release.id,
            kind=release.kind,
            issue=issue.id,
            issue_state=issue.state,
            revision=issue.revision,
            channel=10,
            sending_at=NOW,
            subscription=more.pop("subscription", subscription),
            **more,
        )

    async def render(self, release: Release, act: Act = Act.SEND, **more: Any) -> Rendered:
        return await self.renderer.render(await self.delivery(release, act, **more))

    def shared(self, showing: Showing) -> Copy:
        """A message that showed the first revision as an answer."""
        return Copy(
            id=1,
            issue=self.issue,
            channel=10,
            message=100,
            kind=CopyKind.SHARED,
            revision=1,
            showing=showing.model_dump_json(exclude_defaults=True),
            posted_at=NOW,
        )

    def copy(self, release: Release, kind: CopyKind = CopyKind.ALERT) -> Copy:
        return self.shared(Showing(server=1)).model_copy(
            update={"kind": kind, "release": release.id, "showing": None}
        )


@pytest.fixture
async def studio(store: Store, gazetteer: Gazetteer) -> Studio:
    app = build_app(store, gazetteer, lambda: NOW, allowed=None)
    return Studio(app, store, await found(store))


def says(rendered: Rendered) -> str:
    return json.dumps(rendered.card.to_components(), ensure_ascii=False)


async def test_a_message_is_the_card_that_a_preview_shows_with_its_stamp(studio: Studio) -> None:
    delivery = await studio.delivery(await studio.publish())
    rendered = await studio.renderer.render(delivery)
    alert = await studio.app.alerts.of(delivery)
    stamped = alert.model_copy(update={"stamp": delivery.id})
    card = alert_card(stamped, Language("en-US", studio.app.gazetteer))
    assert rendered.card.to_components() == card.to_components()
    assert (rendered.ping, rendered.revision) == (None, 1)


async def test_each_message_is_known_again_by_its_stamp(studio: Studio) -> None:
    release = await studio.publish()
    for _ in range(3):
        delivery = await studio.delivery(release)
        rendered = await studio.renderer.render(delivery)
        stamps = {studio.renderer.stamp_in(each) for each in ids(rendered.card.to_components())}
        assert stamps == {delivery.id, None}


def ids(components: list[dict[str, Any]]) -> list[str]:
    found: list[str] = []
    for each in components:
        found += [each["custom_id"]] if "custom_id" in each else ids(each.get("components", []))
    return found


@pytest.mark.parametrize("custom_id", ["", "alert:1", "alert:1:", "alert:x:2", "page:1:2", "1:2"])
def test_a_button_of_another_message_bears_no_stamp(studio: Studio, custom_id: str) -> None:
    assert studio.renderer.stamp_in(custom_id) is None
    assert studio.renderer.stamp_in("alert:1:2") == 2


async def test_the_role_of_the_subscription_stands_in_what_is_new(studio: Studio) -> None:
    release = await studio.publish()
    wishes = {"ping": PRESS}
    sent = await studio.render(release, wishes=wishes)
    assert (sent.ping, f"<@&{PRESS}>" in says(sent)) == (PRESS, True)
    edit = await studio.render(release, Act.EDIT, wishes=wishes, copy_of=studio.copy(release))
    assert (edit.ping, str(PRESS) in says(edit)) == (None, False)


async def test_what_is_told_alike_is_made_once(studio: Studio) -> None:
    release = await studio.publish()
    deliveries = [await studio.delivery(release) for _ in range(20)]
    rendered = await asyncio.gather(*(studio.renderer.render(each) for each in deliveries))
    assert len(studio.renderer._molds) == 1
    assert len({says(each) for each in rendered}) == 20


async def test_what_is_told_otherwise_is_another_message(studio: Studio) -> None:
    release = await studio.publish()
    ways: list[dict[str, Any]] = [
        {},
        {"wishes": {"countries": ("CN",)}},
        {"wishes": {"countries": ("RU",)}},
        {"wishes": {"ping": PRESS}},
        {"kind": ChannelKind.ANNOUNCEMENT},
        {"subscription": None},
    ]
    rendered = [says(await studio.render(release, **dict(way))) for way in ways]
    assert (
        len({text.replace(f"alert:1:{n}", "alert:1:n") for n, text in enumerate(rendered, 1)}) == 5
    )
    assert len(studio.renderer._molds) == 5


async def test_a_message_in_a_channel_speaks_the_language_of_its_server(studio: Studio) -> None:
    release = await studio.publish()
    english = says(await studio.render(release))
    data: Any = {"id": str(NEWSROOM), "name": "Bureau", "preferred_locale": "fr"}
    state = studio.client._connection
    state._add_guild(discord.Guild(data=data, state=state))
    french = says(await studio.render(release))
    assert ("January 28, 2022" in english, "28 janvier 2022" in french) == (True, True)


async def test_only_so_many_messages_are_remembered(studio: Studio) -> None:
    release = await studio.publish()
    for role in range(1, 70):
        await studio.render(release, wishes={"ping": role})
    assert len(studio.renderer._molds) == 64
    assert "<@&1>" in says(await studio.render(release, wishes={"ping": 1}))


async def test_a_correction_is_told_in_edits_and_in_notes(studio: Studio) -> None:
    publication = await studio.publish()
    correction = await studio.correct("Delegations", "Envoys")
    edit = await studio.render(correction, Act.EDIT, copy_of=studio.copy(publication))
    note = await studio.render(correction)
    assert (edit.revision, note.revision) == (2, 2)
    assert "Envoys" in says(edit)
    assert "A slip" in says(note)
    assert says(edit) != says(note)


async def test_edits_of_messages_of_different_releases_are_not_mistaken(studio: Studio) -> None:
    publication = await studio.publish()
    first = await studio.correct("Delegations", "Envoys")
    second = await studio.correct("Envoys", "Guests")
    copies = [studio.copy(publication), studio.copy(first, CopyKind.NOTE)]
    alert, note = [await studio.render(second, Act.EDIT, copy_of=copy) for copy in copies]
    assert "Guests" in says(alert)
    assert says(alert) != says(note)


async def test_a_withdrawal_has_nothing_else_to_say(studio: Studio) -> None:
    publication = await studio.publish()
    withdrawal = await studio.withdraw()
    edit = await studio.render(withdrawal, Act.EDIT, copy_of=studio.copy(publication))
    assert "All wrong" in says(edit)
    assert "Delegations" not in says(edit)
    assert ids(edit.card.to_components()) == []


async def test_a_shared_answer_is_given_again_as_it_would_be_now(studio: Studio) -> None:
    await studio.publish()
    showing = Showing(server=NEWSROOM, asker=7, issue=studio.issue, shared_by="Bo")
    correction = await studio.correct("Delegations", "Envoys")
    copy = studio.shared(showing)
    edit = await studio.render(correction, Act.EDIT, copy_of=copy, subscription=None)
    assert "Envoys" in says(edit)
    assert "Bo" in says(edit)
    assert (edit.ping, edit.revision) == (None, 2)


async def test_a_shared_list_is_asked_again(studio: Studio) -> None:
    await studio.publish()
    wanted = Filter(briefing=studio.briefing.id, listed=Listed.QUOTES)
    copy = studio.shared(Showing(server=NEWSROOM, filter=wanted))
    withdrawal = await studio.withdraw()
    edit = await studio.render(withdrawal, Act.EDIT, copy_of=copy, subscription=None)
    assert "We shall count" not in says(edit)


async def test_a_shared_answer_about_what_was_withdrawn_says_so(studio: Studio) -> None:
    await studio.publish()
    copy = studio.shared(Showing(server=NEWSROOM, issue=studio.issue))
    withdrawal = await studio.withdraw()
    edit = await studio.render(withdrawal, Act.EDIT, copy_of=copy, subscription=None)
    assert "All wrong" in says(edit)
    assert "Delegations" not in says(edit)


async def test_a_shared_answer_that_nobody_can_ask_again_says_so(studio: Studio) -> None:
    await studio.publish()
    correction = await studio.correct("Delegations", "Envoys")
    copy = studio.shared(Showing(server=NEWSROOM))
    edit = await studio.render(correction, Act.EDIT, copy_of=copy, subscription=None)
    assert "Envoys" not in says(edit)
    assert edit.card.to_components()
