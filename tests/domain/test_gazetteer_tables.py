"""The tables of data/gazetteer are sorted, complete and free of contradictions."""

from collections import Counter
from collections.abc import Callable

import pytest

from bot.domain.alias import KINDS, read_rows
from bot.domain.folding import fold
from bot.domain.gazetteer import Gazetteer
from tests.domain.names_source import FOLDER, cities_table, codes_table, languages, names_table

TABLES = sorted(path.name for path in FOLDER.glob("*.tsv"))
ALIASES = list(read_rows(FOLDER / "aliases.tsv"))

# Two countries share these: text that holds one of them names neither.
SHARED = {"Congo", "Congolese", "Korea", "Korean", "Koreans", "Dominican", "Dominicans"}
# Their capital is named like the country, is the EU's metonym (Brussels), or they have none.
WITHOUT_CAPITAL = """
    AI AQ BE BV CC CX EU GI GS HK HM IM IO JE MC MO MP MS NF NR PM RE SG SM ST TF TK UM UN VA VG
"""
# Nobody, or hardly anybody, lives there; or a word for them is not in use.
WITHOUT_DEMONYM = "AQ BV EU GS HM MF PM SJ SX TF UM UN VA"


@pytest.mark.parametrize(
    ("table", "generated"),
    [("names.tsv", names_table), ("codes.tsv", codes_table), ("cities.tsv", cities_table)],
)
def test_a_generated_table_is_what_babel_gives(table: str, generated: Callable[[], str]) -> None:
    assert (FOLDER / table).read_text(encoding="utf-8") == generated()


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_sorted_without_duplicates(table: str) -> None:
    lines = (FOLDER / table).read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert all(cell and cell == cell.strip() for line in lines for cell in line.split("\t"))


@pytest.mark.parametrize("table", [table for table in TABLES if table != "exceptions.tsv"])
def test_a_table_has_known_codes(table: str, gazetteer: Gazetteer) -> None:
    assert {row[0] for row in read_rows(FOLDER / table)} <= gazetteer.codes


@pytest.mark.parametrize("table", ["names.tsv", "foreign.tsv", "cities.tsv"])
def test_a_table_has_known_languages(table: str) -> None:
    assert {row[1] for row in read_rows(FOLDER / table)} <= set(languages())


def test_every_language_names_every_country(gazetteer: Gazetteer) -> None:
    counts = Counter(row[1] for row in read_rows(FOLDER / "names.tsv"))
    assert counts == dict.fromkeys(languages(), len(gazetteer.codes))


def test_an_alias_names_one_country_by_one_kind() -> None:
    counts = Counter(text for _, _, text in ALIASES)
    assert {text for text, count in counts.items() if count > 1} == SHARED


def test_folded_aliases_name_one_country(gazetteer: Gazetteer) -> None:
    shared = {fold(text) for text in SHARED}
    assert {text for _, _, text in ALIASES if gazetteer.code(text) is None} == SHARED
    assert [
        text
        for code, _, text in ALIASES
        if gazetteer.code(text) != code and fold(text) not in shared
    ] == []


def test_every_alias_is_of_a_known_kind_and_begins_with_a_capital() -> None:
    assert {kind for _, kind, _ in ALIASES} <= set(KINDS)
    assert [text for _, _, text in ALIASES if not text[0].isupper()] == []


def test_every_country_has_a_capital_and_a_demonym(gazetteer: Gazetteer) -> None:
    having = {kind: {code for code, row_kind, _ in ALIASES if row_kind == kind} for kind in KINDS}
    assert gazetteer.codes - having["capital"] == set(WITHOUT_CAPITAL.split())
    assert gazetteer.codes - having["demonym"] == set(WITHOUT_DEMONYM.split())


def test_an_alias_is_found_in_running_text_unless_it_is_an_exception(gazetteer: Gazetteer) -> None:
    phrases = {text for kind, text in read_rows(FOLDER / "exceptions.tsv") if kind == "phrase"}
    unseen = {
        text
        for code, _, text in ALIASES
        if [mention.code for mention in gazetteer.mentions(f"while in {text} they")] != [code]
    }
    assert unseen == SHARED | {text for _, _, text in ALIASES if text in phrases}


def test_exceptions_are_of_a_known_kind() -> None:
    rows = list(read_rows(FOLDER / "exceptions.tsv"))
    assert {kind for kind, _ in rows} == {"phrase", "person", "given"}
    persons = {text for kind, text in rows if kind == "person"}
    assert {text for kind, text in rows if kind == "given"} <= persons
