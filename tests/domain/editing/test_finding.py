"""What readers see is found at the desk, where it has not been changed."""

from hypothesis import given

from bot.domain.editing.finding import event_in, quote_in, section_in
from bot.domain.editing.spot import Spot
from bot.domain.issue import Contents
from tests.domain.editing.drafts import draft, drafts, event, quote, section


def test_a_section_is_found_by_its_heading_and_of_several_by_its_text() -> None:
    contents = draft(section(None, "Calm."), section("Peru", "One."), section("Peru", "Two."))
    assert section_in(contents, section("Peru", "Two.")) == Spot(entry=2)
    assert section_in(contents, section("Peru", "Three.")) == Spot(entry=1)
    assert section_in(contents, section("Chile", "Two.")) is None


def test_a_quote_is_found_nearest_to_where_it_stood() -> None:
    text = "“Aye,” and again “Aye,” they said."
    first = quote("Aye,", text)
    start = text.rindex("Aye,")
    second = first.model_copy(update={"start": start, "end": start + 4})
    contents = draft(section("Peru", text, (first, second)))
    entry = contents.entries[0]
    assert quote_in(contents, entry, second) == Spot(entry=0, item=1)
    assert quote_in(contents, entry, first) == Spot(entry=0, item=0)
    assert quote_in(contents, entry, quote("Nobody objected.")) is None
    assert quote_in(contents, section("Chile"), first) is None


def test_an_event_is_found_by_its_sentence() -> None:
    contents = draft()
    assert event_in(contents, section(), event()) == Spot(entry=1, item=0)
    assert event_in(contents, section(), event("Nobody objected.")) is None
    assert event_in(contents, section("Chile"), event()) is None


@given(drafts)
def test_every_quote_is_found_where_its_words_stand(contents: Contents) -> None:
    for entry in contents.entries:
        for each in entry.quotes:
            at = quote_in(contents, entry, each)
            assert at
            assert contents.entries[at.entry].quotes[at.item or 0].text == each.text
