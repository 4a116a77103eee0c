"""A saved state of an issue at the desk: what it changed, and the way back to it."""

from bot.domain.history import Past
from bot.domain.issue import State
from bot.presentation import limits
from bot.presentation.card import Button, Card, button
from bot.presentation.comparison_pages import comparison_pages
from bot.presentation.desk_history import kind_of
from bot.presentation.desk_ids import DeskPast, DeskThen
from bot.presentation.desk_line import counted
from bot.presentation.language import Language
from bot.presentation.line import line
from bot.presentation.masthead import issue_name

_ROOM = limits.REASON
"""A reason that is longer comes whole with what was changed."""

_BEGINNING = "This is how it began."
_CURRENT = "It is like this now; there is nothing to restore."
_DRAFT = "**Restore this** is a change like any other: **Undo** takes it back."
_CORRECTION = "**Restore this** begins a correction; nothing goes out before you send it."


def past_card(past: Past, language: Language, page: int = 0, back: int = 0) -> Card:
    """One page of what changed; `back` is the page of the history to go back to."""
    told = past.saved.told
    pages = comparison_pages(past.comparison, language, "" if _ROOM.holds(told) else told)
    page = min(page, len(pages) - 1)
    card = Card()
    card.say(*_heading(past, language))
    card.rule()
    card.say(pages[page])
    card.rule()
    card.say(f"-# Page {page + 1} of {len(pages)}" if len(pages) > 1 else "", *_restoring(past))
    card.buttons(_turns(past, page, len(pages), back))
    restore = [button("Restore this", _to("restore", past, page, back))]
    home = button("Back", DeskPast(past.bench.issue.id, back))
    card.buttons([*(restore if _can_be_restored(past) else []), home])
    return card


def _heading(past: Past, language: Language) -> list[str]:
    """Which state, of what, by whom, when and why, and what it is compared with."""
    saved, name = past.saved, issue_name(past.bench.issue)
    what = kind_of(saved) or "A saved state"
    who = f"{line(saved.author, limits.PERSON)}, {language.moment(saved.made_at)}"
    return [
        f"# {what} of {name}",
        f"{who}: {line(saved.told, _ROOM)}" if saved.told else who,
        f"-# {_against(past, language)}",
    ]


def _against(past: Past, language: Language) -> str:
    before = past.before
    if before is None:
        return _BEGINNING
    what = kind_of(before) or line(before.author, limits.SHORT_PERSON)
    return f"What is different from {what}, {language.moment(before.made_at)}"


def _restoring(past: Past) -> list[str]:
    """What restoring would do, or why it cannot be."""
    if past.bench.issue.state is State.WITHDRAWN:
        return [f"{issue_name(past.bench.issue)} was withdrawn and stays as it is."]
    if past.current:
        return [_CURRENT]
    updates = f"**{counted(past.lost, 'live update')} since then would be left out.**"
    return [
        updates if past.lost else "",
        _CORRECTION if past.bench.corrects else _DRAFT,
    ]


def _can_be_restored(past: Past) -> bool:
    return not past.current and past.bench.issue.state is not State.WITHDRAWN


def _turns(past: Past, page: int, pages: int, back: int) -> list[Button]:
    turns = list[Button]()
    if page:
        turns.append(button("Previous", _to("show", past, page - 1, back)))
    if page + 1 < pages:
        turns.append(button("Next", _to("show", past, page + 1, back)))
    return turns


def _to(verb: str, past: Past, page: int, back: int) -> DeskThen:
    bench = past.bench
    return DeskThen(verb, bench.issue.id, bench.version, page, back, str(past.saved.mark))
