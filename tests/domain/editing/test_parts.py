"""Parts of a long text: whole together, and typed over one by one."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.editing.parts import LONGEST, parts, with_part

LONG = "\n\n".join(f"Paragraph {number}. {'Boats were counted. ' * 30}" for number in range(12))


def test_a_short_text_is_one_part() -> None:
    assert parts("") == [(0, 0)]
    assert parts("Calm.") == [(0, 5)]


def test_a_long_text_is_divided_where_paragraphs_end() -> None:
    found = parts(LONG)
    assert len(found) > 2
    for start, end in found[1:]:
        assert LONG[start:end].startswith("Paragraph")


def test_one_part_is_typed_over_and_the_others_stay() -> None:
    (start, end) = parts(LONG)[1]
    changed = with_part(LONG, 1, "Calm.\n")
    assert changed == f"{LONG[:start]}Calm. \n\n{LONG[end:]}"


@given(st.text("ab \n", max_size=9_000))
def test_parts_lie_side_by_side_and_each_fits(text: str) -> None:
    found = parts(text)
    assert [start for start, _ in found] == [0, *(end for _, end in found[:-1])]
    assert found[-1][1] == len(text)
    assert all(end - start <= LONGEST for start, end in found)
    for nth, (start, end) in enumerate(found):
        assert with_part(text, nth, text[start:end]) == text
