"""Lists: quotes and events, narrowed by what a person typed."""

from datetime import date

import pytest

from bot.app.app import App
from bot.app.lists import Wish, near_names
from bot.domain.answer import (
    Answer,
    DidYouMean,
    NoBriefing,
    NoLongerReadable,
    NoSuchIssue,
    UnknownCountry,
)
from bot.domain.briefing import Briefing
from bot.domain.cursor import Cursor, Way
from bot.domain.filter import Filter, Listed
from bot.domain.issue import Issue, State
from bot.domain.listing import NothingListed, Quotes, Timeline
from bot.errors import Refused
from bot.store.store import Store
from tests.app.places import ALONE, HOME
from tests.contents import dated, happening, speaking
from tests.shelving import DAY, found_briefing, publish


@pytest.fixture
async def tides(store: Store) -> Briefing:
    """Three issues a week apart, in which people speak and things happen."""
    tides = await found_briefing(store, HOME.server or 0, "Tides")
    await publish(
        store,
        tides,
        1,
        speaking("North", ("Ilse Marwan", "The first ferry sails."), said_on=date(2022, 1, 9)),
        happening("Dates", dated("2021", "The year of fog.", "FI"), dated("2022-01-03", "Thaw.")),
        day=date(2022, 1, 14),
    )
    await publish(
        store,
        tides,
        2,
        speaking("South", ("José Ferro", "Ten berths, one rule."), country="PT"),
        speaking("North", ("Ilse Marwan", "The second ferry waits."), said_on=date(2022, 1, 20)),
        happening("Dates", dated("2022-01", "A month of ice.", "FI", "SE")),
        day=date(2022, 1, 21),
    )
    await publish(
        store,
        tides,
        3,
        speaking("North", ("Ilse Marwan", "No ferry sails."), said_on=None),
        happening("Dates", dated("2022-02-10", "The fair.", "SE", expected=True)),
        day=DAY,
    )
    return tides


async def quotes(app: App, **typed: str | None) -> Answer:
    return await app.lists.quotes(HOME, Wish(**typed))


async def timeline(app: App, **typed: str | None) -> Answer:
    return await app.lists.timeline(HOME, Wish(**typed))


def words(answer: Answer) -> list[str]:
    assert isinstance(answer, Quotes), answer
    return [item.quote.text for item in answer.quotes]


def sentences(answer: Answer) -> list[str]:
    assert isinstance(answer, Timeline), answer
    return [item.event.sentence for item in answer.events]


ALL = [
    "No ferry sails.",
    "Ten berths, one rule.",
    "The second ferry waits.",
    "The first ferry sails.",
]


async def test_quotes_are_the_newest_first_by_the_day_they_were_said(
    app: App, tides: Briefing
) -> None:
    answer = await quotes(app)
    assert words(answer) == ALL
    assert isinstance(answer, Quotes)
    assert (answer.briefing.id, answer.older, answer.newer) == (tides.id, False, False)
    assert answer.months == ()
    newest = answer.quotes[0]
    assert (newest.issue.number, newest.entry.heading) == (3, "North")
    assert newest.day == DAY


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"speaker": "Ilse Marwan"}, [ALL[0], ALL[2], ALL[3]]),
        ({"speaker": "marwan"}, [ALL[0], ALL[2], ALL[3]]),
        ({"speaker": "jose"}, [ALL[1]]),
        ({"country": "Portugal"}, [ALL[1]]),
        ({"country": "🇫🇮"}, [ALL[0], ALL[2], ALL[3]]),
        ({"words": "ferry -second"}, [ALL[0], ALL[3]]),
        ({"words": "“one rule”"}, [ALL[1]]),
        ({"since": "2022-01-20"}, ALL[:3]),
        ({"until": "20 January 2022"}, ALL[2:]),
        ({"since": "last 14 days"}, ALL[:3]),
        ({"since": "January 2022", "until": "9 January 2022"}, [ALL[3]]),
        ({"speaker": "Marwan", "words": "sails", "until": "2022-01-20"}, [ALL[3]]),
        ({"briefing": "tides"}, ALL),
        ({"words": "  "}, ALL),
    ],
)
async def test_quotes_are_narrowed(
    app: App, tides: Briefing, typed: dict[str, str], found: list[str]
) -> None:
    assert words(await quotes(app, **typed)) == found


async def test_a_timeline_is_in_order_of_date_with_its_precision(app: App, tides: Briefing) -> None:
    answer = await timeline(app)
    assert sentences(answer) == ["The year of fog.", "A month of ice.", "Thaw.", "The fair."]
    assert isinstance(answer, Timeline)
    assert [str(item.event.when) for item in answer.events] == [
        "2021",
        "2022-01",
        "2022-01-03",
        "2022-02-10",
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"country": "Sweden"}, ["A month of ice.", "The fair."]),
        ({"since": "2022-01-20"}, ["A month of ice.", "The fair."]),
        ({"until": "2022-01-20"}, ["The year of fog.", "A month of ice.", "Thaw."]),
        ({"since": "2021", "until": "2021"}, ["The year of fog."]),
    ],
)
async def test_a_timeline_is_narrowed(
    app: App, tides: Briefing, typed: dict[str, str], found: list[str]
) -> None:
    assert sentences(await timeline(app, **typed)) == found


async def test_pages_go_on_from_a_cursor_in_both_ways(app: App, tides: Briefing) -> None:
    first = await app.lists.quotes(HOME, Wish(), limit=2)
    assert isinstance(first, Quotes)
    assert (words(first), first.older, first.newer) == (ALL[:2], True, False)
    last = first.quotes[-1]
    older = Cursor(way=Way.OLDER, day=str(last.day), id=last.id)
    second = await app.lists.go_on(HOME, first.filter, older)
    assert words(second) == ALL[2:]
    assert isinstance(second, Quotes)
    assert (second.older, second.newer) == (False, True)
    top = second.quotes[0]
    newer = Cursor(way=Way.NEWER, day=str(top.day), id=top.id)
    assert words(await app.lists.go_on(HOME, first.filter, newer)) == ALL[:2]


async def test_a_month_is_jumped_to(app: App, tides: Briefing) -> None:
    wanted = Filter(listed=Listed.TIMELINE, briefing=tides.id)
    at = await app.lists.go_on(HOME, wanted, Cursor.from_start("2022-01"))
    assert sentences(at) == ["A month of ice.", "Thaw.", "The fair."]
    assert isinstance(at, Timeline)
    assert (at.older, at.newer) == (True, False)
    assert at.months == ("2022-02", "2022-01", "2021")


async def test_a_page_beyond_the_end_is_the_newest(app: App, tides: Briefing) -> None:
    wanted = Filter(listed=Listed.QUOTES, briefing=tides.id)
    cursor = Cursor(way=Way.NEWER, day="2030-01-01", id=1)
    assert words(await app.lists.go_on(HOME, wanted, cursor)) == ALL


async def test_a_list_of_one_issue_or_of_some_entries(app: App, tides: Briefing) -> None:
    everything = await quotes(app)
    assert isinstance(everything, Quotes)
    second = everything.quotes[1]
    wanted = everything.filter.model_copy(update={"issue": second.issue.id})
    assert words(await app.lists.go_on(HOME, wanted)) == ALL[1:3]
    wanted = everything.filter.model_copy(update={"entries": (second.entry.id,)})
    assert words(await app.lists.go_on(HOME, wanted)) == [ALL[1]]


async def test_days_that_cannot_be_read_are_refused(app: App, tides: Briefing) -> None:
    with pytest.raises(Refused, match=r"“soonish” is no day I can read; type 2022-01-28"):
        await quotes(app, since="soonish")
    with pytest.raises(Refused, match="No day is both since 2022 and until 2021; swap them"):
        await timeline(app, since="2022", until="2021")


async def test_no_quote_says_who_is_quoted(app: App, tides: Briefing) -> None:
    answer = await quotes(app, speaker="Modi")
    assert isinstance(answer, NothingListed)
    assert [(s.name, s.role, s.quotes) for s in answer.speakers] == [
        ("Ilse Marwan", "Minister of Harbours", 3),
        ("José Ferro", "Minister of Harbours", 1),
    ]
    assert answer.countries == ("FI", "PT")
    assert answer.near == ()


@pytest.mark.parametrize("typed", ["Marwen", "Ilse Marwann", "MARVAN"])
async def test_the_nearest_name_is_offered(app: App, tides: Briefing, typed: str) -> None:
    answer = await quotes(app, speaker=typed)
    assert isinstance(answer, NothingListed)
    assert answer.near == ("Ilse Marwan",)


async def test_a_known_name_is_not_mended(app: App, tides: Briefing) -> None:
    answer = await quotes(app, speaker="Marwan", words="berths")
    assert isinstance(answer, NothingListed)
    assert (answer.near, len(answer.speakers)) == ((), 2)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ({"words": "ferrry"}, ("ferry",)),
        ({"words": "“secnd ferry” -ice"}, ("“second ferry” -ice",)),
        ({"words": "“ferry second”"}, ("ferry", "second")),
        ({"words": "berrths", "speaker": "Marwan"}, ()),
        ({"words": "berths", "speaker": "Marwan"}, ()),
        ({"words": "harbours"}, ()),
        ({"speaker": "Nobody"}, ()),
    ],
)
async def test_words_that_were_said_are_offered_for_those_that_were_not(
    app: App, tides: Briefing, typed: dict[str, str], near: tuple[str, ...]
) -> None:
    answer = await quotes(app, **typed)
    assert isinstance(answer, NothingListed)
    assert answer.near_words == near
    for words_near in answer.near_words:
        meant = answer.filter.model_copy(update={"words": words_near})
        assert isinstance(await app.lists.go_on(HOME, meant), Quotes)


async def test_no_event_says_on_which_countries_there_are_some(app: App, tides: Briefing) -> None:
    answer = await timeline(app, country="France")
    assert isinstance(answer, NothingListed)
    assert answer.countries == ("FI", "SE")
    assert (answer.speakers, answer.filter.country) == ((), "FR")


async def test_a_country_may_be_misspelt_or_unknown(app: App, tides: Briefing) -> None:
    near = await quotes(app, country="Portugla", words="rule")
    assert isinstance(near, DidYouMean)
    assert near.countries == ("PT",)
    assert near.filter
    meant = near.filter.model_copy(update={"country": "PT"})
    assert words(await app.lists.go_on(HOME, meant)) == [ALL[1]]
    unknown = await timeline(app, country="Qqqqqq")
    assert isinstance(unknown, UnknownCountry)
    assert unknown.covered == ("FI", "SE")
    assert unknown.filter


async def test_an_unknown_briefing_and_a_place_without_one(app: App, tides: Briefing) -> None:
    assert isinstance(await quotes(app, briefing="Hail"), NoBriefing)
    assert isinstance(await app.lists.quotes(ALONE, Wish()), NoBriefing)


async def test_a_button_of_a_private_briefing_says_no_more(
    app: App, store: Store, tides: Briefing
) -> None:
    async with store.write() as transaction:
        await transaction.briefings.set_public(tides.id, False)
    wanted = Filter(listed=Listed.QUOTES, briefing=tides.id)
    assert await app.lists.go_on(ALONE, wanted) == NoLongerReadable()
    assert words(await app.lists.go_on(HOME, wanted)) == ALL


def test_names_are_near_by_any_of_their_words() -> None:
    names = ["Ilse Marwan", "José Ferro", "Ann Li"]
    assert near_names("jose fero", names) == ("José Ferro",)
    assert near_names("Ferrro", names) == ("José Ferro",)
    assert near_names("Li", names) == ()
    assert near_names("", names) == ()


async def test_a_part_of_a_name_that_begins_no_word_of_it_is_mended(
    app: App, tides: Briefing
) -> None:
    answer = await quotes(app, speaker="arwan")
    assert isinstance(answer, NothingListed)
    assert answer.near == ("Ilse Marwan",)


@pytest.mark.parametrize("typed", ["-ferry", "???", "“”"])
async def test_words_to_leave_out_are_not_enough(app: App, tides: Briefing, typed: str) -> None:
    with pytest.raises(Refused, match="Type at least one word to look for"):
        await quotes(app, words=typed)


async def test_a_briefing_without_any_is_told_from_one_without_these(
    app: App, store: Store, tides: Briefing
) -> None:
    some = await quotes(app, country="France")
    assert isinstance(some, NothingListed)
    assert not some.empty
    bare = await found_briefing(store, HOME.server or 0, "Bare")
    nothing = await quotes(app, country="France", briefing=str(bare.id))
    assert isinstance(nothing, NothingListed)
    assert nothing.empty


async def of_number(store: Store, briefing: Briefing, number: int) -> Issue:
    async with store.read() as transaction:
        return next(
            issue
            for issue in await transaction.issues.all_of(briefing.newsroom)
            if issue.number == number
        )


@pytest.mark.parametrize("listed", [Listed.QUOTES, Listed.TIMELINE])
async def test_a_list_of_an_issue_that_was_withdrawn_says_so(
    app: App, store: Store, tides: Briefing, listed: Listed
) -> None:
    second = await of_number(store, tides, 2)
    async with store.write() as transaction:
        (section, *_) = await transaction.entries.of(second.id)
        await transaction.issues.set_state(second.id, State.WITHDRAWN)
    for narrowed in ({"issue": second.id}, {"entries": (section.id,)}):
        wanted = Filter(listed=listed, briefing=tides.id).model_copy(update=narrowed)
        answer = await app.lists.go_on(HOME, wanted)
        assert isinstance(answer, NoSuchIssue)
        assert (answer.typed, answer.withdrawn) == ("#2", True)
        assert {issue.number for issue in answer.nearest} == {1, 3}


@pytest.mark.parametrize("state", [State.DRAFT, State.SCHEDULED, State.WITHDRAWN])
async def test_nothing_is_told_of_an_issue_of_another_briefing(
    app: App, store: Store, tides: Briefing, state: State
) -> None:
    quiet = await found_briefing(store, 2, "Quiet", public=False)
    hidden = await publish(store, quiet, 1, speaking("North"))
    async with store.write() as transaction:
        await transaction.issues.set_state(hidden.id, state)
    wanted = Filter(listed=Listed.QUOTES, briefing=tides.id, issue=hidden.id)
    unknown = wanted.model_copy(update={"issue": 999})
    told = [await app.lists.go_on(HOME, each) for each in (wanted, unknown)]
    assert [answer.issue for answer in told if isinstance(answer, NothingListed)] == [None, None]


async def test_an_empty_list_of_an_issue_names_it(app: App, store: Store, tides: Briefing) -> None:
    third = await of_number(store, tides, 3)
    wanted = Filter(listed=Listed.QUOTES, briefing=tides.id, issue=third.id, country="FR")
    answer = await app.lists.go_on(HOME, wanted)
    assert isinstance(answer, NothingListed)
    assert answer.issue == third
