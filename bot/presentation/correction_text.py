"""The text of a correction: why it was made, and what is different now."""

from collections.abc import Iterator, Sequence

from bot.domain.alert import Mended
from bot.domain.difference import Difference
from bot.domain.entry import Entry
from bot.presentation import limits
from bot.presentation.alert_rooms import CORRECTION, NAME
from bot.presentation.language import Language, listed_first
from bot.presentation.line import line, visible
from bot.presentation.misquote import misquote_line
from bot.presentation.section_text import OVERVIEW, title

_NAMED = 3  # sections named of each kind
_MISQUOTES = 3
_MORE = "and more quotes"


def correction_text(mended: Mended, language: Language) -> str:
    """Several lines, the first with the reason; misquotes as far as they fit."""
    lines = [_reason(mended, language)]
    if mended.difference is None:
        return lines[0]
    lines += [_changed(mended.difference, language)]
    misquotes = list(_misquotes(mended.difference))
    room = CORRECTION.beside(*lines, _MORE)
    told: list[str] = []
    for each in misquotes[:_MISQUOTES]:
        if room.takes(each):
            room = room.beside(each)
            told.append(each)
    more = _MORE if len(told) < len(misquotes) else ""
    return "\n".join(part for part in (*lines, *told, more) if part)


def correction_line(mended: Mended, language: Language) -> str:
    """That another part of the issue was corrected, in one sentence."""
    changed = _changed(mended.difference, language) if mended.difference else ""
    return f"The issue was corrected {language.moment(mended.at)}. {changed}".rstrip()


def changes_text(difference: Difference, language: Language) -> list[str]:
    """What is different, without a reason: the parts by their names, and every quote."""
    return [part for part in (_changed(difference, language), *_misquotes(difference)) if part]


def _reason(mended: Mended, language: Language) -> str:
    corrected = f"**Corrected** {language.moment(mended.at)}"
    return (
        f"{corrected}: {line(mended.reason, limits.REASON)}"
        if visible(mended.reason)
        else corrected
    )


def _changed(difference: Difference, language: Language) -> str:
    """One line: "Changed: the title, Russia and Japan. New: NATO. Left out: India."."""
    ours = [f"the {name}" for name in difference.masthead]
    parts = (
        ("Changed", [*ours, *_names(difference.changed, language)]),
        ("New", _names(difference.added, language)),
        ("Left out", _names(difference.removed, language)),
    )
    most = _NAMED + len(ours)
    return " ".join(f"{kind}: {listed_first(names, most)}." for kind, names in parts if names)


def _names(entries: Sequence[Entry], language: Language) -> list[str]:
    names = (title(entry, language) for entry in entries)
    return ["the overview" if name == OVERVIEW else line(name, NAME) for name in names]


def _misquotes(difference: Difference) -> Iterator[str]:
    """First those that say something else now, then those that are left out."""
    ordered = sorted(difference.quotes, key=lambda each: each.after is None)
    return (f"- {told}" for each in ordered if (told := misquote_line(each)))
