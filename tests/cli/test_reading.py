"""`sitrep latest` and `sitrep issues`: reading at a terminal."""

import json

import pytest

from tests.cli.command import NEWSROOM, Sitrep, said
from tests.cli.documents import GOOD, NEXT


@pytest.fixture(scope="module")
def sitrep(tmp_path_factory: pytest.TempPathFactory) -> Sitrep:
    """One database for this file: nothing here writes to it."""
    folder = tmp_path_factory.mktemp("reading")
    sitrep = Sitrep(folder / "sitrep.db")
    (folder / "good.txt").write_text(GOOD)
    (folder / "next.txt").write_text(NEXT.replace("Norway\n", "Iceland\n"))
    done = sitrep(
        "import", "--newsroom", NEWSROOM, "--publish", folder / "good.txt", folder / "next.txt"
    )
    assert done.returncode == 0, done.stderr.decode()
    return sitrep


def test_the_newest_section_on_a_country(sitrep: Sitrep) -> None:
    shown = said(sitrep("latest", "日本"))
    assert shown.startswith("Quay Report #13 · 2024-05-13\nQuiet week and spare berths\n\nJapan\n")
    assert "“We will sail at dawn whatever the wind does.”" in shown


def test_the_last_issue_that_had_one_says_so(sitrep: Sitrep) -> None:
    shown = said(sitrep("latest", "Norway"))
    assert shown.startswith("Quay Report #12 · 2024-05-06\n")
    assert "The newest issue, #13, has nothing on Norway." in shown


def test_what_is_not_found_is_an_answer(sitrep: Sitrep) -> None:
    meant = said(sitrep("latest", "norvay"))
    assert meant == "I know no country called “norvay”. Did you mean Norway?\n"
    nothing = said(sitrep("latest", "France"))
    assert nothing.startswith("Quay Report has no section on France. It has sections on:\n")
    assert {"Japan", "Iceland", "Norway"} <= set(nothing.replace(",", "\n").split())


def test_a_program_gets_the_answer_with_its_kind(sitrep: Sitrep) -> None:
    found = json.loads(said(sitrep("latest", "Japan", "--json")))
    assert found["Reading"]["issue"]["number"] == 13
    assert found["Reading"]["entries"][0]["countries"] == ["JP"]
    elsewhere = json.loads(said(sitrep("latest", "Japan", "--newsroom", "5", "--json")))
    assert list(elsewhere) == ["NoBriefing"]


def test_a_program_reads_every_alphabet_as_it_is(sitrep: Sitrep) -> None:
    assert "日本" in said(sitrep("latest", "xx日本xx", "--json"))


def test_issues_are_listed_newest_first(sitrep: Sitrep) -> None:
    lines = said(sitrep("issues")).splitlines()
    assert [line.partition(" · ")[0] for line in lines] == ["Quay Report #13", "Quay Report #12"]
    assert lines[1] == (
        f"Quay Report #12 · 2024-05-06 · published · private, server {NEWSROOM}, briefing 1"
        " · Ferry strike and spare berths"
    )
    assert said(sitrep("issues", "--newsroom", "5")).startswith("There is no issue yet")
