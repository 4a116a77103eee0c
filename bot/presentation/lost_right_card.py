"""The notice that a channel gets no alerts any more, and what to do about it."""

from bot.domain.access import Access
from bot.domain.subscription import Subscription
from bot.presentation.alert_rooms import REASON
from bot.presentation.card import Card, button
from bot.presentation.custom_id import CheckAgain
from bot.presentation.language import Language
from bot.presentation.line import capital, line
from bot.presentation.masthead import briefing_name
from bot.presentation.rights import access_sentences


def lost_right_card(subscription: Subscription, access: Access, language: Language) -> Card:
    """What is paused and since when, each missing right, and a button to look again."""
    channel, name = subscription.place.channel, briefing_name(subscription.briefing)
    since = f" since {language.moment(subscription.since)}" if subscription.since else ""
    card = Card()
    card.say(f"## Alerts of {name} are paused", f"Nothing is sent to <#{channel}>{since}.")
    sentences = access_sentences(access, channel, subscription.wishes.ping)
    if access.works:
        sentences = [_refused(subscription), *sentences]
    card.say(*(f"- {sentence}" for sentence in sentences))
    card.say("-# Then press **Check again**. What is still worth sending is sent at once.")
    card.buttons([button("Check again", CheckAgain(subscription.id))])
    return card


def _refused(subscription: Subscription) -> str:
    """For when every right seems to be there, and Discord refuses all the same."""
    reason = line(subscription.detail, REASON, "Discord gives no reason")
    return f"{capital(reason)}: check the channel's permissions for Sitrep, and those of its roles."
