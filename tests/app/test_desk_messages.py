"""Messages at the desk: put together in one draft, in versions that can be taken back."""

from datetime import timedelta

import pytest

from bot.app.app import App, build_app
from bot.app.desk_messages import A_MESSAGE, MESSAGE_FILE
from bot.app.importing import Order
from bot.domain.bench import Bench
from bot.domain.editing.masthead_edit import MastheadEdit
from bot.domain.editing.quote_edits import Spoken
from bot.domain.gazetteer import Gazetteer
from bot.errors import Refused, Unreadable
from bot.store.store import Store
from tests.app.correcting import ADA, AT_ONCE, BEN, READER, STRANGER, Clock
from tests.app.test_desk import DOCUMENT
from tests.shelving import DAY, found_briefing

MORE = b"Quill added that \xe2\x80\x9cfog is coming.\xe2\x80\x9d\n\nPeru\n\nDivers counted boats."


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def app(store: Store, gazetteer: Gazetteer, clock: Clock) -> App:
    await found_briefing(store, 1, "Tides")
    return build_app(store, gazetteer, clock)


@pytest.fixture
async def bench(app: App) -> Bench:
    """A draft that Ada has made of a message."""
    order = Order(newsroom=1, author="Ada", beside=True)
    brought = await app.importing.bring(DOCUMENT.encode(), MESSAGE_FILE, order)
    return await app.desk.begun(ADA, brought.issue.id, f"Imported from {A_MESSAGE}")


async def titled(app: App, bench: Bench, who: object = ADA) -> Bench:
    edit = MastheadEdit(number=7, date=DAY, title="Storm")
    done = await app.desk.edit(who, bench.issue.id, bench.version, edit)  # pyright: ignore[reportArgumentType]  # an editor
    assert isinstance(done, Bench)
    return done


def headings(bench: Bench) -> list[str | None]:
    return [entry.heading for entry in bench.contents.entries]


async def test_a_further_message_is_read_with_the_first_as_one_document(
    app: App, bench: Bench
) -> None:
    after, whole = await app.desk_messages.add(ADA, bench.issue.id, MORE, MESSAGE_FILE, 900)
    assert whole
    assert headings(after) == [None, "Japan", "Peru"]
    assert [each.text for each in after.contents.entries[1].quotes] == [
        "We sail at dawn,",
        "fog is coming.",
    ]
    assert after.contents.entries[1].quotes[1].speaker == "Ada Quill"
    assert (after.version, after.undoes, after.contents.number) == (2, "Message added", 7)
    undone = await app.desk.undo(ADA, bench.issue.id, 2)
    assert undone.contents == bench.contents
    with pytest.raises(Refused, match="done already"):
        await app.desk_messages.add(ADA, bench.issue.id, MORE, MESSAGE_FILE, 900)


async def test_a_third_message_goes_on_with_the_second(app: App, bench: Bench) -> None:
    await app.desk_messages.add(ADA, bench.issue.id, MORE, MESSAGE_FILE)
    after, whole = await app.desk_messages.add(
        ADA, bench.issue.id, b"They counted twelve.\n\nChile\n\nFog.", MESSAGE_FILE
    )
    assert whole
    assert headings(after) == [None, "Japan", "Peru", "Chile"]
    assert after.contents.entries[2].text == "Divers counted boats.\n\nThey counted twelve."


async def test_a_draft_that_was_changed_keeps_its_changes(app: App, bench: Bench) -> None:
    changed = await titled(app, bench)
    after, whole = await app.desk_messages.add(ADA, bench.issue.id, MORE, MESSAGE_FILE)
    assert not whole
    assert (after.contents.title, headings(after)) == ("Storm", [None, "Japan", "Peru"])
    assert after.contents.entries[1].text.endswith("“fog is coming.”")
    assert after.contents.source.startswith(changed.contents.source)
    assert (await app.desk.undo(ADA, bench.issue.id, 3)).contents == changed.contents


async def test_a_file_is_added_by_its_text(app: App, bench: Bench) -> None:
    page = b"<html><body><h2>Peru</h2><p>Divers counted boats.</p></body></html>"
    after, _ = await app.desk_messages.add(ADA, bench.issue.id, page, "peru.html")
    assert headings(after) == [None, "Japan", "Peru"]
    with pytest.raises(Unreadable):
        await app.desk_messages.add(ADA, bench.issue.id, b"%PDF-1.7", "peru.txt")


async def test_known_spellings_are_used(app: App, store: Store, bench: Bench) -> None:
    spoken = Spoken(speaker="Adela Quill", role="harbour master", country="JP")
    async with store.write() as transaction:
        await transaction.spellings.keep(1, "Ada Quill", spoken)
    after, _ = await app.desk_messages.add(ADA, bench.issue.id, MORE, MESSAGE_FILE)
    assert {each.speaker for each in after.contents.entries[1].quotes} == {"Adela Quill"}


async def test_the_draft_just_made_is_offered_for_a_while(
    app: App, clock: Clock, bench: Bench
) -> None:
    offered = await app.desk_messages.lately(ADA)
    assert offered
    assert offered.id == bench.issue.id
    assert await app.desk_messages.lately(BEN) is None
    clock.now += timedelta(minutes=16)
    assert await app.desk_messages.lately(ADA) is None


async def test_a_draft_that_somebody_else_changed_is_not_offered(app: App, bench: Bench) -> None:
    await titled(app, bench, BEN)
    assert await app.desk_messages.lately(ADA) is None


async def test_one_that_is_published_is_not_offered_nor_added_to(app: App, bench: Bench) -> None:
    await app.publishing.publish(bench.issue.id, AT_ONCE)
    assert await app.desk_messages.lately(ADA) is None
    with pytest.raises(Refused, match="is published by now"):
        await app.desk_messages.add(ADA, bench.issue.id, MORE, MESSAGE_FILE)


@pytest.mark.parametrize("who", [READER, STRANGER])
async def test_nobody_else_adds_anything(app: App, bench: Bench, who: object) -> None:
    with pytest.raises(Refused):
        await app.desk_messages.add(who, bench.issue.id, MORE, MESSAGE_FILE)  # pyright: ignore[reportArgumentType]  # an editor
    assert (await app.desk.open(ADA, bench.issue.id)).version == 1


async def test_whoever_is_no_editor_has_nothing_offered(app: App, bench: Bench) -> None:
    with pytest.raises(Refused, match="Only editors"):
        await app.desk_messages.lately(READER)
    assert await app.desk_messages.lately(STRANGER) is None


async def test_what_is_too_much_is_refused_and_nothing_changes(app: App, bench: Bench) -> None:
    long = b"word " * 9_000
    with pytest.raises(Refused, match="begin a new draft"):
        await app.desk_messages.add(ADA, bench.issue.id, long, MESSAGE_FILE)
    assert (await app.desk.open(ADA, bench.issue.id)).contents == bench.contents
