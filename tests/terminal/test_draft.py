"""A draft as lines of text."""

from bot.domain.gazetteer import Gazetteer
from bot.importer.importer import import_text
from bot.terminal.draft import draft_lines

DRAFT = """Ferry strike

Quay Report #12 | May 6, 2024

A “so-called” calm.

Japan

Port Minister Rin Okada said on May 3, 2024, “We will sail at dawn whatever the wind does.”
"""


def test_a_draft_shows_entries_with_quotes_and_events_and_what_to_look_at(
    gazetteer: Gazetteer,
) -> None:
    lines = list(draft_lines(import_text(DRAFT, gazetteer)))
    assert lines[:2] == ["Quay Report · #12 · 2024-05-06", "Ferry strike"]
    overview, japan = lines.index("Overview"), lines.index("Japan [JP]")
    assert lines[overview + 1] == "-" * len("Overview")
    assert any("“so-called”" in line for line in lines[overview:japan])
    assert any("nobody's words (scare" in line for line in lines[overview:japan])
    assert any("— Rin Okada, Port Minister, JP" in line for line in lines[japan:])
    assert any(line.startswith("  * 2024-05-03") for line in lines[japan:])
    assert all(len(line) <= 88 for line in lines)


def test_each_section_begins_with_its_length_and_its_first_words(gazetteer: Gazetteer) -> None:
    text = "Policy Alert #3 | May 3, 2021\n\nA Title\n\nJapan\n\n" + "Rain fell there. " * 60
    lines = list(draft_lines(import_text(text, gazetteer)))
    (words,) = (line for line in lines if line.startswith("  180 words: Rain fell there. Rain"))
    assert words.endswith("…")
    assert len(words) <= 88


def test_what_a_draft_lacks_is_said(gazetteer: Gazetteer) -> None:
    lines = list(draft_lines(import_text("Only a line of text.", gazetteer)))
    assert lines[0] == "briefing not named · no number · no date"
    assert "To look at:" in lines
    assert any(line.startswith("  ! ") for line in lines[lines.index("To look at:") :])
