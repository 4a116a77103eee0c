"""Another text of a section: its quotes move with it, and those it breaks are asked about."""

import pytest

from bot.domain.doubt import Confidence
from bot.domain.editing.anchors import UNSAID
from bot.domain.editing.edit import LONGEST_TEXT
from bot.domain.editing.spot import Spot
from bot.domain.editing.text_edit import Fate, TextEdit
from bot.domain.issue import Contents
from bot.errors import Refused
from tests.domain.editing.drafts import TEXT, WORDS, draft, event, quote, section, whole

AT = Spot(entry=1)


def edited(text: str, *fates: Fate, before: Contents | None = None) -> Contents:
    return whole(TextEdit(at=AT, text=text, fates=fates).apply(before or draft()))


def test_a_quote_moves_with_the_text_before_it() -> None:
    after = edited(f"At dawn. {TEXT}").entries[1]
    (kept,) = after.quotes
    assert after.text[kept.start : kept.end] == WORDS
    (happened,) = after.events
    assert (happened.start, happened.confidence) == (9, Confidence.SURE)


def test_of_two_that_say_the_same_each_keeps_its_place() -> None:
    text = "“Aye,” he said. “Aye,” she said."
    first = quote("Aye,", text)
    second = first.model_copy(update={"start": 17, "end": 21, "speaker": "Ben Oar"})
    before = draft(section(None, "Calm."), section(text=text, quotes=(first, second)))
    after = edited(f"Then: {text}", before=before)
    assert [(each.start, each.speaker) for each in after.entries[1].quotes] == [
        (7, "Ada Quill"),
        (23, "Ben Oar"),
    ]


def test_a_quote_that_is_not_in_the_text_any_more_is_asked_about() -> None:
    edit = TextEdit(at=AT, text=TEXT.replace("dawn", "noon"))
    assert edit.broken(draft()) == (0,)
    with pytest.raises(Refused, match="“We sail at dawn,” is not in the text any more"):
        edit.apply(draft())


def test_a_broken_quote_gets_the_words_of_the_new_text() -> None:
    text = TEXT.replace("dawn", "noon")
    edit = TextEdit(at=AT, text=text, fates=(Fate(quote=0, words="We sail at noon,"),))
    assert edit.broken(draft()) == ()
    (kept,) = whole(edit.apply(draft())).entries[1].quotes
    assert (kept.text, kept.speaker) == ("We sail at noon,", "Ada Quill")
    with pytest.raises(Refused, match="“Never,” is not in the text word for word"):
        edited(text, Fate(quote=0, words="Never,"))


def test_a_broken_quote_stays_with_a_source_of_its_own() -> None:
    (kept,) = edited("All quiet.", Fate(quote=0, source=" Harbour  Radio ")).entries[1].quotes
    assert (kept.text, kept.start, kept.source) == (WORDS, None, "Harbour Radio")
    with pytest.raises(Refused, match="A source has 1 to 500 characters"):
        edited("All quiet.", Fate(quote=0, source=" "))


def test_a_broken_quote_is_left_out() -> None:
    assert edited("All quiet.", Fate(quote=0)).entries[1].quotes == ()


def test_an_event_whose_sentence_is_gone_is_doubted() -> None:
    text = TEXT.replace("Pilots rested.", "Pilots slept.")
    (happened,) = edited(text).entries[1].events
    assert (happened.start, happened.confidence, happened.notes) == (
        None,
        Confidence.CHECK,
        (UNSAID,),
    )
    assert happened.sentence == event().sentence


def test_a_text_has_a_bound_and_its_section_must_be_there() -> None:
    with pytest.raises(Refused, match=r"at most 40,000 characters, and this is 40,001; split it"):
        edited("x" * (LONGEST_TEXT + 1))
    for spot in (Spot(entry=2), Spot(entry=-1)):
        with pytest.raises(Refused, match="not there any more"):
            TextEdit(at=spot, text="x").apply(draft())


def test_it_is_told_by_the_name_of_the_section() -> None:
    assert TextEdit(at=AT, text="x").deed(draft()) == "Japan: text changed"
    assert TextEdit(at=Spot(entry=0), text="x").deed(draft()) == "Overview: text changed"
