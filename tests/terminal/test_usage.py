"""A command that is used wrongly, and how it is meant."""

import pytest
import typer
from typer.testing import CliRunner

from bot.terminal.usage import WordsCommand

line = typer.Typer(rich_markup_mode=None)


@line.command(cls=WordsCommand)
def look(words: str) -> None:
    """Looks for words."""
    typer.echo(f"for {words}")


@pytest.mark.parametrize(
    "given", [["-storm"], ["dawn", "-storm"], ["-s"], ["dawn", "-storm", "--", "x"]]
)
def test_a_word_to_leave_out_is_no_option(given: list[str]) -> None:
    done = CliRunner().invoke(line, given)
    assert done.exit_code == 2
    assert "No such option: -s; quote what holds a -word: `quotes --words" in done.output


@pytest.mark.parametrize(
    ("given", "told"),
    [(["--wrods", "x"], "No such option: --wrods"), ([], "Missing argument"), (["a", "b"], "(b)")],
)
def test_other_mistakes_are_told_as_ever(given: list[str], told: str) -> None:
    done = CliRunner().invoke(line, given)
    assert done.exit_code == 2
    assert told in done.output
    assert "-word" not in done.output


def test_words_given_as_they_should_be_are_taken() -> None:
    assert CliRunner().invoke(line, ["--", "-storm dawn"]).output == "for -storm dawn\n"
    assert CliRunner().invoke(line, ["dawn -storm"]).output == "for dawn -storm\n"
