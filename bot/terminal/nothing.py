"""An answer that found nothing as lines of text: what there is instead."""

from collections.abc import Iterator

from bot.domain.answer import (
    DidYouMean,
    NoBriefing,
    NoLongerReadable,
    NoSuchIssue,
    NothingOnCountry,
    NothingPublished,
    UnknownCountry,
)
from bot.domain.filter import Filter, Listed
from bot.domain.gazetteer import Gazetteer
from bot.domain.listing import NothingListed, Speaker
from bot.terminal.countries import countries
from bot.terminal.filter import narrowings
from bot.terminal.typed import typed_text
from bot.terminal.wrapped import wrapped

Nothing = (
    DidYouMean
    | UnknownCountry
    | NothingOnCountry
    | NothingPublished
    | NothingListed
    | NoSuchIssue
    | NoBriefing
    | NoLongerReadable
)
NOTHING_YET = "There is nothing to read yet; import a document with --publish first."
_KINDS = {Listed.QUOTES: "quotes from", Listed.TIMELINE: "events on"}


def nothing_lines(answer: Nothing, gazetteer: Gazetteer) -> Iterator[str]:
    """Says what was not found, and what can be asked for."""
    match answer:
        case NothingListed():
            yield from _nothing_listed(answer, gazetteer)
        case DidYouMean(typed=typed, countries=codes):
            meant = countries(codes, gazetteer)
            yield f"I know no country called {typed_text(typed)}. Did you mean {meant}?"
        case UnknownCountry(typed=typed, covered=codes, filter=asked):
            yield f"I know no country called {typed_text(typed)}. There are {_kind(asked)}:"
            yield from wrapped([countries(codes, gazetteer)], "")
        case NothingOnCountry(country=code, briefing=briefing, covered=codes):
            yield f"{briefing.name} has no section on {gazetteer.name(code)}. It has sections on:"
            yield from wrapped([countries(codes, gazetteer)], "")
        case NothingPublished(briefing=briefing):
            yield f"{briefing.name} has no published issue yet."
        case _:
            yield _nowhere(answer)


def _nowhere(answer: NoSuchIssue | NoBriefing | NoLongerReadable) -> str:
    match answer:
        case NoSuchIssue(briefing=briefing, typed=typed, withdrawn=withdrawn):
            gone = "was withdrawn" if withdrawn else "is not published"
            return f"{briefing.name} {typed} {gone}; `sitrep issues` lists what there is."
        case NoBriefing(typed=str(typed)):
            return (
                f"No briefing that this server reads is called {typed_text(typed)};"
                " `sitrep issues` lists them by id, and --newsroom reads as another server."
            )
        case NoLongerReadable(reference=reference):
            what = reference or "This"
            return (
                f"{what} cannot be read here: it does not exist, was withdrawn, or is not open"
                " to this server; `sitrep search` finds what is."
            )
        case _:
            return (
                "This server has no briefing of its own, and PUBLIC_BRIEFINGS opens none to it;"
                " --newsroom reads as another server, --briefing any public one, and"
                " `sitrep issues` lists all."
            )


def _nothing_listed(answer: NothingListed, gazetteer: Gazetteer) -> Iterator[str]:
    asked = answer.filter
    yield from wrapped([_sentence(answer, gazetteer)], "")
    if asked.listed is Listed.SEARCH:
        if answer.near:
            yield from wrapped([f"Each of these is found: {', '.join(answer.near)}."], "")
        return
    if answer.near:
        yield from wrapped([f"Did you mean {' or '.join(answer.near)}?"], "")
    if answer.near_words:
        yield from wrapped([f"Words spelt nearest: {', '.join(answer.near_words)}."], "")
    if answer.speakers:
        speakers = ", ".join(map(_speaker, answer.speakers))
        yield from wrapped([f"Speakers in this briefing: {speakers}."], "")
    if answer.countries:
        there = countries(answer.countries, gazetteer)
        yield from wrapped([f"There are {_kind(asked)}: {there}."], "")
    if asked.since or asked.until:
        yield "Other days may have some: leave out --since and --until."


def _sentence(answer: NothingListed, gazetteer: Gazetteer) -> str:
    asked, name = answer.filter, answer.briefing.name
    if asked.listed is Listed.SEARCH:
        return f"Nothing found in {name} for: {asked.words}"
    kind = "quotes" if asked.listed is Listed.QUOTES else "events"
    return " ".join((f"No {kind}", *narrowings(asked, gazetteer), f"in {name}."))


def _kind(asked: Filter | None) -> str:
    return _KINDS.get(asked.listed, "sections on") if asked else "sections on"


def _speaker(speaker: Speaker) -> str:
    role = f", {speaker.role}" if speaker.role else ""
    return f"{speaker.name}{role} ({speaker.quotes} quote{'s' if speaker.quotes != 1 else ''})"
