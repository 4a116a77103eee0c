"""The card of quotes: each with speaker, day and origin, the newest first."""

from typing import Any

from bot.domain.doubt import Confidence
from bot.domain.listing import Quotes
from bot.presentation.answers import render
from bot.presentation.card import Card
from bot.presentation.place import Place
from tests.presentation.examples import ASKER, HARBOUR, language
from tests.presentation.items import ALL_QUOTES, WORDS, detached, quotes, said, said_in
from tests.presentation.shown import assert_sendable, buttons, menus, of_kind, options, text

MONTHS = ("2022-01", "2021-12", "2021")


def card(answer: Quotes, **place: Any) -> Card:
    made = render(answer, Place(**{"asker": ASKER, **place}), language())
    assert_sendable(made)
    return made


def test_a_quote_stands_with_speaker_day_and_origin() -> None:
    assert text(card(quotes(said()))).splitlines() == [
        "# Quotes · Policy Alert",
        f"**1.** “{WORDS}”",
        "**Ada Quill**, harbour master, 🇯🇵 Japan",
        "-# January 21, 2022 · #244 · #q345",
    ]


def test_an_unknown_day_is_that_of_the_issue_and_says_so() -> None:
    shown = text(card(quotes(said(said_on=None, speaker=None, role=None, country=None))))
    assert shown.splitlines()[2:] == [
        "Speaker not named",
        "-# in the issue of January 28, 2022 · #244 · #q345",
    ]


def test_a_doubtful_speaker_is_called_so_in_the_list_already() -> None:
    lines = text(card(quotes(said(confidence=Confidence.CHECK)))).splitlines()
    assert lines[2].endswith("🇯🇵 Japan, speaker not certain")


def test_words_from_elsewhere_name_their_source() -> None:
    lines = text(card(quotes(detached(said_on=None)))).splitlines()
    assert lines[3] == "-# from Tidewater \\*Radio\\* · #244 · #q345"


def test_the_filter_is_said_below_the_heading() -> None:
    asked = ALL_QUOTES.model_copy(update={"speaker": "quill", "country": "JP"})
    assert text(card(quotes(said(), filter=asked))).splitlines()[1] == "by “quill” · from Japan"


def test_long_words_are_cut_and_hostile_ones_are_inert() -> None:
    shown = text(card(quotes(said_in("x " + WORDS * 9, WORDS * 9), said(1, speaker="# **A**"))))
    assert "…”" in shown
    assert "\\*\\*A" in shown
    assert "\n# " not in shown


def test_words_of_several_lines_are_one_line_in_a_list() -> None:
    assert "**1.** “One day, two days”" in text(
        card(quotes(said_in("One day,\n\ntwo days", "One day,\n\ntwo days")))
    )


def test_scripts_that_run_from_right_to_left_keep_their_line() -> None:
    words = "הנמל נשאר פתוח"
    lines = text(card(quotes(said_in(words, words, speaker="עדה קוויל")))).splitlines()
    assert lines[1] == f"**1.** “{words}”"
    assert lines[2] == "**עדה קוויל**, harbour master, 🇯🇵 Japan"


def test_each_quote_has_a_button_beside_it() -> None:
    shown = card(quotes(said(9), said(8), said(7)))
    opening = {name: key for name, key in buttons(shown).items() if name.startswith("Open")}
    assert opening == {
        "Open 1": "item:q9:0:0",
        "Open 2": "item:q8:0:0",
        "Open 3": "item:q7:0:0",
    }
    assert [part["accessory"]["label"] for part in of_kind(shown, 9)] == list(opening)


def test_next_is_older_and_previous_is_newer() -> None:
    shown = buttons(card(quotes(said(9), said(7), older=True, newer=True)))
    assert shown["Next"] == f"page:next:o2022-01-21.7:0:{ASKER}:q1"
    assert shown["Previous"] == f"page:prev:n2022-01-21.9:0:{ASKER}:q1"


def test_the_ends_of_a_list_lead_nowhere() -> None:
    assert "Previous" not in buttons(card(quotes(said(), older=True)))
    assert "Next" not in buttons(card(quotes(said(), newer=True)))
    assert set(buttons(card(quotes(said())))) == {"Open 1", "Share"}


def test_a_shared_page_begins_with_the_same_quote() -> None:
    shown = buttons(card(quotes(said(9), said(7))))
    assert shown["Share"] == "sharelist:o2022-01-21.8:0:q1"


def test_a_card_for_everyone_is_not_shared_again() -> None:
    shown = card(quotes(said()), private=False, shared_by="Ben Oar", short=True)
    assert text(shown).endswith("-# shared by Ben Oar")
    assert "Share" not in buttons(shown)


def test_the_menu_jumps_to_the_end_of_a_month() -> None:
    (menu,) = menus(card(quotes(said(), months=MONTHS))).values()
    assert menu["custom_id"] == f"leap:o2022-01-21.344:0:{ASKER}:q1"
    assert options(menu) == {
        "o2022-01-99.0": "January 2022",
        "o2021-12-99.0": "December 2021",
        "o2021-00-99.0": "2021",
    }
    assert [option["default"] for option in menu["options"]] == [True, False, False]


def test_one_month_is_no_choice() -> None:
    assert menus(card(quotes(said(), months=MONTHS[:1]))) == {}


def test_another_briefing_is_asked_the_same_without_the_issue() -> None:
    asked = ALL_QUOTES.model_copy(update={"country": "JP", "issue": 5})
    (menu,) = menus(card(quotes(said(), choices=(HARBOUR,), filter=asked))).values()
    assert menu["custom_id"] == f"list:o2022-01-21.344:0:{ASKER}:q1&cJP"
    assert list(options(menu)) == ["1", "2"]
