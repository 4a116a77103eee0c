"""The menu of an issue's sections: each option's value is the id of one."""

from collections.abc import Iterable

from discord import SelectOption

from bot.domain.entry import Entry
from bot.presentation import limits
from bot.presentation.language import Language
from bot.presentation.layout import Layout
from bot.presentation.line import label, visible
from bot.presentation.section_list import first_words
from bot.presentation.section_text import caption

_BEFORE = 11  # sections shown before the current one, where there are too many
_WINDOW = limits.OPTIONS - 2  # beside "Earlier sections" and "Later sections"


def section_options(layout: Layout, page: int, language: Language) -> list[SelectOption]:
    """At most 25 options, the section of this page marked; none if there are no sections."""
    if not layout.starts:
        return []
    current = layout.section(page) + 1
    options = [_overview(current=current == 0)] + [
        _option(start.entry, language, current=place == current)
        for place, start in enumerate(layout.starts, 1)
    ]
    return options if len(options) <= limits.OPTIONS else _window(options, current)


def sections_to_open(
    first: Iterable[Entry], others: Iterable[Entry], language: Language
) -> list[SelectOption]:
    """At most 25 options, none of them marked: these sections, the overview, the others."""
    options = {
        option.value: option
        for option in (
            *(_option(entry, language) for entry in first),
            _overview(),
            *(_option(entry, language) for entry in others),
        )
    }
    found = list(options.values())
    if len(found) > limits.OPTIONS:
        rest = found[limits.OPTIONS - 1]
        found[limits.OPTIONS - 1 :] = [SelectOption(label="Later sections", value=rest.value)]
    return found


def _overview(*, current: bool = False) -> SelectOption:
    return SelectOption(label="Overview", value="0", default=current)


def _option(entry: Entry, language: Language, *, current: bool = False) -> SelectOption:
    words = first_words(entry)
    return SelectOption(
        label=label(caption(entry, language), limits.OPTION),
        description=label(words, limits.OPTION) if visible(words) else None,
        value=str(entry.id),
        default=current,
    )


def _window(options: list[SelectOption], current: int) -> list[SelectOption]:
    first = min(max(current - _BEFORE, 0), len(options) - _WINDOW)
    last = first + _WINDOW
    window = options[first:last]
    if first > 0:
        window.insert(0, SelectOption(label="Earlier sections", value=options[first - 1].value))
    if last < len(options):
        window.append(SelectOption(label="Later sections", value=options[last].value))
    return window
