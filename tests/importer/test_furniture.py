"""Lines that a page sets around its text."""

import pytest

from bot.importer.furniture import CHROME, STAMP


@pytest.mark.parametrize(
    "line", ["14:05 GMT", "14:05", "2:05 p.m. ET", "9 am", "[09:30]", "18.10 CET", "07:00 (UTC)"]
)
def test_a_time_of_day(line: str) -> None:
    assert STAMP.fullmatch(line)


@pytest.mark.parametrize("line", ["14:05 the talks began", "Chapter 4", "1405", "3 May", ""])
def test_no_time_of_day(line: str) -> None:
    assert not STAMP.fullmatch(line)


@pytest.mark.parametrize(
    "line", ["Skip to content", "MENU", "Share this: Mail, Print", "Continue reading →", "Log in"]
)
def test_site_chrome(line: str) -> None:
    assert CHROME.fullmatch(line)


@pytest.mark.parametrize("line", ["Home rule for the islands", "Searching for a port", "Japan"])
def test_no_chrome(line: str) -> None:
    assert not CHROME.fullmatch(line)
