"""The commands `/desk briefing …`: people with Manage Server found and change briefings."""

from typing import Literal

from discord import app_commands

from bot.domain.founding import Founding
from bot.presentation.card import Card
from bot.presentation.desk_briefing import (
    ask_public_card,
    left_card,
    made_card,
    nothing_made_card,
    renamed_card,
    turned_card,
    visibility_card,
)
from bot.presentation.desk_briefing_ids import DeskMake, DeskTurn
from bot.presentation.desk_look import look_card
from cogs import desk_suggesting
from cogs.alert_views import answer_alone, put
from cogs.desk_people import editor_of
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.kept import keep, recalled
from cogs.options import Typed

Visibility = Literal["public", "private"]


class DeskBriefingCommands(
    app_commands.Group, name="briefing", description="Found briefings and change them"
):
    """For people with Manage Server; the app asks for their right each time."""

    @app_commands.command(description="Found another briefing of this newsroom")
    @app_commands.describe(
        name="As it is printed on each issue",
        visibility="Who may read it: every server, or only this one, which is so if left out",
    )
    async def create(
        self, interaction: Interaction, name: Typed, visibility: Visibility = "private"
    ) -> None:
        briefings, editor = interaction.client.app.desk_briefings, editor_of(interaction)
        if visibility == "private":
            made = await briefings.found(editor, name, public=False, interaction=interaction.id)
            await answer_alone(interaction, made_card(made))
            return
        called = await briefings.may_be_called(editor, name)
        kept = await keep(interaction, Founding(name=called, public=True))
        await answer_alone(interaction, ask_public_card(called, kept))

    @app_commands.command(description="Give a briefing another name")
    @app_commands.describe(briefing="Which one", name="Its new name")
    @app_commands.autocomplete(briefing=desk_suggesting.all_briefings)
    async def rename(self, interaction: Interaction, briefing: Typed, name: Typed) -> None:
        briefings, editor = interaction.client.app.desk_briefings, editor_of(interaction)
        meant = await briefings.named(editor, briefing)
        before, after = await briefings.rename(editor, meant.id, name, interaction.id)
        await answer_alone(interaction, renamed_card(before, after))

    @app_commands.command(name="visibility", description="Open a briefing to others, or close it")
    @app_commands.describe(briefing="Which one", visibility="Who may read it")
    @app_commands.autocomplete(briefing=desk_suggesting.all_briefings)
    async def visibility_(
        self, interaction: Interaction, briefing: Typed, visibility: Visibility
    ) -> None:
        briefings, editor = interaction.client.app.desk_briefings, editor_of(interaction)
        meant = await briefings.named(editor, briefing)
        asked = await briefings.turning(editor, meant.id, public=visibility == "public")
        await answer_alone(interaction, visibility_card(asked.briefing, asked.channels))

    @app_commands.command(description="The colour of a briefing's cards")
    @app_commands.describe(
        briefing="Which one",
        colour="A name, or digits such as #2b6cb0; none takes it back; left out, it is shown",
    )
    @app_commands.autocomplete(
        briefing=desk_suggesting.all_briefings, colour=desk_suggesting.colours
    )
    async def look(
        self, interaction: Interaction, briefing: Typed, colour: Typed | None = None
    ) -> None:
        briefings, editor = interaction.client.app.desk_briefings, editor_of(interaction)
        found = await briefings.look(editor, (await briefings.named(editor, briefing)).id)
        if colour is not None:
            found = await briefings.paint(editor, found.id, colour, interaction.id)
        await answer_alone(interaction, look_card(found, changed=colour is not None))


class DeskMakeButton(Entrance[DeskMake], kind=DeskMake):
    """Makes the briefing that was typed, for every server or for this one, or nothing."""

    async def answer(self, interaction: Interaction) -> None:
        app, editor = interaction.client.app, editor_of(interaction)
        app.desk_briefings.require(editor)
        if self.key.verb not in ("public", "private"):
            await put(interaction, nothing_made_card())
            return
        instead = "type `/desk briefing create` again"
        typed = await recalled(interaction, self.key.kept, Founding, instead)
        public = self.key.verb == "public"
        made = await app.desk_briefings.found(
            editor, typed.name, public=public, interaction=interaction.id
        )
        await put(interaction, made_card(made))


class DeskTurnButton(Entrance[DeskTurn], kind=DeskTurn):
    """Opens the briefing to every server or closes it, or leaves it as it is."""

    async def answer(self, interaction: Interaction) -> None:
        await put(interaction, await self._turned(interaction))

    async def _turned(self, interaction: Interaction) -> Card:
        briefings, editor = interaction.client.app.desk_briefings, editor_of(interaction)
        if self.key.verb not in ("public", "private"):
            return left_card(await briefings.look(editor, self.key.briefing))
        turned = await briefings.turn(
            editor,
            self.key.briefing,
            public=self.key.verb == "public",
            interaction=interaction.id,
        )
        return turned_card(turned.briefing, turned.channels)


ENTRANCES = (DeskMakeButton, DeskTurnButton)
