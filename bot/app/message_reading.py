"""Reading a further message of a document: what it adds to a draft, so that nothing is lost."""

from collections.abc import Iterator

from bot.app.drafted import contents_of
from bot.domain.entry import Entry
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Contents
from bot.errors import Refused
from bot.importer.draft import Draft
from bot.importer.importer import SEVERAL, import_document

ADDED = "Added from a message"
"""The heading of what cannot be told into sections."""

_OWN = (
    "This message begins an issue of its own, with a number and a date; choose “A new draft” for"
    " it."
)
_ENDS = '.!?…:;”"»’)'


def read_whole(draft: Contents, text: str, gazetteer: Gazetteer) -> Contents | None:
    """What the draft's text and the message say as one document.

    None if its sections would not begin with those of the draft. Raises Refused if the message
    begins another issue.
    """
    told = [entry.heading for entry in draft.entries]
    for before in (draft.source, _marked(draft)):
        read = import_document(_one(before, text), "message.txt", gazetteer)
        if SEVERAL in read.notes:
            raise Refused(_OWN)
        found = contents_of(read)
        if told and [entry.heading for entry in found.entries][: len(told)] == told:
            return found
    return None


def read_rest(draft: Contents, text: str, gazetteer: Gazetteer) -> tuple[tuple[Entry, ...], str]:
    """The sections of a message alone, and its text without markup.

    Raises Refused if it begins another issue.
    """
    # Below a masthead the importer knows the year, and takes no line for a title.
    day = f" | {draft.date:%B} {draft.date.day}, {draft.date.year}" if draft.date else ""
    above = f"Briefing #1{day}\n\nContinued\n\n"
    read = import_document(f"{above}{text}".encode("utf-8", "replace"), "message.txt", gazetteer)
    if SEVERAL in read.notes:
        raise Refused(_OWN)
    plain = read.text.partition("Continued")[2].strip()
    entries = tuple(entry for entry in contents_of(read).entries if entry.text or entry.heading)
    if _letters(_told(entries)) != _letters(plain):
        return (Entry(heading=ADDED, text=plain),), plain
    return entries, plain


def plain_text(data: bytes, name: str, gazetteer: Gazetteer) -> str:
    """The text of a file; raises Unreadable if it is none."""
    draft: Draft = import_document(data, name, gazetteer)
    return draft.text


def _one(before: str, text: str) -> bytes:
    """Both as one text; a sentence that was divided goes on."""
    first, rest = before.rstrip(), text.strip()
    divided = first[-1:] not in _ENDS and rest[:1].islower()
    return f"{first}{' ' if divided else chr(10) * 2}{rest}".encode("utf-8", "replace")


def _marked(draft: Contents) -> str:
    """The draft's text with its headings marked as such, in their order."""
    left = [entry.heading for entry in draft.entries if entry.heading]
    lines = list[str]()
    for line in draft.source.split("\n"):
        if left and line.strip() == left[0]:
            lines.append(f"## {left.pop(0)}")
        else:
            lines.append(line)
    return "\n".join(lines)


def _told(entries: tuple[Entry, ...]) -> str:
    def parts() -> Iterator[str]:
        for entry in entries:
            yield from (entry.heading or "", entry.text)

    return "".join(parts())


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())
