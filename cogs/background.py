"""Background work: what a task does whose errors would end it for good."""

from collections.abc import Coroutine
from typing import Any

from cogs.host import Host


async def reported(bot: Host, work: Coroutine[Any, Any, object]) -> None:
    """Does it; whatever it raises is reported, and its task goes on."""
    try:
        await work
    except Exception as error:  # noqa: BLE001  # what left the task would end it for good
        await bot.report(error)
