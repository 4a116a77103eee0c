"""`/issue`: one issue, page by page."""

import pytest

from bot.domain.issue import State
from bot.store.store import Store
from tests.cogs.documents import LONG, LONG_PARAGRAPH
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, labels, options, private, sections, text_of, title_of
from tests.contents import contents, section
from tests.shelving import DAY, found_briefing, put


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        (None, "# Harbour Notes #8"),
        ("7", "# Harbour Notes #7"),
        ("#7", "# Harbour Notes #7"),
        (" 8 ", "# Harbour Notes #8"),
    ],
)
async def test_an_issue_opens_by_its_number(
    newsroom: Newsroom, typed: str | None, title: str
) -> None:
    asked = await newsroom.ask("issue", **({"number": typed} if typed else {}))
    assert title_of(asked) == title
    assert private(asked)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("99", "#99"),
        ("the storm one", "“the storm one”"),
        ("3rd", "“3rd”"),
        ("٧", "#٧"),
        ("123456789012345678901234567890", "#123456789012345678901234567890"),
    ],
)
async def test_what_is_no_issue_offers_the_nearest(
    newsroom: Newsroom, typed: str, shown: str
) -> None:
    asked = await newsroom.ask("issue", number=typed)
    assert text_of(asked) == (
        f"Harbour Notes has no published issue {shown}.\nThe nearest that can be read:"
    )
    assert labels(asked) == ["#8 · March 11, 2024", "#7 · March 4, 2024"]


async def test_a_near_issue_opens_in_place(newsroom: Newsroom) -> None:
    asked = await newsroom.ask("issue", number="6")
    assert asked.response
    opened = await newsroom.reader.click(asked.response, label="#7 · March 4, 2024")
    assert in_place(opened)
    assert title_of(opened) == "# Harbour Notes #7"


async def test_pages_turn_forward_and_back_and_hold_the_whole_text(newsroom: Newsroom) -> None:
    await newsroom.publish(LONG)
    shown = await newsroom.ask("issue")
    seen = [text_of(shown)]
    assert shown.response
    while "Page 5 of 5" not in seen[-1]:
        shown = await newsroom.reader.click(shown.response, label="Next")
        assert in_place(shown)
        seen.append(text_of(shown))
        assert shown.response
    assert len(seen) == 5
    assert "".join(seen).count(LONG_PARAGRAPH.strip()) >= 8 * 12
    back = await newsroom.reader.click(shown.response, label="Previous")
    assert text_of(back) == seen[3]


async def test_the_menu_opens_a_section(newsroom: Newsroom) -> None:
    asked = await newsroom.ask("issue")
    pages = options(asked, "Go to a section")
    assert asked.response
    opened = await newsroom.reader.select(asked.response, [pages["Japan"]])
    assert in_place(opened)
    assert sections(opened) == ["🇯🇵 Japan"]
    assert "We kept one berth open for everyone." in text_of(opened)


async def test_a_card_on_a_country_leads_to_its_whole_issue(newsroom: Newsroom) -> None:
    asked = await newsroom.ask(country="Russia")
    assert asked.response
    opened = await newsroom.reader.click(asked.response, label="Whole issue")
    assert in_place(opened)
    assert "The coastal states met" in text_of(opened)
    assert "Whole issue" not in labels(opened)


async def test_a_withdrawn_issue_says_so_and_is_read_no_more(
    newsroom: Newsroom, store: Store
) -> None:
    asked = await newsroom.ask("issue", number="8")
    assert asked.response
    async with store.write() as transaction:
        key = await transaction.issues.numbered(1, 8)
        assert key
        await transaction.issues._set(key.id, {"state": State.WITHDRAWN})
    turned = text_of(await newsroom.reader.click(asked.response, label="Next"))
    again = await newsroom.ask("issue", number="8")
    assert "Harbour Notes #8 was withdrawn by its editors." in text_of(again)
    assert "storm" not in (turned + text_of(again)).casefold()
    assert again.response
    near = await newsroom.reader.click(again.response, label="#7 · March 4, 2024")
    assert title_of(near) == "# Harbour Notes #7"


async def test_of_many_issues_the_five_nearest_are_offered(
    stranger: Newsroom, store: Store
) -> None:
    briefing = await found_briefing(store, stranger.guild.id, "Pier Wire")
    for number in range(10, 20):
        await put(store, briefing, contents(number, DAY, section("JP", text=f"Note {number}.")))
    asked = await stranger.ask("issue", number="2")
    offered = [label.partition(" ")[0] for label in labels(asked)]
    assert offered == ["#10", "#11", "#12", "#13", "#14"]
