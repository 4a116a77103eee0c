"""The first page of `/setup`: what works in a server now, what is missing, and two ways on."""

from bot.presentation import limits
from bot.presentation.card import Card, button
from bot.presentation.channel_lines import alert_lines, log_line, notice_line
from bot.presentation.language import listed_first
from bot.presentation.line import line
from bot.presentation.masthead import briefing_name
from bot.presentation.setup_ids import BACK, PUBLISH, READ
from bot.presentation.setup_state import SetupState

_NAMED = 5


def setup_home_card(state: SetupState) -> Card:
    """Whoever sees it may manage the server."""
    card = Card()
    card.say(
        "# Set up Sitrep",
        "Asking works already, for everyone and without any permission: try `/latest` or `/help`.",
    )
    card.say("## Alerts", *(alert_lines(state.alerts) or [_NO_ALERTS]), notice_line(state))
    card.say("## Publishing", *_publishing(state))
    card.buttons(
        [
            button("I want to read", READ),
            button("I want to publish", PUBLISH),
            button("Look again", BACK),
        ]
    )
    return card


def not_here_card(server: int) -> Card:
    """For a bot whose operator lets only some servers publish."""
    card = Card()
    card.say(
        "# Publishing",
        "This bot publishes for other servers only. Ask whoever runs it to add this server's id, "
        f"`{server}`, to its setting `NEWSROOMS`; or run a Sitrep of your own.",
    )
    card.buttons([button("Back", BACK)])
    return card


_NO_ALERTS = "No channel here gets alerts yet: press **I want to read** to choose some."


def _publishing(state: SetupState) -> list[str]:
    if not state.own:
        if not state.may_publish:
            return ["This bot publishes for other servers only."]
        return ["This server publishes nothing yet: press **I want to publish** to begin."]
    names = [briefing_name(briefing) for briefing in state.own]
    zone = line(state.choices.time_zone or "", limits.NAME)
    return [
        f"This server publishes {listed_first(names, _NAMED)}.",
        f"Time zone: {zone}" if zone else "",
        log_line(state),
    ]
