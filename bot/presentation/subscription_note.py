"""Notes of one sentence or two on what was done with a subscription."""

from collections.abc import Sequence

from bot.domain.briefing import Briefing
from bot.domain.issue import Issue
from bot.domain.subscription import Subscription
from bot.presentation import limits
from bot.presentation.card import Card
from bot.presentation.language import listed_first
from bot.presentation.line import label
from bot.presentation.masthead import briefing_name, number
from bot.presentation.subscription_text import Seen, to_mend

_NAMED = 5


def on_their_way(issues: Sequence[Issue], subscription: Subscription) -> Card:
    """These issues of one briefing are going to be sent."""
    channel, ping = subscription.place.channel, subscription.wishes.ping
    name, named = briefing_name(subscription.briefing), [number(each) for each in issues]
    one = len(issues) == 1
    way = "is on its way" if one else "are on their way"
    card = Card()
    card.say(
        f"{name} {listed_first(named, _NAMED)} {way} to <#{channel}>.",
        f"{'It pings' if one else 'Each pings'} <@&{ping}>." if ping else "",
    )
    return card


def posted_test(channel: int) -> Card:
    """A test can be seen where the alerts will be."""
    card = Card()
    card.say(f"The test is in <#{channel}>; its last button deletes it. It pings nobody.")
    return card


def test_title(briefing: Briefing) -> str:
    """What the post is called that is a test in a forum."""
    return label(f"Test of {briefing.name}", limits.POST_TITLE)


def out_of_reach(seen: Seen) -> Card:
    """Nothing was sent, and what to mend."""
    card = Card()
    card.say(f"Nothing was sent to <#{seen.subscription.place.channel}>:", *to_mend(seen))
    return card
