"""Colours: by name, by digits, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.colour import COLOURS, colour_name, colour_typed


@pytest.mark.parametrize(
    ("typed", "colour"),
    [
        ("#2b6cb0", 0x2B6CB0),
        ("2B6CB0", 0x2B6CB0),
        (" #000000 ", 0),
        ("Red", COLOURS["red"]),
        ("  orange", COLOURS["orange"]),
    ],
)
def test_a_colour_is_typed(typed: str, colour: int) -> None:
    assert colour_typed(typed) == colour


@pytest.mark.parametrize("typed", ["", "#", "#12345", "#1234567", "##123456", "reddish", "0x1234"])
def test_anything_else_is_none(typed: str) -> None:
    assert colour_typed(typed) is None


def test_digits_of_other_scripts_are_none() -> None:
    assert colour_typed("٢٣٤٥٦٧") is None


@given(st.integers(0, 0xFFFFFF))
def test_a_colour_is_read_as_it_is_named(colour: int) -> None:
    assert colour_typed(colour_name(colour).split(", ")[-1]) == colour


@given(st.text())
def test_whatever_is_typed_is_a_colour_or_none(typed: str) -> None:
    found = colour_typed(typed)
    assert found is None or 0 <= found <= 0xFFFFFF


def test_a_name_is_said_with_its_digits() -> None:
    assert colour_name(COLOURS["blue"]) == "blue, #2b6cb0"
    assert colour_name(0x010203) == "#010203"
    assert len(set(COLOURS.values())) == len(COLOURS)
