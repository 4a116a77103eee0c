"""Echoes: the same wrong words elsewhere, found and corrected in the same way."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.difference import Misquote, difference
from bot.domain.editing.echoes import (
    Echo,
    can_be_corrected,
    corrected,
    echoes,
    misquoted_words,
)
from bot.domain.editing.quote_edits import ChangeQuote, Spoken
from bot.domain.editing.spot import Spot
from bot.domain.issue import Contents
from bot.errors import Refused
from tests.domain.editing.drafts import (
    TEXT,
    WORDS,
    detached,
    draft,
    drafts,
    quote,
    section,
    whole,
)

RIGHT = "We sail at noon,"
FIRST = Spot(entry=1, item=0)


def corrected_once(before: Contents, words: str = RIGHT, speaker: str = "Ada Quill") -> Contents:
    """The first quote of the section is corrected by hand."""
    return ChangeQuote(at=FIRST, words=words, spoken=Spoken(speaker=speaker)).apply(before)


def misquotes(before: Contents, after: Contents) -> tuple[Misquote, ...]:
    return difference(before, after).quotes


def found(before: Contents, after: Contents) -> list[Echo]:
    return echoes(after, misquotes(before, after))


def twice() -> Contents:
    return draft(section(None, "Calm seas."), section(), section("Peru"))


def test_the_same_words_of_the_same_person_are_an_echo() -> None:
    before = twice()
    after = corrected_once(before)
    (echo,) = found(before, after)
    assert (echo.at, echo.quote, echo.alike) == (Spot(entry=2, item=0), quote(), True)
    assert misquoted_words(misquotes(before, after)) == {WORDS}
    whole(corrected(after, [echo]))
    peru = corrected(after, [echo]).entries[2]
    assert peru.quotes[0].text == RIGHT
    assert peru.text == TEXT.replace(WORDS, RIGHT)
    assert found(before, corrected(after, [echo])) == []


def test_the_same_words_of_another_person_are_one_too_and_stay_theirs() -> None:
    theirs = section("Peru", quotes=(quote(speaker="Ben Oar", role="diver"),))
    before = draft(section(None, "Calm seas."), section(), theirs)
    after = corrected_once(before)
    (echo,) = found(before, after)
    assert not echo.alike
    (said,) = corrected(after, [echo]).entries[2].quotes
    assert (said.text, said.speaker, said.role) == (RIGHT, "Ben Oar", "diver")


def test_a_wrong_person_is_corrected_where_the_same_is_named() -> None:
    theirs = section("Peru", quotes=(quote(speaker="Ben Oar"),))
    before = draft(section(None, "Calm seas."), section(), theirs, section("Chile"))
    after = corrected_once(before, WORDS, "Eva Falk")
    (echo,) = found(before, after)
    assert echo.at.entry == 3
    (said,) = corrected(after, [echo]).entries[3].quotes
    assert (said.text, said.speaker) == (WORDS, "Eva Falk")


def test_a_detached_quote_keeps_its_source() -> None:
    own = detached(WORDS)
    other = section("Peru", "Fog.").model_copy(update={"quotes": (own, detached("Aye."), own)})
    before = draft(section(None, "Calm seas."), section(), other)
    after = corrected_once(before)
    both = found(before, after)
    assert [echo.at.item for echo in both] == [0, 2]
    said = whole(corrected(after, both)).entries[2].quotes
    assert sorted(each.text for each in said) == ["Aye.", RIGHT, RIGHT]
    assert {each.source for each in said} == {"Harbour Radio"}


def test_words_that_another_quote_has_too_are_not_changed_by_the_way() -> None:
    longer = quote("“We sail at dawn,” Ada Quill said")
    other = section("Peru", TEXT, (quote(), longer))
    before = draft(section(None, "Calm seas."), section(), other)
    after = corrected_once(before)
    (echo,) = found(before, after)
    assert not can_be_corrected(after, echo)


def test_what_is_only_left_out_or_new_has_no_echo() -> None:
    before = twice()
    gone = before.model_copy(update={"entries": (before.entries[0], before.entries[2])})
    assert found(before, gone) == []
    assert found(gone, before) == []


@given(drafts, drafts)
def test_whatever_is_corrected_along_is_an_echo_no_more(one: Contents, other: Contents) -> None:
    wrong = misquotes(one, other)
    for echo in echoes(other, wrong):
        try:
            after = whole(corrected(other, [echo]))
        except Refused:
            assert not can_be_corrected(other, echo)
            continue
        assert can_be_corrected(other, echo)
        assert len(after.entries) == len(other.entries)
        assert sum(len(entry.quotes) for entry in after.entries) == sum(
            len(entry.quotes) for entry in other.entries
        )


@given(st.lists(st.sampled_from([WORDS, "Nobody objected."]), max_size=3))
def test_all_echoes_together_are_corrected_as_each_alone(words: list[str]) -> None:
    quotes = tuple(detached(each) for each in words)
    other = section("Peru").model_copy(update={"quotes": (quote(), *quotes)})
    before = draft(section(None, "Calm seas."), section(), other)
    after = corrected_once(before)
    done = whole(corrected(after, found(before, after)))
    said = [each.text for entry in done.entries for each in entry.quotes]
    assert WORDS not in said
    assert said.count("Nobody objected.") == words.count("Nobody objected.")
