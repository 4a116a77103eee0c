"""The card of what a server has chosen: who sees answers, and where lost rights are told."""

from bot.domain.access import Access
from bot.presentation.card import Card
from bot.presentation.rights import access_sentences

_PRIVATE = "Answers here are private, with a button to share them."
_PUBLIC = "Answers here are for everyone, each of one short screen."
_NOWHERE = (
    "If Sitrep can no longer write in a subscribed channel, it tells the person who subscribed it; "
    "the option `notices` names a channel for that."
)
_OTHERWISE = (
    "-# To choose otherwise, type `/alerts settings` with `answers` (private or public; for people"
    " with Manage Server) or `notices` (a channel)."
)


def server_choices_card(
    *, public: bool, notices: int | None, access: Access, changed: bool = False
) -> Card:
    """`access` is what the bot may do in the channel for notices, if there is one.

    Unless something was `changed` just now, it says how that is done.
    """
    told = _NOWHERE
    if notices is not None:
        told = f"If Sitrep can no longer write in a subscribed channel, <#{notices}> is told."
    card = Card()
    card.say(_PUBLIC if public else _PRIVATE, told)
    if notices is not None:
        # Nobody looks for a notice later, so to read what was written is not needed.
        writing = access.model_copy(update={"history": True})
        card.say(*(f"- {sentence}" for sentence in access_sentences(writing, notices)))
    card.say("" if changed else _OTHERWISE)
    return card
