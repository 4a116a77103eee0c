"""The menu of sections marks the current one and reaches all of them."""

import pytest

from bot.domain.entry import Entry
from bot.presentation.layout import whole
from bot.presentation.place import Spot
from bot.presentation.section_menu import section_options, sections_to_open
from tests.presentation.examples import JOINT, OVERVIEW, RUSSIA, SENTENCE, language, numbered

LONG = RUSSIA.model_copy(update={"text": SENTENCE * 80})
PORTS = [Entry(heading=f"Port {n}", text=f"Ships {n}.", id=n) for n in range(1, 61)]
MANY = [OVERVIEW, *PORTS]


def test_every_section_is_an_option_that_is_named_by_its_id() -> None:
    layout = whole(numbered([OVERVIEW, LONG, JOINT]), short=False)
    options = section_options(layout, 2, language())
    assert [(option.label, option.value) for option in options] == [
        ("Overview", "0"),
        ("Russia", "2"),
        ("India and Japan", "3"),
    ]
    assert [option.default for option in options] == [False, True, False]
    assert options[2].description == "No statement yet."


def test_the_overview_is_marked_on_its_page() -> None:
    options = section_options(whole([OVERVIEW, RUSSIA], short=False), 0, language())
    assert [option.default for option in options] == [True, False]


def test_no_sections_no_menu() -> None:
    assert section_options(whole([OVERVIEW], short=False), 0, language()) == []


def test_a_section_without_text_has_no_description() -> None:
    empty = RUSSIA.model_copy(update={"text": ""})
    assert section_options(whole([empty], short=False), 0, language())[1].description is None


def test_twenty_four_sections_need_no_window() -> None:
    options = section_options(whole(MANY[:25], short=False), 0, language())
    assert len(options) == 25
    assert options[-1].label == "Port 24"


@pytest.mark.parametrize("page", [0, 1, 11, 12, 13, 30, 48, 49, 60])
def test_with_more_sections_the_menu_shows_those_around_the_current_one(page: int) -> None:
    options = section_options(whole(MANY, short=False), page, language())
    assert len(options) <= 25
    assert [option.value for option in options if option.default] == [str(page)]
    assert len({option.value for option in options}) == len(options)


@pytest.mark.parametrize(("way", "begin"), [("Later sections", 0), ("Earlier sections", 60)])
def test_every_section_is_reached_by_the_menu(way: str, begin: int) -> None:
    layout, page, seen = whole(MANY, short=False), begin, set[str]()
    while True:
        options = {option.label: option for option in section_options(layout, page, language())}
        seen |= options.keys()
        if way not in options:
            break
        page = layout.page(Spot(int(options[way].value)))
    assert {f"Port {number}" for number in range(1, 61)} | {"Overview"} <= seen


def test_sections_to_open_begin_with_the_first_ones_and_mark_none() -> None:
    overview, russia, joint = numbered([OVERVIEW, RUSSIA, JOINT])
    options = sections_to_open([joint], [russia, joint], language())
    assert [(option.label, option.value) for option in options] == [
        ("India and Japan", "3"),
        ("Overview", "0"),
        ("Russia", "2"),
    ]
    assert not any(option.default for option in options)
    assert overview.heading is None


def test_of_very_many_sections_the_last_option_goes_on() -> None:
    options = sections_to_open([], PORTS, language())
    assert len(options) == 25
    assert options[-2].label == "Port 23"
    assert (options[-1].label, options[-1].value) == ("Later sections", "24")
    assert len(sections_to_open([], PORTS[:24], language())) == 25
