"""Going out: the card before an issue is published, and the countdown with its Stop."""

from collections.abc import Sequence

from discord.utils import format_dt

from bot.domain.bench import Bench
from bot.domain.release import Release, ReleaseKind
from bot.presentation import limits
from bot.presentation.card import Card, button
from bot.presentation.custom_id import CustomId
from bot.presentation.desk_ids import DeskControl, DeskSend
from bot.presentation.desk_line import counted
from bot.presentation.language import listed_first
from bot.presentation.line import line
from bot.presentation.masthead import issue_name

AGAIN = "Let it out as it is now"
"""The button on what was changed after it was let out."""


def publish_card(
    bench: Bench, channels: int, seconds: float, usual: str | None, *, zoned: bool
) -> Card:
    """How many channels it goes to and how long that takes, and the ways to let it out.

    `usual` is the time that was chosen last, `zoned` whether the newsroom has a time zone.
    """
    card = Card()
    card.say(
        f"# Publish {issue_name(bench.issue)}?",
        reach_line(channels, seconds),
        "After **Now** you have 30 seconds to stop it.",
        _writer(bench),
    )
    at = (bench.issue.id, bench.version)
    at_usual = [button(f"At {usual}", DeskControl("usual", *at))] if usual and zoned else []
    card.buttons(
        [
            button("Now", DeskControl("now", *at)),
            *at_usual,
            button("Other time…", DeskControl(when_verb(zoned=zoned), *at)),
            button("Back", DeskControl("home", *at)),
        ]
    )
    return card


def when_verb(*, zoned: bool) -> str:
    """The form that asks when; it asks for the time zone too where none is set."""
    return "fwhen" if zoned else "fwhenz"


def waiting_card(bench: Bench, release: Release, channels: int) -> Card:
    """What waits to go out already: for its moment, or for its window to close."""
    if release.scheduled:
        return scheduled_card(bench, release, channels)
    return countdown_card(bench, release, channels)


def scheduled_card(bench: Bench, release: Release, channels: int, *, rolled: bool = False) -> Card:
    """When it goes out, on the reader's clock, and what can be done until then.

    `rolled` says that the time had passed today.
    """
    card = Card()
    at = (bench.issue.id, bench.version)
    again = [button(AGAIN, DeskControl("again", *at))] if bench.unapproved else []
    card.say(
        f"# {issue_name(bench.issue)} goes out {format_dt(release.due_at, 'R')}",
        f"{format_dt(release.due_at, 'F')}, to {counted(channels, 'channel')} as things stand."
        f"{' That time has passed today, so it is tomorrow.' if rolled else ''}",
        "It can be edited until then, and goes out as it stands then. It is checked once more ten"
        " minutes before, and you are told if something blocks it.",
        _second(bench),
    )
    card.buttons(
        [
            *again,
            button("Another time…", DeskControl("fwhen", *at)),
            button("Cancel", DeskControl("cancel", *at)),
            button("Back", DeskControl("home", *at)),
        ]
    )
    return card


def _writer(bench: Bench) -> str:
    """Who may not let it out alone where two people publish."""
    if not bench.two_people or bench.last is None:
        return ""
    who = line(bench.last.author.name, limits.SHORT_PERSON)
    return f"{who} wrote the last change, so another editor lets it out."


def _second(bench: Bench) -> str:
    """What a change means where two people publish."""
    if bench.unapproved:
        return "**It was changed after it was let out**: another editor has to do that again."
    if bench.two_people:
        return "After a change another editor has to let it out again."
    return ""


_NAMED = 10  # issues that are corrected along
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
    return f"It goes to {counted(channels, 'channel')}{within(channels, seconds)}."


def within(channels: int, seconds: float) -> str:
    """In what time several get it, at the end of a sentence; nothing for one."""
    if channels < 2:
        return ""
    return f", all within {counted(max(round(seconds), 1), 'second')}"
