"""Correcting at the desk: shown, sent with what is wrong in the same way, stopped."""

from typing import Any

import pytest

from bot.app.app import App, build_app
from bot.domain.bench import Bench
from bot.domain.correction import Bar
from bot.domain.editing.masthead_edit import MastheadEdit
from bot.domain.entry import Entry
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import State
from bot.domain.release import ReleaseKind, ReleaseState
from bot.errors import Incomplete, Refused
from bot.store.store import Store
from tests.app.correcting import (
    ADA,
    AT_ONCE,
    BEN,
    READER,
    RIGHT,
    STRANGER,
    WRONG,
    Clock,
    document,
    misquoted,
    opened,
    published,
)
from tests.app.test_desk import titled
from tests.moments import NOW
from tests.shelving import DAY, found_briefing


@pytest.fixture
async def app(store: Store, gazetteer: Gazetteer) -> App:
    await found_briefing(store, 1, "Tides")
    return build_app(store, gazetteer, Clock())


@pytest.fixture
async def keys(app: App) -> tuple[int, int]:
    """Two issues with the same words."""
    return (
        await published(app, document(7)),
        await published(app, document(6, "Peru")),
    )


async def copies(store: Store, issue: int, *messages: int) -> None:
    """Messages that show it."""
    async with store.write() as transaction:
        for message in messages:
            shown: dict[str, Any] = {"server_id": 1, "channel_id": 5, "message_id": message}
            shown |= {"showing": "{}", "posted_at": NOW}
            await transaction.copies.share(shown, [(issue, 1)])


async def words(app: App, key: int) -> list[str]:
    contents = await app.publishing.contents(key)
    return [quote.text for entry in contents.entries for quote in entry.quotes]


async def test_a_correction_says_what_it_changes_and_whom_it_reaches(
    app: App, store: Store, keys: tuple[int, int]
) -> None:
    await copies(store, keys[0], 100, 101)
    await copies(store, keys[1], 102)
    await misquoted(app, keys[0])
    found = await app.desk_correcting.review(ADA, keys[0])
    (misquote,) = found.difference.quotes
    assert misquote.before
    assert misquote.after
    assert (misquote.before.text, misquote.after.text) == (WRONG, RIGHT)
    assert (found.messages, found.noted) == (3, True)
    (other,) = found.elsewhere
    assert (other.issue.number, other.entry.heading, other.bar) == (6, "Peru", None)
    assert found.ticked == (other.key,)
    alone = await app.desk_correcting.review(ADA, keys[0], [])
    assert (alone.messages, alone.ticked, alone.others) == (2, (), {})


async def test_what_is_ticked_goes_out_with_it_all_at_once(app: App, keys: tuple[int, int]) -> None:
    bench = await misquoted(app, keys[0])
    found = await app.desk_correcting.review(ADA, keys[0])
    sent = await app.desk_correcting.send(ADA, keys[0], bench.version, "A slip", found.ticked, 1000)
    assert [each.issue.id for each in sent.releases] == [*keys]
    assert {(each.kind, each.reason, each.quiet) for each in sent.releases} == {
        (ReleaseKind.CORRECTION, "A slip", False)
    }
    assert len({each.made_at for each in sent.releases}) <= 2
    for key in keys:
        await opened(app, key)
        assert await words(app, key) == [RIGHT]
        (peru, *_) = (await app.publishing.contents(key)).entries[1:]
        assert RIGHT in peru.text
    with pytest.raises(Refused, match="done already"):
        await app.desk_correcting.send(ADA, keys[0], bench.version, "A slip", (), 1000)


async def test_what_is_not_ticked_stays(app: App, keys: tuple[int, int]) -> None:
    bench = await misquoted(app, keys[0])
    sent = await app.desk_correcting.send(ADA, keys[0], bench.version, "A slip")
    assert len(sent.releases) == 1
    assert await app.publishing.pending(keys[1]) is None


async def test_stop_takes_all_of_them_back(app: App, keys: tuple[int, int]) -> None:
    bench = await misquoted(app, keys[0])
    found = await app.desk_correcting.review(ADA, keys[0])
    sent = await app.desk_correcting.send(ADA, keys[0], bench.version, "A slip", found.ticked)
    ids = [each.id for each in sent.releases]
    assert await app.desk_correcting.stop(BEN, ids) == []
    assert [await app.publishing.pending(key) for key in keys] == [None, None]
    again = await app.desk_correcting.review(ADA, keys[0])
    assert again.ticked == found.ticked


async def test_stop_says_what_had_gone_out_already(
    app: App, store: Store, keys: tuple[int, int]
) -> None:
    bench = await misquoted(app, keys[0])
    found = await app.desk_correcting.review(ADA, keys[0])
    sent = await app.desk_correcting.send(ADA, keys[0], bench.version, "A slip", found.ticked)
    first, second = (each.id for each in sent.releases)
    async with store.write() as transaction:
        await transaction.releases.set_state(first, ReleaseState.OPEN, change=None)
    (late,) = await app.desk_correcting.stop(ADA, [first, second])
    assert late.id == first
    with pytest.raises(Refused, match="gone out already"):
        await app.desk_correcting.stop(ADA, [first])
    with pytest.raises(Refused, match="gone out already"):
        await app.desk_correcting.stop(ADA, [])


async def test_what_somebody_works_on_is_listed_and_not_ticked(app: App) -> None:
    mine = await published(app, document(7))
    theirs = await published(app, document(6))
    waiting = await published(app, document(5))
    storm = MastheadEdit(number=6, date=DAY, title="Storm")
    assert await app.desk.edit(BEN, theirs, 1, storm)
    contents = await app.publishing.contents(waiting)
    late = contents.model_copy(update={"title": "Fog"})
    order = AT_ONCE.model_copy(update={"at_once": False})
    await app.publishing.correct(waiting, late, "A slip", order)
    bench = await misquoted(app, mine)
    found = await app.desk_correcting.review(ADA, mine)
    assert [(each.issue.number, each.bar) for each in found.elsewhere] == [
        (6, Bar.WRITTEN),
        (5, Bar.PENDING),
    ]
    assert found.ticked == ()
    forged = [each.key for each in found.elsewhere]
    with pytest.raises(Refused, match="Something that you ticked has changed since"):
        await app.desk_correcting.send(ADA, mine, bench.version, "A slip", forged)


async def test_the_same_words_in_a_live_update_and_in_the_same_issue(
    app: App, store: Store
) -> None:
    mine = await published(app, document(7))
    other = await published(app, document(6, words="Aye,"))
    for key in (mine, other):
        told = await app.publishing.contents(await published(app, document(90 + key)))
        (section,) = told.entries[1:]
        update = Entry(**section.model_copy(update={"heading": "Chile"}).model_dump())
        await app.publishing.update(key, (update,), AT_ONCE)
    bench = await misquoted(app, mine)
    found = await app.desk_correcting.review(ADA, mine)
    listed = {
        (each.issue.number, each.entry.heading, bool(each.entry.live_at)) for each in found.free
    }
    assert {(7, "Chile", True), (6, "Chile", True)} <= listed
    sent = await app.desk_correcting.send(ADA, mine, bench.version, "A slip", found.ticked)
    for release in sent.releases:
        await opened(app, release.issue.id)
        assert WRONG not in await words(app, release.issue.id)
    assert (await words(app, mine)).count(RIGHT) == 2


async def test_drafts_and_withdrawn_issues_are_left_alone(app: App) -> None:
    mine = await published(app, document(7))
    gone = await published(app, document(6))
    await app.publishing.withdraw(gone, "All wrong", AT_ONCE)
    await misquoted(app, mine)
    assert (await app.desk_correcting.review(ADA, mine)).elsewhere == ()
    with pytest.raises(Refused, match="was withdrawn"):
        await app.desk_correcting.send(ADA, gone, 1, "A slip")


async def test_nothing_is_sent_that_was_not_seen(app: App, keys: tuple[int, int]) -> None:
    bench = await misquoted(app, keys[0])
    await app.desk.edit(BEN, keys[0], bench.version, titled("Storm"))
    with pytest.raises(Refused, match="Somebody has changed it since"):
        await app.desk_correcting.send(ADA, keys[0], bench.version, "A slip")
    with pytest.raises(Incomplete, match="say why it changes"):
        await app.desk_correcting.send(ADA, keys[0], bench.version + 1, "  ")
    assert await app.publishing.pending(keys[0]) is None


async def test_one_that_cannot_go_out_keeps_all_of_them_back(
    app: App, keys: tuple[int, int]
) -> None:
    bench = await misquoted(app, keys[0])
    found = await app.desk_correcting.review(ADA, keys[0])
    with pytest.raises(Refused, match="The reason is longer"):
        await app.desk_correcting.send(ADA, keys[0], bench.version, "x" * 501, found.ticked)
    assert [await app.publishing.pending(key) for key in keys] == [None, None]


async def test_there_must_be_something_to_correct(app: App, keys: tuple[int, int]) -> None:
    with pytest.raises(Refused, match="says this already"):
        await app.desk_correcting.review(ADA, keys[0])
    draft = await app.desk.new(ADA, 1)
    with pytest.raises(Refused, match="is not published yet"):
        await app.desk_correcting.review(ADA, draft.issue.id)


async def test_the_preview_is_the_alert_as_it_will_be(app: App, keys: tuple[int, int]) -> None:
    before = await app.desk_correcting.preview(ADA, keys[0])
    assert (before.mended, before.issue.revision) == (None, 1)
    bench = await misquoted(app, keys[0])
    alert = await app.desk_correcting.preview(ADA, keys[0])
    assert [quote.text for quote in alert.quotes] == [RIGHT]
    assert alert.mended
    assert alert.mended.difference
    assert alert.mended.difference.misquoted
    assert alert.issue.revision == 2
    await app.desk_correcting.send(ADA, keys[0], bench.version, "A slip")
    await opened(app, keys[0])
    after = await app.desk_correcting.preview(ADA, keys[0])
    assert after.mended
    made = {"reason": "", "at": NOW}
    assert after.model_copy(update={"mended": None, "issue": None}) == alert.model_copy(
        update={"mended": None, "issue": None}
    )
    assert after.mended.model_copy(update=made) == alert.mended.model_copy(update=made)


async def test_a_section_that_is_new_can_be_told_from_the_others(
    app: App, keys: tuple[int, int]
) -> None:
    bench = await app.desk.open(ADA, keys[0])
    contents = bench.contents
    new = contents.entries[1].model_copy(update={"heading": "Chile"})
    more = contents.model_copy(update={"entries": (*contents.entries, new, new)})
    alert = await app.alerts.of_contents(keys[0], more)
    ids = [entry.id for entry in (*alert.wanted, *alert.others)]
    assert len(set(ids)) == len(ids) == 3
    assert 0 not in ids
    assert alert.issue.state is State.PUBLISHED


@pytest.mark.parametrize("who", [READER, STRANGER])
async def test_nobody_else_corrects_anything(app: App, keys: tuple[int, int], who: Any) -> None:
    bench = await misquoted(app, keys[0])
    sent = await app.desk_correcting.send(ADA, keys[0], bench.version, "A slip")
    desk = app.desk_correcting
    for call in (
        lambda: desk.review(who, keys[0]),
        lambda: desk.preview(who, keys[0]),
        lambda: desk.send(who, keys[0], bench.version, "A slip"),
        lambda: desk.stop(who, [sent.releases[0].id]),
    ):
        with pytest.raises(Refused):
            await call()
    assert await app.publishing.pending(keys[0])


async def test_old_doubts_of_what_is_published_keep_no_correction_back(app: App) -> None:
    doubtful = document(7).replace("“We sail".encode(), b"We sail")
    key = await published(app, doubtful)
    assert (await app.desk.open(ADA, key)).doubts
    storm = MastheadEdit(number=7, date=DAY, title="Storm")
    bench = await app.desk.edit(ADA, key, 1, storm)
    assert isinstance(bench, Bench)
    assert not bench.blocked
    await app.desk_correcting.send(ADA, key, bench.version, "A slip")
    assert await app.publishing.pending(key)
