"""An answer as lines of text."""

import pytest

from bot.domain.answer import (
    DidYouMean,
    NoBriefing,
    NothingOnCountry,
    NothingPublished,
    Reading,
    UnknownCountry,
)
from bot.domain.gazetteer import Gazetteer
from bot.terminal.answer import answer_lines
from tests.contents import section
from tests.shelving import DAY
from tests.terminal.examples import BRIEFING, ISSUE


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        (
            DidYouMean(typed="norvay", countries=("NO", "NA"), briefing=BRIEFING),
            ["I know no country called “norvay”. Did you mean Norway, Namibia?"],
        ),
        (
            UnknownCountry(typed="xyz", covered=("JP",), briefing=BRIEFING),
            ["I know no country called “xyz”. There are sections on:", "Japan"],
        ),
        (
            UnknownCountry(typed="xyz", covered=(), briefing=BRIEFING),
            ["I know no country called “xyz”. There are sections on:", "nothing yet"],
        ),
        (
            NothingOnCountry(country="FR", briefing=BRIEFING, covered=("JP", "NO")),
            ["Quay Report has no section on France. It has sections on:", "Japan, Norway"],
        ),
        (NothingPublished(briefing=BRIEFING), ["Quay Report has no published issue yet."]),
        (
            NoBriefing(),
            ["There is nothing to read yet; import a document with --publish first."],
        ),
    ],
)
def test_what_is_not_found_is_said_in_words(
    gazetteer: Gazetteer, answer: DidYouMean, lines: list[str]
) -> None:
    assert list(answer_lines(answer, gazetteer)) == lines


def test_a_reading_is_wrapped_and_keeps_its_paragraphs(gazetteer: Gazetteer) -> None:
    text = "One sentence of a section. " * 10 + "\n\nThe second paragraph."
    newest = ISSUE.model_copy(update={"id": 4, "number": 13})
    reading = Reading(issue=ISSUE, entries=(section("JP", text=text),), newest=newest, country="JP")
    lines = list(answer_lines(reading, gazetteer))
    assert lines[:2] == [f"Quay Report #12 · {DAY}", "Ferry strike"]
    assert lines[2] == "The newest issue, #13, has nothing on Japan."
    assert lines[-2:] == ["", "The second paragraph."]
    assert " ".join(" ".join(lines[5:-2]).split()) == text.partition("\n")[0].strip()
    assert all(len(line) <= 88 for line in lines)
