"""Quotation marks, whole and broken."""

import pytest

from bot.importer.marks import NO_CLOSE, NO_OPEN, quoted


def found(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quoted(text, [(0, len(text))])]


def notes(text: str) -> list[str | None]:
    return [q.note for q in quoted(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes.”", ["yes."]),
        ('He said "yes," and "no."', ["yes,", "no."]),
        ('“Mixed," she said.', ["Mixed,"]),
        ("``Tex,'' she said.", ["Tex,"]),
        ("„Deutsch“, sagte er.", ["Deutsch"]),
        ("« Oui », dit-il.", [" Oui "]),
        ("“He told me, ‘go,’ and I went.”", ["He told me, ‘go,’ and I went."]),
        ("“The “inner” one,” he said.", ["The “inner” one,"]),
        ('("bracketed")', ["bracketed"]),
        ('a "dash"—"dash" b', ["dash", "dash"]),
        ('The 6" pipe and the 5\'10" guard.', []),
        ("It's the farmers' right.", []),
        ("“”", []),
        ("", []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It went on. We will see… in the end,” Ann Pike said.", "We will see… in the end,"),
        ("Ann Pike: This is the end of it,” she said.", "This is the end of it,"),
    ],
)
def test_a_missing_opening_mark(text: str, expected: str) -> None:
    assert found(text) == [expected]
    assert notes(text) == [NO_OPEN]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The paper said: “Blame is not a policy.", ["Blame is not a policy."]),
        ("They called it “theatre. The crowd left early.", ["theatre."]),
        ("“We are ready, she said. “We go now.”", ["We are ready,", "We go now."]),
    ],
)
def test_a_missing_closing_mark(text: str, expected: list[str]) -> None:
    assert found(text) == expected
    assert notes(text)[0] == NO_CLOSE


def test_a_lone_mark_without_a_sentence_is_left() -> None:
    assert found("Well” he said.") == []


def test_a_mark_turned_the_wrong_way() -> None:
    assert found("“We wait,“ she said. “We wait.”") == ["We wait,", "We wait."]


def test_a_quotation_over_several_paragraphs() -> None:
    text = "“We were patient.\n“We are not now.”"
    first, second = quoted(text, [(0, 17), (18, len(text))])
    assert first.runs_on
    assert first.note is None
    assert (second.runs_on, second.note) == (False, None)


def test_offsets_include_the_marks_outside() -> None:
    (quote,) = quoted("a “b” c", [(0, 7)])
    assert (quote.outer_start, quote.start, quote.end, quote.outer_end) == (2, 3, 4, 5)
