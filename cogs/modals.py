"""Forms that were sent: the base of what answers them, with the path that their errors take."""

import re
from collections.abc import Callable, Coroutine, Iterator, Mapping
from typing import Any, Generic, TypeVar

import discord

from bot.presentation.custom_id import CustomId
from cogs.host import Interaction

Key = TypeVar("Key", bound=CustomId)
_Component = Mapping[str, Any]


class FormEntrance(Generic[Key]):
    """A form that answers for ever: its state is in its custom id.

    A subclass names the kind of id, `class Founding(FormEntrance[SetupForm], kind=SetupForm)`, and
    answers. discord.py discards what is sent from a form that it does not remember, such as one
    that was opened before a restart; so it remembers none of ours, and all come this way.
    """

    _kind: type[CustomId]

    def __init_subclass__(cls, *, kind: type[CustomId]) -> None:
        super().__init_subclass__()
        cls._kind = kind

    def __init__(self, key: Key, typed: Mapping[str, str]) -> None:
        self.key = key
        self.typed = typed

    @classmethod
    def sent(cls, data: _Component) -> "FormEntrance[Any] | None":
        """The form that an interaction sends, if it is of this kind."""
        found = re.fullmatch(cls._kind.TEMPLATE, str(data.get("custom_id")))
        return cls(cls._kind.parse(found), dict(_typed(data))) if found else None  # pyright: ignore[reportArgumentType]  # kind is Key

    async def callback(self, interaction: Interaction) -> None:
        """Answers, or reports why not."""
        try:
            await self.answer(interaction)
        except Exception as error:  # noqa: BLE001  # an entrance: every error ends in report()
            await interaction.client.report(error, interaction)

    async def answer(self, interaction: Interaction) -> None:
        """What sending the form does."""
        raise NotImplementedError


def answering(
    *entrances: type[FormEntrance[Any]],
) -> Callable[[Interaction], Coroutine[Any, Any, None]]:
    """A listener for `on_interaction` that answers these forms."""

    async def on_interaction(interaction: Interaction) -> None:
        if interaction.type is not discord.InteractionType.modal_submit:
            return
        data: _Component = dict(interaction.data or {})
        for entrance in entrances:
            if form := entrance.sent(data):
                await form.callback(interaction)

    return on_interaction


def _typed(component: _Component) -> Iterator[tuple[str, str]]:
    """The answers by the custom ids of their questions; the first of several."""
    nested: list[_Component] = [*component.get("components", ())]
    if inner := component.get("component"):
        nested.append(inner)
    for part in nested:
        yield from _typed(part)
        if name := part.get("custom_id"):
            values: list[object] = [*(part.get("values") or ()), part.get("value")]
            yield str(name), str(values[0] or "")
