"""The end of subscriptions, and the way back."""

import pytest

from bot.domain.subscription import ChannelKind, Place, Standing
from bot.presentation.subscription_end import ended_card, restored_card
from bot.presentation.subscription_undo import Ended
from tests.presentation.alerts import subscription
from tests.presentation.examples import HARBOUR, POLICY, briefing
from tests.presentation.shown import assert_sendable, buttons, text

PLACE = Place(server=20, channel=30, kind=ChannelKind.THREAD)
BOTH = [
    subscription(id=5, place=PLACE),
    subscription(id=6, place=PLACE, briefing=HARBOUR, standing=Standing.BY_HAND),
]


def test_all_that_ended_is_named_and_can_be_undone() -> None:
    card = ended_card(BOTH, 77)
    assert text(card).splitlines() == [
        "<#30> gets no more alerts of **Policy Alert** and **Harbour Watch**.",
        "What has been sent stays, and is corrected if need be.",
    ]
    assert buttons(card) == {"Undo": "restore:77"}


def test_of_very_many_the_first_are_named_inert() -> None:
    hostile = POLICY.model_copy(update={"name": "@everyone **x** " + "港" * 300})
    many = [subscription(id=1, briefing=hostile)] * 3
    many += [subscription(id=key, briefing=briefing(key)) for key in range(2, 60)]
    card = ended_card(many, 77)
    assert_sendable(card)
    assert "@everyone" not in text(card)
    assert "and 51 more" in text(card)


def test_what_came_back_is_named() -> None:
    assert text(restored_card(30, BOTH)) == (
        "<#30> is subscribed to **Policy Alert** and **Harbour Watch** again, as before;"
        " `/alerts list` shows how it stands."
    )
    assert text(restored_card(30, [])).startswith("<#30> was subscribed anew; `/alerts list`")


def test_what_ended_comes_back_from_its_text() -> None:
    ended = Ended.of(BOTH)
    assert ended == Ended(place=PLACE, keys=(5, 6), paused=(6,))
    assert Ended.read(ended.text) == ended


@pytest.mark.parametrize("text", [None, "", "q1", '{"briefing": 1}', '{"keys": [1]}'])
def test_what_is_none_is_none(text: str | None) -> None:
    assert Ended.read(text) is None
