"""Importing at the desk: a text, a file or something pasted becomes a draft on the panel."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import discord

from bot.app.importing import Order, Outcome
from bot.domain.pasting import joined
from bot.errors import Incomplete, Refused
from bot.presentation.desk_card import desk_card
from bot.presentation.desk_ids import DeskPaste
from bot.presentation.desk_message import which_briefing_card
from bot.presentation.desk_paste import (
    LONGEST_FIELD,
    TEXT,
    continue_card,
    imported_news,
    paste_form,
)
from bot.presentation.desk_state import Piece
from cogs.alert_views import put
from cogs.desk_people import editor_of
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.kept import keep
from cogs.modals import FormEntrance
from cogs.replies import language_of

MOST_BYTES = 2_000_000
_TOO_LARGE = "This file is larger than 2 MB; send the text alone, as txt, md, html or docx."


def require_size(size: int) -> None:
    """Raises Refused for a file that is too large, before it is fetched."""
    if size > MOST_BYTES:
        raise Refused(_TOO_LARGE)


async def bring(
    interaction: Interaction, piece: Piece, briefing: str | None, hint: str = ""
) -> None:
    """Makes a draft of a document, and opens it; the answer was deferred before.

    Where it has to be said in which briefing it belongs, that is asked, and nothing is lost.
    """
    app, editor = interaction.client.app, editor_of(interaction)
    named = await app.desk.named(editor, briefing)
    data = await data_of(interaction, piece)
    order = Order(
        newsroom=editor.server,
        author=editor.name,
        briefing=named.name if named else None,
        beside=True,
    )
    try:
        imported = await app.importing.bring(data, piece.name, order)
    except Incomplete as lacking:
        if lacking.lacks != "briefing":
            raise
        kept = await keep(interaction, piece)
        await put(interaction, which_briefing_card(await app.desk.briefings(editor), kept))
        return
    deed = f"Imported from {piece.origin or piece.name}"
    bench = await app.desk.begun(editor, imported.issue.id, deed)
    again = imported.outcome is Outcome.UNCHANGED
    news = imported_news(imported.issue, imported.notes, again=again, hint=hint)
    await put(interaction, desk_card(bench, language_of(interaction), news))


async def data_of(interaction: Interaction, piece: Piece) -> bytes:
    """What is in it; raises Refused for a file that Discord does not have any more."""
    if not piece.url:
        return piece.text.encode("utf-8", "replace")
    try:
        return await interaction.client.http.get_from_cdn(piece.url)
    except (discord.NotFound, discord.Forbidden) as error:
        raise Refused("Discord does not have this file any more; upload it again.") from error


def pasted(text: str) -> Piece:
    """What was typed or pasted."""
    return Piece(name="pasted.txt", text=text, origin="pasted text")


class DeskPasteEntrance(FormEntrance[DeskPaste], kind=DeskPaste):
    """What was pasted or uploaded; a field that came back full was probably cut."""

    async def answer(self, interaction: Interaction) -> None:
        await interaction.client.app.desk.require(editor_of(interaction))
        uploaded = _uploaded(interaction)
        typed = self.typed.get(TEXT, "")
        before = await _kept(interaction, self.key.kept)
        whole = joined(before, typed) if before else typed
        if uploaded is None and len(typed) >= LONGEST_FIELD:
            kept = await interaction.client.app.list_states.keep(whole)
            await put(interaction, continue_card(whole, kept))
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        if uploaded is not None:
            require_size(uploaded.size)
            piece = Piece(name=uploaded.name, url=uploaded.url)
        elif whole.strip():
            piece = pasted(whole)
        else:
            raise Refused("Nothing was pasted; paste the document, or upload it.")
        await bring(interaction, piece, None)


class DeskPasteButton(Entrance[DeskPaste], kind=DeskPaste):
    """Opens the window to paste the rest into, or takes what is there."""

    async def answer(self, interaction: Interaction) -> None:
        await interaction.client.app.desk.require(editor_of(interaction))
        if self.key.done:
            whole = await _kept(interaction, self.key.kept)
            await interaction.response.defer(ephemeral=True, thinking=True)
            await bring(interaction, pasted(whole), None)
            return
        await interaction.response.send_modal(paste_form(self.key.kept))


async def _kept(interaction: Interaction, key: int | None) -> str:
    if key is None:
        return ""
    found = await interaction.client.app.list_states.recall(key)
    if found is None:
        raise Refused("What was pasted before was kept for 90 days; begin again.")
    return found


class Uploaded(NamedTuple):
    """A file of a form: discord.py gives no attachment for a form that it does not remember."""

    name: str
    size: int
    url: str


def _uploaded(interaction: Interaction) -> Uploaded | None:
    data: Mapping[str, Any] = dict(interaction.data or {})
    attachments: Mapping[str, Any] = data.get("resolved", {}).get("attachments", {})
    for each in attachments.values():
        return Uploaded(str(each["filename"]), int(each["size"]), str(each["url"]))
    return None


ENTRANCES = (DeskPasteButton,)
FORMS = (DeskPasteEntrance,)
