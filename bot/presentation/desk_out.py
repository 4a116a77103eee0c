"""Going out: the card before an issue is published, and the countdown with its Stop."""

from collections.abc import Sequence

from discord.utils import format_dt

from bot.domain.bench import Bench
from bot.domain.release import Release, ReleaseKind
from bot.presentation.card import Card, button
from bot.presentation.desk_ids import DeskControl, DeskSend
from bot.presentation.desk_line import counted
from bot.presentation.language import listed_first
from bot.presentation.masthead import issue_name


def publish_card(bench: Bench, channels: int, seconds: float) -> Card:
    """How many channels it goes to and how long that takes, and the button that lets it out."""
    card = Card()
    card.say(
        f"# Publish {issue_name(bench.issue)}?",
        f"It goes to {counted(channels, 'channel')}{within(channels, seconds)}.",
        "After **Now** you have 30 seconds to stop it.",
    )
    at = (bench.issue.id, bench.version)
    card.buttons([button("Now", DeskControl("now", *at)), button("Back", DeskControl("home", *at))])
    return card


_NAMED = 10  # issues that are corrected along
_SAYS = {
    ReleaseKind.CORRECTION: ("The correction of {} goes out", "message", "corrected"),
    ReleaseKind.WITHDRAWAL: ("{} is withdrawn", "message", "withdrawn"),
}


def sent_card(bench: Bench, releases: Sequence[Release], messages: int, kept: int | None) -> Card:
    """The same for a correction with those of other issues, which one button stops together."""
    first, *others = releases
    if not others or kept is None:
        return countdown_card(bench, first, messages)
    moment = format_dt(first.due_at, "R")
    names = [issue_name(each.issue) for each in others]
    card = Card()
    card.say(
        f"# The corrections of {counted(len(releases), 'issue')} go out {moment}",
        f"{issue_name(bench.issue)}, and with it {listed_first(names, _NAMED)}.",
        f"{counted(messages, 'message')} will be corrected. Until then nothing changes, and "
        "**Stop** stops all of them.",
    )
    card.buttons([button("Stop", DeskSend("stop", bench.issue.id, bench.version, kept))])
    return card


def countdown_card(bench: Bench, release: Release, messages: int) -> Card:
    """When it goes out, on the reader's clock, and the button that stops it."""
    name, moment = issue_name(bench.issue), format_dt(release.due_at, "R")
    card = Card()
    if release.kind in _SAYS:
        said, what, done = _SAYS[release.kind]
        reached = f"{counted(messages, what)} will be {done}. Until then nothing changes."
        card.say(f"# {said.format(name)} {moment}", reached)
    else:
        reached = f"To {counted(messages, 'channel')}. Until then nobody reads it."
        card.say(f"# {name} goes out {moment}", reached)
    card.buttons([button("Stop", DeskControl("stop", bench.issue.id, bench.version))])
    return card


def within(channels: int, seconds: float) -> str:
    """How long several take, at the end of a sentence; nothing for one."""
    if channels < 2:
        return ""
    return f", the last one {counted(max(round(seconds), 1), 'second')} after the first"
