"""Entrances: the bases of what people use, with the path that their errors take."""

from collections.abc import Callable, Coroutine
from functools import wraps
from re import Match
from typing import Any, Generic, Self, TypeVar

import discord
from discord import app_commands

from bot.presentation.custom_id import CustomId
from cogs.host import Interaction

Control = discord.ui.Button[Any] | discord.ui.Select[Any]
Key = TypeVar("Key", bound=CustomId)


class Entrance(discord.ui.DynamicItem[Control], Generic[Key], template=r"(?!)"):
    """A button or menu that answers for ever: its state is in its custom id.

    A subclass names the kind of id, `class TurnButton(Entrance[Turn], kind=Turn)`, and answers.
    discord.py only logs what a dynamic item raises, so `callback` reports it instead.
    """

    _kind: type[CustomId]
    key: Key

    def __init_subclass__(cls, *, kind: type[CustomId]) -> None:
        super().__init_subclass__(template=kind.TEMPLATE)
        cls._kind = kind

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: Any, match: Match[str], /
    ) -> Self:
        """Called by discord.py when a custom id matches."""
        made = cls(item)
        made.key = cls._kind.parse(match)  # pyright: ignore[reportAttributeAccessIssue]  # kind is Key
        return made

    @property
    def chosen(self) -> str:
        """What was picked in a menu; nothing for a button. It may be anything: it was sent."""
        values = self.item.values if isinstance(self.item, discord.ui.Select) else ()
        return next(iter(values), "")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answers, or reports why not."""
        try:
            await self.answer(interaction)
        except Exception as error:  # noqa: BLE001  # an entrance: every error ends in report()
            await interaction.client.report(error, interaction)

    async def answer(self, interaction: Interaction) -> None:
        """What the click does."""
        raise NotImplementedError


Suggest = Callable[[Interaction, str], Coroutine[Any, Any, list[app_commands.Choice[str]]]]


def suggesting(suggest: Suggest) -> Suggest:
    """An autocomplete callback whose errors are reported; the person sees no choices."""

    @wraps(suggest)
    async def reported(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        try:
            return await suggest(interaction, typed)
        except Exception as error:  # noqa: BLE001  # an entrance: every error ends in report()
            await interaction.client.report(error)
            return []

    return reported
