"""Quotation marks: the pairs in a paragraph, with broken ones mended."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.importer import single_marks

MARK = re.compile(r"``|''|[\"“”„«»]")
TURN = re.compile(
    r"[.!?…](?=[’')\]]?\s+[A-Z0-9•])|,(?=\s(?:he|she|they|[A-Z][\w.’-]{1,30}(?:\s[\w.’-]{1,30}){0,6}?)\s(?:said|says|added|wrote|told|noted|asked)\b)"
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
    before = 0
    for start, end in paragraphs:
        if found and found[-1].note == NO_CLOSE and not MARK.search(text, found[-1].end, before):
            found[-1] = _continued(found[-1], text, before, start)
        before = end
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


def _continued(quote: Quoted, text: str, stop: int, start: int) -> Quoted:
    """A quotation of several paragraphs has one closing mark, but an opening one for each.

    `stop` is where its paragraph ends, `start` where the next one begins.
    """
    if not (MARK.match(text, start) or MARK.match(text, start + 2)):
        return quote
    end = quote.end + len(text[quote.end : stop].rstrip())
    return replace(quote, end=end, outer_end=end, note=None, runs_on=True)


def _is_behind(before: str, after: str) -> bool:
    """True for a mark that stands at the end of a word, whichever way it is turned."""
    return not before.isspace() and (after.isspace() or after in ".,;:!?)")


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
                return opened is None or (opened[0] != "”" and not _is_behind(before, after))
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
