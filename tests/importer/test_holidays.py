"""The days of the year that news is told by."""

import pytest

from bot.importer.holidays import holiday


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("New Year’s Eve", 2023, (12, 31)),
        ("New Year's Day", 2023, (1, 1)),
        ("Boxing Day", 2023, (12, 26)),
        ("Thanksgiving", 2016, (11, 24)),
        ("Thanksgiving", 2018, (11, 22)),
        ("Thanksgiving", 2023, (11, 23)),
    ],
)
def test_a_holiday(name: str, year: int, expected: tuple[int, int]) -> None:
    assert holiday(name, year) == expected
