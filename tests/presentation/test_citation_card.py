"""The card of a citation holds three forms that can be copied."""

import re

from bot.domain.listing import Cited
from bot.presentation.answers import render
from bot.presentation.place import Place
from tests.presentation.examples import issue, language
from tests.presentation.items import said
from tests.presentation.shown import assert_sendable, buttons, text


def shown(words: str) -> str:
    card = render(Cited(issue=issue(), item=said(text=words)), Place(), language())
    assert_sendable(card)
    assert buttons(card) == {}
    return text(card)


def test_each_form_stands_below_its_heading_in_a_block_of_code() -> None:
    forms = re.findall(r"## ([^\n]+)\n```\n(.+?)\n```", shown("one day"), re.DOTALL)
    assert [name for name, _ in forms] == ["Plain text", "Markdown", "BibTeX"]
    assert all("one day" in form for _, form in forms)


def test_no_words_end_the_block_they_stand_in() -> None:
    assert shown("``` x ```` y `").count("```") == 6


def test_nobody_is_pinged_by_a_citation() -> None:
    assert "@everyone" not in shown("@everyone and @here")


def test_long_words_of_many_marks_fit() -> None:
    assert len(shown("{\\^} " * 900)) < 4000
