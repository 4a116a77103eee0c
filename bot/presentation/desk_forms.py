"""The forms of the desk: what each asks, filled with what is there or was typed before."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import discord
from discord import ui

from bot.presentation.custom_id import CustomId
from bot.presentation.desk_ids import DeskForm, DeskKept, DeskSend
from bot.presentation.form import Form

LONGEST = 4_000
"""Characters that Discord lets somebody type into one field."""

_DAY = "Such as 2022-01-28 or January 28, 2022; leave it empty if it is not known."


class Field(NamedTuple):
    """One question: its name in what is sent, its words, a hint, how much may be typed."""

    name: str
    question: str
    hint: str = ""
    most: int = 200
    long: bool = False
    required: bool = False


_SPOKEN = (
    Field("speaker", "Speaker", "Leave it empty if nobody is named."),
    Field("role", "Role"),
    Field("country", "The speaker's country"),
    Field("day", "Said on", _DAY, 40),
)
_WORDS = Field("words", "Words", "Without quotation marks around them.", LONGEST, True, True)
_COUNTRIES = Field("country", "Countries", "With commas between them.")
SOURCE = Field("source", "Source", "A link, or who printed it.", 500)
_REASON = Field("reason", "Why, for everybody to read", "", 500, True, True)
_AGAIN = Field(
    "number", "Its number", "Typed to be sure: the issue cannot come back.", 12, False, True
)
_WHEN = Field("when", "When", "Such as 18:00, tomorrow 9am or 2022-01-28 14:00.", 60, False, True)
_ZONE = Field(
    "zone",
    "Time zone of this newsroom",
    "A city such as Berlin or New York, or an offset such as +2; asked for once.",
    60,
    False,
    True,
)
_HAPPENING = (
    Field("sentence", "What happens, in one sentence", "", 2_000, True, True),
    Field("day", "Day, month or year", "Such as 2022-01-28, 2022-01 or 2022.", 40, False, True),
    _COUNTRIES,
    Field("expected", "Is it expected, and has not happened yet?", "Type yes or no.", 3),
)
_MASTHEAD = (
    Field("number", "Number", "", 9),
    Field("day", "Date", "Such as 2022-01-28 or January 28, 2022.", 40),
    Field("title", "Title", "", 240),
)
_SECTION = (
    Field("heading", "Heading", "Leave it empty for the overview."),
    Field("country", "Countries", "Left empty, those that the heading names."),
    Field("text", "Text", "", LONGEST, True, True),
    SOURCE,
)
FORMS: dict[str, tuple[str, tuple[Field, ...]]] = {
    "fmast": ("Number, date, title", _MASTHEAD),
    "faddsec": ("A new section", _SECTION),
    "ftext": ("The text", (Field("text", "Text of this part", "", LONGEST, True),)),
    "fname": ("Heading and countries", (Field("heading", "Heading"), _COUNTRIES, SOURCE)),
    "faddq": ("A new quote", (_WORDS, *_SPOKEN)),
    "fquote": ("The quote", (_WORDS, *_SPOKEN)),
    "fadde": ("A new event", _HAPPENING),
    "fevent": ("The event", _HAPPENING),
    "fwithdra": ("Withdraw the issue", (_REASON, _AGAIN)),
    "freason": ("Send the correction", (_REASON,)),
    "fwhen": ("When to publish", (_WHEN,)),
    "fwhenz": ("When to publish", (_WHEN, _ZONE)),
    "csay": ("A quote", (_WORDS, *_SPOKEN)),
    "chappen": ("An event", _HAPPENING),
    "fsource": ("Where the quote is from", (SOURCE._replace(required=True),)),
    "fwords": ("The quote in the new text", (_WORDS._replace(hint="Copied from the new text."),)),
}
"""By the verbs of their ids: what a form is called, and what it asks."""


def desk_form(key: DeskForm, typed: Mapping[str, str]) -> Form:
    """The form that a verb names, with what is known already."""
    title, asked = FORMS[key.verb]
    return form_of(title, key, asked, typed)


def desk_kept_form(key: DeskKept) -> Form:
    """Asks for words or for a source, about something that is kept."""
    title, asked = FORMS[f"f{key.verb}"]
    return form_of(title, key, asked, {})


def desk_reason_form(key: DeskSend, reason: str) -> Form:
    """Asks why a correction is made."""
    title, asked = FORMS["freason"]
    return form_of(title, key, asked, {"reason": reason})


def form_of(title: str, key: CustomId, asked: Iterable[Field], typed: Mapping[str, str]) -> Form:
    """A form that asks these questions, filled with what was typed before."""
    form = Form(title, key)
    for field in asked:
        style = discord.TextStyle.paragraph if field.long else discord.TextStyle.short
        control: ui.TextInput[Form] = ui.TextInput(
            custom_id=field.name,
            style=style,
            default=typed.get(field.name, "")[: field.most] or None,
            max_length=field.most,
            required=field.required,
        )
        form.ask(field.question, control, field.hint or None)
    return form
