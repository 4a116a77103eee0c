"""`sitrep quotes` and `sitrep timeline`: lists at a terminal."""

import json

import pytest

from tests.cli.command import Sitrep, found_nothing, misused, refusal, said

WORDS = "“We will sail at dawn whatever the wind does.”"


def test_quotes_are_printed_with_their_origin_newest_first(published: Sitrep) -> None:
    lines = said(published("quotes")).splitlines()
    assert lines[:4] == [
        "Quotes · Quay Report",
        "",
        f"  {WORDS}",
        "      — Rin Okada, Port Minister, Japan",
    ]
    days = [line.split(" · ")[:2] for line in lines if " · #q" in line]
    assert days == [
        ["      in the issue of 2024-05-13", "#13"],
        ["      in the issue of 2024-05-06", "#12"],
    ]


def test_quotes_are_narrowed_by_everything_at_once(published: Sitrep) -> None:
    asked = ("--country", "日本", "--speaker", "okada", "--words", '"at dawn" -harbour')
    days = ("--since", "May 2024", "--until", "2024-05-06", "--briefing", "Quay Report")
    lines = said(published("quotes", *asked, *days)).splitlines()
    assert " ".join(lines[: lines.index("")]) == (
        'Quotes · Quay Report · by “okada” · from Japan · with "at dawn" -harbour'
        " · since 2024-05-01 · until 2024-05-06"
    )
    assert [line.split(" · ")[1] for line in lines if " · #q" in line] == ["#12"]


def test_more_is_had_by_a_day_or_a_limit(published: Sitrep) -> None:
    one = said(published("quotes", "--limit", "1")).splitlines()
    assert one[-1] == "More: --limit 2."
    assert "More" not in said(published("quotes", "--limit", "2"))


def test_the_timeline_is_in_order_below_its_months(published: Sitrep) -> None:
    lines = said(published("timeline", "--country", "norway")).splitlines()
    assert lines[:4] == ["Timeline · Quay Report · on Norway", "", "2024-05", "-------"]
    assert lines[4] == "  2024-05-03: On May 3, 2024, the crews met in Bergen."
    assert lines[5].startswith("      Norway · #12 · #e")


def test_a_program_gets_a_list_with_its_kind_and_whether_there_is_more(published: Sitrep) -> None:
    quotes = json.loads(said(published("quotes", "--limit", "1", "--json")))["Quotes"]
    assert (quotes["older"], quotes["newer"]) == (True, False)
    assert [each["issue"]["number"] for each in quotes["quotes"]] == [13]
    events = json.loads(said(published("timeline", "--json")))["Timeline"]
    assert {each["event"]["when"]["start"] for each in events["events"]} == {"2024-05-03"}
    nothing = json.loads(found_nothing(published("quotes", "--words", "thunder", "--json")))
    assert nothing["NothingListed"]["filter"]["words"] == "thunder"
    assert nothing["NothingListed"]["speakers"][0]["name"] == "Rin Okada"


def test_nothing_found_says_what_there_is(published: Sitrep) -> None:
    shown = found_nothing(published("quotes", "--speaker", "okeda"))
    assert shown.splitlines() == [
        "No quotes by “okeda” in Quay Report.",
        "Did you mean Rin Okada?",
        "Speakers in this briefing: Rin Okada, Port Minister (2 quotes).",
        "There are quotes from: Japan.",
    ]
    shown = found_nothing(published("timeline", "--country", "Japan", "--until", "2001"))
    assert shown.startswith("No events on Japan until 2001-12-31 in Quay Report.\n")


def test_an_unknown_country_names_those_there_are(published: Sitrep) -> None:
    shown = found_nothing(published("timeline", "--country", "xxqqxx"))
    assert shown.startswith("I know no country called “xxqqxx”. There are events on:\n")
    assert "Norway" in shown


def test_an_unknown_briefing_is_not_found(published: Sitrep) -> None:
    shown = found_nothing(published("quotes", "--briefing", "Tide Watch"))
    assert shown.startswith("No briefing that this server reads is called “Tide Watch”;")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--since", "soonish"), "“soonish” is no day I can read; type 2022-01-28, January 2022"),
        (("--until", "2024-02-30"), "“2024-02-30” is no day I can read;"),
        (("--since", "2025", "--until", "2024"), "No day is both since 2025 and until 2024;"),
    ],
)
def test_days_that_cannot_be_meant_are_refused(
    published: Sitrep, options: tuple[str, ...], sentence: str
) -> None:
    assert refusal(published("timeline", *options)).startswith(sentence)


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--limit", "0", "it takes a number from 1 to 500, not “0”."),
        ("--limit", "ten", "it takes a number from 1 to 500, not “ten”."),
        ("--speaker", "x" * 101, "at most 100 characters are looked at."),
        ("--newsroom", "5x", "it takes a number from 1 to 9223372036854775807, not “5x”."),
    ],
)
def test_an_option_out_of_bounds_is_one_sentence(
    published: Sitrep, option: str, value: str, sentence: str
) -> None:
    assert misused(published("quotes", option, value)) == (
        f"Error: Invalid value for '{option}': {sentence}"
    )


@pytest.mark.parametrize("asked", [("quotes", "--words", "dawn", "-storm"), ("search", "-storm")])
def test_a_word_to_leave_out_that_stands_alone_is_told_where_it_belongs(
    published: Sitrep, asked: tuple[str, ...]
) -> None:
    assert misused(published(*asked)) == (
        'Error: No such option: -s; quote what holds a -word: `quotes --words "pipe -line"`,'
        ' or `search -- "pipe -line"` with -- before it.'
    )
    assert misused(published(asked[0], "--wrods")).startswith("Error: No such option: --wrods")
    assert "sail at dawn" in said(published("quotes", "--words", "-storm dawn"))


def test_a_server_that_reads_nothing_is_told_apart_from_a_database_that_holds_nothing(
    published: Sitrep, sitrep: Sitrep
) -> None:
    shown = found_nothing(published("quotes", "--newsroom", "999"))
    assert shown.startswith("This server has no briefing of its own,")
    assert sitrep("migrate").returncode == 0
    shown = found_nothing(sitrep("quotes"))
    assert shown == "There is nothing to read yet; import a document with --publish first.\n"
