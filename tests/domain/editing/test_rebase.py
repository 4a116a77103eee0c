"""An edit of an earlier state is made of a later one, where it has the same part."""

import pytest

from bot.domain.editing.edit import Edit
from bot.domain.editing.masthead_edit import MastheadEdit
from bot.domain.editing.quote_edits import RenameSpeaker, ShowQuotes, Spoken
from bot.domain.editing.rebase import place_now, rebased
from bot.domain.editing.section_edits import AddSection, DropSection, NameSection
from bot.domain.editing.spot import Spot
from bot.domain.editing.text_edit import TextEdit
from bot.domain.issue import Contents
from bot.errors import Refused
from tests.domain.editing.drafts import draft, section

BEFORE = draft(section(None, "Calm."), section("Japan"), section("Peru", "Divers."))
PERU = TextEdit(at=Spot(entry=2), text="Pilots.")


def changed(edit: Edit) -> Contents:
    return edit.apply(BEFORE)


def test_of_the_same_state_it_stays_as_it_is() -> None:
    assert rebased(PERU, BEFORE, BEFORE) is PERU


def test_it_follows_its_section_to_another_place() -> None:
    now = changed(DropSection(at=Spot(entry=1)))
    assert rebased(PERU, BEFORE, now) == PERU.model_copy(update={"at": Spot(entry=1)})


def test_what_was_changed_or_is_not_there_any_more_is_not_edited() -> None:
    for edit in (PERU, NameSection(at=Spot(entry=2), heading="Lima", countries=())):
        assert rebased(PERU, BEFORE, changed(edit)) is None
    assert rebased(PERU, BEFORE, changed(DropSection(at=Spot(entry=2)))) is None
    elsewhere = TextEdit(at=Spot(entry=9), text="x")
    assert rebased(elsewhere, BEFORE, changed(PERU)) is None


def test_one_of_two_equal_sections_is_not_guessed() -> None:
    twice = changed(AddSection(section=section("Peru", "Divers.")))
    assert rebased(PERU, BEFORE, twice) is None


@pytest.mark.parametrize(
    ("edit", "later", "fits"),
    [
        (MastheadEdit(number=7, date=BEFORE.date, title="Fog"), PERU, True),
        (
            MastheadEdit(number=8, date=BEFORE.date, title="Calm"),
            MastheadEdit(number=7, date=BEFORE.date, title="Fog"),
            True,
        ),
        (
            MastheadEdit(number=7, date=BEFORE.date, title="Rain"),
            MastheadEdit(number=7, date=BEFORE.date, title="Fog"),
            False,
        ),
        (RenameSpeaker(speaker="Ada Quill", spoken=Spoken(speaker="A. Quill")), PERU, False),
        (ShowQuotes(spots=()), MastheadEdit(number=8, date=None, title="Calm"), True),
        (ShowQuotes(spots=(Spot(entry=9, item=9),)), PERU, False),
    ],
)
def test_what_names_no_section_fits_beside_other_changes(
    edit: Edit, later: Edit, *, fits: bool
) -> None:
    assert rebased(edit, BEFORE, changed(later)) == (edit if fits else None)


def test_a_section_that_was_changed_is_found_by_its_heading() -> None:
    now = changed(DropSection(at=Spot(entry=1)))
    now = TextEdit(at=Spot(entry=1), text="Pilots.").apply(now)
    assert place_now(BEFORE, now, 2, whole=False) == 1
    assert place_now(BEFORE, now, 0, whole=True) == 0
    assert place_now(BEFORE, now, None, whole=True) is None
    assert place_now(BEFORE, BEFORE, 2, whole=False) == 2
    with pytest.raises(Refused, match="The section Japan is not there any more"):
        place_now(BEFORE, now, 1, whole=True)


def test_a_part_of_a_long_text_that_was_changed_is_not_guessed() -> None:
    long = draft(section("Japan", "Boats. " * 600))
    now = TextEdit(at=Spot(entry=0), text="Boats.").apply(long)
    assert place_now(long, now, 0, whole=True) == 0
    with pytest.raises(Refused, match="Japan was changed and has several parts"):
        place_now(long, now, 0, whole=False)
