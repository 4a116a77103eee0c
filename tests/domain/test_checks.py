"""Checks before publishing: what blocks, what is advice, and where each is."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.checks import (
    Check,
    Finding,
    Surroundings,
    compared,
    findings,
    findings_of_sections,
)
from bot.domain.doubt import Confidence
from bot.domain.editing.spot import Spot
from bot.domain.entry import Entry
from bot.domain.issue import Contents
from tests.domain.editing.drafts import DAY, draft, drafts, event, quote, section

TODAY = Surroundings(today=DAY)


def named(text: str) -> Iterable[str]:
    """Knows two countries."""
    return [code for name, code in (("Japan", "JP"), ("Peru", "PE")) if name in text]


def found(contents: Contents, around: Surroundings = TODAY) -> list[Finding]:
    return findings(contents, around, named)


def checks(contents: Contents, around: Surroundings = TODAY) -> set[Check]:
    return {each.check for each in found(contents, around)}


def sourced(text: str, **more: object) -> Entry:
    """A section of which there is nothing else to say."""
    entry = section(text=text)
    return entry.model_copy(update={"source": "Harbour Radio", **more})


def only(text: str) -> list[Finding]:
    """What is found in a section of this text."""
    return found(draft(sourced(text)))


def test_of_a_whole_issue_nothing_is_said() -> None:
    assert found(draft(section(None, "Calm seas."), sourced("Divers count boats."))) == []


@pytest.mark.parametrize(
    ("changes", "check"),
    [
        ({"number": None}, Check.NO_NUMBER),
        ({"date": None}, Check.NO_DATE),
        ({"title": None}, Check.NO_TITLE),
        ({"entries": ()}, Check.NO_SECTION),
    ],
)
def test_what_is_missing_above_blocks(changes: dict[str, object], check: Check) -> None:
    contents = draft(sourced("Divers.")).model_copy(update=changes)
    assert [(each.check, each.check.blocks) for each in found(contents)] == [(check, True)]


def test_a_number_that_another_issue_has_blocks() -> None:
    taken = TODAY.model_copy(update={"taken": True})
    assert found(draft(sourced("Divers.")), taken) == [
        Finding(check=Check.NUMBER_TAKEN, detail="7")
    ]


@pytest.mark.parametrize(
    ("text", "check", "detail"),
    [
        (" ", Check.EMPTY, ""),
        ("x" * 40_001, Check.TOO_LONG, "40001"),
        ("Divers TK boats.", Check.LEFTOVER, "Divers TK boats."),
        ("Divers ??? boats.", Check.LEFTOVER, "Divers ??? boats."),
        ("Divers  count.", Check.LEFTOVER, "Divers count."),
        ("Todo el mundo, tk.", None, ""),
        ("He said “aye.", Check.UNBALANCED, "He said “aye."),
        ("He said aye”.", Check.UNBALANCED, "He said aye”."),
        ('He said "aye.', Check.UNBALANCED, 'He said "aye.'),
        ("He said (aye.", Check.UNBALANCED, "He said (aye."),
        ("“One.\n\n“Two.”", None, ""),
        ("„Ja“, sagte er.", None, ""),
        ("„Ja”, mówił.", None, ""),
        ("He’s (“aye”) «oui» [sic].", None, ""),
        ("See http://x", Check.BAD_LINK, "http://x"),
        ("See https:/example.org", Check.BAD_LINK, "https:/example.org"),
        ("See https://example.org/a?b#c.", None, ""),
    ],
)
def test_what_is_found_in_a_text(text: str, check: Check | None, detail: str) -> None:
    expected = [] if check is None else [(check, Spot(entry=0), detail)]
    assert [(each.check, each.at, each.detail) for each in only(text)] == expected


def test_a_section_without_a_source_or_a_link_is_noted() -> None:
    without = draft(section(None, "Calm."), section(text="Divers."))
    assert found(without) == [Finding(check=Check.NO_SOURCE, at=Spot(entry=1))]
    assert found(draft(section(text="Divers: https://example.org/news"))) == []


def test_quotes_are_looked_at_one_by_one() -> None:
    text = "“We sail,” he said."
    late = quote("We sail,", text, said_on=DAY + timedelta(days=1))
    moved = quote("We sail,", text, role="pilot").model_copy(update={"start": 3, "end": 9})
    entry = sourced(text, quotes=(late, moved))
    at = Spot(entry=0, item=0)
    assert found(draft().model_copy(update={"entries": (entry,)})) == [
        Finding(check=Check.NOT_VERBATIM, at=Spot(entry=0, item=1), detail="We sail,"),
        Finding(check=Check.NO_ROLE, at=at, detail="Ada Quill"),
        Finding(check=Check.FUTURE, at=at, detail="2022-01-29"),
    ]


def test_each_speaker_without_a_role_is_named_once_and_no_country() -> None:
    text = "“Aye,” he said."
    said = [quote("Aye,", text, speaker=who) for who in ("Ben", "Ben", "Ministry of Japan", None)]
    entry = sourced(text, quotes=tuple(said))
    roles = [each for each in found(draft(entry)) if each.check is Check.NO_ROLE]
    assert [each.detail for each in roles] == ["Ben"]


def test_what_has_not_happened_yet_is_noted_unless_it_is_expected() -> None:
    day = DAY + timedelta(days=1)
    for expected in (False, True):
        happening = event("Divers count.", "Divers count.", day, expected=expected)
        entry = sourced("Divers count.", events=(happening,))
        assert (Check.FUTURE in checks(draft(entry))) is not expected
    assert Check.FUTURE in checks(draft(sourced("Divers."), date=day))


def test_an_open_doubt_blocks() -> None:
    doubted = sourced(
        "Divers count.",
        events=(event("Divers count.", "Divers count.", confidence=Confidence.CHECK),),
    )
    (finding,) = found(draft(doubted))
    assert (finding.check, finding.at, finding.event) == (Check.DOUBT, Spot(entry=0, item=0), True)
    assert finding.check.blocks


def test_countries_that_no_section_is_on_are_named_together() -> None:
    told = draft(section(None, "Peru and Japan."), sourced("Divers in Peru."))
    assert found(told) == [Finding(check=Check.COUNTRY_LEFT, detail="PE")]


def test_a_section_of_the_issue_before_is_noticed() -> None:
    around = TODAY.model_copy(update={"previous": (sourced("Divers."),)})
    assert checks(draft(sourced("Divers.")), around) == {Check.SAME}
    assert checks(draft(sourced("Pilots.")), around) == set()


def test_of_a_live_update_only_its_own_section_is_looked_at() -> None:
    assert findings_of_sections([sourced("Divers.")], TODAY, named) == []
    found = findings_of_sections([sourced(" ")], TODAY, named)
    assert [each.check for each in found] == [Check.EMPTY]


@given(drafts, st.booleans())
def test_what_blocks_comes_first_and_points_to_what_is_there(
    contents: Contents, taken: bool
) -> None:
    around = Surroundings(today=date(2022, 1, 28), taken=taken)
    said = found(contents, around)
    blocks = [each.check.blocks for each in said]
    assert blocks == sorted(blocks, reverse=True)
    for each in said:
        if each.at is not None:
            entry = contents.entries[each.at.entry]
            parts = entry.events if each.event else entry.quotes
            assert each.at.item is None or each.at.item < len(parts)


def blocking(now: Contents, before: Contents) -> list[Check]:
    """What keeps a correction of one into the other back."""
    return [each.check for each in compared(found(now), now, found(before), before) if each.blocks]


def test_what_readers_have_already_keeps_no_correction_back() -> None:
    doubted = section(quotes=(quote(confidence=Confidence.CHECK),))
    before = draft(doubted, section("Peru", ""), title=None)
    assert blocking(before, before) == []
    moved = draft(section("Peru", ""), doubted, title=None)
    assert blocking(moved, before) == []


def test_what_a_correction_brings_keeps_it_back() -> None:
    before = draft(section(), section("Peru", "Boats."))
    doubted = section(quotes=(quote(confidence=Confidence.CHECK),))
    now = draft(doubted, section("Peru", ""), title=None)
    assert blocking(now, before) == [Check.NO_TITLE, Check.EMPTY, Check.DOUBT]
    taken = Surroundings(today=DAY, taken=True)
    assert [
        each.check
        for each in compared(found(before, taken), before, found(before), before)
        if each.blocks
    ] == [Check.NUMBER_TAKEN]


@given(drafts)
def test_an_unchanged_issue_is_never_kept_back(contents: Contents) -> None:
    assert blocking(contents, contents) == []
