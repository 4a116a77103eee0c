"""Dates and countries read well in every language that Discord offers."""

from datetime import UTC, date, datetime

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.when import Precision, When
from bot.presentation.language import Language, listed
from tests.presentation.examples import language

LOCALES = [locale.value for locale in discord.Locale]
DAY = date(2022, 1, 28)


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("en-US", "January 28, 2022"),
        ("en-GB", "28 January 2022"),
        ("de", "28. Januar 2022"),
        ("no", "28. januar 2022"),
        ("sv-SE", "28 januari 2022"),
        ("es-419", "28 de enero de 2022"),
        ("zh-CN", "2022年1月28日"),
        ("zh-TW", "2022年1月28日"),
        ("ru", "28 января 2022\u202fг."),
        ("xx", "January 28, 2022"),
    ],
)
def test_a_day_in_the_reader_s_language(locale: str, shown: str) -> None:
    assert language(locale).date(DAY) == shown


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ("2022-01-21", "January 21, 2022"),
        ("2022-01", "January 2022"),
        ("2022", "2022"),
        ("2022-01-21/2022-01-24", "January 21 – 24, 2022"),
        ("2022-01-30/2022-02-02", "January 30 – February 2, 2022"),
        ("2021-12-30/2022-01-02", "December 30, 2021 – January 2, 2022"),
        ("2022-01-21/2022-01-21", "January 21, 2022"),
    ],
)
def test_a_date_says_no_more_than_is_known(when: str, shown: str) -> None:
    assert language().when(When.parse(when)) == shown


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_knows_every_precision(locale: str) -> None:
    for text in ("2022-01-28", "2022-01", "2022", "2021-12-30/2022-01-28"):
        assert "2022" in language(locale).when(When.parse(text))
    for end in (date(2022, 1, 31), date(2022, 2, 2)):
        shown = language(locale).when(When(start=DAY, end=end, precision=Precision.INTERVAL))
        assert all(part in shown for part in ("28", str(end.day), "2022"))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_first_and_the_last_day_of_all(locale: str) -> None:
    assert "1" in language(locale).date(date.min)
    assert "9999" in language(locale).date(date.max)
    ages = When(start=date.min, end=date.max, precision=Precision.INTERVAL)
    assert "9999" in language(locale).when(ages)


@given(st.dates(), st.sampled_from(LOCALES))
def test_any_day_names_its_day_and_year(day: date, locale: str) -> None:
    shown = language(locale).date(day)
    assert str(day.day) in shown
    assert str(day.year) in shown


def test_a_day_is_never_a_moment() -> None:
    assert "<t:" not in language().date(DAY)


def test_a_moment_is_shown_on_the_reader_s_clock() -> None:
    assert language().moment(datetime(2022, 1, 29, 8, tzinfo=UTC)) == "<t:1643443200:f>"


def test_countries_are_named_in_the_reader_s_language() -> None:
    assert language("de").country("RU") == "Russland"
    assert language().country("CN") == "China"


def test_several_countries_make_a_phrase() -> None:
    assert language().countries([]) == ""
    assert language().countries(["RU"]) == "Russia"
    assert language().countries(["RU", "CN"]) == "Russia and China"
    assert language().countries(["RU", "CN", "IN"]) == "Russia, China and India"
    assert listed(["A", "B", "C", "D"]) == "A, B, C and D"


def test_some_countries_take_an_article_in_an_english_sentence() -> None:
    assert language().named("US") == "the United States"
    assert language().named("RU") == "Russia"
    assert not language("de").named("US").startswith("the ")


def test_a_few_flags_are_enough() -> None:
    assert language().flags(["RU", "CN"]) == "🇷🇺🇨🇳"
    assert language().flags(["RU", "CN", "IN", "JP", "FR"]) == "🇷🇺🇨🇳🇮🇳"
    assert language().flags([]) == ""


def test_equal_readers_are_equal() -> None:
    english = language()
    assert english == Language("en-US", english.gazetteer)


def test_a_year_of_long_ago_is_no_mere_number() -> None:
    assert language().when(When.parse("0001")) == "1 AD"
    assert language("de").when(When.parse("0999")) == "999 n. Chr."
    assert language().when(When.parse("1000")) == "1000"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("when", ["0001", "0001-01", "0001-01-01/9999-12-31", "9999-12"])
def test_the_ends_of_the_calendar_are_said_in_every_language(locale: str, when: str) -> None:
    assert language(locale).when(When.parse(when))


def test_of_many_countries_three_are_named() -> None:
    assert (
        language().some_countries(("RU", "CN", "IN", "JP", "US"))
        == "Russia, China, India and 2 more"
    )
    assert language().some_countries(("RU", "CN", "IN", "JP")) == "Russia, China, India and Japan"
    assert language().some_countries(()) == ""
