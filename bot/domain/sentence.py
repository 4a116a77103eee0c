"""The end of a sentence, as far as marks and spaces tell it."""

import re

_ABBREVIATION = "".join(
    rf"(?<!\b{short}\.)" for short in ("[A-Z]", "Mr", "Ms", "Mrs", "Dr", "St", "No", "Gen", "Sen")
)
SENTENCE_END = re.compile(
    rf"(?:(?<=[.!?…]){_ABBREVIATION}|(?<=[.!?…][\"'”’»)\]]))\s+(?![a-z])"
    r"|(?<=[。！？])(?!\s)"
)
"""What stands between two sentences; nothing, in Chinese and Japanese."""

_PARAGRAPH_END = re.compile(r"\n\s*\n")


def first_paragraph(text: str) -> str:
    """The text up to its first empty line."""
    text = text.lstrip()
    end = _PARAGRAPH_END.search(text)
    return text[: end.start()] if end else text


def first_sentence(text: str) -> str:
    """The first sentence of the first paragraph."""
    text = first_paragraph(text)
    end = SENTENCE_END.search(text)
    return text[: end.start()] if end else text


def sentences(text: str) -> list[str]:
    """All sentences, each with single spaces; a line ends one, unless the next begins small."""
    found = list[str]()
    for stretch in _stretches(text):
        found += (part for part in SENTENCE_END.split(stretch) if part)
    return found


def _stretches(text: str) -> list[str]:
    """Lines, joined again where a program broke them."""
    joined = list[list[str]]([[]])
    for line in text.splitlines():
        words = " ".join(line.split())
        if not (words[:1].islower() and joined[-1]):
            joined.append([])
        if words:
            joined[-1].append(words)
    return [" ".join(lines) for lines in joined if lines]
