"""A mold: a card written out once, of which each message differs in the id of one button."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.presentation.card import Card

Components = list[dict[str, Any]]


class Cast(discord.ui.LayoutView):
    """A message from a mold; it has no items of its own."""

    def __init__(self, components: Components) -> None:
        super().__init__(timeout=None)
        self._components = components
        self.stop()

    def to_components(self) -> Components:
        """What is sent."""
        return self._components

    def has_components_v2(self) -> bool:
        """As every card."""
        return True


class Mold:
    """The components of a card; to write them out takes longer than to send them."""

    def __init__(self, card: Card) -> None:
        self._components = card.to_components()
        self._path = _path_to_first_id(self._components)

    def cast(self, custom_id: str) -> Cast:
        """The card with that id on its first button; a card without one stays as it is."""
        if self._path is None:
            return Cast(self._components)
        return Cast(_with_id(self._components, self._path, custom_id))


def _path_to_first_id(components: Components) -> tuple[int, ...] | None:
    for place, component in enumerate(components):
        if component.get("custom_id"):
            return (place,)
        inner = _path_to_first_id(component.get("components", []))
        if inner is not None:
            return (place, *inner)
    return None


def _with_id(components: Components, path: Sequence[int], custom_id: str) -> Components:
    """A copy along the path, the rest as it is."""
    place, *rest = path
    changed = components[place]
    if rest:
        inner = _with_id(changed["components"], rest, custom_id)
        changed = {**changed, "components": inner}
    else:
        changed = {**changed, "custom_id": custom_id}
    return [*components[:place], changed, *components[place + 1 :]]
