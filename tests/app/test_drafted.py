"""What the importer read, as an issue can say it: nothing lost, everything in its place."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.app.drafted import contents_of, printed_name, with_questions
from bot.domain.doubt import Confidence
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Contents
from bot.domain.quote import QuoteKind
from bot.importer.draft import Draft, DraftEntry, DraftEvent, DraftQuote, Kind
from bot.importer.importer import import_text
from bot.importer.masthead import NO_DATE, NO_NUMBER
from tests.app.documents import FULL

_TEXT = "Before.\n\n  Marwan said “sail” on 1 March, at “peace”.  \nAfter.\n"
_BODY = "Marwan said “sail” on 1 March, at “peace”."


def quoted(words: str, kind: Kind = "phrase") -> DraftQuote:
    start = _TEXT.index(words)
    return DraftQuote(
        words, start, start + len(words), kind, "Ilse Marwan", "Minister", "FI", None,
        "2024-03-01", "likely", ("look",),
    )  # fmt: skip


def draft(*quotes: DraftQuote, events: tuple[DraftEvent, ...] = ()) -> Draft:
    start = _TEXT.index("\n  Marwan")
    parts = (
        DraftEntry(None, (), 0, start),
        DraftEntry("Finland", ("FI", "EE", "FI"), start, _TEXT.index("After")),
    )
    return Draft(_TEXT, "Tides", 7, "2024-03-04", "Calm", parts, quotes, events, ("a doubt",))


def event() -> DraftEvent:
    start = _TEXT.index("Marwan")
    sentence = _TEXT[start : start + len(_BODY)]
    return DraftEvent(
        "2024-03", sentence, start, start + len(_BODY), ("FI", "FI"), True, "check", ("month",)
    )


def test_the_masthead_the_notes_and_the_source_are_kept() -> None:
    made = contents_of(draft())
    assert (made.number, made.date, made.title) == (7, date(2024, 3, 4), "Calm")
    assert (made.notes, made.source) == (("a doubt",), _TEXT)


def test_an_entry_is_its_text_without_the_space_around() -> None:
    overview, finland = contents_of(draft()).entries
    assert (overview.heading, overview.countries, overview.text) == (None, (), "Before.")
    assert (finland.heading, finland.countries) == ("Finland", ("FI", "EE"))
    assert finland.text == _BODY


def test_a_quote_lies_in_its_entry() -> None:
    overview, finland = contents_of(draft(quoted("sail"))).entries
    assert overview.quotes == ()
    (quote,) = finland.quotes
    assert finland.text[quote.start : quote.end] == quote.text == "sail"
    assert (quote.kind, quote.speaker, quote.role) == (QuoteKind.PHRASE, "Ilse Marwan", "Minister")
    assert (quote.country, quote.said_on) == ("FI", date(2024, 3, 1))
    assert (quote.confidence, quote.notes) == (Confidence.LIKELY, ("look",))


def test_scare_quotes_stay_behind() -> None:
    _, finland = contents_of(draft(quoted("sail"), quoted("peace", "scare"))).entries
    assert [quote.text for quote in finland.quotes] == ["sail"]


def test_an_event_lies_in_its_entry() -> None:
    overview, finland = contents_of(draft(events=(event(),))).entries
    assert overview.events == ()
    (found,) = finland.events
    assert finland.text[found.start : found.end] == found.sentence == _BODY
    assert (str(found.when), found.countries, found.expected) == ("2024-03", ("FI",), True)
    assert (found.confidence, found.notes) == (Confidence.CHECK, ("month",))


def test_what_a_document_says_is_kept_whole(gazetteer: Gazetteer) -> None:
    read = import_text(FULL, gazetteer)
    made = contents_of(read)
    kept = [quote.text for entry in made.entries for quote in entry.quotes]
    assert kept == [quote.text for quote in read.quotes if quote.kind != "scare"]
    assert kept == ["every ferry must sail again."]
    dated = [str(found.when) for entry in made.entries for found in entry.events]
    assert dated == [found.date for found in read.events] == ["2024-03-01"]


_PIECES = st.sampled_from(
    ["Finland\n", "Japan and China\n", "“we sail,” Marwan said.", "“calm", " on March 1, 2024 ",
     "\n\n", "\u2028", "🇫🇮", "Minister Ilse Marwan ", "\t", "x" * 50, "Tides #7 | May 1, 2024\n"]
)  # fmt: skip
_DOCUMENTS = st.lists(_PIECES | st.text(st.characters(exclude_categories=["Cs"]), max_size=9))


@settings(max_examples=60, deadline=None)
@given(pieces=_DOCUMENTS)
def test_any_draft_can_be_kept(gazetteer: Gazetteer, pieces: list[str]) -> None:
    """Every quote of a draft lies in its entry, or these contents could not be made."""
    read = import_text("Some text. " + "".join(pieces), gazetteer)
    made = contents_of(read)
    assert Contents.model_validate_json(made.model_dump_json()) == made
    assert len(made.entries) == len(read.entries)
    quotes = [quote for entry in made.entries for quote in entry.quotes]
    assert len(quotes) == sum(quote.kind != "scare" for quote in read.quotes)
    assert sum(len(entry.events) for entry in made.entries) == len(read.events)


@pytest.mark.parametrize("number", [-1, 10**9, 10**5000], ids=["below", "above", "absurd"])
def test_a_number_that_cannot_be_kept_is_a_note(number: int) -> None:
    says = contents_of(replace(draft(), number=number))
    assert says.number is None
    assert says.notes[0] == "a doubt"
    assert says.notes[1].startswith("The printed number was left out")


def test_a_name_is_kept_up_to_a_hundred_characters() -> None:
    assert printed_name(replace(draft(), briefing=" " + "x" * 100)) == "x" * 100
    assert printed_name(replace(draft(), briefing="x" * 101)) == "x" * 99 + "…"
    for nothing in (None, "", "  "):
        assert printed_name(replace(draft(), briefing=nothing)) is None


def test_a_name_that_was_cut_is_a_note_with_all_of_it() -> None:
    (note,) = contents_of(replace(draft(), briefing="x" * 101)).notes[1:]
    assert note.endswith("x" * 101)


def test_the_notes_ask_for_what_is_missing_and_nothing_else() -> None:
    whole = contents_of(draft())
    assert with_questions(whole).notes == ("a doubt",)
    bare = whole.model_copy(update={"number": None, "date": None})
    assert with_questions(bare).notes == (NO_NUMBER, NO_DATE, "a doubt")
    dated = with_questions(bare).model_copy(update={"date": whole.date})
    assert with_questions(dated).notes == (NO_NUMBER, "a doubt")
