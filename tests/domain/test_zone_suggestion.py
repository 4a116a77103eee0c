"""Suggestions of time zones: whatever is offered can be taken, and what is meant stands first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.zone import parse_zone
from bot.domain.zone_suggestion import zones_like

MOST = 25


def offered(typed: str, locale: str = "en-US") -> list[str]:
    return zones_like(typed, locale, MOST)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Munich", "Europe/Berlin"),
        ("muni", "Europe/Berlin"),
        ("york", "America/New_York"),
        ("New  Y", "America/New_York"),
        ("buenos", "America/Argentina/Buenos_Aires"),
        ("europe/ber", "Europe/Berlin"),
        ("Argentina/", "America/Argentina/Buenos_Aires"),
        ("utc", "UTC"),
        ("+2", "UTC+02:00"),
        ("UTC+5:3", "UTC+05:30"),
        ("−3", "UTC-03:00"),
        ("+05:45", "UTC+05:45"),
    ],
)
def test_what_is_meant_stands_first(typed: str, first: str) -> None:
    assert offered(typed)[0] == first


def test_an_offset_is_completed() -> None:
    assert offered("+5") == ["UTC+05:00", "UTC+05:30", "UTC+05:45"]
    assert offered("utc +1")[:3] == ["UTC+01:00", "UTC+10:00", "UTC+10:30"]
    assert {"UTC+14:00", "UTC+12:45"} <= set(offered("+"))
    assert "UTC-12:00" in offered("-")


def test_before_anything_is_typed_the_persons_own_language_says_what_is_likely() -> None:
    assert offered("", "ja")[:2] == ["Asia/Tokyo", "UTC"]
    assert offered(" ", "tlh")[0] == "UTC"
    assert len(offered("")) == MOST


@pytest.mark.parametrize("typed", ["Atlantis", "²", "\x00", "\ud800", "x" * 5000, "+99"])
def test_nothing_is_offered_for_what_is_no_zone(typed: str) -> None:
    assert offered(typed) == []


@given(st.text(max_size=12) | st.text("+-0123456789: utcUTC", max_size=8))
def test_whatever_is_offered_can_be_taken(typed: str) -> None:
    found = offered(typed)
    assert len(found) == len(set(found)) <= MOST
    assert [parse_zone(each) for each in found] == found
