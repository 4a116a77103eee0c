"""Restoring: all of a draft is as it was, and no edit of somebody else's is undone unseen."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.editing.edit import Edit
from bot.domain.editing.rebase import rebased
from bot.domain.editing.restore import Restore
from bot.domain.issue import Contents
from bot.errors import Refused
from tests.domain.editing.drafts import draft, drafts, section, whole
from tests.domain.editing.test_edits import applied, edits


@settings(deadline=None)
@given(drafts, st.lists(edits, min_size=1, max_size=8), st.data())
def test_every_state_can_be_restored(
    contents: Contents, chosen: list[Edit], data: st.DataObject
) -> None:
    states = [contents]
    for edit in chosen:
        states.append(applied(states[-1], edit))
    wanted = data.draw(st.sampled_from(states))
    restored = applied(states[-1], Restore(contents=wanted, told="as of then"))
    assert restored == wanted
    assert whole(restored) == restored


def test_what_is_there_is_not_restored() -> None:
    with pytest.raises(Refused, match="like this already"):
        Restore(contents=draft(), told="").apply(draft())


def test_a_restoration_is_of_the_state_that_was_seen() -> None:
    edit = Restore(contents=draft(title="Storm"), told="as of then")
    assert edit.deed(draft()) == "Restored: as of then"
    assert rebased(edit, draft(), draft()) == edit
    assert rebased(edit, draft(), draft(section())) is None
