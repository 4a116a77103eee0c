"""A form: the window that asks somebody to type something."""

from typing import Any

import discord

from bot.presentation.custom_id import CustomId


class Form(discord.ui.Modal):
    """Questions, one below the other; at most five.

    What is sent is answered by its custom id, whichever process asked. So it is stopped from the
    start: discord.py would keep every form ever opened, to wait for what it need not answer.
    """

    def __init__(self, title: str, custom_id: CustomId) -> None:
        super().__init__(title=title, custom_id=str(custom_id), timeout=None)
        self.stop()

    def ask(self, question: str, control: discord.ui.Item[Any], hint: str | None = None) -> None:
        """Adds a question, with a line of help below it."""
        label: discord.ui.Label[Form] = discord.ui.Label(
            text=question, description=hint, component=control
        )
        self.add_item(label)
