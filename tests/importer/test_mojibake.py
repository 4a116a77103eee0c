"""UTF-8 that was read as Windows-1252."""

import pytest

from bot.importer.mojibake import MENDED, mended

WORDS = "“The port’s open – for José,” said Žaneta. „Čaj“…"


def broken(text: str) -> str:
    """As a wrong program shows it; five bytes have no character in Windows-1252."""
    return "".join(
        bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode("utf-8")
    )


def test_it_is_put_right_with_a_note() -> None:
    assert mended(broken(WORDS)) == (WORDS, (MENDED,))


@pytest.mark.parametrize("text", [WORDS, "", "plain", "one Ã© may be meant", "Â, Ã and â"])
def test_other_text_stays(text: str) -> None:
    assert mended(text) == (text, ())


def test_what_makes_no_character_stays() -> None:
    text = broken("“a” “b”") + " Ãx â€"
    assert mended(text)[0] == "“a” “b” Ãx â€"
