"""Bringing a message to the desk: the entry in its menu, and what is asked about it."""

from collections.abc import Iterable, Iterator

import discord
from discord import app_commands

from bot.app.desk_messages import A_MESSAGE, MESSAGE_FILE
from bot.errors import Refused
from bot.presentation.custom_id import number
from bot.presentation.desk_card import desk_card
from bot.presentation.desk_ids import DeskBring
from bot.presentation.desk_message import added_news, message_card
from bot.presentation.desk_state import Piece
from cogs.alert_views import answer_alone, put
from cogs.desk_importing import bring, data_of, require_size
from cogs.desk_people import editor_of
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.kept import keep, recalled
from cogs.replies import language_of

_ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm", ".docx")
_NOTHING = (
    "This message has no text and no file in txt, md, html or docx; copy what it shows into"
    " `/desk import`."
)
_AGAIN = "use the menu on the message again"


@app_commands.context_menu(name="Import to desk")
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_messages=True)
async def import_to_desk(interaction: Interaction, message: discord.Message) -> None:
    """Makes a draft of a message, or asks whether it belongs to the one just made."""
    app, editor = interaction.client.app, editor_of(interaction)
    await app.desk.require(editor)
    piece = piece_of(message)
    if (draft := await app.desk_messages.lately(editor)) is not None:
        kept = await keep(interaction, piece)
        await answer_alone(interaction, message_card(draft, kept))
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    await bring(interaction, piece, None)


class DeskBringControl(Entrance[DeskBring], kind=DeskBring):
    """Where a message belongs: to a draft, to a new one, in a briefing."""

    async def answer(self, interaction: Interaction) -> None:
        app, editor, key = interaction.client.app, editor_of(interaction), self.key
        await app.desk.require(editor)
        piece = await recalled(interaction, key.kept, Piece, _AGAIN)
        if key.verb == "add":
            await app.desk.open(editor, key.issue)
        await interaction.response.defer()
        if key.verb == "add":
            await _add(interaction, piece, key.issue)
        else:
            picked = number(self.chosen)
            await bring(interaction, piece, None if picked is None else str(picked))


async def _add(interaction: Interaction, piece: Piece, issue: int) -> None:
    """One version more of the draft, with all of it."""
    messages, data = interaction.client.app.desk_messages, await data_of(interaction, piece)
    bench, whole = await messages.add(
        editor_of(interaction), issue, data, piece.name, interaction.id
    )
    await put(interaction, desk_card(bench, language_of(interaction), added_news(whole=whole)))


def piece_of(message: discord.Message) -> Piece:
    """The first file of a message that can be read, else its text; of a forwarded one what it has.

    Raises Refused if there is neither, or the file is too large.
    """
    for file in _files(message):
        if file.filename.lower().endswith(_ENDINGS):
            require_size(file.size)
            return Piece(name=file.filename, url=file.url, origin=A_MESSAGE)
    texts = (message.content, *(each.content for each in message.message_snapshots))
    text = "\n\n".join(each for each in texts if each.strip())
    if not text:
        raise Refused(_NOTHING)
    return Piece(name=MESSAGE_FILE, text=text, origin=A_MESSAGE)


def _files(message: discord.Message) -> Iterator[discord.Attachment]:
    sources: Iterable[discord.Message | discord.MessageSnapshot] = (
        message,
        *message.message_snapshots,
    )
    for each in sources:
        yield from each.attachments


ENTRANCES = (DeskBringControl,)
MENUS = (import_to_desk,)
