"""What is at the desk: drafts and what was published lately, with who changed each and when."""

from collections.abc import Sequence

from discord import SelectOption
from discord.utils import format_dt

from bot.domain.bench import Listed
from bot.domain.issue import Issue
from bot.presentation import limits
from bot.presentation.card import Card
from bot.presentation.desk_ids import DeskOpen
from bot.presentation.language import Language
from bot.presentation.line import label, line
from bot.presentation.masthead import issue_name

_SHOWN = 20


def desk_list_card(found: Sequence[Listed], language: Language) -> Card:
    """A line for each, and a menu that opens one."""
    card = Card()
    if not found:
        card.say("# The desk is empty", "`/desk import` takes a document, `/desk new` begins one.")
        return card
    card.say("# At the desk", *(_line(each, language) for each in found[:_SHOWN]))
    card.menu("Open…", DeskOpen(), _options([each.issue for each in found]))
    return card


def which_card(found: Sequence[Issue]) -> Card:
    """A menu of the issues that one message shows."""
    card = Card()
    card.say("# Which one?", f"This message shows {len(found)} issues; open the one you mean.")
    card.menu("Open…", DeskOpen(), _options(found))
    return card


def _options(found: Sequence[Issue]) -> list[SelectOption]:
    return [
        SelectOption(
            label=label(f"{issue.label}: {issue.title or 'no title yet'}", limits.OPTION),
            value=str(issue.id),
        )
        for issue in found[: limits.OPTIONS]
    ]


def _line(listed: Listed, language: Language) -> str:
    issue, last = listed.issue, listed.last
    who = (
        f" · {line(last.author.name, limits.SHORT_PERSON)}, {language.moment(last.made_at)}"
        if last
        else ""
    )
    title = line(issue.title or "", limits.SHORT_PERSON, "no title yet")
    return f"- {issue_name(issue)}: {title} · {_state(listed)}{who}"


def _state(listed: Listed) -> str:
    waits = " · **waiting for approval**" if listed.waits else ""
    return _stands(listed) + waits


def _stands(listed: Listed) -> str:
    if listed.due is not None:
        return f"goes out {format_dt(listed.due)}"
    return "**missed**, a draft again" if listed.missed else str(listed.issue.state)
