"""The page of `/setup` about one briefing: its channels, and those for notices and for the log."""

from collections.abc import Sequence

from discord import SelectDefaultValue, SelectDefaultValueType, ui

from bot.domain.briefing import Briefing
from bot.presentation import limits
from bot.presentation.card import Card, button
from bot.presentation.channel_lines import alert_lines, log_line, notice_line
from bot.presentation.line import line
from bot.presentation.masthead import briefing_name, newsroom_name
from bot.presentation.setup_ids import BACK, SetupTo
from bot.presentation.setup_state import SetupState
from bot.presentation.subscription_menus import CHANNEL_TYPES, MOST_CHANNELS, WRITTEN_TYPES

ALERTS, NOTICES, LOG = "alerts", "notices", "log"
"""What channels are chosen for."""


def setup_channels_card(state: SetupState, briefing: Briefing, notes: Sequence[str] = ()) -> Card:
    """`notes` are the news of the last click, above everything else."""
    own = briefing.newsroom == state.server
    alerts = [each for each in state.alerts if each.subscription.briefing.id == briefing.id]
    card = Card()
    card.say(f"# {briefing_name(briefing)}", _whose(state, briefing), *notes)
    card.say("## Alerts", *(alert_lines(alerts) or ["No channel here gets them yet."]))
    _add_menu(card, "Channels to get alerts…", SetupTo(ALERTS, briefing.id), MOST_CHANNELS)
    card.say("## If something goes wrong", notice_line(state))
    notices = SetupTo(NOTICES, briefing.id)
    _add_menu(card, "Channel for notices…", notices, 1, state.choices.notice_channel)
    if own:
        card.say("## After each release", log_line(state))
        log = SetupTo(LOG, briefing.id)
        _add_menu(card, "Channel for the log…", log, 1, state.choices.log_channel)
    card.buttons([button("Back", BACK)])
    return card


def _whose(state: SetupState, briefing: Briefing) -> str:
    if briefing.newsroom != state.server:
        return f"Published by {newsroom_name(briefing)}."
    readers = "every server may read it" if briefing.public else "only this server may read it"
    zone = line(state.choices.time_zone or "", limits.NAME)
    return f"Published by this server; {readers}." + (f" Time zone: {zone}" if zone else "")


def _add_menu(
    card: Card, placeholder: str, custom_id: SetupTo, most: int, chosen: int | None = None
) -> None:
    """A menu of channels; one that holds a choice can be emptied."""
    menu: ui.ChannelSelect[Card] = ui.ChannelSelect(
        placeholder=placeholder,
        custom_id=str(custom_id),
        channel_types=CHANNEL_TYPES if custom_id.verb == ALERTS else WRITTEN_TYPES,
        min_values=0,
        max_values=most,
        default_values=[] if chosen is None else [_chosen(chosen)],
    )
    card.frame.add_item(ui.ActionRow(menu))


def _chosen(channel: int) -> SelectDefaultValue:
    return SelectDefaultValue(id=channel, type=SelectDefaultValueType.channel)
