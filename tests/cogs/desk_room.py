"""A newsroom with an editor at its desk."""

from typing import Any

import discord
import simcord

from bot.app.app import App
from bot.client import SitrepBot
from bot.domain.editor import Editor
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import menu, parts
from tests.cogs.watched import dispatch

DOCUMENT = """Harbour Notes #9 | January 28, 2022

Calm Seas

Calm seas were seen in Japan and Peru.

Japan

“We sail at dawn,” said Ada Quill, the harbour master, on January 27, 2022. Nobody objected.

Peru

Divers counted boats in Lima on January 21, 2022.
"""


class DeskRoom(Newsroom):
    """Its editor may manage messages; `clerk` is another one."""

    def __init__(self, env: simcord.Env, app: App, name: str = "Harbour Desk") -> None:
        super().__init__(env, app, name)
        edits = discord.Permissions(manage_messages=True)
        self.editors = self.guild.create_role("Editors", permissions=edits)
        self.editor = self.guild.add_member(env.create_user("Ada"), roles=[self.editors])
        self.clerk = self.guild.add_member(env.create_user("Ben"), roles=[self.editors])

    async def opened(self) -> None:
        """The server is a newsroom, so it has the commands of the desk."""
        await self.env.settle()
        await self.app.briefing_making.found(self.guild.id, "Harbour Notes", public=True)
        await dispatch(self.env, "newsroom_made", self.guild.id)

    @property
    def as_editor(self) -> Editor:
        """The editor, as the app knows one."""
        return Editor(id=self.editor.id, name="Ada", server=self.guild.id, manages_messages=True)

    async def out(self, issue: int) -> None:
        """The window closes for what waits; the test's clock stands still."""
        async with self.app.publishing._store.write() as store:
            pending = await store.releases.pending(issue)
            assert pending
            await store.releases.set_state(pending.id, pending.state, due_at=pending.made_at)
        await self.env.advance_time(3)

    async def desk(self, command: str, **options: Any) -> simcord.InteractionResult:
        """The editor types `/desk …`."""
        return await self.editor.slash(self.channel, f"desk {command}", **options)

    async def allow(self, *who: simcord.RoleHandle | simcord.MemberActor) -> None:
        """An administrator lets them see the commands, whatever they may do."""
        bot = self.env.bot
        assert isinstance(bot, SitrepBot)
        for command in await bot.tree.fetch_commands(guild=discord.Object(self.guild.id)):
            self.guild.set_command_permissions(command, dict.fromkeys(who, True))

    async def brought(self, text: str = DOCUMENT) -> simcord.InteractionResult:
        """The editor imports a document."""
        return await self.desk("import", text=text)

    async def published(self, text: str = DOCUMENT) -> int:
        """The editor imports a document and publishes it; gives the id of the issue."""
        await self.press(await self.press(await self.brought(text), "Publish"), "Now")
        key = await self.app.desk.last(self.as_editor)
        assert key
        await self.out(key)
        return key

    async def corrected(
        self, panel: simcord.InteractionResult, reason: str
    ) -> simcord.InteractionResult:
        """The correction in the making is looked at, and sent with its reason."""
        review = await self.press(panel, "Send the correction…")
        return await self.fill(review, "Give the reason and send…", reason=reason)

    async def press(
        self, shown: simcord.InteractionResult, label: str, nth: int | None = None
    ) -> simcord.InteractionResult:
        """A click on the button of that label, or the `nth` of several."""
        assert shown.response, "nothing was answered"
        if nth is None:
            return await self.editor.click(shown.response, label=label)
        key = [part["custom_id"] for part in parts(shown) if part.get("label") == label][nth]
        return await self.editor.click(shown.response, custom_id=key)

    async def pick(
        self, shown: simcord.InteractionResult, prompt: str, *values: str
    ) -> simcord.InteractionResult:
        """A choice in the menu whose placeholder begins so."""
        assert shown.response, "nothing was answered"
        key = menu(shown, prompt)["custom_id"]
        return await self.editor.select(shown.response, list(values), custom_id=key)

    async def fill(
        self, shown: simcord.InteractionResult, label: str, **typed: Any
    ) -> simcord.InteractionResult:
        """Opens a form and sends it."""
        form = await self.press(shown, label)
        return await self.editor.submit_modal(form, typed)
