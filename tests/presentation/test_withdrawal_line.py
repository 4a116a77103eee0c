"""What is left of an alert whose issue was withdrawn."""

from typing import Any

from bot.domain.alert import Mended
from bot.presentation.withdrawal_line import withdrawal_line
from tests.presentation.examples import MORNING, SENTENCE, issue, language


def line(reason: str = "It was sent too early.", **changes: Any) -> str:
    return withdrawal_line(issue(**changes), Mended(reason=reason, at=MORNING), language())


def test_it_names_the_issue_the_moment_and_the_reason() -> None:
    assert line() == (
        "**Withdrawn** <t:1643443200:f>: Policy Alert #244 of January 28, 2022. "
        "It was sent too early."
    )


def test_without_a_reason_or_a_date_it_is_a_sentence_too() -> None:
    assert line("\u200b", date=None) == "**Withdrawn** <t:1643443200:f>: Policy Alert #244."


def test_the_reason_stays_on_the_line_and_pings_nobody() -> None:
    shown = line("Wrong.\n# @everyone")
    assert shown.endswith("Wrong. \\# @\u200beveryone")
    assert len(line(SENTENCE * 20)) < 420
