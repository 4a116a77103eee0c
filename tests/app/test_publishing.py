"""Publishing: a complete draft, once."""

import pytest

from bot.app.publishing import publish_draft
from bot.domain.briefing import Briefing
from bot.domain.issue import Contents, Issue, State
from bot.errors import Refused
from bot.store.store import Store
from tests.contents import contents, section
from tests.moments import NOW
from tests.shelving import DAY, found_briefing, put


@pytest.fixture
async def tides(store: Store) -> Briefing:
    return await found_briefing(store, 1, "Tides")


async def publish(store: Store, issue: Issue) -> Issue:
    async with store.write() as transaction:
        return await publish_draft(transaction, issue, "Ada", NOW)


async def test_a_draft_is_published_as_its_first_revision(store: Store, tides: Briefing) -> None:
    what = contents(7, DAY, section(), section("FI"))
    draft = await put(store, tides, what, State.DRAFT)
    issue = await publish(store, draft)
    assert (issue.state, issue.revision, issue.published_at) == (State.PUBLISHED, 1, NOW)
    async with store.read() as transaction:
        (only,) = await transaction.revisions.of(issue.id)
    assert (only.number, only.author, only.made_at, only.contents) == (1, "Ada", NOW, what)


@pytest.mark.parametrize(
    ("what", "missing"),
    [
        (contents(None, DAY), "Tides without a number cannot be published: it has no number"),
        (contents(7, None), "Tides #7 cannot be published: it has no date"),
        (contents(None, None), "it has no number and no date"),
    ],
)
async def test_an_incomplete_draft_is_refused(
    store: Store, tides: Briefing, what: Contents, missing: str
) -> None:
    draft = await put(store, tides, what, State.DRAFT)
    with pytest.raises(Refused, match=missing):
        await publish(store, draft)
    async with store.read() as transaction:
        assert await transaction.issues.existing(draft.id) == draft


@pytest.mark.parametrize("state", [State.SCHEDULED, State.PUBLISHED, State.WITHDRAWN])
async def test_only_a_draft_is_published(store: Store, tides: Briefing, state: State) -> None:
    issue = await put(store, tides, contents(7, DAY), state)
    with pytest.raises(Refused, match=f"is {state}, and only a draft can be published"):
        await publish(store, issue)
