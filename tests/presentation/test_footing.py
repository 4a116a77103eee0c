"""A shared card names who shared it."""

from bot.presentation.footing import footing
from bot.presentation.place import Place


def test_who_shared_it_is_named_in_small() -> None:
    assert footing(Place(shared_by="Ada *Q*")) == "-# shared by Ada \\*Q\\*"


def test_nobody_shared_it_no_line() -> None:
    assert footing(Place()) == ""
    assert footing(Place(shared_by=" \u200b")) == ""
