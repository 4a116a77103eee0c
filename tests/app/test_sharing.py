"""Sharing: what everybody sees is remembered, and corrected if it was late already."""

from bot.app.app import App
from bot.domain.delivery import Act, CopyKind
from bot.domain.issue import Issue
from bot.domain.release import ReleaseKind
from bot.domain.showing import Showing
from bot.store.store import Store
from tests.moments import NOW
from tests.shelving import found_briefing, publish
from tests.store import post

CHANNEL, MESSAGE = 50, 100


async def shared(app: App, issue: Issue) -> None:
    showing = Showing(server=post.ABROAD, issue=issue.id)
    await app.sharing.keep(showing, CHANNEL, MESSAGE, (issue,))


async def test_a_shared_answer_is_remembered(app: App, store: Store) -> None:
    issue = await publish(store, await found_briefing(store, post.NEWSROOM, "Tides"), 1)
    await shared(app, issue)
    async with store.read() as transaction:
        (copy,) = await transaction.copies.of_issue(issue.id)
    assert (copy.kind, copy.channel, copy.message) == (CopyKind.SHARED, CHANNEL, MESSAGE)
    assert (copy.server, copy.revision, copy.posted_at) == (post.ABROAD, issue.revision, NOW)
    assert Showing.model_validate_json(copy.showing or "").issue == issue.id
    assert await post.rows(store) == []


async def test_an_answer_that_was_corrected_since_it_was_read_is_edited_soon(
    app: App, store: Store
) -> None:
    issue = await publish(store, await found_briefing(store, post.NEWSROOM, "Tides"), 1)
    correction = await post.release(store, issue, ReleaseKind.CORRECTION, revision=2)
    await shared(app, issue)
    (row,) = await post.rows(store)
    assert (row.act, row.release, row.channel) == (Act.EDIT, correction, CHANNEL)
    assert row.due_at == NOW
    assert app.sharing._bell.rung.is_set()
    assert app.sharing._bell is app.publishing._bell, "the courier hears this one"
