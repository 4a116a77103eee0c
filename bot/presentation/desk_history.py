"""The history of an issue at the desk: a page of its saved states, the newest first."""

from discord import SelectOption

from bot.domain.history import HistoryPage, Kind, Saved
from bot.presentation import limits
from bot.presentation.card import Button, Card, button
from bot.presentation.desk_ids import DeskControl, DeskPast
from bot.presentation.desk_line import counted
from bot.presentation.language import Language
from bot.presentation.line import label, line
from bot.presentation.masthead import issue_name

_NONE = "Nothing was saved yet: the first change at the desk begins the history."


def history_card(shown: HistoryPage, language: Language) -> Card:
    """A line for each state, and a menu that opens one."""
    card = Card()
    page = f", page {shown.page + 1} of {shown.pages}" if shown.pages > 1 else ""
    total = f"-# {counted(shown.total, 'saved state')}, the newest first{page}"
    card.say(f"# History of {issue_name(shown.issue)}", total if shown.saved else _NONE)
    numbered = [(shown.first - nth, saved) for nth, saved in enumerate(shown.saved)]
    card.say(*(_line(number, saved, language) for number, saved in numbered))
    options = [
        SelectOption(label=_label(number, saved), value=str(saved.mark))
        for number, saved in numbered
    ]
    card.menu("What was changed…", DeskPast(shown.issue.id, shown.page), options)
    card.buttons([*_turns(shown), button("Back", DeskControl("home", shown.issue.id, 0))])
    return card


def kind_of(saved: Saved) -> str:
    """That it is a revision, with its number; nothing for a version."""
    return f"Revision {saved.mark.number}" if saved.mark.kind is Kind.REVISION else ""


def _line(number: int, saved: Saved, language: Language) -> str:
    """Such as: "12. **Revision 2** · Ada · January 28, 2022 08:00 · The title was wrong"."""
    revision = kind_of(saved)
    parts = (
        f"**{revision}**" if revision else "",
        line(saved.author, limits.SHORT_PERSON),
        language.moment(saved.made_at),
        line(saved.told, limits.TYPED),
    )
    return f"{number}\\. {' · '.join(part for part in parts if part)}"


def _label(number: int, saved: Saved) -> str:
    parts = (kind_of(saved), saved.author, saved.told)
    return label(f"{number}. {' · '.join(part for part in parts if part)}", limits.OPTION)


def _turns(shown: HistoryPage) -> list[Button]:
    turns = list[Button]()
    if shown.page:
        turns.append(button("Newer", DeskPast(shown.issue.id, shown.page - 1)))
    if shown.page + 1 < shown.pages:
        turns.append(button("Older", DeskPast(shown.issue.id, shown.page + 1)))
    return turns
