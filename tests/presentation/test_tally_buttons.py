"""A reading leads to the quotes and events of what it shows."""

from bot.domain.answer import Tally
from bot.presentation.place import Place
from bot.presentation.tally_buttons import tally_buttons
from tests.presentation.examples import ASKER, JOINT, OVERVIEW, RUSSIA, reading

SHOWN = reading(
    OVERVIEW,
    RUSSIA,
    JOINT,
    tallies=(Tally(entry=2, quotes=3, events=2), Tally(entry=3, quotes=1)),
)
PLACE = Place(asker=ASKER)


def made(entries: list[int] | None) -> dict[str | None, str | None]:
    return {each.label: each.custom_id for each in tally_buttons(SHOWN, entries, PLACE)}


def test_an_issue_counts_all_of_it() -> None:
    assert made(None) == {
        "Quotes (4)": "page:list:-:0:0:q1&i244",
        "Timeline (2)": "page:list:-:0:0:t1&i244",
    }


def test_a_page_counts_its_sections() -> None:
    assert made([2, 3])["Quotes (4)"] == "page:list:-:0:0:q1&e2,1"
    assert made([2])["Timeline (2)"] == "page:list:-:0:0:t1&e2"


def test_what_there_is_none_of_has_no_button() -> None:
    assert list(made([3])) == ["Quotes (1)"]
    assert made([1]) == {}
    assert made([]) == {}


def test_entries_that_no_id_has_room_for_have_no_button() -> None:
    far = [10**11 * number for number in (9, 1, 8, 2)]
    tallies = tuple(Tally(entry=key, quotes=1) for key in far)
    assert tally_buttons(reading(tallies=tallies), far, PLACE) == []
