"""The notice that a channel gets no alerts any more, and what to do about it."""

from collections.abc import Sequence

from bot.domain.access import Access, Right
from bot.domain.subscription import Subscription
from bot.presentation import limits
from bot.presentation.card import Card, button
from bot.presentation.custom_id import CheckAgain
from bot.presentation.language import Language, listed_first
from bot.presentation.line import capital, line
from bot.presentation.masthead import briefing_name
from bot.presentation.rights import access_sentences, right_sentence

_NAMED = 3


def lost_right_card(
    subscription: Subscription,
    access: Access,
    language: Language,
    others: Sequence[Subscription] = (),
) -> Card:
    """What is paused and since when, each missing right, and a button to look again.

    `others` are paused too, in the same channel and for the same reason.
    """
    channel = subscription.place.channel
    names = listed_first([briefing_name(each.briefing) for each in (subscription, *others)], _NAMED)
    since = f" since {language.moment(subscription.since)}" if subscription.since else ""
    sentences = access_sentences(access, channel, subscription.wishes.ping)
    if not access.blocking:
        sentences = [*_noted(subscription), *sentences]
    card = Card()
    card.say(f"## Alerts of {names} are paused", f"Nothing has been sent to <#{channel}>{since}.")
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
