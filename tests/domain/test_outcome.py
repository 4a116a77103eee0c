"""The outcome of an attempt: for each act and each answer of Discord, what is decided."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.delivery import Act, Venue
from bot.domain.outcome import (
    CONFIRMING_SECONDS,
    Again,
    Decision,
    Done,
    Doubt,
    Elsewhere,
    Fail,
    Heard,
    Instead,
    Pause,
    Skip,
    StopAll,
    StopRelease,
    decide,
)
from bot.domain.subscription import Standing

RELAXED = settings(deadline=None)
SEND, EDIT, REPLY, CROSSPOST = Act
POSTS = (SEND, REPLY)
EVERY = tuple(Act)
MIDDLE = 0.5
"""The chance that spreads nothing."""

NO_SIGHT, NO_WRITING = "the bot cannot see the channel", "the bot may not write in the channel"
CLOSED, MODERATED = "the thread is closed to the bot", "a moderation rule of the server blocks it"
GONE, TAKES_NONE = "the channel is gone", "the channel takes no messages any more"


def heard(status: int | None, code: int = 0, wait: float | None = None, about: str = "") -> Heard:
    return Heard(status=status, code=code, wait=wait, about=about)


def again(seconds: float, reason: str, *, unsure: bool = False) -> Again:
    return Again(seconds=seconds, reason=reason, unsure=unsure)


def first(reason: str) -> Again:
    """What a first refusal leads to: the question is asked again."""
    return again(CONFIRMING_SECONDS, reason)


def pause(standing: Standing, reason: str) -> Pause:
    return Pause(standing=standing, reason=reason)


def refused(status: int, code: int = 0) -> Fail:
    """What Discord says "No." to, and why is a matter of this one."""
    named = f", code {code}" if code else ""
    return Fail(reason=f"Discord does not take it ({status}{named}: No.)")


# The acts, what was heard, what had been noted for the attempt before, and what is decided.
ACCEPTED = [
    (EVERY, heard(200), "", Done()),
    (EVERY, heard(201), "", Done()),
    (EVERY, heard(204), "", Done()),
    (EVERY, Heard(status=200, message=9), "", Done(message=9)),
]
TOLD_TO_WAIT = [
    # of the route, of everything, and of whoever stands before Discord
    (EVERY, heard(429, wait=3), "", again(3.5, "Discord asked to wait")),
    (EVERY, Heard(status=429, wait=9, everyone=True), "", again(9.5, "Discord asked to wait")),
    (EVERY, heard(429, wait=600), "", again(600.5, "Discord asked to wait")),
    (EVERY, heard(429, wait=0), "", again(0.5, "Discord asked to wait")),
    (EVERY, heard(429), "", again(1.0, "Discord asked to wait")),
    (EVERY, heard(429, 20028, wait=3), "", again(3.5, "Discord asked to wait")),
    (
        [EDIT],
        heard(429, 30046, wait=900),
        "",
        Instead(reason="Discord takes no more edits of messages older than an hour"),
    ),
    (
        [EDIT],
        heard(429, 30046),
        "",
        Instead(reason="Discord takes no more edits of messages older than an hour"),
    ),
    ([SEND, REPLY, CROSSPOST], heard(429, 30046), "", again(1.0, "Discord asked to wait")),
    ([CROSSPOST], heard(429, 20022, wait=1800), "", again(1800.5, "Discord asked to wait")),
]
NOT_TO_BE_TOLD = [
    *(
        (EVERY, heard(status), "", again(0.5, f"Discord had an error ({status})", unsure=True))
        for status in (500, 502, 503, 504, 520, 522, 524)
    ),
    (
        EVERY,
        heard(None, about="no answer in time"),
        "",
        again(0.5, "no answer in time", unsure=True),
    ),
    (
        EVERY,
        heard(None, about="the connection broke (ClientOSError)"),
        "",
        again(0.5, "the connection broke (ClientOSError)", unsure=True),
    ),
    # a server error is not believed, whatever code it bears
    (EVERY, heard(503, 50001), NO_SIGHT, again(0.5, "Discord had an error (503)", unsure=True)),
]
RIGHTS = [
    ([SEND, EDIT, REPLY], heard(403, 50001), "", first(NO_SIGHT)),
    ([SEND, EDIT, REPLY], heard(403, 50001), NO_SIGHT, pause(Standing.NO_RIGHT, NO_SIGHT)),
    ([SEND, EDIT, REPLY], heard(403, 50013), "", first(NO_WRITING)),
    ([SEND, EDIT, REPLY], heard(403, 50013), NO_WRITING, pause(Standing.NO_RIGHT, NO_WRITING)),
    ([SEND, EDIT, REPLY], heard(400, 50083), "", first(CLOSED)),
    ([SEND, EDIT, REPLY], heard(400, 50083), CLOSED, pause(Standing.NO_RIGHT, CLOSED)),
    ([SEND, EDIT, REPLY], heard(400, 160005), "", first(CLOSED)),
    ([SEND, EDIT, REPLY], heard(400, 160005), CLOSED, pause(Standing.NO_RIGHT, CLOSED)),
    # another refusal than before, or something else in between, confirms nothing
    ([SEND, EDIT, REPLY], heard(403, 50013), NO_SIGHT, first(NO_WRITING)),
    ([SEND, EDIT, REPLY], heard(403, 50001), "Discord had an error (503)", first(NO_SIGHT)),
    *(
        ([CROSSPOST], heard(403, code, about="No."), last, refused(403, code))
        for code in (50001, 50013, 50083, 160005)
        for last in ("", NO_SIGHT, NO_WRITING, CLOSED)
    ),
    # not Discord's own: Cloudflare's page bears no code
    (EVERY, heard(403), "", again(60, "something before Discord refuses the bot")),
    (EVERY, heard(403), NO_SIGHT, again(60, "something before Discord refuses the bot")),
]
LOST = [
    ([SEND], heard(404, 10003), "", first(GONE)),
    ([SEND], heard(404, 10003), GONE, pause(Standing.GONE, GONE)),
    ([SEND], heard(404, 10004), "", first(GONE)),
    ([SEND], heard(404, 10004), GONE, pause(Standing.GONE, GONE)),
    ([SEND], heard(404, 10003), NO_SIGHT, first(GONE)),
    ([EDIT, REPLY, CROSSPOST], heard(404, 10003), "", Skip(reason=GONE)),
    ([EDIT, REPLY, CROSSPOST], heard(404, 10004), "", Skip(reason=GONE)),
    (EVERY, heard(404, 10008), "", Skip(reason="the message was deleted")),
    ([EDIT], heard(403, 50005), "", Skip(reason="the message is not ours to edit")),
    *(
        row
        for code in (50024, 50008)
        for row in (
            ([SEND], heard(400, code), "", first(TAKES_NONE)),
            ([SEND], heard(400, code), GONE, first(TAKES_NONE)),
            ([SEND], heard(400, code), TAKES_NONE, pause(Standing.GONE, TAKES_NONE)),
            ([EDIT, REPLY], heard(400, code), "", Skip(reason=TAKES_NONE)),
        )
    ),
    ([CROSSPOST], heard(400, 50008), "", Skip(reason=TAKES_NONE)),
    (
        [CROSSPOST],
        heard(400, 50024),
        "",
        Skip(reason="it is no announcement channel any more"),
    ),
]
ONE_ONLY = [
    ([CROSSPOST], heard(400, 40033), "", Done()),
    *(
        row
        for code in (200000, 200001, 240000)
        for row in (
            ([SEND, EDIT, REPLY], heard(400, code), "", Fail(reason=MODERATED)),
            ([CROSSPOST], heard(400, code, about="No."), "", refused(400, code)),
        )
    ),
    # what only this channel, or this message, is refused for
    (EVERY, heard(403, 20009, about="No."), "", refused(403, 20009)),
    (EVERY, heard(404, about="No."), "", refused(404)),
    (EVERY, heard(404, 10062, about="No."), "", refused(404, 10062)),
    (EVERY, heard(400, 160002, about="No."), "", refused(400, 160002)),
    ([SEND, EDIT, REPLY], heard(400, 40033, about="No."), "", refused(400, 40033)),
    ([SEND, REPLY, CROSSPOST], heard(403, 50005, about="No."), "", refused(403, 50005)),
    # even with a code that would be ours
    (EVERY, heard(404, 50035, about="No."), "", refused(404, 50035)),
    (EVERY, heard(403, 50006, about="No."), "", refused(403, 50006)),
    # a crosspost says nothing that Discord might not take
    *(
        ([CROSSPOST], heard(400, code, about="No."), "", refused(400, code))
        for code in (0, 50006, 50035, 50109)
    ),
]
OURS = [
    (
        [SEND, EDIT, REPLY],
        heard(status, code, about="No."),
        "",
        StopRelease(reason=refused(status, code).reason),
    )
    for status, code in (
        (400, 0),
        (400, 50006),
        (400, 50035),
        (400, 50109),
        (405, 0),
        (413, 0),
        (301, 0),
    )
]
UNKNOWN = [
    (EVERY, heard(401), "", StopAll(reason="Discord does not know the token any more")),
    (EVERY, heard(401, 50027), "", StopAll(reason="Discord does not know the token any more")),
]
TABLE = [
    (act, *row)
    for acts, *row in (
        *(*ACCEPTED, *TOLD_TO_WAIT, *NOT_TO_BE_TOLD),
        *(*RIGHTS, *LOST, *ONE_ONLY, *OURS, *UNKNOWN),
    )
    for act in acts
]


def _name(value: object) -> str | None:
    if isinstance(value, Heard):
        return f"{value.status} {value.code}"
    return type(value).__name__ if isinstance(value, Decision) else None


@pytest.mark.parametrize(("act", "said", "last", "decision"), TABLE, ids=_name)
def test_what_is_decided(act: Act, said: Heard, last: str, decision: Decision) -> None:
    assert decide(act, said, 1, last, MIDDLE) == decision


TAGLESS = "the forum wants a tag on every post, and has none that the bot may use"
DELETED, SHUT = "the post was deleted", "the post is closed to the bot"
IN_FORUMS = [
    # a post may be there: it is looked for, when Discord is surely done with the request
    (SEND, Venue.FORUM, heard(503), "", again(10, "Discord had an error (503)", unsure=True)),
    (SEND, Venue.FORUM, heard(None, about="broken"), "", again(10, "broken", unsure=True)),
    (
        SEND,
        Venue.FORUM,
        Heard(status=429, wait=1, maybe=True),
        "",
        again(10, "Discord asked to wait"),
    ),
    (SEND, Venue.FORUM, Heard(about="no turn", left=False), "", again(0.5, "no turn")),
    (SEND, Venue.FORUM, heard(429, wait=3), "", again(3.5, "Discord asked to wait")),
    (SEND, Venue.FORUM, heard(400, 40067), "", first(TAGLESS)),
    (SEND, Venue.FORUM, heard(400, 40067), TAGLESS, pause(Standing.NO_RIGHT, TAGLESS)),
    (SEND, Venue.FORUM, heard(404, 10003), GONE, pause(Standing.GONE, GONE)),
    # a post that is closed closes no forum
    *(
        row
        for status, code, reason in ((404, 10003, DELETED), (400, 50083, SHUT), (400, 160005, SHUT))
        for row in (
            (SEND, Venue.POST, heard(status, code), "", Elsewhere(reason=reason)),
            (EDIT, Venue.POST, heard(status, code), "", Skip(reason=reason)),
            (REPLY, Venue.POST, heard(status, code), "", Skip(reason=reason)),
        )
    ),
    (SEND, Venue.POST, heard(403, 50013), "", first(NO_WRITING)),
    (SEND, Venue.POST, heard(403, 50013), NO_WRITING, pause(Standing.NO_RIGHT, NO_WRITING)),
    (SEND, Venue.POST, heard(503), "", again(0.5, "Discord had an error (503)", unsure=True)),
]


@pytest.mark.parametrize(("act", "venue", "said", "last", "decision"), IN_FORUMS, ids=_name)
def test_what_is_decided_in_forums(
    act: Act, venue: Venue, said: Heard, last: str, decision: Decision
) -> None:
    assert decide(act, said, 1, last, MIDDLE, venue) == decision


acts, chances = st.sampled_from(Act), st.floats(0, 1)
counts = st.integers(1, 10**6)
_CODES = """
    0 10003 10008 30046 40033 50001 50005 50006 50008 50013 50024 50035 50083 50109 160005 200000
    240000
"""
_codes = st.sampled_from([int(code) for code in _CODES.split()])
said = st.builds(
    Heard,
    status=st.none() | st.integers(100, 599) | st.sampled_from((200, 400, 401, 403, 404, 429, 500)),
    code=_codes | st.integers(0, 300_000),
    wait=st.none() | st.floats(0, 10**6),
    everyone=st.booleans(),
    message=st.none() | st.integers(1, 2**63),
    about=st.text(max_size=20),
    left=st.booleans(),
    maybe=st.booleans(),
)


@RELAXED
@given(acts, said, counts, st.sampled_from(("", NO_SIGHT, NO_WRITING, CLOSED, GONE)), chances)
def test_something_is_decided_whatever_is_heard(
    act: Act, heard: Heard, attempts: int, last: str, chance: float
) -> None:
    decision = decide(act, heard, attempts, last, chance)
    assert not isinstance(decision, Doubt), "of that, an answer of Discord knows nothing"
    assert isinstance(decision, Done) == (heard.status in range(200, 300)) or (
        act is CROSSPOST and heard.code == 40033
    )
    if isinstance(decision, Again):
        assert decision.seconds >= 0
        assert decision.unsure == (heard.left if heard.status is None else heard.status >= 500)
    elif not isinstance(decision, Done):
        assert decision.reason


@RELAXED
@given(said, counts, st.sampled_from(("", NO_SIGHT, GONE)), chances)
def test_a_crosspost_stops_no_release_and_pauses_nobody(
    heard: Heard, attempts: int, last: str, chance: float
) -> None:
    decision = decide(CROSSPOST, heard, attempts, last, chance)
    assert not isinstance(decision, StopRelease | Pause)


@RELAXED
@given(acts, said, counts, chances)
def test_a_first_refusal_pauses_nothing(
    act: Act, heard: Heard, attempts: int, chance: float
) -> None:
    assert not isinstance(decide(act, heard, attempts, "", chance), Pause)


@RELAXED
@given(acts, said, counts, chances)
def test_what_is_asked_again_and_refused_for_the_same_reason_pauses(
    act: Act, heard: Heard, attempts: int, chance: float
) -> None:
    once = decide(act, heard, attempts, "", chance)
    if isinstance(once, Again) and once.seconds == CONFIRMING_SECONDS and not once.unsure:
        twice = decide(act, heard, attempts + 1, once.reason, chance)
        assert isinstance(twice, Pause) or heard.status == 429


def backoff(attempts: int, chance: float) -> float:
    decision = decide(SEND, heard(503), attempts, "", chance)
    assert isinstance(decision, Again)
    return decision.seconds


def test_an_edit_that_discord_fails_at_for_hours_is_given_up_and_no_message_is() -> None:
    error = heard(503)
    reason = "Discord had an error (503)"
    for act in (SEND, REPLY, CROSSPOST):
        assert isinstance(decide(act, error, 10_000, reason, MIDDLE), Again)
    assert isinstance(decide(EDIT, error, 59, reason, MIDDLE), Again)
    assert decide(EDIT, error, 60, reason, MIDDLE) == Fail(reason=reason)


def test_of_what_has_not_left_nothing_is_in_doubt() -> None:
    kept = Heard(about="no turn", left=False)
    assert decide(SEND, kept, 1, "", MIDDLE) == again(0.5, "no turn")


def test_the_wait_doubles_with_every_attempt_up_to_a_bound() -> None:
    waits = [backoff(attempts, MIDDLE) for attempts in range(1, 14)]
    assert waits == [0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]


@RELAXED
@given(counts, chances)
def test_a_wait_lies_within_half_of_what_it_would_be(attempts: int, chance: float) -> None:
    middle = backoff(attempts, MIDDLE)
    assert middle / 2 <= backoff(attempts, chance) <= middle * 1.5 <= 450


def test_those_that_failed_together_come_back_spread() -> None:
    chances = [number / 10 for number in range(11)]
    assert [backoff(5, chance) for chance in chances] == sorted({backoff(5, c) for c in chances})


@RELAXED
@given(st.floats(0, 10**6), chances)
def test_nobody_comes_back_before_discord_said(wait: float, chance: float) -> None:
    decision = decide(SEND, heard(429, wait=wait), 1, "", chance)
    assert isinstance(decision, Again)
    assert wait <= decision.seconds <= wait + 1
