"""Sentences: paragraphs of a section and the sentences in them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.importer.marks import Quoted
from bot.importer.tokens import Token, tokenise
from bot.importer.verbs import is_saying

BULLET = re.compile(r"\s{0,12}(?:[•*‣◦–-]|\d{1,3}[.)])\s")
END = re.compile(r"[.!?:…”\"’)\]»][\s]*$")
LONGEST = 300
"""Tokens of the longest sentence; what is longer is no prose, and is cut to keep rules quick."""
WIDEST = 110
"""Characters of the longest line in a paragraph whose lines were broken by a program."""
ATTRIBUTION = 18
"""Words after a question among which a verb may say who asked it."""
STARTERS = frozenset(
    ("He", "She", "It", "They", "We", "The", "In", "On", "But", "A", "This", "His")
)
CLOSERS = "’'\"”)]» "


class Sentence(NamedTuple):
    """A sentence of a paragraph, the quotations in it whole."""

    tokens: tuple[Token, ...]
    paragraph: int

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


def paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The paragraphs of text[start:end]: lines, joined again where a program broke them."""
    found: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            block.append((at, at + len(line)))
        else:
            found += _joined(text, block)
            block = []
        at += len(line) + 1
    return found + _joined(text, block)


def _joined(text: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The paragraphs in lines that no empty line parts; an item of a list begins a new one."""
    wrapped = _is_wrapped(text, block)
    joined: list[tuple[int, int]] = []
    for start, end in block:
        if joined and wrapped and not BULLET.match(text, start, end):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _is_wrapped(text: str, block: list[tuple[int, int]]) -> bool:
    """True if a line breaks off inside a sentence and none is longer than a program lets it be."""
    if len(block) < 2 or max(end - start for start, end in block) > WIDEST:
        return False
    return any(not END.search(text[max(start, end - 40) : end]) for start, end in block[:-1])


def sentences(
    text: str, spans: Sequence[tuple[int, int]], quotes: Sequence[Quoted]
) -> list[Sentence]:
    """The sentences of the paragraphs `spans`."""
    found: list[Sentence] = []
    next_quote = 0
    for number, (start, end) in enumerate(spans):
        inside: list[tuple[int, Quoted]] = []
        while next_quote < len(quotes) and quotes[next_quote].outer_start < end:
            inside.append((next_quote, quotes[next_quote]))
            next_quote += 1
        bullet = BULLET.match(text, start, end)
        tokens = tokenise(text, bullet.end() if bullet else start, end, inside)
        found += (Sentence(tuple(part), number) for part in _split(text, tokens, quotes))
    return found


def _split(text: str, tokens: list[Token], quotes: Sequence[Quoted]) -> Iterator[list[Token]]:
    begin = 0
    for index, token in enumerate(tokens):
        if index + 1 == len(tokens):
            break
        if index - begin > LONGEST or _ends(text, tokens, index, token, quotes):
            yield tokens[begin : index + 1]
            begin = index + 1
    if begin < len(tokens):
        yield tokens[begin:]


def _ends(
    text: str, tokens: list[Token], index: int, token: Token, quotes: Sequence[Quoted]
) -> bool:
    following = tokens[index + 1]
    if token.kind == "word" and token.text.count(".") > 1:
        return following.text in STARTERS  # "… and the U.S. He left."
    if token.kind == "stop":
        joined = following.kind == "quote" or _runs_together(tokens, index)
        apart = token.end < following.start or joined
        return token.text in ".!?" and apart and _begins(following)
    if (
        token.kind == "mark"
        and token.text in CLOSERS
        and index
        and tokens[index - 1].kind == "stop"
    ):
        return token.end < following.start and _begins(following)
    if token.kind != "quote" or not _begins(following):
        return False
    quote = quotes[token.quote]
    last = text[quote.start : quote.end].rstrip(CLOSERS)[-1:]
    return last in (".", "!", "?") and not (last in "!?" and _attributes(tokens, index + 1))


def _runs_together(tokens: list[Token], index: int) -> bool:
    """True where the space after a sentence was lost: "is divided.One member"."""
    before, after = tokens[index - 1], tokens[index + 1]
    plain = before.kind == "word" and before.text.islower() and len(before.text) > 2
    return index > 0 and plain and after.is_capital and len(after.text) > 1


def _begins(token: Token) -> bool:
    return (
        token.kind == "quote"
        or token.text[0].isupper()
        or token.text[0] in "•(“‘["
        or (token.text[0].isdigit())
    )


def _attributes(tokens: list[Token], index: int) -> bool:
    """True if words after a question say who asked it: "…?” Senator June Alder asked."."""
    for token in tokens[index : index + ATTRIBUTION]:
        if token.kind in ("stop", "quote"):
            return False
        if token.kind == "word" and is_saying(token.lower):
            return True
    return False
