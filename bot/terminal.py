"""The terminal: drafts, answers and issues as lines of text."""

import textwrap
from collections.abc import Iterable, Iterator

from bot.app.importing import Imported, Outcome
from bot.domain.answer import (
    Answer,
    DidYouMean,
    NothingOnCountry,
    NothingPublished,
    Reading,
    UnknownCountry,
)
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Issue
from bot.errors import Incomplete, SitrepError, Unavailable
from bot.importer.draft import Draft, DraftEntry, DraftEvent, DraftQuote

_WIDTH = 88
_FIRST_WORDS = 20
_OUTCOMES = {
    Outcome.UNCHANGED: "{} has this text already; nothing was changed.",
    Outcome.DRAFTED: "{} is a draft now.",
    Outcome.REPLACED: "The draft {} was replaced.",
    Outcome.PUBLISHED: "{} is published.",
    Outcome.CORRECTED: "{} was corrected; the old revision is kept.",
}
_OPENING = {Outcome.UNCHANGED: "{} has this text already."}
"""What is said instead, because something changed: the briefing was opened or closed."""


def draft_lines(draft: Draft) -> Iterator[str]:
    """A draft as an editor checks it: masthead, entries with quotes and events, doubts."""
    yield " · ".join(
        (
            draft.briefing or "briefing not named",
            "no number" if draft.number is None else f"#{draft.number}",
            draft.date or "no date",
        )
    )
    if draft.title:
        yield draft.title
    for entry in draft.entries:
        yield ""
        yield from _entry(draft, entry)
    if draft.notes:
        yield from ("", "To look at:")
        yield from _wrapped(draft.notes, "  ! ")


def _entry(draft: Draft, entry: DraftEntry) -> Iterator[str]:
    codes = f" [{', '.join(entry.countries)}]" if entry.countries else ""
    heading = f"{entry.heading or 'Overview'}{codes}"
    yield from (heading, "-" * min(len(heading), _WIDTH))
    words = draft.text[entry.start : entry.end].split()
    first = textwrap.shorten(" ".join(words[:_FIRST_WORDS]), _WIDTH - 20, placeholder="…")
    yield f"  {len(words)} words: {first}" if words else "  no text"
    for quote in draft.quotes:
        if entry.start <= quote.start < entry.end:
            yield from _quote(quote)
    for event in draft.events:
        if entry.start <= event.start < entry.end:
            yield from _event(event)


def _quote(quote: DraftQuote) -> Iterator[str]:
    yield from _wrapped([f"“{quote.text}”"], "  ")
    if quote.kind == "scare":
        who = "nobody's words"
    else:
        named = (quote.speaker or "speaker unknown", quote.role, quote.country, quote.said_on)
        who = ", ".join(part for part in named if part)
    yield from _wrapped([f"— {who} ({quote.kind}, {quote.confidence})"], "      ")
    yield from _wrapped(quote.notes, "      ! ")


def _event(event: DraftEvent) -> Iterator[str]:
    expected = " (expected)" if event.expected else ""
    where = f" [{', '.join(event.countries)}]" if event.countries else ""
    yield from _wrapped([f"{event.date}{expected}{where}: {event.sentence}"], "  * ")
    yield from _wrapped(event.notes, "      ! ")


def answer_lines(answer: Answer, gazetteer: Gazetteer) -> Iterator[str]:
    """An answer to `sitrep latest`."""
    match answer:
        case Reading():
            yield from _reading(answer, gazetteer)
        case DidYouMean(typed=typed, countries=codes):
            yield f"I know no country called “{typed}”. Did you mean {_names(codes, gazetteer)}?"
        case UnknownCountry(typed=typed, covered=codes):
            yield f"I know no country called “{typed}”. There are sections on:"
            yield _names(codes, gazetteer)
        case NothingOnCountry(country=code, briefing=briefing, covered=codes):
            yield f"{briefing.name} has no section on {gazetteer.name(code)}. It has sections on:"
            yield _names(codes, gazetteer)
        case NothingPublished(briefing=briefing):
            yield f"{briefing.name} has no published issue yet."
        case _:
            yield "There is nothing to read yet; import a document with --publish first."


def _reading(reading: Reading, gazetteer: Gazetteer) -> Iterator[str]:
    issue = reading.issue
    yield f"{issue.label} · {issue.date}"
    if issue.title:
        yield issue.title
    if reading.country and reading.newest.id != issue.id:
        name = gazetteer.name(reading.country)
        yield f"The newest issue, #{reading.newest.number}, has nothing on {name}."
    for entry in reading.entries:
        yield from ("", entry.heading or "Overview")
        yield from _wrapped(entry.text.splitlines(), "")


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


def refusal_line(error: SitrepError) -> str:
    """An error's sentence with what only an operator needs: the option, or the reason behind."""
    hint = _hint(error)
    return f"{str(error).removesuffix('.')} ({hint})." if hint else str(error)


def _hint(error: SitrepError) -> str:
    if isinstance(error, Incomplete):
        return f"--{error.lacks}"
    # SQLAlchemy wraps what the driver said.
    reason = getattr(error.__cause__, "orig", None) or error.__cause__
    first = str(reason or "").strip().partition("\n")[0]
    return first if isinstance(error, Unavailable) and first not in str(error) else ""


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


def _names(codes: Iterable[str], gazetteer: Gazetteer) -> str:
    return ", ".join(gazetteer.name(code) for code in codes) or "nothing yet"


def _wrapped(texts: Iterable[str], indent: str) -> Iterator[str]:
    for text in texts:
        after = " " * len(indent)
        yield from textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=after) or [
            ""
        ]
