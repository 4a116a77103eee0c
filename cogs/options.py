"""Options that several commands share: what is said of them, and how long they may be."""

from discord import app_commands

from bot.domain.filter import MOST_TYPED

Typed = app_commands.Range[str, 1, MOST_TYPED]
"""What a person types, or picks of what is offered."""

COUNTRY = "A country by any name, such as Russia, UK, 日本 or 🇮🇳"
BRIEFING = "Which briefing, if there are several here"
SHOW = "Who sees the answer"
