"""The look of a briefing: the colour of its cards, with a small example."""

from bot.domain.briefing import Briefing
from bot.domain.colour import COLOURS, colour_name
from bot.presentation.card import Card
from bot.presentation.language import listed
from bot.presentation.masthead import briefing_name

_STAYS = "Messages that are posted already keep their look until they are edited."


def look_card(briefing: Briefing, *, changed: bool) -> Card:
    """What is set, on a card that looks so; `changed` says that it was set just now."""
    card = Card(briefing.colour)
    name = briefing_name(briefing)
    if briefing.colour is None:
        card.say(f"# {name} has no colour of its own", "Its cards look as Sitrep's do.")
    else:
        said = colour_name(briefing.colour).capitalize()
        card.say(f"# The colour of {name}", f"{said}: the line beside this text.")
    card.say("**An example**: this is how the cards of its issues, quotes and events begin.")
    tip = (
        f"The option `colour` takes {listed([*COLOURS])}, or digits such as #2b6cb0; “none” takes "
        "it back."
    )
    card.say(_STAYS if changed else tip)
    return card
