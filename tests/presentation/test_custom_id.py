"""What a button carries comes back from its text, and from no other kind's."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cursor import Cursor, Way
from bot.domain.filter import Filter, Listed
from bot.presentation.custom_id import (
    Ask,
    Browse,
    CheckAgain,
    CiteItem,
    CustomId,
    FromAlert,
    InContextOf,
    Jump,
    ListJump,
    ListPage,
    ListShare,
    ListSwitch,
    Open,
    OpenIssue,
    OpenItem,
    ResendUncertain,
    RetryFailed,
    SendLast,
    Share,
    ShareItem,
    Switch,
    Turn,
    number,
)
from bot.presentation.desk_briefing_ids import DeskMake, DeskTurn
from bot.presentation.desk_ids import DeskPast, DeskThen
from bot.presentation.desk_reach_ids import ReachPage, ReachPick, ReachServer
from bot.presentation.list_state import MOST, must_be_kept, state, written
from bot.presentation.place import Place
from bot.presentation.setup_ids import SetupAgain, SetupForm, SetupPage, SetupPick, SetupTo
from bot.presentation.subscription_ids import (
    DeleteTest,
    DeleteTestPost,
    Manage,
    Panel,
    Restore,
    SendMissed,
    SubscriptionList,
)
from tests.presentation.custom_ids import KINDS, kind_of
from tests.presentation.lists import cursors, filters, references

keys = st.integers(0, 10**12 - 1)


@pytest.mark.parametrize("text", ["", "-1", "1e3", " 1", "²", "١", "9" * 13, "1\n"])
def test_what_no_menu_of_ours_gives_is_no_number(text: str) -> None:
    assert number(text) is None


def test_a_number_is_read_as_it_was_written() -> None:
    assert (number("0"), number("9" * 12)) == (0, 10**12 - 1)


users = st.integers(0, 10**20 - 1)
pages = st.integers(0, 10**6 - 1)
countries = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)
some = st.none() | countries
flags = st.booleans()
steps = st.sampled_from(("prev", "next", "list", "drop"))
verbs = st.sampled_from(("channels", "list", "remove", "end"))
states = st.builds(
    lambda asked, key: state(asked, Place(kept=key if must_be_kept(asked) else None)),
    filters,
    keys,
)

versions = st.integers(0, 10**9 - 1)
marks = st.builds(lambda kind, number: f"{kind}{number}", st.sampled_from("vr"), versions)

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
    st.builds(ListPage, steps, cursors, flags, users, states),
    st.builds(ListJump, cursors, flags, users, states),
    st.builds(ListSwitch, cursors, flags, users, states),
    st.builds(ListShare, cursors, flags, states),
    st.builds(OpenItem, references, flags, users),
    st.builds(InContextOf, references, flags, users),
    st.builds(CiteItem, references),
    st.builds(ShareItem, references, flags, flags),
    st.builds(FromAlert, keys, keys),
    st.builds(RetryFailed, keys),
    st.builds(ResendUncertain, keys),
    st.builds(CheckAgain, keys),
    st.builds(SendLast, keys),
    st.builds(SendMissed, keys, st.integers(0, 10**11 - 1)),
    st.builds(Panel, verbs, keys),
    st.builds(SubscriptionList, verbs, pages),
    st.builds(Manage, verbs, keys),
    st.builds(Restore, keys),
    st.just(DeleteTest()),
    st.just(DeleteTestPost()),
    st.builds(SetupPage, verbs, pages),
    st.builds(SetupPick, verbs, pages),
    st.builds(SetupTo, verbs, keys),
    st.builds(DeskPast, keys, pages),
    st.builds(DeskThen, verbs, keys, versions, pages, pages, marks),
    st.just(SetupForm()),
    st.builds(SetupAgain, keys),
    st.builds(DeskMake, verbs, keys),
    st.builds(DeskTurn, verbs, keys),
    st.builds(ReachPage, verbs, keys, pages),
    st.builds(ReachPick, verbs, keys, pages),
    st.builds(ReachServer, verbs, keys, users, pages),
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


def test_the_longest_id_of_a_list_has_room_for_every_state_that_is_not_kept() -> None:
    longest = ListPage(
        "prev", f"o2022-01-21.{10**12 - 1}", short=True, asker=10**20 - 1, state="q" * MOST
    )
    assert len(str(longest)) == 100


def test_a_list_goes_on_from_what_its_button_says() -> None:
    text = "page:next:o2022-01-21.345:0:5:q1&cRU&sorlov-"
    asked = Filter(listed=Listed.QUOTES, briefing=1, country="RU", speaker="orlov")
    cursor = str(Cursor(way=Way.OLDER, day="2022-01-21", id=345))
    assert kind_of(text) == ListPage("next", cursor, short=False, asker=5, state=written(asked))


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
        "page:next:o2022-1-21.345:0:5:q1",
        "page:next:x345:0:5:q1",
        "page:next:-:0:5:",
        "page:next:-:0:5:-",
        "page:next:-:0:5:q1:",
        "page:next:-:0:5:q1 ",
        "page:next:-:0:5:q1\n",
        "page:next:-:0:5:qé",
        "item:345:0:5",
        "item:q0345:0:5",
        "cite:-",
        "alert:244",
        "alert:244:-",
        "retry:-",
        "recheck:1:2",
        "manage::1",
        "manage:pause:-",
        "subscribe:done:1:2",
        "untest:1",
        "setup:home",
        "setupto:alerts:x",
        "setupform:1",
        "deskturn:public:1:2",
        "reach:home:1",
        "reachsrv:show:1:-:0",
        "reachsrv:show:1:123456789012345678901:0",
    ],
)
def test_what_we_never_wrote_is_not_understood(text: str) -> None:
    assert not any(re.fullmatch(kind.TEMPLATE, text) for kind in KINDS)
