"""A hand: somebody's commands, clicks, choices and sent forms, each of which is a tap."""

from collections.abc import Awaitable, Callable
from typing import Any

import simcord

from tests.cogs.shown import menu, parts

Before = Callable[[], Awaitable[None]]


async def nothing() -> None:
    """What happens before a tap, mostly."""


class Hand:
    """`before` is done before each tap; `taps` counts them."""

    def __init__(
        self, person: simcord.MemberActor, channel: simcord.ChannelHandle, before: Before = nothing
    ) -> None:
        self.person, self.channel = person, channel
        self.taps = 0
        self._before = before

    async def type(self, command: str, **options: Any) -> simcord.InteractionResult:
        """A command, with all its options."""
        await self._tap()
        return await self.person.slash(self.channel, command, **options)

    async def press(
        self, shown: simcord.InteractionResult, label: str, nth: int = 0
    ) -> simcord.InteractionResult:
        """A click on the button of that label, on the `nth` if there are several."""
        await self._tap()
        assert shown.response, "nothing was answered"
        keys = [part["custom_id"] for part in parts(shown) if part.get("label") == label]
        assert keys, f"there is no button {label}"
        return await self.person.click(shown.response, custom_id=keys[nth])

    async def pick(
        self, shown: simcord.InteractionResult, prompt: str, *values: str
    ) -> simcord.InteractionResult:
        """A choice in the menu whose placeholder begins so."""
        await self._tap()
        assert shown.response, "nothing was answered"
        key = menu(shown, prompt)["custom_id"]
        return await self.person.select(shown.response, list(values), custom_id=key)

    async def send(
        self, form: simcord.InteractionResult, **typed: Any
    ) -> simcord.InteractionResult:
        """Sends a form; what is not typed stays as it was filled in."""
        await self._tap()
        return await self.person.submit_modal(form, filled(form) | typed)

    async def fill(
        self, shown: simcord.InteractionResult, label: str, **typed: Any
    ) -> simcord.InteractionResult:
        """Opens a form and sends it."""
        return await self.send(await self.press(shown, label), **typed)

    async def _tap(self) -> None:
        await self._before()
        self.taps += 1


def filled(form: simcord.InteractionResult) -> dict[str, Any]:
    """What stands in a form when it opens."""
    assert form.modal, "no form was opened"
    asked = [each["component"] for each in form.modal["components"]]
    return {each["custom_id"]: each["value"] for each in asked if each.get("value")}
