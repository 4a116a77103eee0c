"""The comparison of two states: all that an editor would see changed, and nothing else."""

from hypothesis import given, settings

from bot.domain.comparison import NOTHING, compared
from bot.domain.issue import Contents
from bot.domain.rewording import Rewording
from tests.contents import section as live_section
from tests.domain.editing.drafts import TEXT, detached, draft, drafts, event, quote, section
from tests.moments import NOW, later


@settings(deadline=None)
@given(drafts)
def test_a_state_does_not_differ_from_itself(contents: Contents) -> None:
    found = compared(contents, contents)
    assert (found.added, found.removed, found.changed) == ((), (), ())
    assert (found.moved, found.document) == (False, False)


@settings(deadline=None)
@given(drafts, drafts)
def test_every_section_is_told_of_once(before: Contents, after: Contents) -> None:
    found = compared(before, after)
    both = len(after.entries) - len(found.added)
    assert both == len(before.entries) - len(found.removed)
    assert len(found.changed) <= both
    for change in found.changed:
        assert change.before in before.entries
        assert change.after in after.entries
        assert (change.before.text != change.after.text) == bool(
            change.sentences or change.respaced
        )


def test_sentences_are_told_below_the_section_they_stand_in() -> None:
    changed = section(text=TEXT.replace("Nobody objected.", "Ben Oar objected."), quotes=(quote(),))
    (found,) = compared(draft(), draft(section(None, "Calm seas."), changed)).changed
    assert found.after.heading == "Japan"
    assert [(each.was, each.now) for each in found.sentences] == [
        (("Nobody objected.",), ("Ben Oar objected.",))
    ]
    assert found.quotes == ()
    assert found.events == ((event(), None),)


def test_a_section_is_known_by_its_words_if_its_name_was_changed() -> None:
    after = draft(section(None, "Calm seas."), section().model_copy(update={"heading": "Nippon"}))
    found = compared(draft(), after)
    assert (found.added, found.removed) == ((), ())
    assert [each.after.heading for each in found.changed] == ["Nippon"]


def test_sections_that_came_or_went_or_moved_are_told_apart() -> None:
    one, two, three = (
        section("Peru", "Boats."),
        section("Norway", "Fjords."),
        section("Fiji", "Sun."),
    )
    three = three.model_copy(update={"countries": ("FJ",)})
    one = one.model_copy(update={"countries": ("PE",)})
    found = compared(draft(one, two), draft(two, three))
    assert (found.added, found.removed, found.moved) == ((three,), (one,), False)
    assert compared(draft(one, two), draft(two, one)).moved
    assert not compared(draft(one, one), draft(one, one)).moved


def test_quotes_are_paired_by_their_words_then_by_who_speaks() -> None:
    other = quote("Nobody objected.", speaker="Ben Oar")
    before = draft(section(quotes=(quote(), other)))
    renamed = quote(role="pilot")
    reworded = quote("Pilots rested.", speaker="Ben Oar")
    after = draft(section(quotes=(renamed, reworded, detached())))
    (found,) = compared(before, after).changed
    assert found.quotes == ((quote(), renamed), (other, reworded), (None, detached()))


def test_where_a_quote_stands_is_no_difference() -> None:
    text = f"Fog came. {TEXT}"
    moved = section(text=text, quotes=(quote(text=text),))
    moved = moved.model_copy(update={"events": (event(text=text),)})
    (found,) = compared(draft(section()), draft(moved)).changed
    assert (found.quotes, found.events) == ((), ())
    assert found.sentences == (Rewording(at=0, was=(), now=("Fog came.",)),)


def test_other_spaces_are_told_apart_from_other_words() -> None:
    spaced = section(None, "Calm  seas.")
    (found,) = compared(draft(section(None, "Calm seas.")), draft(spaced)).changed
    assert found.respaced


def test_live_updates_that_are_missing_are_counted() -> None:
    first, second = (
        live_section("JP", text=text, live=at) for text, at in (("A.", NOW), ("B.", later(hours=1)))
    )
    now = draft(section(None, "Calm seas."), first, second)
    assert compared(now, draft(section(None, "Calm seas."), first)).live_removed == 1
    assert compared(now, now).live_removed == 0
    assert compared(NOTHING, now).live_removed == 0


def test_all_is_new_compared_with_nothing() -> None:
    assert compared(NOTHING, draft()).added == draft().entries
