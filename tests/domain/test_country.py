"""Codes and their flags."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.country import code_of_flag, flag


@pytest.mark.parametrize(
    ("code", "expected"), [("JP", "🇯🇵"), ("EU", "🇪🇺"), ("UN", "🇺🇳"), ("gb", "🇬🇧")]
)
def test_a_code_has_a_flag(code: str, expected: str) -> None:
    assert flag(code) == expected


@pytest.mark.parametrize("text", ["", "J", "JPN", "Ж1", "ßß", "１２"])
def test_what_is_no_code_has_none(text: str) -> None:
    assert flag(text) == ""


@given(st.text(string.ascii_uppercase, min_size=2, max_size=2))
def test_a_flag_gives_its_code_back(code: str) -> None:
    assert code_of_flag(flag(code)) == code


@pytest.mark.parametrize("text", ["", "JP", "🇯", "🇯🇵🇯", "🇯P", "🏴"])
def test_what_is_no_flag_gives_none(text: str) -> None:
    assert code_of_flag(text) is None
