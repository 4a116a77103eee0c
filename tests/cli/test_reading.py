"""`sitrep latest` and `sitrep issues`: reading at a terminal."""

import json

from tests.cli.command import NEWSROOM, Sitrep, found_nothing, said


def test_the_newest_section_on_a_country(published: Sitrep) -> None:
    shown = said(published("latest", "日本"))
    assert shown.startswith("Quay Report #13 · 2024-05-13\nQuiet week and spare berths\n\nJapan\n")
    assert "“We will sail at dawn whatever the wind does.”" in shown


def test_the_last_issue_that_had_one_says_so(published: Sitrep) -> None:
    shown = said(published("latest", "Norway"))
    assert shown.startswith("Quay Report #12 · 2024-05-06\n")
    assert "The newest issue, #13, has nothing on Norway." in shown


def test_without_a_country_it_is_the_newest_issue(published: Sitrep) -> None:
    shown = said(published("latest", "--briefing", "quay report")).splitlines()
    assert shown[:2] == ["Quay Report #13 · 2024-05-13", "Quiet week and spare berths"]
    assert [line for line in shown if line in {"Overview", "Japan", "Iceland"}] == [
        *("Overview", "Japan", "Iceland")
    ]


def test_what_is_not_found_is_an_answer(published: Sitrep) -> None:
    meant = found_nothing(published("latest", "norvay"))
    assert meant == "I know no country called “norvay”. Did you mean Norway?\n"
    nothing = found_nothing(published("latest", "France"))
    assert nothing.startswith("Quay Report has no section on France. It has sections on:\n")
    assert {"Japan", "Iceland", "Norway"} <= set(nothing.replace(",", "\n").split())


def test_a_program_gets_the_answer_with_its_kind(published: Sitrep) -> None:
    found = json.loads(said(published("latest", "Japan", "--json")))
    assert found["Reading"]["issue"]["number"] == 13
    assert found["Reading"]["entries"][0]["countries"] == ["JP"]
    elsewhere = json.loads(found_nothing(published("latest", "Japan", "--newsroom", "5", "--json")))
    assert list(elsewhere) == ["NoBriefing"]


def test_a_program_reads_every_alphabet_as_it_is(published: Sitrep) -> None:
    assert "日本" in found_nothing(published("latest", "xx日本xx", "--json"))


def test_issues_are_listed_newest_first(published: Sitrep) -> None:
    lines = said(published("issues")).splitlines()
    assert [line.partition(" · ")[0] for line in lines] == ["Quay Report #13", "Quay Report #12"]
    assert lines[1] == (
        f"Quay Report #12 · 2024-05-06 · published · private, server {NEWSROOM}, briefing 1"
        " · Ferry strike and spare berths"
    )
    assert said(published("issues", "--newsroom", "5")).startswith("There is no issue yet")
