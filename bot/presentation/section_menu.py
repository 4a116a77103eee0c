"""The menu of an issue's sections: each option's value is the id of one."""

from discord import SelectOption

from bot.presentation import limits
from bot.presentation.language import Language
from bot.presentation.layout import Layout, Start
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
    overview = SelectOption(label="Overview", value="0", default=current == 0)
    options = [overview] + [
        _option(start, language, current=place == current)
        for place, start in enumerate(layout.starts, 1)
    ]
    return options if len(options) <= limits.OPTIONS else _window(options, current)


def _option(start: Start, language: Language, *, current: bool) -> SelectOption:
    words = first_words(start.entry)
    return SelectOption(
        label=label(caption(start.entry, language), limits.OPTION),
        description=label(words, limits.OPTION) if visible(words) else None,
        value=str(start.entry.id),
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
