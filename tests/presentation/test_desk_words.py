"""What the desk's screens say in words: plainly, and named as the buttons that lead there."""

import pytest

from bot.domain.checks import Check, Finding
from bot.presentation.desk_checks import sentence
from bot.presentation.desk_forms import desk_form
from bot.presentation.desk_ids import DeskForm
from bot.presentation.desk_out import reach_line
from bot.presentation.desk_parts import likely_card
from bot.presentation.desk_paste import paste_form
from bot.presentation.desk_shown import shown_card
from tests.presentation.benches import largest
from tests.presentation.examples import language
from tests.presentation.shown import text

SPEAKS = language()


def test_how_soon_channels_get_it_is_said_of_several_only() -> None:
    assert reach_line(1, 3) == "It goes to 1 channel."
    assert reach_line(2, 0.2) == "It goes to 2 channels, all within 1 second."
    assert reach_line(960, 20) == "It goes to 960 channels, all within 20 seconds."


@pytest.mark.parametrize(
    ("verb", "title"),
    [("fmast", "Number, date, title"), ("fsource", "Where the quote is from")],
)
def test_a_form_is_named_by_what_is_asked(verb: str, title: str) -> None:
    assert desk_form(DeskForm(verb, 1, 1, None, None), {}).to_dict()["title"] == title


def test_what_is_only_probably_right_says_where_to_change_it() -> None:
    shown = text(likely_card(largest(sections=2), SPEAKS))
    assert "What is wrong is changed under **Quotes** or **Events**." in shown


def test_an_alert_needs_no_quote() -> None:
    assert "Choose up to 3 quotes, or none." in text(shown_card(largest(sections=2)))


def test_a_mark_without_a_partner_is_called_what_it_is() -> None:
    found = Finding(check=Check.UNBALANCED, detail="We sail,” said")
    assert sentence(found, [], SPEAKS) == (
        "A quotation mark or bracket in the issue has no partner: “We sail,” said”"
    )


def test_a_window_to_paste_into_says_what_becomes_of_a_longer_text() -> None:
    hints = [
        [each.get("description") for each in form.to_dict()["components"]]
        for form in (paste_form(), paste_form(1))
    ]
    assert hints == [
        ["A longer text goes on in a second window.", "txt, md, html or docx, up to 2 MB."],
        ["From where it was cut."],
    ]
