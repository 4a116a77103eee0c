"""An import as a line of text: what it did."""

from bot.app.importing import Imported, Outcome

_OUTCOMES = {
    Outcome.UNCHANGED: "{} has this text already; nothing was changed.",
    Outcome.DRAFTED: "{} is a draft now.",
    Outcome.REPLACED: "The draft {} was replaced.",
    Outcome.PUBLISHED: "{} is published.",
    Outcome.CORRECTED: "{} was corrected; the old revision is kept.",
}
_OPENING = {Outcome.UNCHANGED: "{} has this text already."}
"""What is said instead, because something changed: the briefing was opened or closed."""


def imported_line(imported: Imported) -> str:
    """What an import did, and what to look at."""
    if imported.opened is None:
        done = _OUTCOMES[imported.outcome].format(imported.issue.label)
    else:
        outcome = _OPENING.get(imported.outcome, _OUTCOMES[imported.outcome])
        briefing = imported.issue.briefing.name
        visibility = "public" if imported.opened else "private"
        done = f"{outcome.format(imported.issue.label)} {briefing} is {visibility} now."
    return "\n  ! ".join((done, *imported.notes))
