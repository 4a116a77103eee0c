"""Approving: where two people publish, nothing goes out that one editor alone has seen."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app.app import App, build_app
from bot.app.planning import Order as Release
from bot.domain.approval import Request, Wish
from bot.domain.bench import Bench
from bot.domain.briefing import Briefing
from bot.domain.checks import Check
from bot.domain.editing.masthead_edit import MastheadEdit
from bot.domain.editing.section_edits import AddSection
from bot.domain.editor import Editor
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import State
from bot.domain.live_update import LiveUpdate
from bot.domain.release import Author, Missed, ReleaseKind
from bot.domain.request_look import Approved, End, Stale
from bot.errors import Incomplete, Refused
from bot.store.store import Store
from tests.app.test_desk import ADA, BEN, READER, SERVER, STRANGER, done
from tests.app.test_desk_scheduling import PARIS, SIX, Still, passed, release_of
from tests.domain.editing.drafts import section
from tests.moments import NOW
from tests.shelving import found_briefing

CAY = Editor(id=11, name="Cay", server=SERVER, manages_messages=True)
LAST = "You wrote the last change, so another editor has to let it out"
SETTLED = "This request is settled or was taken back"
LOG = 5


@pytest.fixture
def clock() -> Still:
    return Still()


@pytest.fixture
def app(store: Store, gazetteer: Gazetteer, clock: Still) -> App:
    return build_app(store, gazetteer, clock)


@pytest.fixture
async def tides(app: App, store: Store) -> Briefing:
    made = await found_briefing(store, SERVER, "Tides")
    await app.servers.choose(SERVER, log_channel=LOG, two_people=True, time_zone="Europe/Paris")
    return made


@pytest.fixture
async def bench(app: App, tides: Briefing) -> Bench:
    """A draft of Ada's that nothing blocks."""
    new = await app.desk.new(ADA, tides.id, title="Calm Seas")
    return await changed(app, new, ADA, "Japan")


async def changed(app: App, bench: Bench, who: Editor, heading: str) -> Bench:
    added = AddSection(section=section(heading, f"All calm in {heading}."))
    return done(await app.desk.edit(who, bench.issue.id, bench.version, added))


async def published(app: App, bench: Bench) -> Bench:
    await app.publishing.publish(
        bench.issue.id, Release(author=Author(name="operator"), at_once=True)
    )
    return await app.desk.open(ADA, bench.issue.id)


def publication(bench: Bench, **more: object) -> Wish:
    wish = {"kind": ReleaseKind.PUBLICATION, "issue": bench.issue.id, "at": bench.version}
    return Wish.model_validate(wish | more)


async def asked(app: App, wish: Wish, who: Editor = ADA) -> Request:
    return (await app.desk_approving.ask(who, wish)).look.request


def update_of(bench: Bench) -> LiveUpdate:
    entry = section("Peru", "The bell is silent.").model_copy(update={"countries": ("PE",)})
    return LiveUpdate(
        issue=bench.issue.id, country="Peru", text="The bell is silent.", entries=(entry,)
    )


async def scheduled(app: App, who: Editor, key: int, at: int, typed: str) -> Bench:
    due = await app.desk_scheduling.due(who, typed, PARIS)
    return await app.desk_scheduling.schedule(who, key, at, due.at)


async def test_who_wrote_the_last_change_lets_nothing_out(app: App, bench: Bench) -> None:
    key, at = bench.issue.id, bench.version
    with pytest.raises(Refused, match=LAST):
        await app.desk_publishing.publish(ADA, key, at)
    with pytest.raises(Refused, match=LAST):
        await scheduled(app, ADA, key, at, "18:00")
    assert await app.desk_approving.is_needed(ADA, publication(bench))
    assert not await app.desk_approving.is_needed(BEN, publication(bench))
    _, planned = await app.desk_publishing.publish(BEN, key, at)
    assert (planned.release.author, planned.release.approver) == ("Ben", None)


async def test_a_set_time_is_moved_by_who_could_let_it_out(app: App, bench: Bench) -> None:
    key, at = bench.issue.id, bench.version
    await scheduled(app, BEN, key, at, "18:00")
    with pytest.raises(Refused, match=LAST):
        await scheduled(app, ADA, key, at, "19:00")
    later = await changed(app, bench, CAY, "Peru")
    assert later.unapproved
    with pytest.raises(Refused, match="Somebody has changed it since"):
        await scheduled(app, BEN, key, at, "19:00")
    moved = await scheduled(app, BEN, key, later.version, "19:00")
    assert not moved.unapproved


async def test_a_correction_and_an_update_need_another_editor_too(app: App, bench: Bench) -> None:
    bench = await published(app, bench)
    update = update_of(bench)
    for who in (ADA, BEN):
        with pytest.raises(Refused, match=LAST):
            await app.desk_live.send(who, update)
    made = await changed(app, bench, ADA, "Peru")
    with pytest.raises(Refused, match=LAST):
        await app.desk_correcting.send(ADA, bench.issue.id, made.version, "A slip")
    sent = await app.desk_correcting.send(BEN, bench.issue.id, made.version, "A slip")
    assert sent.releases[0].author == "Ben"


async def test_without_two_people_nobody_is_asked(app: App, bench: Bench) -> None:
    await app.servers.choose(SERVER, two_people=False)
    assert not await app.desk_approving.is_needed(ADA, publication(bench))
    with pytest.raises(Refused, match="You can let this out yourself"):
        await asked(app, publication(bench))
    assert (await app.desk_publishing.publish(ADA, bench.issue.id, bench.version))[1]


async def test_what_is_approved_goes_out_as_it_was_asked_for(app: App, bench: Bench) -> None:
    request = await asked(app, publication(bench))
    approved = await app.desk_approving.approve(BEN, request.id)
    assert isinstance(approved, Approved)
    (release,) = approved.releases
    assert (release.author, release.author_id) == ("Ada", ADA.id)
    assert (release.approver, release.approver_id) == ("Ben", BEN.id)
    assert release.due_at == NOW + timedelta(seconds=30)
    assert (approved.ended.end, approved.ended.by) == (End.APPROVED, "Ben")
    with pytest.raises(Refused, match=SETTLED):
        await app.desk_approving.approve(CAY, request.id)


async def test_a_correction_goes_out_with_its_reason(app: App, bench: Bench) -> None:
    made = await changed(app, await published(app, bench), ADA, "Peru")
    wish = {"kind": ReleaseKind.CORRECTION, "issue": made.issue.id, "at": made.version}
    with pytest.raises(Incomplete):
        await asked(app, Wish.model_validate(wish))
    look = (
        await app.desk_approving.ask(ADA, Wish.model_validate(wish | {"reason": "A slip"}))
    ).look
    assert look.difference
    assert not look.difference.misquoted
    approved = await app.desk_approving.approve(BEN, look.request.id)
    assert isinstance(approved, Approved)
    (release,) = approved.releases
    assert (release.kind, release.reason, release.author) == (
        ReleaseKind.CORRECTION,
        "A slip",
        "Ada",
    )


async def test_updates_wait_beside_one_another(app: App, bench: Bench) -> None:
    bench = await published(app, bench)
    update = update_of(bench)
    other = update.model_copy(update={"entries": (section("Peru", "The bell rings."),)})
    wishes = [
        Wish(kind=ReleaseKind.UPDATE, issue=bench.issue.id, at=0, update=each)
        for each in (update, other, update)
    ]
    first, second, third = [await asked(app, each) for each in wishes]
    waiting = (await app.desk.open(BEN, bench.issue.id)).requests
    assert [each.id for each in waiting] == [second.id, third.id]
    with pytest.raises(Refused, match=SETTLED):
        await app.desk_approving.approve(BEN, first.id)
    assert isinstance(await app.desk_approving.approve(BEN, second.id), Approved)
    with pytest.raises(Refused, match="Another change of"):
        await app.desk_approving.approve(BEN, third.id)
    assert [each.id for each in (await app.desk.open(BEN, bench.issue.id)).requests] == [third.id]


async def test_what_was_changed_since_is_outdated(app: App, bench: Bench) -> None:
    request = await asked(app, publication(bench))
    await changed(app, bench, BEN, "Peru")
    with pytest.raises(Refused, match="asked for this yourself"):
        await app.desk_approving.approve(ADA, request.id)
    stale = await app.desk_approving.approve(CAY, request.id)
    assert isinstance(stale, Stale)
    assert (stale.sentence, stale.ended.end) == ("It was changed since; ask again.", End.OUTDATED)
    assert (await app.desk.open(ADA, bench.issue.id)).requests == ()


async def test_a_time_that_has_passed_is_asked_for_again(
    app: App, bench: Bench, clock: Still
) -> None:
    wish = publication(bench, due=SIX)
    request = await asked(app, wish)
    clock.now = SIX
    stale = await app.desk_approving.approve(BEN, request.id)
    assert isinstance(stale, Stale)
    assert stale.sentence == "That time has passed; ask again."
    with pytest.raises(Refused, match="That time has passed"):
        await asked(app, wish)


async def test_one_click_acts_once(app: App, bench: Bench) -> None:
    wish = publication(bench)
    first = (await app.desk_approving.ask(ADA, wish, 100)).look.request
    with pytest.raises(Refused, match="This is done already"):
        await app.desk_approving.ask(ADA, wish, 100)
    await app.desk_approving.approve(BEN, first.id, 101)
    with pytest.raises(Refused, match=SETTLED):
        await app.desk_approving.approve(BEN, first.id, 101)


async def test_asking_again_takes_the_place_of_what_was_asked(app: App, bench: Bench) -> None:
    first = await asked(app, publication(bench))
    again = await app.desk_approving.ask(ADA, publication(bench, due=SIX))
    (replaced,) = again.replaced
    assert (replaced.request.id, replaced.end) == (first.id, End.REPLACED)
    ended = await app.desk_approving.take_back(BEN, again.look.request.id)
    assert (ended.end, ended.by) == (End.TAKEN_BACK, "Ben")
    with pytest.raises(Refused, match=SETTLED):
        await app.desk_approving.take_back(BEN, again.look.request.id)


async def test_what_is_let_out_without_it_waits_no_more(app: App, bench: Bench) -> None:
    request = await asked(app, publication(bench))
    await app.desk_publishing.publish(BEN, bench.issue.id, bench.version)
    (ended,) = await app.desk_approving.released(BEN, bench.issue.id)
    assert (ended.request.id, ended.end) == (request.id, End.RELEASED)
    assert await app.desk_approving.released(BEN, bench.issue.id) == []
    with pytest.raises(Refused, match="It is out already, or about to go out"):
        await asked(app, publication(await app.desk.open(ADA, bench.issue.id)))


async def test_what_may_not_go_out_is_not_asked_for(app: App, tides: Briefing) -> None:
    empty = await app.desk.new(ADA, tides.id)
    for asking in (app.desk_approving.ask, app.desk_approving.is_needed):
        with pytest.raises(Refused, match="Something has to be mended first"):
            await asking(ADA, publication(empty))
        with pytest.raises(Refused, match="Somebody has changed it since"):
            await asking(ADA, publication(empty).model_copy(update={"at": 9}))


@pytest.mark.parametrize("who", [READER, STRANGER])
async def test_it_is_for_the_editors_of_the_newsroom(app: App, bench: Bench, who: Editor) -> None:
    request = await asked(app, publication(bench))
    deeds: tuple[Callable[[], Awaitable[object]], ...] = (
        lambda: app.desk_approving.is_needed(who, publication(bench)),
        lambda: app.desk_approving.ask(who, publication(bench)),
        lambda: app.desk_approving.found(who, request.id),
        lambda: app.desk_approving.approve(who, request.id),
        lambda: app.desk_approving.take_back(who, request.id),
        lambda: app.desk_approving.released(who, bench.issue.id),
    )
    for deed in deeds:
        with pytest.raises(Refused, match=r"Only editors|no such issue"):
            await deed()
    assert (await app.desk.open(BEN, bench.issue.id)).requests


async def test_what_was_approved_goes_out_at_its_moment(
    app: App, store: Store, gazetteer: Gazetteer, clock: Still, bench: Bench
) -> None:
    await app.desk_approving.approve(BEN, (await asked(app, publication(bench, due=SIX))).id)
    assert (await passed(app, store, gazetteer, clock, SIX)).opened == 1


@pytest.mark.parametrize("who", [ADA, BEN, CAY])
async def test_what_was_changed_after_it_does_not(
    app: App, store: Store, gazetteer: Gazetteer, clock: Still, bench: Bench, who: Editor
) -> None:
    key = bench.issue.id
    await app.desk_approving.approve(BEN, (await asked(app, publication(bench, due=SIX))).id)
    later = await changed(app, bench, who, "Peru")
    assert [each.check for each in later.findings if each.blocks] == [Check.UNAPPROVED]
    assert not later.blocked
    soon = await passed(app, store, gazetteer, clock, SIX - timedelta(minutes=10))
    release = await release_of(store, key)
    assert soon.blocked == [release.id]
    news = await passed(app, store, gazetteer, clock, SIX)
    missed = await release_of(store, key)
    assert (news.opened, missed.missed) == (0, Missed.BLOCKED)
    assert (await app.desk.open(ADA, key)).issue.state is State.DRAFT


async def test_a_time_set_by_one_person_needs_another_when_two_are_wanted(
    app: App, store: Store, gazetteer: Gazetteer, clock: Still, bench: Bench
) -> None:
    await app.servers.choose(SERVER, two_people=False)
    await scheduled(app, ADA, bench.issue.id, bench.version, "18:00")
    await app.servers.choose(SERVER, two_people=True)
    planned = await app.desk.open(ADA, bench.issue.id)
    assert planned.unapproved
    again = await asked(app, publication(planned, due=SIX))
    approved = await app.desk_approving.approve(BEN, again.id)
    assert isinstance(approved, Approved)
    assert not approved.bench.unapproved
    assert (await passed(app, store, gazetteer, clock, SIX)).opened == 1


_DEEDS = st.sampled_from(("edit", "title", "undo", "publish", "set", "ask", "approve", "cancel"))


@settings(
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(_DEEDS, st.sampled_from((ADA, BEN, CAY))), max_size=12))
async def test_whatever_they_do_nobody_lets_out_what_they_wrote_last(
    app: App, store: Store, tides: Briefing, deeds: list[tuple[str, Editor]]
) -> None:
    bench = await app.desk.new(ADA, tides.id, title="Calm Seas")
    bench = await changed(app, bench, ADA, "Japan")
    for number, (deed, who) in enumerate(deeds):
        await tried(app, bench.issue.id, number, deed, who)
        bench = await app.desk.open(ADA, bench.issue.id)
        assert bench.last
        if bench.pending is None or bench.unapproved:
            continue
        assert bench.pending.version == bench.version
        let_out = bench.pending.approver_id or bench.pending.author_id
        assert let_out != bench.last.author.id


async def tried(app: App, key: int, number: int, deed: str, who: Editor) -> None:
    """One of them does something, or is refused."""
    bench = await app.desk.open(who, key)
    try:
        match deed:
            case "edit":
                await changed(app, bench, who, f"Section {number}")
            case "title":
                head = bench.contents
                edit = MastheadEdit(number=head.number, date=head.date, title=f"Seas {number}")
                await app.desk.edit(who, key, bench.version, edit)
            case "undo":
                await app.desk.undo(who, key, bench.version)
            case "publish":
                await app.desk_publishing.publish(who, key, bench.version)
            case "set":
                await scheduled(app, who, key, bench.version, "18:00")
            case "ask":
                due = bench.pending.due_at if bench.pending else None
                await app.desk_approving.ask(who, publication(bench, due=due))
            case "approve":
                for request in bench.requests:
                    await app.desk_approving.approve(who, request.id)
            case _:
                await app.desk_scheduling.cancel(who, key)
    except Refused:
        pass
