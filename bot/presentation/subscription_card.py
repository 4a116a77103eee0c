"""The cards of one subscription: how it stands, what can be done with it, whether it shall end."""

from bot.domain.subscription import HELD, Standing, Subscription
from bot.presentation.card import Button, Card, button
from bot.presentation.custom_id import CheckAgain, SendLast
from bot.presentation.language import Language
from bot.presentation.subscription_ids import Manage, SubscriptionList
from bot.presentation.subscription_text import Seen, alerts_of, in_forum, standing, to_mend, wanted


def subscription_card(seen: Seen, language: Language, news: str = "") -> Card:
    """One subscription with its buttons; `news` is what has just been done."""
    found = seen.subscription
    card = Card()
    card.say(f"## {alerts_of(found)}", news)
    card.say(
        *wanted(found.wishes, language), in_forum(found), standing(seen, language), *to_mend(seen)
    )
    card.buttons(_buttons(found))
    card.buttons(_more(found))
    return card


def removal_card(found: Subscription) -> Card:
    """Asks once more before a subscription ends."""
    card = Card()
    card.say(
        f"## Remove the alerts of {alerts_of(found)}?",
        "Nothing more is sent there. What has been sent stays, and is corrected if need be.",
    )
    card.buttons(
        [button("Remove", Manage("end", found.id)), button("Keep it", Manage("show", found.id))]
    )
    return card


def _buttons(found: Subscription) -> list[Button]:
    """What changes it."""
    edit, remove = _button("Edit", "edit", found), _button("Remove", "remove", found)
    pause, resume = _button("Pause", "pause", found), _button("Resume", "resume", found)
    if found.standing is Standing.WORKING:
        return [edit, pause, remove]
    if found.standing in HELD:
        return [button("Check again", CheckAgain(found.id)), edit, pause, remove]
    return [resume, edit, remove] if found.standing is Standing.BY_HAND else [remove]


def _more(found: Subscription) -> list[Button]:
    """What shows or sends something."""
    buttons = list[Button]()
    if found.standing is not Standing.CLOSED:
        buttons += [_button("Preview", "preview", found), _button("Send a test", "test", found)]
    if found.standing is Standing.WORKING:
        buttons.append(button("Send the last issue now", SendLast(found.id)))
    return [*buttons, button("All subscriptions", SubscriptionList("list", 0))]


def _button(label: str, verb: str, found: Subscription) -> Button:
    return button(label, Manage(verb, found.id))
