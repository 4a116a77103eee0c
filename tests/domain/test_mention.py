"""Countries are found in running English text, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.gazetteer import Gazetteer

# Pieces that meet in real text, so that generated texts hold many mentions and near misses.
PIECES = st.sampled_from(
    ["Russia", "RUSSIA", "South", " ", "Korea", "Korean", "U.S", ".", "US", "us", "’s", "-", "New",
     "Mexico", "Guinea", "Bissau", "Papua", "Jordan", "Kazuo", "\n", "the", "Indian", "Ocean", "é"]
)  # fmt: skip


def found(gazetteer: Gazetteer, text: str) -> list[tuple[str, str, str]]:
    return [(text[m.start : m.end], m.code, m.kind) for m in gazetteer.mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia’s envoy", [("Russia", "RU", "name")]),
        ("Two Russians met", [("Russians", "RU", "demonym")]),
        ("SOUTH KOREA", [("SOUTH KOREA", "KR", "name")]),
        ("MOSCOW (Wire)", [("MOSCOW", "RU", "capital")]),
        ("a U.S.-led round", [("U.S.", "US", "name")]),
        ("the U.S. and the UK", [("U.S.", "US", "name"), ("UK", "GB", "name")]),
        ("ports in Mumbai and Shanghai", [("Mumbai", "IN", "city"), ("Shanghai", "CN", "city")]),
        ("the Kremlin said", [("Kremlin", "RU", "metonym")]),
        ("sources in the Élysée", [("Élysée", "FR", "metonym")]),
        ("in Guinea-Bissau", [("Guinea-Bissau", "GW", "name")]),
        ("in Papua New Guinea", [("Papua New Guinea", "PG", "name")]),
        ("in Cote d'Ivoire", [("Cote d'Ivoire", "CI", "name")]),
        ("in Côte d’Ivoire", [("Côte d’Ivoire", "CI", "name")]),
        ("Brussels answered", [("Brussels", "EU", "metonym")]),
        ("in Northern Ireland", [("Northern Ireland", "GB", "name")]),
        ("Japan-U.S. talks", [("Japan", "JP", "name"), ("U.S.", "US", "name")]),
        ("in New Delhi", [("New Delhi", "IN", "capital")]),
        ("fire in Atlanta, Georgia", [("Atlanta, Georgia", "US", "city")]),
    ],
)  # fmt: skip
def test_these_name_a_country(
    gazetteer: Gazetteer, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert found(gazetteer, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "they told us it was no use",
        "russia in small letters",
        "Russiagate, InRussia, Indiana, USB",
        "the Indian Ocean and the Gulf of Mexico",
        "New Mexico and New Jersey",
        "the Warsaw Pact and the Geneva Conventions",
        "a Korean ship, a Congolese crew",
        "An English lesson. Nice weather. Male and female",
        "",
    ],
)
def test_these_name_none(gazetteer: Gazetteer, text: str) -> None:
    assert found(gazetteer, text) == []


def test_a_surname_is_no_country_there_and_after(gazetteer: Gazetteer) -> None:
    text = "The former envoy Kazuo Togo spoke in Japan. Togo wants talks."
    assert [code for _, code, _ in found(gazetteer, text)] == ["JP"]


@pytest.mark.parametrize(
    "text",
    [
        "They flew to Jordan on Monday.",
        "Talks ended and on Monday Jordan signed.",
        "Ministers met the Jordan King yesterday evening.",
        "Syria Warns Jordan Over Border Crossing",
        "It ended there. Neighbouring Jordan signed too.",
    ],
)
def test_a_country_stays_one_beside_capitals(gazetteer: Gazetteer, text: str) -> None:
    assert "JO" in [code for _, code, _ in found(gazetteer, text)]


@pytest.mark.parametrize(
    "text", ["we asked Jordan Ellery about it", "we asked Miles Jordan about it"]
)
def test_a_person_stays_one(gazetteer: Gazetteer, text: str) -> None:
    assert found(gazetteer, text) == []


def check(gazetteer: Gazetteer, text: str) -> None:
    mentions = gazetteer.mentions(text)
    places = [place for mention in mentions for place in (mention.start, mention.end)]
    assert places == sorted(places)
    for mention in mentions:
        spelling = text[mention.start : mention.end]
        assert spelling
        assert gazetteer.code(spelling) == mention.code
        assert not text[mention.start - 1 : mention.start].isalnum() or mention.start == 0
        assert not text[mention.end : mention.end + 1].isalnum()
    assert gazetteer.mentions(text) == mentions


@given(st.text(max_size=300))
def test_any_text_has_true_places(gazetteer: Gazetteer, text: str) -> None:
    check(gazetteer, text)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_a_text_full_of_names_has_true_places(gazetteer: Gazetteer, text: str) -> None:
    check(gazetteer, text)
