"""What servers have set up: examples, and a strategy for any of it."""

from typing import Any

from hypothesis import strategies as st

from bot.domain.server_choices import ServerChoices
from bot.presentation.setup_state import SetupState
from tests.presentation.entries import briefings
from tests.presentation.subscriptions import accesses, any_seen, snowflakes
from tests.presentation.texts import short_texts

SERVER = 20


def setup_state(*, choices: ServerChoices | None = None, **changes: Any) -> SetupState:
    """A server that has set up nothing."""
    return SetupState(server=SERVER, choices=choices or ServerChoices(), **changes)


any_choices = st.builds(
    ServerChoices,
    notice_channel=st.none() | snowflakes,
    log_channel=st.none() | snowflakes,
    time_zone=st.none() | short_texts,
    editor_role=st.none() | snowflakes,
    two_people=st.booleans(),
)
any_setup = st.builds(
    SetupState,
    server=snowflakes,
    choices=any_choices,
    alerts=st.lists(any_seen, max_size=12).map(tuple),
    own=st.lists(briefings, max_size=8).map(tuple),
    may_publish=st.booleans(),
    notices=st.none() | accesses,
    log=st.none() | accesses,
)
