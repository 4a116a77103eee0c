"""HTML: the text of a page or fragment, with the ranks of its headings."""

import re
from html.parser import HTMLParser

from bot.importer.source import BOLD, PLAIN, Source, source_of
from bot.importer.word_set import word_set

TAG = re.compile(
    r"<(/?)(?:html|body|head|article|section|div|p|br|h[1-6]|ul|ol|li|table|tr|td|span|blockquote)"
    r"(?=[\s/>])",
    re.IGNORECASE,
)
BLOCKS = word_set(
    """
    address article aside blockquote body br dd div dl dt figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hr html li main nav ol p pre section table tbody td th thead tr ul
    """
)
HIDDEN = word_set("script style template noscript head svg iframe object select")
VOID = word_set("br hr img input link meta wbr source area base col embed track")
STRONG = frozenset(("b", "strong"))
SPACE = re.compile(r"[ \t\r\n\f]+")


def is_html(text: str) -> bool:
    """True if the text is an HTML page or fragment, whatever its file is called."""
    tags = TAG.findall(text[:20_000])
    return len(tags) >= 2 and "/" in tags


def read_html(text: str) -> Source:
    """The text as a browser would break it into lines; scripts, styles and comments are dropped."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.break_line()
    return source_of(reader.lines)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[str, int]] = []
        self._line: list[tuple[str, bool]] = []
        self._hidden: str | None = None
        self._rank = PLAIN
        self._strong = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._hidden = None
        elif tag in HIDDEN:
            self._hidden = self._hidden or tag
        elif tag in STRONG:
            self._strong += 1
        elif tag in BLOCKS:
            self.break_line()
            self._open(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.break_line()

    def handle_endtag(self, tag: str) -> None:
        if tag == self._hidden:
            self._hidden = None
        elif tag in STRONG:
            self._strong = max(0, self._strong - 1)
        elif tag in BLOCKS:
            self.break_line()
            self._rank = PLAIN
            if tag not in VOID:
                self._blank()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._line.append((data, self._strong > 0))

    def _open(self, tag: str) -> None:
        if tag != "br":
            self._rank = int(tag[1]) if re.fullmatch("h[1-6]", tag) else PLAIN
        if tag == "li":
            self._line.append(("• ", False))
        elif tag != "br":
            self._blank()

    def _blank(self) -> None:
        if self.lines and self.lines[-1][0]:
            self.lines.append(("", PLAIN))

    def break_line(self) -> None:
        text = SPACE.sub(" ", "".join(data for data, _ in self._line)).strip(" ")
        bold = all(strong for data, strong in self._line if data.strip())
        self._line.clear()
        if text and text != "•":
            self.lines.append((text, self._rank or (BOLD if bold else PLAIN)))
