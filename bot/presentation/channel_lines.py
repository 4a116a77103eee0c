"""Lines about channels: whether alerts reach each, what to mend, and where notices go."""

from collections.abc import Iterator, Sequence

from bot.domain.access import Access
from bot.domain.subscription import Standing
from bot.presentation.masthead import briefing_name
from bot.presentation.rights import access_sentences
from bot.presentation.room import Room
from bot.presentation.setup_state import SetupState
from bot.presentation.subscription_text import Seen

_ROOM = Room(2200, 5600)


def alert_lines(alerts: Sequence[Seen]) -> list[str]:
    """A list of channels, with everything to mend below each; those in trouble come first."""
    shown = list[str]()
    left = sorted(alerts, key=_works)
    while left and _ROOM.beside(*shown).takes(block := "\n".join(_block(left[0]))):
        shown.append(block)
        left.pop(0)
    if left:
        shown.append(f"- {len(left)} more: `/alerts list` shows them all.")
    return shown


def notice_line(state: SetupState) -> str:
    """Where it is said that a channel cannot be reached."""
    if state.choices.notice_channel is None:
        return (
            "If alerts cannot reach a channel, Sitrep tells whoever subscribed it, in a direct "
            "message."
        )
    there = f"<#{state.choices.notice_channel}>"
    said = (
        f"If alerts cannot reach a channel, Sitrep says so in {there}; if it cannot write there "
        "either, to whoever subscribed."
    )
    return _with_sentences(said, state.choices.notice_channel, state.notices)


def log_line(state: SetupState) -> str:
    """Where it is said what became of each release."""
    if state.choices.log_channel is None:
        return "What became of each release, Sitrep tells whoever made it, in a direct message."
    said = f"What became of each release, Sitrep says in <#{state.choices.log_channel}>."
    return _with_sentences(said, state.choices.log_channel, state.log)


def _with_sentences(said: str, channel: int, access: Access | None) -> str:
    if access is None:
        return said
    if not access.there:
        return f"{said}\n- <#{channel}> is not there any more: choose another channel."
    # What is only written there needs no history.
    writing = access.model_copy(update={"history": True})
    return "\n".join([said, *(f"- {each}" for each in access_sentences(writing, channel))])


def _works(seen: Seen) -> bool:
    return seen.subscription.standing is Standing.WORKING and not seen.sentences


def _block(seen: Seen) -> Iterator[str]:
    channel, name = (
        f"<#{seen.subscription.place.channel}>",
        briefing_name(seen.subscription.briefing),
    )
    match seen.subscription.standing:
        case Standing.BY_HAND:
            yield f"- {channel}: {name} is paused by hand; `/alerts list` lets it go on."
        case Standing.CLOSED:
            yield f"- {channel}: {name} is private to its own server now."
        case _ if seen.access.blocking:
            yield f"- {channel} does not get {name} yet:"
            yield from (f"  - {sentence}" for sentence in seen.sentences)
        case Standing.NO_RIGHT | Standing.GONE:
            yield f"- {channel} gets {name} again in a few seconds: Sitrep is looking."
        case _:
            yield f"- {channel} gets {name}{', but:' if seen.sentences else '.'}"
            yield from (f"  - {sentence}" for sentence in seen.sentences)
