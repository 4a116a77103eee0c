"""Every kind of answer that a reader can get."""

import pytest

from bot.app.app import App
from bot.domain.answer import (
    Answer,
    Audience,
    DidYouMean,
    Help,
    NoBriefing,
    NoLongerReadable,
    NoSuchIssue,
    NothingOnCountry,
    NothingPublished,
    Reading,
    Shelf,
    Shelves,
    UnknownCountry,
)
from bot.domain.briefing import Briefing
from bot.domain.issue import State
from bot.store.store import Store
from tests.app.places import ALONE, ELSEWHERE, HOME
from tests.contents import contents, section
from tests.moments import later
from tests.shelving import DAY, found_briefing, publish, put

_HIDDEN = [State.DRAFT, State.SCHEDULED, State.WITHDRAWN]
_LATER = DAY.replace(day=29)


@pytest.fixture
async def tides(store: Store) -> Briefing:
    return await found_briefing(store, HOME.server or 0, "Tides")


def reading(answer: Answer) -> Reading:
    assert isinstance(answer, Reading)
    return answer


def texts(answer: Answer) -> list[str]:
    return [entry.text for entry in reading(answer).entries]


async def test_without_a_country_it_is_the_whole_newest_issue(
    app: App, store: Store, tides: Briefing
) -> None:
    await publish(store, tides, 1, section("FI"))
    newest = await publish(store, tides, 2, section(text="Calm."), section("FI"), day=_LATER)
    for country in (None, "", "  "):
        answer = reading(await app.reading.latest(HOME, country))
        assert (answer.issue, answer.newest, answer.country) == (newest, newest, None)
        assert texts(answer) == ["Calm.", section("FI").text]
        assert [entry.id for entry in answer.entries] == [2, 3]


@pytest.mark.parametrize("typed", ["Finland", "fi", "🇫🇮", "Helsinki", "Finnish", "Suomi"])
async def test_a_country_is_known_by_any_of_its_names(
    app: App, store: Store, tides: Briefing, typed: str
) -> None:
    await publish(store, tides, 1, section(), section("FI", text="Ice."), section("SE"))
    answer = reading(await app.reading.latest(HOME, typed))
    assert (texts(answer), answer.country) == (["Ice."], "FI")


async def test_if_the_newest_issue_has_nothing_on_it_the_last_that_had_is_read(
    app: App, store: Store, tides: Briefing
) -> None:
    await publish(store, tides, 1, section("FI", text="Old."), day=DAY.replace(day=1))
    had = await publish(store, tides, 2, section("FI", text="Ice."))
    newest = await publish(store, tides, 3, section("SE"), day=_LATER)
    answer = reading(await app.reading.latest(HOME, "Finland"))
    assert (answer.issue, answer.newest, texts(answer)) == (had, newest, ["Ice."])


async def test_an_old_card_says_nothing_of_newer_issues_that_have_the_country(
    app: App, store: Store, tides: Briefing
) -> None:
    old = await publish(store, tides, 1, section("FI", text="Old."))
    await publish(store, tides, 2, section("FI", text="Ice."), day=_LATER)
    await publish(store, tides, 3, section("SE"), day=_LATER)
    answer = reading(await app.reading.open(HOME, old.id, "FI"))
    assert (answer.newest, texts(answer)) == (old, ["Old."])


async def test_live_updates_come_first_newest_on_top(
    app: App, store: Store, tides: Briefing
) -> None:
    parts = [
        section("FI", text="morning"),
        section("FI", "SE", text="noon", live=later(hours=1)),
        section("SE", text="elsewhere", live=later(hours=3)),
        section("FI", text="evening", live=later(hours=2)),
        section("FI", "EE", text="both"),
    ]
    issue = await publish(store, tides, 1, *parts)
    on_finland = await app.reading.latest(HOME, "Finland")
    assert texts(on_finland) == ["evening", "noon", "morning", "both"]
    assert texts(await app.reading.open(HOME, issue.id, "FI")) == texts(on_finland)
    assert texts(await app.reading.latest(HOME)) == [part.text for part in parts]


async def test_a_typing_error_gets_a_question(app: App, store: Store, tides: Briefing) -> None:
    await publish(store, tides, 1, section("FI"))
    answer = await app.reading.latest(HOME, "Finlnad")
    assert answer == DidYouMean(typed="Finlnad", countries=("FI",), briefing=tides)


async def test_a_name_of_no_country_gets_what_there_is(
    app: App, store: Store, tides: Briefing
) -> None:
    await publish(store, tides, 1, section("SE"), section("FI"), section("FI"))
    answer = await app.reading.latest(HOME, "Qqqqqq")
    assert answer == UnknownCountry(typed="Qqqqqq", covered=("FI", "SE"), briefing=tides)


async def test_a_country_without_a_section_gets_what_there_is(
    app: App, store: Store, tides: Briefing
) -> None:
    await publish(store, tides, 1, section("SE"))
    other = await found_briefing(store, HOME.server or 0, "Fog")
    answer = await app.reading.latest(HOME, "Japan")
    assert answer == NothingOnCountry(
        country="JP", briefing=tides, covered=("SE",), choices=(other,)
    )


async def test_the_briefing_that_has_the_country_is_named(
    app: App, store: Store, tides: Briefing
) -> None:
    await publish(store, tides, 1, section("SE"), day=_LATER)
    other = await found_briefing(store, HOME.server or 0, "Fog")
    await publish(store, other, 1, section("JP"))
    answer = await app.reading.latest(HOME, "Japan")
    assert isinstance(answer, NothingOnCountry)
    assert (answer.briefing, answer.elsewhere) == (tides, other)


async def test_an_empty_briefing_says_so(app: App, tides: Briefing) -> None:
    for answer in (await app.reading.latest(HOME), await app.reading.issue(HOME)):
        assert answer == NothingPublished(briefing=tides)
    nothing = await app.reading.latest(HOME, "Japan")
    assert nothing == NothingOnCountry(country="JP", briefing=tides, covered=())


async def test_where_nothing_can_be_read_the_answer_says_so(app: App, tides: Briefing) -> None:
    assert await app.reading.latest(ALONE) == NoBriefing(nameable=True)
    assert await app.reading.latest(ALONE, "Japan") == NoBriefing(nameable=True)
    assert await app.reading.latest(HOME, briefing="Hail") == NoBriefing(
        typed="Hail", nameable=True
    )
    assert await app.reading.issue(HOME, "7", "Hail") == NoBriefing(typed="Hail", nameable=True)


async def test_other_briefings_are_offered(app: App, store: Store, tides: Briefing) -> None:
    fog = await found_briefing(store, HOME.server or 0, "Fog")
    await publish(store, tides, 1, section("FI"), day=_LATER)
    await publish(store, fog, 8, section("FI"))
    assert reading(await app.reading.latest(HOME)).choices == (fog,)
    named = reading(await app.reading.latest(HOME, "Finland", str(fog.id)))
    assert (named.issue.number, named.choices) == (8, (tides,))
    public = reading(await app.reading.latest(ALONE, "Finland", "Fog"))
    assert (public.issue.number, public.choices) == (8, ())


@pytest.mark.parametrize("typed", ["7", "#7", " 7 ", "007"])
async def test_an_issue_is_found_by_its_number(
    app: App, store: Store, tides: Briefing, typed: str
) -> None:
    issue = await publish(store, tides, 7, section(), section("FI"))
    await publish(store, tides, 8, day=_LATER)
    answer = reading(await app.reading.issue(HOME, typed))
    assert (answer.issue, answer.newest, len(answer.entries)) == (issue, issue, 2)


async def test_without_a_number_it_is_the_newest(app: App, store: Store, tides: Briefing) -> None:
    await publish(store, tides, 7)
    for number in (None, "", " "):
        assert reading(await app.reading.issue(HOME, number)).issue.number == 7


async def test_an_issue_may_have_the_number_nought(app: App, store: Store, tides: Briefing) -> None:
    await publish(store, tides, 0)
    assert reading(await app.reading.issue(HOME, "0")).issue.number == 0


@pytest.mark.parametrize("typed", ["9", "seven", "7.5", "-7", "٧", "²", "9" * 5000])
async def test_a_number_that_is_not_there_gets_the_nearest(
    app: App, store: Store, tides: Briefing, typed: str
) -> None:
    near = await publish(store, tides, 7)
    answer = await app.reading.issue(HOME, typed)
    assert answer == NoSuchIssue(typed=typed, briefing=tides, nearest=(near,))


@pytest.mark.parametrize("state", _HIDDEN)
async def test_what_is_not_published_is_not_read(
    app: App, store: Store, tides: Briefing, state: State
) -> None:
    near = await publish(store, tides, 7, section("FI"))
    hidden = await put(store, tides, contents(8, _LATER, section("JP")), state)
    assert reading(await app.reading.latest(HOME)).issue == near
    answer = await app.reading.latest(HOME, "Japan")
    assert answer == NothingOnCountry(country="JP", briefing=tides, covered=("FI",))
    withdrawn = state is State.WITHDRAWN
    told = NoSuchIssue(typed="8", briefing=tides, nearest=(near,), withdrawn=withdrawn)
    assert await app.reading.issue(HOME, "8") == told
    opened = await app.reading.open(HOME, hidden.id)
    assert opened == (told.model_copy(update={"typed": "#8"}) if withdrawn else NoLongerReadable())


async def test_a_button_opens_an_issue_or_one_of_its_countries(
    app: App, store: Store, tides: Briefing
) -> None:
    issue = await publish(store, tides, 7, section(), section("FI", text="Ice."))
    newest = await publish(store, tides, 8, day=_LATER)
    whole = reading(await app.reading.open(HOME, issue.id))
    assert (whole.issue, whole.newest, len(whole.entries)) == (issue, issue, 2)
    part = reading(await app.reading.open(HOME, issue.id, "FI"))
    assert (texts(part), part.country, part.newest) == (["Ice."], "FI", newest)


async def test_a_button_of_a_public_briefing_works_anywhere(
    app: App, store: Store, tides: Briefing
) -> None:
    issue = await publish(store, tides, 7)
    for reader in (ALONE, ELSEWHERE):
        assert reading(await app.reading.open(reader, issue.id)).issue == issue


async def test_a_button_asks_again_whether_one_may_read(
    app: App, store: Store, tides: Briefing
) -> None:
    issue = await publish(store, tides, 7)
    async with store.write() as transaction:
        await transaction.briefings.set_public(tides.id, False)
    for reader in (ALONE, ELSEWHERE):
        assert await app.reading.open(reader, issue.id) == NoLongerReadable()
        assert await app.reading.latest(reader, "Japan", tides.id) == NoLongerReadable()
        assert await app.reading.latest(reader) == NoBriefing()
    assert reading(await app.reading.open(HOME, issue.id)).issue.number == 7


async def test_a_button_means_its_briefing_and_none_that_is_called_like_its_number(
    app: App, store: Store, tides: Briefing
) -> None:
    decoy = await found_briefing(store, 2, str(tides.id))
    await publish(store, decoy, 1, section("JP"))
    async with store.write() as transaction:
        await transaction.briefings.set_public(tides.id, False)
    assert await app.reading.latest(ALONE, "Japan", tides.id) == NoLongerReadable()


async def test_a_button_of_what_is_gone_opens_nothing(app: App, tides: Briefing) -> None:
    assert await app.reading.open(HOME, 99) == NoLongerReadable()


async def test_briefings_are_shown_with_their_newest_issue(
    app: App, store: Store, tides: Briefing
) -> None:
    fog = await found_briefing(store, 2, "Fog")
    await publish(store, tides, 1)
    newest = await publish(store, tides, 2, day=_LATER)
    answer = await app.reading.briefings(HOME)
    first, second = (
        Shelf(briefing=tides, newest=newest, issues=2),
        Shelf(briefing=fog, newest=None, issues=0),
    )
    assert answer == Shelves(shelves=(first, second))
    assert await app.reading.briefings(ALONE) == Shelves(shelves=(second, first))


async def test_without_briefings_there_is_nothing_to_show(app: App) -> None:
    assert await app.reading.briefings(HOME) == NoBriefing()
    assert await app.reading.help(HOME) == Help(shelves=(), countries=())


async def test_help_has_examples_of_what_is_read_here(
    app: App, generous: App, store: Store, tides: Briefing
) -> None:
    newest = await publish(store, tides, 1, section("SE"), section("FI"), section("FI"))
    fog = await found_briefing(store, 2, "Fog")
    shelf = Shelf(briefing=tides, newest=newest, issues=1)
    assert await app.reading.help(HOME) == Help(shelves=(shelf,), countries=("FI", "SE"))
    async with store.write() as transaction:
        await transaction.servers.set_public_answers(HOME.server or 0, True)
    public = await app.reading.help(HOME)
    assert isinstance(public, Help)
    assert public.audience is Audience.EVERYONE
    assert await app.reading.help(ALONE) == Help(shelves=(), countries=(), audience=Audience.ALONE)
    everything = await generous.reading.help(ALONE)
    assert isinstance(everything, Help)
    assert [each.briefing for each in everything.shelves] == [tides, fog]
