"""The desk: rights, versions, undoing, two editors at once."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app.app import App, build_app
from bot.app.importing import Order
from bot.app.planning import Order as Release
from bot.domain.bench import Bench, Clash
from bot.domain.briefing import Briefing
from bot.domain.checks import Check
from bot.domain.editing.masthead_edit import MastheadEdit
from bot.domain.editing.quote_edits import RenameSpeaker, Spoken
from bot.domain.editing.section_edits import AddSection, DropSection, NameSection
from bot.domain.editing.spot import Spot
from bot.domain.editing.text_edit import TextEdit
from bot.domain.editor import Editor
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import State
from bot.domain.release import Author
from bot.errors import Refused
from bot.store.store import Store
from tests.domain.editing.drafts import section
from tests.moments import NOW
from tests.shelving import found_briefing

SERVER, ABROAD, ROLE = 1, 2, 44
ADA = Editor(id=7, name="Ada", server=SERVER, manages_messages=True)
BEN = Editor(id=8, name="Ben", server=SERVER, manages_messages=True)
READER = Editor(id=9, name="Eve", server=SERVER)
STRANGER = Editor(id=10, name="Mal", server=ABROAD, manages_messages=True, manages_server=True)
DOCUMENT = """Tides #7 | January 28, 2022

Calm Seas

Calm seas were seen in Japan.

Japan

“We sail at dawn,” said Ada Quill, the harbour master, on January 27, 2022.
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
async def bench(app: App, tides: Briefing) -> Bench:
    """A draft that Ada has imported."""
    brought = await app.importing.bring(
        DOCUMENT.encode(), "tides.txt", Order(newsroom=SERVER, author="Ada")
    )
    return await app.desk.begun(ADA, brought.issue.id, "Imported from tides.txt")


def done(result: Bench | Clash) -> Bench:
    assert isinstance(result, Bench)
    return result


def titled(title: str) -> MastheadEdit:
    return MastheadEdit(number=7, date=date(2022, 1, 28), title=title)


def text_of(bench: Bench, place: int) -> str:
    return bench.contents.entries[place].text


async def test_a_draft_is_opened_with_what_is_to_be_looked_at(app: App, bench: Bench) -> None:
    assert (bench.version, bench.issue.state, bench.undoes) == (1, State.DRAFT, "")
    assert bench.last
    assert (bench.last.author.name, bench.last.deed) == ("Ada", "Imported from tides.txt")
    assert not bench.blocked
    assert {each.check for each in bench.findings} == {Check.NO_SOURCE, Check.NO_ROLE}
    assert await app.desk.open(BEN, bench.issue.id) == bench


@pytest.mark.parametrize("who", [READER, STRANGER])
async def test_nobody_else_gets_at_a_draft(app: App, bench: Bench, who: Editor) -> None:
    key, desk = bench.issue.id, app.desk
    calls: list[Callable[[], object]] = [
        lambda: desk.open(who, key),
        lambda: desk.edit(who, key, 1, titled("Mine")),
        lambda: desk.undo(who, key, 1),
        lambda: desk.begun(who, key, "Mine"),
        lambda: desk.new(who, bench.issue.briefing.id),
    ]
    for call in calls:
        with pytest.raises(Refused):
            await call()  # pyright: ignore[reportGeneralTypeIssues]  # all are coroutines
    assert await desk.open(ADA, key) == bench


async def test_the_role_of_the_editors_takes_the_place_of_the_right(
    app: App, store: Store, bench: Bench
) -> None:
    async with store.write() as transaction:
        await transaction.server_settings.choose(SERVER, editor_role=ROLE)
    with pytest.raises(Refused, match="Only editors may do this"):
        await app.desk.open(ADA, bench.issue.id)
    writer = READER.model_copy(update={"roles": frozenset({ROLE})})
    assert (await app.desk.open(writer, bench.issue.id)).version == 1


async def test_an_edit_is_a_version_and_what_is_published(app: App, bench: Bench) -> None:
    after = done(await app.desk.edit(BEN, bench.issue.id, 1, titled("Storm"), 100))
    assert (after.version, after.issue.title, after.contents.title) == (2, "Storm", "Storm")
    assert after.undoes == "Title changed"
    assert (await app.publishing.contents(bench.issue.id)).title == "Storm"
    with pytest.raises(Refused, match="done already"):
        await app.desk.edit(BEN, bench.issue.id, 2, titled("Fog"), 100)


async def test_an_edit_that_changes_nothing_is_no_version(app: App, bench: Bench) -> None:
    assert done(await app.desk.edit(ADA, bench.issue.id, 1, titled("Calm Seas"))).version == 1


async def test_two_editors_of_different_parts_are_both_right(app: App, bench: Bench) -> None:
    key = bench.issue.id
    await app.desk.edit(ADA, key, 1, AddSection(section=section("Peru", "Divers.")))
    named = NameSection(at=Spot(entry=1), heading="Nippon", countries=("JP",))
    await app.desk.edit(BEN, key, 1, named)
    await app.desk.edit(ADA, key, 1, titled("Storm"))
    late = TextEdit(at=Spot(entry=0), text="A storm was seen in Japan.")
    after = done(await app.desk.edit(BEN, key, 1, late))
    assert [entry.heading for entry in after.contents.entries] == [None, "Nippon", "Peru"]
    assert (after.contents.title, text_of(after, 0)) == ("Storm", "A storm was seen in Japan.")
    assert after.version == 5


async def test_an_edit_follows_its_section(app: App, bench: Bench) -> None:
    key = bench.issue.id
    await app.desk.edit(ADA, key, 1, DropSection(at=Spot(entry=0)))
    named = NameSection(at=Spot(entry=1), heading="Nippon", countries=("JP",))
    after = done(await app.desk.edit(BEN, key, 1, named))
    assert [entry.heading for entry in after.contents.entries] == ["Nippon"]


async def test_what_was_changed_meanwhile_is_not_written_over(app: App, bench: Bench) -> None:
    key = bench.issue.id
    first = TextEdit(at=Spot(entry=0), text="A storm was seen.")
    second = TextEdit(at=Spot(entry=0), text="Fog was seen.")
    await app.desk.edit(ADA, key, 1, first)
    clash = await app.desk.edit(BEN, key, 1, second)
    assert isinstance(clash, Clash)
    assert clash.before.entries[0].text == "Calm seas were seen in Japan."
    assert (text_of(clash.bench, 0), clash.bench.version) == ("A storm was seen.", 2)
    assert text_of(done(await app.desk.edit(BEN, key, 2, second)), 0) == "Fog was seen."


async def test_a_draft_that_nobody_had_changed_is_not_written_over_either(
    app: App, tides: Briefing
) -> None:
    order = Order(newsroom=SERVER, author="operator")
    key = (await app.importing.bring(DOCUMENT.encode(), "tides.txt", order)).issue.id
    assert (await app.desk.open(ADA, key)).version == 1
    first = TextEdit(at=Spot(entry=0), text="A storm was seen.")
    assert done(await app.desk.edit(ADA, key, 1, first)).version == 2
    assert text_of(await app.desk.seen(BEN, key, 1), 0) == "Calm seas were seen in Japan."
    second = TextEdit(at=Spot(entry=0), text="Fog was seen.")
    assert isinstance(await app.desk.edit(BEN, key, 1, second), Clash)
    with pytest.raises(Refused, match="Somebody has changed this since"):
        await app.desk.undo(BEN, key, 1)


async def test_changes_are_taken_back_one_after_the_other(app: App, bench: Bench) -> None:
    key = bench.issue.id
    for at, title in enumerate(("Storm", "Fog"), 1):
        await app.desk.edit(ADA, key, at, titled(title))
    once = await app.desk.undo(ADA, key, 3)
    assert (once.contents.title, once.version, once.undoes) == ("Storm", 4, "Title changed")
    twice = await app.desk.undo(BEN, key, 4)
    assert (twice.contents.title, twice.version, twice.undoes) == ("Calm Seas", 5, "")
    with pytest.raises(Refused, match="nothing to undo; this is how it began"):
        await app.desk.undo(ADA, key, 5)
    assert twice.last
    assert twice.last.deed == "Undone: Title changed"
    after = done(await app.desk.edit(ADA, key, 5, titled("Rain")))
    assert (await app.desk.undo(ADA, key, after.version)).contents.title == "Calm Seas"


async def test_nothing_is_taken_back_that_was_not_seen(app: App, bench: Bench) -> None:
    await app.desk.edit(ADA, bench.issue.id, 1, titled("Storm"))
    with pytest.raises(Refused, match="Somebody has changed this since"):
        await app.desk.undo(BEN, bench.issue.id, 1)


async def test_a_number_that_is_taken_is_refused(app: App, bench: Bench, tides: Briefing) -> None:
    await app.desk.new(ADA, tides.id, number=9)
    nine = MastheadEdit(number=9, date=None, title="Calm")
    with pytest.raises(Refused, match="Tides #9 is there already; choose another number"):
        await app.desk.edit(ADA, bench.issue.id, 1, nine)
    with pytest.raises(Refused, match="Tides #9 is there already"):
        await app.desk.new(ADA, tides.id, number=9)


async def test_a_new_draft_has_the_next_number_and_the_newsrooms_day(
    app: App, store: Store, bench: Bench, tides: Briefing
) -> None:
    async with store.write() as transaction:
        await transaction.server_settings.choose(SERVER, time_zone="UTC+14:00")
    new = await app.desk.new(ADA, tides.id)
    assert (new.contents.number, new.version, new.contents.entries) == (8, 1, ())
    assert new.contents.date == (NOW + timedelta(hours=14)).date()
    assert {each.check for each in new.findings if each.check.blocks} == {
        Check.NO_TITLE,
        Check.NO_SECTION,
    }
    assert await app.desk.last(ADA) == new.issue.id
    assert await app.desk.last(BEN) is None


async def test_the_list_shows_drafts_first_and_then_what_was_published(
    app: App, bench: Bench, tides: Briefing
) -> None:
    other = await app.desk.new(BEN, tides.id)
    found = await app.desk.listed(ADA)
    assert [(each.issue.id, each.last and each.last.author.name) for each in found] == [
        (other.issue.id, "Ben"),
        (bench.issue.id, "Ada"),
    ]


async def test_a_draft_that_was_changed_elsewhere_keeps_that_as_a_version(
    app: App, bench: Bench
) -> None:
    order = Order(newsroom=SERVER, author="operator", replace=True)
    await app.importing.bring(DOCUMENT.replace("Calm S", "Rough S").encode(), "t.txt", order)
    assert (await app.desk.open(BEN, bench.issue.id)).version == 2
    after = done(await app.desk.edit(ADA, bench.issue.id, 2, titled("Storm")))
    assert after.version == 3
    assert (await app.desk.undo(ADA, bench.issue.id, 3)).contents.title == "Rough Seas"


async def test_a_speaker_that_is_renamed_is_remembered(
    app: App, store: Store, bench: Bench, tides: Briefing
) -> None:
    spoken = Spoken(speaker="A. Quill", role="master", country="JP")
    edit = RenameSpeaker(speaker="Ada Quill", spoken=spoken)
    after = done(await app.desk.edit(ADA, bench.issue.id, 1, edit))
    assert after.contents.entries[1].quotes[0].speaker == "A. Quill"
    async with store.read() as transaction:
        assert await transaction.spellings.of(tides.id) == {"Ada Quill": spoken}


async def test_a_correction_is_written_beside_what_is_published(app: App, bench: Bench) -> None:
    key = bench.issue.id
    order = Release(author=Author(name="Ada"), at_once=True)
    await app.publishing.publish(key, order)
    after = done(await app.desk.edit(ADA, key, 1, titled("Storm")))
    assert (after.corrects, after.contents.title, after.issue.title) == (True, "Storm", "Calm Seas")
    assert (await app.publishing.contents(key)).title == "Calm Seas"
    assert after.undoes == "Title changed"
    await app.publishing.correct(key, after.contents, "The title", order)
    now = await app.desk.open(ADA, key)
    assert (now.contents.title, now.issue.revision, now.undoes) == ("Storm", 2, "")
    await app.publishing.withdraw(key, "Wrong", order)
    with pytest.raises(Refused, match="was withdrawn and stays as it is"):
        await app.desk.edit(ADA, key, 1, titled("Fog"))


steps = st.lists(
    st.tuples(
        st.sampled_from((ADA, BEN)),
        st.integers(0, 6),
        st.integers(0, 3),
        st.text("ab “”", max_size=9),
    ),
    max_size=6,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps)
async def test_every_version_can_be_had_again(
    app: App, store: Store, tides: Briefing, steps: list[tuple[Editor, int, int, str]]
) -> None:
    key = (await app.desk.new(ADA, tides.id)).issue.id
    await app.desk.edit(ADA, key, 1, AddSection(section=section(None, "Calm.")))
    await app.desk.edit(ADA, key, 2, AddSection(section=section()))
    for who, at, place, text in steps:
        try:
            if text:
                await app.desk.edit(who, key, at, TextEdit(at=Spot(entry=place), text=text))
            else:
                await app.desk.undo(who, key, at)
        except Refused:
            continue
    async with store.read() as transaction:
        heads = await transaction.history.newest(key, 99)
        found = [await transaction.versions.get(key, each.mark.number) for each in heads]
        kept = [each for each in found if each]
    assert [each.number for each in kept] == list(range(len(kept), 0, -1))
    shown = await app.desk.open(ADA, key)
    assert shown.contents == kept[0].contents
    by_number = {each.number: each for each in kept}
    for each in kept:
        assert by_number[each.same_as].contents == each.contents
