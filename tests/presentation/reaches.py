"""Servers that get a briefing: examples, and strategies for any."""

from typing import Any

from hypothesis import strategies as st

from bot.app.desk_reach import SIZE
from bot.domain.reach import Block, Kept, Reach, ReachedServer, Totals, Visit
from bot.domain.subscription import Place, Standing, Subscription, Wishes
from tests.presentation.alerts import subscription
from tests.presentation.entries import briefings, moments, names
from tests.presentation.examples import MORNING, POLICY
from tests.presentation.subscriptions import snowflakes, subscriptions

open_ones = subscriptions.filter(lambda each: each.standing is not Standing.ENDED)
servers = st.builds(
    ReachedServer,
    id=snowflakes,
    name=names,
    subscriptions=st.lists(open_ones, min_size=1, max_size=4).map(lambda found: tuple(found * 25)),
)
reaches = st.builds(
    Reach,
    briefing=briefings,
    totals=st.builds(
        Totals,
        servers=st.integers(0, 10**6),
        channels=st.integers(0, 10**6),
        paused=st.integers(0, 10**6),
        blocked=st.integers(0, 10**6),
    ),
    servers=st.lists(servers, max_size=SIZE, unique_by=lambda each: each.id).map(tuple),
    page=st.integers(0, 9),
    pages=st.integers(1, 10),
)
blocks = st.builds(Block, server=snowflakes, name=names, by=st.none() | snowflakes, at=moments)
kept = st.builds(
    Kept,
    briefing=briefings,
    blocks=st.lists(blocks, max_size=SIZE, unique_by=lambda each: each.server).map(tuple),
    page=st.integers(0, 9),
    pages=st.integers(1, 10),
)
visits = st.builds(Visit, briefing=briefings, server=servers, blocked=st.booleans())


def channel(
    key: int, *countries: str, standing: Standing = Standing.WORKING, server: int = 20
) -> Subscription:
    """A channel that gets the policy briefing since that morning."""
    return subscription(
        id=key,
        place=Place(server=server, channel=1000 + key),
        wishes=Wishes(countries=countries),
        standing=standing,
    )


def shore(*found: Subscription, **changes: Any) -> ReachedServer:
    """A server abroad."""
    made = ReachedServer(id=20, name="Far *Shore*", subscriptions=found or (channel(1, "JP"),))
    return made.model_copy(update=changes)


def block(**changes: Any) -> Block:
    """It is kept out since that morning."""
    made = Block(server=20, name="Far *Shore*", by=77, at=MORNING)
    return made.model_copy(update=changes)


def visit(*found: Subscription, **changes: Any) -> Visit:
    """A look at the server abroad."""
    return Visit(briefing=POLICY, server=shore(*found)).model_copy(update=changes)
