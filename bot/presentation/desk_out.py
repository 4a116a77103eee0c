"""Going out: the card before an issue is published, and the countdown with its Stop."""

from discord.utils import format_dt

from bot.domain.bench import Bench
from bot.domain.release import Release, ReleaseKind
from bot.presentation.card import Card, button
from bot.presentation.custom_id import CustomId
from bot.presentation.desk_ids import DeskControl
from bot.presentation.desk_line import counted
from bot.presentation.masthead import issue_name


def publish_card(bench: Bench, channels: int, seconds: float) -> Card:
    """How many channels it goes to and how long that takes, and the button that lets it out."""
    card = Card()
    card.say(
        f"# Publish {issue_name(bench.issue)}?",
        reach_line(channels, seconds),
        "After **Now** you have 30 seconds to stop it.",
    )
    at = (bench.issue.id, bench.version)
    card.buttons([button("Now", DeskControl("now", *at)), button("Back", DeskControl("home", *at))])
    return card


_SAYS = {
    ReleaseKind.PUBLICATION: ("{} goes out", "To {}. Until then nobody reads it."),
    ReleaseKind.UPDATE: ("The update of {} goes out", "To {}. Until then nobody reads it."),
    ReleaseKind.CORRECTION: (
        "The correction of {} goes out",
        "{} will be corrected. Until then nothing changes.",
    ),
    ReleaseKind.WITHDRAWAL: (
        "{} is withdrawn",
        "{} will be withdrawn. Until then nothing changes.",
    ),
}


def countdown_card(bench: Bench, release: Release, messages: int) -> Card:
    """When it goes out, on the reader's clock, and the button that stops it."""
    stop = DeskControl("stop", bench.issue.id, bench.version)
    return stoppable_card(release, messages, stop)


def stoppable_card(release: Release, messages: int, stop: CustomId) -> Card:
    """The same with any button to stop it."""
    said, reached = _SAYS[release.kind]
    what = "message" if release.kind.mends else "channel"
    moment = format_dt(release.due_at, "R")
    card = Card()
    card.say(
        f"# {said.format(issue_name(release.issue))} {moment}",
        reached.format(counted(messages, what)),
    )
    card.buttons([button("Stop", stop)])
    return card


def reach_line(channels: int, seconds: float) -> str:
    """How many channels get it, and how long that takes."""
    return f"It goes to {counted(channels, 'channel')}{_within(channels, seconds)}."


def _within(channels: int, seconds: float) -> str:
    if channels < 2:
        return ""
    return f", the last one {counted(max(round(seconds), 1), 'second')} after the first"
