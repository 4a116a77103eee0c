"""The form that makes a briefing, and what answers it if it cannot be made."""

import discord
from discord import RadioGroupOption, ui

from bot.domain.founding import Founding
from bot.presentation import limits
from bot.presentation.card import Card, button
from bot.presentation.form import Form
from bot.presentation.line import line
from bot.presentation.notice import literally
from bot.presentation.setup_ids import BACK, SetupAgain, SetupForm

NAME, ZONE, READERS = "name", "zone", "readers"
"""The custom ids of the questions."""

PUBLIC, PRIVATE = "public", "private"
"""The answers to the last one."""

_LONGEST_ZONE = 60
_PRIVATE, _PUBLIC = "Only this server", "Every server"


def founding_form(founding: Founding, longest_name: int) -> Form:
    """Asks for everything that a briefing needs, filled in with what is known."""
    form = Form("A new briefing", SetupForm())
    form.ask("Name", _line(NAME, founding.name, longest_name), "As it is printed on each issue.")
    zone = _line(ZONE, founding.zone, _LONGEST_ZONE)
    form.ask("Time zone", zone, "A city such as Berlin or New York, or an offset such as +2.")
    readers: ui.RadioGroup[Form] = ui.RadioGroup(
        custom_id=READERS,
        options=[
            RadioGroupOption(label=_PRIVATE, value=PRIVATE, default=not founding.public),
            RadioGroupOption(label=_PUBLIC, value=PUBLIC, default=founding.public),
        ],
    )
    form.ask("Who may read it", readers)
    return form


def founding_again_card(sentence: str, founding: Founding, kept: int) -> Card:
    """Why nothing was made, and what was typed, which a button puts into the form again."""
    card = Card()
    card.say("# Nothing was made yet", literally(sentence))
    card.say(
        "You typed:",
        f"- Name: {line(founding.name, limits.TYPED, 'nothing')}",
        f"- Time zone: {line(founding.zone, limits.TYPED, 'nothing')}",
        f"- Who may read it: {(_PUBLIC if founding.public else _PRIVATE).lower()}",
    )
    card.buttons([button("Correct it", SetupAgain(kept)), button("Back", BACK)])
    return card


def _line(custom_id: str, typed: str, longest: int) -> ui.TextInput[Form]:
    return ui.TextInput(
        custom_id=custom_id,
        style=discord.TextStyle.short,
        default=typed[:longest] or None,
        max_length=longest,
    )
