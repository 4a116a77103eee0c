"""Echoes: the same wrong words in other places, which a correction of a quote can change too."""

from collections.abc import Iterable, Iterator

from bot.domain.difference import Misquote
from bot.domain.editing.quote_edits import ChangeQuote, Spoken
from bot.domain.editing.spot import Spot, quote_at
from bot.domain.issue import Contents
from bot.domain.quote import Quote
from bot.domain.record import Record
from bot.errors import Refused


class Echo(Record):
    """A quote with words that are corrected elsewhere; `alike` if the same person is named."""

    at: Spot
    quote: Quote
    misquote: Misquote
    alike: bool


def misquoted_words(misquotes: Iterable[Misquote]) -> set[str]:
    """The words that somebody was quoted with wrongly."""
    return {each.before.text for each in misquotes if each.before and each.after}


def echoes(contents: Contents, misquotes: Iterable[Misquote]) -> list[Echo]:
    """Where else the wrong words stand, or the right ones of the wrong person; in order."""
    wrong = [each for each in misquotes if each.before and each.after]
    found = list[Echo]()
    for place, entry in enumerate(contents.entries):
        for item, quote in enumerate(entry.quotes):
            match = _best(quote, wrong)
            if match is not None:
                alike = match.before is not None and match.before.speaker == quote.speaker
                at = Spot(entry=place, item=item)
                found.append(Echo(at=at, quote=quote, misquote=match, alike=alike))
    return found


def corrected(contents: Contents, found: Iterable[Echo]) -> Contents:
    """The contents with these quotes corrected in the same way, their texts with them.

    Raises Refused if the new words cannot take the place of the old ones.
    """
    # From behind: a detached quote that is changed stands last of its section.
    for echo in sorted(found, key=lambda each: (each.at.entry, each.at.item or 0), reverse=True):
        contents = _change(contents, echo).apply(contents)
    return contents


def can_be_corrected(contents: Contents, echo: Echo) -> bool:
    """Whether the same change can be made there."""
    try:
        corrected(contents, [echo])
    except Refused:
        return False
    return True


def _best(quote: Quote, wrong: list[Misquote]) -> Misquote | None:
    """The misquote that a quote repeats, first one of the same person."""
    matches = list(_matches(quote, wrong))
    for each in matches:
        if each.before and each.before.speaker == quote.speaker:
            return each
    return matches[0] if matches else None


def _matches(quote: Quote, wrong: list[Misquote]) -> Iterator[Misquote]:
    for each in wrong:
        before, after = each.before, each.after
        if not (before and after and quote.text == before.text):
            continue
        # Right words of another person are a matter of their own.
        if after.text != before.text or quote.speaker == before.speaker:
            yield each


def _change(contents: Contents, echo: Echo) -> ChangeQuote:
    """What is said stays as it is told there, but for the words and who said them."""
    quote, before, after = quote_at(contents, echo.at), echo.misquote.before, echo.misquote.after
    if before is None or after is None:
        raise Refused("There is nothing to correct; look at the correction again.")
    who = after if quote.speaker == before.speaker != after.speaker else quote
    spoken = Spoken(
        speaker=who.speaker or "",
        role=who.role or "",
        country=who.country,
        said_on=quote.said_on,
    )
    return ChangeQuote(at=echo.at, words=after.text, spoken=spoken)
