"""The line that is left of an alert when its issue is withdrawn."""

from bot.domain.alert import Mended
from bot.domain.issue import Issue
from bot.presentation import limits
from bot.presentation.language import Language
from bot.presentation.line import line, visible
from bot.presentation.masthead import issue_name


def withdrawal_line(issue: Issue, withdrawn: Mended, language: Language) -> str:
    """Which issue, when and why: "Policy Alert #244 of … was withdrawn on …: …"."""
    of = f" of {language.date(issue.date)}" if issue.date else ""
    said = f"{issue_name(issue)}{of} was withdrawn on {language.moment(withdrawn.at)}"
    return (
        f"{said}: {line(withdrawn.reason, limits.REASON)}"
        if visible(withdrawn.reason)
        else f"{said}."
    )
