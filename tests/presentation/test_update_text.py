"""The texts of an alert about an update: when it was made, and what is new."""

import pytest

from bot.domain.alert import Alert
from bot.domain.entry import Entry
from bot.presentation.alert_rooms import ALERT, alert_rooms
from bot.presentation.update_text import update_text
from tests.presentation.alerts import NEW, update
from tests.presentation.examples import LIVE, MORNING, SENTENCE, language

LATER = LIVE.model_copy(update={"heading": "Japan", "live_at": MORNING.replace(hour=9)})
LONG = NEW.model_copy(update={"text": SENTENCE * 80})


def lines(shown: Alert) -> list[str]:
    rooms = alert_rooms(announced=shown.announced)
    found = update_text(shown, language(), ALERT, rooms)
    return "\n".join(text for text in found if text).splitlines()


def test_it_says_what_it_is_when_it_was_made_and_what_is_new() -> None:
    assert lines(update()) == [
        "## Update · Policy Alert #244",
        "<t:1643443200:f> · Rising Tide",
        "### 🇷🇺 Russia",
        "The envoys have left.",
    ]


def test_several_moments_stand_beside_what_they_are_of() -> None:
    assert lines(update(NEW, LATER)) == [
        "## Update · Policy Alert #244",
        "Rising Tide",
        "### 🇷🇺 Russia",
        "-# <t:1643443200:f>",
        "The envoys have left.",
        "### 🇷🇺 Japan",
        "-# <t:1643446800:f>",
        "The envoys have left.",
    ]


def test_a_section_without_a_moment_has_none() -> None:
    still = NEW.model_copy(update={"live_at": None})
    assert "<t:" not in "\n".join(lines(update(still)))


def test_one_without_a_heading_is_a_live_update() -> None:
    bare = Entry(heading=None, text="The envoys have left.", live_at=MORNING)
    assert "### Live update" in lines(update(bare))


def test_a_long_text_is_cut_and_the_rest_is_a_click_away() -> None:
    shown = lines(update(LONG))
    assert shown[-2].endswith("stays open. …")
    assert shown[-1] == "-# The rest: press **Read**."
    assert 1000 < len(shown[-2]) <= 1500


def test_where_buttons_do_nothing_more_is_shown_and_no_button_is_named() -> None:
    shown = "\n".join(lines(update(LONG, announced=True)))
    assert shown.endswith("…")
    assert "press" not in shown
    assert 2500 < len(shown) <= 2900


def test_a_short_section_leaves_its_room_to_the_next() -> None:
    short, long = lines(update(NEW, LONG)), lines(update(LONG, LONG))
    assert len(short[-2]) > 1.7 * len(long[-2])


@pytest.mark.parametrize(("count", "also"), [(6, "Russia"), (11, "Russia, Russia, Russia, Russia")])
def test_beyond_five_sections_only_their_names_are_told(count: int, also: str) -> None:
    shown = lines(update(*[NEW] * count))
    assert shown.count("### 🇷🇺 Russia") == 5
    assert shown[-2].startswith(f"-# Also new: {also}")
    assert shown[-1] == "-# The rest: press **Read**."


def test_a_section_without_text_is_named() -> None:
    assert lines(update(NEW.model_copy(update={"text": ""})))[-1] == "### 🇷🇺 Russia"
