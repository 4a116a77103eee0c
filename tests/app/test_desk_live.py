"""Live updates from the desk: read, shown as they go out, sent or put into a draft."""

from datetime import timedelta

import pytest

from bot.app.app import App, build_app
from bot.app.importing import Order
from bot.app.planning import Order as Release
from bot.domain.bench import Bench
from bot.domain.briefing import Briefing
from bot.domain.delivery import CopyKind
from bot.domain.editing.masthead_edit import MastheadEdit
from bot.domain.editor import Editor
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Issue, State
from bot.domain.live_update import LiveUpdate
from bot.domain.release import Author
from bot.errors import Refused
from bot.store.store import Store
from tests.app.test_desk import ABROAD, ADA, BEN, DOCUMENT, READER, SERVER, STRANGER, Clock
from tests.shelving import found_briefing

AT_ONCE = Release(author=Author(name="Ada"), at_once=True)
TEXT = "“The bell is silent,” said pilot Ben Oar on January 30, 2022."


@pytest.fixture
def app(store: Store, gazetteer: Gazetteer) -> App:
    return build_app(store, gazetteer, Clock())


@pytest.fixture
async def tides(store: Store) -> Briefing:
    return await found_briefing(store, SERVER, "Tides")


async def published(app: App, document: str = DOCUMENT) -> Issue:
    order = Order(newsroom=SERVER, author="Ada", publish=True, announce=True)
    return (await app.importing.bring(document.encode(), "tides.txt", order)).issue


async def typed(app: App, editor: Editor = ADA, **changes: str) -> LiveUpdate:
    begun = await app.desk_live.begun(editor, None)
    said = {"country": "Peru", "text": TEXT} | changes
    return await app.desk_live.read(editor, begun.model_copy(update=said))


@pytest.mark.usefixtures("tides")
async def test_without_a_published_issue_there_is_nothing_to_update(app: App) -> None:
    with pytest.raises(Refused, match="Tides has no published issue yet; `/desk section` adds"):
        await app.desk_live.begun(ADA, None)


async def test_of_two_briefings_the_one_with_the_newest_issue_is_meant(
    app: App, store: Store, tides: Briefing
) -> None:
    old = await published(app)
    await found_briefing(store, SERVER, "Winds")
    new = await published(app, DOCUMENT.replace("Tides #7", "Winds #3").replace("28", "29"))
    assert (await app.desk_live.begun(ADA, None)).issue == new.id
    named = await app.desk_live.begun(ADA, str(tides.id))
    assert named.issue == old.id
    look = await app.desk_live.look(ADA, await typed(app))
    assert [each.id for each in look.others] == [old.id]


@pytest.mark.usefixtures("tides")
async def test_what_is_typed_is_read_and_shown_as_it_goes_out(app: App) -> None:
    issue = await published(app)
    update = await typed(app, source="https://harbour.example/log")
    (entry,) = update.entries
    assert (entry.heading, entry.countries) == ("Peru", ("PE",))
    assert entry.source == "https://harbour.example/log"
    assert entry.quotes[0].speaker == "Ben Oar"
    look = await app.desk_live.look(ADA, update)
    assert look.issue.id == issue.id
    assert (look.alert.kind, look.alert.issue.revision) == (CopyKind.UPDATE, 2)
    assert [each.text for each in look.alert.wanted] == [TEXT]
    assert not look.blocked


@pytest.mark.usefixtures("tides")
@pytest.mark.parametrize(
    ("field", "said", "sentence"),
    [
        ("country", "Atlantis", "no country that Sitrep knows"),
        ("text", " ", "needs some text"),
        ("source", "x" * 501, "A source has 1 to 500"),
    ],
)
async def test_what_cannot_be_read_is_refused(
    app: App, field: str, said: str, sentence: str
) -> None:
    await published(app)
    begun = await app.desk_live.begun(ADA, None)
    update = begun.model_copy(update={"country": "Peru", "text": TEXT, field: said})
    with pytest.raises(Refused, match=sentence):
        await app.desk_live.read(ADA, update)


@pytest.mark.usefixtures("tides")
async def test_it_goes_out_after_its_window_and_reads_as_it_was_shown(app: App) -> None:
    issue = await published(app)
    planned = await app.desk_live.send(ADA, await typed(app))
    assert planned.release.due_at - planned.release.made_at == timedelta(seconds=30)
    with pytest.raises(Refused, match="Another change of Tides #7 is about to go out"):
        await app.desk_live.send(BEN, await typed(app, text="Else."))
    await app.publishing.undo(planned.release.id)
    assert all(not each.live_at for each in (await app.desk.open(ADA, issue.id)).contents.entries)


@pytest.mark.usefixtures("tides")
async def test_it_goes_into_the_newest_issue_only(app: App) -> None:
    await published(app)
    update = await typed(app)
    newer = await published(app, DOCUMENT.replace("#7", "#8").replace("28", "29"))
    with pytest.raises(Refused, match="Tides #8 was published meanwhile; press Edit"):
        await app.desk_live.send(ADA, update)
    again = await app.desk_live.read(ADA, update)
    assert again.issue == newer.id


@pytest.mark.usefixtures("tides")
async def test_a_doubt_keeps_it_until_it_is_settled(app: App) -> None:
    await published(app)
    update = await typed(app, text=TEXT.replace("“", ""))
    assert (await app.desk_live.look(ADA, update)).blocked
    with pytest.raises(Refused, match="has to be settled first"):
        await app.desk_live.send(ADA, update)
    right = update.answered(right=True)
    assert right.entries[0].text.startswith("“The bell")
    assert not (await app.desk_live.look(ADA, right)).blocked
    dropped = update.answered(right=False)
    assert dropped.entries[0].quotes == ()
    with pytest.raises(Refused, match="Nothing is in doubt any more"):
        dropped.answered(right=True)


@pytest.mark.usefixtures("tides")
async def test_it_is_put_into_the_newest_draft_or_begins_one(app: App) -> None:
    await published(app)
    begun = await app.desk_live.to_draft(ADA, await typed(app))
    assert (begun.issue.state, begun.issue.number) == (State.DRAFT, 8)
    assert begun.last
    assert begun.last.deed == "Peru: section added"
    more = await app.desk_live.to_draft(ADA, await typed(app, country="Japan"))
    assert more.issue.id == begun.issue.id
    assert [each.heading for each in more.contents.entries] == ["Peru", "Japan"]


@pytest.mark.usefixtures("tides")
@pytest.mark.parametrize("who", [READER, STRANGER])
async def test_it_is_for_the_editors_of_the_newsroom(app: App, who: Editor) -> None:
    await published(app)
    update = await typed(app)
    live = app.desk_live
    for asked in (
        live.begun(who, "Tides"),
        live.read(who, update),
        live.look(who, update),
        live.send(who, update),
        live.to_draft(who, update),
    ):
        with pytest.raises(Refused, match=r"Only editors|no such (issue|briefing)"):
            await asked


async def test_a_server_that_may_not_publish_sends_none(
    store: Store, gazetteer: Gazetteer, tides: Briefing
) -> None:
    app = build_app(store, gazetteer, Clock(), newsrooms=[ABROAD])
    await published(app)
    assert tides
    with pytest.raises(Refused, match="publishes for other servers only"):
        await app.desk_live.send(ADA, await typed(app))


async def corrected(app: App, issue: Issue) -> Bench:
    """Ben has begun a correction."""
    bench = await app.desk.open(BEN, issue.id)
    edit = MastheadEdit(number=7, date=issue.date, title="Rough Seas")
    done = await app.desk.edit(BEN, issue.id, bench.version, edit)
    assert isinstance(done, Bench)
    return done


@pytest.mark.usefixtures("tides")
async def test_a_correction_in_the_making_goes_on_below_an_update(app: App) -> None:
    issue = await published(app)
    before = await corrected(app, issue)
    update = await typed(app)
    await app.publishing.update(issue.id, update.entries, AT_ONCE)
    bench = await app.desk.open(BEN, issue.id)
    assert bench.contents.title == "Rough Seas"
    assert [bool(each.live_at) for each in bench.contents.entries] == [False, False, True]
    assert bench.undoes == before.undoes == "Title changed"
    undone = await app.desk.undo(BEN, issue.id, bench.version)
    assert undone.contents.title == "Calm Seas"
    assert len(undone.contents.entries) == 3
    assert undone.undoes == ""


@pytest.mark.usefixtures("tides")
async def test_without_a_correction_an_update_makes_no_version(app: App) -> None:
    issue = await published(app)
    await app.publishing.update(issue.id, (await typed(app)).entries, AT_ONCE)
    assert (await app.desk.open(ADA, issue.id)).last is None
