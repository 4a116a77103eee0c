"""`sitrep search`: sections, quotes and events by their words, at a terminal."""

import json

import pytest

from tests.cli.command import Sitrep, found_nothing, misused, refusal, said

NO_WORD = "Type at least one word to look for; a word after a minus is only left out."


def reference(sitrep: Sitrep, command: str) -> str:
    """The reference of the first item that a command lists."""
    shown = said(sitrep(command, "--limit", "1"))
    return next(word for word in shown.split() if word[:2] in {"#q", "#e"})


def test_every_finding_has_its_kind_its_words_and_its_reference(published: Sitrep) -> None:
    shown = said(published("search", "BERGÉN crews"))
    assert shown.startswith("Search · Quay Report · BERGÉN crews · ")
    assert "Event · 2024-05-03" in shown
    assert "On May 3, 2024, the *crews* met in *Bergen*." in shown
    assert "Section · Norway" in shown
    assert all(kind in shown for kind in ("#e", "#s"))


def test_a_phrase_that_is_nowhere_says_so_and_finds_the_words(published: Sitrep) -> None:
    shown = said(published("search", '"wind at dawn"', "--limit", "2"))
    assert "not word for word; " in shown
    assert "have all the words" in " ".join(shown.split())
    assert shown.splitlines()[-1] == "More: --limit 4."


def test_a_reference_prints_what_it_names(published: Sitrep) -> None:
    quote, event = reference(published, "quotes"), reference(published, "timeline")
    assert said(published("search", quote)).splitlines()[:3] == [
        "Quay Report #13 · section Japan",
        "",
        "  “We will sail at dawn whatever the wind does.”",
    ]
    assert "2024-05-03: On May 3, 2024, the crews met" in said(published("search", event))
    section = said(published("search", "#s1")).splitlines()
    assert section[2:] == ["", "Overview", "The ferries stood still for a day."]
    assert "Japan" in said(published("search", "#i1")).splitlines()


def test_a_reference_that_names_nothing_finds_nothing(published: Sitrep) -> None:
    shown = found_nothing(published("search", "#q987654"))
    assert shown.startswith("#q987654 cannot be read here: it does not exist, was withdrawn,")
    opened = found_nothing(published("search", reference(published, "quotes"), "--newsroom", "5"))
    assert " cannot be read here: " in opened


def test_nothing_found_offers_what_is_spelt_nearest(published: Sitrep) -> None:
    assert found_nothing(published("search", "feries")).splitlines() == [
        "Nothing found in Quay Report for: feries",
        "Each of these is found: ferries.",
    ]


def test_a_program_gets_the_answer_with_its_kind(published: Sitrep) -> None:
    found = json.loads(said(published("search", "bergen", "--limit", "1", "--json")))["Results"]
    assert len(found["hits"]) == 1
    assert found["found"] > 1
    item, ((start, end),) = found["hits"][0]["item"], found["hits"][0]["spans"]
    text = item["event"]["sentence"] if "event" in item else item["entry"]["text"]
    assert text[start:end] == "Bergen"
    nothing = json.loads(found_nothing(published("search", "thunder", "--json")))
    assert list(nothing) == ["NothingListed"]


@pytest.mark.parametrize("query", ["", "  ", "-ferry", "?!"])
def test_a_search_for_no_word_is_refused(published: Sitrep, query: str) -> None:
    sentence = refusal(published("search", "--", query))
    assert sentence == NO_WORD


def test_a_program_gets_a_refusal_as_an_object_too(published: Sitrep) -> None:
    refused = published("search", "--json", "--", "-ferry")
    assert refusal(refused) == NO_WORD
    assert json.loads(refused.stdout) == {"Refused": {"sentence": NO_WORD}}


def test_a_search_has_a_length_and_a_limit(published: Sitrep) -> None:
    assert "at most 100 characters" in misused(published("search", "x" * 101))
    assert said(published("search", "ferries", "--limit", "125"))
    for limit in ("0", "126"):
        assert misused(published("search", "x", "--limit", limit)) == (
            f"Error: Invalid value for '--limit': it takes a number from 1 to 125, not “{limit}”."
        )
    assert misused(published("search"))
