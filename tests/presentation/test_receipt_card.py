"""The card of a receipt counts what came through, and says what a person can do about the rest."""

from datetime import timedelta

import pytest
from hypothesis import given, settings

from bot.domain.delivery import Act, DeliveryState
from bot.domain.receipt import Count, Receipt
from bot.domain.release import ReleaseKind, ReleaseState
from bot.presentation.card import Card
from bot.presentation.receipt_card import receipt_card
from tests.presentation.examples import MORNING, language
from tests.presentation.receipts import count, receipt, receipts
from tests.presentation.shown import assert_sendable, buttons, text

SENT = count(Act.SEND, DeliveryState.SENT, 118)
FAILED = count(Act.SEND, DeliveryState.FAILED, 2, "a moderation rule of the server blocks it")
UNCERTAIN = count(Act.SEND, DeliveryState.UNCERTAIN, 1)
MISSED = count(Act.SEND, DeliveryState.MISSED, 3, "it came too late")
HELD = count(Act.SEND, DeliveryState.HELD, 4, "the bot cannot see the channel")
SKIPPED = count(Act.SEND, DeliveryState.SKIPPED, 5, "paused by hand")


def card(found: Receipt) -> Card:
    made = receipt_card(found, language())
    assert_sendable(made)
    return made


def lines(found: Receipt) -> list[str]:
    return text(card(found)).splitlines()


def test_where_all_came_through_it_is_short() -> None:
    made = card(receipt(SENT))
    assert text(made).splitlines() == [
        "## Publication of Policy Alert #244",
        "Sent to **118 of 118** channels.",
        "The first came through on <t:1643443200:f>, the last 24 seconds later.",
        "-# Released by Ada Quill on <t:1643443200:f>",
    ]
    assert buttons(made) == {}


def test_who_approved_it_stands_beside_who_asked() -> None:
    made = receipt(SENT)
    approved = made.release.model_copy(update={"approver": "Ben *Oar*", "approver_id": 8})
    assert lines(made.model_copy(update={"release": approved}))[-1] == (
        "-# Released by Ada Quill, approved by Ben \\*Oar\\*, on <t:1643443200:f>"
    )


def test_all_that_did_not_is_told_with_its_reasons() -> None:
    assert lines(receipt(SENT, FAILED, UNCERTAIN, MISSED, HELD, SKIPPED))[1:-1] == [
        "Sent to **118 of 128** channels.",
        "The first came through on <t:1643443200:f>, the last 24 seconds later.",
        "**Failed: 2**",
        "- A moderation rule of the server blocks it: 2",
        "**Uncertain: 1**. They may have come through: look in the channels, and where one is "
        "missing, press **Send the uncertain again**.",
        "**Missed: 3**",
        "- It came too late: 3",
        "**Waiting: 4**, until their channels can be reached again",
        "- The bot cannot see the channel: 4",
        "**Skipped: 5**",
        "- Paused by hand: 5",
    ]


@pytest.mark.parametrize(
    ("counts", "labels"),
    [
        ((FAILED,), {"Try the failed again": "retry:7"}),
        ((MISSED,), {"Try the failed again": "retry:7"}),
        ((UNCERTAIN,), {"Send the uncertain again": "resend:7"}),
        ((HELD, SKIPPED), {}),
        (
            (FAILED, UNCERTAIN),
            {"Try the failed again": "retry:7", "Send the uncertain again": "resend:7"},
        ),
    ],
)
def test_what_a_person_can_try_again_has_a_button(
    counts: tuple[Count, ...], labels: dict[str, str]
) -> None:
    assert buttons(card(receipt(*counts))) == labels


def test_what_still_goes_out_is_counted() -> None:
    waiting = count(Act.SEND, DeliveryState.WAITING, 9)
    sending = count(Act.SEND, DeliveryState.SENDING, 1)
    shown = lines(receipt(SENT, waiting, sending, state=ReleaseState.OPEN))
    assert shown[1] == "Sent to **118 of 128** channels."
    assert "Still going out: 10." in shown


def test_a_correction_counts_what_it_changed_apart_from_its_notes() -> None:
    changed = count(Act.EDIT, DeliveryState.SENT, 5)
    answered = count(Act.REPLY, DeliveryState.SENT, 2)
    deleted = count(Act.EDIT, DeliveryState.SKIPPED, 1, "the message was deleted")
    found = receipt(SENT, changed, answered, deleted, kind=ReleaseKind.CORRECTION, reason="A name.")
    assert lines(found)[:5] == [
        "## Correction of Policy Alert #244",
        "A name.",
        "Sent to **118 of 118** channels.",
        "Changed **7 of 7** messages that were out already.",
        "2 of them by an answer below, as Discord refuses edits of old messages.",
    ]


def test_what_is_passed_on_is_extra_and_has_no_button() -> None:
    passed = count(Act.CROSSPOST, DeliveryState.SENT, 3)
    refused = count(Act.CROSSPOST, DeliveryState.FAILED, 1, "the bot may not publish")
    made = card(receipt(SENT, passed, refused))
    assert text(made).splitlines()[1:4] == [
        "Sent to **118 of 118** channels.",
        "Passed on **3 of 4** to the servers that follow.",
        "- The bot may not publish: 1",
    ]
    assert "Failed" not in text(made)
    assert buttons(made) == {}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"state": ReleaseState.PENDING}, "Nobody has been told yet; it can be undone."),
        ({"state": ReleaseState.UNDONE}, "Taken back before anybody was told."),
        ({"state": ReleaseState.DONE}, "There was nobody to tell."),
        ({"quiet": True}, "Made quietly: nobody was told."),
        ({"batch": 6}, "Told in one message with another update."),
    ],
)
def test_where_nothing_was_asked_for_it_says_why(changes: dict[str, object], said: str) -> None:
    assert lines(receipt(**changes))[1:-1] == [said]


def test_a_release_that_was_stopped_says_so() -> None:
    shown = lines(receipt(FAILED, state=ReleaseState.STOPPED))
    assert shown[1].startswith("**Stopped**: Discord refuses")


@pytest.mark.parametrize(
    ("seconds", "later"),
    [(1, "1 second later"), (119, "1 minute later"), (7300, "2 hours later")],
)
def test_how_long_it_took_is_told_in_the_largest_unit(seconds: int, later: str) -> None:
    last = MORNING + timedelta(seconds=seconds)
    found = receipt(SENT).model_copy(update={"last": last})
    assert f"the last {later}." in text(card(found))


def test_of_what_took_no_time_only_the_moment_is_told() -> None:
    found = receipt(SENT).model_copy(update={"last": MORNING})
    assert "\nCame through on <t:" in text(card(found))


def test_of_many_reasons_the_most_frequent_are_told() -> None:
    many = [count(Act.SEND, DeliveryState.FAILED, n, f"reason {n}") for n in range(1, 8)]
    shown = lines(receipt(*many))
    assert shown[3:8] == [
        "- Reason 7: 7",
        "- Reason 6: 6",
        "- Reason 5: 5",
        "- Reason 4: 4",
        "- Other reasons: 6",
    ]


def test_a_reason_that_nobody_noted_is_counted_beside_others() -> None:
    shown = lines(receipt(FAILED, count(Act.SEND, DeliveryState.FAILED, 1)))
    assert "- No reason noted: 1" in shown


@settings(max_examples=50)
@given(receipts)
def test_any_receipt_can_be_sent_and_pings_nobody(found: Receipt) -> None:
    assert "@everyone" not in text(card(found))
