"""An item as lines of text: a quote or an event with its origin."""

import pytest

from bot.domain.doubt import Confidence
from bot.domain.gazetteer import Gazetteer
from bot.domain.item import Section
from bot.terminal.item import (
    attribution,
    dated,
    happened_lines,
    in_issue,
    item_lines,
    origin,
    said_lines,
    said_on,
    section_name,
)
from tests.terminal.examples import DAY, ENTRY, ISSUE, happened, quoted

OVERVIEW = ENTRY.model_copy(update={"heading": None})


def test_a_quote_has_its_words_its_speaker_and_where_it_is_found_again(
    gazetteer: Gazetteer,
) -> None:
    assert list(said_lines(quoted(), gazetteer)) == [
        "  “We will sail at dawn.”",
        "      — Rin Okada, Port Minister, Japan",
        "      2022-01-21 · #12 · #q9",
    ]


def test_the_day_of_the_issue_is_never_passed_off_as_the_day_of_the_words(
    gazetteer: Gazetteer,
) -> None:
    lines = list(said_lines(quoted(said_on=None), gazetteer))
    assert lines[-1] == f"      in the issue of {DAY} · #12 · #q9"


def test_an_issue_without_a_date_has_none() -> None:
    undated = ISSUE.model_copy(update={"date": None})
    said = quoted(said_on=None).model_copy(update={"issue": undated})
    assert (said_on(said), in_issue(said)) == ("", "")


def test_words_from_elsewhere_name_their_source(gazetteer: Gazetteer) -> None:
    detached = {"start": None, "end": None, "source": "the harbour radio"}
    lines = list(said_lines(quoted(**detached), gazetteer))
    assert lines[-1] == "      2022-01-21, from the harbour radio · #12 · #q9"
    lines = list(said_lines(quoted(**detached, said_on=None), gazetteer))
    assert lines[-1] == "      from the harbour radio · #12 · #q9"
    detached["source"] = "the harbour radio, " * 10
    assert all(len(line) <= 88 for line in said_lines(quoted(**detached), gazetteer))


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"role": None}, "Rin Okada, Japan"),
        ({"role": None, "country": None}, "Rin Okada"),
        ({"speaker": None}, "speaker not named, Port Minister, Japan"),
        ({"speaker": None, "role": None, "country": None}, "speaker not named"),
        (
            {"confidence": Confidence.CHECK},
            "Rin Okada, Port Minister, Japan, speaker not certain",
        ),
        ({"confidence": Confidence.LIKELY}, "Rin Okada, Port Minister, Japan"),
        (
            {"speaker": None, "confidence": Confidence.CHECK},
            "speaker not named, Port Minister, Japan",
        ),
    ],
)
def test_what_is_not_known_of_a_speaker_is_not_made_up(
    gazetteer: Gazetteer, changes: dict[str, object], shown: str
) -> None:
    assert attribution(quoted(**changes).quote, gazetteer) == shown


def test_long_words_and_names_stay_inside_the_width(gazetteer: Gazetteer) -> None:
    long = quoted(text="Every boat sails at noon. " * 40, speaker="Ada " * 50, role="Keeper " * 30)
    lines = list(said_lines(long, gazetteer))
    assert all(len(line) <= 88 for line in lines)
    assert sum(line.count("noon") for line in lines) == 40


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ("2022-01-21", "2022-01-21"),
        ("2022-01", "2022-01"),
        ("2022", "2022"),
        ("2022-01-21/2022-01-24", "2022-01-21 to 2022-01-24"),
        ("0001-01-01", "0001-01-01"),
        ("9999", "9999"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(gazetteer: Gazetteer, when: str, shown: str) -> None:
    event = happened(when)
    assert dated(event.event.when) == shown
    assert list(happened_lines(event, gazetteer)) == [
        f"  {shown}: The crews met in Bergen.",
        "      Norway, Japan · #12 · #e4",
    ]


def test_what_is_expected_says_so(gazetteer: Gazetteer) -> None:
    lines = list(happened_lines(happened("2022-03", expected=True, countries=()), gazetteer))
    assert lines == ["  2022-03, expected: The crews met in Bergen.", "      #12 · #e4"]


def test_one_item_says_where_it_stands(gazetteer: Gazetteer) -> None:
    assert list(item_lines(quoted(), gazetteer))[:3] == [
        "Quay Report #12 · section Japan",
        "",
        "  “We will sail at dawn.”",
    ]
    event = happened("2022-01").model_copy(update={"entry": OVERVIEW})
    assert next(item_lines(event, gazetteer)) == "Quay Report #12 · overview"


def test_a_section_is_named_by_itself() -> None:
    section = Section(issue=ISSUE, entry=ENTRY)
    assert section_name(section) == "Japan"
    assert origin(section, "") == "#12 · #s5"
