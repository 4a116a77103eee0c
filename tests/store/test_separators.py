"""Separators are signs, and never letters, marks or numbers."""

import unicodedata

from bot.store.separators import separators


def test_separators_are_no_part_of_a_word() -> None:
    wordy = [c for c in separators() if unicodedata.category(c)[0] in "LMN"]
    assert wordy == []


def test_separators_are_those_that_people_type() -> None:
    assert set("₿₽⸼🫠🛸\u061c\u2066\u2069") <= set(separators())
    assert not set(separators()) & set("'\"-*():^ aя中\u0301")


def test_separators_come_once_in_their_order() -> None:
    assert list(separators()) == sorted(set(separators()))
