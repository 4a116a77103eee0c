"""The card of several subscriptions that were made together."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.access import Access
from bot.domain.subscription import Standing, Wishes
from bot.presentation.subscription_text import Seen
from bot.presentation.subscriptions_card import subscriptions_card
from tests.presentation.examples import POLICY, language
from tests.presentation.shown import assert_sendable, buttons, components, text
from tests.presentation.subscriptions import NOTHING, any_seen, several
from tests.presentation.test_subscription_state import COUNTRIES


def test_each_channel_is_said_with_how_it_stands_and_a_test() -> None:
    works, waits = several(2)
    waits = Seen(
        waits.subscription.model_copy(update={"standing": Standing.NO_RIGHT}), Access(send=False)
    )
    card = subscriptions_card([works, waits], language())
    shown = text(card)
    assert shown.startswith("## Policy Alert · Rising Tide: 2 channels\nThey are subscribed:")
    assert "<#1000000000000000001> · **Working**" in shown
    assert "<#1000000000000000002> · **Paused**" in shown
    assert "- Sitrep may not write in <#1000000000000000002>" in shown
    assert [each["custom_id"] for each in components(card) if each.get("custom_id")] == [
        "manage:test:1",
        "manage:test:2",
        "manage:preview:1",
        "subscriptions:list:0",
    ]
    assert list(buttons(card)) == ["Send a test", "Preview", "All subscriptions"]


def test_ten_channels_that_lack_everything_can_be_shown() -> None:
    names = POLICY.model_copy(update={"name": "港" * 500, "newsroom_name": "@everyone **" * 90})
    wishes = Wishes(countries=COUNTRIES, ping=10**19)
    made = several(10, NOTHING, briefing=names, wishes=wishes, standing=Standing.NO_RIGHT)
    card = subscriptions_card(made, language())
    assert_sendable(card)
    assert text(card).count("more rights are missing: `/alerts list` tells") == 10


@given(st.lists(any_seen, min_size=1, max_size=10, unique_by=lambda found: found.subscription.id))
def test_any_ten_can_be_shown(made: list[Seen]) -> None:
    assert_sendable(subscriptions_card(made, language()))
