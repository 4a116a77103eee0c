"""What a server has set up, as `/setup` shows it."""

from dataclasses import dataclass

from bot.domain.access import Access
from bot.domain.briefing import Briefing
from bot.domain.server_choices import ServerChoices
from bot.presentation.subscription_text import Seen


@dataclass(frozen=True)
class SetupState:
    """`notices` and `log` are what the bot may do in the channels chosen for them, if any are."""

    server: int
    choices: ServerChoices
    alerts: tuple[Seen, ...] = ()
    own: tuple[Briefing, ...] = ()
    may_publish: bool = True
    notices: Access | None = None
    log: Access | None = None
