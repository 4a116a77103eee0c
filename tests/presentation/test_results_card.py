"""The card of a search: what was found, the words marked."""

from typing import Any

import pytest

from bot.domain.listing import Hit, Results
from bot.presentation.answers import render
from bot.presentation.card import Card
from bot.presentation.place import Place
from tests.presentation.examples import ASKER, HARBOUR, language
from tests.presentation.items import SENTENCE, happened, results, said, section
from tests.presentation.shown import assert_sendable, buttons, menus, options, text

QUOTE = Hit(item=said(), spans=((4, 8),))


def card(answer: Results, **place: Any) -> Card:
    made = render(answer, Place(**{"asker": ASKER, **place}), language())
    assert_sendable(made)
    return made


def test_each_kind_of_hit_says_what_it_is() -> None:
    entry_text = section().text
    port = entry_text.index("port")
    hits = (Hit(item=section(), spans=((port, port + 4),)), QUOTE, Hit(item=happened()))
    assert text(card(results(*hits, found=3))).splitlines() == [
        "# Search · Policy Alert",
        "3 found for “port”, best first.",
        "**1.** Section · **Japan**",
        "No wind. The tide was high. Ada Quill said that “the **port** stays open to every ship "
        "that asks” and went on board. The envoys left by night.",
        "-# January 28, 2022 · #244 · #s12",
        "**2.** Quote · **Ada Quill**",
        "the **port** stays open to every ship that asks",
        "-# January 28, 2022 · #244 · #q345",
        "**3.** Event · **January 21, 2022**",
        SENTENCE,
        "-# January 28, 2022 · #244 · #e7",
    ]


@pytest.mark.parametrize(
    ("changes", "first"),
    [
        ({"found": 1}, "1 found for “port”."),
        ({"found": 12}, "12 found for “port”, best first."),
        ({"found": 125}, "more than 124 found for “port”, best first."),
        ({"found": 5, "verbatim": False}, "Not word for word; 5 passages have all the words."),
        ({"found": 1, "verbatim": False}, "Not word for word; one passage has all the words."),
        (
            {"found": 125, "verbatim": False},
            "Not word for word; more than 124 passages have all the words.",
        ),
    ],
)
def test_the_first_line_says_how_much_was_found(changes: dict[str, Any], first: str) -> None:
    assert text(card(results(QUOTE, **changes))).splitlines()[1] == first


def test_buttons_open_what_was_found() -> None:
    shown = buttons(card(results(QUOTE, Hit(item=section()), found=2)))
    assert shown["Open 1"] == f"item:q345:0:{ASKER}"
    assert shown["Open 2"] == f"item:s12:0:{ASKER}"


def test_pages_are_turned_by_their_first_items() -> None:
    shown = buttons(card(results(QUOTE, found=12, place=5)))
    assert shown["Previous"] == f"page:prev:q1:0:{ASKER}:s1&wport-"
    assert shown["Next"] == f"page:next:q11:0:{ASKER}:s1&wport-"
    assert shown["Share"] == "sharelist:q6:0:s1&wport-"


def test_the_first_and_the_last_page_are_ends() -> None:
    assert "Previous" not in buttons(card(results(QUOTE, found=12)))
    assert "Next" not in buttons(card(results(QUOTE, found=12, place=10)))
    assert list(buttons(card(results(QUOTE, found=4)))) == ["Open 1", "Share"]


def test_the_menu_jumps_to_any_page() -> None:
    (menu,) = menus(card(results(QUOTE, found=12, place=10))).values()
    assert menu["custom_id"] == f"leap:q11:0:{ASKER}:s1&wport-"
    assert options(menu) == {
        "q1": "Results 1 to 5",
        "q6": "Results 6 to 10",
        "q11": "Results 11 to 12",
    }
    assert [option["default"] for option in menu["options"]] == [False, False, True]


def test_the_most_pages_fit_one_menu() -> None:
    (menu,) = menus(card(results(QUOTE, found=125))).values()
    assert len(menu["options"]) == 25


def test_another_briefing_can_be_searched() -> None:
    (menu,) = menus(card(results(QUOTE, found=1, choices=(HARBOUR,)))).values()
    assert menu["custom_id"] == f"list:q1:0:{ASKER}:s1&wport-"
