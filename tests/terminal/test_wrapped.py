"""Wrapped text: paragraphs broken into lines that fit a terminal."""

from bot.terminal.wrapped import WIDTH, wrapped


def test_lines_after_the_first_stand_below_it() -> None:
    first, *others = wrapped(["word " * 40], "  ! ")
    assert first.startswith("  ! word")
    assert others
    assert all(line.startswith("    word") for line in others)
    assert all(len(line) <= WIDTH for line in (first, *others))


def test_an_empty_text_is_an_empty_line() -> None:
    assert list(wrapped(["one", "", "two"], "")) == ["one", "", "two"]
