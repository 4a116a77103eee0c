"""The difference between two states of an issue, and whom it concerns."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.difference import Difference, Misquote, difference
from bot.domain.entry import Entry
from bot.domain.issue import Contents
from bot.domain.quote import Quote, QuoteKind
from tests.contents import contents, said, section
from tests.shelving import DAY

RELAXED = settings(deadline=None)
OVERVIEW = section(text="Calm seas.")
FINLAND, SWEDEN = section("FI", text="Boats were counted."), section("SE", text="Fog.")
BEFORE = contents(7, DAY, OVERVIEW, FINLAND, SWEDEN)


def quote(text: str, speaker: str | None = "Ada") -> Quote:
    return Quote(text=text, kind=QuoteKind.SPEECH, speaker=speaker, source="A letter")


def speaking(*quotes: Quote, country: str = "FI") -> Entry:
    return FINLAND.model_copy(
        update={"quotes": quotes, "countries": (country,), "heading": country}
    )


def quotes(before: tuple[Quote, ...], after: tuple[Quote, ...]) -> tuple[Misquote, ...]:
    """What is found between two states of one section."""
    old, new = (contents(7, DAY, speaking(*each)) for each in (before, after))
    return difference(old, new).quotes


def test_between_two_equal_states_there_is_none() -> None:
    assert difference(BEFORE, BEFORE) == Difference()
    assert not difference(BEFORE, BEFORE).misquoted


def test_what_only_the_store_knows_is_no_difference() -> None:
    numbered = [entry.model_copy(update={"id": 3}) for entry in BEFORE.entries]
    other = BEFORE.model_copy(update={"entries": tuple(numbered), "source": "x", "notes": ("y",)})
    assert difference(BEFORE, other) == Difference()


def test_a_changed_section_concerns_its_countries() -> None:
    mended = section("FI", text="Boats were counted twice.")
    found = difference(BEFORE, contents(7, DAY, OVERVIEW, mended, SWEDEN))
    assert found == Difference(changed=(mended,), countries=("FI",))


def test_a_section_that_changes_its_countries_concerns_the_old_ones_too() -> None:
    ports = section("FI").model_copy(update={"heading": "Ports"})
    moved = ports.model_copy(update={"countries": ("SE",)})
    found = difference(contents(7, DAY, ports), contents(7, DAY, moved))
    assert found.countries == ("FI", "SE")


def test_sections_that_come_and_go_concern_their_countries() -> None:
    norway = section("NO", "EE")
    found = difference(BEFORE, contents(7, DAY, OVERVIEW, norway, SWEDEN))
    assert found == Difference(added=(norway,), removed=(FINLAND,), countries=("EE", "FI", "NO"))


@pytest.mark.parametrize(
    "after",
    [
        contents(7, DAY, section(text="Rough seas."), FINLAND, SWEDEN),
        contents(7, DAY, FINLAND, SWEDEN),
        contents(7, DAY, OVERVIEW, FINLAND, SWEDEN, section(text="More.")),
        contents(
            7,
            DAY,
            *BEFORE.entries,
            FINLAND.model_copy(update={"heading": "The Alliance", "countries": ()}),
        ),
    ],
    ids=["changed", "removed", "another", "of no country"],
)
def test_what_has_no_country_concerns_everybody(after: Contents) -> None:
    assert difference(BEFORE, after).countries is None


@pytest.mark.parametrize(
    ("after", "names"),
    [
        (BEFORE.model_copy(update={"number": 8}), ("number",)),
        (BEFORE.model_copy(update={"date": date(2022, 1, 29)}), ("date",)),
        (BEFORE.model_copy(update={"title": "Fog"}), ("title",)),
        (BEFORE.model_copy(update={"number": 8, "title": "Fog"}), ("number", "title")),
    ],
)
def test_another_masthead_concerns_everybody(after: Contents, names: tuple[str, ...]) -> None:
    assert difference(BEFORE, after) == Difference(masthead=names, countries=None)


def test_sections_of_one_heading_are_told_apart_by_their_places() -> None:
    twice = [section("FI", text=text) for text in ("One.", "Two.")]
    changed = section("FI", text="Three.")
    found = difference(contents(7, DAY, *twice), contents(7, DAY, twice[0], changed))
    assert (found.changed, found.added, found.removed) == ((changed,), (), ())
    found = difference(contents(7, DAY, *twice), contents(7, DAY, twice[0]))
    assert (found.changed, found.added, found.removed) == ((), (), (twice[1],))


def test_other_words_of_one_person_are_a_misquote() -> None:
    before, after = quote("We shall sail."), quote("We shall not sail.")
    assert quotes((before,), (after,)) == (Misquote(before=before, after=after),)


def test_the_same_words_of_another_person_are_a_misquote() -> None:
    before, after = quote("We shall sail."), quote("We shall sail.", "Bo")
    assert quotes((before,), (after,)) == (Misquote(before=before, after=after),)


def test_a_quote_that_comes_or_goes_was_not_told_wrongly() -> None:
    old, new = quote("We shall sail."), quote("Fog is coming.", "Bo")
    found = difference(contents(7, DAY, speaking(old)), contents(7, DAY, speaking(new)))
    assert found.quotes == (Misquote(before=old, after=None), Misquote(before=None, after=new))
    assert not found.misquoted


def test_whoever_was_quoted_wrongly_makes_a_misquote() -> None:
    old, new = contents(7, DAY, speaking(quote("One."))), contents(7, DAY, speaking(quote("Two.")))
    assert difference(old, new).misquoted


def test_the_same_words_pair_before_the_same_speaker() -> None:
    old, new, same = quote("One.", "Ada"), quote("Two.", "Ada"), quote("One.", "Bo")
    assert Misquote(before=old, after=same) in quotes((old,), (new, same))


def test_two_unknown_people_are_not_one() -> None:
    before, after = quote("We shall sail.", None), quote("Fog is coming.", None)
    assert quotes((before,), (after,)) == (
        Misquote(before=before, after=None),
        Misquote(before=None, after=after),
    )


def test_much_the_same_words_in_their_place_are_a_misquote_whoever_said_them() -> None:
    before, after = quote("We shall sail at dawn."), quote("We shall not sail at dawn.", "Bo")
    assert quotes((before,), (after,)) == (Misquote(before=before, after=after),)
    old = contents(7, DAY, speaking(before), speaking(country="SE"))
    new = contents(7, DAY, speaking(), speaking(after, country="SE"))
    assert not difference(old, new).misquoted


def test_long_quotes_are_compared_quickly() -> None:
    before = [quote(f"{n} " + "word " * 780, f"Ada {n}") for n in range(20)]
    after = [quote(f"{n} " + "fog " * 780, f"Bo {n}") for n in range(20)]
    assert not any(each.before and each.after for each in quotes(tuple(before), tuple(after)))


def test_several_misquotes_of_one_person_are_paired_in_order() -> None:
    before, after = [tuple(quote(f"{word} {n}.") for n in (1, 2)) for word in ("Old", "New")]
    assert quotes(before, after) == tuple(
        Misquote(before=old, after=new) for old, new in zip(before, after, strict=True)
    )


def test_a_quote_that_moves_to_another_section_is_the_same_quote() -> None:
    words = quote("We shall sail.")
    old = contents(7, DAY, speaking(words), speaking(country="SE"))
    new = contents(7, DAY, speaking(), speaking(words, country="SE"))
    found = difference(old, new)
    assert found.quotes == ()
    assert found.countries == ("FI", "SE")


def test_a_quote_that_only_moves_within_its_text_is_the_same_quote() -> None:
    texts = ("They “must sail”.", "Tonight they “must sail”.")
    old, new = (
        section("FI", text=text).model_copy(update={"quotes": (said("must sail", text),)})
        for text in texts
    )
    found = difference(contents(7, DAY, old), contents(7, DAY, new))
    assert (found.changed, found.quotes) == ((new,), ())


_quotes = st.lists(
    st.builds(quote, st.sampled_from("ABC"), st.sampled_from(("Ada", "Bo", None))), max_size=4
)
_sections = st.lists(
    st.builds(
        lambda found, country: speaking(*found, country=country),
        _quotes,
        st.sampled_from(("FI", "SE", "NO")),
    ),
    max_size=4,
)
_states = st.builds(lambda entries: contents(7, DAY, *entries), _sections)


@RELAXED
@given(_states)
def test_no_state_differs_from_itself(state: Contents) -> None:
    assert difference(state, state) == Difference()


@RELAXED
@given(_states, _states)
def test_the_way_back_adds_what_the_way_there_removes(one: Contents, other: Contents) -> None:
    there, back = difference(one, other), difference(other, one)
    assert (there.added, there.removed) == (back.removed, back.added)
    assert len(there.changed) == len(back.changed)
    assert set(there.countries or ()) == set(back.countries or ())


@RELAXED
@given(_states, _states)
def test_every_quote_that_is_not_told_any_more_is_named_once(
    one: Contents, other: Contents
) -> None:
    found = difference(one, other)
    old, new = (
        [(each.text, each.speaker) for entry in state.entries for each in entry.quotes]
        for state in (one, other)
    )
    gone = {each for each in old if each not in new}
    before = [(each.before.text, each.before.speaker) for each in found.quotes if each.before]
    after = [(each.after.text, each.after.speaker) for each in found.quotes if each.after]
    told = [each for each in before if each in gone]
    assert sorted(told, key=str) == sorted((each for each in old if each in gone), key=str)
    assert sorted(after, key=str) == sorted((each for each in new if each not in old), key=str)
    assert all(
        each.after for each in found.quotes if each.before and _said(each.before) not in gone
    )


def _said(each: Quote) -> tuple[str, str | None]:
    return each.text, each.speaker


def test_words_that_are_changed_in_one_section_of_two_are_a_misquote() -> None:
    old, new = quote("We shall sail."), quote("We shall not sail.")
    before = contents(7, DAY, speaking(old), speaking(old, country="SE"))
    after = contents(7, DAY, speaking(new), speaking(old, country="SE"))
    assert difference(before, after).quotes == (Misquote(before=old, after=new),)


def test_words_that_are_left_out_in_one_section_of_two_were_not_told_wrongly() -> None:
    old = quote("We shall sail.")
    before = contents(7, DAY, speaking(old), speaking(old, country="SE"))
    after = contents(7, DAY, speaking(), speaking(old, country="SE"))
    assert difference(before, after).quotes == ()
