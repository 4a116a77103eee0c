"""Any number can be asked for; one that SQLite cannot hold is nobody's id."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.number import askable


@given(st.integers(-(2**70), 2**70))
def test_any_number_can_be_asked_for(number: int) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        ((held,),) = database.execute("SELECT ?", (askable(number),)).fetchall()
    assert held in (number, 0)


@pytest.mark.parametrize(
    ("number", "held"),
    [(7, 7), (2**63 - 1, 2**63 - 1), (2**63, 0), (-(2**63), -(2**63)), (-(2**63) - 1, 0)],
)
def test_what_fits_is_as_it_is(number: int, held: int) -> None:
    assert askable(number) == held
