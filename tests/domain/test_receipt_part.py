"""A receipt is counted by kinds of acts."""

from bot.domain.delivery import Act, DeliveryState
from bot.domain.receipt_part import CHANGES, PASSED_ON, POSTS, came_through, part
from tests.presentation.receipts import count, receipt

SENT = count(Act.SEND, DeliveryState.SENT, 4)
SKIPPED = count(Act.SEND, DeliveryState.SKIPPED, 2, "paused by hand")
FAILED = count(Act.SEND, DeliveryState.FAILED, 1, "refused")
CHANGED = count(Act.EDIT, DeliveryState.SENT, 3)
ANSWERED = count(Act.REPLY, DeliveryState.WAITING, 1)
PASSED = count(Act.CROSSPOST, DeliveryState.FAILED, 5, "may not publish")
RECEIPT = receipt(SENT, SKIPPED, FAILED, CHANGED, ANSWERED, PASSED)


def test_what_came_through_is_counted_of_what_was_needed() -> None:
    assert came_through(RECEIPT, *POSTS) == (4, 5)
    assert came_through(RECEIPT, *CHANGES) == (3, 4)
    assert came_through(RECEIPT, *PASSED_ON) == (0, 5)
    assert came_through(receipt(), *POSTS) == (0, 0)


def test_a_part_has_its_own_reasons_only() -> None:
    own = part(RECEIPT, *POSTS, *CHANGES)
    assert own.reasons(DeliveryState.FAILED) == {"refused": 1}
    assert own.release == RECEIPT.release
    assert part(RECEIPT, *PASSED_ON).reasons(DeliveryState.FAILED) == {"may not publish": 5}


def test_every_act_is_of_one_part() -> None:
    assert sorted((*POSTS, *CHANGES, *PASSED_ON)) == sorted(Act)
