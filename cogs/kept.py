"""What is kept between two clicks, because a button has no room for it."""

from typing import TypeVar

from pydantic import ValidationError

from bot.domain.record import Record
from bot.errors import Refused
from cogs.host import Interaction

OPEN_DRAFT = "open the draft with `/desk open`"
OPEN_ISSUE = "open the issue with `/desk open`"
"""What can be done instead, at the desk."""

Kept = TypeVar("Kept", bound=Record)


async def keep(interaction: Interaction, record: Record) -> int:
    """Gives the key for a button."""
    return await interaction.client.app.list_states.keep(record.model_dump_json())


async def recalled(interaction: Interaction, key: int, kind: type[Kept], instead: str) -> Kept:
    """What was kept; raises Refused if that was too long ago, with what to do `instead`.

    Anybody can send any key, so something else may be kept under it.
    """
    text = await interaction.client.app.list_states.recall(key)
    try:
        return kind.model_validate_json(text or "")
    except ValidationError:
        raise Refused(f"This was kept for 90 days; {instead}.") from None
