"""An issue of the archive as a line of text."""

from bot.domain.issue import Issue


def issue_line(issue: Issue) -> str:
    """One issue of the archive in one line."""
    briefing = issue.briefing
    whose = f"{briefing.newsroom_name}, briefing {briefing.id}"
    public = "public" if briefing.public else "private"
    corrected = f", revision {issue.revision}" if issue.revision > 1 else ""
    return (
        f"{issue.label} · {issue.date or 'no date'} · {issue.state}{corrected}"
        f" · {public}, {whose} · {issue.title or 'no title'}"
    )
