"""Setting up: an administrator clicks through the panel of `/setup`."""

from collections.abc import Iterable
from typing import Any

import simcord

from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import options, parts

_CHANNEL_MENU = 8
"""The type of a channel select in Discord's component reference."""


async def opened(desk: Newsroom) -> simcord.InteractionResult:
    """The first page."""
    return await desk.admin.slash(desk.channel, "setup")


async def click(
    desk: Newsroom, panel: simcord.InteractionResult, label: str
) -> simcord.InteractionResult:
    """What a button of the panel leads to."""
    assert panel.response
    return await desk.admin.click(panel.response, label=label)


async def choose(
    desk: Newsroom,
    panel: simcord.InteractionResult,
    prompt: str,
    channels: Iterable[simcord.ChannelHandle],
) -> simcord.InteractionResult:
    """Picks channels in the menu whose placeholder has these words."""
    (found,) = (part for part in channel_menus(panel) if prompt in part["placeholder"])
    assert panel.response
    return await desk.admin.select(panel.response, list(channels), custom_id=found["custom_id"])


def channel_menus(panel: simcord.InteractionResult) -> list[dict[str, Any]]:
    """The menus of channels, from top to bottom."""
    return [part for part in parts(panel) if part["type"] == _CHANNEL_MENU]


async def at_briefing(desk: Newsroom) -> simcord.InteractionResult:
    """The page of the only briefing there is to read."""
    shelf = await click(desk, await opened(desk), "I want to read")
    (value,) = options(shelf, "Briefing").values()
    assert shelf.response
    return await desk.admin.select(shelf.response, [value])


async def at_form(desk: Newsroom) -> simcord.InteractionResult:
    """The form of a first briefing."""
    return await click(desk, await opened(desk), "I want to publish")


async def fill(
    desk: Newsroom, form: simcord.InteractionResult, **typed: str
) -> simcord.InteractionResult:
    """Sends the form; what is not said is typed as somebody would who reads its questions."""
    answers = {"name": "Quay Letter", "zone": "Berlin", "readers": "private"} | typed
    return await desk.admin.submit_modal(form, answers)


def proposed(form: simcord.InteractionResult) -> dict[str, Any]:
    """What stands in the questions before anybody types; of a choice, the one that is ticked."""
    assert form.modal
    controls = [label["component"] for label in form.modal["components"]]
    return {control["custom_id"]: _standing(control) for control in controls}


def _standing(control: dict[str, Any]) -> Any:
    ticked = [each["value"] for each in control.get("options", ()) if each.get("default")]
    return ticked[0] if ticked else control.get("value")
