"""Taps: how few of them an editor needs, along the ways that they go every week.

A command is one, so is a click, a choice in a menu, or a form that is sent.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import simcord

from bot.app.app import App
from tests.cogs.desk_room import DOCUMENT, DeskRoom
from tests.cogs.hand import Hand
from tests.cogs.shown import labels, options, text_of, usable

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "samples" / "policy-alert-244.txt"
OUTSIDE = ROOT.parent / "shared" / "corpus" / "01-rpi-244-russia-ukraine-border.txt"
FRIDAY = """Harbour Notes #9 | January 28, 2022

Calm Seas

Calm seas were seen in Japan and Peru.

Japan

We sail at dawn,” said Ada Quill, the harbour master, on January 27, 2022. Nobody objected. “We \
sail at noon,” Ada Quill added. The pilot Ben Oar answered that “the fog will decide.

Peru

“Divers count boats,” said Eva Falk, a diver. Boats were counted before, she said. \
They are all here,” said Eva Falk.
"""
QUOTES, EVENTS = 60, 40
COUNTRIES = (
    *("Japan", "Peru", "Norway", "Chile", "India"),
    *("Kenya", "Spain", "Italy", "Cuba", "Ghana"),
)


@pytest.fixture
async def room(env: simcord.Env, app: App) -> DeskRoom:
    made = DeskRoom(env, app)
    await made.opened()
    return made


@pytest.fixture
def hand(room: DeskRoom) -> Hand:
    """The editor's."""
    return Hand(room.editor, room.channel)


async def settled(hand: Hand, panel: simcord.InteractionResult) -> int:
    """All doubts are found right; gives how many there were."""
    found = 0
    while "Right" in labels(panel):
        panel = await hand.press(panel, "Right")
        found += 1
    return found


@pytest.mark.parametrize("document", [SAMPLE, OUTSIDE], ids=["a sample", "a real one"])
async def test_a_document_is_out_after_eight_taps(
    room: DeskRoom, hand: Hand, document: Path
) -> None:
    if not document.exists():
        pytest.skip("no corpus beside the project")
    panel = await hand.type("desk import", file=(document.name, document.read_bytes()))
    doubts = await settled(hand, panel)
    out = await hand.press(await hand.press(panel, "Publish"), "Now")
    assert "goes out <t:" in text_of(out)
    assert bool(doubts) is (document == OUTSIDE)  # of the sample it is sure
    assert hand.taps - doubts <= 8


async def test_friday_takes_fifteen_taps(room: DeskRoom, hand: Hand) -> None:
    panel = await hand.type("desk import", text=FRIDAY)
    assert await settled(hand, panel) == 3
    quotes = await hand.press(panel, "Quotes (5)")
    one = await hand.pick(quotes, "Quotes 1", "2.0")
    asked = await hand.fill(one, "Change…", speaker="Eva Falck")
    panel = await hand.press(asked, "Also 1 other quote")
    shown = await hand.press(panel, "Shown in the alert")
    panel = await hand.pick(shown, "Quotes for", *list(options(shown, "Quotes for").values())[:2])
    preview = await hand.press(panel, "Preview")
    asked = await hand.press(preview, "Publish")
    planned = await hand.fill(asked, "Other time…", when="18:00", zone="Paris")
    assert "goes out <t:1643734800:R>" in text_of(planned)
    assert hand.taps <= 15


async def test_news_is_out_three_taps_after_its_text(room: DeskRoom, hand: Hand) -> None:
    await room.published()
    form = await hand.type("live", country="Peru")
    begun = hand.taps
    shown = await hand.send(form, text="The bell is silent,” said pilot Ben Oar, the diver.")
    assert await settled(hand, shown) == 1
    out = await hand.press(shown, "Send")
    assert "goes out <t:" in text_of(out)
    assert hand.taps - begun <= 3


async def test_a_quote_is_corrected_everywhere_six_taps_after_its_card(
    room: DeskRoom, hand: Hand
) -> None:
    for number in (8, 9):
        await room.publish(DOCUMENT.replace("#9", f"#{number}").replace("Calm", f"Calm {number}"))
    card = await hand.press(await hand.type("quotes", speaker="Ada Quill"), "Open 1")
    begun = hand.taps
    changed = await hand.fill(
        await hand.press(card, "Correct…"), "Change…", words="We sail at ten,"
    )
    review = await hand.press(changed, "Send the correction…")
    sent = await hand.fill(review, "Give the reason and send…", reason="A slip of the pen.")
    assert "# The corrections of 2 issues go out" in text_of(sent)
    assert hand.taps - begun <= 6


async def walked(
    hand: Hand, panel: simcord.InteractionResult, label: str, prompt: str
) -> AsyncIterator[tuple[str, int]]:
    """Opens each by the controls that are shown; gives its words, and in how many taps."""
    page = 0
    while True:
        begun = hand.taps
        shown = await opened(hand, panel, label, page)
        found = [part for part in usable(shown) if prompt in str(part.get("placeholder"))]
        assert found
        menus = [(part["placeholder"], each["value"]) for part in found for each in part["options"]]
        more = "Next" in labels(shown)
        await hand.press(shown, "Back")
        for placeholder, value in menus:
            begun = hand.taps
            one = await hand.pick(await opened(hand, panel, label, page), placeholder, value)
            yield text_of(one), hand.taps - begun
            await hand.press(one, "Back")
        if not more:
            return
        page += 1


async def opened(
    hand: Hand, panel: simcord.InteractionResult, label: str, page: int
) -> simcord.InteractionResult:
    """The list, turned to a page."""
    shown = await hand.press(panel, label)
    for _ in range(page):
        shown = await hand.press(shown, "Next")
    return shown


def document() -> str:
    """With as many quotes, in a few sections; some tell of an event too."""
    told = list[str]()
    for number in range(QUOTES):
        if number % 6 == 0:
            told.append(COUNTRIES[number // 6])
        told.append(f"“We sail from pier {number} now,” said Ada Quill, the pilot.")
        if number < EVENTS:
            told.append(f"Divers met on January {number % 28 + 1}, 2022, at pier {number}.")
    return "\n\n".join(("Harbour Notes #9 | January 28, 2022", "Calm Seas", *told))


async def test_each_of_many_quotes_and_events_is_four_taps_away(room: DeskRoom, hand: Hand) -> None:
    panel = await hand.type("desk import", file=("notes.txt", document().encode()))
    quotes = [each async for each in walked(hand, panel, f"Quotes ({QUOTES})", "Quotes")]
    events = [each async for each in walked(hand, panel, f"Events ({EVENTS})", "Events")]
    for found, words, count in (
        (quotes, "“**We sail from pier {} now,**”", QUOTES),
        (events, "at pier {}.", EVENTS),
    ):
        assert len(found) == count
        for number, (text, _) in enumerate(found):
            assert words.format(number) in text
        assert max(taps for _, taps in found) <= 4
