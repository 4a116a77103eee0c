"""A briefing: where it is read."""

import pytest

from bot.domain.briefing import Briefing
from bot.domain.reader import Reader

HOME, ABROAD, OUT = 1, 2, 3


@pytest.mark.parametrize(
    ("server", "public", "read"),
    [
        (HOME, True, True),
        (HOME, False, True),
        (ABROAD, True, True),
        (ABROAD, False, False),
        (OUT, True, False),
        (OUT, False, False),
        (None, True, True),
        (None, False, False),
    ],
)
def test_it_is_read_at_home_and_where_it_is_open(
    server: int | None, public: bool, read: bool
) -> None:
    out = frozenset({OUT})
    briefing = Briefing(
        id=1, newsroom=HOME, newsroom_name="Tide Desk", name="Tides", public=public, kept_out=out
    )
    reader = Reader(user=7, server=server)
    assert briefing.open_to(server) is read
    assert reader.may_read(briefing) is read
    assert reader.is_kept_out(briefing) is (server == OUT)
