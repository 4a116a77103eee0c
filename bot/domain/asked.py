"""What every answer about one briefing begins with."""

from bot.domain.briefing import Briefing
from bot.domain.record import Record


class Asked(Record):
    """The briefing that was meant, and the others the reader could have asked instead."""

    briefing: Briefing
    choices: tuple[Briefing, ...] = ()
