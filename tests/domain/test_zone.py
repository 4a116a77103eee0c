"""Time zones: whatever names one is understood, and what names none is not."""

from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.zone import parse_zone, proposed_zone, required_zone
from bot.domain.zone_city import BY_LOCALE, cities
from bot.errors import Refused


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
    with pytest.raises(Refused, match="This time zone is not known; type a city such as Berlin"):
        required_zone(typed)


@given(st.text(max_size=30))
def test_whatever_is_understood_is_read_as_itself(typed: str) -> None:
    zone = parse_zone(typed)
    if zone is not None:
        assert parse_zone(zone) == zone
        assert required_zone(typed) == zone


def test_every_zone_of_ours_exists_and_is_read_as_itself() -> None:
    ours = set(cities().values()) | set(BY_LOCALE.values())
    assert ours <= available_timezones()
    assert {zone: parse_zone(zone) for zone in ours} == {zone: zone for zone in ours}


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
