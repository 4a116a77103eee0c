"""A correction before it goes out: Discord takes it, and it says what it does."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings

from bot.domain.bench import Bench
from bot.domain.correction import Bar, Correction, Elsewhere
from bot.domain.difference import Misquote, difference
from bot.domain.editing.echoes import Echo
from bot.domain.editing.spot import Spot
from bot.domain.entry import Entry
from bot.domain.issue import Contents, State
from bot.domain.quote import Quote
from bot.domain.release import Release, ReleaseKind, ReleaseState
from bot.presentation.desk_correction import correction_card, unsent_card
from bot.presentation.desk_ids import DeskSend
from bot.presentation.desk_out import sent_card
from tests.domain.editing.drafts import WORDS, draft, quote, section
from tests.moments import NOW
from tests.presentation.benches import bench_of, benches, largest
from tests.presentation.examples import language
from tests.presentation.shown import assert_sendable, menus, options, text

SPEAKS = language()
MOST = 10**12 - 1


def elsewhere(
    bench: Bench, number: int, said: Quote | None = None, bar: Bar | None = None, **entry: object
) -> Elsewhere:
    """A place of another issue with the words of a quote."""
    said = said or quote()
    issue = bench.issue.model_copy(update={"id": MOST - number, "number": number})
    after = said.model_copy(update={"text": "We sail at noon,"})
    echo = Echo(
        at=Spot(entry=number % 900, item=number % 900),
        quote=said,
        misquote=Misquote(before=said, after=after),
        alike=bool(said.speaker),
    )
    where = section("Japan").model_copy(update=entry)
    return Elsewhere(issue=issue, entry=where, echo=echo, bar=bar)


def correction(
    bench: Bench, before: Contents, places: Sequence[Elsewhere] = (), **more: object
) -> Correction:
    made = {
        "bench": bench,
        "difference": difference(before, bench.contents),
        "contents": bench.contents,
        "others": {},
        "elsewhere": tuple(places),
        "messages": 12,
        "noted": True,
    }
    return Correction.model_validate(made | more)


def small() -> Bench:
    contents = draft(section(None, "Calm seas."), section(quotes=(quote("Nobody objected."),)))
    head = largest(1).issue.model_copy(update={"number": 243, "state": State.PUBLISHED})
    return bench_of(contents, issue=head, undoes="Quote changed")


@settings(deadline=None, max_examples=12)
@given(benches(), benches())
def test_discord_takes_any_correction(bench: Bench, other: Bench) -> None:
    said = [each for entry in other.contents.entries for each in entry.quotes]
    places = [
        elsewhere(bench, nth, each, bar) for nth, each in enumerate(said) for bar in (None, *Bar)
    ]
    found = correction(bench, other.contents, places, messages=10**6, more=3)
    assert_sendable(correction_card(found, MOST, 21_000, SPEAKS))


def test_discord_takes_the_largest_correction() -> None:
    bench, entry = largest(), largest().contents.entries[0]
    changed = [entry.model_copy(update={"quotes": ()})] * 60
    before = Contents(number=1, date=date(2022, 1, 1), title="x", entries=tuple(changed))
    said = entry.quotes[0]
    free = [elsewhere(bench, 999_999_000 + nth, said, heading="H*_" * 60) for nth in range(25)]
    barred = [elsewhere(bench, 999_990_000 + nth, said, Bar.STUCK) for nth in range(50)]
    for places in (free, barred, [*free[:12], *barred[:13]]):
        ticked = tuple(each.key for each in places if each.bar is None)
        found = correction(bench, before, places, ticked=ticked, more=10**6, others={})
        card = correction_card(found, MOST, 21_000, SPEAKS)
        assert_sendable(card)
        shown = [value for menu in menus(card).values() for value in options(menu)]
        assert sorted(shown) == sorted(ticked)


def test_it_says_what_changes_whom_it_reaches_and_where_else_the_words_stand() -> None:
    bench = small()
    before = draft(section(None, "Calm seas."), section())
    places = [
        elsewhere(bench, 243, heading="Peru"),
        elsewhere(bench, 241, quote(speaker=None), live_at=NOW),
        elsewhere(bench, 240, bar=Bar.PENDING),
    ]
    found = correction(
        bench,
        before,
        places,
        ticked=(places[0].key,),
        others={5: bench.contents},
        messages=960,
    )
    card = correction_card(found, 9, 20, SPEAKS)
    shown = text(card)
    assert "Changed: Japan." in shown
    assert f"Quote by Ada Quill: was “{WORDS}” and is now “Nobody objected.”" in shown
    assert "960 messages of this and 1 other issue, all within 20 seconds." in shown
    assert "Channels also get a short note, because somebody was quoted wrongly." in shown
    assert (
        "**The same words stand in:** \\#243 (Peru), \\#241 (update, Japan) and \\#240 (Japan)."
        in shown
    )
    assert "What is ticked below is corrected too, with the same reason." in shown
    assert "Not corrected along: \\#240 (Japan); another change of it is about to go out." in shown
    assert "Where somebody else is named, nothing is ticked" in shown


def test_it_says_little_of_little() -> None:
    bench = small()
    found = correction(bench, bench.contents, messages=1, noted=False)
    shown = text(correction_card(found, None, 0.02, SPEAKS))
    assert "Changed: the order of the sections, or something small." in shown
    assert "It reaches 1 message." in shown
    assert "No note goes out beside it" in shown
    assert "The same words" not in shown


def release(number: int) -> Release:
    return Release(
        issue=small().issue.model_copy(update={"number": number}),
        id=number,
        kind=ReleaseKind.CORRECTION,
        state=ReleaseState.PENDING,
        author="Ada",
        made_at=NOW,
        due_at=NOW,
    )


@pytest.mark.parametrize("count", [1, 2, 60])
def test_the_countdown_says_what_stop_stops(count: int) -> None:
    card = sent_card(small(), [release(n) for n in range(count)], 12, MOST)
    assert_sendable(card)
    assert ("**Stop** stops all of them" in text(card)) is (count > 1)


def test_a_reason_that_was_typed_is_shown_again() -> None:
    card = unsent_card("Somebody has changed it *since*.", "<@1> slip", DeskSend("look", 1, 1, 9))
    assert_sendable(card)
    assert "\\<@1\\> slip" in text(card) or "<@1>" not in text(card)


def test_the_section_of_an_echo_is_inert() -> None:
    bench = small()
    entry: Entry = section("**Bold** @everyone")
    found = correction(bench, bench.contents, [elsewhere(bench, 7, heading=entry.heading)])
    shown = text(correction_card(found, None, 1, SPEAKS))
    assert "@everyone" not in shown.replace("\\@", "")
    assert "**Bold**" not in shown
