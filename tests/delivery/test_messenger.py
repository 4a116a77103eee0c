"""The messenger: what is looked for, what is done, and what is decided, for each delivery."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.delivery.messenger import Messenger
from bot.delivery.sender import Looked, Sender
from bot.domain.briefing import Briefing
from bot.domain.delivery import Act, Copy, CopyKind, Delivery
from bot.domain.issue import State
from bot.domain.outcome import (
    Again,
    Decision,
    Done,
    Doubt,
    Fail,
    Heard,
    Late,
    Skip,
    StopAll,
    StopRelease,
)
from bot.domain.release import ReleaseKind
from bot.domain.subscription import Place, Subscription, Wishes
from tests.moments import NOW, later

NEWSROOM, ABROAD = 1, 5
SHOWN = 3
"""The revision that a message shows."""

LONG_AGO, JUST_NOW = later(minutes=-3), later(minutes=-1)
FOUND = Looked(message=50)
NOT_THERE = Looked()
UNCERTAIN = Looked(certain=False)
PRIVATE = Skip(reason="the briefing is private now")
GONE = Skip(reason="the message is gone, or shows something else now")
WITHDRAWN = Skip(reason="the issue was withdrawn")
LATE = Late(reason="it came too late")


class Hand(Sender):
    """A sender without Discord: it notes what is asked of it, and says what it was told to."""

    def __init__(self) -> None:
        self.heard = Heard(status=200, message=60)
        self.looked = NOT_THERE
        self.asked: list[str] = []
        self.nonces: list[str] = []
        self.too_late: Callable[[], bool] = lambda: False

    async def do(
        self, delivery: Delivery, nonce: str, too_late: Callable[[], bool] = lambda: False
    ) -> tuple[Heard, int]:
        self.asked.append("do")
        self.nonces.append(nonce)
        self.too_late = too_late
        return self.heard, SHOWN

    async def look(self, delivery: Delivery) -> Looked:
        self.asked.append("look")
        return self.looked


class Errand:
    """A messenger, and the clock that it looks at."""

    def __init__(self) -> None:
        self.hand = Hand()
        self.time = NOW
        self.messenger = Messenger(self.hand, self.now)
        self.messenger.salt = "salt"

    def now(self) -> datetime:
        return self.time

    async def decides(self, delivery: Delivery) -> Decision:
        return (await self.messenger.carry(delivery)).decision


@pytest.fixture
def errand() -> Errand:
    return Errand()


def copy(kind: CopyKind = CopyKind.ALERT, server: int | None = NEWSROOM) -> Copy:
    return Copy(
        id=1, issue=1, server=server, channel=10, message=50, kind=kind, revision=1, posted_at=NOW
    )


def subscribed(server: int) -> Subscription:
    """One of a channel of that server."""
    briefing = Briefing.model_construct(id=1, newsroom=NEWSROOM, name="Tides", public=True)
    return Subscription.model_construct(
        id=1, place=Place(server=server, channel=10), briefing=briefing, wishes=Wishes()
    )


def delivery(act: Act = Act.SEND, server: int = NEWSROOM, **more: Any) -> Delivery:
    """One that was claimed now, for a channel of that server."""
    return Delivery.model_construct(
        **{
            "id": 9,
            "act": act,
            "release": 1,
            "kind": ReleaseKind.PUBLICATION,
            "issue": 1,
            "issue_state": State.PUBLISHED,
            "revision": 2,
            "channel": 10,
            "newsroom": NEWSROOM,
            "sending_at": NOW,
            "subscription": subscribed(server),
            "copy_of": None if act is Act.SEND else copy(server=server),
        }
        | more
    )


POSTS = [act for act in Act if act.posts]
CHANGES = [act for act in Act if not act.posts]


@pytest.mark.parametrize("act", Act)
async def test_what_was_never_tried_is_done_without_looking(errand: Errand, act: Act) -> None:
    ended = await errand.messenger.carry(delivery(act))
    assert (ended.decision, ended.revision, ended.maybe) == (Done(message=60), SHOWN, False)
    assert (errand.hand.asked, errand.hand.nonces) == (["do"], ["salt9"])


@pytest.mark.parametrize("act", POSTS)
async def test_what_is_fresh_in_doubt_is_done_again_and_nobody_knows_what_it_shows(
    errand: Errand, act: Act
) -> None:
    ended = await errand.messenger.carry(delivery(act, unsure_since=JUST_NOW))
    assert (ended.decision, ended.revision) == (Done(message=60), 0)
    assert errand.hand.asked == ["do"]


@pytest.mark.parametrize("act", POSTS)
@pytest.mark.parametrize(
    ("looked", "decision", "asked"),
    [
        (FOUND, Done(message=50), ["look"]),
        (NOT_THERE, Done(message=60), ["look", "do"]),
        (
            UNCERTAIN,
            Doubt(reason="it may have come through, and the bot may not read the channel to see"),
            ["look"],
        ),
        (
            Looked(certain=False, heard=Heard(status=401)),
            StopAll(reason="Discord does not know the token any more"),
            ["look"],
        ),
    ],
)
async def test_what_is_long_in_doubt_is_looked_for_first(
    errand: Errand, act: Act, looked: Looked, decision: Decision, asked: list[str]
) -> None:
    errand.hand.looked = looked
    assert await errand.decides(delivery(act, unsure_since=LONG_AGO)) == decision
    assert errand.hand.asked == asked


async def test_a_look_that_fails_is_tried_again(errand: Errand) -> None:
    errand.hand.looked = Looked(certain=False, heard=Heard(status=503))
    decision = await errand.decides(delivery(unsure_since=LONG_AGO))
    assert isinstance(decision, Again)
    assert errand.hand.asked == ["look"]


@pytest.mark.parametrize("act", CHANGES)
async def test_what_makes_no_message_is_done_again_however_long_it_is_in_doubt(
    errand: Errand, act: Act
) -> None:
    assert await errand.decides(delivery(act, unsure_since=LONG_AGO)) == Done(message=60)
    assert errand.hand.asked == ["do"]


async def test_a_notice_of_a_withdrawal_bears_nothing_to_be_known_by(errand: Errand) -> None:
    notice = delivery(Act.REPLY, kind=ReleaseKind.WITHDRAWAL, unsure_since=LONG_AGO)
    assert isinstance(await errand.decides(notice), Doubt)
    assert errand.hand.asked == []


@pytest.mark.parametrize(
    ("unsure", "passed", "late"),
    [
        (None, timedelta(minutes=2), False),
        (None, timedelta(minutes=2, seconds=1), True),
        (JUST_NOW, timedelta(minutes=1), False),
        (JUST_NOW, timedelta(minutes=1, seconds=1), True),
    ],
)
async def test_a_request_may_leave_as_long_as_discord_knows_its_nonce(
    errand: Errand, unsure: datetime | None, passed: timedelta, *, late: bool
) -> None:
    await errand.decides(delivery(unsure_since=unsure))
    assert not errand.hand.too_late()
    errand.time = NOW + passed
    assert errand.hand.too_late() is late


async def test_what_is_surely_not_there_counts_from_this_attempt_on(errand: Errand) -> None:
    await errand.decides(delivery(unsure_since=LONG_AGO))
    assert errand.hand.asked == ["look", "do"]
    assert not errand.hand.too_late()


async def test_what_may_have_come_through_is_said_whatever_was_heard(errand: Errand) -> None:
    errand.hand.heard = Heard(status=429, wait=9, maybe=True)
    ended = await errand.messenger.carry(delivery())
    assert isinstance(ended.decision, Again)
    assert ended.maybe


@pytest.mark.parametrize("act", POSTS)
@pytest.mark.parametrize(
    ("expires", "decision"),
    [(None, Done(message=60)), (NOW, LATE), (later(minutes=1), Done(message=60))],
)
async def test_what_is_too_late_is_not_sent(
    errand: Errand, act: Act, expires: datetime | None, decision: Decision
) -> None:
    assert await errand.decides(delivery(act, expires_at=expires)) == decision


@pytest.mark.parametrize("act", CHANGES)
async def test_what_is_there_is_changed_however_late(errand: Errand, act: Act) -> None:
    assert await errand.decides(delivery(act, expires_at=NOW)) == Done(message=60)


@pytest.mark.parametrize("unsure", [JUST_NOW, LONG_AGO])
@pytest.mark.parametrize(("looked", "decision"), [(FOUND, Done(message=50)), (NOT_THERE, LATE)])
async def test_what_is_too_late_and_in_doubt_is_looked_for_and_not_sent(
    errand: Errand, unsure: datetime, looked: Looked, decision: Decision
) -> None:
    errand.hand.looked = looked
    asked = delivery(unsure_since=unsure, expires_at=NOW)
    assert await errand.decides(asked) == decision
    assert errand.hand.asked == ["look"]


@pytest.mark.parametrize(
    ("act", "server", "decision"),
    [
        (Act.SEND, NEWSROOM, Done(message=60)),
        (Act.EDIT, NEWSROOM, Done(message=60)),
        (Act.REPLY, NEWSROOM, Done(message=60)),
        (Act.CROSSPOST, NEWSROOM, PRIVATE),
        *((act, ABROAD, PRIVATE) for act in Act),
    ],
)
@pytest.mark.parametrize("nobody", [False, True])
async def test_a_private_briefing_does_not_leave_the_house(
    errand: Errand, act: Act, server: int, decision: Decision, *, nobody: bool
) -> None:
    told = delivery(act, server, public=False)
    if nobody and act is not Act.SEND:
        told = told.model_copy(update={"subscription": None})
    assert await errand.decides(told) == decision
    assert errand.hand.asked == (["do"] if isinstance(decision, Done) else [])


async def test_a_withdrawal_of_a_private_briefing_reaches_everybody(errand: Errand) -> None:
    edit = delivery(
        Act.EDIT,
        ABROAD,
        public=False,
        kind=ReleaseKind.WITHDRAWAL,
        issue_state=State.WITHDRAWN,
    )
    assert await errand.decides(edit) == Done(message=60)


@pytest.mark.parametrize("act", [act for act in Act if act is not Act.SEND])
async def test_a_copy_that_is_gone_is_left_alone(errand: Errand, act: Act) -> None:
    assert await errand.decides(delivery(act, copy_gone=True)) == GONE
    assert errand.hand.asked == []


@pytest.mark.parametrize("act", POSTS)
async def test_a_withdrawn_issue_is_not_told_any_more(errand: Errand, act: Act) -> None:
    told = delivery(act, issue_state=State.WITHDRAWN)
    assert await errand.decides(told) == WITHDRAWN
    fresh = told.model_copy(update={"unsure_since": JUST_NOW})
    assert await errand.decides(fresh) == Done(message=60)  # it is made known, to be edited
    notice = told.model_copy(update={"kind": ReleaseKind.WITHDRAWAL})
    assert await errand.decides(notice) == Done(message=60)


@pytest.mark.parametrize(
    ("kind", "decision"), [(CopyKind.ALERT, StopRelease), (CopyKind.SHARED, Fail)]
)
async def test_an_answer_that_somebody_shared_stops_no_release(
    errand: Errand, kind: CopyKind, decision: type[Decision]
) -> None:
    errand.hand.heard = Heard(status=400, code=50035)
    ended = await errand.decides(delivery(Act.EDIT, copy_of=copy(kind)))
    assert type(ended) is decision
