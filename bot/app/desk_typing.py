"""Typing at the desk: what a form is filled with, and what edit it makes of what is typed."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from bot.app.country_typing import countries_typed
from bot.domain.bench import Bench
from bot.domain.editing.edit import Edit, Several
from bot.domain.editing.event_edits import AddEvent, ChangeEvent, Happening
from bot.domain.editing.masthead_edit import MastheadEdit
from bot.domain.editing.parts import parts, with_part
from bot.domain.editing.quote_edits import AddQuote, ChangeQuote, Spoken, words_in
from bot.domain.editing.section_edits import AddSection, NameSection
from bot.domain.editing.spot import Spot, entry_at, event_at, quote_at
from bot.domain.editing.text_edit import TextEdit
from bot.domain.entry import Entry
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import MOST_NUMBER
from bot.domain.period import parse_period
from bot.domain.record import CountryCode
from bot.domain.typed_day import day_typed
from bot.domain.when import When
from bot.errors import Refused

Typed = Mapping[str, str]

_NUMBER = re.compile(r"#?\s*([0-9]{1,9})")
_YES = ("yes", "y", "true", "expected")


class DeskTyping:
    """Reads what editors type; `today` is the newsroom's day."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._edits: dict[str, Callable[[Bench, Spot, Typed, date], Edit]] = {
            "fmast": self._masthead,
            "faddsec": self._section,
            "ftext": self._text,
            "fname": self._name,
            "faddq": self._new_quote,
            "fquote": self._quote,
            "fadde": self._new_event,
            "fevent": self._event,
            "csay": self._said,
            "chappen": self._happened,
        }

    def edit(self, verb: str, bench: Bench, at: Spot, typed: Typed, today: date) -> Edit:
        """The edit that a form means; raises Refused, with one sentence, for what it cannot."""
        return self._edits[verb](bench, at, typed, today)

    def filled(self, verb: str, bench: Bench, at: Spot) -> dict[str, str]:
        """What the form shows at first."""
        contents = bench.contents
        match verb:
            case "fmast":
                number = "" if contents.number is None else str(contents.number)
                day = contents.date.isoformat() if contents.date else ""
                return {"number": number, "day": day, "title": contents.title or ""}
            case "ftext":
                text = entry_at(contents, at).text
                start, end = parts(text)[min(at.item or 0, len(parts(text)) - 1)]
                return {"text": text[start:end].strip()}
            case "fname":
                entry = entry_at(contents, at)
                named = {"country": self._names(entry.countries), "source": entry.source or ""}
                return {"heading": entry.heading or "", **named}
            case "fquote":
                quote = quote_at(contents, at)
                day = quote.said_on.isoformat() if quote.said_on else ""
                country = self._names((quote.country,)) if quote.country else ""
                said = {"speaker": quote.speaker or "", "role": quote.role or "", "day": day}
                return {"words": quote.text, "country": country, **said}
            case "fevent":
                event = event_at(contents, at)
                told = {"sentence": event.sentence, "day": _written(event.when)}
                expected = "yes" if event.expected else "no"
                return {**told, "country": self._names(event.countries), "expected": expected}
            case _:
                return {}

    def entry(self, heading: str, text: str, typed: Typed) -> Entry:
        """A section of its own; left out, its countries are those that its heading names."""
        countries = self._countries(typed)
        if not countries and heading:
            countries = self._gazetteer.codes_in(heading)
        source = " ".join(typed.get("source", "").split()) or None
        return Entry(heading=heading or None, countries=countries, text=text.strip(), source=source)

    def _said(self, bench: Bench, _: Spot, typed: Typed, today: date) -> Edit:
        """A quote typed alone: where its words stand in the section on its country, else below.

        With a source it stands beside the text. Without such a section it becomes one of a single
        sentence.
        """
        spoken, words = self._spoken(typed, today), words_in(typed.get("words", ""))
        at = _section_on(bench, spoken.country)
        if at is None:
            text, heading = _sentence(words, spoken), self._names((spoken.country,))
            added = AddSection(section=self.entry(heading, text, {**typed, "country": heading}))
            at = Spot(entry=len(bench.contents.entries))
            quoted = AddQuote(at=at, words=words, spoken=spoken)
            return Several((added, quoted), added.deed(bench.contents))
        quoted = AddQuote(at=at, words=words, spoken=spoken, source=typed.get("source", ""))
        entry = entry_at(bench.contents, at)
        if quoted.place_in(entry) is not None or quoted.source.strip():
            return quoted
        text = f"{entry.text}\n\n{_sentence(words, spoken)}".strip()
        return Several((TextEdit(at=at, text=text), quoted), quoted.deed(bench.contents))

    def _happened(self, bench: Bench, _: Spot, typed: Typed, today: date) -> Edit:
        """An event typed alone: in the section on its country, which is begun if there is none."""
        happening = self._happening(typed, today)
        country = happening.countries[0] if happening.countries else None
        at = _section_on(bench, country)
        if at is not None:
            return AddEvent(at=at, happening=happening)
        heading = self._names((country,))
        added = AddSection(section=self.entry(heading, happening.sentence, typed))
        at = Spot(entry=len(bench.contents.entries))
        edits = (added, AddEvent(at=at, happening=happening))
        return Several(edits, added.deed(bench.contents))

    def _masthead(self, bench: Bench, _: Spot, typed: Typed, today: date) -> MastheadEdit:
        number = _number(typed.get("number", ""))
        day = day_typed(typed.get("day", ""), today)
        return MastheadEdit(number=number, date=day, title=typed.get("title") or None)

    def _section(self, _bench: Bench, _: Spot, typed: Typed, _today: date) -> AddSection:
        heading = " ".join(typed.get("heading", "").split())
        return AddSection(section=self.entry(heading, typed.get("text", ""), typed))

    def _text(self, bench: Bench, at: Spot, typed: Typed, _today: date) -> TextEdit:
        section = Spot(entry=at.entry)
        text = entry_at(bench.contents, section).text
        nth = at.item or 0
        if nth >= len(parts(text)):
            raise Refused("This part is not there any more; open the section again.")
        return TextEdit(at=section, text=with_part(text, nth, typed.get("text", "")))

    def _name(self, _bench: Bench, at: Spot, typed: Typed, _today: date) -> NameSection:
        return NameSection(
            at=at,
            heading=typed.get("heading", ""),
            countries=self._countries(typed),
            source=typed.get("source", ""),
        )

    def _new_quote(self, _bench: Bench, at: Spot, typed: Typed, today: date) -> AddQuote:
        spoken, source = self._spoken(typed, today), typed.get("source", "")
        return AddQuote(at=at, words=typed.get("words", ""), spoken=spoken, source=source)

    def _quote(self, _bench: Bench, at: Spot, typed: Typed, today: date) -> ChangeQuote:
        spoken, source = self._spoken(typed, today), typed.get("source", "")
        return ChangeQuote(at=at, words=typed.get("words", ""), spoken=spoken, source=source)

    def _new_event(self, _bench: Bench, at: Spot, typed: Typed, today: date) -> AddEvent:
        return AddEvent(at=at, happening=self._happening(typed, today))

    def _event(self, _bench: Bench, at: Spot, typed: Typed, today: date) -> ChangeEvent:
        return ChangeEvent(at=at, happening=self._happening(typed, today))

    def _spoken(self, typed: Typed, today: date) -> Spoken:
        countries = self._countries(typed)
        if len(countries) > 1:
            raise Refused("A speaker is of one country; name one, or leave it empty.")
        return Spoken(
            speaker=typed.get("speaker", ""),
            role=typed.get("role", ""),
            country=countries[0] if countries else None,
            said_on=day_typed(typed.get("day", ""), today),
        )

    def _happening(self, typed: Typed, today: date) -> Happening:
        return Happening(
            when=_when(typed.get("day", ""), today),
            sentence=typed.get("sentence", ""),
            countries=self._countries(typed),
            expected=typed.get("expected", "").strip().casefold() in _YES,
        )

    def _countries(self, typed: Typed) -> tuple[CountryCode, ...]:
        return countries_typed(self._gazetteer, typed.get("country", ""))

    def _names(self, codes: Iterable[CountryCode | None]) -> str:
        return ", ".join(self._gazetteer.name(code) for code in codes if code)


def _section_on(bench: Bench, country: CountryCode | None) -> Spot | None:
    """The first section on that country; raises Refused where none is named."""
    if country is None:
        raise Refused("Name a country, so that it is clear in which section this belongs.")
    places = (
        place
        for place, entry in enumerate(bench.contents.entries)
        if country in entry.countries and entry.heading is not None
    )
    place = next(places, None)
    return None if place is None else Spot(entry=place)


def _sentence(words: str, spoken: Spoken) -> str:
    """A quote as a sentence of its own: "Harbour master Ada Quill: “We sail.”"."""
    who = " ".join(part.strip() for part in (spoken.role, spoken.speaker) if part.strip())
    return f"{who[:1].upper()}{who[1:]}: “{words}”" if who else f"“{words}”"


def _number(typed: str) -> int | None:
    if not typed.strip():
        return None
    found = _NUMBER.fullmatch(typed.strip())
    if found is None:
        raise Refused(f"“{typed.strip()}” is no number; type one between 0 and {MOST_NUMBER:,}.")
    return int(found[1])


def _when(typed: str, today: date) -> When:
    try:
        return When.parse("/".join(part.strip() for part in typed.split("/")))
    except ValueError:
        pass
    period = parse_period(typed, today)
    if period is None:
        raise Refused(f"“{typed.strip()}” is no date; type it like 2022-01-28, 2022-01 or 2022.")
    first, last = period.first, period.last
    for text in (f"{first:%Y-%m-%d}", f"{first:%Y-%m}", f"{first:%Y}"):
        when = When.parse(text)
        if (when.start, when.end) == (first, last):
            return when
    return When.parse(f"{first.isoformat()}/{last.isoformat()}")


def _written(when: When) -> str:
    """As `_when` reads it."""
    for text in (f"{when.start:%Y-%m-%d}", f"{when.start:%Y-%m}", f"{when.start:%Y}"):
        if When.parse(text) == when:
            return text
    return f"{when.start.isoformat()}/{when.end.isoformat()}"
