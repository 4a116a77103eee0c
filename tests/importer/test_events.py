"""Sentences that tell of something on a date."""

from collections.abc import Callable

import pytest

from bot.importer.draft import Draft, DraftEvent
from bot.importer.entries import NO_SECTION

MakeDraft = Callable[[str], Draft]
HEAD = "Policy Alert #3 | June 14, 2023\n\nA Title\n\n"


def events(draft: MakeDraft, text: str) -> list[DraftEvent]:
    return list(draft(HEAD + text).events)


def test_the_whole_sentence_with_its_countries(draft: MakeDraft) -> None:
    (event,) = events(draft, "It rained. On 12 June, envoys of Japan met in Jakarta. They left.")
    assert event.sentence == "On 12 June, envoys of Japan met in Jakarta."
    assert event.date == "2023-06-12"
    assert event.countries == ("JP", "ID")
    assert (event.expected, event.confidence) == (False, "likely")
    assert event.notes == ("year inferred from the issue date",)


def test_a_full_date_is_sure(draft: MakeDraft) -> None:
    (event,) = events(draft, "They met on June 12, 2023.")
    assert (event.confidence, event.notes) == ("sure", ())


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("She will brief the press on Friday.", "2023-06-16", True),
        ("A workshop is planned for February 2024 in Pune.", "2024-02", True),
        ("A decision is expected by July 14.", "2023-07-14", True),
        ("The two had met on Friday.", "2023-06-09", False),
        ("Talks, due to begin on June 1, were called off.", "2023-06-01", False),
        ("The next round, he said on Monday, will be the last.", "2023-06-12", False),
    ],
)
def test_what_is_expected(draft: MakeDraft, text: str, date: str, expected: bool) -> None:
    (event,) = events(draft, text)
    assert (event.date, event.expected) == (date, expected)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It was tabled in early 2015, but only on Monday did it pass.", "2023-06-12"),
        ("On Monday the coin fell to its lowest since April 2009.", "2023-06-12"),
        ("Last week the envoy, who was born in 1990, left.", "2023-06-05/2023-06-11"),
        ("The envoy, who arrived on June 1, spoke on June 3.", "2023-06-03"),
    ],
)
def test_of_two_dates_the_main_one(draft: MakeDraft, text: str, date: str) -> None:
    assert [event.date for event in events(draft, text)] == [date]


def test_dates_in_quotations_are_not_events(draft: MakeDraft) -> None:
    assert events(draft, "“We met on June 12, 2023,” said Ann Pike.") == []


def test_a_date_counted_from_the_one_before(draft: MakeDraft) -> None:
    found = events(draft, "She arrived on June 1. Two days later, she left.")
    assert [event.date for event in found] == ["2023-06-01", "2023-06-03"]
    assert found[1].confidence == "check"


def test_the_section_lends_its_country(draft: MakeDraft) -> None:
    (event,) = events(draft, "Japan\n\nThe envoy left on June 1.")
    assert event.countries == ("JP",)


def test_a_day_that_does_not_exist_is_noted(draft: MakeDraft) -> None:
    found = draft(f"{HEAD}They met on February 30, 2023.")
    assert found.events == ()
    assert found.notes == (NO_SECTION, "the calendar has no such day: February 30, 2023")


def test_numeric_dates_follow_the_one_that_is_certain(draft: MakeDraft) -> None:
    found = draft(
        "Policy Alert #3\n28/01/2022\n\nA Title\n\nThe pilot is due to begin on 05/02/2022."
    )
    assert found.date == "2022-01-28"
    assert [event.date for event in found.events] == ["2022-02-05"]


def test_the_masthead_is_no_event(draft: MakeDraft) -> None:
    assert events(draft, "Nothing happened.") == []
