"""The card of a search: what was found, the words marked."""

from typing import Any

import pytest

from bot.domain.doubt import Confidence
from bot.domain.item import Said
from bot.domain.listing import Hit, Results
from bot.presentation.answers import render
from bot.presentation.card import Card
from bot.presentation.place import Place
from tests.presentation.examples import ASKER, HARBOUR, language
from tests.presentation.items import SEARCH, SENTENCE, detached, happened, results, said, section
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
        "**1.** Section · Japan",
        "No wind. The tide was high. Ada Quill said that “the **port** stays open to every ship "
        "that asks” and went on board. The envoys left by night.",
        "-# in the issue of January 28, 2022 · #244 · #s12",
        "**2.** Quote · Ada Quill, harbour master",
        "the **port** stays open to every ship that asks",
        "-# January 21, 2022 · #244 · #q345",
        "**3.** Event · January 21, 2022",
        SENTENCE,
        "-# #244 · #e7",
    ]


@pytest.mark.parametrize(
    ("changes", "first"),
    [
        ({"found": 1}, "1 found for “port”."),
        ({"found": 12}, "12 found for “port”, best first."),
        ({"found": 125}, "more than 124 found for “port”, best first."),
        (
            {"found": 5, "verbatim": False},
            "Not word for word; 5 passages have all the words of “port”.",
        ),
        (
            {"found": 1, "verbatim": False},
            "Not word for word; one passage has all the words of “port”.",
        ),
        (
            {"found": 125, "verbatim": False},
            "Not word for word; more than 124 passages have all the words of “port”.",
        ),
    ],
)
def test_the_first_line_says_how_much_was_found(changes: dict[str, Any], first: str) -> None:
    assert text(card(results(QUOTE, **changes))).splitlines()[1] == first


def test_a_phrase_is_not_quoted_twice() -> None:
    phrase = SEARCH.model_copy(update={"words": "“port stays”"})
    shown = text(card(results(QUOTE, found=1, filter=phrase)))
    assert shown.splitlines()[1] == "1 found for “port stays”."


@pytest.mark.parametrize(
    ("found", "day"),
    [
        (said(said_on=None), "in the issue of January 28, 2022"),
        (detached(said_on=None), "from Tidewater \\*Radio\\*"),
    ],
)
def test_no_day_stands_without_saying_whose_it_is(found: Said, day: str) -> None:
    shown = text(card(results(Hit(item=found), found=1)))
    assert shown.splitlines()[-1] == f"-# {day} · #244 · #q345"


def test_a_doubtful_speaker_is_called_so() -> None:
    doubtful = Hit(item=said(confidence=Confidence.CHECK))
    assert "Quote · Ada Quill, harbour master, speaker not certain\n" in text(
        card(results(doubtful, found=1))
    )


def test_buttons_open_what_was_found() -> None:
    shown = buttons(card(results(QUOTE, Hit(item=section()), found=2)))
    assert shown["Open 1"] == "item:q345:0:0"
    assert shown["Open 2"] == "item:s12:0:0"


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


def test_pages_that_were_laid_around_a_moved_item_are_turned_by_their_places() -> None:
    shown = card(results(QUOTE, found=13, place=7))
    assert buttons(shown)["Previous"] == f"page:prev:q3:0:{ASKER}:s1&wport-"
    assert buttons(shown)["Next"] == f"page:next:q13:0:{ASKER}:s1&wport-"
    (menu,) = menus(shown).values()
    assert options(menu) == {
        "q1": "Results 1 to 2",
        "q3": "Results 3 to 7",
        "q8": "Results 8 to 12",
        "q13": "Result 13",
    }
    assert [option["value"] for option in menu["options"] if option["default"]] == ["q8"]


@pytest.mark.parametrize(
    ("place", "first", "last"), [(7, "q1", "q118"), (122, "q3", "q123"), (117, "q1", "q118")]
)
def test_of_too_many_pages_the_one_that_is_shown_can_be_picked(
    place: int, first: str, last: str
) -> None:
    (menu,) = menus(card(results(QUOTE, found=125, place=place))).values()
    values = list(options(menu))
    assert (values[0], values[-1], len(values)) == (first, last, 25)
    assert f"q{place + 1}" in values


def test_the_most_pages_fit_one_menu() -> None:
    (menu,) = menus(card(results(QUOTE, found=125))).values()
    assert len(menu["options"]) == 25


def test_another_briefing_can_be_searched() -> None:
    (menu,) = menus(card(results(QUOTE, found=1, choices=(HARBOUR,)))).values()
    assert menu["custom_id"] == f"list:q1:0:{ASKER}:s1&wport-"
