"""Records to show: invented releases and receipts, and a strategy for any of them."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from bot.domain.delivery import Act, DeliveryState
from bot.domain.receipt import Count, Receipt
from bot.domain.release import Release, ReleaseKind, ReleaseState
from tests.presentation.entries import issues, keys, moments
from tests.presentation.examples import MORNING, issue
from tests.presentation.texts import long_texts


def release(**changes: Any) -> Release:
    """The publication of the policy briefing's issue, done."""
    made = Release(
        id=7,
        issue=issue(),
        kind=ReleaseKind.PUBLICATION,
        state=ReleaseState.DONE,
        author="Ada Quill",
        made_at=MORNING,
        due_at=MORNING,
    )
    return made.model_copy(update=changes)


def count(act: Act, state: DeliveryState, number: int, reason: str = "") -> Count:
    """So many acts of that kind that stand so."""
    return Count(act=act, state=state, reason=reason, number=number)


def receipt(*counts: Count, **changes: Any) -> Receipt:
    """What became of it, within 24 seconds."""
    last = MORNING + timedelta(seconds=24)
    made = Receipt(release=release(**changes), counts=counts)
    sent = any(each.state is DeliveryState.SENT for each in counts)
    return made.model_copy(update={"first": MORNING, "last": last} if sent else {})


_counts = st.builds(
    Count,
    act=st.sampled_from(Act),
    state=st.sampled_from(DeliveryState),
    reason=long_texts,
    number=st.integers(1, 10**6),
)
_releases = st.builds(
    lambda made, reason, author, kind, state: made.model_copy(
        update={"reason": reason, "author": author, "kind": kind, "state": state}
    ),
    st.builds(lambda key, found: release(id=key, issue=found), keys, issues),
    long_texts,
    long_texts,
    st.sampled_from(ReleaseKind),
    st.sampled_from(ReleaseState),
)
receipts = st.builds(
    Receipt,
    release=_releases,
    counts=st.lists(_counts, max_size=40).map(tuple),
    first=st.none() | moments,
    last=st.none() | moments,
)
