"""The card: the message that every answer is shown as."""

from collections.abc import Sequence

import discord

from bot.presentation.custom_id import CustomId


class Card(discord.ui.LayoutView):
    """Texts and rows of controls, one below the other, in a frame.

    `colour` is that of the briefing that it belongs to, if that has one; it says nothing by itself.
    Its clicks are answered by their custom ids, wherever it came from. So it is stopped from the
    start: discord.py would keep every card ever sent, to wait for clicks that it need not answer.
    """

    def __init__(self, colour: int | None = None) -> None:
        super().__init__(timeout=None)
        # discord.py leaves out the number 0, which is black.
        accent = None if colour is None else discord.Colour(colour)
        self.frame: discord.ui.Container[Card] = discord.ui.Container(accent_colour=accent)
        self.add_item(self.frame)
        self.stop()

    def say(self, *lines: str) -> None:
        """Adds one text of these lines; empty ones are left out."""
        text = "\n".join(line for line in lines if line)
        if text:
            self.frame.add_item(discord.ui.TextDisplay(text))

    def beside(self, button: "Button", text: str) -> None:
        """Adds a text with a button beside it."""
        self.frame.add_item(discord.ui.Section(text, accessory=button))

    def rule(self) -> None:
        """Adds a thin line."""
        self.frame.add_item(discord.ui.Separator())

    def buttons(self, buttons: Sequence["Button"]) -> None:
        """Adds a row of at most five buttons, if there is one."""
        if buttons:
            self.frame.add_item(discord.ui.ActionRow(*buttons))

    def menu(
        self, placeholder: str, custom_id: CustomId, options: list[discord.SelectOption]
    ) -> None:
        """Adds a menu, if there is something to choose; at most 25 options."""
        if options:
            menu: discord.ui.Select[Card] = discord.ui.Select(
                placeholder=placeholder, custom_id=str(custom_id), options=options
            )
            self.frame.add_item(discord.ui.ActionRow(menu))


Button = discord.ui.Button[Card]


def button(label: str, custom_id: CustomId, *, disabled: bool = False) -> Button:
    """A button without a callback: a cog answers its custom id."""
    return discord.ui.Button(label=label, custom_id=str(custom_id), disabled=disabled)
