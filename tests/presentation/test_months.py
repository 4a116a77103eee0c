"""The months of a list in words, and where they lead."""

from bot.domain.cursor import Cursor
from bot.presentation.months import month_name, month_options
from tests.presentation.examples import language


def test_a_month_is_named_in_the_reader_s_language() -> None:
    assert month_name("2022-01", language()) == "January 2022"
    assert month_name("2022-01", language("fr")) == "janvier 2022"


def test_a_year_alone_is_named_as_such() -> None:
    assert month_name("2022", language()) == "2022"
    assert month_name("0001", language()) == "1 AD"
    assert month_name("9999-12", language()) == "December 9999"


def test_options_lead_to_their_month_and_mark_the_present_one() -> None:
    options = month_options(("2022-01", "2021"), "2021", Cursor.from_end, language())
    assert [(option.label, option.value, option.default) for option in options] == [
        ("January 2022", "o2022-01-99.0", False),
        ("2021", "o2021-00-99.0", True),
    ]


def test_no_option_is_there_twice() -> None:
    options = month_options(("2022-01", "2022-01"), "", Cursor.from_start, language())
    assert [option.value for option in options] == ["n2022-01.0"]
