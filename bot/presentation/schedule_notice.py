"""What tells who scheduled an issue that it cannot go out, or did not."""

from discord.utils import format_dt

from bot.domain.release import Missed, Release
from bot.presentation.card import Card, button
from bot.presentation.desk_ids import DeskEnter
from bot.presentation.masthead import issue_name

_WHY = {
    Missed.LATE: "The bot was not running then, and it was too late when it was again.",
    Missed.BLOCKED: "Something has to be mended or approved first; open it and look at its checks.",
}


def missed_card(release: Release) -> Card:
    """It did not go out; nobody was told of it, and it is a draft again."""
    why = _WHY[release.missed or Missed.BLOCKED]
    return _notice(
        release,
        f"# {issue_name(release.issue)} did not go out",
        f"It was to go out {format_dt(release.due_at, 'F')}. {why}",
        "It is a draft again, and nobody was told. Publish it when it is right.",
    )


def blocked_card(release: Release) -> Card:
    """It will not go out as it stands, and there is still time."""
    return _notice(
        release,
        f"# {issue_name(release.issue)} cannot go out as it stands",
        f"It goes out {format_dt(release.due_at, 'R')}, and something has to be mended or approved"
        " before: open it and look at its checks.",
    )


def _notice(release: Release, *lines: str) -> Card:
    card = Card()
    who = f"<@{release.author_id}>" if release.author_id else ""
    card.say(*lines, f"-# Scheduled by {who}" if who else "")
    card.buttons([button("Open", DeskEnter(release.issue.id))])
    return card
