"""The state of the panel: what a click makes of it, and that it comes back from its text."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.subscription import Place, Wishes
from bot.presentation.subscription_state import ALL, PAGE, PanelState, pages
from tests.presentation.alerts import ROLE, subscription
from tests.presentation.entries import codes, keys
from tests.presentation.subscriptions import snowflakes

COUNTRIES = tuple(f"{first}{last}" for first in "ABCD" for last in "ABCDEFGHIJKLMNO")
"""Sixty codes."""

states = st.builds(
    PanelState,
    editing=st.none() | keys,
    channels=st.lists(snowflakes, max_size=10).map(tuple),
    briefing=st.none() | keys,
    countries=st.lists(codes, unique=True).map(tuple),
    ping=st.none() | snowflakes,
    ping_updates=st.booleans(),
    page=st.integers(0, 9),
    offered=st.lists(codes, unique=True).map(tuple),
    flip=st.booleans(),
)


def state(**fields: Any) -> PanelState:
    return PanelState(**fields)


@given(states)
def test_any_state_comes_back_from_its_text(chosen: PanelState) -> None:
    assert PanelState.read(chosen.text) == chosen


@pytest.mark.parametrize("text", [None, "", "q1&cRU", "[]", '{"page": "x"}', '{"other": 1}'])
def test_what_is_no_state_is_none(text: str | None) -> None:
    assert PanelState.read(text) is None


@given(states)
def test_every_click_changes_the_text_and_so_the_ids(chosen: PanelState) -> None:
    assert chosen.changed().text != chosen.text
    assert chosen.picked(()).text != chosen.text


def test_a_subscription_is_edited_from_what_it_wants_now() -> None:
    wishes = Wishes(countries=("FI", "JP"), ping=ROLE, ping_updates=True)
    place = Place(server=20, channel=30)
    made = PanelState.of(subscription(id=9, place=place, wishes=wishes))
    assert (made.editing, made.channels, made.briefing) == (9, (30,), 1)
    assert made.wishes == wishes


def test_without_a_role_there_is_nothing_to_ping_for_updates() -> None:
    assert state(ping_updates=True).wishes == Wishes()
    assert state(ping=ROLE, ping_updates=True).wishes == Wishes(ping=ROLE, ping_updates=True)


def test_a_channel_and_a_briefing_are_enough() -> None:
    assert state(channels=(1,), briefing=1).complete
    assert not state(channels=(1,)).complete
    assert not state(briefing=1).complete


@pytest.mark.parametrize(
    ("countries", "values", "left"),
    [
        ((), ["JP"], ("JP",)),
        ((), [ALL, "JP"], ("JP",)),
        ((), [ALL], ()),
        ((), [], ()),
        (("JP",), ["JP", "FI"], ("FI", "JP")),
        (("JP",), [ALL, "JP"], ()),
        (("JP",), [], ()),
        (("RU",), ["JP"], ("RU", "JP")),
        (("RU",), [], ("RU",)),
        (("RU",), [ALL], ()),
        (("RU", "JP"), [], ("RU",)),
        ((), ["XX", "1"], ()),
    ],
)
def test_countries_are_picked_on_a_page_and_kept_on_the_others(
    countries: tuple[str, ...], values: list[str], left: tuple[str, ...]
) -> None:
    assert state(countries=countries, offered=("FI", "JP")).picked(values).countries == left


def test_sixty_countries_take_three_pages_with_room_for_all_countries_on_each() -> None:
    assert pages(COUNTRIES) == 3
    shown = [state(page=page).laid_out(COUNTRIES).offered for page in range(3)]
    assert [len(page) for page in shown] == [24, 24, 12]
    assert sum(shown, ()) == COUNTRIES
    assert PAGE == 24


@pytest.mark.parametrize(("page", "shown"), [(-1, 0), (0, 0), (2, 2), (7, 2)])
def test_a_page_that_is_not_there_is_the_nearest(page: int, shown: int) -> None:
    assert state(page=page).laid_out(COUNTRIES).page == shown


def test_no_country_is_one_empty_page() -> None:
    assert pages(()) == 1
    assert state().laid_out(()).offered == ()


def test_what_is_chosen_and_not_covered_can_be_taken_back() -> None:
    made = state(countries=("FI", "FR")).laid_out(("JP", "FI"))
    assert made.offered == ("JP", "FI", "FR")
    assert made.picked(["FI"]).countries == ("FI",)
