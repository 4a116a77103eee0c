"""The sample documents import cleanly and say what they are."""

from datetime import date
from pathlib import Path

import pytest

from bot.domain.gazetteer import Gazetteer
from bot.importer.draft import Draft
from bot.importer.importer import import_document
from tests.domain.names_source import FOLDER

SAMPLES = FOLDER.parent / "samples"
DOCUMENTS = sorted(path for path in SAMPLES.iterdir() if path.name != "README.md")
INVENTED = "This is a sample issue: its events and people are invented."
REAL = "policy-alert-244.txt"


@pytest.fixture(scope="module")
def drafts() -> dict[str, Draft]:
    gazetteer = Gazetteer.load(FOLDER)
    return {
        path.name: import_document(path.read_bytes(), path.name, gazetteer) for path in DOCUMENTS
    }


def each_name() -> list[str]:
    return [path.name for path in DOCUMENTS]


def overview(draft: Draft) -> str:
    return draft.text[draft.entries[0].start : draft.entries[0].end]


def test_there_are_four_issues_of_one_briefing_and_two_of_another(drafts: dict[str, Draft]) -> None:
    issues = sorted((d.briefing, d.number, d.date) for d in drafts.values())
    assert issues == [
        ("Harbour Watch", 12, "2022-02-03"),
        ("Harbour Watch", 13, "2022-02-10"),
        ("Policy Alert", 242, "2022-01-07"),
        ("Policy Alert", 243, "2022-01-14"),
        ("Policy Alert", 244, "2022-01-28"),
        ("Policy Alert", 245, "2022-02-11"),
    ]


@pytest.mark.parametrize("name", each_name())
def test_an_overview_says_that_it_is_a_sample(drafts: dict[str, Draft], name: str) -> None:
    assert (INVENTED in overview(drafts[name])) == (name != REAL)
    assert "sample issue" in overview(drafts[name])


@pytest.mark.parametrize("name", each_name())
def test_every_quote_has_a_speaker_and_every_event_a_date(
    drafts: dict[str, Draft], name: str
) -> None:
    draft = drafts[name]
    assert [
        quote.text for quote in draft.quotes if quote.kind != "scare" and not quote.speaker
    ] == []
    assert len(draft.events) >= 5
    assert draft.notes == ()


@pytest.mark.parametrize("name", each_name())
def test_marks_are_balanced(name: str) -> None:
    text = (SAMPLES / name).read_text(encoding="utf-8")
    assert text.count("“") == text.count("”") >= 5


def test_the_same_countries_come_back(drafts: dict[str, Draft]) -> None:
    alerts = [draft for draft in drafts.values() if draft.briefing == "Policy Alert"]
    for code in ("RU", "CN", "IN", "JP"):
        assert all(any(code in entry.countries for entry in draft.entries) for draft in alerts), (
            code
        )


def test_there_are_a_long_a_joint_a_silent_and_a_bodys_section(drafts: dict[str, Draft]) -> None:
    entries = {
        (n, e.heading): d.text[e.start : e.end] for n, d in drafts.items() for e in d.entries
    }
    assert max(map(len, entries.values())) > 4500
    assert ("policy-alert-243.md", "India and Japan") in entries
    assert "yet to issue an official statement" in entries["policy-alert-242.txt", "South Korea"]
    assert ("policy-alert-245.html", "ASEAN") in entries


@pytest.mark.parametrize("path", DOCUMENTS, ids=each_name())
def test_a_day_of_an_event_lies_near_its_issue(path: Path, drafts: dict[str, Draft]) -> None:
    draft = drafts[path.name]
    issued = date.fromisoformat(draft.date or "")
    days = [
        date.fromisoformat(event.date)
        for event in draft.events
        if len(event.date) == len("2022-01-28")
    ]
    assert days
    assert all(abs((day - issued).days) < 120 for day in days)
