"""Suggestions fit what is typed so far and keep the order given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.gazetteer import Gazetteer
from tests.domain.names_source import languages

CODES = ["RU", "CN", "JP", "IN", "US", "KR", "AT", "UA", "EU"]


@pytest.mark.parametrize(
    ("typed", "language", "expected"),
    [
        ("", "en-US", CODES),
        ("ru", "en-US", ["RU"]),
        ("ja", "en-US", ["JP"]),
        ("kor", "en-US", ["KR"]),
        ("united st", "en-US", ["US"]),
        ("росс", "en-US", ["RU"]),
        ("日", "ja", ["JP"]),
        ("ös", "de", ["AT"]),
        ("🇯🇵", "en-US", ["JP"]),
        ("Mosc", "fr", ["RU"]),
        ("KREML", "de", ["RU"]),
        ("qqq", "en-US", []),
    ],
)
def test_these_fit(gazetteer: Gazetteer, typed: str, language: str, expected: list[str]) -> None:
    assert gazetteer.suggest(typed, CODES, language) == expected


def test_a_short_text_is_looked_for_in_other_languages_where_its_own_have_nothing(
    gazetteer: Gazetteer,
) -> None:
    assert gazetteer.suggest("日", CODES, "en-US") == ["JP"]


def test_a_code_without_names_is_suggested_by_itself(gazetteer: Gazetteer) -> None:
    assert gazetteer.suggest("z", ["ZZ", "RU"], "en-US") == ["ZZ"]


@given(
    st.text(max_size=120),
    st.lists(st.sampled_from([*CODES, "ZZ"]), unique=True),
    st.sampled_from([*languages(), "xx"]),
)
def test_any_text_keeps_the_order(
    gazetteer: Gazetteer, typed: str, codes: list[str], language: str
) -> None:
    found = gazetteer.suggest(typed, codes, language)
    assert found == [code for code in codes if code in found]


@given(st.sampled_from(CODES), st.sampled_from(languages()), st.integers(1, 40))
def test_the_beginning_of_a_name_suggests_its_country(
    gazetteer: Gazetteer, code: str, language: str, length: int
) -> None:
    name = gazetteer.name(code, language)
    assert code in gazetteer.suggest(name[:length], CODES, language)
