"""Countries that somebody typed."""

import pytest

from bot.app.country_typing import countries_typed, country_typed
from bot.domain.gazetteer import Gazetteer
from bot.errors import Refused


def test_a_country_is_understood_or_refused(gazetteer: Gazetteer) -> None:
    assert [country_typed(gazetteer, name) for name in ("Japan", "JP", "Росси́я")] == [
        "JP",
        "JP",
        "RU",
    ]
    with pytest.raises(Refused, match=r"“qqqq” is no country .*; give one by its name in any"):
        country_typed(gazetteer, "qqqq")
    with pytest.raises(Refused, match=r"“Germny” is no country .*; do you mean Germany\?"):
        country_typed(gazetteer, "Germny")


@pytest.mark.parametrize(
    ("typed", "countries"),
    [
        ("", ()),
        (" , ", ()),
        (" Japan, germany;JP、", ("JP", "DE")),
        ("India / Japan", ("IN", "JP")),
        ("India and Japan", ("IN", "JP")),
        ("India, Japan, and Peru", ("IN", "JP", "PE")),
        ("Bosnia and Herzegovina", ("BA",)),
        ("Antigua and Barbuda, Trinidad and Tobago", ("AG", "TT")),
    ],
)
def test_several_have_commas_or_an_and_between_them(
    gazetteer: Gazetteer, typed: str, countries: tuple[str, ...]
) -> None:
    assert countries_typed(gazetteer, typed) == countries


def test_one_that_is_none_among_several_is_named(gazetteer: Gazetteer) -> None:
    with pytest.raises(Refused, match="“Atlantis” is no country"):
        countries_typed(gazetteer, "Japan and Atlantis")
