"""`sitrep draft`: what is read out of a document, for people and for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import Sitrep, refusal, said
from tests.cli.documents import FRENCH, GOOD, NO_SUCH_DAY, PAGE, RUSSIAN, TWO, UNNUMBERED

KEYS = ["file", "text", "briefing", "number", "date", "title", "entries", "quotes", "events"]
QUOTE_KEYS = ["text", "start", "end", "kind", "speaker", "role", "country", "mention", "said_on"]
EVENT_KEYS = ["date", "sentence", "start", "end", "countries", "expected"]


def test_a_draft_is_readable(sitrep: Sitrep, tmp_path: Path) -> None:
    file = tmp_path / "good.txt"
    file.write_text(GOOD)
    shown = said(sitrep("draft", file))
    assert shown.splitlines()[:2] == [
        "Quay Report · #12 · 2024-05-06",
        "Ferry strike and spare berths",
    ]
    assert "Japan [JP]" in shown
    assert "  “We will sail at dawn whatever the wind does.”" in shown
    assert "— Rin Okada, Port Minister, JP (speech" in shown
    assert "  * 2024-05-03 [NO]: On May 3, 2024, the crews met in Bergen." in shown
    assert not sitrep.database.exists()


def test_a_program_gets_one_object_a_line(sitrep: Sitrep, tmp_path: Path) -> None:
    file = tmp_path / "good.txt"
    file.write_text(GOOD)
    done = sitrep.process("draft", "--json", file, "-", stdin=GOOD.encode())
    named, piped = map(json.loads, said(done).splitlines())
    assert list(named) == [*KEYS, "notes"]
    assert list(named["entries"][0]) == ["heading", "countries", "start", "end"]
    assert list(named["quotes"][0]) == [*QUOTE_KEYS, "confidence", "notes"]
    assert list(named["quotes"][0]["mention"]) == ["text", "start", "end"]
    assert list(named["events"][0]) == [*EVENT_KEYS, "confidence", "notes"]
    assert (named.pop("file"), piped.pop("file")) == (str(file), "-")
    assert named == piped
    for part in (*named["quotes"], named["quotes"][0]["mention"]):
        assert named["text"][part["start"] : part["end"]] == part["text"]
    for event in named["events"]:
        assert named["text"][event["start"] : event["end"]] == event["sentence"]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What becomes of every kind of file, all given at once; keys are the names of the files."""
    folder = tmp_path_factory.mktemp("documents")
    files = {
        "empty.txt": b"",
        "large.txt": b"x" * 5_000_000,
        "binary.txt": bytes(range(256)) * 40,
        "broken.docx": b"PK\x03\x04 this is no archive at all",
        "text.docx": GOOD.encode(),
        "cp1251.txt": RUSSIAN.encode("cp1251"),
        "utf16.txt": RUSSIAN.encode("utf-16"),
        "latin1.txt": FRENCH.replace("’", "'").encode("latin-1"),
        "page.html": PAGE.encode(),
        "two.txt": TWO.encode(),
        "unnumbered.txt": UNNUMBERED.encode(),
        "no_such_day.txt": NO_SUCH_DAY.encode(),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    paths = [folder / name for name in [*files, "missing.txt"]]
    done = Sitrep(folder / "sitrep.db")("draft", "--json", *paths)
    assert done.returncode == 1
    assert done.stderr == b""
    drafts = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [draft["file"] for draft in drafts] == [str(path) for path in paths]
    return {path.name: draft for path, draft in zip(paths, drafts, strict=True)}


Read = dict[str, dict[str, Any]]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("empty.txt", "empty"),
        ("large.txt", "2 MB"),
        ("binary.txt", "text"),
        ("broken.docx", "docx"),
        ("missing.txt", "check the path"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_beside_the_others(
    read: Read, name: str, reason: str
) -> None:
    assert list(read[name]) == ["file", "error"]
    sentence = read[name]["error"]
    assert reason in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("name", ["cp1251.txt", "utf16.txt"])
def test_other_encodings_are_found_out(read: Read, name: str) -> None:
    assert read[name]["text"].strip() == RUSSIAN.strip()
    assert read[name]["number"] == 3
    assert read[name]["quotes"][0]["text"].startswith("Мы выйдем на рассвете")


def test_a_guessed_encoding_is_noted(read: Read) -> None:
    assert any("Windows-1251" in note for note in read["cp1251.txt"]["notes"])
    assert "déçus" in read["latin1.txt"]["text"]
    assert any("encoding was assumed" in note for note in read["latin1.txt"]["notes"])
    assert not any("encoding" in note for note in read["utf16.txt"]["notes"])


def test_scripts_and_styles_of_a_page_are_no_text(read: Read) -> None:
    page = read["page.html"]
    assert page["number"] == 15
    assert [entry["countries"] for entry in page["entries"]] == [[], ["JP"]]
    for hidden in ("alert", "color", "steal", "<"):
        assert hidden not in page["text"]
    assert page["events"] == []


def test_of_two_issues_the_first_is_read_and_a_note_says_so(read: Read) -> None:
    assert read["two.txt"]["number"] == 12
    assert any("more than one issue" in note for note in read["two.txt"]["notes"])
    assert "Quiet week" not in [entry["heading"] for entry in read["two.txt"]["entries"]]


def test_a_missing_masthead_is_a_note(read: Read) -> None:
    draft = read["unnumbered.txt"]
    assert (draft["number"], draft["date"]) == (None, None)
    assert [entry["countries"] for entry in draft["entries"]] == [[], ["JP"], ["NO"]]
    assert any("number" in note for note in draft["notes"])


def test_a_date_that_does_not_exist_is_none_and_a_note(read: Read) -> None:
    draft = read["no_such_day.txt"]
    assert (draft["number"], draft["date"]) == (14, None)
    assert any("date" in note.casefold() for note in draft["notes"])


def test_for_people_an_unreadable_file_is_a_sentence_too(sitrep: Sitrep, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    done = sitrep("draft", tmp_path / "none.txt", tmp_path / "good.txt")
    assert done.stdout.decode().startswith("Quay Report · #12")
    sentence = refusal(done, 1)
    assert sentence == (
        f"{tmp_path}/none.txt: The file cannot be read (No such file or directory); check the path."
    )
