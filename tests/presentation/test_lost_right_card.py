"""A channel that gets no alerts any more is told why, and what to do about it."""

from typing import Any

import pytest
from hypothesis import given

from bot.domain.access import NOWHERE, Access
from bot.domain.subscription import ChannelKind, Place, Standing
from bot.presentation.lost_right_card import lost_right_card
from tests.presentation.alerts import subscription
from tests.presentation.examples import language
from tests.presentation.shown import assert_sendable, buttons, text
from tests.presentation.texts import long_texts


def lines(access: Access, **changes: Any) -> list[str]:
    card = lost_right_card(subscription(**changes), access, language())
    assert_sendable(card)
    assert buttons(card) == {"Check again": "recheck:5"}
    return text(card).splitlines()


def test_it_says_what_is_paused_since_when_and_what_is_missing() -> None:
    shown = lines(Access(send=False), standing=Standing.NO_RIGHT, detail="send")
    assert shown == [
        "## Alerts of Policy Alert are paused",
        "Nothing has been sent to <#30> since <t:1643443200:f>.",
        "- Sitrep may not write in <#30>: in the channel's settings, open **Permissions**, "
        "add Sitrep and allow **Send Messages**.",
        "-# Then press **Check again**. What is still worth sending is sent at once.",
    ]


def test_a_channel_that_is_gone_is_said_to_be() -> None:
    shown = lines(NOWHERE, standing=Standing.GONE, since=None)
    assert shown[1] == "Nothing has been sent to <#30>."
    assert shown[2].startswith("- <#30> is not there any more")
    assert len(shown) == 4


def test_what_was_noted_stands_in_for_what_cannot_be_seen_now() -> None:
    noted = lines(Access(), detail="view history")
    assert "allow **View Channel**" in noted[2]
    assert "allow **Read Message History**" in noted[3]
    place = Place(server=20, channel=30, kind=ChannelKind.THREAD)
    assert "the thread belongs to" in lines(Access(), detail="view", place=place)[2]


@pytest.mark.parametrize(
    ("detail", "said"),
    [
        ("the bot may not write in the channel", "The bot may not write in the channel"),
        ("", "Discord refuses without a reason"),
        ("# @everyone", "\\# @\u200beveryone"),
    ],
)
def test_a_refusal_without_a_missing_right_is_told_in_words(detail: str, said: str) -> None:
    ending = ": look at the channel's permissions for Sitrep and for its roles."
    assert lines(Access(), detail=detail)[2] == f"- {said}{ending}"


def test_the_ping_is_advice_beside_what_blocks() -> None:
    shown = lines(Access(can_ping=False), detail="send")
    assert "allow **Send Messages**" in shown[2]
    assert "ping nobody" in shown[3]


@given(long_texts)
def test_any_refusal_can_be_told(detail: str) -> None:
    lines(Access(), detail=detail)


def test_all_that_is_paused_in_the_channel_is_named() -> None:
    tides = subscription(
        id=6, briefing=subscription().briefing.model_copy(update={"name": "Tides"})
    )
    card = lost_right_card(subscription(), Access(send=False), language(), [tides])
    assert text(card).splitlines()[0] == "## Alerts of Policy Alert and Tides are paused"
