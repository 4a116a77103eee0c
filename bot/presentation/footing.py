"""The small line at the foot of a card that somebody shared."""

from bot.presentation import limits
from bot.presentation.line import line
from bot.presentation.place import Place


def footing(place: Place) -> str:
    """Who shared it; empty on any other card."""
    shared = line(place.shared_by or "", limits.NAME)
    return f"-# shared by {shared}" if shared else ""
