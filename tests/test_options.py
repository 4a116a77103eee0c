"""Options take what lies in their bounds, and say plainly what those are."""

import pytest
import typer
from hypothesis import example, given
from hypothesis import strategies as st
from typer.testing import CliRunner

from bot.options import Findings, whole_number
from bot.terminal.usage import WordsCommand

line = typer.Typer(rich_markup_mode=None)


@line.command(cls=WordsCommand)
def count(limit: Findings = 20) -> None:
    """Counts."""
    typer.echo(repr(limit))


@pytest.mark.parametrize(
    ("words", "number"), [([], 20), (["--limit", "125"], 125), (["--limit", " 007 "], 7)]
)
def test_a_number_within_bounds_is_taken(words: list[str], number: int) -> None:
    assert CliRunner().invoke(line, words).output == f"{number}\n"


@pytest.mark.parametrize("typed", ["0", "126", "-1", "1.5", "ten", "", "²", "1_0", "9" * 5000])
def test_anything_else_is_told_the_bounds(typed: str) -> None:
    done = CliRunner().invoke(line, ["--limit", typed])
    assert done.exit_code == 2
    assert f"'--limit': it takes a number from 1 to 125, not “{typed}”." in done.output


@given(st.text(max_size=30) | st.integers().map(str))
@example("9223372036854775807")
@example("٣")
def test_any_text_is_a_number_within_bounds_or_refused(typed: str) -> None:
    read = whole_number(0, 2**63 - 1, "Some number").parser
    try:
        number = read(typed)
    except typer.BadParameter:
        return
    assert 0 <= number < 2**63
    assert number == int(typed)
