"""The history of an issue on cards: Discord takes each, and nothing that was changed is cut."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.bench import Bench
from bot.domain.comparison import NOTHING, Comparison, compared
from bot.domain.doubt import Confidence
from bot.domain.editing.edit import LONGEST_TEXT
from bot.domain.entry import Entry
from bot.domain.history import HistoryPage, Mark, Past, Saved
from bot.domain.issue import Contents, State
from bot.domain.when import When
from bot.presentation.card import Card
from bot.presentation.comparison_pages import comparison_pages
from bot.presentation.desk_history import history_card
from bot.presentation.desk_ids import DeskControl, DeskPast, DeskThen
from bot.presentation.desk_past import past_card
from tests.domain.editing.drafts import detached, draft, event, quote, section
from tests.presentation.benches import benches, largest
from tests.presentation.entries import names
from tests.presentation.examples import MORNING, issue, language
from tests.presentation.shown import assert_sendable, buttons, menus, options, text, turn

SPEAKS = language()
_marks = st.sampled_from(["v1", "v999999999", "r1", "r999999999"])


def mark(text: str) -> Mark:
    found = Mark.parse(text)
    assert found
    return found


def saved(name: str = "v2", author: str = "Ada", told: str = "Title changed") -> Saved:
    return Saved(mark=mark(name), after=1, author=author, made_at=MORNING, told=told)


states = st.builds(
    lambda name, author, told, times: saved(name, author[:100] or "x", told * times),
    _marks,
    names,
    names,
    st.sampled_from([1, 40]),
)


def past_of(bench: Bench, comparison: Comparison, **changes: object) -> Past:
    made: dict[str, object] = {
        "bench": bench,
        "saved": saved(),
        "before": saved("v1"),
        "comparison": comparison,
        "current": False,
        "lost": 0,
    }
    return Past.model_validate(made | changes)


def every_page(past: Past) -> Iterator[Card]:
    """From the first to the last, by the button that leads on."""
    page: int | None = 0
    while page is not None:
        card = past_card(past, SPEAKS, page, back=10**6 - 1)
        yield card
        following = turn(card, "Next")
        page = following.page if isinstance(following, DeskThen) else None


@settings(deadline=None, max_examples=12)
@given(benches(), benches(), states, st.none() | states, st.booleans(), st.integers(0, 99))
def test_discord_takes_every_page_of_any_change(
    one: Bench, other: Bench, what: Saved, before: Saved | None, current: bool, lost: int
) -> None:
    comparison = compared(one.contents, other.contents)
    seen = {"saved": what, "before": before, "current": current, "lost": lost}
    for card in every_page(past_of(other, comparison, **seen)):
        assert_sendable(card)


def test_discord_takes_every_page_of_a_large_change() -> None:
    bench = largest(sections=6)
    changed = [
        entry.model_copy(update={"text": entry.text.replace("count", "weigh"), "quotes": ()})
        for entry in bench.contents.entries
    ]
    after = bench.contents.model_copy(update={"entries": tuple(changed)})
    cards = list(every_page(past_of(bench, compared(bench.contents, after))))
    assert len(cards) > 20
    for card in cards:
        assert_sendable(card)


@settings(deadline=None, max_examples=12)
@given(st.lists(states, max_size=10, unique_by=lambda each: each.mark), st.integers(0, 999))
def test_discord_takes_every_page_of_any_history(found: list[Saved], page: int) -> None:
    first = len(found) + page * 10
    shown = HistoryPage(
        issue=issue(),
        saved=tuple(found),
        total=10_000,
        first=first,
        page=page,
        pages=1_000,
    )
    card = history_card(shown, SPEAKS)
    assert_sendable(card)
    picked = [value for menu in menus(card).values() for value in options(menu)]
    assert [Mark.parse(value) for value in picked] == [each.mark for each in found]


words = st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=400)
prose = words.map(lambda found: " ".join(found).capitalize() + ".")


def quoted(pages: list[str]) -> str:
    """All that is quoted, without what stands around it."""
    lines = [line for page in pages for line in page.splitlines()]
    return " ".join(line.removeprefix("> ") for line in lines if line.startswith("> "))


@settings(deadline=None)
@given(st.lists(prose, max_size=4), st.lists(prose, max_size=4))
def test_every_word_that_was_changed_is_on_some_page(old: list[str], new: list[str]) -> None:
    before, after = (draft(section(None, " ".join(found))) for found in (old, new))
    comparison = compared(before, after)
    told = quoted(comparison_pages(comparison, SPEAKS)).split()
    changes = [each for change in comparison.changed for each in change.sentences]
    wanted = [word for each in changes for part in (each.was, each.now) for word in part]
    assert told == " ".join(wanted).split()


def test_the_longest_sentence_goes_on_over_pages() -> None:
    long = ("boat " * (LONGEST_TEXT // 5)).strip()
    before, after = draft(section(None, "Calm seas.")), draft(section(None, long))
    pages = comparison_pages(compared(before, after), SPEAKS)
    assert len(pages) > 15
    assert all("### Overview" in page for page in pages)
    assert quoted(pages).split() == ["Calm", "seas.", *long.split()]
    assert "now: (goes on)" in pages[1]


def shown(before: Contents, after: Contents) -> list[str]:
    (page,) = comparison_pages(compared(before, after), SPEAKS)
    return page.splitlines()


def test_the_masthead_is_told_by_its_fields() -> None:
    assert shown(draft(number=None), draft(title="Storm", date=None)) == [
        *("Number was: nothing", "now:", "> 7"),
        *("Date was:", "> January 28, 2022", "now: nothing"),
        *("Title was:", "> Calm", "now:", "> Storm"),
    ]


def test_sections_are_told_by_their_names() -> None:
    peru = Entry(heading="Peru", countries=("PE",), text="Boats.", live_at=MORNING)
    one = section(None, "Calm seas.")
    assert shown(draft(one, section()), draft(one, peru)) == [
        "Section added: **Peru, live update**",
        "Section left out: **Japan**",
    ]
    assert shown(draft(section(), one), draft(one, section())) == [
        "Sections stand in another order."
    ]
    named = section().model_copy(update={"heading": "Nippon", "source": "Harbour Radio"})
    assert shown(draft(section()), draft(named)) == [
        "### Nippon",
        *("Heading was:", "> Japan", "now:", "> Nippon"),
        *("Source was: nothing", "now:", "> Harbour Radio"),
    ]


def test_quotes_are_told_by_what_was_changed_of_them() -> None:
    doubtful = quote(confidence=Confidence.CHECK, notes=("the speaker was guessed",))
    certain = quote(role="pilot", shown=False)
    before, after = section(quotes=(doubtful,)), section(quotes=(certain, detached()))
    assert shown(draft(before), draft(after)) == [
        "### Japan",
        *("Quote “We sail at dawn,”, role was: nothing", "now:", "> pilot"),
        *("Quote “We sail at dawn,”, in the alert was: nothing", "now:", "> not shown"),
        "Quote “We sail at dawn,”, to look at was:",
        *("> in doubt; the speaker was guessed", "now: nothing"),
        "Quote added:",
        "> We shall see. · Ada Quill · stands on its own · Harbour Radio",
    ]


def test_events_are_told_by_what_was_changed_of_them() -> None:
    expected = event(expected=True).model_copy(update={"when": When.parse("2022-02")})
    before = section().model_copy(update={"events": (event(),)})
    after = section().model_copy(update={"events": (expected,)})
    gone = section().model_copy(update={"events": ()})
    assert shown(draft(before), draft(after)) == [
        "### Japan",
        *("Event “Pilots rested.”, day was:", "> January 28, 2022", "now:", "> February 2022"),
        *("Event “Pilots rested.”, state was:", "> has happened", "now:", "> expected"),
    ]
    assert shown(draft(before), draft(gone)) == [
        *("### Japan", "Event left out:", "> January 28, 2022 · Pilots rested. · has happened"),
    ]


def test_a_reason_that_is_long_is_shown_whole() -> None:
    reason = "The harbour master was wrong. " * 16
    past = past_of(largest(2), compared(draft(), draft()), saved=saved("r2", told=reason))
    (card,) = every_page(past)
    assert reason.strip() in text(card)
    assert "Nothing that it says was changed." in text(card)


@pytest.mark.parametrize(
    ("changes", "sentence", "restorable"),
    [
        ({}, "**Restore this** is a change like any other: **Undo** takes it back.", True),
        ({"current": True}, "It is like this now; there is nothing to restore.", False),
        ({"before": None}, "This is how it began.", True),
        ({"lost": 2}, "**2 live updates since then would be left out.**", True),
    ],
)
def test_a_state_says_whether_it_can_be_restored(
    changes: dict[str, object], sentence: str, restorable: bool
) -> None:
    card = past_card(past_of(largest(2), compared(NOTHING, draft()), **changes), SPEAKS)
    assert sentence in text(card)
    assert ("Restore this" in buttons(card)) is restorable
    assert turn(card, "Back") == DeskPast(244, 0)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (State.PUBLISHED, "begins a correction; nothing goes out before you send it"),
        (State.WITHDRAWN, "was withdrawn and stays as it is."),
    ],
)
def test_a_state_of_what_was_published_says_what_comes_of_it(state: State, sentence: str) -> None:
    bench = largest(2)
    bench = bench.model_copy(update={"issue": issue(state=state)})
    card = past_card(past_of(bench, compared(draft(), draft())), SPEAKS)
    assert sentence in text(card)
    assert "Nothing that it says was changed." in text(card)
    assert ("Restore this" in buttons(card)) is (state is State.PUBLISHED)


def test_an_empty_history_says_so_and_leads_back() -> None:
    empty = HistoryPage(issue=issue(), saved=(), total=0, first=0, page=0, pages=1)
    card = history_card(empty, SPEAKS)
    assert_sendable(card)
    assert "Nothing was saved yet" in text(card)
    assert turn(card, "Back") == DeskControl("home", 244, 0)
