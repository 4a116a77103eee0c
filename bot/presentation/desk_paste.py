"""Pasting a document at the desk: the window, and what answers a field that came back full."""

import discord
from discord import ui

from bot.domain.issue import Issue
from bot.presentation.card import Card, button
from bot.presentation.desk_ids import DeskPaste
from bot.presentation.form import Form
from bot.presentation.line import line
from bot.presentation.masthead import issue_name
from bot.presentation.room import Room

TEXT, FILE = "text", "file"
"""The custom ids of the questions."""

LONGEST_FIELD = 4_000
"""Characters that Discord lets somebody paste into one field; it cuts what is longer."""

DROPPED = (
    "Your app dropped the line breaks, so headings may be missed: paste it into the window of "
    "`/desk import` without options, or upload the file."
)
_END = Room(60, 200)
_NOTES = 4
_NOTE = Room(250, 700)


def paste_form(kept: int | None = None) -> Form:
    """A window to paste into, or to upload in."""
    form = Form("Import a document", DeskPaste(kept))
    text: ui.TextInput[Form] = ui.TextInput(
        custom_id=TEXT,
        style=discord.TextStyle.paragraph,
        max_length=LONGEST_FIELD,
        required=False,
    )
    hint = "A longer text goes on in a second window." if kept is None else "From where it was cut."
    form.ask("Text", text, hint)
    if kept is None:
        upload: ui.FileUpload[Form] = ui.FileUpload(custom_id=FILE, required=False, max_values=1)
        form.ask("Or a file", upload, "txt, md, html or docx, up to 2 MB.")
    return form


def continue_card(whole: str, kept: int) -> Card:
    """Where the text was probably cut, and the two ways on."""
    card = Card()
    card.say(
        "# Is that all of it?",
        f"The window was full, and the text ends with “…{line(whole[-60:], _END)}”.",
        "Paste the rest from there; what comes twice is taken once.",
    )
    card.buttons(
        [
            button("Continue pasting…", DeskPaste(kept)),
            button("That is all", DeskPaste(kept, done=True)),
        ]
    )
    return card


def imported_news(issue: Issue, notes: tuple[str, ...], *, again: bool, hint: str = "") -> str:
    """What became of a document, and what its importer says of it."""
    told = f"{issue_name(issue)} has this text already." if again else "Imported."
    shown = [line(note, _NOTE) for note in notes[:_NOTES]]
    if len(notes) > _NOTES:
        shown.append(f"And {len(notes) - _NOTES} more notes.")
    return "\n".join(part for part in (told, hint, *shown) if part)
