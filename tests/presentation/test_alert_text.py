"""The texts of an alert about a whole issue: what a channel wants first, and as much as fits."""

import pytest

from bot.domain.alert import Alert
from bot.domain.entry import Entry
from bot.presentation.alert_rooms import ALERT, alert_rooms
from bot.presentation.alert_text import alert_text
from bot.presentation.room import Room
from tests.presentation.alerts import ENTRIES, alert, quote
from tests.presentation.examples import ALLIANCE, JOINT, OVERVIEW, SENTENCE, issue, language

PORTS = tuple(Entry(id=n, heading=f"Port {n}", text=SENTENCE) for n in range(1, 61))


def texts(shown: Alert, room: Room = ALERT) -> list[str]:
    rooms = alert_rooms(announced=shown.announced)
    return [text for text in alert_text(shown, language(), room, rooms) if text]


def lines(shown: Alert) -> list[str]:
    return "\n".join(texts(shown)).splitlines()


def test_the_date_is_in_the_language_of_the_server() -> None:
    head = alert_text(alert(), language("de"), ALERT, alert_rooms(announced=False))[0]
    assert "28. Januar 2022 · Rising Tide" in head


def test_what_is_not_known_is_left_out() -> None:
    bare = alert(issue=issue(None, date=None, title=None))
    assert lines(bare)[:2] == ["# Policy Alert without a number", "Rising Tide"]


def test_the_overview_is_its_first_paragraph() -> None:
    long = OVERVIEW.model_copy(update={"text": f"{OVERVIEW.text}\n\n{SENTENCE}"})
    assert texts(alert(overview=long))[1] == OVERVIEW.text


def test_a_long_overview_is_cut_at_a_sentence() -> None:
    long = OVERVIEW.model_copy(update={"text": SENTENCE * 30})
    shown = texts(alert(overview=long))[1]
    assert shown.endswith("stays open. …")
    assert 400 < len(shown) <= 600


def test_where_nobody_can_open_the_rest_more_of_it_is_shown() -> None:
    long = OVERVIEW.model_copy(update={"text": f"{SENTENCE * 5}\n\n{SENTENCE * 30}"})
    shown = texts(alert(overview=long, announced=True))[1]
    assert "\n\n" in shown
    assert 1000 < len(shown) <= 1200


def test_a_section_has_a_line_with_its_first_sentence() -> None:
    several = JOINT.model_copy(update={"text": "No statement yet. One is expected."})
    assert "🇮🇳🇯🇵 **India and Japan**: No statement yet." in lines(alert(wanted=(several,)))


def test_a_channel_that_wants_a_country_is_told_of_the_others_by_name() -> None:
    narrowed = alert(wanted=ENTRIES[1:2], others=ENTRIES[2:], countries=("RU",))
    assert lines(narrowed)[4:6] == [
        "🇷🇺 **Russia**: A deputy minister received envoys.",
        "-# Also in this issue: India and Japan and NATO",
    ]
    many = narrowed.model_copy(update={"others": PORTS[:7]})
    assert "-# Also in this issue: Port 1, Port 2, Port 3, Port 4 and 3 more" in lines(many)


def test_a_channel_that_wants_all_has_nothing_else_in_the_issue() -> None:
    assert not any("Also in this issue" in line for line in lines(alert(others=ENTRIES[1:2])))


@pytest.mark.parametrize(("announced", "more"), [(False, " in the menu"), (True, "")])
def test_sections_that_do_not_fit_are_counted(announced: bool, more: str) -> None:
    wide = tuple(
        port.model_copy(update={"heading": f"{port.heading} of the northern harbours and bays"})
        for port in PORTS
    )
    shown = lines(alert(wanted=wide, announced=announced, quotes=()))
    named = [line for line in shown if line.startswith("**Port")]
    assert 20 < len(named) < 60
    assert shown[-1] == f"and {60 - len(named)} more sections{more}"


def test_a_quote_is_a_block_with_who_said_it() -> None:
    assert texts(alert())[-1] == (
        "> “the port stays open to every ship that asks”\n> **Ada Quill**, harbour master, 🇯🇵 Japan"
    )


def test_a_long_quote_is_cut_and_stays_one_line() -> None:
    shown = texts(alert(quotes=(quote(f"One.\n\n{SENTENCE * 9}"),)))[-1]
    assert len(shown.splitlines()) == 2
    assert "…”" in shown


def test_quotes_that_do_not_fit_are_left_out_before_anything_else() -> None:
    small = Room(330, 900)
    shown = "\n".join(texts(alert(quotes=(quote(SENTENCE * 2), quote("No."))), small))
    assert "“No.”" in shown
    assert SENTENCE.strip() not in shown
    assert "**NATO**" in shown


def test_a_section_without_text_is_still_named() -> None:
    silent = ALLIANCE.model_copy(update={"text": " "})
    assert "**NATO**" in lines(alert(wanted=(silent,)))
