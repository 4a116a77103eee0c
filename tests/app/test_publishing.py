"""Publishing: releases are planned once, the courier hears of them, and they can be taken back."""

from typing import Any

import pytest

from bot.app.app import App
from bot.app.planning import Order
from bot.domain.issue import Contents, Issue, State
from bot.domain.release import Author, ReleaseKind, ReleaseState
from bot.errors import Refused
from bot.store.store import Store
from tests.contents import contents, section
from tests.shelving import DAY, found_briefing, put
from tests.store import post

WHOLE = contents(7, DAY, section(), section("FI"))
OTHER = WHOLE.model_copy(update={"title": "Fog"})
NEW = (section("NO", text="Ice."),)
ADA = Author(name="Ada", id=7)
ORDER = Order(author=ADA)
AT_ONCE = Order(author=ADA, at_once=True)
NOWHERE = 99


@pytest.fixture
async def draft(store: Store) -> Issue:
    briefing = await found_briefing(store, post.NEWSROOM, "Tides")
    return await put(store, briefing, WHOLE, State.DRAFT)


@pytest.fixture
async def issue(app: App, draft: Issue) -> Issue:
    return (await app.publishing.publish(draft.id, AT_ONCE)).release.issue


def is_rung(app: App) -> bool:
    """Whether the courier was told since this was asked last."""
    rung = app.publishing._bell.rung
    was_set = rung.is_set()
    rung.clear()
    return was_set


async def ask(app: App, kind: str, issue: int, order: Order = ORDER) -> Any:
    what: dict[str, tuple[Any, ...]] = {
        "publish": (),
        "update": (NEW,),
        "correct": (OTHER, "A slip"),
        "withdraw": ("All wrong",),
    }
    return await getattr(app.publishing, kind)(issue, *what[kind], order)


async def test_a_draft_is_planned_and_the_courier_is_told(app: App, draft: Issue) -> None:
    planned = await app.publishing.publish(draft.id, ORDER)
    assert planned.release.kind is ReleaseKind.PUBLICATION
    assert is_rung(app)
    assert await app.publishing.pending(draft.id) == planned.release


@pytest.mark.parametrize("kind", ["update", "correct", "withdraw"])
async def test_a_change_is_planned_and_the_courier_is_told(
    app: App, issue: Issue, kind: str
) -> None:
    assert is_rung(app)
    planned = await ask(app, kind, issue.id)
    assert planned.release.state is ReleaseState.PENDING
    assert is_rung(app)
    assert await app.publishing.pending(issue.id) == planned.release
    assert await app.publishing.contents(issue.id) == WHOLE


async def test_what_goes_out_at_once_is_not_pending(app: App, issue: Issue) -> None:
    assert (issue.state, issue.revision) == (State.PUBLISHED, 1)
    assert await app.publishing.pending(issue.id) is None


@pytest.mark.parametrize("kind", ["publish", "update", "correct", "withdraw"])
async def test_there_must_be_such_an_issue(app: App, kind: str) -> None:
    with pytest.raises(Refused, match="There is no such issue; `sitrep issues` lists them"):
        await ask(app, kind, NOWHERE)
    assert not is_rung(app)


async def test_what_an_issue_says_is_given_to_be_corrected(app: App, issue: Issue) -> None:
    before = await app.publishing.contents(issue.id)
    assert before == WHOLE
    after: Contents = before.model_copy(update={"title": "Fog"})
    await app.publishing.correct(issue.id, after, "A slip", AT_ONCE)
    assert await app.publishing.contents(issue.id) == after
    with pytest.raises(Refused, match="no such issue"):
        await app.publishing.contents(NOWHERE)


async def test_a_doubled_interaction_acts_once(app: App, issue: Issue) -> None:
    order = AT_ONCE.model_copy(update={"interaction": 5})
    await ask(app, "update", issue.id, order)
    with pytest.raises(Refused, match="done already"):
        await ask(app, "update", issue.id, order)
    assert len((await app.publishing.contents(issue.id)).entries) == 3


async def test_what_was_refused_may_be_asked_again(app: App, issue: Issue) -> None:
    order = AT_ONCE.model_copy(update={"interaction": 5})
    with pytest.raises(Refused, match="says this already"):
        await app.publishing.correct(issue.id, WHOLE, "A slip", order)
    assert (await ask(app, "correct", issue.id, order)).release.revision == 2


async def test_a_publication_that_is_taken_back_is_a_draft_again(app: App, draft: Issue) -> None:
    planned = await app.publishing.publish(draft.id, ORDER)
    undone = await app.publishing.undo(planned.release.id)
    assert (undone.state, undone.issue) == (ReleaseState.UNDONE, draft)
    assert await app.publishing.pending(draft.id) is None
    again = await app.publishing.publish(draft.id, ORDER)
    assert again.release.id != planned.release.id


@pytest.mark.parametrize("kind", ["update", "correct", "withdraw"])
async def test_a_change_that_is_taken_back_leaves_the_issue_as_it_is(
    app: App, issue: Issue, kind: str
) -> None:
    planned = await ask(app, kind, issue.id)
    undone = await app.publishing.undo(planned.release.id)
    assert (undone.state, undone.issue) == (ReleaseState.UNDONE, issue)
    assert await app.publishing.contents(issue.id) == WHOLE
    assert (await ask(app, kind, issue.id)).release.state is ReleaseState.PENDING


async def test_what_has_gone_out_cannot_be_taken_back(app: App, issue: Issue) -> None:
    release = (await ask(app, "update", issue.id, AT_ONCE)).release
    for key in (release.id, NOWHERE):
        with pytest.raises(Refused, match="gone out already; correct or withdraw the issue"):
            await app.publishing.undo(key)


async def test_what_was_taken_back_cannot_be_taken_back_again(app: App, issue: Issue) -> None:
    release = (await ask(app, "update", issue.id)).release
    await app.publishing.undo(release.id, 5)
    with pytest.raises(Refused, match="done already"):
        await app.publishing.undo(release.id, 5)
    with pytest.raises(Refused, match="gone out already"):
        await app.publishing.undo(release.id, 6)


async def test_what_is_planned_twice_at_once_is_planned_once(app: App, issue: Issue) -> None:
    await ask(app, "update", issue.id)
    with pytest.raises(Refused, match="about to go out"):
        await ask(app, "withdraw", issue.id)
    assert is_rung(app)
