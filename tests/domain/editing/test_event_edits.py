"""Events: added, changed, left out."""

import pytest

from bot.domain.doubt import Confidence
from bot.domain.editing.event_edits import AddEvent, ChangeEvent, DropEvent, Happening
from bot.domain.editing.spot import Spot
from bot.domain.when import When
from bot.errors import Refused
from tests.domain.editing.drafts import TEXT, draft

AT, FIRST = Spot(entry=1), Spot(entry=1, item=0)


def happening(sentence: str) -> Happening:
    return Happening(when=When.parse("2022-02"), sentence=sentence, countries=("JP", "JP"))


def test_an_event_stands_where_its_sentence_does() -> None:
    edit = AddEvent(at=AT, happening=happening("Nobody  objected."))
    _, added = edit.apply(draft()).entries[1].events
    assert TEXT[added.start : added.end] == added.sentence == "Nobody objected."
    assert (added.countries, added.expected) == (("JP",), False)
    assert edit.deed(draft()) == "Japan: event added"


def test_an_event_may_stand_for_itself() -> None:
    edit = AddEvent(at=AT, happening=happening("Talks begin."))
    assert edit.apply(draft()).entries[1].events[1].start is None


def test_a_changed_event_is_certain() -> None:
    edit = ChangeEvent(at=FIRST, happening=happening("Pilots slept."))
    (changed,) = edit.apply(draft()).entries[1].events
    assert (changed.sentence, changed.when, changed.confidence) == (
        "Pilots slept.",
        When.parse("2022-02"),
        Confidence.SURE,
    )
    assert edit.deed(draft()) == "Japan: event changed"


def test_an_event_is_left_out() -> None:
    edit = DropEvent(at=FIRST)
    assert edit.apply(draft()).entries[1].events == ()
    assert edit.deed(draft()) == "Japan: event left out"


@pytest.mark.parametrize("sentence", [" ", "x" * 2_001])
def test_an_event_says_something(sentence: str) -> None:
    with pytest.raises(Refused, match="An event has 1 to 2,000 characters"):
        AddEvent(at=AT, happening=happening(sentence)).apply(draft())
