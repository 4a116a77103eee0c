"""What a button carries comes back from its text, and from no other kind's."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.presentation.custom_id import (
    Ask,
    Browse,
    CustomId,
    Jump,
    Open,
    OpenIssue,
    Share,
    Switch,
    Turn,
)
from tests.presentation.custom_ids import KINDS, kind_of

keys = st.integers(0, 10**12 - 1)
users = st.integers(0, 10**20 - 1)
pages = st.integers(0, 10**6 - 1)
countries = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)
some = st.none() | countries
flags = st.booleans()

any_id = st.one_of(
    st.builds(
        Turn,
        st.sampled_from(("prev", "next", "whole", "reload")),
        keys,
        some,
        keys,
        pages,
        flags,
        users,
    ),
    st.builds(Jump, keys, some, keys, pages, flags, users),
    st.builds(Switch, keys, some, flags, users),
    st.builds(Ask, countries, st.none() | keys, flags, users),
    st.builds(Open, keys, flags, users),
    st.builds(OpenIssue, keys, flags, users),
    st.builds(Browse, pages, flags, users),
    st.builds(Share, keys, some, keys, pages, flags),
)


@given(any_id)
def test_any_id_comes_back_from_its_text(carried: CustomId) -> None:
    assert kind_of(str(carried)) == carried
    assert len(str(carried)) <= 100


@given(any_id)
def test_no_template_matches_the_beginning_of_another_kind(carried: CustomId) -> None:
    matching = [kind for kind in KINDS if re.match(kind.TEMPLATE, str(carried))]
    assert matching == [type(carried)]


def test_the_longest_id_fits() -> None:
    longest = Turn(
        "previous", 10**12 - 1, "RU", 10**12 - 1, 10**6 - 1, short=True, asker=10**20 - 1
    )
    assert len(str(longest)) <= 100


def test_the_text_is_readable() -> None:
    assert str(Turn("next", 7, None, 3, 2, short=False, asker=5)) == "turn:next:7:-:3:2:0:5"


@pytest.mark.parametrize(
    "text",
    [
        "turn:next:7:ru:3:1:0:5",
        "turn:next:7:RUS:3:1:0:5",
        "turn:next:-:RU:3:1:0:5",
        "turn:next:7:RU:3:1:2:5",
        "turn:next:٧:RU:3:1:0:5",
        "turn:next:1234567890123:RU:3:1:0:5",
        "turn:next:7:RU:3:1:0:5:6",
        "jump",
    ],
)
def test_what_we_never_wrote_is_not_understood(text: str) -> None:
    assert not any(re.fullmatch(kind.TEMPLATE, text) for kind in KINDS)
