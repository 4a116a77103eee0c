"""What the bot may do in a channel, and which rights it lacks for alerts."""

from typing import Any

import pytest

from bot.domain.access import NOWHERE, Access, Right
from bot.domain.subscription import ChannelKind

THREAD, FORUM = ChannelKind.THREAD, ChannelKind.FORUM


@pytest.mark.parametrize(
    ("access", "missing"),
    [
        ({}, ()),
        ({"view": False}, (Right.VIEW,)),
        ({"send": False}, (Right.SEND,)),
        ({"send": False, "kind": THREAD}, (Right.SEND_IN_THREADS,)),
        ({"kind": THREAD, "locked": True}, (Right.UNLOCKED,)),
        ({"send": False, "kind": FORUM}, (Right.CREATE_POSTS,)),
        ({"send_in_posts": False, "kind": FORUM}, (Right.SEND_IN_POSTS,)),
        ({"tagged": False, "kind": FORUM}, (Right.TAG,)),
        ({"history": False}, (Right.HISTORY,)),
        ({"can_ping": False}, (Right.PING,)),
        ({"can_ping": True}, ()),
        (
            {"send": False, "history": False, "can_ping": False},
            (Right.SEND, Right.HISTORY, Right.PING),
        ),
        ({"view": False, "send": False, "locked": True, "can_ping": False}, (Right.VIEW,)),
    ],
)
def test_what_is_missing_is_named_in_order(
    access: dict[str, Any], missing: tuple[Right, ...]
) -> None:
    assert Access(**access).missing == missing


def test_the_ping_is_advice_and_blocks_nothing() -> None:
    assert Access(can_ping=False).blocking == ()
    assert Access(can_ping=False, send=False).blocking == (Right.SEND,)


def test_a_channel_that_is_gone_blocks() -> None:
    assert NOWHERE.blocking == (Right.VIEW,)
    assert not NOWHERE.there
