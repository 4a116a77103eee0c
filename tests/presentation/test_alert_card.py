"""The card of an alert: what it is at first sight, what it leads to, and whom it pings."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.alert import Alert, Mended, Sample
from bot.domain.delivery import CopyKind
from bot.domain.difference import Difference, Misquote
from bot.domain.entry import Entry
from bot.presentation.alert_body import alert_body
from bot.presentation.alert_card import alert_card
from bot.presentation.card import Card
from bot.presentation.custom_id import FromAlert, Jump
from bot.presentation.line import visible
from tests.presentation.alerts import (
    ENTRIES,
    NEW,
    ROLE,
    alert,
    alerts,
    mended,
    note,
    quote,
    update,
    withdrawn_alerts,
)
from tests.presentation.custom_ids import kind_of
from tests.presentation.examples import MORNING, issue, language
from tests.presentation.shown import (
    assert_sendable,
    buttons,
    components,
    menus,
    of_kind,
    options,
    text,
)

PING = re.compile("@(?:everyone|here|[!&]?[0-9])")
RETRACTED = Mended(reason="It was sent too early.", at=MORNING)


def card(shown: Alert, locale: str = "en-US") -> Card:
    made = alert_card(shown, language(locale))
    assert_sendable(made)
    return made


def ids(made: Card) -> list[str]:
    return [part["custom_id"] for part in components(made) if "custom_id" in part]


def accent(made: Card) -> Any:
    return next(components(made)).get("accent_color")


@given(alerts, st.sampled_from(("en-US", "th", "bg")))
def test_any_alert_can_be_sent_and_is_known_again_and_pings_one_role(
    shown: Alert, locale: str
) -> None:
    made = card(shown, locale)
    assert kind_of(ids(made)[0]) == FromAlert(shown.issue.id, shown.stamp)
    ping = f"<@&{shown.ping}>" if shown.ping else ""
    assert text(made).startswith(ping)
    assert not PING.search(text(made).removeprefix(ping))
    if shown.announced:  # nobody there can press anything
        assert not re.search(r"press \*\*|sections in the menu", text(made))
    other = shown.model_copy(update={"stamp": 0, "ping": None})
    body = alert_body(other, language(locale))
    again = alert_card(shown, language(locale), body)
    assert again.to_components() == made.to_components()


@given(withdrawn_alerts)
def test_what_was_withdrawn_is_one_line_without_controls(shown: Alert) -> None:
    made = card(shown)
    assert len(text(made).splitlines()) == 1
    assert not PING.search(text(made))
    assert ids(made) == []


@pytest.mark.parametrize("kind", CopyKind)
@pytest.mark.parametrize("announced", [True, False])
@pytest.mark.parametrize("char", ["港", "*", "🚢", "m ", "ü. ", "\n\n# ", "@everyone ", "\u200b"])
def test_the_longest_alert_can_be_sent(kind: CopyKind, announced: bool, char: str) -> None:
    words = (char * 3000)[:3000]
    entry = Entry(heading=words, countries=("RU", "CN", "IN"), text=words, live_at=MORNING)
    several = tuple(entry.model_copy(update={"id": key}) for key in range(1, 61))
    said = quote(words, words).model_copy(update={"role": words})
    difference = Difference(
        masthead=("number", "date", "title"),
        changed=several,
        added=several,
        removed=several,
        quotes=(Misquote(before=said, after=quote(f"{words}x", words)),) * 9,
    )
    briefing = issue().briefing.model_copy(update={"name": words, "newsroom_name": words})
    shown = Alert(
        kind=kind,
        issue=issue(10**9 - 1, title=words, briefing=briefing),
        overview=entry,
        wanted=several,
        others=several,
        countries=("RU",),
        quotes=(said, said),
        mended=Mended(reason=words, at=MORNING, difference=difference),
        announced=announced,
        ping=10**20 - 1,
        sample=Sample.TEST,
    )
    card(shown, "th")


def test_a_publication_is_told_with_its_sections_and_quotes() -> None:
    assert text(card(alert())).splitlines() == [
        "# Policy Alert #244",
        "January 28, 2022 · Rising Tide",
        "**Talks about grain**",
        "Four capitals spoke about grain this week.",
        "🇷🇺 **Russia**: A deputy minister received envoys.",
        "🇮🇳🇯🇵 **India and Japan**: No statement yet.",
        "**NATO**: The council met behind closed doors.",
        "> “the port stays open to every ship that asks”",
        "> **Ada Quill**, harbour master, 🇯🇵 Japan",
        "-# Rising Tide · revision 1",
    ]


def test_the_role_is_mentioned_first() -> None:
    assert text(card(alert(ping=ROLE))).splitlines()[:2] == [f"<@&{ROLE}>", "# Policy Alert #244"]


def test_a_test_says_so_first() -> None:
    first = text(card(alert(sample=Sample.TEST))).splitlines()[0]
    assert first == "**Test**: this is how alerts of Policy Alert look here."


def test_the_buttons_lead_to_the_issue_and_all_that_is_said_in_it() -> None:
    assert buttons(card(alert())) == {
        "Read": "alert:244:17",
        "Quotes (3)": "page:list:-:0:0:q1&i244",
        "Timeline (3)": "page:list:-:0:0:t1&i244",
    }
    assert list(buttons(card(alert(tallies=())))) == ["Read"]


def test_the_menu_opens_each_section_for_whoever_picks_it() -> None:
    (menu,) = menus(card(alert())).values()
    assert kind_of(menu["custom_id"]) == Jump(244, None, 0, 1, short=False, asker=0)
    assert menu["placeholder"] == "Open a section…"
    assert options(menu) == {"0": "Overview", "2": "Russia", "3": "India and Japan", "4": "NATO"}
    assert not any(option["default"] for option in menu["options"])


def test_the_menu_begins_with_what_this_channel_wants() -> None:
    narrowed = alert(wanted=ENTRIES[2:3], others=(ENTRIES[1], ENTRIES[3]), countries=("JP",))
    (menu,) = menus(card(narrowed)).values()
    assert list(options(menu)) == ["3", "0", "2", "4"]
    (menu,) = menus(card(update())).values()
    assert list(options(menu).values())[:3] == ["Russia, live update", "Overview", "Russia"]


def test_an_issue_without_sections_has_no_menu() -> None:
    assert menus(card(alert(wanted=()))) == {}


def test_an_update_looks_different_and_not_by_colour_alone() -> None:
    publication, news = card(alert()), card(update())
    assert text(news).startswith("## Update · Policy Alert #244\n<t:1643443200:f> · Rising Tide")
    assert accent(publication) != accent(news)
    assert "Ada Quill" not in text(news)
    assert buttons(news)["Read"] == "alert:244:17"


def test_a_correction_stands_above_the_message_it_corrects() -> None:
    changed = mended(Misquote(before=quote("We sail."), after=quote("We wait.")))
    shown = text(card(alert(mended=changed))).splitlines()
    assert shown[:3] == [
        "**Corrected** <t:1643443200:f>: A name was wrong.",
        "- Quote by Ada Quill: was “We sail.” and is now “We wait.”",
        "# Policy Alert #244",
    ]
    assert shown[3:] == text(card(alert())).splitlines()[1:]


def test_an_update_tells_of_no_correction_that_was_made_before_it() -> None:
    before = mended().model_copy(update={"at": MORNING.replace(hour=7)})
    assert "Corrected" not in text(card(update(mended=before)))
    after = mended().model_copy(update={"at": MORNING.replace(hour=9)})
    assert text(card(update(mended=after))).startswith("-# The issue was corrected")


def test_a_note_is_short() -> None:
    changed = mended(Misquote(before=quote("We sail."), after=quote("We wait.")))
    made = card(note(changed))
    assert text(made).splitlines() == [
        "## Correction · Policy Alert #244",
        "**Corrected** <t:1643443200:f>: A name was wrong.",
        "- Quote by Ada Quill: was “We sail.” and is now “We wait.”",
        "-# Rising Tide · revision 2",
    ]
    assert list(buttons(made)) == ["Read", "Quotes (3)", "Timeline (3)"]
    assert menus(made) == {}


@pytest.mark.parametrize("kind", CopyKind)
def test_a_withdrawal_leaves_one_line_of_any_message(kind: CopyKind) -> None:
    made = card(
        alert(kind=kind, withdrawn=RETRACTED, mended=mended(), ping=ROLE, sample=Sample.TEST)
    )
    assert text(made) == (
        "**Withdrawn** <t:1643443200:f>: Policy Alert #244 of January 28, 2022. "
        "It was sent too early."
    )
    assert ids(made) == []


def test_no_text_of_a_card_is_empty() -> None:
    bare = alert(overview=None, wanted=(), quotes=(), issue=issue(None, date=None, title=None))
    made = card(bare)
    assert all(visible(part["content"]) for part in of_kind(made, 10))
    assert text(made).splitlines() == [
        "# Policy Alert without a number",
        "Rising Tide",
        "-# Rising Tide · revision 1",
    ]


def test_the_section_of_an_update_is_found_in_the_issue() -> None:
    (menu,) = menus(card(update(NEW))).values()
    assert next(iter(options(menu))) == str(NEW.id)
