"""HTML: the text of a page or fragment, with the ranks of its headings."""

import re
from html import unescape

from bot.importer.source import BOLD, PLAIN, Source, source_of
from bot.importer.words import word_set

TAG = re.compile(
    r"<(/?)(?:html|body|head|article|section|div|p|br|h[1-6]|ul|ol|li|table|tr|td|span|blockquote)"
    r"(?=[\s/>])",
    re.IGNORECASE,
)
BLOCKS = word_set(
    """
    address article aside blockquote body br dd div dl dt figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hr html li main ol p pre section table tbody td th thead tr ul
    """
)
HIDDEN = word_set("script style template noscript head svg iframe object select nav")
SHOWN = word_set("h1 h2 h3 h4 h5 h6 article main section body")
"""Where the page itself begins, even if its navigation was never closed."""
RAW = frozenset(("script", "style"))
STRONG = frozenset(("b", "strong"))
# A tag stops at the next "<": so an unclosed one costs no more than what it spans, where the
# standard library's parser would look through all that follows, for each unclosed tag anew.
ANY_TAG = re.compile(
    r"<!--|<[!?][^<>]*+>|<(?P<end>/?)(?P<name>[A-Za-z][\w:-]{0,40})"
    r"(?P<rest>(?:[^<>\"']|\"[^\"<]{0,4000}\"|'[^'<]{0,4000}')*+)>"
)
SPACE = re.compile(r"[ \t\r\n\f]+")


def is_html(text: str) -> bool:
    """True if the text is an HTML page or fragment, whatever its file is called."""
    tags = TAG.findall(text[:20_000])
    return len(tags) >= 2 and "/" in tags


def read_html(text: str) -> Source:
    """The text as a browser would break it into lines; scripts, styles and comments are dropped."""
    reader = _Reader()
    at = 0
    while found := ANY_TAG.search(text, at):
        reader.data(text[at : found.start()])
        at = found.end()
        if found["name"]:
            at = _tag(reader, text, found)
        elif found[0] == "<!--":
            at = _past_comment(reader, text, at)
    reader.data(text[at:])
    reader.break_line()
    return source_of(reader.lines)


def _tag(reader: "_Reader", text: str, found: re.Match[str]) -> int:
    """Hands a tag to the reader; where to read on: after the end of a script or style."""
    name = found["name"].lower()
    if found["end"]:
        reader.close(name)
    elif not found["rest"].endswith("/"):
        reader.open(name)
        if name in RAW and not reader.endless:
            end = re.compile(f"</{name}", re.IGNORECASE).search(text, found.end())
            reader.endless = end is None
            return end.start() if end else found.end()
    elif name in BLOCKS:
        reader.break_line()
    return found.end()


def _past_comment(reader: "_Reader", text: str, at: int) -> int:
    """Behind the end of a comment; where there is none, its text is kept."""
    end = -1 if reader.uncommented else text.find("-->", at)
    reader.uncommented = end < 0
    return end + 3 if end >= 0 else at


class _Reader:
    """Gathers lines while tags open and close."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, int]] = []
        self.endless = False
        """True once a script was met that never ends."""
        self.uncommented = False
        """True once a comment was met that never ends."""
        self._line: list[tuple[str, bool]] = []
        self._hidden: str | None = None
        self._rank = PLAIN
        self._strong = 0

    def open(self, tag: str) -> None:
        if tag == "body" or (self._hidden == "nav" and tag in SHOWN):
            self._hidden = None
        if tag in HIDDEN:
            self._hidden = self._hidden or tag
        elif tag in STRONG:
            self._strong += 1
        elif tag in BLOCKS:
            self.break_line()
            self._begin(tag)

    def close(self, tag: str) -> None:
        if tag == self._hidden:
            self._hidden = None
        elif tag in STRONG:
            self._strong = max(0, self._strong - 1)
        elif tag in BLOCKS:
            self.break_line()
            self._rank = PLAIN
            self._blank()

    def data(self, data: str) -> None:
        if data and not self._hidden:
            self._line.append((unescape(data), self._strong > 0))

    def _begin(self, tag: str) -> None:
        if tag == "br":
            return
        self._rank = int(tag[1]) if re.fullmatch("h[1-6]", tag) else PLAIN
        if tag == "li":
            self._line.append(("• ", False))
        else:
            self._blank()

    def _blank(self) -> None:
        if self.lines and self.lines[-1][0]:
            self.lines.append(("", PLAIN))

    def break_line(self) -> None:
        if not self._line:
            return
        text = SPACE.sub(" ", "".join(data for data, _ in self._line)).strip(" ")
        bold = all(strong for data, strong in self._line if data.strip())
        self._line.clear()
        if text and text != "•":
            self.lines.append((text, self._rank or (BOLD if bold else PLAIN)))
