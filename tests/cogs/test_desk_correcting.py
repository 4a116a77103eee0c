"""Correcting in Discord: looked at, sent with what is wrong in the same way, stopped."""

import re

import pytest
import simcord

from bot.app.app import App
from bot.client import SitrepBot
from tests.cogs.desk_room import DOCUMENT, DeskRoom
from tests.cogs.shown import in_place, labels, menu, options, private, text_of, words_below
from tests.cogs.world import at_home

RIGHT = "We sail at noon,"
SAID = {"speaker": "Ada Quill", "role": "harbour master", "country": "Japan", "day": "2022-01-27"}


@pytest.fixture
async def room(env: simcord.Env, app: App) -> DeskRoom:
    made = DeskRoom(env, app)
    await made.opened()
    return made


async def out(room: DeskRoom, number: int, country: str = "Japan") -> None:
    """An issue with the same words is published."""
    text = DOCUMENT.replace("#9", f"#{number}").replace("Japan", country)
    await room.publish(re.sub("Calm Seas", f"Calm Seas {number}", text), public=True)


async def corrected(room: DeskRoom, number: int = 9) -> simcord.InteractionResult:
    """The words of the quote are changed; the panel is shown."""
    panel = await room.desk("open", issue=f"#{number}")
    quotes = await room.press(panel, "Quotes (1)")
    one = await room.pick(quotes, "Quotes 1", "1.0")
    return await room.fill(one, "Change…", words=RIGHT, **SAID)


async def words(app: App, room: DeskRoom, number: int) -> list[str]:
    async with app.publishing._store.read() as store:
        issue = await store.issues.numbered(1, number)
    assert issue
    contents = await app.publishing.contents(issue.id)
    return [quote.text for entry in contents.entries for quote in entry.quotes]


async def test_a_correction_is_looked_at_before_it_goes_out(room: DeskRoom) -> None:
    await out(room, 9)
    asked = await room.press(await corrected(room), "Send the correction…")
    assert in_place(asked)
    assert private(asked)
    shown = text_of(asked)
    assert shown.startswith("# Send the correction of Harbour Notes #9?")
    assert f"Quote by Ada Quill: was “We sail at dawn,” and is now “{RIGHT}”" in shown
    assert "It reaches 0 messages." in shown
    assert labels(asked) == ["Give the reason and send…", "Preview", "Back"]
    preview = await room.press(asked, "Preview")
    assert "**Preview**, only for you" in text_of(preview)
    assert "**Corrected** <t:" in text_of(preview)
    assert f"> “{RIGHT}”" in text_of(preview)
    again = await room.press(preview, "Back")
    assert text_of(again) == shown
    assert "-# Published; a correction is being written" in text_of(await room.press(again, "Back"))


async def test_the_same_misquote_is_corrected_everywhere(room: DeskRoom, app: App) -> None:
    for number, country in ((7, "Peru"), (8, "Japan"), (9, "Japan")):
        await out(room, number, country)
    asked = await room.press(await corrected(room), "Send the correction…")
    assert "**The same words stand in:** \\#8 (Japan) and \\#7 (Peru)." in text_of(asked)
    assert "of this and 2 other issues" in text_of(asked)
    found = menu(asked, "Correct these too")
    assert [each["default"] for each in found["options"]] == [True, True]
    eight, _ = options(asked, "Correct these too").values()
    fewer = await room.pick(asked, "Correct these too", eight)
    assert in_place(fewer)
    assert "of this and 1 other issue" in text_of(fewer)
    sent = await room.fill(fewer, "Give the reason and send…", reason="A slip of the pen.")
    assert "# The corrections of 2 issues go out <t:" in text_of(sent)
    assert "and with it Harbour Notes #8." in text_of(sent)
    stopped = await room.press(sent, "Stop")
    assert "Stopped: nobody was told." in text_of(stopped)
    again = await room.press(stopped, "Send the correction…")
    sent = await room.fill(again, "Give the reason and send…", reason="A slip of the pen.")
    assert "# The corrections of 3 issues go out <t:" in text_of(sent)
    for number in (9, 8, 7):
        await let_out(room, app, number)
        assert await words(app, room, number) == [RIGHT]
    late = await room.press(sent, "Stop")
    assert "It has gone out already" in text_of(late)


async def let_out(room: DeskRoom, app: App, number: int) -> None:
    async with app.publishing._store.read() as store:
        issue = await store.issues.numbered(1, number)
    assert issue
    await room.out(issue.id)


async def test_many_are_corrected_at_once(room: DeskRoom) -> None:
    for number in range(1, 10):
        await out(room, number)
    asked = await room.press(await corrected(room), "Send the correction…")
    form = await room.press(asked, "Give the reason and send…")
    other = await room.desk("open", issue="#5")
    await room.fill(other, "Number, date, title…", number="5", day="2022-01-28", title="Fog")
    refused = await room.editor.submit_modal(form, {"reason": "A slip of the pen."})
    (card,) = words_below(refused)
    assert "Something that you ticked has changed since" in card
    assert "You typed: A slip of the pen." in card
    again = await room.press(await room.desk("open", issue="#9"), "Send the correction…")
    assert "Not corrected along: \\#5 (Japan); somebody is writing a correction" in text_of(again)
    sent = await room.fill(again, "Give the reason and send…", reason="A slip of the pen.")
    assert "# The corrections of 8 issues go out <t:" in text_of(sent)


async def test_nothing_needs_to_be_ticked(room: DeskRoom, app: App) -> None:
    await out(room, 8)
    await out(room, 9)
    asked = await room.press(await corrected(room), "Send the correction…")
    none = await room.pick(asked, "Correct these too")
    assert [each["default"] for each in menu(none, "Correct these too")["options"]] == [False]
    sent = await room.fill(none, "Give the reason and send…", reason="A slip.")
    assert "# The correction of Harbour Notes #9 goes out <t:" in text_of(sent)
    await let_out(room, app, 9)
    assert await words(app, room, 8) == ["We sail at dawn,"]


async def test_what_was_changed_meanwhile_is_looked_at_again_with_the_reason_kept(
    room: DeskRoom,
) -> None:
    await out(room, 8)
    await out(room, 9)
    asked = await room.press(await corrected(room), "Send the correction…")
    form = await room.press(asked, "Give the reason and send…")
    other = await room.clerk.slash(room.channel, "desk open", issue="#9")
    assert other.response
    title = await room.clerk.click(other.response, label="Number, date, title…")
    await room.clerk.submit_modal(title, {"number": "9", "day": "2022-01-28", "title": "Fog"})
    refused = await room.editor.submit_modal(form, {"reason": "A slip of the pen."})
    assert private(refused)
    assert "Somebody has changed it since" in text_of(refused)
    assert "You typed: A slip of the pen." in text_of(refused)
    again = await room.press(refused, "Look at it again")
    assert "Changed: the title" in text_of(again)
    form = await room.press(again, "Give the reason and send…")
    sent = await room.editor.submit_modal(form, {"reason": "A slip of the pen."})
    assert "# The corrections of 2 issues go out" in text_of(sent)


async def test_the_command_previews_what_is_being_written(room: DeskRoom) -> None:
    await out(room, 9)
    unchanged = await room.desk("preview", issue="#9")
    assert "> “We sail at dawn" in text_of(unchanged)
    assert "**Corrected**" not in text_of(unchanged)
    assert labels(unchanged)[-1] == "Back"
    await corrected(room)
    preview = await room.desk("preview", issue="#9")
    assert f"> “{RIGHT}”" in text_of(preview)
    assert "**Corrected** <t:" in text_of(preview)
    assert labels(preview)[-2:] == ["Send the correction…", "Back"]
    asked = await room.press(preview, "Send the correction…")
    assert text_of(asked).startswith("# Send the correction of Harbour Notes #9?")


async def test_all_of_it_goes_on_after_a_restart(room: DeskRoom, app: App) -> None:
    await out(room, 8)
    await out(room, 9)
    asked = await room.press(await corrected(room), "Send the correction…")
    await room.env.restart_bot(at_home(SitrepBot(app), room.env))
    form = await room.press(asked, "Give the reason and send…")
    await room.env.restart_bot(at_home(SitrepBot(app), room.env))
    sent = await room.editor.submit_modal(form, {"reason": "A slip of the pen."})
    assert "# The corrections of 2 issues go out <t:" in text_of(sent)
    await room.env.restart_bot(at_home(SitrepBot(app), room.env))
    assert "Stopped: nobody was told." in text_of(await room.press(sent, "Stop"))


async def test_what_blocks_a_correction_is_shown_first(room: DeskRoom) -> None:
    await out(room, 9)
    panel = await room.desk("open", issue="#9")
    untitled = await room.fill(
        panel, "Number, date, title…", number="9", day="2022-01-28", title=""
    )
    asked = await room.press(untitled, "Send the correction…")
    assert text_of(asked).startswith("## It cannot go out yet")
    assert "**Must be mended**: It has no title." in text_of(asked)


async def test_one_quote_is_corrected_everywhere_in_six_clicks(room: DeskRoom) -> None:
    await out(room, 8)
    await out(room, 9)
    card = await room.editor.slash(room.channel, "issue", number="q2")
    one = await room.press(card, "Correct…")
    form = await room.press(one, "Change…")
    changed = await room.editor.submit_modal(form, {"words": RIGHT, **SAID})
    asked = await room.press(changed, "Send the correction…")
    form = await room.press(asked, "Give the reason and send…")
    sent = await room.editor.submit_modal(form, {"reason": "A slip of the pen."})
    assert "# The corrections of 2 issues go out" in text_of(sent)
