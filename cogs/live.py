"""The command for breaking news: an update of the newest published issue."""

from discord import app_commands
from discord.ext import commands

from bot.domain.approval import Wish
from bot.domain.live_update import LiveUpdate
from bot.domain.release import ReleaseKind
from bot.errors import Refused
from bot.presentation.desk_forms import LONGEST
from bot.presentation.desk_ids import LiveControl, LiveForm
from bot.presentation.desk_out import stoppable_card
from bot.presentation.live_card import live_again_card, live_card, live_form
from cogs import desk_suggesting
from cogs.alert_views import answer_alone, put
from cogs.desk_approving import ask_first
from cogs.desk_people import editor_of
from cogs.desk_showing import show_desk
from cogs.entrance import Entrance
from cogs.host import NOWHERE, Host, Interaction
from cogs.kept import keep, recalled
from cogs.modals import FormEntrance, answering
from cogs.options import Typed
from cogs.replies import language_of
from cogs.telling import language_of_server

UpdateText = app_commands.Range[str, 1, LONGEST]
_STOPPED = "Stopped: nobody was told."


class Live(commands.Cog):
    """Breaking news; the app asks for the editor's right each time."""

    @app_commands.command(description="Send breaking news to who gets the newest issue")
    @app_commands.describe(
        country="Where it happens, such as Russia; several with commas between them",
        text="What happened; left out, a window asks",
        source="A link, or who printed it",
        briefing="Which briefing, if there are several",
    )
    @app_commands.autocomplete(
        country=desk_suggesting.countries, briefing=desk_suggesting.briefings
    )
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.default_permissions(manage_messages=True)
    async def live(
        self,
        interaction: Interaction,
        country: Typed,
        text: UpdateText | None = None,
        source: Typed | None = None,
        briefing: Typed | None = None,
    ) -> None:
        app, editor = interaction.client.app, editor_of(interaction)
        begun = await app.desk_live.begun(editor, briefing)
        typed = {"country": country, "text": text or "", "source": source or ""}
        update = begun.model_copy(update=typed)
        if text is None:
            await interaction.response.send_modal(
                live_form(update, await keep(interaction, update))
            )
            return
        await _read(interaction, update)


class LiveButton(Entrance[LiveControl], kind=LiveControl):
    """Sends it, opens it to be changed, settles a doubt, or puts it into a draft."""

    async def answer(self, interaction: Interaction) -> None:
        live, editor = interaction.client.app.desk_live, editor_of(interaction)
        update, kept = await _kept(interaction, self.key.kept), self.key.kept
        look = await live.look(editor, update)
        match self.key.verb:
            case "edit":
                await interaction.response.send_modal(live_form(update, kept))
            case "right" | "drop":
                await _show(interaction, update.answered(right=self.key.verb == "right"))
            case "to":
                other = next((each for each in look.others if str(each.id) == self.chosen), None)
                key = other.id if other else update.issue
                await _show(interaction, update.model_copy(update={"issue": key}))
            case "send":
                wish = Wish(kind=ReleaseKind.UPDATE, issue=update.issue, at=0, update=update)
                if await ask_first(interaction, editor, wish):
                    return
                planned = await live.send(editor, update, interaction.id)
                stop = LiveControl("stop", kept)
                await put(interaction, stoppable_card(planned.release, planned.messages, stop))
            case "stop":
                out = interaction.client.app.desk_publishing
                await out.stop(editor, look.issue.id, interaction.id)
                await _show(interaction, update, _STOPPED)
            case "draft":
                bench = await live.to_draft(editor, update, interaction.id)
                await show_desk(interaction, bench, "Put into this draft; nobody was told.")
            case _:
                await _show(interaction, update)


class LiveFormEntrance(FormEntrance[LiveForm], kind=LiveForm):
    """Reads what was typed, or says why not and keeps it."""

    async def answer(self, interaction: Interaction) -> None:
        before = await _kept(interaction, self.key.kept)
        typed = {name: self.typed.get(name, "") for name in ("country", "text", "source")}
        await _read(interaction, before.model_copy(update=typed))


async def _read(interaction: Interaction, typed: LiveUpdate) -> None:
    live, editor = interaction.client.app.desk_live, editor_of(interaction)
    await interaction.client.app.desk.require(editor)
    try:
        await _show(interaction, await live.read(editor, typed))
    except Refused as refusal:
        kept = await keep(interaction, typed)
        await answer_alone(interaction, live_again_card(str(refusal), typed, kept))


async def _show(interaction: Interaction, update: LiveUpdate, news: str = "") -> None:
    editor = editor_of(interaction)
    look = await interaction.client.app.desk_live.look(editor, update)
    theirs = language_of_server(interaction.client, editor.server)
    kept = await keep(interaction, update)
    await put(interaction, live_card(look, kept, language_of(interaction), theirs, news))


async def _kept(interaction: Interaction, key: int) -> LiveUpdate:
    return await recalled(interaction, key, LiveUpdate, "type `/live` again")


ENTRANCES = (LiveButton,)


async def setup(bot: Host) -> None:
    """Loads the command, its buttons and its form."""
    bot.add_dynamic_items(*ENTRANCES)
    bot.add_listener(answering(LiveFormEntrance), "on_interaction")
    await bot.add_cog(Live(), guild=NOWHERE)
