"""A request as a reader would make it, beside the bare query for what it shows."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bot.app.lists import Wish
from bot.domain.gazetteer import Gazetteer
from bot.domain.reference import Kind
from bot.presentation import limits
from bot.presentation.choices import country_choice, hit_choice, issue_choice, speaker_choice
from bot.store.position import end_of, start_of
from bot.store.reading_tables import marked
from tests.benchmarks import bare
from tests.benchmarks.desk import LOCALE, READER, Desk
from tests.benchmarks.entries import Writing
from tests.benchmarks.lexicon import Person
from tests.benchmarks.library import LAST_DAY, PER_ISSUE

_RARE = 500  # the place from which a word stands in less than one passage of a thousand
_FINDINGS = 10


@dataclass(frozen=True)
class Request:
    """`ask` does all that a command does up to its sending; `query` is bare, with its values."""

    command: str
    ask: Callable[[Desk], Awaitable[object]]
    query: str
    values: tuple[object, ...] = ()


class Asking:
    """Makes requests of every command, the same for the same seed; all find something."""

    def __init__(self, gazetteer: Gazetteer, entries: int, seed: int = 11) -> None:
        self._random = Random(seed)  # noqa: S311  # the same requests every time
        self._writing = Writing(gazetteer, seed)
        self._gazetteer = gazetteer
        self._issues = entries // PER_ISSUE

    def round(self) -> Iterator[Request]:
        """One request of every command."""
        yield self._latest()
        yield self._issue()
        yield from self._quotes()
        yield from self._timeline()
        yield from self._search()
        yield from self._completed()

    def _latest(self) -> Request:
        code = self._writing.country()
        name = self._gazetteer.name(code)

        async def ask(desk: Desk) -> object:
            return await desk.card(await desk.app.reading.latest(READER, name))

        return Request("/latest", ask, bare.LATEST, (code,))

    def _issue(self) -> Request:
        number = self._random.randint(1, self._issues)

        async def ask(desk: Desk) -> object:
            return await desk.card(await desk.app.reading.issue(READER, str(number)))

        return Request("/issue", ask, bare.ISSUE, (number,))

    def _quotes(self) -> Iterator[Request]:
        code, person, word = self._writing.country(), self._writing.person(), self._word()
        found = f"{marked(1, Kind.QUOTE)} AND body : {word}"
        yield _quotes("/quotes", Wish(), bare.QUOTES)
        yield _quotes("/quotes country", Wish(country=code), bare.QUOTES_ON, code)
        yield _quotes("/quotes speaker", Wish(speaker=person.name), bare.QUOTES_BY, person.name)
        yield _quotes("/quotes words", Wish(words=word), bare.QUOTES_WITH, found)
        since, until = self._days()
        ends = _ends(since, until, Kind.QUOTE)
        yield _quotes("/quotes since until", _between(since, until), bare.QUOTES_BETWEEN, *ends)

    def _timeline(self) -> Iterator[Request]:
        code = self._writing.country()
        yield _timeline("/timeline", Wish(), bare.EVENTS)
        yield _timeline("/timeline country", Wish(country=code), bare.EVENTS_ON, code)
        since, until = self._days()
        ends = (*_ends(since - timedelta(366), until, Kind.EVENT), f"{since}")
        yield _timeline("/timeline since until", _between(since, until), bare.EVENTS_BETWEEN, *ends)

    def _search(self) -> Iterator[Request]:
        person: Person = self._writing.person()
        common, other = self._common(), self._common()
        yield _search("/search rare word", self._word())
        yield _search("/search common word", common)
        yield _search("/search two words", f"{common} {other}", f"{common} AND {other}")
        surname = person.name.split()[-1].lower()
        yield _search("/search name word", f"{surname} {common}", f"{surname} AND {common}")

    def _completed(self) -> Iterator[Request]:
        letters = self._word()[: self._random.randint(1, 4)]
        name = self._writing.person().name.lower()[: self._random.randint(1, 4)]
        yield _countries(letters[:2])
        yield _numbers(str(self._random.randint(1, self._issues))[:2])
        yield _speakers(name)
        yield _findings(letters)

    def _word(self) -> str:
        return self._random.choice(self._writing.lexicon.words[_RARE:])

    def _common(self) -> str:
        return self._random.choice(self._writing.lexicon.words[:20])

    def _days(self) -> tuple[date, date]:
        until = LAST_DAY - timedelta(self._random.randint(0, 60))
        return until - timedelta(20), until


def _between(since: date, until: date) -> Wish:
    return Wish(since=f"{since}", until=f"{until}")


def _ends(since: date, until: date, kind: Kind) -> tuple[int, int]:
    return start_of(f"{since}", kind), end_of(f"{until}", kind) - 1


def _quotes(command: str, wish: Wish, query: str, *values: object) -> Request:
    async def ask(desk: Desk) -> object:
        return await desk.card(await desk.app.lists.quotes(READER, wish))

    return Request(command, ask, query, values)


def _timeline(command: str, wish: Wish, query: str, *values: object) -> Request:
    async def ask(desk: Desk) -> object:
        return await desk.card(await desk.app.lists.timeline(READER, wish))

    return Request(command, ask, query, values)


def _search(command: str, typed: str, match: str | None = None) -> Request:
    async def ask(desk: Desk) -> object:
        return await desk.card(await desk.app.searching.search(READER, typed))

    return Request(
        command,
        ask,
        bare.RANKED,
        (f"{marked(1)} AND ({match or typed})", match or typed),
    )


def _countries(typed: str) -> Request:
    async def ask(desk: Desk) -> object:
        place = (READER, typed, None, LOCALE, limits.CHOICES)
        codes = await desk.app.suggestions.countries(*place, Kind.SECTION)
        return [country_choice(code, desk.language) for code in codes]

    return Request("typing a country", ask, bare.COVERED)


def _numbers(typed: str) -> Request:
    async def ask(desk: Desk) -> object:
        found = await desk.app.suggestions.issues(READER, typed, None, limits.CHOICES)
        return [issue_choice(issue, desk.language) for issue in found]

    return Request("typing a number", ask, bare.NUMBERS, (typed,))


def _speakers(typed: str) -> Request:
    async def ask(desk: Desk) -> object:
        found = await desk.app.suggestions.speakers(READER, typed, None, limits.CHOICES)
        return [speaker_choice(speaker) for speaker in found]

    return Request("typing a speaker", ask, bare.SPEAKERS, (f"{typed.split(maxsplit=1)[0]}*",))


def _findings(typed: str) -> Request:
    async def ask(desk: Desk) -> object:
        found = await desk.app.suggestions.found(READER, typed, None, _FINDINGS)
        return [hit_choice(item, desk.language) for item in found]

    return Request(
        "typing a query",
        ask,
        bare.FINDINGS,
        (f"{marked(1)} AND {typed}*",),
    )
