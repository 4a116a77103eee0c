"""What stands above and below an issue: what it is, whose, and whether it was corrected."""

from bot.domain.answer import Reading
from bot.domain.briefing import Briefing
from bot.domain.issue import Issue
from bot.presentation import limits
from bot.presentation.footing import footing
from bot.presentation.language import Language
from bot.presentation.line import label, line
from bot.presentation.place import Place


def briefing_name(briefing: Briefing) -> str:
    """Its name, inert."""
    return line(briefing.name, limits.NAME, "Untitled briefing")


def newsroom_name(briefing: Briefing) -> str:
    """Whose it is, inert."""
    return line(briefing.newsroom_name, limits.NAME, "Unnamed server")


def number(issue: Issue) -> str:
    """The number as people write it: "#244"; it starts no line, so it needs no backslash."""
    return "without a number" if issue.number is None else f"#{issue.number}"


def numbered(issue: Issue, language: Language) -> str:
    """The number and date of an issue in one phrase: "#244 · January 28, 2022"."""
    return number(issue) if issue.date is None else f"{number(issue)} · {language.date(issue.date)}"


def issue_name(issue: Issue) -> str:
    """What an issue is called in a sentence: "Policy Alert #244"; inert."""
    return f"{briefing_name(issue.briefing)} {number(issue)}"


def post_title(issue: Issue) -> str:
    """What the post of an issue in a forum is called; a title knows no markup."""
    title = f": {issue.title}" if issue.title else ""
    return label(f"{issue.briefing.name} {number(issue)}{title}", limits.POST_TITLE)


def masthead(reading: Reading, language: Language) -> list[str]:
    """The lines above the sections."""
    issue = reading.issue
    title = line(issue.title or "", limits.TITLE)
    below = [language.date(issue.date) if issue.date else "", f"**{title}**" if title else ""]
    return [
        f"# {issue_name(issue)}",
        " · ".join(part for part in below if part),
        _corrected(issue, language),
        _older(reading, language),
    ]


def footer(issue: Issue, place: Place, position: str) -> list[str]:
    """The small lines below the sections; `position` is empty where there is one page."""
    revision = f"revision {issue.revision}" if issue.revision else ""
    parts = (briefing_name(issue.briefing), newsroom_name(issue.briefing), revision, position)
    return [f"-# {' · '.join(part for part in parts if part)}", footing(place)]


def _corrected(issue: Issue, language: Language) -> str:
    return f"Corrected on {language.moment(issue.corrected_at)}." if issue.corrected_at else ""


def _older(reading: Reading, language: Language) -> str:
    newest = reading.newest
    if reading.country is None or newest.id == reading.issue.id:
        return ""
    of = f" of {language.date(newest.date)}" if newest.date else ""
    country = language.named(reading.country)
    return (
        f"The newest issue, {number(newest)}{of}, has nothing on {country}; "
        "this is the last that had."
    )
