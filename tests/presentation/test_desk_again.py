"""What answers something typed that could not be taken says what was filled in, and no more."""

from bot.presentation.desk_again import again_card, sourceless_card
from tests.presentation.shown import text


def test_only_fields_that_were_filled_in_are_repeated() -> None:
    typed = {"words": "We sail at dawn,", "speaker": "Ada Quill", "role": " "}
    assert text(sourceless_card(typed, 1)).splitlines()[-3:] == [
        "You typed:",
        "- Words: We sail at dawn,",
        "- Speaker: Ada Quill",
    ]


def test_a_question_is_repeated_without_its_mark() -> None:
    typed = {"sentence": "Talks begin.", "day": "soon", "country": "", "expected": "yes"}
    shown = text(again_card("“soon” is no date.", "fadde", typed, 1))
    assert "- Is it expected, and has not happened yet: yes" in shown
    assert "Countries" not in shown


def test_an_empty_form_says_so() -> None:
    assert text(again_card("It has no words.", "faddq", {}, 1)).endswith("You typed:\n- nothing")
