"""Quotation marks: the pairs in a paragraph, with broken ones mended."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.importer import single_marks

MARK = re.compile(r"``|''|[\"“”„«»]")
TURN = re.compile(
    r"[.!?…](?=[’')\]]?\s+[A-Z0-9•])|,(?=\s(?:he|she|they|[A-Z][\w.’-]{1,30}(?:\s[A-Z][\w.’-]{1,30}){0,4})\s(?:said|says|added|wrote|told|noted|asked)\b)"
    r"|,(?=\s(?:said|says|added|wrote|told|noted|asked|warned|argued|explained)\s(?:[A-Z]|the\s|an?\s))"
)
SENTENCE = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Hon))[.!?][’')\]]?\s+(?=[A-Z0-9‘(])|^\s*(?:[•*–-]\s+)?|:\s+(?=[A-Z])"
)
LEAST_WORDS = 3
"""Words a passage has at least for a lone closing mark to be taken for its end."""
NO_OPEN = "opening quotation mark missing in the source"
NO_CLOSE = "closing quotation mark missing in the source"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks; `outer` spans include the marks, where there are any."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    note: str | None = None
    runs_on: bool = False
    """True if the paragraph ends inside it and the next one opens the marks again."""


def quoted(text: str, paragraphs: list[tuple[int, int]]) -> list[Quoted]:
    """The quotations of these paragraphs of a text, in order; none overlaps another."""
    if single_marks.are_used("\n".join(text[start:end] for start, end in paragraphs)):
        return [q for start, end in paragraphs for q in _single(text, start, end)]
    found: list[Quoted] = []
    for start, end in paragraphs:
        if found and found[-1].note == NO_CLOSE and found[-1].outer_end >= _last(text, found[-1]):
            found[-1] = _continued(found[-1], text, start)
        found += [q for q in _Pairing(text, start, end).pairs() if text[q.start : q.end].strip()]
    return found


def _single(text: str, start: int, end: int) -> Iterator[Quoted]:
    """The quotations of a paragraph in single marks, and those in double ones outside them."""
    at = start
    for first, last in [*single_marks.spans(text, start, end), (end, end)]:
        yield from (q for q in _Pairing(text, at, first).pairs() if not q.note)
        if first < last:
            yield Quoted(first + 1, last - 1, first, last)
        at = last


def _last(text: str, quote: Quoted) -> int:
    """End of the line a quotation ends in, without its white space."""
    stop = text.find("\n", quote.end)
    return quote.end + len(text[quote.end : stop if stop >= 0 else len(text)].rstrip())


def _continued(quote: Quoted, text: str, start: int) -> Quoted:
    """A quotation of several paragraphs has one closing mark, but an opening one for each."""
    if MARK.match(text, start) or MARK.match(text, start + 2):
        return replace(quote, note=None, runs_on=True)
    return quote


class _Pairing:
    """One pass over the marks of one paragraph."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._marks = list(MARK.finditer(text, start, end))
        self._done = start
        """Where the last quotation ended."""

    def pairs(self) -> Iterator[Quoted]:
        opened: re.Match[str] | None = None
        nested = 0
        for number, mark in enumerate(self._marks):
            opens = self._opens(mark, opened)
            if opens is None:
                continue
            if opens and opened is None:
                opened = mark
            elif opens and opened is not None:
                if self._is_nested(number):
                    nested += 1
                    continue
                yield self._unclosed(opened, mark.start())
                opened, nested = mark, 0
            elif opened is None:
                yield from self._unopened(mark)
            elif nested:
                nested -= 1
            else:
                yield self._closed(opened, mark)
                opened = None
        if opened is not None:
            yield self._unclosed(opened, self._end)

    def _opens(self, mark: re.Match[str], opened: re.Match[str] | None) -> bool | None:
        """True for an opening mark, False for a closing one, None for a sign of inches."""
        before = self._text[mark.start() - 1] if mark.start() > self._start else " "
        after = self._text[mark.end()] if mark.end() < self._end else " "
        if opened is not None and opened[0] in "„»":
            return mark[0] == opened[0]
        match mark[0]:
            case "“" | "„" | "«" | "``":
                # A curly mark turned the wrong way: it closes what is open.
                return not (opened is not None and before in ".,!?…" and after.isspace())
            case "”" | "»" | "''":
                return opened is None and before.isspace() and after.isalnum()
            case _:
                return self._straight(before, after, opened is not None)

    def _straight(self, before: str, after: str, is_open: bool) -> bool | None:
        if is_open:
            return before.isspace() and not after.isspace()
        if before.isdigit() and not after.isalpha():
            return None
        leads = before.isspace() or before in "([—–-/‘'"
        return (leads and not after.isspace()) or (after.isalnum() and before not in ".,!?")

    def _is_nested(self, number: int) -> bool:
        """True if two closing marks follow an opening one inside a quotation: “a “b” c”."""
        if self._marks[number][0] not in "“„«" or len(self._marks) < number + 3:
            return False
        following = self._marks[number + 1 : number + 3]
        return all(mark[0] in "”»" for mark in following)

    def _closed(self, opened: re.Match[str], mark: re.Match[str]) -> Quoted:
        self._done = mark.end()
        return Quoted(opened.end(), mark.start(), opened.start(), mark.end())

    def _unclosed(self, opened: re.Match[str], stop: int) -> Quoted:
        """Ends at the first end of a sentence, or where the speaker is named, at `stop` at last."""
        turn = TURN.search(self._text, opened.end(), stop)
        begin = opened.end()
        self._done = end = turn.end() if turn else begin + len(self._text[begin:stop].rstrip())
        return Quoted(opened.end(), end, opened.start(), end, NO_CLOSE)

    def _unopened(self, mark: re.Match[str]) -> Iterator[Quoted]:
        """A lone closing mark: the quotation began with the sentence. An ellipsis ends none."""
        done, self._done = self._done, mark.end()
        if mark[0] == '"' and self._text[mark.start() - 1] not in ".,!?…":
            return
        begins = [m.end() for m in SENTENCE.finditer(self._text, done, mark.start() - 1)]
        begin = max(begins, default=done)
        words = self._text[begin : mark.start()].split()
        if len(words) >= LEAST_WORDS and (begin > done or done == self._start):
            yield Quoted(begin, mark.start(), begin, mark.end(), NO_OPEN)
