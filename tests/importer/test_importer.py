"""The importer as a whole: any document, in any format."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.gazetteer import Gazetteer
from bot.errors import Unreadable
from bot.importer.draft import Draft
from bot.importer.entries import NO_SECTION
from bot.importer.importer import SEVERAL, import_document, import_text
from bot.importer.masthead import NO_DATE, NO_NUMBER
from tests.importer.conftest import FOLDER
from tests.importer.promises import broken, outside
from tests.importer.word import paragraph, word

MakeDraft = Callable[[str], Draft]
GAZETTEER = Gazetteer.load(FOLDER)
PIECES = st.sampled_from(
    [
        *"“”\"'’‘.,?…:—|•#*()",
        *[" ", " ", "\n", "\n\n", "''", "``", "**", "<p>", "</p>", "---\n", "[a](b)", "1.", "<"],
        *["Ann Pike", "Lev Orlov", "al-Masri", "von", "der", "Russia", "RUSSIA", "Russian", "U.S."],
        *["said", "told", "told", "saying", "called", "it", "he", "they", "who", "and", "that"],
        *["the", "in", "of", "to", "by", "would", "according to", "Foreign Minister", "’s"],
        *["Ministry of Trade", "On January 5, 2022", "Feb. 30", "yesterday", "last week", "2014"],
        *["Monday", "a day later", "31/04/2022", "4/5/2022", "from 3 to 5 July", "May"],
        *[
            "Policy Alert #12 | May 3, 2021",
            "title: x\n",
            "“a b c d e,”",
            '"x"',
            "é",
            "漢",
            "\ue000",
        ],
    ]
)
DOCUMENTS = st.one_of(
    st.text(),
    st.lists(PIECES, max_size=60).map("".join),
    st.lists(PIECES, max_size=60).map(" ".join),
)
ISSUE = """Policy Alert #12 | June 14, 2023

Ports and Promises

The pact was signed on Monday.

Japan

Prime Minister Sato Mei said: “We wait for the tide.”
"""


def drafted(document: str | bytes, name: str = "a.txt") -> Draft | None:
    """The draft, or None for a document that is refused in one sentence."""
    try:
        if isinstance(document, str):
            return import_text(document, GAZETTEER)
        return import_document(document, name, GAZETTEER)
    except Unreadable as refused:
        if not str(refused).endswith("."):
            raise
        return None


@settings(max_examples=400, deadline=None)
@given(DOCUMENTS)
def test_any_text_gives_a_draft_that_keeps_its_promises(text: str) -> None:
    draft = drafted(text)
    if draft is None:
        return
    assert broken(draft) == []
    headings = [" ".join((e.heading or "").split()) for e in draft.entries]
    if SEVERAL not in draft.notes:
        assert all(" ".join(line.rstrip(":").split()) in headings for line in outside(draft))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.md", "a.docx", ""]))
def test_any_bytes_give_a_draft_or_a_refusal(data: bytes, name: str) -> None:
    draft = drafted(data, name)
    assert draft is None or broken(draft) == []


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS)
def test_the_same_text_gives_the_same_draft(text: str) -> None:
    assert drafted(text) == drafted(text)


SIZE = 100_000
# A rule that looks back or forth without bound would make one of these last for minutes.
HOSTILE = [
    *['"', "“", "”", " \"a\" ", "“”", "‘a’ ", "a", "Abcd ", "1", "1.", "12/", "\n", "<", "<p>"],
    *["[", "[a](", "&#", "*a ", "`a", "_a ", ". ", "A. ", "-", "---\n", ": ", "’s ", "é"],
    *["said ", ", saying ", "according to ", "minister of the ", "Trade and ", "Russia’s "],
    *["who, ", "‘a ", "He said. ", "and said ", "she said “a” ", "the 43-year-old said ", "”a“ "],
    *["A (B) ", "“a\n\n", "14:05\nA\n", "JAPAN — A\n", "Mr. A. B. ", "on the 1st, "],
    *["<p></p><!--", "<p></p><a ", "<p></p><a b='"],
    *["Russia ", "Russia\n\n", "he said “a” ", "“a b c d e,” and ", "Pike, who "],
    *["On January 5, 2022 "],
    *["in 2014 ", "Monday ", "a day later ", "February 30 ", "#1 ", "# a\n", "Policy Alert #1\n"],
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_a_hundred_kilobytes_of_anything(piece: str) -> None:
    text = f"A title\n\n{piece * (SIZE // len(piece))}"
    draft = drafted(text)
    assert draft is None or broken(draft) == []


def test_the_same_issue_in_every_format(gazetteer: Gazetteer) -> None:
    lines = [line for line in ISSUE.split("\n") if line]
    html = "".join(f"<p>{line}</p>" for line in lines)
    files = {
        "a.txt": ISSUE.encode(),
        "a.md": ISSUE.replace("Ports", "# Ports").replace("\nJapan", "\n## Japan").encode(),
        "a.html": html.replace("<p>Japan</p>", "<h2>Japan</h2>").encode(),
        "a.docx": word(*map(paragraph, lines)),
    }
    drafts = [import_document(data, name, gazetteer) for name, data in files.items()]
    for draft in drafts:
        assert (draft.briefing, draft.number, draft.date) == ("Policy Alert", 12, "2023-06-14")
        assert draft.title == "Ports and Promises"
        assert [entry.heading for entry in draft.entries] == [None, "Japan"]
        assert [quote.speaker for quote in draft.quotes] == ["Sato Mei"]
        assert [event.date for event in draft.events] == ["2023-06-12"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-8-sig"])
def test_the_same_issue_in_every_encoding(gazetteer: Gazetteer, encoding: str) -> None:
    draft = import_document(ISSUE.encode(encoding), "a.txt", gazetteer)
    assert draft.text == ISSUE
    assert draft.quotes[0].text == "We wait for the tide."


def test_a_guessed_encoding_is_noted(gazetteer: Gazetteer) -> None:
    draft = import_document(ISSUE.encode("cp1252"), "a.txt", gazetteer)
    assert "Windows-1252" in draft.notes[0]


def test_of_two_issues_the_first(draft: MakeDraft) -> None:
    second = ISSUE.replace("12 |", "13 |").replace("Sato Mei", "Bo Renn")
    found = draft(f"{ISSUE}\n{second}")
    assert (found.number, [quote.speaker for quote in found.quotes]) == (12, ["Sato Mei"])
    assert found.notes == (SEVERAL,)
    assert found.text.endswith(second)


def test_the_title_of_a_second_issue_may_stand_above_its_number(draft: MakeDraft) -> None:
    title, number = "Ports and Promises", "Policy Alert #12 | June 14, 2023"
    issue = f"{title}\n\n{number}\n\nText of it.\n\nJapan\n\nMore text.\n\n"
    found = draft(issue + issue.replace("12", "13").replace(title, "Tides"))
    assert found.text[found.entries[-1].start : found.entries[-1].end] == "More text."
    assert SEVERAL in found.notes


def test_the_json_has_the_fields_in_order(draft: MakeDraft) -> None:
    line = draft(ISSUE).to_json("a.txt")
    assert list(line) == [
        "file", "text", "briefing", "number", "date", "title", "entries", "quotes", "events",
        "notes",
    ]  # fmt: skip
    again = json.loads(json.dumps(line))
    assert list(again["entries"][1]) == ["heading", "countries", "start", "end"]
    assert list(again["quotes"][0]) == [
        "text", "start", "end", "kind", "speaker", "role", "country", "mention", "said_on",
        "confidence", "notes",
    ]  # fmt: skip
    assert list(again["quotes"][0]["mention"]) == ["text", "start", "end"]
    assert list(again["events"][0]) == [
        "date", "sentence", "start", "end", "countries", "expected", "confidence", "notes",
    ]  # fmt: skip
    assert again["quotes"][0]["role"] == "Prime Minister"


def test_offsets_count_code_points(draft: MakeDraft) -> None:
    found = draft(ISSUE.replace("The pact", "🚢🚢 The pact"))
    assert broken(found) == []


def test_text_without_a_masthead_is_kept(draft: MakeDraft) -> None:
    found = draft("“We wait,” said Ann Pike.")
    assert found.notes == (NO_NUMBER, NO_DATE, NO_SECTION)
    assert [quote.speaker for quote in found.quotes] == ["Ann Pike"]
