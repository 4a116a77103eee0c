"""The list of briefings says what each is and opens it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answer import Shelf, Shelves
from bot.presentation.card import Card
from bot.presentation.custom_id import Browse
from bot.presentation.place import Place
from bot.presentation.shelves import shelves_card
from tests.presentation.entries import briefings, issues
from tests.presentation.examples import ASKER, HARBOUR, POLICY, briefing, issue, language, shelf
from tests.presentation.shown import assert_sendable, buttons, text, turn

TWENTY = [shelf(briefing(number), issue(number), 3) for number in range(1, 21)]


def card(*shelves: Shelf, page: int = 0, short: bool = False) -> Card:
    place = Place(asker=ASKER, page=page, short=short)
    return shelves_card(Shelves(shelves=shelves), place, language())


def test_each_briefing_says_whose_it_is_who_may_read_it_and_what_is_new() -> None:
    shown = card(shelf(POLICY, issue(), 4), shelf(HARBOUR))
    assert text(shown).splitlines() == [
        "# Briefings",
        "## Policy Alert",
        "Rising Tide",
        "-# public · 4 issues · newest #244 · January 28, 2022",
        "## Harbour Watch",
        "Sea Desk",
        "-# private to its server · no issue published yet",
    ]


def test_read_opens_a_briefing_that_has_an_issue() -> None:
    assert buttons(card(shelf(POLICY, issue(), 1))) == {"Read": f"open:1:0:{ASKER}"}
    assert buttons(card(shelf(HARBOUR))) == {}


def test_one_issue_is_not_several() -> None:
    assert "1 issue ·" in text(card(shelf(POLICY, issue(), 1)))


def test_an_empty_list_says_how_it_will_fill() -> None:
    assert "Nothing can be read here yet." in text(card())


@pytest.mark.parametrize(("short", "pages"), [(False, 3), (True, 5)])
def test_all_briefings_are_reached_by_next(short: bool, pages: int) -> None:
    shown = [card(*TWENTY, short=short)]
    while isinstance(on := turn(shown[-1], "Next"), Browse):
        shown.append(card(*TWENTY, page=on.page, short=on.short))
    assert len(shown) == pages
    together = "\n".join(text(page) for page in shown)
    assert all(f"Server {number}\n" in together for number in range(1, 21))


def test_previous_leads_back() -> None:
    assert turn(card(*TWENTY, page=2), "Previous") == Browse(1, short=False, asker=ASKER)
    assert turn(card(*TWENTY), "Previous") is None


def test_a_page_beyond_the_end_is_the_last() -> None:
    assert text(card(*TWENTY, page=50)) == text(card(*TWENTY, page=2))
    assert "Page 3 of 3" in text(card(*TWENTY, page=50))


shelves = st.builds(
    Shelf, briefing=briefings, newest=st.none() | issues, issues=st.integers(0, 10**6)
)


@given(
    st.lists(shelves, max_size=20, unique_by=lambda found: found.briefing.id),
    st.integers(0, 3),
    st.booleans(),
)
def test_any_list_can_be_sent(found: list[Shelf], page: int, short: bool) -> None:
    assert_sendable(card(*found, page=page, short=short))
