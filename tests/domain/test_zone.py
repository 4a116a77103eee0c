"""Time zones: whatever names one is understood, and what names none is not."""

from datetime import UTC, datetime, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.zone import parse_zone, proposed_zone, suggest_zones, zone_info
from bot.domain.zone_city import BY_LOCALE, cities

SUMMER, WINTER = datetime(2022, 7, 1, 12, tzinfo=UTC), datetime(2022, 1, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Berlin", "Europe/Berlin"),
        (" berlin ", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("New  York", "America/New_York"),
        ("São Paulo", "America/Sao_Paulo"),
        ("sao paulo", "America/Sao_Paulo"),
        ("München", "Europe/Berlin"),
        ("The Hague", "Europe/Amsterdam"),
        ("Washington, D.C.", "America/New_York"),
        ("St. Petersburg", "Europe/Moscow"),
        ("New Delhi", "Asia/Kolkata"),
        ("Beijing", "Asia/Shanghai"),
        ("Port-au-Prince", "America/Port-au-Prince"),
        ("Singapore", "Asia/Singapore"),
        ("Istanbul", "Europe/Istanbul"),
        ("Kyiv", "Europe/Kyiv"),
        ("buenos aires", "America/Argentina/Buenos_Aires"),
    ],
)
def test_a_city_is_understood(typed: str, zone: str) -> None:
    assert parse_zone(typed) == zone


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("America/New York", "America/New_York"),
        ("Japan", "Japan"),
        ("UTC", "UTC"),
        ("gmt", "UTC"),
        ("z", "UTC"),
    ],
)
def test_a_name_of_a_zone_is_understood(typed: str, zone: str) -> None:
    assert parse_zone(typed) == zone


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("+2", "UTC+02:00"),
        ("-3", "UTC-03:00"),
        ("−3", "UTC-03:00"),
        ("+ 2", "UTC+02:00"),
        ("GMT-3", "UTC-03:00"),
        ("utc+2", "UTC+02:00"),
        ("UTC +05:30", "UTC+05:30"),
        ("+0530", "UTC+05:30"),
        ("+530", "UTC+05:30"),
        ("-12", "UTC-12:00"),
        ("+14", "UTC+14:00"),
        ("+0", "UTC"),
        ("UTC-00:00", "UTC"),
    ],
)
def test_an_offset_is_understood(typed: str, zone: str) -> None:
    assert parse_zone(typed) == zone


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "2", "+", "+15", "-13", "+14:30", "+1:60", "+123456", "GMT+"),
        *("Atlantis", "EST", "CET", "PST8PDT", "localtime", "Factory", "posixrules"),
        *("../../etc/passwd", "/etc/localtime", "Europe", "Europe/", "\x00", "\ud800", "x" * 5000),
    ],
)
def test_what_names_no_zone_is_not_understood(typed: str) -> None:
    assert parse_zone(typed) is None


@given(st.text(max_size=30))
def test_whatever_is_understood_has_a_time(typed: str) -> None:
    zone = parse_zone(typed)
    if zone is not None:
        assert parse_zone(zone) == zone
        assert SUMMER.astimezone(zone_info(zone)) == SUMMER


def test_every_zone_of_ours_exists_and_is_read_as_itself() -> None:
    ours = set(cities().values()) | set(BY_LOCALE.values())
    assert ours <= available_timezones()
    assert {zone: parse_zone(zone) for zone in ours} == {zone: zone for zone in ours}


@pytest.mark.parametrize(
    ("name", "summer", "winter"),
    [
        ("Europe/Berlin", 2, 1),
        ("UTC", 0, 0),
        ("UTC+05:30", 5.5, 5.5),
        ("UTC-03:00", -3, -3),
    ],
)
def test_a_zone_knows_how_far_it_is_away(name: str, summer: float, winter: float) -> None:
    zone = zone_info(name)
    assert SUMMER.astimezone(zone).utcoffset() == timedelta(hours=summer)
    assert WINTER.astimezone(zone).utcoffset() == timedelta(hours=winter)


@pytest.mark.parametrize(
    ("locale", "zone"),
    [
        ("de", "Europe/Berlin"),
        ("pt-BR", "America/Sao_Paulo"),
        ("en-US", "America/New_York"),
        ("ja", "Asia/Tokyo"),
        ("tlh", "UTC"),
    ],
)
def test_a_language_proposes_the_zone_where_most_people_speak_it(locale: str, zone: str) -> None:
    assert proposed_zone(locale) == zone


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ber", "Europe/Berlin"),
        ("berlin", "Europe/Berlin"),
        ("+2", "UTC+02:00"),
        ("york", "America/New_York"),
        ("são", "America/Sao_Paulo"),
        ("francisco", "America/Los_Angeles"),
        ("etc/utc", "Etc/UTC"),
    ],
)
def test_the_likeliest_zone_is_suggested_first(typed: str, first: str) -> None:
    offered = suggest_zones(typed, 5)
    assert first in offered[:2]
    assert len(offered) == len(set(offered)) <= 5


def test_without_a_word_usual_zones_are_suggested() -> None:
    assert len(suggest_zones("", 25)) == 25
    assert "Europe/Berlin" in suggest_zones("", 40)


def test_nothing_is_suggested_for_what_is_no_zone() -> None:
    assert suggest_zones("qqqq", 25) == []
