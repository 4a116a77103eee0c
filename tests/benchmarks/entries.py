"""Entries as a newsroom would write them: quotes and dated sentences stand in their text."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.gazetteer import Gazetteer
from bot.domain.quote import Quote, QuoteKind
from bot.domain.when import When
from tests.benchmarks.lexicon import Lexicon, Person, Zipf

_QUOTES, _EVENTS = 3, 2


class Writing:
    """Writes entries, the same for the same seed."""

    def __init__(self, gazetteer: Gazetteer, seed: int = 1) -> None:
        self.lexicon = Lexicon(gazetteer.codes)
        self._gazetteer = gazetteer
        self._random = Random(seed)  # noqa: S311  # the same library every time, nothing secret
        self._words = Zipf(len(self.lexicon.words), self._random)
        self._people = Zipf(len(self.lexicon.people), self._random)
        self._codes = Zipf(len(self.lexicon.codes), self._random)

    def issue(self, day: date, entries: int) -> tuple[Entry, ...]:
        """An overview, then sections on one country or two."""
        overview = self._entry(day, ())
        return (overview, *(self._section(day) for _ in range(entries - 1)))

    def words(self, least: int, most: int) -> str:
        """Some words, beginning with a capital."""
        count = self._random.randint(least, most)
        said = " ".join(self.lexicon.words[self._words.place()] for _ in range(count))
        return said[0].upper() + said[1:]

    def country(self) -> str:
        """The code of a country."""
        return self.lexicon.codes[self._codes.place()]

    def person(self) -> Person:
        """Somebody who is quoted."""
        return self.lexicon.people[self._people.place()]

    def _section(self, day: date) -> Entry:
        count = 2 if self._random.random() < 0.1 else 1
        return self._entry(day, tuple(dict.fromkeys(self.country() for _ in range(count))))

    def _entry(self, day: date, countries: Sequence[str]) -> Entry:
        parts = [f"{self.words(8, 14)}."]
        place = len(parts[0])
        quotes: list[Quote] = []
        for _ in range(_QUOTES):
            person = self.person()
            quote = self._quote(day, person, place + 2 + len(f"{person.name} said: “"))
            parts.append(f"{person.name} said: “{quote.text}”")
            place += 2 + len(parts[-1])
            quotes.append(quote)
        events = list(self._events(day, countries, place))
        parts += [event.sentence for event in events]
        heading = " and ".join(self._gazetteer.name(code) for code in countries) or None
        return Entry(
            heading=heading,
            countries=tuple(countries),
            text="\n\n".join(parts),
            quotes=tuple(quotes),
            events=tuple(events),
        )

    def _quote(self, day: date, person: Person, start: int) -> Quote:
        text = f"{self.words(6, 16)}."
        known = self._random.random() < 0.6
        return Quote(
            text=text,
            kind=QuoteKind.SPEECH,
            speaker=person.name,
            role=person.role,
            country=person.country,
            said_on=day - timedelta(self._random.randrange(3)) if known else None,
            start=start,
            end=start + len(text),
        )

    def _events(self, day: date, countries: Sequence[str], place: int) -> Iterator[Event]:
        for _ in range(_EVENTS):
            when = self._when(day)
            sentence = f"In the reckoning of {when}, {self.words(6, 12).lower()}."
            start = place + 2
            place = start + len(sentence)
            yield Event(
                when=when,
                sentence=sentence,
                countries=tuple(countries) or (self.country(),),
                expected=when.start > day,
                start=start,
                end=place,
            )

    def _when(self, day: date) -> When:
        about = day + timedelta(self._random.randint(-20, 10))
        text = self._random.choices(
            (f"{about}", f"{about:%Y-%m}", f"{about:%Y}", f"{about}/{about + timedelta(2)}"),
            (70, 15, 5, 10),
        )[0]
        return When.parse(text)
