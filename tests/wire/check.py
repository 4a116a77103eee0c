"""The check of a message that is to be made or edited: the few of Discord's rules that matter."""

from typing import Any

from tests.wire.message import COMPONENTS_V2

NONCE_MOST, CONTENT_MOST = 25, 2_000


def wrong(body: dict[str, Any], *, edited: bool = False) -> int | None:
    """The code of what is wrong with it; https://docs.discord.com/developers/resources/message"""
    content = body.get("content") or ""
    if len(content) > CONTENT_MOST or len(str(body.get("nonce") or "")) > NONCE_MOST:
        return 50035
    if (body.get("flags") or 0) & COMPONENTS_V2 and (content or body.get("embeds")):
        return 50035
    says = content.strip() or any(body.get(part) for part in ("embeds", "components"))
    return None if says or edited else 50006
