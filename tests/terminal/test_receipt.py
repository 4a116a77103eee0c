"""A receipt as lines of text."""

from typing import Any

import pytest

from bot.domain.delivery import Act, DeliveryState
from bot.domain.receipt import Count, Receipt
from bot.domain.release import Release, ReleaseKind, ReleaseState
from bot.terminal.receipt import receipt_lines
from tests.moments import NOW, later
from tests.terminal.examples import ISSUE


def count(act: Act, state: DeliveryState, number: int, reason: str = "") -> Count:
    return Count(act=act, state=state, reason=reason, number=number)


def receipt(*counts: Count, **changes: Any) -> Receipt:
    release = Release(
        id=7,
        issue=ISSUE,
        kind=ReleaseKind.CORRECTION,
        state=ReleaseState.DONE,
        author="Rin Okada",
        made_at=NOW,
        due_at=NOW,
        reason="A name was wrong.",
    )
    ends = {"first": NOW, "last": later(seconds=24)}
    return Receipt(release=release.model_copy(update=changes), counts=counts, **ends)


def test_it_says_what_came_through_and_what_became_of_the_rest() -> None:
    found = receipt(
        count(Act.SEND, DeliveryState.SENT, 3),
        count(Act.SEND, DeliveryState.FAILED, 2, "a moderation rule of the server blocks it"),
        count(Act.SEND, DeliveryState.UNCERTAIN, 1),
        count(Act.EDIT, DeliveryState.SENT, 4),
        count(Act.EDIT, DeliveryState.SKIPPED, 1, "the message was deleted"),
        count(Act.EDIT, DeliveryState.HELD, 2),
        count(Act.CROSSPOST, DeliveryState.FAILED, 1, "the bot may not publish in the channel"),
    )
    assert receipt_lines(found) == [
        "7: correction of Quay Report #12 · done · by Rin Okada · 2022-02-01 12:00:00 UTC",
        "  A name was wrong.",
        "  sent: 3 of 6",
        "  changed: 4 of 6",
        "  passed on to servers that follow: 0 of 1",
        "  from 2022-02-01 12:00:00 UTC to 2022-02-01 12:00:24 UTC",
        "  failed: 2",
        "      a moderation rule of the server blocks it: 2",
        "  uncertain: 1; they may have come through, look in the channels",
        "  waiting until their channels can be reached again: 2",
        "  skipped: 1",
        "      the message was deleted: 1",
    ]


def test_a_release_without_messages_is_one_line() -> None:
    bare = receipt(state=ReleaseState.PENDING, reason="")
    bare = bare.model_copy(update={"first": None, "last": None})
    assert receipt_lines(bare) == [
        "7: correction of Quay Report #12 · waiting for its window · by Rin Okada · 2022-02-01",
        "12:00:00 UTC",
    ]


def test_what_goes_out_is_counted() -> None:
    shown = receipt_lines(
        receipt(
            count(Act.SEND, DeliveryState.WAITING, 9), count(Act.SEND, DeliveryState.SENDING, 1)
        )
    )
    assert "  going out: 9" in shown
    assert "  being sent: 1" in shown


def test_long_reasons_stay_inside_the_width() -> None:
    long = receipt(
        count(Act.SEND, DeliveryState.FAILED, 1, "refused again " * 30), reason="x " * 90
    )
    assert all(len(line) <= 88 for line in receipt_lines(long))


def test_what_was_made_quietly_says_so() -> None:
    quiet = receipt(quiet=True, kind=ReleaseKind.PUBLICATION)
    assert "  made quietly: nobody is told" in receipt_lines(quiet)
    sent = receipt(count(Act.SEND, DeliveryState.SENT, 1), quiet=True, kind=ReleaseKind.UPDATE)
    assert "  made quietly" in receipt_lines(sent)
    edited = receipt(count(Act.EDIT, DeliveryState.SENT, 1), quiet=True)
    assert "  made quietly: messages are edited without a note" in receipt_lines(edited)


@pytest.mark.parametrize("state", ReleaseState)
def test_how_a_release_stands_is_said_in_words(state: ReleaseState) -> None:
    assert " · by Rin Okada" in " ".join(receipt_lines(receipt(state=state)))
    words = {ReleaseState.OPEN: "going out", ReleaseState.UNDONE: "taken back"}
    assert words.get(state, "") in receipt_lines(receipt(state=state))[0]
