"""Which characters the bytes of a document stand for."""

import codecs

import pytest

from bot.errors import Unreadable
from bot.importer.encoding import decode

FRENCH = "Le ministère a parlé d’un « geste » à Kyïv.".replace("ï", "i")
RUSSIAN = "Министр сказал: «Мы ждали девять лет». Policy Alert #3"
ENGLISH = "The minister said “no” – twice."


@pytest.mark.parametrize(
    "name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("text", [FRENCH, ENGLISH])
def test_unicode_in_every_form(name: str, text: str) -> None:
    assert decode(text.encode(name))[0] == text


def test_utf_8_needs_no_note() -> None:
    assert decode(ENGLISH.encode())[1] == ()


def test_utf_16_without_mark_is_noted() -> None:
    assert decode(ENGLISH.encode("utf-16-le"))[1] == ("The encoding was assumed to be UTF-16-LE.",)


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (RUSSIAN, "cp1251", "Windows-1251"),
        (ENGLISH, "cp1252", "Windows-1252"),
        (FRENCH, "cp1252", "Windows-1252"),
    ],
)
def test_a_guess_is_noted(text: str, name: str, label: str) -> None:
    decoded, notes = decode(text.encode(name))
    assert decoded == text
    assert label in notes[0]


def test_latin_1_where_windows_knows_no_character() -> None:
    decoded, notes = decode("Élysée \x81 déjà".encode("latin-1"))
    assert decoded == "Élysée \x81 déjà"
    assert "Latin-1" in notes[0]


def test_an_html_head_may_declare_it() -> None:
    page = '<html><head><meta charset="koi8-r"></head><body><p>Привет всем</p></body></html>'
    assert "Привет" in decode(page.encode("koi8-r"))[0]


@pytest.mark.parametrize("charset", ["rot13", "nonsense-8", "base64"])
def test_a_declared_charset_that_is_none_is_not_followed(charset: str) -> None:
    page = f'<meta charset="{charset}"><p>d\xe9j\xe0 vu</p>'
    assert "déjà vu" in decode(page.encode("cp1252"))[0]


def test_line_breaks_become_one_kind() -> None:
    assert decode(b"a\r\nb\rc\nd")[0] == "a\nb\nc\nd"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
        codecs.BOM_UTF16_LE + b"\x00\xd8\x00\x00",
        b"%PDF-1.7\n\x00\x01\x02\x03",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="not text"):
        decode(data)
