"""Benches: an issue at the desk, any at all, or the largest that there can be."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from bot.domain.bench import Bench
from bot.domain.checks import Surroundings, findings
from bot.domain.doubt import Confidence
from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import Contents, Issue, State
from bot.domain.quote import Quote, QuoteKind
from bot.domain.release import Author
from bot.domain.version import Version
from bot.domain.when import When
from tests.presentation.entries import codes, issues, names
from tests.presentation.examples import issue
from tests.presentation.lists import whens
from tests.presentation.texts import long_texts

_MOMENT = datetime(2022, 1, 28, 8, tzinfo=UTC)
_confidences = st.sampled_from(Confidence)
_notes = st.lists(names, max_size=2).map(tuple)


@st.composite
def _sections(draw: st.DrawFn) -> Entry:
    text = draw(long_texts)
    quotes, events = list[Quote](), list[Event]()
    for _ in range(draw(st.integers(0, 2))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        placed = draw(st.booleans()) and start < end
        quotes.append(
            Quote(
                text=text[start:end] if placed else draw(names),
                kind=QuoteKind.PHRASE,
                speaker=draw(st.none() | names),
                role=draw(st.none() | names),
                country=draw(st.none() | codes),
                said_on=draw(st.none() | st.dates()),
                start=start if placed else None,
                end=end if placed else None,
                source=None if placed else "x" + draw(names),
                confidence=draw(_confidences),
                notes=draw(_notes),
            )
        )
        events.append(
            Event(
                when=draw(whens()),
                sentence=draw(names),
                start=start if placed else None,
                end=end if placed else None,
                confidence=draw(_confidences),
                notes=draw(_notes),
            )
        )
    return Entry(
        heading=draw(st.none() | names),
        countries=tuple(draw(st.lists(codes, max_size=3, unique=True))),
        text=text,
        source=draw(st.none() | names),
        quotes=tuple(quotes),
        events=tuple(events),
    )


def bench_of(contents: Contents, **changes: object) -> Bench:
    """With everything that the checks find."""
    head = changes.pop("issue", None) or _issue(contents)
    found = findings(contents, Surroundings(today=date(2022, 1, 1), taken=True), lambda _: ["RU"])
    made = {"issue": head, "version": 999_999_999, "contents": contents, "findings": tuple(found)}
    return Bench.model_validate(made | changes)


def _issue(contents: Contents) -> Issue:
    masthead = contents.model_dump(include={"number", "date", "title"})
    return issue().model_copy(update={**masthead, "state": State.DRAFT})


@st.composite
def benches(draw: st.DrawFn) -> Bench:
    """Any draft, changed last by anybody."""
    contents = Contents(
        number=draw(st.none() | st.integers(0, 10**9 - 1)),
        date=draw(st.none() | st.dates()),
        title=draw(st.none() | names),
        entries=tuple(draw(st.lists(_sections(), max_size=3))),
    )
    head = draw(issues).model_copy(update={"state": draw(st.sampled_from(State))})
    last = Version(
        number=9,
        author=Author(name=draw(names)[:100] or "x"),
        made_at=_MOMENT,
        deed=draw(names),
        same_as=9,
        contents=contents,
    )
    undoes = draw(st.just("") | names)
    return bench_of(contents, issue=head, last=draw(st.none() | st.just(last)), undoes=undoes)


def largest(sections: int = 60, quotes: int = 3, events: int = 2) -> Bench:
    """As many sections as there can be, each long, with quotes and events in doubt."""
    sentence = "We shall *count* every boat_of_the_harbour before the day is over. "
    text = sentence * 60
    said = Quote(
        text=sentence[:60],
        kind=QuoteKind.SPEECH,
        speaker="Ambassador Extraordinary Maximiliana von und zu Hohenstaufen-Liechtenberg",
        role="Permanent Under-Secretary for Maritime and Riparian Affairs",
        country="JP",
        start=0,
        end=60,
        confidence=Confidence.CHECK,
        notes=("the speaker was guessed from the paragraph before",) * 3,
    )
    happened = Event(
        when=When.parse("2022-01-21/2022-01-24"),
        sentence=sentence.strip(),
        confidence=Confidence.LIKELY,
        notes=("year inferred from the issue date",),
    )
    entry = Entry(
        heading="Democratic People's Republic of Korea and the Republic of Korea",
        countries=("KP", "KR"),
        text=text,
        quotes=(said,) * quotes,
        events=(happened,) * events,
    )
    contents = Contents(
        number=999_999_999, date=date(2022, 1, 28), title="T*_" * 80, entries=(entry,) * sections
    )
    return bench_of(contents, undoes=sentence * 3)
