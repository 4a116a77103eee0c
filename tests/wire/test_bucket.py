"""The bucket of a route in a channel."""

import pytest

from tests.wire.bucket import Allowance, Bucket, thousandths


def test_a_bucket_is_emptied_so_long_after_its_first_request() -> None:
    bucket = Bucket(Allowance(2, 5))
    for time in (10.0, 14.0):
        assert bucket.wait(time) == 0
        bucket.take(time)
    assert bucket.wait(14.5) == pytest.approx(0.5)
    assert bucket.wait(15.0) == 0
    bucket.take(15.0)
    assert bucket.wait(15.0) == 0


def test_its_headers_say_what_is_left() -> None:
    bucket = Bucket(Allowance(5, 5))
    bucket.take(100.0)
    bucket.take(101.0)
    assert bucket.headers(101.2, "abc") == {
        "X-RateLimit-Limit": "5",
        "X-RateLimit-Remaining": "3",
        "X-RateLimit-Reset": "105.000",
        "X-RateLimit-Reset-After": "3.800",
        "X-RateLimit-Bucket": "abc",
    }


def test_nobody_is_told_to_come_too_early() -> None:
    assert thousandths(0.0001) == 0.001
    assert thousandths(0.5) == 0.5
    assert thousandths(1.2341) == 1.235
