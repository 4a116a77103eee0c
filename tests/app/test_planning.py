"""Planning: what may be released, how many messages it makes, and when it can be undone."""

from datetime import timedelta
from typing import Any

import pytest

from bot.app.planning import LONGEST_REASON, Order, Planned, Planning
from bot.domain.briefing import Briefing
from bot.domain.change import Change
from bot.domain.entry import Entry
from bot.domain.issue import Contents, Issue, State
from bot.domain.quote import Quote, QuoteKind
from bot.domain.release import Author, ReleaseKind, ReleaseState
from bot.domain.subscription import Standing
from bot.domain.terms import Terms
from bot.errors import Incomplete, Refused
from bot.store.store import Store
from tests.contents import contents, section
from tests.moments import NOW, later
from tests.shelving import DAY, found_briefing, put
from tests.store import post

WHOLE = contents(7, DAY, section(), section("FI"), section("SE", text="Fog."))
OTHER = WHOLE.model_copy(update={"title": "Fog"})
NEW = (section("NO", text="Ice."),)
ADA = Author(name="Ada", id=7)
TERMS = Terms(window=timedelta(seconds=30))


class Desk:
    """Plans releases of the issues of one briefing."""

    def __init__(self, store: Store, briefing: Briefing) -> None:
        self.store = store
        self.briefing = briefing
        self.planning = Planning(lambda: NOW, TERMS)

    async def put(self, what: Contents = WHOLE, state: State = State.PUBLISHED) -> Issue:
        return await put(self.store, self.briefing, what, state)

    async def plan(self, kind: str, issue: Issue, *what: Any, **order: Any) -> Planned:
        """Asks `Planning` for something in a transaction of its own."""
        asked = Order(author=ADA, **order)
        async with self.store.write() as store:
            found = await store.issues.existing(issue.id)
            return await getattr(self.planning, kind)(store, found, *what, asked)

    async def change(self, planned: Planned) -> Change:
        async with self.store.read() as store:
            return await store.releases.change(planned.release.id)

    async def issue(self, issue: Issue) -> Issue:
        async with self.store.read() as store:
            return await store.issues.existing(issue.id)


@pytest.fixture
async def desk(store: Store) -> Desk:
    return Desk(store, await found_briefing(store, post.NEWSROOM, "Tides"))


async def test_a_publication_waits_for_its_window_and_nobody_reads_it(desk: Desk) -> None:
    draft = await desk.put(state=State.DRAFT)
    planned = await desk.plan("publish", draft)
    release = planned.release
    assert (release.kind, release.state) == (ReleaseKind.PUBLICATION, ReleaseState.PENDING)
    assert (release.author, release.author_id, release.reason) == ("Ada", 7, "")
    assert (release.made_at, release.due_at) == (NOW, later(seconds=30))
    assert release.issue.state is State.SCHEDULED
    assert release.issue.published_at is None
    assert (await desk.issue(draft)).state is State.SCHEDULED


async def test_at_once_means_without_a_window(desk: Desk) -> None:
    draft = await desk.put(state=State.DRAFT)
    release = (await desk.plan("publish", draft, at_once=True)).release
    assert (release.state, release.due_at, release.opened_at) == (ReleaseState.OPEN, NOW, NOW)
    assert (release.issue.state, release.revision) == (State.PUBLISHED, 1)
    assert release.expires_at == NOW + TERMS.lasting


async def test_a_publication_counts_the_channels_that_get_it(desk: Desk) -> None:
    for channel, countries in ((10, ()), (11, ("FI",)), (12, ("NO",))):
        await post.subscribe(desk.store, desk.briefing, channel, *countries)
    await post.subscribe(desk.store, desk.briefing, 13, standing=Standing.GONE)
    drafts = [
        await desk.put(WHOLE.model_copy(update={"number": number}), State.DRAFT)
        for number in (1, 2)
    ]
    assert (await desk.plan("publish", drafts[0])).messages == 2
    quiet = await desk.plan("publish", drafts[1], quiet=True)
    assert (quiet.messages, quiet.release.quiet) == (0, True)


@pytest.mark.parametrize(
    ("what", "missing"),
    [
        (contents(None, DAY), "Tides without a number cannot be published: it has no number"),
        (contents(7, None), "Tides #7 cannot be published: it has no date"),
        (contents(None, None), "it has no number and no date"),
    ],
)
async def test_an_incomplete_draft_is_refused(desk: Desk, what: Contents, missing: str) -> None:
    draft = await desk.put(what, State.DRAFT)
    with pytest.raises(Refused, match=missing):
        await desk.plan("publish", draft)
    assert await desk.issue(draft) == draft


_GONE = "was withdrawn; import the new text under another number"


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (State.SCHEDULED, "is about to be published already; wait for it, or undo it"),
        (State.PUBLISHED, "is published already"),
        (State.WITHDRAWN, _GONE),
    ],
)
async def test_only_a_draft_is_published(desk: Desk, state: State, sentence: str) -> None:
    issue = await desk.put(state=state)
    with pytest.raises(Refused, match=f"^Tides #7 {sentence}\\.$"):
        await desk.plan("publish", issue)


async def test_an_update_waits_and_counts_those_who_want_what_is_new(desk: Desk) -> None:
    for channel, countries in ((10, ()), (11, ("FI",)), (12, ("NO",))):
        await post.subscribe(desk.store, desk.briefing, channel, *countries)
    issue = await desk.put()
    planned = await desk.plan("update", issue, NEW)
    assert (planned.messages, planned.release.kind) == (2, ReleaseKind.UPDATE)
    assert await desk.change(planned) == Change(entries=NEW)
    assert await desk.issue(issue) == issue


async def test_a_quiet_update_tells_nobody(desk: Desk) -> None:
    await post.subscribe(desk.store, desk.briefing, 10)
    issue = await desk.put()
    planned = await desk.plan("update", issue, NEW, quiet=True, at_once=True)
    assert (planned.messages, planned.release.quiet) == (0, True)
    assert planned.release.state is ReleaseState.OPEN
    assert await post.rows(desk.store) == []


@pytest.mark.parametrize(
    "entries", [(), (section("NO", text=" \n "),), (*NEW, section("NO", text=""))]
)
async def test_an_update_says_something(desk: Desk, entries: tuple[Entry, ...]) -> None:
    issue = await desk.put()
    with pytest.raises(Refused, match="An update needs some text"):
        await desk.plan("update", issue, entries)


async def test_an_update_has_a_bound(desk: Desk) -> None:
    issue = await desk.put()
    with pytest.raises(Refused, match="A live update has at most 10,000 characters; shorten it"):
        await desk.plan("update", issue, (section("NO", text="x" * 10_001),))


async def test_the_same_update_is_not_made_twice(desk: Desk) -> None:
    issue = await desk.put()
    await desk.plan("update", issue, NEW, at_once=True)
    with pytest.raises(Refused, match="has this update already; nothing was changed"):
        await desk.plan("update", await desk.issue(issue), NEW, at_once=True)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (State.DRAFT, "is still a draft; publish it first"),
        (State.SCHEDULED, "is scheduled and goes out soon; wait for it, or undo it"),
        (State.WITHDRAWN, _GONE),
    ],
)
async def test_only_what_is_published_changes_so(desk: Desk, state: State, sentence: str) -> None:
    issue = await desk.put(state=state)
    refusal = f"^Tides #7 {sentence}\\.$"
    for kind, *what in (("update", NEW), ("correct", OTHER, "A slip"), ("withdraw", "Wrong")):
        with pytest.raises(Refused, match=refusal):
            await desk.plan(kind, issue, *what)


@pytest.mark.parametrize(
    ("kind", "what"),
    [("update", (NEW,)), ("correct", (OTHER, "A slip")), ("withdraw", ("All wrong",))],
)
async def test_one_change_of_an_issue_waits_at_a_time(
    desk: Desk, kind: str, what: tuple[Any, ...]
) -> None:
    issue = await desk.put()
    first = await desk.plan("update", issue, NEW)
    for at_once in (False, True):
        with pytest.raises(Refused, match="Another change of Tides #7 is about to go out"):
            await desk.plan(kind, issue, *what, at_once=at_once)
    async with desk.store.write() as store:
        await store.releases.set_state(first.release.id, ReleaseState.UNDONE)
    assert (await desk.plan(kind, issue, *what)).release.state is ReleaseState.PENDING


async def test_a_correction_keeps_what_it_will_say_and_counts_its_messages(desk: Desk) -> None:
    issue = await desk.put()
    for message in (100, 101):
        await post.post(desk.store, issue, 10, message)
    planned = await desk.plan("correct", issue, OTHER, "  A\n slip ")
    assert (planned.messages, planned.release.kind) == (2, ReleaseKind.CORRECTION)
    assert planned.release.reason == "A slip"
    assert await desk.change(planned) == Change(contents=OTHER)
    assert await desk.issue(issue) == issue


async def test_a_correction_at_once_is_made_at_once(desk: Desk) -> None:
    issue = await desk.put()
    planned = await desk.plan("correct", issue, OTHER, "A slip", at_once=True)
    assert planned.release.issue.title == "Fog"
    assert (await desk.issue(issue)).revision == 2


async def test_a_correction_that_changes_nothing_is_refused(desk: Desk) -> None:
    issue = await desk.put()
    with pytest.raises(Refused, match="Tides #7 says this already; nothing was changed"):
        await desk.plan("correct", issue, WHOLE, "A slip")


async def test_a_correction_takes_no_other_issues_number(desk: Desk) -> None:
    issue = await desk.put()
    await desk.put(WHOLE.model_copy(update={"number": 8}))
    taken = OTHER.model_copy(update={"number": 8})
    with pytest.raises(Refused, match="Tides #8 is there already; correct the number"):
        await desk.plan("correct", issue, taken, "A slip")
    free = OTHER.model_copy(update={"number": 9})
    planned = await desk.plan("correct", issue, free, "A slip", at_once=True)
    assert planned.release.issue.number == 9


@pytest.mark.parametrize("lacking", [{"number": None}, {"date": None}])
async def test_a_correction_leaves_a_number_and_a_date(
    desk: Desk, lacking: dict[str, None]
) -> None:
    issue = await desk.put()
    with pytest.raises(Refused, match="Tides #7 is published and needs a number and a date"):
        await desk.plan("correct", issue, OTHER.model_copy(update=lacking), "A slip")


def quoting(words: str) -> Contents:
    quote = Quote(text=words, kind=QuoteKind.SPEECH, speaker="Ada", source="A letter")
    entry = section("FI").model_copy(update={"quotes": (quote,)})
    return contents(7, DAY, entry).model_copy(update={"source": "A letter"})


@pytest.mark.parametrize(
    ("asked", "words", "quiet"),
    [
        (None, "We stay.", False),
        (None, "We sail.", True),
        (True, "We stay.", True),
        (False, "We sail.", False),
    ],
)
async def test_a_correction_comes_with_a_note_if_somebody_was_misquoted_or_it_is_asked_for(
    desk: Desk, asked: bool | None, words: str, *, quiet: bool
) -> None:
    issue = await desk.put(quoting("We sail."))
    after = quoting(words).model_copy(update={"title": "Fog"})
    planned = await desk.plan("correct", issue, after, "A slip", quiet=asked)
    assert planned.release.quiet == quiet


@pytest.mark.parametrize("reason", ["", "  \n"])
@pytest.mark.parametrize(
    ("kind", "what", "why"), [("correct", (OTHER,), "changes"), ("withdraw", (), "is withdrawn")]
)
async def test_what_is_published_changes_only_for_a_reason(
    desk: Desk, kind: str, what: tuple[Any, ...], why: str, reason: str
) -> None:
    issue = await desk.put()
    with pytest.raises(Incomplete, match=f"Tides #7 is published; say why it {why}") as asked:
        await desk.plan(kind, issue, *what, reason)
    assert asked.value.lacks == "reason"


@pytest.mark.parametrize(("kind", "what"), [("correct", (OTHER,)), ("withdraw", ())])
async def test_a_reason_is_short(desk: Desk, kind: str, what: tuple[Any, ...]) -> None:
    issue = await desk.put()
    with pytest.raises(Refused, match="longer than 500 characters; shorten it"):
        await desk.plan(kind, issue, *what, "x" * (LONGEST_REASON + 1))
    planned = await desk.plan(kind, issue, *what, " " + "x" * LONGEST_REASON)
    assert len(planned.release.reason) == LONGEST_REASON


async def test_a_withdrawal_waits_and_counts_its_messages(desk: Desk) -> None:
    issue = await desk.put()
    await post.post(desk.store, issue, 10, 100)
    planned = await desk.plan("withdraw", issue, "All wrong")
    assert (planned.messages, planned.release.kind) == (1, ReleaseKind.WITHDRAWAL)
    assert (await desk.issue(issue)).state is State.PUBLISHED
    async with desk.store.write() as store:
        await store.releases.set_state(planned.release.id, ReleaseState.UNDONE)
    planned = await desk.plan("withdraw", issue, "All wrong", at_once=True)
    assert (await desk.issue(issue)).state is State.WITHDRAWN


async def test_the_operator_has_no_id(desk: Desk) -> None:
    issue = await desk.put()
    async with desk.store.write() as store:
        order = Order(author=Author(name="Operator"))
        planned = await desk.planning.withdraw(store, issue, "All wrong", order)
    assert (planned.release.author, planned.release.author_id) == ("Operator", None)
