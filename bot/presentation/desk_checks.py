"""The checks of an issue, as sentences with a button that goes where something can be mended."""

from collections.abc import Sequence

from bot.domain.bench import Bench
from bot.domain.checks import Check, Finding
from bot.domain.entry import Entry
from bot.presentation import limits
from bot.presentation.card import Button, Card, button
from bot.presentation.desk_ids import DeskControl
from bot.presentation.desk_line import counted
from bot.presentation.language import Language
from bot.presentation.line import line
from bot.presentation.section_text import title

SHOWN = 10
"""Findings on one screen: each has a text and a button."""

_SENTENCES: dict[Check, str] = {
    Check.NO_NUMBER: "It has no number.",
    Check.NO_DATE: "It has no date.",
    Check.NO_TITLE: "It has no title.",
    Check.NUMBER_TAKEN: "Another issue has the number {detail}.",
    Check.NO_SECTION: "It has no section.",
    Check.EMPTY: "{section} has no text.",
    Check.NOT_VERBATIM: "A quote in {section} is neither in its text nor has a source: “{detail}”",
    Check.DOUBT: "A doubt in {section} is not answered yet.",
    Check.TOO_LONG: "{section} is too long: {detail} characters.",
    Check.UNAPPROVED: "It was changed after it was let out: another editor has to do that again.",
    Check.COUNTRY_LEFT: "Named, and without a section: {detail}.",
    Check.NO_ROLE: "A quote in {section} does not say who {detail} is.",
    Check.FUTURE: "In {section} something lies in the future: {detail}",
    Check.NO_SOURCE: "{section} names no source.",
    Check.LEFTOVER: "{section} has something left over: “{detail}”",
    Check.UNBALANCED: "A quotation mark or bracket in {section} has no partner: “{detail}”",
    Check.BAD_LINK: "A link in {section} is not whole: “{detail}”",
    Check.SAME: "{section} says the same as in the issue before.",
}


def sentence(finding: Finding, entries: Sequence[Entry], language: Language) -> str:
    """What was found, in one sentence."""
    section, detail = "the issue", finding.detail
    if finding.at is not None:
        section = title(entries[finding.at.entry], language)
    if finding.check is Check.COUNTRY_LEFT:
        detail = language.some_countries(detail.split())
    words = _SENTENCES[finding.check]
    shown = words.format(section=line(section, limits.HEADING), detail=line(detail, limits.TYPED))
    return shown[:1].upper() + shown[1:]


def checks_line(bench: Bench) -> str:
    """How many things there are to look at, on the first screen."""
    blocking = sum(finding.blocks for finding in bench.findings)
    advice = len(bench.findings) - blocking
    if not bench.findings:
        return "-# Checks: nothing to mend."
    parts = [f"{counted(blocking, 'thing')} to mend before it can go out"] if blocking else []
    parts += [f"{counted(advice, 'piece')} of advice"] if advice else []
    return f"-# Checks: {' and '.join(parts)}."


def checks_card(bench: Bench, language: Language, page: int = 0) -> Card:
    """All findings, what blocks first, each with its button."""
    card = Card()
    last = max((len(bench.findings) - 1) // SHOWN, 0)
    page = min(page, last)
    card.say("## It cannot go out yet" if bench.blocked else "## Checks", checks_line(bench))
    first = page * SHOWN
    for number, finding in enumerate(bench.findings[first : first + SHOWN], first):
        blocks = "**Must be mended**: " if finding.blocks else ""
        card.beside(
            _there(finding, bench, number),
            f"{blocks}{sentence(finding, bench.contents.entries, language)}",
        )
    turns = list[Button]()
    if page:
        turns.append(button("Previous", _screen("checks", bench, page - 1)))
    if page < last:
        turns.append(button("Next", _screen("checks", bench, page + 1)))
    card.buttons([*turns, button("Back", _screen("home", bench))])
    return card


def _there(finding: Finding, bench: Bench, number: int) -> Button:
    """To the part that was found fault with; what is above the issue, or missing, is a form.

    Each has its number in its id: Discord takes no id twice on one card.
    """
    if finding.check in (Check.NO_SECTION, Check.COUNTRY_LEFT):
        return button("Add section…", _screen("faddsec", bench, number))
    if finding.at is None:
        return button("Mend it…", _screen("fmast", bench, number))
    return button("Go there", _screen("goto", bench, number))


def _screen(verb: str, bench: Bench, nth: int | None = None) -> DeskControl:
    return DeskControl(verb, bench.issue.id, bench.version, None, nth)
