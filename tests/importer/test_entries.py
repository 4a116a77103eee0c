"""Headings and the sections below them."""

from collections.abc import Callable

import pytest

from bot.importer.draft import Draft
from bot.importer.entries import NO_SECTION
from tests.importer.promises import broken, outside

MakeDraft = Callable[[str], Draft]
HEAD = "Policy Alert #3 | May 3, 2021\n\nA Title\n\nThe overview.\n\n"


def headings(found: Draft) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(entry.heading, entry.countries) for entry in found.entries]


@pytest.mark.parametrize(
    ("heading", "countries"),
    [
        ("Russia", ("RU",)),
        ("RUSSIA", ("RU",)),
        ("Russia:", ("RU",)),
        ("The United States", ("US",)),
        ("SOUTH KOREA", ("KR",)),
        ("India and Japan", ("IN", "JP")),
        ("India, Japan and Nepal", ("IN", "JP", "NP")),
        ("India & Japan", ("IN", "JP")),
        ("Zambia/Zimbabwe", ("ZM", "ZW")),
        ("European Union", ("EU",)),
        ("1. Russia", ("RU",)),
        ("🇷🇺 Russia", ("RU",)),
        ("Russia | A cold answer", ("RU",)),
        ("Russia: a cold answer", ("RU",)),
        ("China – No change", ("CN",)),
        ("### Russian Activity", ("RU",)),
        ("**NATO and EU Activity**", ("EU",)),
        ("## Key Events", ()),
        ("NATO", ()),
        ("OTHER VOICES", ()),
        ("Elsewhere", ()),
        ("RUSSIAN ROUBLE FALLS", ("RU",)),
    ],
)
def test_a_heading_and_its_countries(
    draft: MakeDraft, heading: str, countries: tuple[str, ...]
) -> None:
    found = draft(f"{HEAD}{heading}\n\nThe text of the section.")
    printed = heading.strip("#* ").rstrip(":")
    assert headings(found) == [(None, ()), (printed, countries)]
    assert found.text[found.entries[1].start : found.entries[1].end] == "The text of the section."


@pytest.mark.parametrize(
    "line",
    [
        "Russia is silent.",
        "Russia, which had been silent, spoke",
        "Photo credit: Port Authority",
        "• Russia",
        "“Russia”",
        "Moscow said it was ready, and so did everybody else in the room on that long evening",
    ],
)
def test_what_is_no_heading(draft: MakeDraft, line: str) -> None:
    found = draft(f"{HEAD}{line}\n\nThe text goes on.")
    assert headings(found) == [(None, ())]


def test_names_inside_a_broken_sentence_are_no_heading(draft: MakeDraft) -> None:
    found = draft(f"{HEAD}They came from Qatar, Jordan,\nIndonesia, Pakistan and\nEgypt\nto talk.")
    assert headings(found) == [(None, ())]


def test_a_label_before_a_quotation_is_no_heading(draft: MakeDraft) -> None:
    found = draft(f"{HEAD}China:\n“We wait,” the ministry said.")
    assert headings(found) == [(None, ())]


def test_sections_without_text_between_headings(draft: MakeDraft) -> None:
    found = draft("# T\n\n## States\n\n### Russia\n\nText.\n\n### China\n")
    assert [heading for heading, _ in headings(found)] == ["States", "Russia", "China"]
    assert [entry.end - entry.start for entry in found.entries] == [0, 5, 0]


def test_a_last_short_line_belongs_to_the_text(draft: MakeDraft) -> None:
    found = draft(f"{HEAD}Russia\n\nThe text.\n\nHarbour Desk")
    entry = found.entries[-1]
    assert found.text[entry.start : entry.end].endswith("Harbour Desk")


def test_a_sea_is_no_country(draft: MakeDraft) -> None:
    found = draft(f"{HEAD}## Jets Over the South China Sea\n\nText.")
    assert headings(found)[-1][1] == ()


def test_an_office_of_the_un_is_not_the_un(draft: MakeDraft) -> None:
    found = draft(f"{HEAD}## Rebels Storm UN Food Office in Sanaa\n\nText.")
    assert headings(found)[-1][1] == ("YE",)
    found = draft(f"{HEAD}## United Nations\n\nText.")
    assert headings(found)[-1][1] == ("UN",)


def test_nothing_is_lost_between_sections(draft: MakeDraft) -> None:
    text = f"{HEAD}Stray words without a place:\n\nRussia\nA.\n\nChina\n\n\nB.\n0\n(more…)"
    found = draft(text)
    assert broken(found) == []
    assert outside(found) == ["Russia", "China"]


@pytest.mark.parametrize(
    ("heading", "note"),
    [
        ("Germnay", "The heading “Germnay” names no country; did you mean Germany?"),
        ("RUSIA", "The heading “RUSIA” names no country; did you mean Russia?"),
    ],
)
def test_a_misspelt_country_is_noted(draft: MakeDraft, heading: str, note: str) -> None:
    assert note in draft(f"{HEAD}{heading}\n\nA speech was held.\n\nJapan\n\nMore.\n").notes


def test_a_heading_of_its_own_kind_is_no_misspelling(draft: MakeDraft) -> None:
    found = draft(f"{HEAD}NATO\n\nA speech was held.\n\nSummary\n\nMore of it came.\n")
    assert [entry.heading for entry in found.entries] == [None, "NATO", "Summary"]
    assert found.notes == ()


def test_a_document_without_sections_says_so(draft: MakeDraft) -> None:
    assert draft(HEAD).notes == (NO_SECTION,)
    assert NO_SECTION not in draft(f"{HEAD}Japan\n\nMore of it came.\n").notes


def test_countries_of_paragraphs_whose_headings_were_lost(draft: MakeDraft) -> None:
    more = "The ports stayed open for the ships of all flags, as the harbour master said. " * 3
    found = draft(f"A Title\n\nJapan chose itself. {more}\n\nIn China, nobody asked. {more}")
    assert [(entry.heading, entry.countries) for entry in found.entries] == [(None, ("JP", "CN"))]
    assert any("paragraphs begin with" in note for note in found.notes)


def test_one_country_at_the_beginning_says_nothing(draft: MakeDraft) -> None:
    more = "The ports stayed open for the ships of all flags, as the harbour master said. " * 3
    (entry,) = draft(f"A Title\n\nJapan chose itself. {more}\n\nThe ships left. {more}").entries
    assert entry.countries == ()


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("JAPAN — The port is shut, and so are its gates and its mills.\n\n"
         "South Korea. Nobody came to the quay, where the band had played.",
         ["JAPAN", "South Korea"]),
        ("🇬🇪 Georgia: The president left on Monday, and nobody was told why.", ["🇬🇪 Georgia"]),
        ("Japan: The port is shut, and so are its gates and its mills, they say.", []),
        ("TOKYO — The port is shut, and so are its gates and its mills.\n\n"
         "SEOUL — Nobody came to the quay, where the band had played.", []),
        ("14:05 GMT\nThe gates are shut\nNobody came to the quay.\n\n"
         "13:20 GMT\nWhat we know so far\nThe band played.",
         ["The gates are shut", "What we know so far"]),
    ],
)  # fmt: skip
def test_headings_within_a_paragraph_and_below_a_time(
    draft: MakeDraft, text: str, headings: list[str]
) -> None:
    found = draft(
        f"Policy Alert #3 | May 4, 2022\n\nA Title of Some Length\n\nIt rained.\n\n{text}"
    )
    assert [entry.heading for entry in found.entries if entry.heading] == headings
