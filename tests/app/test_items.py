"""Items: found by their references, by those who may read them."""

from typing import Any

import pytest

from bot.app.app import App
from bot.domain.answer import NoLongerReadable, NoSuchIssue, Reading
from bot.domain.briefing import Briefing
from bot.domain.issue import Issue, State
from bot.domain.listing import Cited, InContext, Opened
from bot.domain.quote import Quote, QuoteKind
from bot.domain.reference import Kind, Reference
from bot.store.store import Store
from tests.app.places import ALONE, HOME
from tests.contents import contents, dated, happening, speaking
from tests.shelving import DAY, found_briefing, put

PARTS = (
    speaking("North", ("Ilse Marwan", "The ferry sails.")),
    happening("Dates", dated("2022-01-03", "Thaw.", "FI")),
)


def reference(kind: Kind, key: int = 1) -> Reference:
    return Reference(kind=kind, id=key)


@pytest.fixture
async def tides(store: Store) -> Briefing:
    return await found_briefing(store, HOME.server or 0, "Tides", public=False)


@pytest.fixture
async def issue(store: Store, tides: Briefing) -> Issue:
    return await put(store, tides, contents(7, DAY, *PARTS))


async def test_a_quote_and_an_event_open_on_cards_of_their_own(app: App, issue: Issue) -> None:
    quote = await app.items.open(HOME, reference(Kind.QUOTE))
    assert isinstance(quote, Opened)
    assert (quote.item.text, quote.item.issue, quote.item.entry.heading) == (
        "The ferry sails.",
        issue,
        "North",
    )
    event = await app.items.open(HOME, reference(Kind.EVENT))
    assert isinstance(event, Opened)
    assert event.item.text == "Thaw."


async def test_a_section_opens_in_its_issue(app: App, issue: Issue) -> None:
    answer = await app.items.open(HOME, reference(Kind.SECTION, 2))
    assert isinstance(answer, Reading)
    assert (answer.issue, answer.entry, len(answer.entries)) == (issue, 2, 2)
    whole = await app.items.open(HOME, reference(Kind.ISSUE))
    assert isinstance(whole, Reading)
    assert whole.entry == 0


async def test_a_quote_opens_in_its_paragraph(app: App, issue: Issue) -> None:
    answer = await app.items.context(HOME, reference(Kind.QUOTE))
    assert isinstance(answer, InContext)
    start, end = answer.item.quote.start, answer.item.quote.end
    assert answer.item.entry.text[start:end] == "The ferry sails."
    event = reference(Kind.EVENT)
    assert await app.items.context(HOME, event) == NoLongerReadable(reference=event)


async def test_a_quote_from_elsewhere_stands_in_no_paragraph(
    app: App, store: Store, tides: Briefing
) -> None:
    quote = Quote(text="Ice again.", kind=QuoteKind.SPEECH, source="A letter of 3 May")
    entry = speaking("North").model_copy(update={"quotes": (quote,)})
    await put(store, tides, contents(8, DAY, entry))
    answer = await app.items.context(HOME, reference(Kind.QUOTE))
    assert isinstance(answer, Opened)
    assert answer.item.text == "Ice again."
    assert answer == await app.items.open(HOME, reference(Kind.QUOTE))


async def test_everything_can_be_cited(app: App, issue: Issue) -> None:
    for kind in (Kind.SECTION, Kind.QUOTE, Kind.EVENT):
        answer = await app.items.cite(HOME, reference(kind))
        assert isinstance(answer, Cited)
        assert answer.issue == issue
        assert answer.item
        assert answer.item.reference == reference(kind)
    assert await app.items.cite(HOME, reference(Kind.ISSUE)) == Cited(issue=issue)


@pytest.mark.parametrize("typed", ["q1", "#q1", "Q1 "])
async def test_an_issue_may_be_asked_for_by_what_stands_in_it(
    app: App, issue: Issue, typed: str
) -> None:
    assert isinstance(await app.items.issue(HOME, typed), Opened)


async def test_an_issue_is_asked_for_by_its_number(app: App, issue: Issue) -> None:
    assert isinstance(await app.items.issue(HOME, "7"), Reading)
    assert isinstance(await app.items.issue(HOME), Reading)
    assert isinstance(await app.items.issue(HOME, "8"), NoSuchIssue)


_NAMED = [reference(kind, key) for kind in Kind for key in (1, 99)]


@pytest.mark.parametrize("named", _NAMED, ids=str)
async def test_a_stranger_is_told_the_same_of_what_is_there_and_what_is_not(
    app: App, issue: Issue, named: Reference
) -> None:
    for ask in (app.items.open, app.items.cite, app.items.context):
        answer: Any = await ask(ALONE, named)
        assert isinstance(answer, NoLongerReadable)
        assert answer.reference in (named, None)


@pytest.mark.parametrize("state", [State.DRAFT, State.SCHEDULED])
async def test_what_is_not_published_is_not_found(
    app: App, store: Store, tides: Briefing, state: State
) -> None:
    await put(store, tides, contents(7, DAY, *PARTS), state)
    for kind in (Kind.SECTION, Kind.QUOTE, Kind.EVENT):
        assert isinstance(await app.items.open(HOME, reference(kind)), NoLongerReadable)
        assert isinstance(await app.items.cite(HOME, reference(kind)), NoLongerReadable)
    assert isinstance(await app.items.cite(HOME, reference(Kind.ISSUE)), NoLongerReadable)


@pytest.mark.parametrize("kind", Kind)
async def test_of_what_was_withdrawn_those_who_could_read_it_are_told_so(
    app: App, store: Store, tides: Briefing, kind: Kind
) -> None:
    await put(store, tides, contents(7, DAY, *PARTS), State.WITHDRAWN)
    for ask in (app.items.open, app.items.cite):
        answer = await ask(HOME, reference(kind))
        assert isinstance(answer, NoSuchIssue)
        assert (answer.typed, answer.withdrawn) == ("#7", True)
        told = await ask(ALONE, reference(kind))
        assert isinstance(told, NoLongerReadable)
    if kind is Kind.QUOTE:
        assert isinstance(await app.items.context(HOME, reference(kind)), NoSuchIssue)
        assert isinstance(await app.items.context(ALONE, reference(kind)), NoLongerReadable)
