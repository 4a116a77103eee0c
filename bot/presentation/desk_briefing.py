"""The cards about one of the newsroom's briefings: made, renamed, open to others or not."""

from bot.domain.briefing import Briefing
from bot.presentation import limits
from bot.presentation.card import Card, button
from bot.presentation.desk_briefing_ids import DeskMake, DeskTurn
from bot.presentation.desk_line import counted
from bot.presentation.line import line
from bot.presentation.masthead import briefing_name

_EVERY = "Every server where this bot is may read and subscribe to it."
_ONLY = "Only this server reads it."
_MADE = (
    "`/desk import` or `/desk new` begins its first issue; `/setup` chooses the channels here that "
    "get it."
)


def made_card(briefing: Briefing) -> Card:
    """What was made, who reads it, and what comes next."""
    card = Card()
    card.say(f"# {briefing_name(briefing)} is made", _EVERY if briefing.public else _ONLY, _MADE)
    return card


def ask_public_card(name: str, kept: int) -> Card:
    """Asks before a new briefing is public; `kept` is the key of what was typed."""
    card = Card()
    card.say(
        f"# Make {line(name, limits.NAME)} public?",
        _EVERY,
        "Nothing is made yet. `/desk briefing visibility` can change it later.",
    )
    card.buttons(
        [
            button("Make it public", DeskMake("public", kept)),
            button("Make it for this server only", DeskMake("private", kept)),
            button("Make nothing", DeskMake("leave", kept)),
        ]
    )
    return card


def nothing_made_card() -> Card:
    """Somebody changed their mind."""
    card = Card()
    card.say("Nothing was made.")
    return card


def renamed_card(before: Briefing, after: Briefing) -> Card:
    """The old name and the new one, and where the old one still stands."""
    card = Card()
    card.say(
        f"# {briefing_name(before)} is called {briefing_name(after)} now",
        "Every new message and every answer shows the new name. Messages that are posted already "
        "keep the old one until they are edited, by a correction for instance.",
    )
    return card


def visibility_card(briefing: Briefing, channels: int) -> Card:
    """Asks whether it is to be `briefing.public`; so many foreign channels are concerned."""
    name, public = briefing_name(briefing), briefing.public
    card = Card()
    card.say(
        f"# Make {name} {_word(public=public)}?",
        _EVERY if public else f"{_ONLY} Nobody else finds, opens or searches it any more.",
        _opens(channels) if public else _closes(channels),
    )
    verb = _word(public=public)
    card.buttons(
        [
            button(f"Make it {verb}", DeskTurn(verb, briefing.id)),
            button("Leave it as it is", DeskTurn("leave", briefing.id)),
        ]
    )
    return card


def turned_card(briefing: Briefing, channels: int) -> Card:
    """What it is now, and how many foreign channels that concerns."""
    card = Card()
    does = "works again" if channels == 1 else "work again"
    if not briefing.public:
        does = "is paused" if channels == 1 else "are paused"
    card.say(
        f"# {briefing_name(briefing)} is {_word(public=briefing.public)} now",
        _EVERY if briefing.public else _ONLY,
        f"{_foreign(channels)} {does}." if channels else "",
    )
    return card


def left_card(briefing: Briefing) -> Card:
    """It stays what it is."""
    card = Card()
    card.say(f"{briefing_name(briefing)} stays {_word(public=briefing.public)}.")
    return card


def _opens(channels: int) -> str:
    if not channels:
        return "No subscription is paused because it is private."
    are, go = ("is", "goes") if channels == 1 else ("are", "go")
    return f"{_foreign(channels)} {are} paused because it is private, and {go} on."


def _closes(channels: int) -> str:
    if not channels:
        return "No other server gets it now."
    pause, go = ("pauses", "goes") if channels == 1 else ("pause", "go")
    return (
        f"{_foreign(channels)} {pause}, and {go} on once it is public again. What is posted there "
        "stays."
    )


def _foreign(channels: int) -> str:
    return f"{counted(channels, 'subscription')} of other servers"


def _word(*, public: bool) -> str:
    return "public" if public else "private"
