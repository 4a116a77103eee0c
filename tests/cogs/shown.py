"""What an answer shows: its words and its controls."""

from collections.abc import Iterable, Iterator
from typing import Any

import simcord

_TEXT = 10
"""The type of a TextDisplay in Discord's component reference."""


def parts(result: simcord.InteractionResult) -> Iterator[dict[str, Any]]:
    """Every component of the answer, from top to bottom."""
    assert result.response is not None, "nothing was answered"
    yield from _walk(result.response.components)


def text_of(result: simcord.InteractionResult) -> str:
    """All words of the answer."""
    return "\n".join(part["content"] for part in parts(result) if part["type"] == _TEXT)


def labels(result: simcord.InteractionResult) -> list[str]:
    """What stands on the buttons, in order."""
    return [part["label"] for part in parts(result) if part.get("label")]


def button(result: simcord.InteractionResult, label: str) -> str:
    """The custom id of the button with that label."""
    return next(part["custom_id"] for part in parts(result) if part.get("label") == label)


def menu(result: simcord.InteractionResult, placeholder: str) -> dict[str, Any]:
    """The menu whose placeholder begins so."""
    return next(
        part for part in parts(result) if str(part.get("placeholder", "")).startswith(placeholder)
    )


def _walk(components: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from _walk(component.get("components", ()))
        if accessory := component.get("accessory"):
            yield accessory
