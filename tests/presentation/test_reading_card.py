"""The card of a reading: every page in Discord's limits, all of the text within reach."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answer import Reading, Tally
from bot.presentation import layout as layouts
from bot.presentation.answers import render
from bot.presentation.card import Card
from bot.presentation.custom_id import Turn
from bot.presentation.layout import selection, whole
from bot.presentation.line import visible
from bot.presentation.markdown import plain
from bot.presentation.place import Place, Spot
from bot.presentation.reading_card import reading_card
from tests.presentation.entries import readings
from tests.presentation.examples import (
    ALLIANCE,
    ASKER,
    HARBOUR,
    JOINT,
    LIVE,
    OVERVIEW,
    RUSSIA,
    SENTENCE,
    issue,
    language,
    reading,
)
from tests.presentation.shown import assert_sendable, buttons, menus, options, text, turn

LONG = RUSSIA.model_copy(update={"text": SENTENCE * 80})


@pytest.fixture(scope="module", autouse=True)
def _cut_once() -> Iterator[None]:
    """Every card cuts all texts of its reading: a hundred pages would cut each a hundred times."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layouts, "split", lru_cache(layouts.split))
        yield


def card(shown: Reading, page: int = 0, **place: Any) -> Card:
    """The page of that number, reached by its spot."""
    lay_out = whole if shown.country is None else selection
    spot = lay_out(shown.entries, short=place.get("short", False)).spot(page)
    return reading_card(shown, Place(**{"asker": ASKER, "spot": spot, **place}), language())


@given(
    readings(),
    st.integers(-2, 99),
    st.booleans(),
    st.booleans(),
    st.sampled_from(("en-US", "th", "bg")),
    st.none() | st.text(max_size=200),
)
def test_any_page_of_any_reading_can_be_sent(
    shown: Reading, entry: int, short: bool, private: bool, locale: str, name: str | None
) -> None:
    place = Place(10**20 - 1, 0, short, private, name, Spot(entry, entry))
    assert_sendable(reading_card(shown, place, language(locale)))


@given(readings(), st.booleans())
def test_all_of_any_text_is_reached_by_next(shown: Reading, short: bool) -> None:
    pages = [card(shown, short=short)]
    while isinstance(on := turn(pages[-1], "Next"), Turn):
        pages.append(card(shown, spot=Spot(on.entry, on.part), short=short))
    lay_out = whole if shown.country is None else selection
    layout = lay_out(shown.entries, short=short)
    assert len(pages) == len(layout.pages)
    for page, blocks in zip(pages, layout.pages, strict=True):
        said = text(page)
        assert all(plain(block.text) in said for block in blocks)
    for entry in shown.entries:
        parts = [block.text for page in layout.pages for block in page if block.entry is entry]
        assert "".join(entry.text.split()) in "".join("".join(parts).split()) or not visible(
            entry.text
        )


def test_an_issue_opens_with_overview_and_sections() -> None:
    shown = text(card(reading(OVERVIEW, RUSSIA, JOINT)))
    assert shown.splitlines() == [
        "# Policy Alert #244",
        "January 28, 2022 · **Talks about grain**",
        "## Overview",
        "Four capitals spoke about grain this week.",
        "## Sections",
        "🇷🇺 **Russia**: A deputy minister received envoys.",
        "🇮🇳🇯🇵 **India and Japan**: No statement yet.",
        "-# Policy Alert · Rising Tide · revision 1 · Page 1 of 3",
    ]


def test_the_menu_leads_to_each_section() -> None:
    (jump,) = menus(card(reading(OVERVIEW, RUSSIA, JOINT), page=1)).values()
    assert jump["custom_id"] == f"jump:244:-:2:1:0:{ASKER}"
    assert options(jump) == {"0": "Overview", "2": "Russia", "3": "India and Japan"}


def test_previous_and_next_stop_at_the_ends() -> None:
    shown = reading(OVERVIEW, RUSSIA, JOINT)
    assert list(buttons(card(shown))) == ["Next", "Cite issue", "Share"]
    assert list(buttons(card(shown, page=1))) == ["Previous", "Next", "Cite", "Share"]
    assert list(buttons(card(shown, page=2))) == ["Previous", "Cite", "Share"]


def test_a_spot_that_is_gone_is_the_beginning() -> None:
    shown = reading(OVERVIEW, RUSSIA)
    assert text(card(shown, spot=Spot(77, 2))) == text(card(shown))


def test_a_button_finds_its_section_after_a_correction_put_another_before_it() -> None:
    before = reading(OVERVIEW, RUSSIA, JOINT)
    overview, russia, joint = before.entries
    new = ALLIANCE.model_copy(update={"id": 9})
    after = before.model_copy(update={"entries": (overview, new, russia, joint)})
    on = turn(card(before, page=1), "Next")
    assert isinstance(on, Turn)
    assert "## 🇮🇳🇯🇵 India and Japan" in text(card(after, spot=Spot(on.entry, on.part)))
    (jump,) = menus(card(before)).values()
    chosen = next(value for value, name in options(jump).items() if name == "Russia")
    assert "## 🇷🇺 Russia" in text(card(after, spot=Spot(int(chosen))))


def test_a_country_shows_its_live_updates_and_its_section() -> None:
    shown = card(reading(LIVE, RUSSIA, country="RU"))
    assert "Live update, <t:1643443200:f>\nThe envoys have left." in text(shown)
    assert "A deputy minister received envoys." in text(shown)
    assert "Page" not in text(shown)
    assert menus(shown) == {}


def test_a_country_leads_to_the_whole_issue() -> None:
    shown = card(reading(RUSSIA, country="RU"))
    assert buttons(shown) == {
        "Whole issue": f"turn:whole:244:-:0:1:0:{ASKER}",
        "Cite": "cite:s1",
        "Share": "share:244:RU:1:1:0",
    }


def test_a_long_section_runs_over_pages() -> None:
    shown = card(reading(LONG, country="RU"), page=1)
    assert "## 🇷🇺 Russia (2/3)" in text(shown)
    assert "Page 2 of 3" in text(shown)
    assert buttons(shown)["Next"] == f"turn:next:244:RU:1:3:0:{ASKER}"


def test_a_shared_card_names_who_shared_it_and_is_not_shared_again() -> None:
    shown = card(reading(RUSSIA, country="RU"), asker=0, private=False, shared_by="Ada")
    assert text(shown).endswith("-# shared by Ada")
    assert list(buttons(shown)) == ["Whole issue", "Cite"]


def test_a_short_card_stays_short_from_page_to_page() -> None:
    shown = card(reading(LONG, country="RU"), short=True)
    assert shown.content_length() < 1000
    assert buttons(shown)["Next"] == f"turn:next:244:RU:1:2:1:{ASKER}"


TALLIES = (Tally(entry=2, quotes=3, events=1), Tally(entry=3, events=2))


def test_an_issue_leads_to_all_its_quotes_and_events() -> None:
    shown = buttons(card(reading(OVERVIEW, RUSSIA, JOINT, tallies=TALLIES)))
    assert list(shown) == ["Next", "Quotes (3)", "Timeline (3)", "Cite issue", "Share"]
    assert shown["Quotes (3)"] == "page:list:-:0:0:q1&i244"
    assert shown["Cite issue"] == "cite:i244"


def test_a_section_leads_to_its_own() -> None:
    shown = buttons(card(reading(OVERVIEW, RUSSIA, JOINT, tallies=TALLIES), page=2))
    assert list(shown) == ["Previous", "Timeline (2)", "Cite", "Share"]
    assert shown["Timeline (2)"] == "page:list:-:0:0:t1&e3"
    assert shown["Cite"] == "cite:s3"


def test_a_page_of_several_sections_cites_the_first_and_counts_them_all() -> None:
    shown = buttons(card(reading(LIVE, RUSSIA, country="RU", tallies=TALLIES[:1])))
    assert shown["Quotes (3)"] == "page:list:-:0:0:q1&e1,1"
    assert shown["Cite"] == "cite:s1"
    assert "Cite issue" not in shown


def test_an_issue_opens_at_the_section_that_was_asked_for() -> None:
    shown = reading(OVERVIEW, RUSSIA, JOINT, entry=3)
    assert "India and Japan" in text(card(shown))
    assert "## 🇷🇺 Russia" in text(card(shown, spot=Spot(2)))


def test_other_briefings_are_offered() -> None:
    shown = render(
        reading(RUSSIA, country="RU", choices=(HARBOUR,)), Place(asker=ASKER), language()
    )
    assert list(menus(shown)) == [f"switch:1:RU:0:{ASKER}"]


def test_an_issue_without_text_says_so() -> None:
    assert "This issue has no text." in text(card(reading()))
    assert buttons(card(reading(country="RU")))["Cite issue"] == "cite:i244"
    assert "This issue has no text." in text(card(reading(country="RU")))


def test_an_older_issue_says_so() -> None:
    assert "#246" in text(card(reading(RUSSIA, country="RU", newest=issue(246))))


def test_the_card_does_not_change_with_the_clock() -> None:
    assert text(card(reading(LONG))) == text(card(reading(LONG)))
