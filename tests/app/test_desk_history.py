"""The history at the desk: who, when, why, what was changed, and how it is had again."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app.app import App, build_app
from bot.app.importing import Order
from bot.app.planning import Order as Release
from bot.domain.bench import Bench, Clash
from bot.domain.briefing import Briefing
from bot.domain.editing.edit import Edit
from bot.domain.editing.masthead_edit import MastheadEdit
from bot.domain.editing.section_edits import AddSection
from bot.domain.editing.spot import Spot
from bot.domain.editing.text_edit import TextEdit
from bot.domain.editor import Editor
from bot.domain.gazetteer import Gazetteer
from bot.domain.history import Kind, Mark
from bot.domain.issue import Contents
from bot.domain.release import Author
from bot.errors import Refused
from bot.store.store import Store
from tests.contents import section as part
from tests.domain.editing.drafts import drafts, section, whole
from tests.domain.editing.test_edits import edits
from tests.moments import NOW
from tests.shelving import found_briefing, publish

SERVER, ABROAD = 1, 2
ADA = Editor(id=7, name="Ada", server=SERVER, manages_messages=True)
BEN = Editor(id=8, name="Ben", server=SERVER, manages_messages=True)
READER = Editor(id=9, name="Eve", server=SERVER)
STRANGER = Editor(id=10, name="Mal", server=ABROAD, manages_messages=True)
AT_ONCE = Release(author=Author(name="Ada"), at_once=True)
DOCUMENT = """Tides #7 | January 28, 2022

Calm Seas

Calm seas were seen in Japan.

Japan

“We sail at dawn,” said Ada Quill, the harbour master, on January 27, 2022. Nobody objected.
"""


class Clock:
    now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def app(store: Store, gazetteer: Gazetteer) -> App:
    return build_app(store, gazetteer, Clock())


@pytest.fixture
async def tides(store: Store) -> Briefing:
    return await found_briefing(store, SERVER, "Tides")


@pytest.fixture
async def key(app: App, tides: Briefing) -> int:
    """A draft that Ada has imported."""
    brought = await app.importing.bring(
        DOCUMENT.encode(), "tides.txt", Order(newsroom=SERVER, author="Ada")
    )
    return (await app.desk.begun(ADA, brought.issue.id, "Imported from tides.txt")).issue.id


def mark(text: str) -> Mark:
    found = Mark.parse(text)
    assert found
    return found


def done(result: Bench | Clash) -> Bench:
    assert isinstance(result, Bench)
    return result


def titled(title: str, number: int = 7) -> MastheadEdit:
    return MastheadEdit(number=number, date=date(2022, 1, 28), title=title)


async def edit(app: App, key: int, *edits: Edit, who: Editor = ADA) -> Bench:
    """Makes these edits of what is at the desk."""
    bench = await app.desk.open(who, key)
    for each in edits:
        bench = done(await app.desk.edit(who, key, bench.version, each))
    return bench


async def rows(app: App, key: int, page: int = 0) -> list[tuple[str, str, str]]:
    shown = await app.desk_history.page(ADA, key, page)
    return [(str(each.mark), each.author, each.told) for each in shown.saved]


async def test_drafts_and_revisions_are_one_history(app: App, key: int) -> None:
    await edit(app, key, titled("Storm"), who=BEN)
    await app.publishing.publish(key, AT_ONCE)
    bench = await edit(app, key, titled("Fog"))
    await app.publishing.correct(key, bench.contents, "There was fog", AT_ONCE)
    await app.publishing.withdraw(key, "All wrong", AT_ONCE)
    assert await rows(app, key) == [
        ("r3", "Ada", "All wrong"),
        ("r2", "Ada", "There was fog"),
        ("v4", "Ada", "Title changed"),
        ("v3", "Ada", "As published"),
        ("r1", "Ada", "First publication"),
        ("v2", "Ben", "Title changed"),
        ("v1", "Ada", "Imported from tides.txt"),
    ]
    against = {}
    for text in ("r3", "r2", "v4", "v3", "r1", "v2", "v1"):
        past = await app.desk_history.past(BEN, key, mark(text))
        against[text] = str(past.before.mark) if past.before else None
    assert against == {
        "r3": "r2",
        "r2": "r1",
        "r1": "v2",
        "v4": "v3",
        "v3": "r1",
        "v2": "v1",
        "v1": None,
    }


async def test_a_state_tells_what_it_changed_and_nothing_else(app: App, key: int) -> None:
    text = "“We sail at dawn,” said Ada Quill, the harbour master, on January 27, 2022. Fog came."
    await edit(app, key, titled("Storm"), TextEdit(at=Spot(entry=1), text=text))
    past = await app.desk_history.past(ADA, key, mark("v3"))
    (changed,) = past.comparison.changed
    assert [(each.was, each.now) for each in changed.sentences] == [
        (("Nobody objected.",), ("Fog came.",))
    ]
    assert (changed.quotes, past.comparison.added, past.current) == ((), (), True)
    assert past.comparison.before.title == past.comparison.after.title == "Storm"
    first = await app.desk_history.past(ADA, key, mark("v1"))
    assert (len(first.comparison.added), first.before, first.current) == (2, None, False)


async def test_hundreds_of_versions_are_paged(app: App, key: int) -> None:
    await edit(app, key, *(titled(f"Storm {number}") for number in range(24)))
    pages = [await app.desk_history.page(ADA, key, number) for number in (0, 1, 2, 99)]
    assert [len(page.saved) for page in pages] == [10, 10, 5, 5]
    assert [page.first for page in pages] == [25, 15, 5, 5]
    assert {(page.total, page.pages) for page in pages} == {(25, 3)}
    found = [each.mark.number for page in pages[:3] for each in page.saved]
    assert found == [*range(25, 0, -1)]


async def test_a_draft_is_as_it_was_by_a_change_like_any_other(app: App, key: int) -> None:
    before = await app.desk.open(ADA, key)
    await edit(app, key, titled("Storm"), AddSection(section=section("Peru", "Divers.")))
    restored = done(await app.desk_history.restore(BEN, key, 3, mark("v1"), 100))
    assert (restored.contents, restored.version) == (before.contents, 4)
    assert restored.last
    assert restored.last.author.name == "Ben"
    assert restored.last.deed == f"Restored: as of {NOW:%Y-%m-%d %H:%M}"
    assert (await app.publishing.contents(key)).title == "Calm Seas"
    with pytest.raises(Refused, match="done already"):
        await app.desk_history.restore(BEN, key, 4, mark("v2"), 100)
    undone = await app.desk.undo(ADA, key, 4)
    assert [entry.heading for entry in undone.contents.entries] == [None, "Japan", "Peru"]
    again = done(await app.desk_history.restore(ADA, key, 5, mark("v4")))
    assert again.contents == before.contents


async def test_of_when_it_is_stands_on_the_newsrooms_clock(
    app: App, store: Store, key: int
) -> None:
    async with store.write() as transaction:
        await transaction.server_settings.choose(SERVER, time_zone="UTC+14:00")
    await edit(app, key, titled("Storm"))
    restored = done(await app.desk_history.restore(ADA, key, 2, mark("v1")))
    assert restored.last
    assert restored.last.deed == "Restored: as of 2022-02-02 02:00"


async def test_a_published_issue_gets_a_correction_that_is_not_sent_yet(app: App, key: int) -> None:
    await app.publishing.publish(key, AT_ONCE)
    bench = await edit(app, key, titled("Storm"))
    await app.publishing.correct(key, bench.contents, "A storm", AT_ONCE)
    at = (await app.desk.open(ADA, key)).version
    restored = done(await app.desk_history.restore(ADA, key, at, mark("r1")))
    assert (restored.corrects, restored.contents.title) == (True, "Calm Seas")
    assert restored.undoes.endswith(", revision 1")
    assert (restored.issue.title, restored.issue.revision) == ("Storm", 2)
    assert await app.publishing.pending(key) is None
    out = app.desk_correcting
    await out.send(ADA, key, restored.version, "It was calm")
    with pytest.raises(Refused, match="about to go out"):
        await app.desk_history.restore(ADA, key, restored.version, mark("r2"))


async def test_what_is_there_already_is_not_restored(app: App, key: int) -> None:
    assert (await app.desk_history.past(ADA, key, mark("v1"))).current
    with pytest.raises(Refused, match="It is like this already"):
        await app.desk_history.restore(ADA, key, 1, mark("v1"))
    assert (await app.desk.open(ADA, key)).version == 1


async def test_nothing_that_somebody_changed_since_is_restored_over(app: App, key: int) -> None:
    await edit(app, key, titled("Storm"), titled("Fog"))
    clash = await app.desk_history.restore(BEN, key, 2, mark("v1"))
    assert isinstance(clash, Clash)
    assert (clash.before.title, clash.bench.contents.title) == ("Storm", "Fog")
    assert (await app.desk.open(ADA, key)).version == 3


async def test_a_number_that_another_issue_has_by_now_is_refused(
    app: App, key: int, tides: Briefing
) -> None:
    await edit(app, key, titled("Calm Seas", number=8))
    await app.desk.new(BEN, tides.id, number=7)
    with pytest.raises(Refused, match="Tides #7 is there already; choose another number"):
        await app.desk_history.restore(ADA, key, 2, mark("v1"))


async def test_a_withdrawn_issue_is_read_and_not_restored(app: App, key: int) -> None:
    await edit(app, key, titled("Storm"))
    await app.publishing.publish(key, AT_ONCE)
    await app.publishing.withdraw(key, "Wrong", AT_ONCE)
    assert (await rows(app, key))[0] == ("r2", "Ada", "Wrong")
    past = await app.desk_history.past(ADA, key, mark("v1"))
    with pytest.raises(Refused, match="was withdrawn and stays as it is"):
        await app.desk_history.restore(ADA, key, past.bench.version, mark("v1"))
    assert await app.desk_history.chosen(ADA, f"i{key}") == key


async def test_live_updates_that_would_be_left_out_are_counted(
    app: App, store: Store, key: int
) -> None:
    await app.publishing.publish(key, AT_ONCE)
    for text in ("Boats left.", "Boats came."):
        await app.publishing.update(key, (part("JP", text=text),), AT_ONCE)
    losses = [(await app.desk_history.past(ADA, key, mark(f"r{n}"))).lost for n in (1, 2, 3)]
    assert losses == [2, 1, 0]
    async with store.read() as transaction:
        before = {entry.text: entry.id for entry in await transaction.entries.of(key)}
    at = (await app.desk.open(ADA, key)).version
    restored = done(await app.desk_history.restore(ADA, key, at, mark("r2")))
    await app.publishing.correct(key, restored.contents, "Too early", AT_ONCE)
    async with store.read() as transaction:
        after = {entry.text: entry.id for entry in await transaction.entries.of(key)}
    assert after == {text: before[text] for text in after}
    assert set(before) - set(after) == {"Boats came."}


async def test_a_draft_keeps_the_ids_of_what_is_restored(app: App, store: Store, key: int) -> None:
    async with store.read() as transaction:
        before = [entry.id for entry in await transaction.entries.of(key)]
    bench = await edit(app, key, TextEdit(at=Spot(entry=0), text="A storm was seen in Japan."))
    await app.desk_history.restore(ADA, key, bench.version, mark("v1"))
    async with store.read() as transaction:
        assert [entry.id for entry in await transaction.entries.of(key)] == before


@pytest.mark.parametrize("who", [READER, STRANGER])
async def test_nobody_else_gets_at_the_history(app: App, key: int, who: Editor) -> None:
    await edit(app, key, titled("Storm"))
    history = app.desk_history
    calls: list[Callable[[], Awaitable[object]]] = [
        lambda: history.page(who, key),
        lambda: history.past(who, key, mark("v1")),
        lambda: history.restore(who, key, 2, mark("v1")),
        lambda: history.chosen(who, "7"),
        lambda: history.chosen(who, f"i{key}"),
    ]
    for call in calls:
        with pytest.raises(Refused):
            await call()
    assert (await app.desk.open(ADA, key)).version == 2
    assert await history.offered(STRANGER, "", 25) == []
    with pytest.raises(Refused):
        await history.offered(READER, "", 25)


async def test_an_issue_is_chosen_by_its_number_its_name_or_as_the_last_one(
    app: App, store: Store, key: int
) -> None:
    other = await found_briefing(store, SERVER, "Lanterns")
    lantern = await publish(store, other, 7, day=date(2022, 1, 30))
    history = app.desk_history
    assert await history.chosen(ADA, None) == key
    with pytest.raises(Refused, match="You have changed nothing yet"):
        await history.chosen(BEN, None)
    assert await history.chosen(BEN, "7") == await history.chosen(BEN, " #7") == lantern.id
    assert await history.chosen(BEN, "Tides #7") == key
    for typed in ("8", "Fog #7", "Tides", "i99", "²", "9" * 12, "#"):
        with pytest.raises(Refused, match="There is no such issue at this desk"):
            await history.chosen(BEN, typed)
    found = await history.offered(BEN, "", 25)
    assert [issue.id for issue in found] == [lantern.id, key]
    assert [issue.id for issue in await history.offered(BEN, "calm", 25)] == [key]
    assert await history.offered(BEN, "8", 25) == []


@pytest.mark.parametrize("text", ["v9", "r1", "v0"])
async def test_what_was_never_saved_is_not_in_the_history(app: App, key: int, text: str) -> None:
    for call in (
        app.desk_history.past(ADA, key, mark(text)),
        app.desk_history.restore(ADA, key, 1, mark(text)),
    ):
        with pytest.raises(Refused, match="not in the history"):
            await call


@pytest.mark.parametrize("text", ["", "v", "1", "x1", "v-1", "v1 ", "v²", "r" + "9" * 10])
def test_what_no_menu_offers_is_no_mark(text: str) -> None:
    assert Mark.parse(text) is None


def test_a_mark_is_read_as_it_was_written() -> None:
    written = Mark(kind=Kind.VERSION, number=12)
    assert (str(written), Mark.parse("v12")) == ("v12", written)


steps = st.lists(
    st.tuples(st.sampled_from((ADA, BEN)), st.integers(0, 6), st.none() | edits), max_size=6
)


class _Begun(Contents):
    """Any draft, written over whatever is there."""

    def apply(self, contents: Contents) -> Contents:
        return contents.model_copy(update={"entries": self.entries})

    def deed(self, before: Contents) -> str:
        return "Written"


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drafts, steps, st.data())
async def test_whatever_two_editors_do_every_state_can_be_restored(
    app: App,
    tides: Briefing,
    contents: Contents,
    steps: list[tuple[Editor, int, Edit | None]],
    data: st.DataObject,
) -> None:
    key = (await app.desk.new(ADA, tides.id)).issue.id
    await app.desk.edit(ADA, key, 1, _Begun(**dict(contents)))
    for who, at, step in steps:
        try:
            if step is None:
                await app.desk.undo(who, key, at)
            else:
                await app.desk.edit(who, key, at, step)
        except Refused:
            continue
    shown = await app.desk_history.page(BEN, key)
    for saved in data.draw(st.permutations(shown.saved)):
        now = await app.desk.open(BEN, key)
        past = await app.desk_history.past(BEN, key, saved.mark)
        if past.current:
            continue
        restored = done(await app.desk_history.restore(BEN, key, now.version, saved.mark))
        assert restored.contents == past.comparison.after == whole(restored.contents)
        assert (await app.publishing.contents(key)) == restored.contents
