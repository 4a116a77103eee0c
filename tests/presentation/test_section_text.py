"""A section shows its heading, its part and its text."""

import pytest

from bot.domain.entry import Entry
from bot.presentation.layout import Block
from bot.presentation.section_text import caption, section_text, title
from tests.presentation.examples import ALLIANCE, JOINT, LIVE, OVERVIEW, RUSSIA, language


def test_a_section_has_heading_flag_and_text() -> None:
    shown = section_text(Block(RUSSIA, RUSSIA.text), language())
    assert shown == "## 🇷🇺 Russia\nA deputy minister received envoys."


def test_a_body_without_country_has_no_flag() -> None:
    assert section_text(Block(ALLIANCE, "x"), language()).startswith("## NATO\n")


def test_a_part_says_of_how_many() -> None:
    shown = section_text(Block(JOINT, "x", part=2, parts=3), language())
    assert shown.splitlines()[0] == "## 🇮🇳🇯🇵 India and Japan (2/3)"


def test_a_live_update_says_when_it_came() -> None:
    lines = section_text(Block(LIVE, LIVE.text), language()).splitlines()
    assert lines[1] == "-# Live update, <t:1643443200:f>"


def test_a_section_without_text_says_so() -> None:
    assert "This section has no text." in section_text(Block(RUSSIA, ""), language())


def test_headings_and_texts_are_inert() -> None:
    entry = Entry(heading="**Ports** <@12>", text="# big @everyone")
    shown = section_text(Block(entry, entry.text), language())
    assert shown == "## \\*\\*Ports\\*\\* \\<@\u200b12\\>\n\\# big @\u200beveryone"


@pytest.mark.parametrize("heading", [None, "", " ", "\u200b"])
def test_without_a_heading_a_section_is_called_by_its_countries(heading: str | None) -> None:
    assert title(JOINT.model_copy(update={"heading": heading}), language()) == "India and Japan"


def test_without_heading_and_countries_it_is_called_by_what_it_is() -> None:
    assert title(OVERVIEW, language()) == "Overview"
    update = LIVE.model_copy(update={"heading": None, "countries": ()})
    assert title(update, language()) == caption(update, language()) == "Live update"


def test_in_a_list_a_live_update_is_told_apart() -> None:
    assert caption(RUSSIA, language()) == "Russia"
    assert caption(LIVE, language()) == "Russia, live update"
