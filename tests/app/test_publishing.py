"""Publishing: a complete draft, once."""

import pytest

from bot.app.app import App
from bot.domain.briefing import Briefing
from bot.domain.issue import Contents, State
from bot.errors import Refused
from bot.store.store import Store
from tests.contents import contents, section
from tests.moments import NOW
from tests.shelving import DAY, found_briefing, put


@pytest.fixture
async def tides(store: Store) -> Briefing:
    return await found_briefing(store, 1, "Tides")


async def test_a_draft_is_published_as_its_first_revision(
    app: App, store: Store, tides: Briefing
) -> None:
    what = contents(7, DAY, section(), section("FI"))
    draft = await put(store, tides, what, State.DRAFT)
    issue = await app.publishing.publish(draft.id, "Ada")
    assert (issue.state, issue.revision, issue.published_at) == (State.PUBLISHED, 1, NOW)
    async with store.read() as transaction:
        (only,) = await transaction.revisions.of(issue.id)
    assert (only.number, only.author, only.made_at, only.contents) == (1, "Ada", NOW, what)


async def test_publishing_twice_changes_nothing(app: App, store: Store, tides: Briefing) -> None:
    draft = await put(store, tides, contents(7, DAY), State.DRAFT)
    first = await app.publishing.publish(draft.id, "Ada")
    assert await app.publishing.publish(draft.id, "Bo") == first
    async with store.read() as transaction:
        assert [each.author for each in await transaction.revisions.of(draft.id)] == ["Ada"]


@pytest.mark.parametrize(
    ("what", "missing"),
    [
        (contents(None, DAY), "Tides without a number cannot be published: it has no number"),
        (contents(7, None), "Tides #7 cannot be published: it has no date"),
        (contents(None, None), "it has no number and no date"),
    ],
)
async def test_an_incomplete_draft_is_refused(
    app: App, store: Store, tides: Briefing, what: Contents, missing: str
) -> None:
    draft = await put(store, tides, what, State.DRAFT)
    with pytest.raises(Refused, match=missing):
        await app.publishing.publish(draft.id, "Ada")
    async with store.read() as transaction:
        assert await transaction.issues.existing(draft.id) == draft


@pytest.mark.parametrize("state", [State.SCHEDULED, State.WITHDRAWN])
async def test_only_a_draft_is_published(
    app: App, store: Store, tides: Briefing, state: State
) -> None:
    issue = await put(store, tides, contents(7, DAY), state)
    with pytest.raises(Refused, match=f"is {state}, and only a draft can be published"):
        await app.publishing.publish(issue.id, "Ada")


async def test_what_is_gone_is_told(app: App) -> None:
    with pytest.raises(Refused, match="There is no such issue any more"):
        await app.publishing.publish(99, "Ada")
