"""The line that is left of an alert when its issue is withdrawn."""

from bot.domain.alert import Mended
from bot.domain.issue import Issue
from bot.presentation import limits
from bot.presentation.language import Language
from bot.presentation.line import line, visible
from bot.presentation.masthead import issue_name


def withdrawal_line(issue: Issue, withdrawn: Mended, language: Language) -> str:
    """When, which issue and why: "**Withdrawn** …: Policy Alert #244 of …. A slip"."""
    of = f" of {language.date(issue.date)}" if issue.date else ""
    said = f"**Withdrawn** {language.moment(withdrawn.at)}: {issue_name(issue)}{of}."
    if not visible(withdrawn.reason):
        return said
    return f"{said} {line(withdrawn.reason, limits.REASON)}"
