"""Mastheads in many layouts."""

import datetime as dt
from collections.abc import Callable

import pytest

from bot.importer.document import read_text
from bot.importer.draft import Draft
from bot.importer.entries import NO_SECTION
from bot.importer.masthead import FROM_CAPITALS, NO_DATE, NO_NUMBER, is_number_line
from bot.importer.source import Line

MakeDraft = Callable[[str], Draft]
BODY = "\n\nThe pact was signed. Nobody objected.\n\nJapan\n\nTokyo said nothing."
TITLE = "Rising Powers and the Tunis Pact"
DAY = "2023-06-14"


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n\nPolicy Alert #12 | June 14, 2023",
        f"Policy Alert #12 | June 14, 2023\n\n{TITLE}",
        f"Policy Alert #12\n{TITLE}\nJune 14, 2023",
        f"Policy Alert No. 12\nWednesday, 14 June 2023\n{TITLE}",
        f"Policy Alert, Issue 12 – 14 June 2023\n\n{TITLE}",
        f"Policy Alert: Issue No. 12 (14 Jun. 2023)\n{TITLE}",
        f"Policy Alert 12 | 2023-06-14\n{TITLE}",
        f"Issue 12 of the Policy Alert\nPublished: 14/06/2023\n\n{TITLE}",
        f"Policy Alert\nNumber 12\n14 June 2023\n\n{TITLE}",
        f"**Policy Alert #12**\n\n# {TITLE}\n\n*Published on June 14th, 2023 at 09:30 UTC*",
        f"# {TITLE}\n\n_Policy Alert #12 | June 14, 2023_",
        f"Policy Alert #12 · 14.06.2023\n{TITLE}",
        f"Policy Alert: {TITLE}\nPolicy Alert #12 | Wed, June 14, 2023",
        f"By Nora Vale\n\nPolicy Alert #12\n14 June 2023\n\n{TITLE}",
        f"---\ntitle: '{TITLE}'\nbriefing: Policy Alert\nissue: 12\ndate: 2023-06-14\n---",
        f"---\ntitle: Policy Alert 12\npublished_time: 2023-06-14T10:00:00Z\n---\n"
        f"Policy Alert #12\n\n# {TITLE}",
        f"<h1>{TITLE}</h1><p>Policy Alert No.&nbsp;12 &ndash; June 14, 2023</p>",
    ],
)
def test_every_layout_says_the_same(draft: MakeDraft, head: str) -> None:
    body = BODY.replace("\n\n", "</p><p>") if head.startswith("<") else BODY
    found = draft(head + body)
    assert (found.briefing, found.number, found.date) == ("Policy Alert", 12, DAY)
    assert found.title == TITLE
    assert found.notes == ()


def test_the_masthead_is_no_part_of_the_overview(draft: MakeDraft) -> None:
    found = draft(f"{TITLE}\n\nPolicy Alert #12 | June 14, 2023{BODY}")
    overview = found.entries[0]
    assert overview.heading is None
    assert found.text[overview.start : overview.end] == "The pact was signed. Nobody objected."


def test_a_title_of_two_lines(draft: MakeDraft) -> None:
    found = draft(f"Rising Powers and\nthe Tunis Pact\nPolicy Alert #12 | June 14, 2023{BODY}")
    assert found.title == TITLE


def test_a_country_below_the_number_is_no_title(draft: MakeDraft) -> None:
    found = draft("Policy Alert #3 | May 3, 2021\n\nRussia\n\nMoscow was silent.")
    assert found.title is None
    assert [entry.heading for entry in found.entries] == ["Russia"]


def test_a_topic_below_the_number_is_no_title(draft: MakeDraft) -> None:
    found = draft("Policy Alert #3 | May 3, 2021\n\nRussia: a cold answer\n\nMoscow was silent.")
    assert found.title is None
    assert found.entries[0].countries == ("RU",)


def test_a_missing_masthead_is_asked_for(draft: MakeDraft) -> None:
    found = draft("Moscow was silent on Monday. Nobody knows why.")
    assert (found.briefing, found.number, found.date, found.title) == (None, None, None, None)
    assert found.notes == (NO_NUMBER, NO_DATE, NO_SECTION)
    assert len(found.entries) == 1


def test_only_the_number_is_missing(draft: MakeDraft) -> None:
    found = draft(f"# {TITLE}\n\nPublished :`2021-03-04 10:20:30`\n\n---\n\nThe text.")
    assert (found.title, found.date, found.notes) == (
        TITLE,
        "2021-03-04",
        (NO_NUMBER, NO_SECTION),
    )


def test_a_date_that_does_not_exist_is_none(draft: MakeDraft) -> None:
    found = draft(f"Policy Alert #12 | February 30, 2023\n\n{TITLE}{BODY}")
    assert found.date is None
    assert NO_DATE in found.notes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Policy Alert #12 | June 14, 2023", True),
        ("Harbour Watch, Issue 3 – 4 May 2020", True),
        ("#12", False),
        ("In its Policy Alert #12 the group was silent.", False),
        ("", False),
    ],
)
def test_where_an_issue_begins(text: str, expected: bool) -> None:
    assert is_number_line(Line(0, len(text), text, 0)) is expected


def test_front_matter_alone_is_enough() -> None:
    source = read_text("---\ndate: 2020-01-02\n---\nText.")
    assert dt.date.fromisoformat(source.metadata["date"]) == dt.date(2020, 1, 2)


def test_capitals_that_were_run_into_the_text_are_its_title(draft: MakeDraft) -> None:
    found = draft("REACTIONS TO THE MAY 8 VOTE IN NORLAND came from all over the world.\n\nOne.")
    assert found.title == "REACTIONS TO THE MAY 8 VOTE IN NORLAND"
    assert FROM_CAPITALS in found.notes
    assert draft("THE MAYOR met the press on the quay of the port.\n\nOne.").title is None
