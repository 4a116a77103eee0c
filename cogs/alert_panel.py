"""The panel of `/alerts subscribe`, with what a click on it does."""

from bot.errors import Refused
from bot.presentation.subscription_ids import Panel
from bot.presentation.subscription_menus import MOST_CHANNELS
from bot.presentation.subscription_panel import panel_card
from bot.presentation.subscription_state import PanelState
from cogs.alert_subscribing import subscribe
from cogs.alert_views import put
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.reaching import require_manage_channels
from cogs.replies import language_of, reader_of

_LONGEST_ID = 20


async def show_panel(interaction: Interaction, state: PanelState) -> None:
    """Shows the panel with what is chosen so far, as far as it is still there."""
    app, guild = interaction.client.app, interaction.guild
    briefings = await app.subscribing.briefings(reader_of(interaction))
    if state.briefing not in {each.id for each in briefings}:
        state = state.model_copy(update={"briefing": None})
    if state.ping is not None and not (guild and guild.get_role(state.ping)):
        state = state.model_copy(update={"ping": None})
    covered = await app.subscribing.countries(state.briefing) if state.briefing else ()
    state = state.laid_out(covered)
    kept = await app.list_states.keep(state.text)
    card = panel_card(state, briefings, covered, kept, language_of(interaction))
    await put(interaction, card)


class PanelControl(Entrance[Panel], kind=Panel):
    """Every button and menu of the panel."""

    async def answer(self, interaction: Interaction) -> None:
        require_manage_channels(interaction)
        state = PanelState.read(await interaction.client.app.list_states.recall(self.key.kept))
        if state is None:
            raise Refused(
                "This panel was kept for 90 days; type `/alerts subscribe` to begin again."
            )
        if self.key.verb == "done":
            await subscribe(interaction, state)
        else:
            await show_panel(interaction, _after(self.key.verb, state, _values(interaction)))


def _after(verb: str, state: PanelState, values: list[str]) -> PanelState:
    """The state after a click; `values` are what was picked in a menu."""
    ids = _ids(values)
    match verb:
        case "channels":
            return state.changed(channels=ids[:MOST_CHANNELS])
        case "briefing":
            return state.changed(briefing=next(iter(ids), None), page=0)
        case "country":
            return state.picked(values)
        case "role":
            return state.changed(ping=next(iter(ids), None))
        case "updates":
            return state.changed(ping_updates=not state.ping_updates)
        case "prev":
            return state.changed(page=state.page - 1)
        case "next":
            return state.changed(page=state.page + 1)
        case _:
            return state


def _values(interaction: Interaction) -> list[str]:
    """What was picked in a menu of any kind. It may be anything: it was sent."""
    data = interaction.data or {}
    return [str(value) for value in data.get("values", ())]


def _ids(values: list[str]) -> tuple[int, ...]:
    numbers = [each for each in values if each.isascii() and each.isdecimal()]
    return tuple(int(each) for each in numbers if len(each) <= _LONGEST_ID)


ENTRANCES = (PanelControl,)
