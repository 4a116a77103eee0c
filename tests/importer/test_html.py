"""The text of HTML pages and fragments."""

import pytest

from bot.importer.html import is_html, read_html
from bot.importer.source import BOLD


def lines(html: str) -> list[tuple[str, int]]:
    source = read_html(html)
    return [(line.bare, line.rank) for line in source.lines() if line.bare]


def test_blocks_are_lines_and_headings_keep_their_rank() -> None:
    assert lines("<h1>Ports</h1><p>One.</p><h3>Japan</h3><p>Two.</p>") == [
        ("Ports", 1),
        ("One.", 0),
        ("Japan", 3),
        ("Two.", 0),
    ]


def test_what_a_reader_does_not_see_is_dropped() -> None:
    page = (
        "<head><title>T</title><style>p{}</style></head><body><script>say('“x”')</script>"
        "<!-- hidden --><p>Seen.</p><template><p>no</p></template></body>"
    )
    assert lines(page) == [("Seen.", 0)]


def test_entities_and_white_space() -> None:
    assert lines("<p>It&rsquo;s  &#8220;so&#8221;\n &amp; so</p>") == [("It’s “so” & so", 0)]


def test_a_break_parts_lines_but_not_paragraphs() -> None:
    assert read_html("<p>one<br>two</p><p>three</p>").text.strip() == "one\ntwo\n\nthree"


def test_list_items_have_bullets() -> None:
    assert lines("<ul><li>a</li><li>b</li></ul>") == [("• a", 0), ("• b", 0)]


def test_a_bold_paragraph_is_marked() -> None:
    assert lines("<p><b>Japan</b></p><p>The <b>sea</b>.</p>") == [("Japan", BOLD), ("The sea.", 0)]


def test_an_unclosed_script_or_heading_swallows_no_body() -> None:
    assert ("kept", 0) in lines("<head><body><p>kept</p>")
    assert lines("<h2>Japan<p>text</p>") == [("Japan", 2), ("text", 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a</p>", True),
        ("<!doctype html><HTML><BODY>x</BODY></HTML>", True),
        ("a < b and c > d", False),
        ("Write <b> for bold", False),
        ("", False),
    ],
)
def test_html_is_known_by_its_tags(text: str, expected: bool) -> None:
    assert is_html(text) is expected
