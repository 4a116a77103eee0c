"""An attempt: how long it waits for its turn and for an answer, and what is known at the end."""

import asyncio
from collections.abc import Callable

import pytest

from bot.delivery.attempt import NO_ANSWER, NO_TURN, Attempt, TooLate
from bot.domain.outcome import Heard
from tests.delivery.hurry import hurried, present

Step = float | Callable[[Attempt], None]


def hears(heard: Heard) -> Step:
    return lambda attempt: attempt.answered(heard)


async def _patience(number: int, steps: tuple[Step, ...]) -> tuple[float, Heard]:
    timeout = asyncio.timeout(None)
    attempt, began = Attempt(number, timeout), present().time()
    try:
        async with timeout:
            for step in steps:
                if callable(step):
                    step(attempt)
                else:
                    await asyncio.sleep(step)
            await asyncio.Event().wait()
    except TimeoutError:
        return round(present().time() - began, 6), attempt.given_up()
    raise AssertionError


def patience(*steps: Step, number: int = 1) -> tuple[float, Heard]:
    """After how many seconds it gives up once these have happened, and what it knows then."""
    return hurried(_patience(number, steps))


queues, leaves = Attempt.queues, Attempt.leaves
NOTHING = Heard(about=NO_ANSWER)


def test_a_turn_may_be_long_in_coming() -> None:
    assert patience(queues) == (120, Heard(about=NO_TURN, left=False))


def test_to_queue_again_before_it_has_left_gains_no_time() -> None:
    assert patience(queues, 50.0, queues)[0] == 120


def test_the_time_for_an_answer_begins_when_the_request_leaves() -> None:
    assert patience(queues, 50.0, leaves) == (52, NOTHING)


@pytest.mark.parametrize(
    ("number", "seconds"), [(1, 2), (2, 4), (3, 8), (4, 16), (5, 32), (6, 32), (10_000, 32)]
)
def test_each_attempt_is_twice_as_patient_up_to_a_bound(number: int, seconds: int) -> None:
    assert patience(queues, leaves, number=number)[0] == seconds


def test_what_discord_py_sends_again_has_its_own_time() -> None:
    refused = hears(Heard(status=502))
    assert patience(queues, leaves, refused, 1.0, queues)[0] == 121
    assert patience(queues, leaves, refused, 1.0, queues, 3.0, leaves)[0] == 6


def test_a_wait_that_discord_asks_for_is_not_cut_short() -> None:
    for heard in (Heard(status=429, wait=5.0), Heard(status=429, wait=20.0, everyone=True)):
        assert patience(queues, leaves, 1.0, hears(heard)) == (1 + (heard.wait or 0) + 2, heard)
    assert patience(queues, leaves, hears(Heard(status=429, wait=0.0)))[0] == 2


def test_a_long_wait_of_one_route_is_given_back_at_once() -> None:
    heard = Heard(status=429, wait=5.1)
    assert patience(queues, leaves, 1.0, hears(heard)) == (1, heard)


def test_after_a_good_answer_discord_py_may_wait_for_the_limit_of_the_channel() -> None:
    assert patience(queues, leaves, 1.0, hears(Heard(status=200))) == (16, NOTHING)


@pytest.mark.parametrize("heard", [Heard(status=503), Heard(status=403), Heard(status=429)])
def test_any_other_answer_changes_nothing_and_is_what_is_known(heard: Heard) -> None:
    assert patience(queues, leaves, 1.0, hears(heard)) == (2, heard)


def test_what_was_answered_before_does_not_say_what_becomes_of_the_next_request() -> None:
    assert patience(queues, leaves, hears(Heard(status=503)), queues, leaves)[1] == NOTHING


def test_nothing_is_wrong_with_an_attempt_that_is_told_more_when_its_time_is_over() -> None:
    async def too_late() -> Attempt:
        timeout = asyncio.timeout(0)
        attempt = Attempt(1, timeout)

        async def wait() -> None:
            async with timeout:
                try:
                    await asyncio.Event().wait()
                finally:
                    attempt.queues()
                    attempt.leaves()
                    attempt.answered(Heard(status=503))

        with pytest.raises(TimeoutError):
            await wait()
        return attempt

    assert hurried(too_late()).given_up() == Heard(status=503)


def taken(
    *steps: Callable[[Attempt], None], too_late: Callable[[], bool] = lambda: False
) -> Attempt:
    """An attempt to which these have happened."""

    async def take() -> Attempt:
        async with asyncio.timeout(None) as timeout:
            attempt = Attempt(1, timeout, too_late)
            for step in steps:
                step(attempt)
                await asyncio.sleep(0)
        return attempt

    return hurried(take())


def hear(status: int, wait: float | None = None) -> Callable[[Attempt], None]:
    return lambda attempt: attempt.answered(Heard(status=status, wait=wait))


def is_kept(attempt: Attempt) -> None:
    """A request does not leave."""
    with pytest.raises(TooLate):
        attempt.leaves()


def test_a_server_error_keeps_its_doubt_whatever_is_answered_later() -> None:
    for answer in (hear(429, wait=1), hear(403), hear(200)):
        assert taken(queues, leaves, hear(502), queues, leaves, answer).maybe


def test_a_request_that_was_not_answered_leaves_a_doubt_when_the_next_one_leaves() -> None:
    assert not taken(queues, leaves).maybe
    assert taken(queues, leaves, queues, leaves, hear(429, wait=1)).maybe


def test_an_answer_of_discord_leaves_no_doubt() -> None:
    for status in (200, 403, 404, 429):
        assert not taken(queues, leaves, hear(status), queues, leaves, hear(429, wait=1)).maybe


def test_what_is_too_late_does_not_leave() -> None:
    attempt = taken(queues, is_kept, too_late=lambda: True)
    assert attempt.given_up() == Heard(about=NO_TURN, left=False)
    assert not attempt.maybe


def test_a_request_that_was_not_answered_leaves_a_doubt_if_the_next_one_is_too_late() -> None:
    late = iter((False, True))
    assert taken(leaves, queues, is_kept, too_late=lambda: next(late)).maybe
