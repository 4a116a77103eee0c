"""What a message shows is read from its controls."""

import pytest

from bot.presentation.custom_id import CiteItem, FromAlert, InContextOf, ShareItem, Turn
from bot.presentation.shown_in import issues_shown, item_shown

SECTION = Turn("section", 12, None, 3, 1, short=False, asker=0)


@pytest.mark.parametrize(
    ("ids", "issues"),
    [
        ([], []),
        ([FromAlert(12, 99)], [12]),
        ([SECTION, FromAlert(7, 0), SECTION], [12, 7]),
        ([CiteItem("i5"), CiteItem("s5"), CiteItem("q5")], [5]),
        (["alert:1", "alert:x:y", "", "alert:1:2:3", "setup:1"], []),
    ],
)
def test_the_issues_that_controls_name(ids: list[object], issues: list[int]) -> None:
    assert issues_shown(map(str, ids)) == issues


@pytest.mark.parametrize(
    ("ids", "item"),
    [
        ([], None),
        ([SECTION, CiteItem("q345"), ShareItem("q345", context=True, short=False)], "#q345"),
        ([InContextOf("q3", short=False, asker=0)], "#q3"),
        ([CiteItem("e7")], "#e7"),
        ([CiteItem("s7"), CiteItem("i7")], None),
        ([CiteItem("q1"), CiteItem("q2")], None),
    ],
)
def test_the_item_that_a_card_is_about(ids: list[object], item: str | None) -> None:
    found = item_shown(map(str, ids))
    assert (str(found) if found else None) == item
