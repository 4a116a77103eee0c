"""The card of what a server has chosen."""

from bot.domain.access import NOWHERE, Access
from bot.presentation.server_choices_card import server_choices_card
from tests.presentation.shown import assert_sendable, text

OTHERWISE = (
    "-# To choose otherwise, type `/alerts settings` with `answers` (private or public; for people"
    " with Manage Server) or `notices` (a channel)."
)


def test_without_a_choice_answers_are_private_and_the_subscriber_is_told() -> None:
    card = server_choices_card(public=False, notices=None, access=NOWHERE)
    assert text(card).splitlines() == [
        "Answers here are private, with a button to share them.",
        "If Sitrep can no longer write in a subscribed channel, it tells the person who subscribed "
        "it; the option `notices` names a channel for that.",
        OTHERWISE,
    ]


def test_what_was_chosen_is_said() -> None:
    card = server_choices_card(public=True, notices=30, access=Access(history=False))
    assert text(card).splitlines() == [
        "Answers here are for everyone, each of one short screen.",
        "If Sitrep can no longer write in a subscribed channel, <#30> is told.",
        OTHERWISE,
    ]


def test_a_channel_in_which_nothing_can_be_said_is_said_to_be() -> None:
    card = server_choices_card(public=True, notices=30, access=Access(send=False, history=False))
    assert_sendable(card)
    sentences = [line for line in text(card).splitlines() if line.startswith("- ")]
    assert len(sentences) == 1
    assert sentences[0].startswith("- Sitrep may not write in <#30>")


def test_who_has_just_chosen_is_not_told_how() -> None:
    card = server_choices_card(public=True, notices=None, access=NOWHERE, changed=True)
    assert OTHERWISE not in text(card)
