"""The reach of a briefing: its servers page by page, and the buttons that keep one out."""

from bot.presentation.card import Card
from bot.presentation.desk_reach import kept_out_card, reach_card
from bot.presentation.desk_reach_ids import ReachPage, ReachPick, ReachServer
from bot.presentation.desk_visit import UNBLOCKED, ask_block_card, blocked_news, visit_card
from cogs.alert_views import put
from cogs.desk_people import editor_of
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.replies import language_of

_DIGITS = 20
"""As many as Discord's largest id has."""


async def show_reach(interaction: Interaction, typed: str | None) -> None:
    """The first page of the briefing that was picked, or of the only one there is."""
    editor = editor_of(interaction)
    briefing = await interaction.client.app.desk_briefings.named(editor, typed)
    await put(interaction, await _page(interaction, ReachPage("home", briefing.id)))


class ReachPageButton(Entrance[ReachPage], kind=ReachPage):
    """Turns the page, or leads to the servers that are kept out and back."""

    async def answer(self, interaction: Interaction) -> None:
        await put(interaction, await _page(interaction, self.key))


class ReachPickMenu(Entrance[ReachPick], kind=ReachPick):
    """Opens the server that is picked."""

    async def answer(self, interaction: Interaction) -> None:
        await put(interaction, await _server(interaction, self._picked))

    @property
    def _picked(self) -> ReachServer:
        """The server as its button would say; what was never offered is nobody's."""
        chosen = self.chosen
        known = chosen.isascii() and chosen.isdecimal() and len(chosen) <= _DIGITS
        return ReachServer("show", self.key.briefing, int(chosen) if known else 0)


class ReachServerButton(Entrance[ReachServer], kind=ReachServer):
    """A page of one server's channels, the question before Block, Block and Unblock."""

    async def answer(self, interaction: Interaction) -> None:
        await put(interaction, await _server(interaction, self.key))


async def _page(interaction: Interaction, key: ReachPage) -> Card:
    reach, editor = interaction.client.app.desk_reach, editor_of(interaction)
    language = language_of(interaction)
    if key.verb.startswith("b"):
        return kept_out_card(await reach.kept_out(editor, key.briefing, key.page), language)
    return reach_card(await reach.of(editor, key.briefing, key.page), language)


async def _server(interaction: Interaction, key: ReachServer) -> Card:
    """The card after a click; raises Refused for who may not do it."""
    reach, editor = interaction.client.app.desk_reach, editor_of(interaction)
    language, manages, at = (
        language_of(interaction),
        editor.manages_server,
        (key.briefing, key.server),
    )
    match key.verb:
        case "ask":
            return ask_block_card(await reach.asked(editor, *at))
        case "block":
            visit, ended = await reach.block(editor, *at, interaction.id)
            return visit_card(visit, language, news=blocked_news(ended), manages=manages)
        case "unblock":
            visit = await reach.unblock(editor, *at, interaction.id)
            return visit_card(visit, language, news=UNBLOCKED, manages=manages)
        case _:
            visit = await reach.visit(editor, *at)
            return visit_card(visit, language, key.page, manages=manages)


ENTRANCES = (ReachPageButton, ReachPickMenu, ReachServerButton)
