"""The desk as one story: from a document to a withdrawal, and all that is read on the way."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import simcord

from bot.app.app import App, build_app
from bot.client import SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.store.store import open_store
from tests.cogs.desk_room import DOCUMENT, DeskRoom
from tests.cogs.hand import Before, Hand, filled, nothing
from tests.cogs.shown import labels, private, text_of, words_of
from tests.cogs.watched import Watched
from tests.cogs.world import at_home
from tests.moments import NOW

DOUBTED = DOCUMENT.replace("“We sail at dawn,”", "We sail at dawn,”")
NEWS = "“The bell is silent,” said pilot Ben Oar on January 30, 2022."
TEN = DOCUMENT.replace("#9", "#10").replace("Calm", "Rough")
SAID = "“We sail at dawn,”"
MISQUOTED = "We sail at noon,"


class Story:
    """Who is in it: two editors and a reader of a newsroom, and a keeper of another server."""

    def __init__(self, room: DeskRoom, far: Watched, before: Before) -> None:
        self.room, self.far, self.before = room, far, before
        self.ada, self.ben = (
            Hand(each, room.channel, before) for each in (room.editor, room.clerk)
        )
        self.reader = Hand(room.reader, room.channel, before)
        self.keeper = Hand(far.keeper, far.channel, before)

    async def goes_out(self, number: int = 9) -> None:
        """The window closes, after a restart too."""
        await self.before()
        async with self.room.app.publishing._store.read() as store:
            issue = await store.issues.numbered(1, number)
        assert issue
        await self.room.out(issue.id)

    @property
    def told(self) -> list[str]:
        """What stands in the other server's channel, the oldest first."""
        return [words_of(message) for message in self.far.posted]


@pytest.fixture
async def story(
    request: pytest.FixtureRequest,
    env: simcord.Env,
    app: App,
    database: Path,
    gazetteer: Gazetteer,
) -> AsyncIterator[Story]:
    """With the parameter, the bot is another one before every step: they share only the file."""
    room, far = DeskRoom(env, app), Watched(env, app)
    await room.opened()
    await room.allow(room.reader)
    async with open_store(database, NOW) as store:

        async def again() -> None:
            room.app = far.app = build_app(store, gazetteer, lambda: NOW, allowed=())
            await env.restart_bot(at_home(SitrepBot(room.app), env))

        yield Story(room, far, again if request.param else nothing)


@pytest.mark.parametrize("story", [False, True], indirect=True, ids=["as it is", "with restarts"])
async def test_from_a_document_to_its_withdrawal(story: Story) -> None:
    await subscribed(story)
    await written(story)
    await published(story)
    await told_more(story)
    await corrected(story)
    await withdrawn(story)
    await looked_back(story)
    await restored(story)


async def subscribed(story: Story) -> None:
    """Another server wants to be told."""
    card = await story.keeper.type("alerts subscribe", channel=story.far.channel)
    assert "Subscribed." in text_of(card)


async def written(story: Story) -> None:
    """A document is imported, its doubt settled, and both editors change something."""
    panel = await story.ada.type("desk import", text=DOUBTED)
    assert private(panel)
    assert "### Doubt 1 of 1: a quote in Japan" in text_of(panel)
    checks = await story.ada.press(panel, "Publish")
    assert "**Must be mended**: A doubt in Japan is not answered yet." in text_of(checks)
    right = await story.ada.press(await story.ada.press(checks, "Back"), "Right")
    assert "Doubt" not in text_of(right)
    await breaks_a_quote(story)
    await types_in_vain(story)
    shown = await story.ada.press(await story.ada.type("desk open"), "Shown in the alert")
    panel = await story.ada.pick(shown, "Quotes for", "1.0")
    assert "-# Draft" in text_of(panel)


async def breaks_a_quote(story: Story) -> None:
    """The second editor writes a text anew, sees what that does, and takes it back."""
    panel = await story.ben.type("desk open", issue="#9")
    section = await story.ben.pick(panel, "Open a section", "1")
    text = "“We sail at noon,” said Ada Quill, the harbour master, on January 27, 2022."
    asked = await story.ben.fill(section, "Edit text…", text=text)
    assert "Nothing is saved yet" in text_of(asked)
    refused = await story.ben.fill(asked, "Other words…", words="Never.")
    assert "is not in the text word for word" in text_of(refused)
    edited = await story.ben.fill(asked, "Other words…", words=MISQUOTED)
    assert text in text_of(edited)
    undone = await story.ben.press(await story.ben.press(edited, "Back"), "Undo")
    assert "Taken back: Japan: text changed." in text_of(undone)


async def types_in_vain(story: Story) -> None:
    """What cannot be taken is not lost, and what somebody else has changed not written over."""
    panel = await story.ada.type("desk open")
    form = await story.ada.press(panel, "Number, date, title…")
    refused = await story.ada.send(form, number="nine", title="Calm Water")
    assert "“nine” is no number" in text_of(refused)
    other = await story.ben.fill(
        await story.ben.type("desk open", issue="#9"), "Number, date, title…", title="Fog"
    )
    assert "**Fog**" in text_of(other)
    form = await story.ada.press(refused, "Edit again")
    assert filled(form) == {"number": "nine", "day": "2022-01-28", "title": "Calm Water"}
    mended = await story.ada.send(form, number="9")
    assert "**Calm Water**" in text_of(mended)


async def published(story: Story) -> None:
    """It is looked at, let out, stopped, and let out again; until then nobody reads it."""
    preview = await story.ada.press(await story.ada.type("desk open"), "Preview")
    assert f"> {SAID}" in text_of(preview)
    asked = await story.ada.press(preview, "Publish")
    assert "It goes to 1 channel." in text_of(asked)
    out = await story.ada.press(asked, "Now")
    stopped = await story.ada.press(out, "Stop")
    assert "Stopped: nobody was told." in text_of(stopped)
    await story.ada.press(await story.ada.press(stopped, "Publish"), "Now")
    assert "#9" not in text_of(await story.reader.type("latest"))
    assert story.told == []
    await story.goes_out()
    assert "# Harbour Notes #9" in text_of(await story.reader.type("latest"))
    (alert,) = story.told
    assert f"> {SAID}" in alert
    for command in ("desk open", "desk history", "live"):
        given = {"country": "Peru"} if command == "live" else {}
        refused = await story.reader.type(command, **given)
        assert private(refused)
        assert "Only editors may do this" in text_of(refused)
    story.room.assert_refused()


async def told_more(story: Story) -> None:
    """Breaking news, typed wrong at first, by the second editor."""
    asked = await story.ben.type("live", country="Peru")
    refused = await story.ben.send(asked, country="Atlantis", text=NEWS)
    assert "# Nothing was sent" in text_of(refused)
    form = await story.ben.press(refused, "Edit again")
    assert filled(form) == {"country": "Atlantis", "text": NEWS}
    shown = await story.ben.send(form, country="Peru")
    out = await story.ben.press(shown, "Send")
    assert "The update of Harbour Notes #9 goes out" in text_of(out)
    await story.goes_out()
    _, update = story.told
    assert update.startswith("## Update · Harbour Notes #9")
    assert NEWS in update


async def corrected(story: Story) -> None:
    """A reader's card leads to the desk; the message that went out says what was wrong."""
    found = await story.ada.type("quotes", speaker="Ada Quill")
    card = await story.ada.press(found, "Open 1")
    one = await story.ada.press(card, "Correct…")
    changed = await story.ada.fill(one, "Change…", words=MISQUOTED)
    panel = await story.ada.press(changed, "Back") if "Back" in labels(changed) else changed
    assert "a correction is being written" in text_of(panel)
    review = await story.ada.press(panel, "Send the correction…")
    assert "It reaches 2 messages" in text_of(review)
    form = await story.ada.press(review, "Give the reason and send…")
    sent = await story.ada.send(form, reason="A slip of the pen.")
    assert "The correction of Harbour Notes #9 goes out" in text_of(sent)
    assert MISQUOTED not in story.told[0]
    await story.goes_out()
    alert, update, note = story.told
    assert "A slip of the pen." in alert
    assert MISQUOTED in alert
    assert "We sail at dawn" in alert
    assert NEWS in update
    assert "The issue was corrected" in update
    assert "was “We sail at dawn,” and is now “We sail at noon,”" in note
    assert MISQUOTED in text_of(await story.reader.type("quotes", speaker="Ada Quill"))


async def withdrawn(story: Story) -> None:
    """The issue is taken back, and every message says so; what it said before stays there."""
    history = await story.ada.type("desk history", issue="#9")
    earlier = await story.ada.pick(history, "What was changed", "r1")
    panel = await story.ben.type("desk open", issue="#9")
    refused = await story.ben.fill(panel, "Withdraw…", reason="All of it is wrong.", number="8")
    assert "To withdraw it, type its number: 9." in text_of(refused)
    form = await story.ben.press(refused, "Edit again")
    assert filled(form) == {"reason": "All of it is wrong.", "number": "8"}
    out = await story.ben.send(form, number="9")
    assert "# Harbour Notes #9 is withdrawn" in text_of(out)
    await story.goes_out()
    assert all("All of it is wrong." in each for each in story.told)
    assert SAID not in "".join(story.told)
    assert "#9" not in text_of(await story.reader.type("latest"))
    refused = await story.ada.press(earlier, "Restore this")
    assert private(refused)
    assert "was withdrawn and stays as it is" in text_of(refused)


async def looked_back(story: Story) -> None:
    """All of it is in the history, and none of it comes back."""
    everything = await pages(story, await story.ada.type("desk history", issue="#9"))
    for deed in (
        "Imported from pasted text",
        "Japan: quote confirmed",
        "Undone: Japan: text changed",
        "A slip of the pen.",
        "All of it is wrong.",
    ):
        assert deed in everything, deed
    history = await story.ada.type("desk history", issue="#9")
    first = await story.ada.pick(history, "What was changed", "r1")
    assert "Harbour Notes #9 was withdrawn and stays as it is." in text_of(first)
    assert "Restore this" not in labels(first)


async def pages(story: Story, history: simcord.InteractionResult) -> str:
    """The words of every page of the history."""
    found = text_of(history)
    while "Older" in labels(history):
        history = await story.ada.press(history, "Older")
        found += text_of(history)
    return found


async def restored(story: Story) -> None:
    """Of another issue a state comes back; the second editor is not written over."""
    await story.ada.type("desk import", text=TEN)
    await story.ada.type("desk section", country="Norway", text="Fjords.")
    history = await story.ada.type("desk history")
    first = await story.ada.pick(history, "What was changed", "v1")
    await story.ben.type("desk section", country="Chile", text="Capes.", issue="#10")
    refused = await story.ada.press(first, "Restore this")
    assert "# Nothing was changed" in text_of(refused)
    first = await story.ada.pick(await story.ada.type("desk history"), "What was changed", "v1")
    back = await story.ada.press(first, "Restore this")
    assert "Restored: as of 2022-02-01 12:00." in text_of(back)
    assert "Norway" not in text_of(back)
    assert "Chile" not in text_of(back)
    await story.ada.press(await story.ada.press(back, "Publish"), "Now")
    await story.goes_out(10)
    assert "# Harbour Notes #10" in story.told[-1]
