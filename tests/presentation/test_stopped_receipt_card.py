"""A release that was stopped shows its receipt, and why."""

from hypothesis import given

from bot.domain.delivery import Act, DeliveryState
from bot.domain.receipt import Receipt
from bot.domain.release import ReleaseState
from bot.presentation.stopped_receipt_card import stopped_receipt_card
from tests.presentation.examples import language
from tests.presentation.receipts import count, receipt, receipts
from tests.presentation.shown import assert_sendable, buttons, text
from tests.presentation.texts import long_texts


def test_the_reason_stands_below_the_receipt() -> None:
    found = receipt(count(Act.SEND, DeliveryState.FAILED, 3), state=ReleaseState.STOPPED)
    card = stopped_receipt_card(found, "Discord does not take it (400)", language())
    assert_sendable(card)
    assert "**Stopped**" in text(card)
    assert text(card).endswith("Why it was stopped: Discord does not take it (400)")
    assert buttons(card) == {"Try the failed again": "retry:7"}


def test_no_reason_is_said_to_be_none() -> None:
    card = stopped_receipt_card(receipt(), "", language())
    assert text(card).endswith("Why it was stopped: no reason is known")


@given(receipts, long_texts)
def test_any_reason_can_be_told(found: Receipt, reason: str) -> None:
    assert_sendable(stopped_receipt_card(found, reason, language()))
