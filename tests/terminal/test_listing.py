"""A page of a list as lines of text."""

from datetime import date

from bot.domain.gazetteer import Gazetteer
from bot.domain.item import Happened, Said
from bot.domain.listing import Quotes, Timeline
from bot.terminal.listing import MOST, quotes_lines, timeline_lines
from tests.terminal.examples import BRIEFING, QUOTES, TIMELINE, happened, quoted

OLDER = quoted(2, said_on=date(2022, 1, 3))


def quotes(*said: Said, older: bool = False, **narrowed: object) -> Quotes:
    asked = QUOTES.model_copy(update=narrowed)
    return Quotes(briefing=BRIEFING, filter=asked, quotes=said, older=older, newer=False)


def timeline(*events: Happened, older: bool = False) -> Timeline:
    return Timeline(briefing=BRIEFING, filter=TIMELINE, events=events, older=older, newer=False)


def test_quotes_stand_below_what_was_asked(gazetteer: Gazetteer) -> None:
    lines = list(quotes_lines(quotes(quoted(), OLDER, speaker="okada"), gazetteer))
    assert lines[:3] == ["Quotes · Quay Report · by “okada”", "", "  “We will sail at dawn.”"]
    assert [line for line in lines if "#q" in line] == [
        "      2022-01-21 · #12 · #q9",
        "      2022-01-03 · #12 · #q2",
    ]
    assert not any(line.startswith("More") for line in lines)


def test_where_there_is_more_the_last_line_says_how_to_get_it(gazetteer: Gazetteer) -> None:
    lines = list(quotes_lines(quotes(quoted(), OLDER, older=True), gazetteer))
    assert lines[-2:] == ["", "More: --until 2022-01-03, or --limit 4."]


def test_asking_for_one_and_the_same_day_again_is_not_proposed(gazetteer: Gazetteer) -> None:
    lines = list(quotes_lines(quotes(quoted(1), quoted(2), older=True), gazetteer))
    assert lines[-1] == "More: --limit 4."


def test_a_limit_that_would_be_refused_is_not_proposed(gazetteer: Gazetteer) -> None:
    most = [quoted(key) for key in range(1, MOST)]
    assert list(quotes_lines(quotes(*most, older=True), gazetteer))[-1] == "More: --limit 500."
    same = quotes(*most, quoted(MOST), older=True)
    assert list(quotes_lines(same, gazetteer))[-1] == "More: narrow it with another option."
    days = quotes(*most, OLDER, older=True)
    assert list(quotes_lines(days, gazetteer))[-1] == "More: --until 2022-01-03."


def test_a_title_stays_inside_the_width(gazetteer: Gazetteer) -> None:
    asked = quotes(quoted(), speaker="okada " * 16, words="dawn " * 20)
    lines = list(quotes_lines(asked, gazetteer))
    assert all(len(line) <= 88 for line in lines)


def test_events_stand_below_their_months_in_order(gazetteer: Gazetteer) -> None:
    days = ("2021", "2022-01", "2022-01-21", "2022-01-30/2022-02-02", "2022-02-01")
    events = [happened(day, key) for key, day in enumerate(days, 1)]
    lines = list(timeline_lines(timeline(*events), gazetteer))
    assert lines[0] == "Timeline · Quay Report"
    assert [line for line in lines if not line.startswith(" ")][1:] == [
        *("", "2021", "----"),
        *("", "2022-01", "-------"),
        *("", "2022-02", "-------"),
    ]
    assert [line.rpartition("#")[2] for line in lines if "#e" in line] == [
        "e1",
        "e2",
        "e3",
        "e4",
        "e5",
    ]


def test_older_events_are_asked_for_until_the_first_day_of_the_oldest(
    gazetteer: Gazetteer,
) -> None:
    page = timeline(happened("2021"), happened("2021-03-04"), older=True)
    assert list(timeline_lines(page, gazetteer))[-1] == "More: --until 2021-01-01, or --limit 4."
