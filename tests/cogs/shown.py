"""What an answer shows: its words and its controls."""

from collections.abc import Iterable, Iterator
from typing import Any

import discord
import simcord

_TEXT = 10
"""The type of a TextDisplay in Discord's component reference."""


def parts(result: simcord.InteractionResult) -> Iterator[dict[str, Any]]:
    """Every component of the answer, from top to bottom."""
    assert result.response is not None, "nothing was answered"
    yield from _walk(result.response.components)


def text_of(result: simcord.InteractionResult) -> str:
    """All words of the answer."""
    return _words(parts(result))


def words_below(result: simcord.InteractionResult) -> list[str]:
    """All words of each further message that only the person sees."""
    assert all(message.ephemeral for message in result.followups)
    return [_words(_walk(message.components)) for message in result.followups]


def title_of(result: simcord.InteractionResult) -> str:
    """The first line of the answer."""
    return text_of(result).partition("\n")[0]


def sections(result: simcord.InteractionResult) -> list[str]:
    """The headings below the title."""
    return [line[3:] for line in text_of(result).splitlines() if line.startswith("## ")]


def private(result: simcord.InteractionResult) -> bool:
    """Whether only the person who asked sees the answer."""
    assert result.response is not None, "nothing was answered"
    return result.response.ephemeral


def in_place(result: simcord.InteractionResult) -> bool:
    """Whether a click changed the message it was made on."""
    return result._interaction.response_kind == "update"


def labels(result: simcord.InteractionResult) -> list[str]:
    """What stands on the buttons, in order."""
    return [part["label"] for part in parts(result) if part.get("label")]


def menu(result: simcord.InteractionResult, prompt: str) -> dict[str, Any]:
    """The menu whose placeholder has these words."""
    return next(part for part in parts(result) if prompt in str(part.get("placeholder", "")))


def options(result: simcord.InteractionResult, prompt: str) -> dict[str, str]:
    """Labels and values of that menu."""
    return {option["label"]: option["value"] for option in menu(result, prompt)["options"]}


def all_words(result: simcord.InteractionResult) -> str:
    """Everything to read on the answer, its controls included."""
    found = [text_of(result)]
    for part in parts(result):
        found += [str(part.get(name)) for name in ("label", "placeholder") if part.get(name)]
        found += [str(option) for option in part.get("options", ())]
    return "\n".join(found)


def usable(result: simcord.InteractionResult) -> list[dict[str, Any]]:
    """The buttons and menus that can be used."""
    return [part for part in parts(result) if part.get("custom_id") and not part.get("disabled")]


async def use(
    person: simcord.MemberActor, result: simcord.InteractionResult, control: dict[str, Any]
) -> simcord.InteractionResult:
    """Clicks the button, or picks the last option of the menu."""
    assert result.response is not None, "nothing was answered"
    if options := control.get("options"):
        last = options[-1]["value"]
        return await person.select(result.response, [last], custom_id=control["custom_id"])
    return await person.click(result.response, custom_id=control["custom_id"])


def words_of(message: discord.Message) -> str:
    """All words of a message in a channel."""
    components = [component.to_dict() for component in message.components]
    return _words(_walk(components))


def _words(parts: Iterable[dict[str, Any]]) -> str:
    return "\n".join(part["content"] for part in parts if part["type"] == _TEXT)


def _walk(components: Iterable[Any]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from _walk(component.get("components", ()))
        if accessory := component.get("accessory"):
            yield accessory
