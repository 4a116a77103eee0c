"""The card of a live update: Discord takes any, and it leads on where nothing is in doubt."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.bench import Bench
from bot.domain.live_update import LiveLook, LiveUpdate
from bot.presentation.live_card import live_again_card, live_card, live_form
from tests.presentation.alerts import update
from tests.presentation.benches import benches, largest
from tests.presentation.examples import issue, language
from tests.presentation.shown import assert_sendable, buttons, text

SPEAKS = language()
LARGEST = 10**12 - 1


def look_at(bench: Bench, channels: int = 0) -> LiveLook:
    """A look at the sections of a draft, as if they were an update."""
    return LiveLook(
        update=LiveUpdate(issue=1, entries=bench.contents.entries),
        issue=issue(),
        alert=update(*bench.contents.entries),
        findings=tuple(each for each in bench.findings if each.at),
        channels=channels,
        seconds=channels / 48,
    )


@settings(deadline=None, max_examples=12)
@given(benches(), st.integers(0, 10**6))
def test_discord_takes_the_card_of_any_update(bench: Bench, channels: int) -> None:
    look = look_at(bench, channels)
    assert_sendable(live_card(look, LARGEST, SPEAKS, SPEAKS, "Stopped."))


def test_discord_takes_the_largest_one() -> None:
    card = live_card(look_at(largest(), 10**6), LARGEST, SPEAKS, SPEAKS, "Stopped.")
    assert_sendable(card)
    assert list(buttons(card)) == ["Right", "Not a quote", "Edit…", "To draft"]


def test_what_was_typed_stands_beside_the_refusal_and_in_the_form() -> None:
    typed = LiveUpdate(issue=1, country="Peru", text="*Boats*", source="@everyone")
    card = live_again_card("“Peru” is no country.", typed, LARGEST)
    assert "- What happened: \\*Boats\\*" in text(card)
    assert buttons(card) == {"Edit again": f"live:edit:{LARGEST}"}
    form = live_form(typed, LARGEST).to_dict()
    asked = [label["component"] for label in form["components"]]
    assert [each["value"] for each in asked] == ["Peru", "*Boats*", "@everyone"]
