"""Approval: which version is let out, and by whom."""

import pytest

from bot.domain.approval import Request, Wish, is_covered, is_second
from bot.domain.entry import Entry
from bot.domain.issue import Contents
from bot.domain.live_update import LiveUpdate
from bot.domain.release import Author, Release, ReleaseKind, ReleaseState
from bot.domain.version import Version
from tests.moments import NOW
from tests.presentation.examples import issue

ADA, BEN, NOBODY = Author(name="Ada", id=7), Author(name="Ben", id=8), Author(name="somebody")
EMPTY = Contents(number=7, date=None, title=None, entries=())
PUBLICATION = Wish(kind=ReleaseKind.PUBLICATION, issue=1, at=3)


def version(author: Author, number: int = 3) -> Version:
    return Version(
        number=number, author=author, made_at=NOW, deed="Begun", same_as=number, contents=EMPTY
    )


def release(author: Author, approver: Author | None = None, at: int | None = 3) -> Release:
    return Release(
        id=1,
        issue=issue(),
        kind=ReleaseKind.PUBLICATION,
        state=ReleaseState.PENDING,
        author=author.name,
        author_id=author.id,
        approver=approver and approver.name,
        approver_id=approver.id if approver else None,
        made_at=NOW,
        due_at=NOW,
        scheduled=True,
        version=at,
    )


def update(text: str) -> Wish:
    entry = Entry(heading="Peru", countries=("PE",), text=text)
    live = LiveUpdate(issue=1, text=text, entries=(entry,))
    return Wish(kind=ReleaseKind.UPDATE, issue=1, at=0, update=live)


def request(wish: Wish) -> Request:
    return Request(id=1, wish=wish, asker=ADA, asked_at=NOW)


@pytest.mark.parametrize(
    ("made", "last", "at", "covered"),
    [
        (release(BEN), version(ADA), 3, True),
        (release(ADA), version(ADA), 3, False),
        (release(ADA, BEN), version(ADA), 3, True),
        (release(ADA, BEN), version(ADA, 4), 4, False),
        (release(BEN), version(ADA, 4), 4, False),
        (release(BEN), version(BEN, 4), 4, False),
        (release(ADA, BEN), version(BEN), 3, False),
        (release(BEN), version(ADA), 4, False),  # it was changed elsewhere
        (release(ADA, at=None), version(BEN), 3, False),
        (release(ADA), None, 1, True),
        (release(NOBODY), version(NOBODY), 3, True),
        (release(ADA, NOBODY), version(ADA), 3, True),
    ],
)
def test_what_goes_out_is_what_somebody_else_let_out(
    made: Release, last: Version | None, at: int, *, covered: bool
) -> None:
    assert is_covered(made, at, last) is covered


def test_who_wrote_the_last_version_is_no_second() -> None:
    assert not is_second(7, version(ADA))
    assert is_second(8, version(ADA))
    assert is_second(7, version(NOBODY))
    assert is_second(7, None)


def test_a_request_is_about_one_version_but_an_update_is_about_none() -> None:
    assert request(PUBLICATION).fits(3)
    assert not request(PUBLICATION).fits(4)
    assert request(update("Fog.")).fits(9)


def test_of_an_issue_one_thing_is_asked_but_for_updates() -> None:
    correction = Wish(kind=ReleaseKind.CORRECTION, issue=1, at=4, reason="A slip")
    assert request(PUBLICATION).is_replaced_by(correction)
    assert not request(PUBLICATION).is_replaced_by(update("Fog."))
    assert not request(update("Fog.")).is_replaced_by(PUBLICATION)
    assert not request(update("Fog.")).is_replaced_by(update("Rain."))
    assert request(update("Fog.")).is_replaced_by(update("Fog."))
