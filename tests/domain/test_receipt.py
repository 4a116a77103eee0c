"""A receipt: how many messages stand how, and for which reasons."""

from bot.domain.delivery import Act, DeliveryState
from bot.domain.receipt import Count, Receipt
from tests.presentation.receipts import receipt

SENT, FAILED, MISSED = DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.MISSED


def count(act: Act, state: DeliveryState, number: int, reason: str = "") -> Count:
    return Count(act=act, state=state, number=number, reason=reason)


FULL: Receipt = receipt(
    count(Act.SEND, SENT, 40),
    count(Act.EDIT, SENT, 2),
    count(Act.REPLY, SENT, 1),
    count(Act.CROSSPOST, SENT, 9),
    count(Act.SEND, FAILED, 3, "no room"),
    count(Act.EDIT, FAILED, 4, "too old"),
    count(Act.CROSSPOST, FAILED, 5, "no right"),
    count(Act.EDIT, FAILED, 4, "no room"),
    count(Act.SEND, MISSED, 1, "too late"),
)


def test_acts_are_counted_by_how_they_stand_and_crossposts_are_extra() -> None:
    assert FULL.number(SENT) == 43
    assert FULL.number(FAILED) == 11
    assert FULL.number(FAILED, MISSED) == 12
    assert FULL.number(DeliveryState.WAITING) == 0
    assert FULL.number() == 0


def test_reasons_are_told_the_most_frequent_first() -> None:
    assert list(FULL.reasons(FAILED).items()) == [("no room", 7), ("no right", 5), ("too old", 4)]
    assert FULL.reasons(MISSED) == {"too late": 1}
    assert FULL.reasons(DeliveryState.WAITING) == {}


def test_nothing_is_counted_where_nothing_was_asked() -> None:
    assert receipt().number(*DeliveryState) == 0
    assert receipt().reasons(*DeliveryState) == {}
