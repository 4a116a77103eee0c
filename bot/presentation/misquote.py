"""A misquote in one line: what somebody was quoted with, and what they are quoted with now."""

from itertools import takewhile

from bot.domain.difference import Misquote
from bot.domain.quote import Quote
from bot.presentation import limits
from bot.presentation.attribution import NOBODY, speaker
from bot.presentation.line import line
from bot.presentation.room import Room
from bot.presentation.word_edge import edge_after

_WORDS = Room(110, 300)
_LEAD = 30  # characters shown before the first one that differs


def misquote_line(misquote: Misquote) -> str:
    """Inert; empty for words that were not there before, as nobody was misled."""
    before, after = misquote.before, misquote.after
    if before is None:
        return ""
    if after is None:
        return f"Quote {_by(before)} left out: {_quoted(before.text)}"
    if before.text == after.text:
        return f"Quote {_quoted(before.text)}: was {_by(before)} and is now {_by(after)}"
    start = _start(before.text, after.text)
    was, now = _quoted(before.text, start), _quoted(after.text, start)
    return f"Quote {_by(after)}: was {was} and is now {now}"


def _by(quote: Quote) -> str:
    name = speaker(quote)
    return "of nobody named" if name == NOBODY else f"by {line(name, limits.SHORT_PERSON)}"


def _quoted(text: str, start: int = 0) -> str:
    words = f"…{text[start:]}" if start else text
    return f"“{line(words, _WORDS, '…')}”"


def _start(before: str, after: str) -> int:
    """0 where both are shown whole; else the beginning of a word before what differs."""
    if _WORDS.holds(before) and _WORDS.holds(after):
        return 0
    pairs = zip(before, after, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return edge_after(before, same - _LEAD, same) if same > _LEAD else 0
