"""A document in several messages: nothing of it is lost, however it is divided."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app.drafted import contents_of
from bot.app.message_reading import ADDED, read_rest, read_whole
from bot.domain.editing.message_edits import Append
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Contents
from bot.errors import Refused
from bot.importer.importer import import_document

DOCUMENT = """Harbour Notes #9 | January 28, 2022

Calm Seas

Calm seas were seen in Japan and Peru.

Japan

“We sail at dawn,” said Ada Quill, the harbour master, on January 27, 2022. Nobody objected.

Quill added that “fog is coming,” and left.

Peru

Divers counted boats in Lima on January 21, 2022.

## Fleet council

Nothing was decided."""
PARAGRAPHS = DOCUMENT.split("\n\n")


def read(text: str, gazetteer: Gazetteer) -> Contents:
    return contents_of(import_document(text.encode(), "message.txt", gazetteer))


def letters(contents: Contents) -> str:
    told = [part for entry in contents.entries for part in (entry.heading or "", entry.text)]
    return "".join(char for char in "".join(told) if char.isalnum())


@pytest.mark.parametrize("at", range(4, len(PARAGRAPHS)))
def test_two_messages_are_read_as_the_document_that_they_were(
    gazetteer: Gazetteer, at: int
) -> None:
    first, second = ("\n\n".join(part) for part in (PARAGRAPHS[:at], PARAGRAPHS[at:]))
    whole = read_whole(read(first, gazetteer), second, gazetteer)
    assert whole
    assert whole.entries == read(DOCUMENT, gazetteer).entries
    assert (whole.number, whole.title) == (9, "Calm Seas")


def test_a_sentence_that_was_divided_goes_on(gazetteer: Gazetteer) -> None:
    first, second = DOCUMENT.split(" counted ")
    whole = read_whole(read(first, gazetteer), f"counted {second}", gazetteer)
    assert whole
    assert "Divers counted boats" in whole.entries[2].text


def test_headings_that_only_markup_made_stay_headings(gazetteer: Gazetteer) -> None:
    whole = read_whole(read(DOCUMENT, gazetteer), "Chile\n\nFog.", gazetteer)
    assert whole
    headings = [entry.heading for entry in whole.entries]
    assert headings == [None, "Japan", "Peru", "Fleet council", "Chile"]


def test_a_further_issue_is_a_draft_of_its_own(gazetteer: Gazetteer) -> None:
    draft = read(DOCUMENT, gazetteer)
    later = DOCUMENT.replace("#9", "#10")
    for ask in (read_whole, read_rest):
        with pytest.raises(Refused, match="begins an issue of its own"):
            ask(draft, later, gazetteer)


def test_sections_alone_have_their_quotes_and_events(gazetteer: Gazetteer) -> None:
    draft = read("\n\n".join(PARAGRAPHS[:4]), gazetteer)
    entries, plain = read_rest(draft, "\n\n".join(PARAGRAPHS[4:]), gazetteer)
    assert [(entry.heading, len(entry.quotes)) for entry in entries] == [
        (None, 2),
        ("Peru", 0),
        ("Fleet council", 0),
    ]
    assert entries[1].events
    after = Contents.model_validate(Append(entries=entries, source=plain).apply(draft).model_dump())
    assert [entry.heading for entry in after.entries] == [None, "Japan", "Peru", "Fleet council"]
    assert after.entries[1].text.endswith("“fog is coming,” and left.")
    assert [quote.text for quote in after.entries[1].quotes] == [
        "We sail at dawn,",
        "fog is coming,",
    ]
    assert after.source == f"{draft.source}\n\n{plain}"


def test_a_title_in_a_message_alone_is_no_title(gazetteer: Gazetteer) -> None:
    entries, plain = read_rest(read(DOCUMENT, gazetteer), "Storm\n\nA storm came.", gazetteer)
    assert (entries[0].heading, plain) in ((None, plain), ("Storm", plain), (ADDED, plain))
    assert "Storm" in f"{entries[0].heading} {entries[0].text}"


pieces = st.lists(
    st.sampled_from([*PARAGRAPHS[2:], "Chile", "**Bold**", "# One", "> said", "x", "1. One", "…"]),
    min_size=1,
    max_size=6,
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pieces)
def test_nothing_of_a_message_is_lost(gazetteer: Gazetteer, parts: list[str]) -> None:
    draft = read("\n\n".join(PARAGRAPHS[:5]), gazetteer)
    entries, plain = read_rest(draft, "\n\n".join(parts), gazetteer)
    after = Append(entries=entries, source=plain).apply(draft)
    added = "".join(char for char in plain if char.isalnum())
    named = "".join(filter(str.isalnum, ADDED))
    assert letters(after).replace(named, "") == letters(draft) + added
    for part in parts:
        assert "".join(filter(str.isalnum, part)) in added
    whole = read_whole(draft, "\n\n".join(parts), gazetteer)
    assert whole is None or letters(whole) == letters(draft) + added
