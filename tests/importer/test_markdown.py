"""Markdown without its marks."""

import pytest

from bot.importer.markdown import is_markdown, read_markdown
from bot.importer.source import BOLD


@pytest.mark.parametrize(
    ("line", "text", "rank"),
    [
        ("# Title", "Title", 1),
        ("### **Japan** ###", "Japan", 3),
        ("**Japan**", "Japan", BOLD),
        ("**Japan:**", "Japan:", BOLD),
        ("*Policy Alert #3 | May 3, 2021*", "Policy Alert #3 | May 3, 2021", 0),
        ("a **bold** and _soft_ `word`", "a bold and soft word", 0),
        ("see [the text](https://example.org/a_b_c)", "see the text", 0),
        ("![a map](map.png)", "a map", 8),
        ("> quoted", "quoted", 0),
        ("---", "", 0),
        ("* * *", "", 0),
        (r"\### and 2 \* 3", "### and 2 * 3", 0),
        ("snake_case_name stays", "snake_case_name stays", 0),
        ("5 * 3 * 2 stays", "5 * 3 * 2 stays", 0),
        ("#hashtag stays", "#hashtag stays", 0),
        ("- item", "- item", 0),
    ],
)
def test_one_line(line: str, text: str, rank: int) -> None:
    (found,) = read_markdown(line).lines()
    assert (found.text, found.rank) == (text, rank)


def test_a_link_may_break_over_lines() -> None:
    source = read_markdown("[Prime Minister\nAnn Pike](https://example.org): “Yes.”")
    assert source.text == "Prime Minister\nAnn Pike: “Yes.”"


def test_a_line_of_marks_is_left_alone() -> None:
    assert read_markdown("*a " * 200).text == "*a " * 200


@pytest.mark.parametrize("text", ["# A", "**Japan**\n\ntext", "see [x](https://example.org)"])
def test_it_is_known_by_its_marks(text: str) -> None:
    assert is_markdown(text)


@pytest.mark.parametrize("text", ["plain", "Policy Alert #244 | x", "a * b", "#1 in line"])
def test_plain_text_is_not(text: str) -> None:
    assert not is_markdown(text)
