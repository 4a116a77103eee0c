"""Which word of a phrase tells what it names."""

import pytest

from bot.importer.heads import body_head, is_aside, is_in_name, role_head
from bot.importer.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        ("former mayor Ann Pike", 1, None),
        ("harbour pathologist Ann Pike", 1, None),
        ("the Foreign Ministry", None, 2),
        ("Ministry spokesman Ann Pike", 1, 0),
        ("Ann Pike", None, None),
    ],
)
def test_the_head(text: str, role: int | None, body: int | None) -> None:
    words = tokenise(text, 0, len(text), [])
    assert (role_head(words), body_head(words)) == (role, body)


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (["responsible", ","], True),
        (["across", "the", "border", ","], True),
        (["said", ","], False),
        ([","], False),
        (["and", ","], False),
    ],
)
def test_what_may_part_an_office_from_a_name(between: list[str], expected: bool) -> None:
    assert is_aside(between) is expected


def test_a_genitive_may_be_part_of_a_name() -> None:
    words = tokenise("Port Workers’ Federation", 0, 24, [])
    assert is_in_name(words, 2)
    assert not is_in_name(tokenise("Norland’s Federation", 0, 20, []), 1)
