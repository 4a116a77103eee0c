"""What is shown: lines on standard output."""

import pytest

from bot.terminal.shown import show


def test_each_line_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    show(line for line in ("one", "", "日本"))
    assert capsys.readouterr().out == "one\n\n日本\n"
