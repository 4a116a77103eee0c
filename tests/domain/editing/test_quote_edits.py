"""Quotes: added, changed with the text or beside it, renamed, left out, chosen for the alert."""

from datetime import date

import pytest

from bot.domain.doubt import Confidence
from bot.domain.editing.quote_edits import (
    AddQuote,
    ChangeQuote,
    DropQuote,
    RenameSpeaker,
    ShowQuotes,
    Spoken,
    kind_of,
    words_in,
)
from bot.domain.editing.spot import Spot
from bot.domain.issue import Contents
from bot.domain.quote import Quote, QuoteKind
from bot.errors import Refused
from tests.domain.editing.drafts import (
    DAY,
    TEXT,
    WORDS,
    detached,
    draft,
    event,
    quote,
    section,
    whole,
)

AT, FIRST = Spot(entry=1), Spot(entry=1, item=0)
ADA = Spoken(speaker="Ada Quill", role="harbour master", country="JP", said_on=DAY)


def changed(words: str, source: str = "", before: Contents | None = None) -> Contents:
    edit = ChangeQuote(at=FIRST, words=words, spoken=ADA, source=source)
    return whole(edit.apply(before or draft()))


def the_quote(contents: Contents) -> Quote:
    (only,) = contents.entries[1].quotes
    return only


@pytest.mark.parametrize(
    "typed", ["Nobody objected.", " “Nobody objected.” ", '"Nobody objected."']
)
def test_a_quote_is_added_where_its_words_stand(typed: str) -> None:
    edit = AddQuote(at=AT, words=typed, spoken=ADA)
    first, added = whole(edit.apply(draft())).entries[1].quotes
    assert first == quote()
    assert TEXT[added.start : added.end] == added.text == "Nobody objected."
    assert (added.speaker, added.role, added.country, added.said_on, added.kind) == (
        "Ada Quill",
        "harbour master",
        "JP",
        DAY,
        QuoteKind.SPEECH,
    )
    assert edit.deed(draft()) == "Japan: quote of Ada Quill added"


def test_new_words_stand_in_the_sentence_of_an_event_too() -> None:
    sentence = "“We sail at dawn,” Ada Quill said on Friday."
    told = section().model_copy(update={"events": (event(), event(sentence))})
    before = draft(section(None, "Calm seas."), told)
    resting, sailing = changed("Never, and not at dawn!", before=before).entries[1].events
    assert resting == event()
    assert sailing.sentence == "“Never, and not at dawn!” Ada Quill said on Friday."
    text = TEXT.replace(WORDS, "Never, and not at dawn!")
    assert text[sailing.start : sailing.end] == sailing.sentence
    assert sailing.confidence is Confidence.SURE


def test_an_event_that_tells_half_of_the_quote_is_doubted() -> None:
    half = event("Pilots rested. “We sail")
    told = section().model_copy(update={"events": (half,)})
    before = draft(section(None, "Calm seas."), told)
    (doubted,) = changed("Never, and not at dawn!", before=before).entries[1].events
    assert doubted.confidence is Confidence.CHECK


def test_words_that_stand_nowhere_need_a_source() -> None:
    edit = AddQuote(at=AT, words="We shall see.", spoken=Spoken())
    assert edit.place_in(draft().entries[1]) is None
    with pytest.raises(Refused, match="A source has 1 to 500 characters"):
        edit.apply(draft())
    added = whole(edit.model_copy(update={"source": "Radio"}).apply(draft())).entries[1].quotes[-1]
    assert (added.start, added.source, added.speaker) == (None, "Radio", None)


def test_other_words_at_the_same_place_are_another_part_of_the_text() -> None:
    after = changed("We sail at dawn")
    assert after.entries[1].text == TEXT
    assert the_quote(after).text == "We sail at dawn"


def test_other_words_change_the_text_with_them() -> None:
    after = changed("We sail at noon,")
    assert after.entries[1].text == TEXT.replace("dawn", "noon")
    kept = the_quote(after)
    assert (kept.text, kept.role, kept.confidence, kept.notes) == (
        "We sail at noon,",
        "harbour master",
        Confidence.SURE,
        (),
    )


def test_a_change_that_breaks_another_quote_is_refused() -> None:
    longer = quote("We sail at dawn,” Ada Quill said")
    before = draft(section(None, "Calm."), section(text=TEXT, quotes=(quote(), longer)))
    with pytest.raises(Refused, match="has some of the same words; change it first"):
        changed("We sail at noon,", before=before)


def test_other_words_can_stand_with_a_source_instead() -> None:
    after = changed("We sail at noon.", source="Harbour Radio")
    assert after.entries[1].text == TEXT
    kept = the_quote(after)
    assert (kept.text, kept.start, kept.source) == ("We sail at noon.", None, "Harbour Radio")
    back = ChangeQuote(at=FIRST, words="We sail.", spoken=ADA).apply(after)
    assert the_quote(back).source == "Harbour Radio"


def test_what_is_no_quote_stays_in_the_text() -> None:
    edit = DropQuote(at=FIRST)
    after = edit.apply(draft())
    assert (after.entries[1].quotes, after.entries[1].text) == ((), TEXT)
    assert edit.deed(draft()) == f"Japan: quote “{WORDS}” is none"


def test_a_speaker_is_renamed_in_all_sections_and_days_stay() -> None:
    said = quote(said_on=date(2022, 1, 2))
    other = quote(speaker="Ben Oar")
    before = draft(section(quotes=(said, other)), section("Peru", quotes=(detached(),)))
    edit = RenameSpeaker(speaker="Ada Quill", spoken=ADA.model_copy(update={"speaker": "A. Quill"}))
    first, second, third = (each for entry in edit.apply(before).entries for each in entry.quotes)
    assert (first.speaker, first.role, first.said_on) == (
        "A. Quill",
        "harbour master",
        said.said_on,
    )
    assert second == other
    assert (third.speaker, third.country) == ("A. Quill", "JP")
    assert edit.deed(before) == "Ada Quill is A. Quill in all quotes"


def test_the_quotes_of_the_alert_are_chosen() -> None:
    before = draft(section(quotes=(quote(), detached())))
    edit = ShowQuotes(spots=(Spot(entry=0, item=1),))
    assert [each.shown for each in edit.apply(before).entries[0].quotes] == [False, True]
    assert edit.deed(before) == "1 quote for the alert"
    with pytest.raises(Refused, match="at most 3 quotes"):
        ShowQuotes(spots=(FIRST,) * 4).apply(before)
    with pytest.raises(Refused, match="not there any more"):
        ShowQuotes(spots=(Spot(entry=0, item=2),)).apply(before)


def test_words_lose_the_marks_around_them_only() -> None:
    assert words_in("““We sail.””") == "We sail."
    assert words_in("“Aye,” he said, “aye”") == "Aye,” he said, “aye"
    for nothing in ("", " ", "“ ”", "x" * 4_001):
        with pytest.raises(Refused, match="A quote has 1 to 4,000 characters"):
            words_in(nothing)


def test_a_name_has_a_bound() -> None:
    with pytest.raises(Refused, match="at most 200 characters"):
        AddQuote(at=AT, words=WORDS, spoken=Spoken(speaker="x" * 201)).apply(draft())


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("We sail at dawn.", QuoteKind.SPEECH),
        ("We sail at dawn", QuoteKind.PHRASE),
        ("at dawn.", QuoteKind.PHRASE),
        ("a b c d e f g h i j k l m", QuoteKind.SPEECH),
    ],
)
def test_what_stands_on_its_own(words: str, kind: QuoteKind) -> None:
    assert kind_of(words) is kind
