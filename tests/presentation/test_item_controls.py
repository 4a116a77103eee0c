"""The buttons below an item lead to where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.entry import Entry
from bot.domain.item import Said
from bot.presentation.item_controls import item_buttons, spot_of
from bot.presentation.layout import whole
from bot.presentation.place import Place, Spot
from tests.presentation.examples import ASKER, OVERVIEW, RUSSIA, SENTENCE
from tests.presentation.items import WORDS, happened, said, said_in
from tests.presentation.lists import sayings

PAGES = SENTENCE * 60 + f"She said “{WORDS}” at last. " + SENTENCE * 60


def in_entry(entry: Entry) -> Said:
    found = said_in(PAGES, WORDS)
    return found.model_copy(update={"entry": entry.model_copy(update={"id": 9, "text": PAGES})})


def page_of(found: Said, *, short: bool) -> str:
    """What the whole issue shows at the spot, with another section in it."""
    other = RUSSIA.model_copy(update={"id": 10})
    layout = whole((found.entry, other), short=short)
    return "".join(block.text for block in layout.pages[layout.page(spot_of(found, short=short))])


def test_section_turns_to_the_page_with_the_quote() -> None:
    for entry in (RUSSIA, OVERVIEW, RUSSIA.model_copy(update={"heading": "Long " * 90})):
        for short in (False, True):
            assert WORDS in page_of(in_entry(entry), short=short)


def test_an_item_without_a_place_leads_to_the_beginning_of_its_section() -> None:
    assert spot_of(said(start=None, end=None, source="a letter"), short=False) == Spot(12)
    assert spot_of(happened(), short=False) == Spot(12)


def test_an_event_has_its_place_too() -> None:
    found = happened(start=PAGES.index(WORDS))
    entry = found.entry.model_copy(update={"text": PAGES})
    assert spot_of(found.model_copy(update={"entry": entry}), short=False).part == 3


@given(sayings(), st.booleans())
def test_any_quote_has_a_page(found: Said, short: bool) -> None:
    spot = spot_of(found, short=short)
    assert spot.entry == found.entry.id
    assert spot.part >= 1


def test_the_buttons_name_the_item() -> None:
    section, cite, share = item_buttons(said(), Place(asker=ASKER))
    assert (section.label, section.custom_id) == (
        "Section",
        "turn:section:244:-:12:1:0:0",
    )
    assert (cite.label, cite.custom_id) == ("Cite", "cite:q345")
    assert (share.label, share.custom_id) == ("Share", "shareitem:q345:0:0")


def test_a_card_in_context_is_shared_in_context() -> None:
    *_, share = item_buttons(said(), Place(short=True), context=True)
    assert share.custom_id == "shareitem:q345:1:1"


def test_what_everyone_sees_is_not_shared_again() -> None:
    assert [made.label for made in item_buttons(said(), Place(private=False))] == [
        "Section",
        "Cite",
    ]
