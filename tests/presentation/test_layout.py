"""Entries lie on pages: whole, in order, each section where a menu can find it."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.entry import Entry
from bot.presentation import limits
from bot.presentation.layout import Layout, selection, whole
from bot.presentation.line import visible
from bot.presentation.markdown import plain
from bot.presentation.place import Spot
from tests.presentation.entries import entries
from tests.presentation.examples import JOINT, LIVE, OVERVIEW, RUSSIA, SENTENCE, numbered

LONG = Entry(heading="Russia", countries=("RU",), text=SENTENCE * 80)
many_entries = st.lists(entries, max_size=12)


def bare(text: str) -> str:
    return "".join(text.split())


def texts(layout: Layout, entry: Entry) -> str:
    return "".join(block.text for page in layout.pages for block in page if block.entry is entry)


def headings(layout: Layout) -> list[list[str | None]]:
    return [[block.entry.heading for block in page] for page in layout.pages]


@given(many_entries, st.booleans(), st.sampled_from((whole, selection)))
def test_all_text_of_all_entries_is_on_the_pages(
    found: list[Entry], short: bool, lay_out: type
) -> None:
    layout = lay_out(found, short=short)
    for entry in found:
        if visible(entry.text):
            assert bare(texts(layout, entry)).endswith(bare(entry.text))
    assert all(layout.pages) or len(layout.pages[0]) == 0


@given(many_entries, st.booleans())
def test_pages_keep_to_their_room(found: list[Entry], short: bool) -> None:
    room = limits.page(short=short)
    for page in (*whole(found, short=short).pages, *selection(found, short=short).pages):
        assert room.takes("\n".join(plain(block.text) for block in page))


@given(many_entries, st.booleans())
def test_every_section_begins_where_its_start_says(found: list[Entry], short: bool) -> None:
    layout = whole(found, short=short)
    for start in layout.starts:
        (block,) = layout.pages[start.page]
        assert block.entry is start.entry
        assert block.part == 1
    assert [start.page for start in layout.starts] == sorted({s.page for s in layout.starts})


def test_an_issue_begins_with_its_overview() -> None:
    layout = whole([RUSSIA, OVERVIEW, JOINT], short=False)
    assert headings(layout) == [[None], ["Russia"], ["India and Japan"]]


def test_an_issue_without_overview_begins_with_the_list() -> None:
    layout = whole([RUSSIA], short=False)
    assert layout.pages[0] == ()
    assert [start.page for start in layout.starts] == [1]


def test_a_live_update_without_heading_is_no_overview() -> None:
    update = LIVE.model_copy(update={"heading": None})
    assert [start.entry for start in whole([update, OVERVIEW], short=False).starts] == [update]


def test_an_empty_issue_has_one_empty_page() -> None:
    assert whole([], short=False).pages == ((),)
    assert selection([], short=False).pages == ((),)


def test_a_long_section_counts_its_parts() -> None:
    (first,), (second,), (third,) = selection([LONG], short=False).pages
    assert (first.part, second.part, third.part) == (1, 2, 3)
    assert first.parts == third.parts == 3


def test_short_pages_are_more_pages() -> None:
    assert len(selection([LONG], short=True).pages) > 6


def test_short_entries_share_a_page_and_long_ones_do_not() -> None:
    layout = selection([LIVE, RUSSIA, LONG, JOINT], short=False)
    assert headings(layout)[0] == ["Russia", "Russia"]
    assert headings(layout)[-2:] == [["Russia"], ["India and Japan"]]


def test_no_page_holds_more_than_five_entries() -> None:
    layout = selection([LIVE] * 12, short=False)
    assert [len(page) for page in layout.pages] == [5, 5, 2]


def test_a_heading_too_long_for_its_line_stands_in_the_text() -> None:
    heading = "On the northern harbours " * 20
    entry = RUSSIA.model_copy(update={"heading": heading})
    assert bare(texts(selection([entry], short=False), entry)) == bare(heading + RUSSIA.text)


def test_every_page_is_found_by_its_spot() -> None:
    layout = whole(numbered([OVERVIEW, LONG, JOINT]), short=False)
    spots = [layout.spot(page) for page in range(len(layout.pages))]
    assert spots == [Spot(1, 1), Spot(2, 1), Spot(2, 2), Spot(2, 3), Spot(3, 1)]
    assert [layout.page(spot) for spot in spots] == [0, 1, 2, 3, 4]
    assert [layout.spot(page) for page in (-5, 99)] == [Spot(1, 1), Spot(3, 1)]


def test_a_part_that_is_gone_is_the_last_one_and_a_section_that_is_gone_the_beginning() -> None:
    layout = whole(numbered([OVERVIEW, LONG, JOINT]), short=False)
    assert [layout.page(spot) for spot in (Spot(2, 9), Spot(2, 0), Spot(7, 2), Spot())] == [
        3,
        1,
        0,
        0,
    ]
    assert whole([], short=False).spot(0) == Spot()


def test_the_section_of_a_page() -> None:
    layout = whole([OVERVIEW, LONG, JOINT], short=False)
    assert [layout.section(page) for page in range(5)] == [-1, 0, 0, 0, 1]
