"""A place is what it says when nothing is said."""

from dataclasses import replace

from bot.presentation.place import Place


def test_an_answer_is_private_unless_told_otherwise() -> None:
    assert Place().private


def test_a_place_can_be_the_key_of_what_was_shown() -> None:
    assert {Place(asker=1, page=2): "seen"}[replace(Place(asker=1), page=2)] == "seen"
