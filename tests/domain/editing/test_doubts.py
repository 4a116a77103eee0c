"""Doubts: what an editor has to look at, and what answering does."""

import pytest

from bot.domain.doubt import Confidence
from bot.domain.editing.doubts import NO_CLOSING, NO_OPENING, doubts
from bot.domain.editing.spot import Spot
from bot.importer import marks
from tests.domain.editing.drafts import draft, event, quote, section, whole

CHECK = {"confidence": Confidence.CHECK}


def test_the_notes_are_those_of_the_importer() -> None:
    assert (NO_OPENING, NO_CLOSING) == (marks.NO_OPEN, marks.NO_CLOSE)


def test_doubts_stand_in_the_order_of_the_text() -> None:
    doubted = section("Japan", quotes=(quote(**CHECK, notes=("who?",)),))
    doubted = doubted.model_copy(update={"events": (event(confidence=Confidence.CHECK),)})
    likely = section("Peru", quotes=(quote(confidence=Confidence.LIKELY),))
    found = doubts(draft(doubted, likely))
    assert [(each.at, each.answer.event, each.reasons) for each in found] == [
        (Spot(entry=0, item=0), False, ("who?",)),
        (Spot(entry=0, item=0), True, ()),
    ]
    assert [each.at for each in doubts(draft(doubted, likely), Confidence.LIKELY)] == [
        Spot(entry=1, item=0)
    ]


def test_an_answered_doubt_does_not_return() -> None:
    before = draft(section(quotes=(quote(**CHECK, notes=("who?",)),)))
    before = before.model_copy(
        update={
            "entries": (
                before.entries[0].model_copy(
                    update={"events": (event(confidence=Confidence.CHECK),)}
                ),
            )
        }
    )
    for doubt in doubts(before):
        before = doubt.answer.apply(before)
        assert doubt.answer.deed(before).startswith("Japan: ")
    assert doubts(before) == []
    assert before.entries[0].quotes[0].notes == ()


@pytest.mark.parametrize(
    ("text", "note", "mended"),
    [
        ("We sail,” she said.", NO_OPENING, "“We sail,” she said."),
        ('We sail," she said.', NO_OPENING, '"We sail," she said.'),
        ("We sail,» she said.", NO_OPENING, "«We sail,» she said."),
        ("“We sail, she said.", NO_CLOSING, "“We sail,” she said."),
        ("„We sail, she said.", NO_CLOSING, "„We sail,“ she said."),
        ("We sail, she said.", NO_CLOSING, "We sail,” she said."),
        ("“We sail,” she said.", "who?", "“We sail,” she said."),
    ],
)
def test_a_mark_that_was_missing_is_written_into_the_text(
    text: str, note: str, mended: str
) -> None:
    doubted = quote("We sail,", text, **CHECK, notes=(note,))
    before = draft(section(text=text, quotes=(doubted,)))
    (doubt,) = doubts(before)
    after = whole(doubt.answer.apply(before)).entries[0]
    assert after.text == mended
    assert [(each.text, each.confidence) for each in after.quotes] == [
        ("We sail,", Confidence.SURE)
    ]
