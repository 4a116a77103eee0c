"""Lines of the desk: how an issue stands, what a section has, what a quote or an event says."""

from collections.abc import Iterator

from discord.utils import TimestampStyle, format_dt

from bot.domain.bench import Bench
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import State
from bot.domain.quote import Quote
from bot.domain.version import Version
from bot.presentation import limits
from bot.presentation.attribution import speaker
from bot.presentation.language import Language
from bot.presentation.line import label, line
from bot.presentation.masthead import briefing_name
from bot.presentation.section_text import caption, with_flags

SHOWN_REQUESTS = 3
"""What waits for a second editor, on the first screen."""

_STATES = {
    State.DRAFT: "Draft",
    State.SCHEDULED: "Scheduled",
    State.PUBLISHED: "Published",
    State.WITHDRAWN: "Withdrawn",
}


def heading(bench: Bench, language: Language) -> list[str]:
    """Which issue it is, with what stands above it, and who changed it last."""
    contents = bench.contents
    number = "without a number" if contents.number is None else f"#{contents.number}"
    day = language.date(contents.date) if contents.date else "no date yet"
    name = line(contents.title or "", limits.TITLE, "no title yet")
    return [
        f"# {briefing_name(bench.issue.briefing)} {number}",
        f"{day} · **{name}**",
        f"-# {state_of(bench)}{_last(bench.last, language)}",
        *_approval(bench),
    ]


def state_of(bench: Bench) -> str:
    """How it stands; a change of what is published is not out yet."""
    if bench.pending is not None:
        style: TimestampStyle = "F" if bench.pending.scheduled else "R"
        what = f"a {bench.pending.kind} goes out" if bench.corrects else "goes out"
        moment = format_dt(bench.pending.due_at, style)
        return f"{_STATES[bench.issue.state]}; {what} {moment}"
    if bench.corrects and bench.undoes:
        return "Published; a correction is being written"
    return _STATES[bench.issue.state]


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 quote", "2 quotes"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def section_line(place: int, entry: Entry, language: Language) -> str:
    """A section in the list of them: its name, its length, and what it has."""
    name = line(caption(entry, language), limits.HEADING)
    parts = [counted(len(entry.text), "character")]
    parts += [counted(len(entry.quotes), "quote")] if entry.quotes else []
    parts += [counted(len(entry.events), "event")] if entry.events else []
    return f"{place + 1}\\. {with_flags(name, entry, language)} · {' · '.join(parts)}"


def quote_label(quote: Quote) -> str:
    """A quote in a menu: its speaker and first words."""
    return label(f"{speaker(quote)}: {quote.text}", limits.OPTION)


def event_label(event: Event, language: Language) -> str:
    """An event in a menu: its day and first words."""
    return label(f"{language.when(event.when)}: {event.sentence}", limits.OPTION)


def _approval(bench: Bench) -> Iterator[str]:
    """What waits for a second editor."""
    if bench.unapproved:
        yield (
            "**Changed after it was let out**: another editor has to let it out as it is now, or "
            "it becomes a draft again at its moment."
        )
    for each in bench.requests[:SHOWN_REQUESTS]:
        asked = f"asked by {line(each.asker.name, limits.SHORT_PERSON)}"
        when = format_dt(each.asked_at, "R")
        if each.wish.update is not None:
            yield f"**A live update waits for approval**, {asked} {when}"
        elif each.fits(bench.version):
            yield f"**Waiting for approval**, {asked} {when}"
        else:
            yield f"**Approval has to be asked for again**, {asked} {when}, and changed since"


def _last(last: Version | None, language: Language) -> str:
    if last is None:
        return ""
    deed = line(last.deed, limits.TYPED)
    return (
        f" · {line(last.author.name, limits.SHORT_PERSON)}, {language.moment(last.made_at)}: {deed}"
    )
