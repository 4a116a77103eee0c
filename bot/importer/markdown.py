"""Markdown: the text without its marks, with the ranks of its headings."""

import re

from bot.importer.source import BOLD, CAPTION, PLAIN, Source, source_of

SIGNS = re.compile(
    r"^#{1,6}[ \t]+\S|^\*\*[^*\n]{1,200}\*\*[ \t]*$|\]\((?:https?:|/|#)|^(?:---|\*\*\*)[ \t]*$",
    re.MULTILINE,
)
IMAGE = re.compile(
    r"^ {0,3}!\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?: \"[^\"\n]{0,200}\")?\)[ \t]*$",
    re.MULTILINE,
)
TAGS = re.compile(
    r"</?(?:img|figure|figcaption|div|span|p|a|center|picture|source)\b[^<>]{0,3000}>",
    re.IGNORECASE,
)
LINK = re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:[ \n]\"[^\"\n]{0,200}\")?\)")
HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.{1,500}?)[ \t]*#*[ \t]*$")
RULE = re.compile(r"^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:_[ \t]*){3,}$")
QUOTED = re.compile(r"^ {0,3}(?:>[ ]?){1,5}")
BOLD_LINE = re.compile(r"^\*\*[^*]{1,300}\*\*:?$|^__[^_]{1,300}__:?$")
EMPHASIS = (
    re.compile(r"\*{1,3}(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s*])\*{1,3}"),
    re.compile(r"(?<!\w)_{1,3}(?=[^\s_])([^_\n]{1,500}?)(?<=[^\s_])_{1,3}(?!\w)"),
    re.compile(r"`{1,3}([^`\n]{1,500})`{1,3}"),
    re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])"),
    re.compile(r"</?(?:excerpt|br|b|i|em|strong|u|sup|sub)\s*/?>()", re.IGNORECASE),
)
PICTURE = "\ue000"
"""Stands for "!" before the words of a picture; a character of private use, which texts lack."""
MANY = 300
"""Emphasis in a line with more marks than this is left alone: nobody writes so."""


def is_markdown(text: str) -> bool:
    """True if headings, bold lines or links show that the text is Markdown."""
    return SIGNS.search(text) is not None


def read_markdown(text: str) -> Source:
    """The text with links, emphasis and heading marks taken off; line breaks stay."""
    text = IMAGE.sub(rf"{PICTURE}\1", TAGS.sub("", text))
    return source_of([_line(line) for line in LINK.sub(r"\1", text).split("\n")])


def _line(line: str) -> tuple[str, int]:
    if RULE.match(line[:80]):
        return "", PLAIN
    if line.startswith(PICTURE):
        return _plain(line[1:]), CAPTION
    if heading := HEADING.match(line):
        return _plain(heading[2]), len(heading[1])
    line = QUOTED.sub("", line)
    rank = BOLD if BOLD_LINE.match(line.strip()) else PLAIN
    return _plain(line), rank


def _plain(line: str) -> str:
    if sum(map(line.count, "*_`\\<")) > MANY:
        return line
    for pattern in EMPHASIS:
        line = pattern.sub(r"\1", line)
    return line
