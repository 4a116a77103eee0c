"""A correction says why it was made and what is different now."""

from typing import Any

from hypothesis import given

from bot.domain.alert import Mended
from bot.domain.difference import Misquote
from bot.presentation.alert_rooms import CORRECTION
from bot.presentation.correction_text import correction_text
from bot.presentation.room import Room
from tests.presentation.alerts import mended, mendings, quote
from tests.presentation.examples import (
    ALLIANCE,
    JOINT,
    MORNING,
    OVERVIEW,
    RUSSIA,
    SENTENCE,
    language,
)

FIRST = Misquote(before=quote("We sail."), after=quote("We wait."))
GONE = Misquote(before=quote("We stay."), after=None)
FRESH = Misquote(before=None, after=quote("We go."))


def lines(*quotes: Misquote, **changes: Any) -> list[str]:
    return correction_text(mended(*quotes, **changes), language()).splitlines()


def test_the_reason_and_the_moment_come_first() -> None:
    assert lines() == ["**Corrected** <t:1643443200:f>: A name was wrong."]
    assert lines(reason=" ") == ["**Corrected** <t:1643443200:f>"]


def test_what_changed_is_named() -> None:
    changed = {"masthead": ("date", "title"), "changed": (OVERVIEW, RUSSIA), "added": (ALLIANCE,)}
    assert lines(**changed, removed=(JOINT,))[1] == (
        "Changed: the date, the title, the overview and Russia. New: NATO. "
        "Left out: India and Japan."
    )


def test_of_many_sections_the_first_are_named() -> None:
    assert lines(changed=(RUSSIA,) * 9)[1] == "Changed: Russia, Russia, Russia and 6 more."


def test_words_that_were_told_wrongly_come_before_those_left_out() -> None:
    assert lines(GONE, FRESH, FIRST)[1:] == [
        "- Quote by Ada Quill: was “We sail.” and is now “We wait.”",
        "- Quote by Ada Quill left out: “We stay.”",
    ]


def test_three_quotes_are_enough() -> None:
    shown = lines(*[FIRST] * 4)
    assert len(shown) == 5
    assert shown[-1] == "and more quotes"
    assert len(lines(*[FIRST] * 3)) == 4


def test_markup_of_a_document_is_shown_as_it_stands() -> None:
    shown = lines(reason="**No** @everyone")
    assert shown == ["**Corrected** <t:1643443200:f>: \\*\\*No\\*\\* @\u200beveryone"]


def test_a_correction_whose_change_is_not_known_has_its_reason() -> None:
    bare = Mended(reason="A name was wrong.", at=MORNING)
    assert correction_text(bare, language()) == lines()[0]


def test_a_quote_that_does_not_fit_is_counted() -> None:
    heavy = quote("港" * 300, "港" * 90)
    shown = lines(
        *[Misquote(before=heavy, after=quote("口" * 300, "港" * 90))] * 3, reason="港" * 300
    )
    assert shown[-1] == "and more quotes"
    assert len(shown) > 2


@given(mendings)
def test_it_never_takes_more_than_its_room(made: Mended) -> None:
    room = Room(CORRECTION.units + 20, CORRECTION.octets + 40)  # of names cut to their own
    assert room.takes(correction_text(made, language()))


def test_a_long_reason_is_cut() -> None:
    assert lines(reason=SENTENCE * 20)[0].endswith("…")
