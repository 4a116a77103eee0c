"""What editors type becomes edits, and a form shows what is there."""

from datetime import date

import pytest

from bot.app.desk_typing import DeskTyping
from bot.domain.bench import Bench
from bot.domain.briefing import Briefing
from bot.domain.editing.edit import Edit
from bot.domain.editing.masthead_edit import MastheadEdit
from bot.domain.editing.spot import Spot
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Contents, Issue, State
from bot.domain.when import When
from bot.errors import Refused
from tests.domain.editing.drafts import DAY, TEXT, WORDS, draft, section, whole

TODAY = date(2022, 2, 1)
JAPAN, FIRST = Spot(entry=1), Spot(entry=1, item=0)


def bench(contents: Contents | None = None) -> Bench:
    briefing = Briefing(id=1, newsroom=1, newsroom_name="Harbour", name="Tides", public=True)
    issue = Issue(id=1, briefing=briefing, state=State.DRAFT, number=7, date=DAY, title="Calm")
    return Bench(issue=issue, version=1, contents=contents or draft())


@pytest.fixture(scope="module")
def typing(gazetteer: Gazetteer) -> DeskTyping:
    return DeskTyping(gazetteer)


def after(edit: Edit, contents: Contents | None = None) -> Contents:
    return whole(edit.apply(contents or draft()))


@pytest.mark.parametrize(
    ("verb", "at"), [("fmast", JAPAN), ("fname", JAPAN), ("fquote", FIRST), ("fevent", FIRST)]
)
def test_a_form_that_is_sent_as_it_was_changes_nothing(
    typing: DeskTyping, verb: str, at: Spot
) -> None:
    typed = typing.filled(verb, bench(), at)
    assert after(typing.edit(verb, bench(), at, typed, TODAY)) == draft()


def test_the_text_of_a_part_comes_back_as_it_was(typing: DeskTyping) -> None:
    typed = typing.filled("ftext", bench(), JAPAN)
    assert typed == {"text": TEXT}
    assert after(typing.edit("ftext", bench(), JAPAN, typed, TODAY)) == draft()
    with pytest.raises(Refused, match="This part is not there any more"):
        typing.edit("ftext", bench(), Spot(entry=1, item=4), typed, TODAY)


@pytest.mark.parametrize(
    ("number", "day", "made"),
    [
        ("8", "2022-02-03", (8, date(2022, 2, 3))),
        ("#8", "January 30, 2022", (8, date(2022, 1, 30))),
        ("", "", (None, None)),
    ],
)
def test_numbers_and_days_are_read_as_people_write_them(
    typing: DeskTyping, number: str, day: str, made: tuple[int | None, date | None]
) -> None:
    edit = typing.edit("fmast", bench(), JAPAN, {"number": number, "day": day}, TODAY)
    assert isinstance(edit, MastheadEdit)
    assert (edit.number, edit.date) == made


@pytest.mark.parametrize(
    ("verb", "typed", "sentence"),
    [
        ("fmast", {"number": "nine"}, "“nine” is no number; type one between 0 and"),
        ("fmast", {"day": "January 2022"}, "“January 2022” is no day; type it like 2022-01-28"),
        ("fevent", {"day": "soon", "sentence": "x"}, "“soon” is no date; type it like"),
        ("fname", {"heading": "x", "country": "Atlantis"}, "“Atlantis” is no country"),
        ("fquote", {"words": "x", "country": "Japan, Peru"}, "A speaker is of one country"),
        ("csay", {"words": "x"}, "Name a country, so that it is clear"),
        ("chappen", {"sentence": "x", "day": "2022"}, "Name a country, so that it is clear"),
    ],
)
def test_what_cannot_be_read_is_refused(
    typing: DeskTyping, verb: str, typed: dict[str, str], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        typing.edit(verb, bench(), FIRST, typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "when"),
    [
        ("2022-01-21/2022-01-24", "2022-01-21/2022-01-24"),
        ("2022-01-21 / 2022-01-24", "2022-01-21/2022-01-24"),
        ("January 2022", "2022-01"),
        ("2021", "2021"),
        ("28 January 2022", "2022-01-28"),
        ("last 3 days", "2022-01-30/2022-02-01"),
    ],
)
def test_the_date_of_an_event_keeps_its_precision(
    typing: DeskTyping, typed: str, when: str
) -> None:
    told = {"sentence": "Talks begin.", "day": typed, "country": "Japan", "expected": "Yes"}
    added = after(typing.edit("fadde", bench(), JAPAN, told, TODAY)).entries[1].events[-1]
    assert (added.when, added.expected, added.countries) == (When.parse(when), True, ("JP",))


def test_a_section_has_the_countries_of_its_heading_unless_others_are_named(
    typing: DeskTyping,
) -> None:
    typed = {"heading": "Russia and China", "text": "x", "source": "Radio"}
    added = after(typing.edit("faddsec", bench(), JAPAN, typed, TODAY)).entries[-1]
    assert (added.heading, added.countries, added.source) == (
        "Russia and China",
        ("RU", "CN"),
        "Radio",
    )
    named = typed | {"heading": "The Quad", "country": "India; Japan"}
    added = after(typing.edit("faddsec", bench(), JAPAN, named, TODAY)).entries[-1]
    assert added.countries == ("IN", "JP")


def test_a_quote_typed_alone_stands_where_its_words_do(typing: DeskTyping) -> None:
    typed = {"words": "Nobody objected.", "speaker": "Ben Oar", "country": "Japan"}
    entry = after(typing.edit("csay", bench(), JAPAN, typed, TODAY)).entries[1]
    assert entry.text == TEXT
    assert [each.text for each in entry.quotes] == [WORDS, "Nobody objected."]


def test_a_quote_typed_alone_becomes_a_sentence(typing: DeskTyping) -> None:
    typed = {"words": "Aye.", "speaker": "Ben Oar", "role": "pilot", "country": "Japan"}
    below = after(typing.edit("csay", bench(), JAPAN, typed, TODAY)).entries[1]
    assert below.text == f"{TEXT}\n\nPilot Ben Oar: “Aye.”"
    alone = typed | {"country": "Norway", "role": ""}
    edit = typing.edit("csay", bench(), JAPAN, alone, TODAY)
    new = after(edit).entries[-1]
    assert (new.heading, new.countries, new.text) == ("Norway", ("NO",), "Ben Oar: “Aye.”")
    assert edit.deed(draft()) == "Norway: section added"


def test_an_event_typed_alone_goes_to_its_country(typing: DeskTyping) -> None:
    typed = {"sentence": "Talks begin.", "day": "2022-02", "country": "Japan"}
    assert len(after(typing.edit("chappen", bench(), JAPAN, typed, TODAY)).entries[1].events) == 2
    typed["country"] = "Norway"
    new = after(typing.edit("chappen", bench(), JAPAN, typed, TODAY)).entries[-1]
    assert (new.heading, new.text, len(new.events)) == ("Norway", "Talks begin.", 1)


def test_what_is_new_begins_empty(typing: DeskTyping) -> None:
    for verb in ("faddsec", "faddq", "fadde"):
        assert typing.filled(verb, bench(), JAPAN) == {}


def test_a_whole_draft_has_the_section_that_it_is_asked_for(typing: DeskTyping) -> None:
    two = draft(section("Japan"), section("Japan", "Fog."))
    typed = {"words": "Fog.", "speaker": "Ben Oar", "country": "Japan"}
    entry = after(typing.edit("csay", bench(two), JAPAN, typed, TODAY), two).entries[0]
    assert entry.text.endswith("Ben Oar: “Fog.”")
