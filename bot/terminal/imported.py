"""An import as a line of text: what it did."""

from bot.app.importing import Imported, Outcome, Silence
from bot.importer.masthead import NO_DATE, NO_NUMBER
from bot.terminal.planned import told

_OUTCOMES = {
    Outcome.UNCHANGED: "{} has this text already; nothing was changed.",
    Outcome.DRAFTED: "{} is a draft now.",
    Outcome.REPLACED: "The draft {} was replaced.",
    Outcome.PUBLISHED: "{} is published{}.",
    Outcome.CORRECTED: "{} was corrected, and the old revision is kept{}.",
}
_OPENING = {Outcome.UNCHANGED: "{} has this text already."}
"""What is said instead, because something changed: the briefing was opened or closed."""
_OPTIONS = {NO_NUMBER: "--number", NO_DATE: "--date"}
"""What the command line takes where a document lacks something."""
_SILENCES = {
    Silence.OLD: ", because it is older than a week (--announce would have told its subscribers)",
    Silence.ASKED: "",
}


def imported_line(imported: Imported) -> str:
    """What an import did, and what to look at."""
    sentence, opening = _OUTCOMES[imported.outcome], ""
    if imported.opened is not None:
        sentence = _OPENING.get(imported.outcome, sentence)
        visibility = "public" if imported.opened else "private"
        opening = f" {imported.issue.briefing.name} is {visibility} now."
    done = sentence.format(imported.issue.label, _told(imported)) + opening
    return "\n  ! ".join((done, *map(_note, imported.notes)))


def _note(note: str) -> str:
    option = _OPTIONS.get(note)
    return f"{note.removesuffix('.')} ({option})." if option else note


def _told(imported: Imported) -> str:
    """Who hears of it, as the end of a sentence."""
    if imported.silence is not None:
        return f"; nobody is told{_SILENCES[imported.silence]}"
    if imported.told is None:
        return ""
    return f"; {told(imported.told, mended=imported.outcome is Outcome.CORRECTED)}"
