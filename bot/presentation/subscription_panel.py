"""The panel on which subscriptions are chosen: channels, a briefing, countries, a role."""

from collections.abc import Sequence

from bot.domain.briefing import Briefing
from bot.domain.record import CountryCode
from bot.presentation import limits
from bot.presentation.card import Button, Card, button
from bot.presentation.language import Language, listed
from bot.presentation.line import line
from bot.presentation.subscription_ids import Panel
from bot.presentation.subscription_menus import (
    add_briefings_menu,
    add_channel_menu,
    add_country_menu,
    add_role_menu,
)
from bot.presentation.subscription_state import PanelState, pages
from bot.presentation.subscription_text import wanted

_NOTHING = "none chosen yet"


def panel_card(
    state: PanelState,
    briefings: Sequence[Briefing],
    covered: Sequence[CountryCode],
    kept: int,
    language: Language,
) -> Card:
    """A state that is laid out already; `kept` is its key, in the id of every control."""
    last = pages({*covered, *state.countries})
    editing = state.editing is not None
    card = Card()
    card.say("## Change these alerts" if editing else "## Choose who gets alerts", *_first(editing))
    card.say(*_chosen(state, briefings), *wanted(state.wishes, language))
    if not editing:
        add_channel_menu(card, state, kept)
        if len(briefings) > 1:
            add_briefings_menu(card, state, briefings, kept)
    if state.briefing is not None:
        card.say(f"-# Countries, page {state.page + 1} of {last}" if last > 1 else "")
        add_country_menu(card, state, kept, language)
        card.buttons(_turning(state, last, kept))
    add_role_menu(card, state, kept)
    card.buttons(_last(state, kept))
    return card


def _first(editing: bool) -> list[str]:
    if editing:
        return ["Nothing changes until you press **Done**."]
    return ["Nothing is subscribed until you press **Done**; several channels can be chosen."]


def _chosen(state: PanelState, briefings: Sequence[Briefing]) -> list[str]:
    channels = listed([f"<#{channel}>" for channel in state.channels]) or _NOTHING
    names = [line(each.label, limits.TITLE) for each in briefings if each.id == state.briefing]
    return [f"**Channels**: {channels}", f"**Briefing**: {listed(names) or _NOTHING}"]


def _turning(state: PanelState, last: int, kept: int) -> list[Button]:
    if last == 1:
        return []
    return [
        button("Previous", Panel("prev", kept), disabled=state.page == 0),
        button("Next", Panel("next", kept), disabled=state.page == last - 1),
    ]


def _last(state: PanelState, kept: int) -> list[Button]:
    buttons = [button("Done", Panel("done", kept), disabled=not state.complete)]
    if state.ping is not None:
        label = "Ping for new issues only" if state.ping_updates else "Ping for updates too"
        buttons.insert(0, button(label, Panel("updates", kept)))
    return buttons
