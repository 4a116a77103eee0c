"""What somebody typed comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.founding import Founding

typed = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.builds(Founding, name=typed, zone=typed, public=st.booleans()))
def test_it_is_read_as_it_was_written(founding: Founding) -> None:
    assert Founding.read(founding.model_dump_json()) == founding


@pytest.mark.parametrize("text", [None, "", "q1&cRU", "{}x", '{"name": 1, "more": 2}', "[]"])
def test_what_was_kept_for_something_else_is_none(text: str | None) -> None:
    assert Founding.read(text) is None
