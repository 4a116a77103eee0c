"""References are read as they are written, and nothing else is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reference import Kind, Reference


@given(st.sampled_from(Kind), st.integers(1, 999_999_999_999))
def test_a_reference_is_read_as_it_was_written(kind: Kind, key: int) -> None:
    reference = Reference(kind=kind, id=key)
    assert Reference.parse(str(reference)) == reference
    assert Reference.parse(str(reference), marked=True) == reference


@pytest.mark.parametrize("typed", ["#q345", "q345", "Q345", " #Q345 "])
def test_people_may_type_it_in_any_case_and_without_the_mark(typed: str) -> None:
    assert Reference.parse(typed) == Reference(kind=Kind.QUOTE, id=345)


def test_words_that_look_like_one_are_none_where_the_mark_is_asked_for() -> None:
    assert Reference.parse("S400", marked=True) is None
    assert Reference.parse("#s400", marked=True) == Reference(kind=Kind.SECTION, id=400)


@pytest.mark.parametrize(
    "typed", ["", "#", "q", "#q", "#q0", "#q012", "#x12", "q-1", "q1 2", "##q1", "q1234567890123"]
)
def test_nothing_else_is_a_reference(typed: str) -> None:
    assert Reference.parse(typed) is None


@given(st.text(max_size=30))
def test_any_text_is_a_reference_or_none(typed: str) -> None:
    found = Reference.parse(typed)
    assert found is None or Reference.parse(str(found)) == found
