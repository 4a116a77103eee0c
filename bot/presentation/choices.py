"""Choices: what autocomplete shows, and what it stands for."""

from discord.app_commands import Choice

from bot.domain.briefing import Briefing
from bot.domain.issue import Issue
from bot.presentation import limits
from bot.presentation.language import Language
from bot.presentation.line import label


def country_choice(code: str, language: Language) -> Choice[str]:
    """A country by its name in the reader's language; its value is the code."""
    return Choice(name=label(language.country(code), limits.CHOICE), value=code)


def issue_choice(issue: Issue, language: Language) -> Choice[str]:
    """An issue by number, date and title; its value is the number."""
    day = language.date(issue.date) if issue.date else ""
    parts = (f"#{issue.number}", day, issue.title or "")
    name = " · ".join(part for part in parts if part)
    return Choice(name=label(name, limits.CHOICE), value=str(issue.number))


def briefing_choice(briefing: Briefing) -> Choice[str]:
    """A briefing by name and server; its value is its id."""
    return Choice(name=label(briefing.label, limits.CHOICE), value=str(briefing.id))
