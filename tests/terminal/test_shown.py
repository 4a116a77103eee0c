"""What is shown: lines on standard output."""

import subprocess
import sys

import pytest

from bot.terminal.shown import show


def test_each_line_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    show(line for line in ("one", "", "日本"))
    assert capsys.readouterr().out == "one\n\n日本\n"


def test_whoever_has_read_enough_may_go_without_a_word() -> None:
    endless = "from bot.terminal.shown import show; show(map(str, range(10**5))); show(['more'])"
    with subprocess.Popen(
        [sys.executable, "-c", endless], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as printing:
        assert printing.stdout
        assert printing.stderr
        assert printing.stdout.readline() == b"0\n"
        printing.stdout.close()
        assert printing.stderr.read() == b""
    assert printing.returncode == 0
