"""What the bot may do in a forum, as the client knows it."""

from collections.abc import AsyncIterator

import discord
import pytest

from bot.domain.access import Access, Right
from bot.domain.subscription import ChannelKind
from cogs.reaching import access_of, target_of
from tests.connecting import until
from tests.delivery.desk import REPORTS, Online, online


@pytest.fixture
async def there() -> AsyncIterator[Online]:
    async with online() as connected:
        yield connected


async def access(there: Online, **changes: object) -> Access:
    """What the bot may do there once these have been changed in the forum."""
    server = REPORTS >> 22 << 22
    forum = there.there.gateway.servers[server].places[-1]
    for name, value in changes.items():
        setattr(forum, name, value)
    forum.name = "changed"
    await there.there.gateway.tell(server, "CHANNEL_UPDATE", forum.payload(server))

    def found() -> discord.ForumChannel:
        channel = there.client.get_channel(REPORTS)
        assert isinstance(channel, discord.ForumChannel)
        return channel

    await until(lambda: found().name == "changed")
    return access_of(found())


async def test_nothing_is_missing_in_a_usual_forum(there: Online) -> None:
    seen = await access(there)
    assert (seen.kind, seen.missing) == (ChannelKind.FORUM, ())


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"needs_tag": True}, (Right.TAG,)),
        ({"needs_tag": True, "tags": {71: "Press"}}, ()),
        ({"needs_tag": True, "tags": {71: "Press"}, "moderated": (71,)}, (Right.TAG,)),
        ({"denied": discord.Permissions(send_messages=True)}, (Right.CREATE_POSTS,)),
        ({"denied": discord.Permissions(send_messages_in_threads=True)}, (Right.SEND_IN_POSTS,)),
    ],
)
async def test_what_a_forum_lacks(
    there: Online, changes: dict[str, object], missing: tuple[Right, ...]
) -> None:
    assert (await access(there, **changes)).missing == missing


async def test_a_media_channel_gets_no_alerts(there: Online) -> None:
    forum = there.client.get_channel(REPORTS)
    assert isinstance(forum, discord.ForumChannel)
    assert target_of(forum) is forum
    forum._type = discord.ChannelType.media.value
    assert target_of(forum) is None
