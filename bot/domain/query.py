"""A person's search text, taken apart into words that the full-text index knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from bot.domain.record import Record

MOST_CHARACTERS, MOST_TOKENS = 100, 20

# Any of these opens a phrase and any of them closes it: people mix them, or turn them around.
_MARK = '"“”„‟«»‹›「」『』〝〞〟❝❞＂'
# An apostrophe is a quotation mark only where a pair of them stands around whole words.
_PIECE = re.compile(
    rf"(?P<minus>(?<!\S)[-−–])?(?:[{_MARK}](?P<phrase>[^{_MARK}]*)[{_MARK}]?"
    rf"|['‘’‚](?P<single>[^{_MARK}]+?)['‘’](?!\w)|(?P<word>[^\s{_MARK}]+))"
)
_WHOLE_WORDS = re.compile(rf"(?s).{{0,{MOST_CHARACTERS}}}(?!\w)")
# Letters of today that were marks when SQLite's table was made (https://sqlite.org/fts5.html,
# "Unicode61 Tokenizer"): a token cannot begin with them.
_ONCE_MARKS = frozenset(map(chr, (*range(0x19B0, 0x19C1), 0x19C8, 0x19C9, 0x1CF2, 0x1CF3)))
FOLDED = str.maketrans("ёЁ", "еЕ")
"""Two spellings of one letter, which the index has as one."""


class Query(Record):
    """What must be found and what must not; every word is one token of the index.

    An entry of `without` is one written word; "-U.S." is the entry "U S", two tokens in a row,
    because without a lone "S" nothing that is somebody's would be found.
    """

    phrases: tuple[tuple[str, ...], ...] = ()
    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    prefix: str | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look for; words to leave out are not enough."""
        return not (self.phrases or self.words or self.prefix)

    def loosened(self) -> Query:
        """The same with the words of its phrases anywhere, in any order."""
        apart = (word for phrase in self.phrases for word in phrase)
        return self.model_copy(update={"phrases": (), "words": (*apart, *self.words)})


class _Piece(NamedTuple):
    kind: Literal["phrase", "word", "without"]
    tokens: list[str]


def parse_query(text: str, *, typing: bool = False) -> Query:
    """Reads "quoted phrases", words and -words, the first 100 characters and 20 tokens of them.

    While `typing`, a word at the very end may be unfinished: it becomes the prefix.
    """
    head = _head(text)
    pieces = [piece for piece in _pieces(head) if piece.tokens]
    prefix = None
    if typing and pieces and pieces[-1].kind != "without" and head.endswith(pieces[-1].tokens[-1]):
        prefix = pieces[-1].tokens[-1]
        pieces[-1] = pieces[-1]._replace(tokens=pieces[-1].tokens[:-1])
    return _query(_within(pieces, MOST_TOKENS - bool(prefix)), prefix)


def mended(text: str, spellings: Mapping[str, str]) -> str:
    """What was typed, with other spellings for some of its tokens; what is left out stays so."""
    parts: list[str] = []
    for match in _PIECE.finditer(_head(text)):
        phrase = match["phrase"] or match["single"]
        written = phrase or match["word"] or ""
        if match["minus"]:
            parts.append(match[0])
        elif written.strip():
            new = _respelt(written, spellings)
            parts.append(f"“{new}”" if phrase else new)
    return " ".join(parts)


def _respelt(text: str, spellings: Mapping[str, str]) -> str:
    new = ""
    end = 0
    for start, after in _runs(text):
        token = text[start:after]
        new += text[end:start] + spellings.get(token, token)
        end = after
    return new + text[end:]


def _head(text: str) -> str:
    """The beginning that is looked at, folded; a word that would be cut in two stays away."""
    whole = _WHOLE_WORDS.match(text)
    return (whole[0] if whole else text[:MOST_CHARACTERS]).translate(FOLDED)


def _pieces(text: str) -> Iterator[_Piece]:
    for match in _PIECE.finditer(text):
        phrase = match["phrase"] or match["single"]
        written = phrase or match["word"] or ""
        if match["minus"]:
            yield from (_Piece("without", _tokens(word)) for word in written.split())
        else:
            yield _Piece("phrase" if phrase else "word", _tokens(written))


def _tokens(text: str) -> list[str]:
    """The tokens of SQLite's unicode61: letters, digits and private characters, then marks too.

    Most marks split a word in SQLite; inside a quoted string its parts are then a phrase.
    """
    return [text[start:end] for start, end in _runs(text)]


def _runs(text: str) -> list[tuple[int, int]]:
    """Where the tokens stand."""
    return [run.span() for run in re.finditer("x[xm]*", "".join(map(_kind, text)))]


def _kind(char: str) -> str:
    category = unicodedata.category(char)
    if category[0] == "M" or char in _ONCE_MARKS:
        return "m"
    return "x" if category[0] in "LN" or category == "Co" else " "


def _within(pieces: Iterable[_Piece], most: int) -> Iterator[_Piece]:
    """The pieces that the first `most` tokens make up."""
    for piece in pieces:
        kept = piece.tokens[:most]
        most -= len(kept)
        # Half of a word to leave out would leave out more than was asked.
        if kept and (kept == piece.tokens or piece.kind != "without"):
            yield piece._replace(tokens=kept)


def _query(pieces: Iterable[_Piece], prefix: str | None) -> Query:
    phrases: list[tuple[str, ...]] = []
    words: list[str] = []
    without: list[str] = []
    for kind, tokens in pieces:
        match kind:
            case "phrase":
                phrases.append(tuple(tokens))
            case "word":
                words.extend(tokens)
            case "without":
                without.append(" ".join(tokens))
    return Query(phrases=tuple(phrases), words=tuple(words), without=tuple(without), prefix=prefix)
