"""The places from which people ask."""

from bot.domain.reader import Reader

HOME = Reader(user=1, server=1, channel=10)
"""In the newsroom of the first briefing."""

ELSEWHERE = Reader(user=2, server=5, channel=50)
"""In a server that owns nothing, in the channel that may have subscribed."""

NEXT_DOOR = ELSEWHERE.model_copy(update={"channel": 51})
"""In another channel of that server."""

ALONE = Reader(user=3)
"""In a DM."""
