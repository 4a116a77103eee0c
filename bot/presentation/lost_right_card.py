"""The notice that a channel gets no alerts any more, and what to do about it."""

from bot.domain.access import Access, Right
from bot.domain.subscription import Subscription
from bot.presentation import limits
from bot.presentation.card import Card, button
from bot.presentation.custom_id import CheckAgain
from bot.presentation.language import Language
from bot.presentation.line import capital, line
from bot.presentation.masthead import briefing_name
from bot.presentation.rights import access_sentences, right_sentence


def lost_right_card(subscription: Subscription, access: Access, language: Language) -> Card:
    """What is paused and since when, each missing right, and a button to look again."""
    channel, name = subscription.place.channel, briefing_name(subscription.briefing)
    since = f" since {language.moment(subscription.since)}" if subscription.since else ""
    sentences = access_sentences(access, channel, subscription.wishes.ping)
    if not access.blocking:
        sentences = [*_noted(subscription), *sentences]
    card = Card()
    card.say(f"## Alerts of {name} are paused", f"Nothing is sent to <#{channel}>{since}.")
    card.say(*(f"- {sentence}" for sentence in sentences))
    card.say("-# Then press **Check again**. What is still worth sending is sent at once.")
    card.buttons([button("Check again", CheckAgain(subscription.id))])
    return card


def _noted(subscription: Subscription) -> list[str]:
    """What was noted when it paused, where every right seems to be there now.

    That is the names of rights, or in words what Discord refused.
    """
    noted, place = subscription.detail.split(), subscription.place
    if noted and set(noted) <= set(Right):
        return [right_sentence(Right(name), place.channel, kind=place.kind) for name in noted]
    reason = line(subscription.detail, limits.REASON, "Discord refuses without a reason")
    return [f"{capital(reason)}: look at the channel's permissions for Sitrep and for its roles."]
