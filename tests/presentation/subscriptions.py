"""Subscriptions as they are seen: examples, and strategies for any whatever."""

from typing import Any

from hypothesis import strategies as st

from bot.domain.access import Access
from bot.domain.subscription import ChannelKind, Place, Standing, Subscription, Wishes
from bot.presentation.subscription_text import Seen
from tests.presentation.alerts import subscription
from tests.presentation.entries import briefings, codes, keys, moments, names

snowflakes = st.integers(1, 2**63 - 1)

wishes = st.builds(
    Wishes,
    countries=st.lists(codes, unique=True).map(tuple),
    ping=st.none() | snowflakes,
    ping_updates=st.booleans(),
)
subscriptions = st.builds(
    Subscription,
    id=keys,
    place=st.builds(
        Place, server=snowflakes, channel=snowflakes, kind=st.sampled_from(ChannelKind)
    ),
    briefing=briefings,
    wishes=wishes,
    standing=st.sampled_from(Standing),
    since=st.none() | moments,
    last_sent=st.none() | moments,
)
accesses = st.builds(
    Access,
    there=st.booleans(),
    view=st.booleans(),
    send=st.booleans(),
    history=st.booleans(),
    kind=st.none() | st.sampled_from(ChannelKind),
    locked=st.booleans(),
    send_in_posts=st.booleans(),
    tagged=st.booleans(),
    can_ping=st.none() | st.booleans(),
)
any_seen = st.builds(Seen, subscriptions, accesses, st.just("") | names)

NOTHING = Access(
    send=False,
    history=False,
    kind=ChannelKind.FORUM,
    send_in_posts=False,
    tagged=False,
    can_ping=False,
)
"""Everything is missing, in a forum, of which there is the most to say."""


def seen(access: Access | None = None, name: str = "harbour", **changes: Any) -> Seen:
    """A subscription to the policy briefing, in a channel of which the bot lacks nothing."""
    return Seen(subscription(**changes), access or Access(), name)


def several(number: int, access: Access | None = None, **changes: Any) -> list[Seen]:
    """So many, each in a channel of its own."""
    return [
        seen(access, id=key, place=Place(server=20, channel=10**18 + key), **changes)
        for key in range(1, number + 1)
    ]
