"""Text of documents pings nobody and shows literally."""

import pytest
from hypothesis import given

from bot.presentation.markdown import plain
from tests.presentation.discord_markdown import read, squeezed
from tests.presentation.texts import long_texts, short_texts


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words, nothing else.", "plain words, nothing else."),
        ("**bold** _it_ ~~no~~", r"\*\*bold\*\* \_it\_ \~\~no\~\~"),
        ("# head", r"\# head"),
        ("a\n-# small", "a\n\\-\\# small"),
        ("  - item\n12. next", "  \\- item\n12\\. next"),
        ("well-known - fact 3. of them", "well-known - fact 3. of them"),
        (">>> all\n> one", "\\>\\>\\> all\n\\> one"),
        ("[here](x)", r"\[here](x)"),
        ("`code` ||secret||", r"\`code\` \|\|secret\|\|"),
        ("C:\\new", r"C:\\new"),
        ("</latest:1> <t:0:f>", r"\</latest:1\> \<t\:0:f\>"),
        ("<:grin:12> :grin:", r"\<\:grin:12\> \:grin:"),
        ("at 10:30, ratio 1:2", "at 10:30, ratio 1:2"),
    ],
)
def test_marks_are_shown_as_they_stand(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    "text", ["@everyone", "@here", "<@123456789012345678>", "<@!1234567>", "<@&1234567>"]
)
def test_nobody_is_pinged(text: str) -> None:
    assert text not in plain(text)
    assert "@\u200b" in plain(text)


def test_an_address_of_mail_is_left_alone() -> None:
    assert plain("desk@example.org") == "desk@example.org"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("see https://example.org/a_b?c=d&e=%20#f.", "https://example.org/a_b?c=d&e=%20#f"),
        ("(https://example.org/x)", "https://example.org/x"),
        ("https://example.org/Port_(Quill)", "https://example.org/Port%5F%28Quill%29"),
        ("**https://example.org/x**", "https://example.org/x"),
        ("<https://example.org/x>", "https://example.org/x"),
        ("“https://example.org/x”, he said", "https://example.org/x"),
        ("https://example.org/~quill/*.txt", "https://example.org/%7Equill/%2A.txt"),
        ("https://example.org/@here/__x", "https://example.org/%40here/%5F%5Fx"),
    ],
)
def test_addresses_stay_links(text: str, link: str) -> None:
    seen = read(plain(text))
    assert [found.rstrip(")") for found in seen.links] == [link]
    assert seen.active == ()


def test_an_address_smuggles_no_mention() -> None:
    shown = plain("https://example.org/x<@123456789012345678>")
    assert shown == "https://example.org/x \\<@\u200b123456789012345678\\>"


@pytest.mark.parametrize("text", ["steam://run/1", "discord://-/x", "https:///x", "http://**"])
def test_other_addresses_are_no_links(text: str) -> None:
    assert read(plain(text)).links == ()


def test_what_cannot_be_shown_leaves_a_trace() -> None:
    assert plain("a\0b\x1bc\ud800d") == "a\ufffdb\ufffdc\ufffdd"


def test_every_kind_of_line_break_starts_a_line() -> None:
    assert plain("a\r\n# b\r# c\v# d\u2028# e") == "a\n\\# b\n\\# c\n\\# d\n\\# e"


@given(short_texts | long_texts)
def test_no_markup_is_left_in_any_text(text: str) -> None:
    assert read(plain(text)).active == ()


@given(short_texts | long_texts)
def test_nothing_of_any_text_is_lost(text: str) -> None:
    kept = "".join(c if c >= " " or c.isspace() else "\ufffd" for c in text)
    kept = kept.replace("\x1f", "\ufffd").replace("\x7f", "\ufffd")
    kept = "".join("\ufffd" if "\x80" <= c <= "\x9f" and c != "\x85" else c for c in kept)
    assert squeezed(read(plain(text)).literal) == squeezed(kept)
