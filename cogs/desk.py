"""The commands of the desk: editors import, write, check and publish in their newsroom's server."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.typed_day import day_typed
from bot.presentation.desk_history import history_card
from bot.presentation.desk_list import desk_list_card
from bot.presentation.desk_paste import DROPPED, paste_form
from bot.presentation.desk_state import Piece
from bot.presentation.desk_undo import undo_card
from cogs import (
    desk_approving,
    desk_briefings,
    desk_bringing,
    desk_correcting,
    desk_filling,
    desk_history,
    desk_importing,
    desk_opening,
    desk_panel,
    desk_previewing,
    desk_reaching,
    desk_settings,
    desk_suggesting,
    desk_tracing,
)
from cogs.alert_views import answer_alone
from cogs.desk_briefings import DeskBriefingCommands
from cogs.desk_filling import fill_in, publish_at
from cogs.desk_importing import bring, pasted, require_size
from cogs.desk_opening import chosen_issue, open_last
from cogs.desk_people import editor_of
from cogs.desk_previewing import preview
from cogs.desk_publishing import publish
from cogs.desk_reaching import show_reach
from cogs.desk_settings import set_zone, show_settings
from cogs.desk_showing import show_desk
from cogs.host import NOWHERE, Host, Interaction
from cogs.modals import answering
from cogs.options import Typed
from cogs.replies import language_of

_MOST_TEXT = 6_000
_UNBROKEN = 1_000
"""Characters without a line break after which an app has probably dropped them."""

LongText = app_commands.Range[str, 1, _MOST_TEXT]
Number = app_commands.Range[int, 0, 999_999_999]


@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_messages=True)
class Desk(
    commands.GroupCog, group_name="desk", group_description="Write, check and publish briefings"
):
    """What editors may ask for in their newsroom; the app asks for their right each time."""

    briefing = DeskBriefingCommands()

    def __init__(self, bot: Host) -> None:
        self._desk = bot.app.desk

    @app_commands.command(name="import", description="Make a draft of a document")
    @app_commands.describe(
        text="The text; left out, a window to paste into or to upload in",
        file="txt, md, html or docx, up to 2 MB",
        briefing="Which briefing, if there are several",
    )
    @app_commands.autocomplete(briefing=desk_suggesting.briefings)
    async def bring_in(
        self,
        interaction: Interaction,
        text: LongText | None = None,
        file: discord.Attachment | None = None,
        briefing: Typed | None = None,
    ) -> None:
        await self._desk.require(editor_of(interaction))
        if text is None and file is None:
            await interaction.response.send_modal(paste_form())
            return
        if file is not None:
            require_size(file.size)
        await interaction.response.defer(ephemeral=True, thinking=True)
        if file is not None:
            await bring(interaction, Piece(name=file.filename, url=file.url), briefing)
        elif text is not None:
            hint = DROPPED if len(text) > _UNBROKEN and "\n" not in text else ""
            await bring(interaction, pasted(text), briefing, hint)

    @app_commands.command(description="Begin an empty draft")
    @app_commands.describe(
        number="Left out, the one after the highest",
        title="Its title",
        date="Such as 2022-01-28; left out, today",
        briefing="Which briefing, if there are several",
    )
    @app_commands.autocomplete(briefing=desk_suggesting.briefings)
    async def new(
        self,
        interaction: Interaction,
        number: Number | None = None,
        title: Typed | None = None,
        date: Typed | None = None,
        briefing: Typed | None = None,
    ) -> None:
        editor = editor_of(interaction)
        named = await self._desk.one_named(editor, briefing)
        day = day_typed(date or "", await self._desk.today(editor))
        bench = await self._desk.new(editor, named.id, number, day, title, interaction.id)
        await show_desk(interaction, bench, "Begun.")

    @app_commands.command(name="open", description="Go on with an issue")
    @app_commands.describe(issue="Left out, where you were last")
    @app_commands.autocomplete(issue=desk_suggesting.issues)
    async def open_(self, interaction: Interaction, issue: Typed | None = None) -> None:
        if issue is None:
            await open_last(interaction)
        else:
            await show_desk(interaction, await chosen_issue(interaction, issue))

    @app_commands.command(name="list", description="Drafts, and what was published lately")
    async def overview(self, interaction: Interaction) -> None:
        found = await self._desk.listed(editor_of(interaction))
        await answer_alone(interaction, desk_list_card(found, language_of(interaction)))

    @app_commands.command(description="Add a section to a draft")
    @app_commands.describe(
        country="The heading, such as Russia",
        text="Left out, a window asks",
        issue="Left out, the one you changed last",
        source="A link, or who printed it",
    )
    @app_commands.autocomplete(issue=desk_suggesting.issues, country=desk_suggesting.countries)
    async def section(
        self,
        interaction: Interaction,
        country: Typed,
        text: LongText | None = None,
        issue: Typed | None = None,
        source: Typed | None = None,
    ) -> None:
        typed = {"heading": country, "country": country, "text": text, "source": source}
        await fill_in(interaction, "faddsec", issue, typed, whole=text is not None)

    @app_commands.command(description="Add a quote to a draft")
    @app_commands.describe(
        speaker="Who says it",
        country="The speaker's country, in whose section it stands",
        text="The words; left out, a window asks",
        role="What the speaker is",
        day="When it was said, such as 2022-01-28",
        issue="Left out, the one you changed last",
        source="A link, or who printed it, if the words are not to stand in the text",
    )
    @app_commands.autocomplete(issue=desk_suggesting.issues, country=desk_suggesting.countries)
    async def quote(
        self,
        interaction: Interaction,
        speaker: Typed,
        country: Typed,
        text: LongText | None = None,
        role: Typed | None = None,
        day: Typed | None = None,
        issue: Typed | None = None,
        source: Typed | None = None,
    ) -> None:
        said = {"words": text, "speaker": speaker, "role": role, "country": country, "day": day}
        typed = said | {"source": source}
        await fill_in(interaction, "csay", issue, typed, whole=text is not None)

    @app_commands.command(description="Add an event to a draft")
    @app_commands.describe(
        day="A day, a month or a year, such as 2022-01-28",
        country="In whose section it stands",
        text="What happens, in one sentence; left out, a window asks",
        issue="Left out, the one you changed last",
    )
    @app_commands.autocomplete(issue=desk_suggesting.issues, country=desk_suggesting.countries)
    async def event(
        self,
        interaction: Interaction,
        day: Typed,
        country: Typed,
        text: LongText | None = None,
        issue: Typed | None = None,
    ) -> None:
        typed = {"sentence": text, "day": day, "country": country}
        await fill_in(interaction, "chappen", issue, typed, whole=text is not None)

    @app_commands.command(description="Take the last change of a draft back")
    @app_commands.describe(issue="Left out, the one you changed last")
    @app_commands.autocomplete(issue=desk_suggesting.issues)
    async def undo(self, interaction: Interaction, issue: Typed | None = None) -> None:
        bench = await chosen_issue(interaction, issue)
        await answer_alone(interaction, undo_card(bench, language_of(interaction)))

    @app_commands.command(description="Who changed what, and when; restores how it was")
    @app_commands.describe(issue="Left out, the one you changed last")
    @app_commands.autocomplete(issue=desk_suggesting.histories)
    async def history(self, interaction: Interaction, issue: Typed | None = None) -> None:
        history, editor = interaction.client.app.desk_history, editor_of(interaction)
        found = await history.page(editor, await history.chosen(editor, issue))
        await answer_alone(interaction, history_card(found, language_of(interaction)))

    @app_commands.command(description="Editors, log channel, time zone, two people")
    @app_commands.describe(timezone="A city or an offset to set it at once, such as Berlin or +2")
    @app_commands.autocomplete(timezone=desk_suggesting.zones)
    async def settings(self, interaction: Interaction, timezone: Typed | None = None) -> None:
        if timezone is None:
            await show_settings(interaction)
        else:
            await set_zone(interaction, timezone)

    @app_commands.command(description="Which servers and channels get a briefing")
    @app_commands.describe(briefing="Which briefing, if there are several")
    @app_commands.autocomplete(briefing=desk_suggesting.all_briefings)
    async def reach(self, interaction: Interaction, briefing: Typed | None = None) -> None:
        await show_reach(interaction, briefing)

    @app_commands.command(name="preview", description="Exactly what channels will get")
    @app_commands.describe(issue="Left out, the one you changed last")
    @app_commands.autocomplete(issue=desk_suggesting.issues)
    async def preview_(self, interaction: Interaction, issue: Typed | None = None) -> None:
        bench = await chosen_issue(interaction, issue)
        await preview(interaction, editor_of(interaction), bench)

    @app_commands.command(name="publish", description="Check a draft once more and let it out")
    @app_commands.describe(
        issue="Left out, the one you changed last",
        when="Left out, a card asks; such as 18:00, tomorrow 9am or 2022-01-28 14:00",
    )
    @app_commands.autocomplete(issue=desk_suggesting.issues)
    async def publish_(
        self, interaction: Interaction, issue: Typed | None = None, when: Typed | None = None
    ) -> None:
        bench = await chosen_issue(interaction, issue)
        if when is None or bench.blocked:
            await publish(interaction, editor_of(interaction), bench)
        else:
            await publish_at(interaction, bench, when)


async def setup(bot: Host) -> None:
    """Loads the commands, and the buttons and forms of the panel."""
    panels = (desk_panel, desk_filling, desk_correcting, desk_importing, desk_opening)
    beside = (desk_history, desk_settings, desk_briefings, desk_reaching, desk_approving)
    for module in (*panels, *beside, desk_bringing, desk_previewing, desk_tracing):
        bot.add_dynamic_items(*module.ENTRANCES)
    for menu in (*desk_bringing.MENUS, *desk_tracing.MENUS):
        bot.tree.add_command(menu, guild=NOWHERE)
    forms = (*desk_filling.FORMS, *desk_correcting.FORMS, *desk_importing.FORMS)
    bot.add_listener(answering(*desk_settings.FORMS), "on_interaction")
    bot.add_listener(answering(*forms), "on_interaction")
    await bot.add_cog(Desk(bot), guild=NOWHERE)
