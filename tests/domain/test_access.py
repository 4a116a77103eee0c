"""What the bot may do in a channel, and which rights it lacks for alerts."""

from typing import Any

import pytest

from bot.domain.access import NOWHERE, Access, Right


@pytest.mark.parametrize(
    ("access", "missing"),
    [
        ({}, ()),
        ({"view": False}, (Right.VIEW,)),
        ({"send": False}, (Right.SEND,)),
        ({"send": False, "thread": True}, (Right.SEND_IN_THREADS,)),
        ({"thread": True, "locked": True}, (Right.UNLOCKED,)),
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
