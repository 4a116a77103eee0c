"""Countries by name, in English and for display."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("code", "language", "expected"),
    [
        ("JP", "en", "Japan"),
        ("JP", "en-GB", "Japan"),
        ("JP", "de", "Japan"),
        ("RU", "ru", "Россия"),
        ("CN", "zh-TW", "中國"),
        ("US", "es", "Estados Unidos"),
        ("US", "pt", "Estados Unidos"),
        ("DE", "sv", "Tyskland"),
        ("DE", "fr-CA", "Allemagne"),
        ("DE", "tlh", "Germany"),
        ("DE", "", "Germany"),
        ("EU", "it", "Unione europea"),
        ("ZZ", "de", "ZZ"),
    ],
)
def test_a_name_for_display(gazetteer: Gazetteer, code: str, language: str, expected: str) -> None:
    assert gazetteer.name(code, language) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Russia", "RU"),
        ("RUSSIA", "RU"),
        ("russian", "RU"),
        ("the Kremlin", "RU"),
        ("U.S.", "US"),
        ("U.S", "US"),
        ("The Netherlands", "NL"),
        ("Elysee", "FR"),
        ("são paulo", "BR"),
        ("Bosnia and Herzegovina", "BA"),
        ("European Union", "EU"),
        ("Turkey", "TR"),
        ("Korea", None),
        ("Rusia", None),
        ("Russia and China", None),
        ("NATO", None),
        ("", None),
    ],
)
def test_a_whole_text_names_a_country(gazetteer: Gazetteer, text: str, code: str | None) -> None:
    assert gazetteer.code(text) == code


@given(st.text(max_size=60))
def test_any_text_has_a_known_code_or_none(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.code(text) in gazetteer.codes | {None}


def test_the_codes_are_those_of_iso_and_three_more(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.codes) == 249 + len({"EU", "UN", "XK"})
    assert {"EU", "UN", "XK"} < gazetteer.codes


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Gazetteer.load(tmp_path)
