"""Lines of a text and their ranks."""

import pytest

from bot.importer.source import Source, source_of


def test_lines_know_their_places() -> None:
    source = source_of([("Title", 1), ("", 0), ("  two\nlines ", 0)])
    assert source.text == "Title\n\n  two\nlines "
    assert [line.rank for line in source.lines()] == [1, 0, 0, 0]
    for line in source.lines():
        assert source.text[line.start : line.end] == line.text
        assert source.text[slice(*line.span)] == line.bare


def test_every_line_has_a_rank() -> None:
    with pytest.raises(ValueError, match="zip"):
        list(Source("a\nb", (0,)).lines())
