"""Importing: once, never over another text unless asked to, and complete before it is published."""

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from bot.app.app import App
from bot.app.importing import UNTITLED, Imported, Order, Outcome, Silence
from bot.app.planning import Order as ReleaseOrder
from bot.domain.issue import Contents, Issue, State
from bot.domain.release import Author, Release, ReleaseKind, ReleaseState
from bot.domain.revision import Revision
from bot.errors import Incomplete, Refused, Unreadable
from bot.importer.masthead import NO_DATE, NO_NUMBER
from bot.store.store import Store
from tests.app.documents import FULL, MENDED, NAMELESS, NEXT, UNDATED
from tests.moments import NOW
from tests.shelving import found_briefing

_NEWSROOM = 1
_DAY = date(2024, 3, 4)
MISQUOTED = FULL.replace("must sail again", "may sail again")


async def bring(app: App, text: str, **order: Any) -> Imported:
    made = Order(**({"newsroom": _NEWSROOM, "author": "Ada"} | order))
    return await app.importing.bring(text.encode(), "issue.txt", made)


async def everything(store: Store) -> list[Issue]:
    async with store.read() as transaction:
        return await transaction.issues.all_of()


async def what_it_says(store: Store, issue: Issue) -> Contents:
    async with store.read() as transaction:
        return await transaction.issues.contents(issue.id)


async def revisions(store: Store, issue: Issue) -> list[Revision]:
    async with store.read() as transaction:
        return await transaction.revisions.of(issue.id)


async def turn(store: Store, issue: Issue, state: State) -> None:
    async with store.write() as transaction:
        await transaction.issues._set(issue.id, {"state": state})


async def test_a_document_becomes_a_draft(app: App, store: Store) -> None:
    imported = await bring(app, FULL)
    issue = imported.issue
    assert (imported.outcome, issue.state, issue.revision) == (Outcome.DRAFTED, State.DRAFT, 0)
    assert (issue.number, issue.date, issue.briefing.name) == (12, _DAY, "Tide Watch")
    assert (issue.briefing.newsroom, issue.briefing.public) == (_NEWSROOM, False)
    says = await what_it_says(store, issue)
    assert [entry.countries for entry in says.entries] == [(), ("FI",), ("JP",)]
    assert says.source == FULL
    assert imported.notes == says.notes
    assert await revisions(store, issue) == []


async def test_the_same_text_again_changes_nothing(app: App, store: Store) -> None:
    first = await bring(app, FULL)
    for again in (FULL, FULL.replace("\n", "\r\n"), "\ufeff" + FULL):
        imported = await bring(app, again, author="Bo", replace=True, reason="x")
        assert imported == Imported(outcome=Outcome.UNCHANGED, issue=first.issue)
    assert await everything(store) == [first.issue]


async def test_the_same_text_of_a_published_issue_changes_nothing(app: App, store: Store) -> None:
    first = await bring(app, FULL, publish=True)
    again = await bring(app, FULL, publish=True, replace=True, reason="x")
    assert again == Imported(outcome=Outcome.UNCHANGED, issue=first.issue)
    assert len(await revisions(store, first.issue)) == 1


async def test_another_text_of_that_number_is_refused(app: App, store: Store) -> None:
    first = await bring(app, FULL)
    with pytest.raises(Incomplete, match="Tide Watch #12 is there already with another") as asked:
        await bring(app, MENDED)
    assert asked.value.lacks == "replace"
    assert await everything(store) == [first.issue]
    assert (await what_it_says(store, first.issue)).source == FULL


async def test_a_draft_is_replaced_when_asked_to(app: App, store: Store) -> None:
    first = await bring(app, FULL)
    imported = await bring(app, MENDED, replace=True)
    assert (imported.outcome, imported.issue.id) == (Outcome.REPLACED, first.issue.id)
    assert len(await everything(store)) == 1
    says = await what_it_says(store, imported.issue)
    assert (says.source, says.entries[2].text) == (MENDED, "Tokyo counted its boats twice.")


async def test_a_draft_may_be_replaced_and_published_at_once(app: App, store: Store) -> None:
    await bring(app, FULL)
    imported = await bring(app, MENDED, replace=True, publish=True)
    assert imported.outcome is Outcome.PUBLISHED
    (only,) = await revisions(store, imported.issue)
    assert only.contents.source == MENDED


@pytest.mark.parametrize("reason", [None, "", "  "])
async def test_a_published_text_changes_only_for_a_reason(
    app: App, store: Store, reason: str | None
) -> None:
    first = await bring(app, FULL, publish=True)
    with pytest.raises(Incomplete, match="is published; say why it changes") as asked:
        await bring(app, MENDED, replace=True, reason=reason)
    assert asked.value.lacks == "reason"
    assert await everything(store) == [first.issue]
    assert (await what_it_says(store, first.issue)).source == FULL


async def test_a_correction_keeps_what_was_said_before(app: App, store: Store) -> None:
    first = await bring(app, FULL, publish=True)
    imported = await bring(app, MENDED, author="Bo", replace=True, reason=" A miscount ")
    issue = imported.issue
    assert (imported.outcome, issue.id) == (Outcome.CORRECTED, first.issue.id)
    assert (issue.state, issue.revision, issue.corrected_at) == (State.PUBLISHED, 2, NOW)
    old, new = await revisions(store, issue)
    assert (old.author, old.reason, old.contents.source) == ("Ada", "First publication", FULL)
    assert (new.number, new.author, new.reason) == (2, "Bo", "A miscount")
    assert new.contents == await what_it_says(store, issue)
    assert new.contents.source == MENDED
    said = [each.contents.entries[2].text for each in (old, new)]
    assert said == ["Tokyo counted its boats.", "Tokyo counted its boats twice."]


async def test_a_correction_may_be_taken_back(app: App, store: Store) -> None:
    await bring(app, FULL, publish=True)
    await bring(app, MENDED, replace=True, reason="A miscount")
    imported = await bring(app, FULL, replace=True, reason="It was right")
    assert (imported.outcome, imported.issue.revision) == (Outcome.CORRECTED, 3)
    said = [each.contents.source for each in await revisions(store, imported.issue)]
    assert said == [FULL, MENDED, FULL]


async def test_a_correction_needs_a_date(app: App, store: Store) -> None:
    await bring(app, UNDATED, publish=True, date=_DAY)
    longer = UNDATED + "\nJapan\n\nTokyo counted its boats.\n"
    with pytest.raises(Incomplete, match="the new text has no date; give its date") as asked:
        await bring(app, longer, replace=True, reason="More")
    assert asked.value.lacks == "date"
    imported = await bring(app, longer, replace=True, reason="More", date=_DAY)
    assert imported.outcome is Outcome.CORRECTED


async def test_a_withdrawn_number_stays_withdrawn(app: App, store: Store) -> None:
    first = await bring(app, FULL, publish=True)
    await turn(store, first.issue, State.WITHDRAWN)
    with pytest.raises(Refused, match="was withdrawn; import the new text under another number"):
        await bring(app, MENDED, replace=True, reason="x")
    again = await bring(app, FULL, publish=True)
    assert (again.outcome, again.issue.state) == (Outcome.UNCHANGED, State.WITHDRAWN)


async def test_without_a_number_it_is_kept_and_asked_for(app: App, store: Store) -> None:
    imported = await bring(app, NAMELESS, publish=True)
    assert (imported.outcome, imported.issue.state) == (Outcome.DRAFTED, State.DRAFT)
    assert {NO_NUMBER, NO_DATE} < set(imported.notes)
    assert imported.notes[-1] == (
        "Kept as a draft and not published: it has no number and no date."
    )
    assert (await what_it_says(store, imported.issue)).source == NAMELESS


async def test_without_a_briefing_it_is_found_again_where_it_was_put(
    app: App, store: Store
) -> None:
    first = await bring(app, NAMELESS)
    await bring(app, FULL)
    again = await bring(app, NAMELESS)
    assert (again.outcome, again.issue.id) == (Outcome.UNCHANGED, first.issue.id)
    assert len(await everything(store)) == 2


async def test_what_was_missing_completes_the_draft(app: App, store: Store) -> None:
    first = await bring(app, NAMELESS)
    halfway = await bring(app, NAMELESS, number=12)
    assert (halfway.outcome, halfway.issue.id) == (Outcome.REPLACED, first.issue.id)
    assert (NO_NUMBER in halfway.notes, NO_DATE in halfway.notes) == (False, True)
    whole = await bring(app, NAMELESS, date=_DAY, publish=True)
    assert (whole.outcome, whole.issue.id) == (Outcome.PUBLISHED, first.issue.id)
    assert (whole.issue.number, whole.issue.date) == (12, _DAY)
    says = await what_it_says(store, whole.issue)
    assert len(says.entries) == 1
    assert not {NO_NUMBER, NO_DATE} & {*whole.notes, *says.notes}
    assert (await revisions(store, whole.issue))[0].contents == says


async def test_what_was_given_once_stays_when_the_document_prints_something_else(
    app: App, store: Store
) -> None:
    first = await bring(app, FULL, number=50, date=date(2024, 1, 1))
    assert await bring(app, FULL) == Imported(outcome=Outcome.UNCHANGED, issue=first.issue)
    other = await bring(app, FULL, number=51)
    assert (other.outcome, other.issue.id) == (Outcome.REPLACED, first.issue.id)
    assert (other.issue.number, other.issue.date) == (51, date(2024, 1, 1))
    published = await bring(app, FULL, publish=True)
    assert (published.issue.number, published.issue.date) == (51, date(2024, 1, 1))
    assert (await bring(app, FULL)).outcome is Outcome.UNCHANGED
    assert len(await everything(store)) == 1


@pytest.mark.parametrize("given", [{"number": 51}, {"date": date(2024, 1, 1)}])
async def test_a_published_text_takes_no_other_number_or_date(
    app: App, store: Store, given: dict[str, Any]
) -> None:
    first = await bring(app, FULL, number=50, publish=True)
    with pytest.raises(Refused, match=r"#50 of 2024-03-04 has this text already and is published"):
        await bring(app, FULL, **given, replace=True, reason="x")
    assert await everything(store) == [first.issue]
    again = await bring(app, FULL, number=50, date=_DAY)
    assert again.outcome is Outcome.UNCHANGED


@pytest.mark.parametrize(
    "given",
    [
        {"newsroom": 0},
        {"newsroom": -1},
        {"newsroom": 2**63},
        {"number": -1},
        {"number": 10**9},
        {"briefing": "  "},
        {"briefing": "x" * 101},
    ],
    ids=str,
)
def test_an_order_out_of_bounds_cannot_be_given(given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Order.model_validate({"newsroom": _NEWSROOM, "author": "Ada"} | given)


async def test_an_order_at_its_bounds_is_carried_out(app: App) -> None:
    name = "x" * 100
    imported = await bring(
        app, FULL, newsroom=2**63 - 1, number=999_999_999, briefing=f" {name} ", publish=True
    )
    assert (imported.issue.number, imported.issue.briefing.name) == (999_999_999, name)
    assert imported.issue.briefing.newsroom == 2**63 - 1


async def test_a_printed_name_that_is_too_long_is_cut_and_kept_as_a_draft(
    app: App, store: Store
) -> None:
    name = "Tide Watch of the " + "very " * 40 + "far north"
    document = f"---\nbriefing: {name}\nnumber: 7\ndate: 2024-03-04\n---\n\n{NAMELESS}"
    first = await bring(app, document, publish=True)
    assert (first.issue.state, first.issue.number) == (State.DRAFT, 7)
    assert first.issue.briefing.name == name[:99] + "…"
    assert any(name in note for note in first.notes)
    again = await bring(app, document)
    assert again == Imported(outcome=Outcome.UNCHANGED, issue=first.issue)
    assert len(await everything(store)) == 1


async def test_the_order_wins_over_the_document(app: App) -> None:
    imported = await bring(app, FULL, number=99, date=date(2024, 1, 1), briefing="Ebb Watch")
    issue = imported.issue
    assert (issue.number, issue.date) == (99, date(2024, 1, 1))
    assert issue.briefing.name == "Ebb Watch"


async def test_the_number_nought_is_a_number(app: App) -> None:
    assert (await bring(app, FULL, number=0)).issue.number == 0
    with pytest.raises(Refused, match="#0 is there already"):
        await bring(app, MENDED, number=0)


async def test_a_number_taken_by_another_text_is_refused_for_a_known_text_too(
    app: App, store: Store
) -> None:
    await bring(app, FULL)
    await bring(app, NAMELESS, briefing="Tide Watch")
    with pytest.raises(Refused, match="#12 is there already"):
        await bring(app, NAMELESS, briefing="Tide Watch", number=12)


async def test_a_draft_is_published_by_importing_it_again(app: App, store: Store) -> None:
    first = await bring(app, FULL)
    imported = await bring(app, FULL, publish=True)
    assert (imported.outcome, imported.issue.id) == (Outcome.PUBLISHED, first.issue.id)
    assert (imported.issue.revision, imported.issue.published_at) == (1, NOW)
    assert [each.number for each in await revisions(store, first.issue)] == [1]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tide Watch", "TIDE watch"), ("Überblick", "überblick"), ("ПРИЛИВ", "Прилив")],
)
async def test_issues_of_one_name_are_of_one_briefing(app: App, one: str, other: str) -> None:
    first, second = await bring(app, FULL, briefing=one), await bring(app, NEXT, briefing=other)
    assert first.issue.briefing == second.issue.briefing


async def test_another_newsroom_has_its_own_briefing_of_that_name(app: App, store: Store) -> None:
    first = await bring(app, FULL, publish=True, public=True)
    second = await bring(app, MENDED, newsroom=2, replace=True, reason="x")
    assert second.outcome is Outcome.DRAFTED
    assert second.issue.briefing.id != first.issue.briefing.id
    assert (await what_it_says(store, first.issue)).source == FULL


async def test_a_document_without_a_name_goes_to_the_only_briefing(app: App, store: Store) -> None:
    only = await found_briefing(store, _NEWSROOM, "Tides")
    await found_briefing(store, 2, "Fog")
    assert (await bring(app, NAMELESS)).issue.briefing == only


async def test_a_document_without_a_name_among_several_gets_one_of_its_own(
    app: App, store: Store
) -> None:
    for name in ("Tides", "Fog"):
        await found_briefing(store, _NEWSROOM, name)
    assert (await bring(app, NAMELESS)).issue.briefing.name == UNTITLED


async def test_a_briefing_is_private_until_it_is_made_public(app: App) -> None:
    assert not (await bring(app, FULL)).issue.briefing.public
    assert (await bring(app, NEXT, public=True)).issue.briefing.public
    assert (await bring(app, FULL)).issue.briefing.public


async def test_a_public_briefing_can_be_closed_again(app: App) -> None:
    await bring(app, FULL, public=True)
    closed = await bring(app, FULL, public=False)
    assert (closed.outcome, closed.opened) == (Outcome.UNCHANGED, False)
    assert not closed.issue.briefing.public
    assert (await bring(app, FULL, public=False)).opened is None


async def test_an_import_tells_that_it_made_the_briefing_public(app: App) -> None:
    await bring(app, FULL)
    unchanged = await bring(app, FULL, public=True)
    assert (unchanged.outcome, unchanged.opened) == (Outcome.UNCHANGED, True)
    assert not (await bring(app, FULL, public=True)).opened
    assert not (await bring(app, FULL, newsroom=2, public=True)).opened


async def releases(store: Store, issue: Issue) -> list[Release]:
    """What was released of an issue, oldest first."""
    async with store.read() as transaction:
        return (await transaction.releases.of_issue(issue.id))[::-1]


@pytest.mark.parametrize(
    ("day", "announce", "quiet"),
    [
        (NOW.date() - timedelta(days=7), None, False),
        (NOW.date() - timedelta(days=8), None, True),
        (NOW.date() + timedelta(days=3), None, False),
        (NOW.date(), False, True),
        (NOW.date() - timedelta(days=999), True, False),
    ],
)
async def test_what_is_new_is_told_and_an_archive_is_not_unless_asked_for(
    app: App, store: Store, day: date, announce: bool | None, *, quiet: bool
) -> None:
    imported = await bring(app, FULL, publish=True, date=day, announce=announce)
    (release,) = await releases(store, imported.issue)
    assert (release.kind, release.state) == (ReleaseKind.PUBLICATION, ReleaseState.OPEN)
    assert (release.quiet, release.author, release.author_id) == (quiet, "Ada", None)
    why = None
    if quiet:
        why = Silence.OLD if announce is None else Silence.ASKED
    assert (imported.told, imported.silence) == (0, why)


async def test_what_is_published_by_an_import_waits_for_no_window(app: App, store: Store) -> None:
    imported = await bring(app, FULL, publish=True)
    (release,) = await releases(store, imported.issue)
    assert (release.due_at, release.opened_at) == (NOW, NOW)
    assert app.publishing._bell.rung.is_set()


@pytest.mark.parametrize(
    ("text", "announce", "quiet"),
    [
        (MENDED, None, True),
        (MENDED, True, False),
        (MISQUOTED, None, False),
        (MISQUOTED, False, True),
    ],
)
async def test_a_correction_is_told_if_somebody_was_misquoted_or_it_is_asked_for(
    app: App, store: Store, text: str, announce: bool | None, *, quiet: bool
) -> None:
    await bring(app, FULL, publish=True)
    asked = {"replace": True, "reason": "A slip", "announce": announce}
    imported = await bring(app, text, **asked)
    _, release = await releases(store, imported.issue)
    assert (release.kind, release.quiet) == (ReleaseKind.CORRECTION, quiet)
    assert release.reason == "A slip"
    assert (imported.told, imported.silence) == (0, None)


async def test_a_correction_keeps_what_was_added_since(app: App, store: Store) -> None:
    first = await bring(app, FULL, publish=True)
    order = ReleaseOrder(author=Author(name="Ada"), at_once=True)
    entries = app.importing.read_update("The ferry sails at noon.", ["FI"])
    await app.publishing.update(first.issue.id, entries, order)
    imported = await bring(app, MENDED, replace=True, reason="A miscount")
    *_, japan, live = (await what_it_says(store, imported.issue)).entries
    assert japan.text == "Tokyo counted its boats twice."
    assert (live.text, live.countries, live.live_at) == ("The ferry sails at noon.", ("FI",), NOW)


def test_an_update_is_read_as_of_today_and_of_its_country(app: App) -> None:
    text = "“Now we can talk,” said Bagus Prawira, Port Director, this morning, June 2."
    (entry,) = app.importing.read_update(text, ["ID"])
    (said,) = entry.quotes
    assert (entry.heading, entry.countries, entry.text) == ("Indonesia", ("ID",), text)
    assert (said.speaker, said.country, said.said_on) == ("Bagus Prawira", "ID", NOW.date())
    assert {each.when.start.year for each in entry.events} <= {NOW.year, NOW.year - 1}


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("One line.\n\nAnother one.", None),
        ("Tide Watch #9 | May 1, 2020\n\nStorm\n\nJapan\n\nBoats.", "Japan"),
    ],
)
def test_nothing_of_an_update_is_taken_for_a_title(
    app: App, text: str, heading: str | None
) -> None:
    (entry,) = app.importing.read_update(text, [])
    assert entry.heading == heading
    assert entry.text in (text, "Boats.")


async def test_while_another_change_waits_nothing_is_corrected(app: App) -> None:
    first = await bring(app, FULL, publish=True)
    waiting = ReleaseOrder(author=Author(name="Ada"))
    await app.publishing.withdraw(first.issue.id, "All wrong", waiting)
    with pytest.raises(Refused, match="Another change of Tide Watch #12 is about to go out"):
        await bring(app, MENDED, replace=True, reason="A miscount")


async def test_what_is_refused_leaves_nothing_behind(app: App, store: Store) -> None:
    first = await bring(app, FULL)
    with pytest.raises(Refused):
        await bring(app, MENDED, public=True)
    async with store.read() as transaction:
        assert await transaction.briefings.public() == []
    assert await everything(store) == [first.issue]


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02\x03" * 300], ids=["empty", "binary"])
async def test_what_is_no_document_is_told(app: App, store: Store, data: bytes) -> None:
    with pytest.raises(Unreadable):
        await app.importing.bring(data, "issue.txt", Order(newsroom=_NEWSROOM, author="Ada"))
    async with store.read() as transaction:
        assert await transaction.briefings.of_newsroom(_NEWSROOM) == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "An update needs some text; say what happened"),
        (" \n", "An update needs some text; say what happened"),
        ("a\x01\x02", "This update cannot be read as text"),
        ("a\udcff", "This update cannot be read as text"),
    ],
)
def test_an_update_is_text_and_no_document(app: App, text: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        app.importing.read_update(text, [])
