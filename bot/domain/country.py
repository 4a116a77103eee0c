"""A country is known by its ISO 3166 alpha-2 code; EU, UN and XK (Kosovo) count as countries."""

# Regional indicator symbols stand for the letters A to Z; two of them make a flag.
# https://www.unicode.org/reports/tr51/#Flags
_INDICATOR_A = 0x1F1E6
_OFFSET = _INDICATOR_A - ord("A")


def flag(code: str) -> str:
    """The flag emoji of a two-letter code, such as "🇯🇵" for "JP"; "" for anything else."""
    letters = code.upper()
    if len(letters) != 2 or not (letters.isascii() and letters.isalpha()):
        return ""
    return "".join(chr(ord(letter) + _OFFSET) for letter in letters)


def code_of_flag(text: str) -> str | None:
    """The two letters, not always a known code, that a flag emoji stands for; else None."""
    if len(text) != 2 or not all(_is_indicator(char) for char in text):
        return None
    return "".join(chr(ord(char) - _OFFSET) for char in text)


def _is_indicator(char: str) -> bool:
    return _INDICATOR_A <= ord(char) < _INDICATOR_A + 26
