"""Any text can be kept, and only what cannot be is changed."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.text import storable


@given(st.text())
def test_any_text_can_be_kept(text: str) -> None:
    kept = storable(text)
    with closing(sqlite3.connect(":memory:")) as database:
        assert database.execute("SELECT ?", (kept,)).fetchone() == (kept,)
    assert len(kept) == len(text)


@pytest.mark.parametrize(
    ("text", "kept"), [("Ёлка 🌲", "Ёлка 🌲"), ("a\ud800b", "a?b"), ("", ""), (None, None)]
)
def test_only_half_a_pair_is_changed(text: str | None, kept: str | None) -> None:
    assert storable(text) == kept
