"""The body of an alert: what it says in every channel that wants the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discord import SelectOption

from bot.domain.alert import Alert, Sample
from bot.domain.delivery import CopyKind
from bot.domain.difference import Difference
from bot.domain.entry import Entry
from bot.presentation.alert_rooms import ALERT, alert_rooms
from bot.presentation.alert_text import alert_text
from bot.presentation.correction_text import correction_line, correction_text
from bot.presentation.language import Language
from bot.presentation.masthead import briefing_name, issue_name, newsroom_name
from bot.presentation.room import Room
from bot.presentation.section_menu import sections_to_open
from bot.presentation.update_text import update_text
from bot.presentation.withdrawal_line import withdrawal_line

_PING = "<@&12345678901234567890>"


@dataclass(frozen=True)
class AlertBody:
    """Texts in groups that a thin line divides, and the sections that can be opened."""

    groups: tuple[tuple[str, ...], ...]
    options: tuple[SelectOption, ...] = ()


def alert_body(alert: Alert, language: Language) -> AlertBody:
    """The same for alerts that differ only in `ping` and `stamp`."""
    if alert.withdrawn:
        return AlertBody(((withdrawal_line(alert.issue, alert.withdrawn, language),),))
    groups = [tuple(text for text in group if text) for group in _groups(alert, language)]
    return AlertBody(tuple(group for group in groups if group), tuple(_options(alert, language)))


def _groups(alert: Alert, language: Language) -> Iterator[list[str]]:
    mark, footer = _mark(alert), _footer(alert)
    if alert.kind is CopyKind.NOTE:
        yield [mark, *_note(alert, language), footer]
        return
    correction = _correction(alert, language)
    yield [mark, correction]
    room = ALERT.beside(_PING, mark, correction, footer)
    yield [*_texts(alert, language, room), footer]


def _texts(alert: Alert, language: Language, room: Room) -> list[str]:
    write = update_text if alert.kind is CopyKind.UPDATE else alert_text
    return write(alert, language, room, alert_rooms(announced=alert.announced))


def _note(alert: Alert, language: Language) -> list[str]:
    return [f"## Correction · {issue_name(alert.issue)}", _correction(alert, language)]


def _correction(alert: Alert, language: Language) -> str:
    """Of an update, only one that was made after it; one of other sections in a small line."""
    made, new = alert.mended, alert.wanted if alert.kind is CopyKind.UPDATE else ()
    if made is None or (new and all(each.live_at and each.live_at > made.at for each in new)):
        return ""
    if new and made.difference is not None and not _concerns(made.difference, new):
        return f"-# {correction_line(made, language)}"
    return correction_text(made, language)


def _concerns(difference: Difference, entries: Sequence[Entry]) -> bool:
    """Whether one of these sections was changed, or what stands above all of them."""
    headings = {entry.heading for entry in entries}
    changed = (*difference.changed, *difference.removed)
    return bool(difference.masthead) or any(each.heading in headings for each in changed)


def _mark(alert: Alert) -> str:
    name = briefing_name(alert.issue.briefing)
    match alert.sample:
        case Sample.TEST:
            return f"**Test**: this is how alerts of {name} look here."
        case Sample.PREVIEW:
            return (
                f"**Preview**, only for you: this is how alerts of {name} will look in a channel."
            )
        case None:
            return ""


def _footer(alert: Alert) -> str:
    issue = alert.issue
    revision = f" · revision {issue.revision}" if issue.revision else ""
    return f"-# {newsroom_name(issue.briefing)}{revision}"


def _options(alert: Alert, language: Language) -> list[SelectOption]:
    """The sections that this reader wants come first; a note, which is short, has no menu."""
    if alert.kind is CopyKind.NOTE or not (alert.wanted or alert.others):
        return []
    if alert.kind is CopyKind.UPDATE or alert.countries:
        return sections_to_open(alert.wanted, alert.others, language)
    return sections_to_open((), (*alert.wanted, *alert.others), language)
