"""An alert: which sections somebody wants, and which quotes come first."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.alert import key_quotes, sorted_out
from bot.domain.doubt import Confidence
from bot.domain.entry import Entry
from bot.domain.quote import Quote, QuoteKind
from tests.contents import section

RELAXED = settings(deadline=None)
FINLAND, SWEDEN, BOTH = section("FI"), section("SE"), section("FI", "SE", text="Together.")
ALLIANCE = Entry(heading="The Alliance", text="It met.")


@pytest.mark.parametrize(
    ("countries", "wanted", "others"),
    [
        ((), (FINLAND, SWEDEN, BOTH, ALLIANCE), ()),
        (("FI",), (FINLAND, BOTH), (SWEDEN, ALLIANCE)),
        (("SE", "NO"), (SWEDEN, BOTH), (FINLAND, ALLIANCE)),
        (("NO",), (), (FINLAND, SWEDEN, BOTH, ALLIANCE)),
    ],
)
def test_somebody_wants_the_sections_on_their_countries(
    countries: tuple[str, ...], wanted: tuple[Entry, ...], others: tuple[Entry, ...]
) -> None:
    assert sorted_out([FINLAND, SWEDEN, BOTH, ALLIANCE], countries) == (wanted, others)


_CODES = st.sampled_from(("FI", "SE", "NO", "EE"))
_SECTIONS = st.lists(
    st.builds(
        lambda codes, number: section(*codes, text=f"Text {number}."),
        st.lists(_CODES, max_size=2, unique=True),
        st.integers(0, 10**6),
    ),
    max_size=6,
    unique_by=lambda entry: entry.text,
)


@RELAXED
@given(_SECTIONS, st.lists(_CODES, max_size=3, unique=True))
def test_every_section_is_wanted_or_another_and_keeps_its_place(
    sections: list[Entry], countries: list[str]
) -> None:
    wanted, others = sorted_out(sections, countries)
    for found in (wanted, others):
        assert list(found) == [entry for entry in sections if entry in found]
    assert sorted(entry.text for entry in (*wanted, *others)) == sorted(
        entry.text for entry in sections
    )


def quote(
    text: str,
    speaker: str | None = "Ada",
    kind: QuoteKind = QuoteKind.SPEECH,
    confidence: Confidence = Confidence.SURE,
) -> Quote:
    return Quote(text=text, speaker=speaker, kind=kind, confidence=confidence, source="A letter")


def saying(*quotes: Quote) -> Entry:
    return FINLAND.model_copy(update={"quotes": quotes, "text": str(quotes)})


def chosen(wanted: list[Entry], others: list[Entry] | None = None) -> list[str]:
    return [each.text for each in key_quotes(wanted, others or [])]


def test_two_quotes_are_chosen_at_most() -> None:
    assert chosen([]) == []
    assert chosen([saying(quote("a"))]) == ["a"]
    assert chosen([saying(*(quote(text) for text in "abc"))]) == ["a", "b"]


def test_one_of_each_section_comes_before_a_second_of_the_same() -> None:
    assert chosen([saying(quote("a"), quote("b")), saying(quote("c"))]) == ["a", "c"]


def test_what_is_wanted_comes_before_the_rest() -> None:
    assert chosen([saying(quote("a"))], [saying(quote("b"), quote("c"))]) == ["a", "b"]


def test_the_rest_is_quoted_where_nothing_wanted_is() -> None:
    assert chosen([saying()], [saying(quote("b"))]) == ["b"]


def test_whole_sentences_come_before_fragments() -> None:
    fragment = quote("a", kind=QuoteKind.PHRASE)
    assert chosen([saying(fragment, quote("b"))]) == ["b", "a"]
    assert chosen([saying(fragment), saying(quote("b"))]) == ["b", "a"]


def test_certain_speakers_come_before_likely_ones() -> None:
    doubtful = [quote(str(sure), confidence=sure) for sure in reversed(Confidence)]
    first, second, _ = Confidence
    assert chosen([saying(*doubtful)]) == [str(first), str(second)]


def test_a_whole_sentence_in_doubt_comes_before_a_certain_fragment() -> None:
    doubtful = quote("a", confidence=list(Confidence)[-1])
    assert chosen([saying(quote("b", kind=QuoteKind.PHRASE), doubtful)]) == ["a", "b"]


def test_nobody_is_quoted_without_a_name() -> None:
    assert chosen([saying(quote("a", None), quote("b"))]) == ["b"]
    assert chosen([saying(quote("a", None))]) == []


def test_an_unnamed_quote_costs_its_section_no_turn() -> None:
    first = saying(quote("x", None), quote("a"))
    second = saying(quote("b"), quote("c"))
    assert chosen([first, second]) == ["a", "b"]


_QUOTES = st.builds(
    quote,
    st.text(min_size=1, max_size=5),
    st.sampled_from((None, "Ada", "Bo")),
    st.sampled_from(QuoteKind),
    st.sampled_from(Confidence),
)
_SPEAKING = st.lists(st.lists(_QUOTES, max_size=4).map(lambda found: saying(*found)), max_size=4)


@RELAXED
@given(_SPEAKING, _SPEAKING)
def test_as_many_are_chosen_as_there_are(wanted: list[Entry], others: list[Entry]) -> None:
    named = [each for entry in (*wanted, *others) for each in entry.quotes if each.speaker]
    found = key_quotes(wanted, others)
    assert len(found) == min(len(named), 2)
    assert all(each in named for each in found)
