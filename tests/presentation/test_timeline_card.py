"""The card of events: in order of date below their months."""

from typing import Any

from bot.domain.listing import Timeline
from bot.presentation.answers import render
from bot.presentation.card import Card
from bot.presentation.place import Place
from tests.presentation.examples import ASKER, language
from tests.presentation.items import ALL_EVENTS, SENTENCE, happened, timeline
from tests.presentation.shown import assert_sendable, buttons, menus, options, text


def card(answer: Timeline, locale: str = "en-US", **place: Any) -> Card:
    made = render(answer, Place(**{"asker": ASKER, **place}), language(locale))
    assert_sendable(made)
    return made


def test_events_stand_below_their_months() -> None:
    answer = timeline(
        happened(1, "2021"),
        happened(2, "2022-01-20"),
        happened(3, "2022-01-21", countries=("JP",)),
        happened(4, "2022-02", expected=True),
    )
    assert text(card(answer)).splitlines() == [
        "# Timeline · Policy Alert",
        "## 2021",
        "**1.** **2021**",
        SENTENCE,
        "-# #244 · #e1",
        "## January 2022",
        "**2.** **January 20, 2022**",
        SENTENCE,
        "-# #244 · #e2",
        "**3.** **January 21, 2022**",
        SENTENCE,
        "-# Japan · #244 · #e3",
        "## February 2022",
        "**4.** **February 2022**, expected",
        SENTENCE,
        "-# #244 · #e4",
    ]


def test_the_first_and_the_last_year_of_the_calendar_are_shown() -> None:
    answer = timeline(happened(1, "0001-01-01"), happened(2, "9999-12-31"))
    for locale in ("en-US", "th", "hu", "lt", "zh-CN"):
        assert "9999" in text(card(answer, locale))
    assert "## December 9999" in text(card(answer))


def test_of_many_countries_the_first_are_named_and_the_rest_counted() -> None:
    codes = tuple(sorted(language().gazetteer.codes))[:27]
    answer = timeline(happened(countries=("RU", "CN", "IN", *codes)))
    assert "-# Russia, China, India and 27 more · #244 · #e7" in text(card(answer))


def test_four_countries_are_all_named() -> None:
    answer = timeline(happened(countries=("RU", "CN", "IN", "JP")))
    assert "-# Russia, China, India and Japan · #244" in text(card(answer))


def test_the_filter_is_said_below_the_heading() -> None:
    asked = ALL_EVENTS.model_copy(update={"country": "JP"})
    assert text(card(timeline(happened(), filter=asked))).splitlines()[1] == "on Japan"


def test_earlier_goes_on_from_the_first_and_later_from_the_last() -> None:
    answer = timeline(happened(3, "2021"), happened(9, "2022-01-21"), older=True, newer=True)
    shown = buttons(card(answer))
    assert shown["Earlier"] == f"page:prev:o2021.3:0:{ASKER}:t1"
    assert shown["Later"] == f"page:next:n2022-01-21.9:0:{ASKER}:t1"
    assert shown["Share"] == "sharelist:n2021.2:0:t1"


def test_the_newest_page_has_nothing_later() -> None:
    shown = buttons(card(timeline(happened(), older=True)))
    assert list(shown) == ["Open 1", "Earlier", "Share"]


def test_the_menu_jumps_to_the_beginning_of_a_month() -> None:
    (menu,) = menus(card(timeline(happened(), months=("2022-01", "2021")))).values()
    assert options(menu) == {"n2022-01.0": "January 2022", "n2021.0": "2021"}
    assert menu["custom_id"] == f"leap:n2022-01-21.6:0:{ASKER}:t1"


def test_an_interval_stands_in_the_month_of_its_first_day() -> None:
    shown = text(card(timeline(happened(when="2022-01-30/2022-02-02"))))
    assert "## January 2022\n**1.** **January 30 – February 2, 2022**" in shown
