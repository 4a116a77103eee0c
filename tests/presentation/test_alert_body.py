"""What an alert says is worked out once for all channels that want the same."""

from typing import Any

import pytest

from bot.domain.alert import Sample
from bot.domain.delivery import CopyKind
from bot.presentation.alert_body import alert_body
from tests.presentation.alerts import ENTRIES, ROLE, alert, mended, note
from tests.presentation.examples import SENTENCE, issue, language

NARROW = {"wanted": ENTRIES[1:2], "others": ENTRIES[2:], "countries": ("RU",)}


def test_the_groups_are_the_correction_and_the_message() -> None:
    above, message = alert_body(alert(mended=mended()), language()).groups
    assert above == ("**Corrected** <t:1643443200:f>: A name was wrong.",)
    assert message[0].startswith("# Policy Alert #244")
    assert message[-1] == "-# Rising Tide · revision 1"
    assert len(alert_body(alert(), language()).groups) == 1


def test_an_update_that_was_not_concerned_says_of_a_correction_one_small_line() -> None:
    fog = ENTRIES[1].model_copy(update={"heading": "Fog", "live_at": None})
    elsewhere = mended(changed=ENTRIES[2:3])
    of_update = {"kind": CopyKind.UPDATE, "wanted": (fog,), "mended": elsewhere}
    above, _ = alert_body(alert(**of_update), language()).groups
    assert above[0].startswith("-# The issue was corrected <t:1643443200:f>. Changed: ")
    for concerned in (mended(changed=(fog,)), mended(masthead=("title",))):
        own = of_update | {"mended": concerned}
        above, _ = alert_body(alert(**own), language()).groups
        assert above[0].startswith("**Corrected** <t:1643443200:f>: A name was wrong.")


def test_a_draft_has_no_revision() -> None:
    draft = alert(issue=issue(revision=0))
    assert alert_body(draft, language()).groups[0][-1] == "-# Rising Tide"


def test_a_note_has_nothing_to_pick() -> None:
    assert alert_body(note(mended()), language()).options == ()


@pytest.mark.parametrize("changes", [{"stamp": 99}, {"ping": ROLE}, {"ping": None, "stamp": 0}])
def test_channels_that_want_the_same_share_a_body(changes: dict[str, Any]) -> None:
    first, second = (alert_body(made, language()) for made in (alert(**changes), alert()))
    assert first.groups == second.groups
    assert [each.value for each in first.options] == [each.value for each in second.options]


@pytest.mark.parametrize(
    "changes",
    [
        NARROW,
        {"announced": True},
        {"sample": Sample.TEST},
        {"sample": Sample.PREVIEW},
        {"mended": mended()},
    ],
)
def test_what_is_wanted_otherwise_is_another_body(changes: dict[str, Any]) -> None:
    long = ENTRIES[0].model_copy(update={"text": f"{SENTENCE}\n\n{SENTENCE}"})
    first, second = alert(overview=long), alert(overview=long, **changes)
    assert alert_body(first, language()).groups != alert_body(second, language()).groups


def test_dates_are_in_the_language_of_the_server() -> None:
    assert "28. Januar 2022" in alert_body(alert(), language("de")).groups[0][0]
