"""Whoever cites a section, a quote or an event finds it again after a correction."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.when import When
from bot.store.store import Store
from tests.contents import contents, dated, happening, said, section
from tests.shelving import DAY, found_briefing, put
from tests.store.sqlite import rows

_TEXT = "Marwan said “every ferry” and later “no ferry”. “Every boat,” she added."

Correct = Callable[..., Awaitable[None]]


def speaking(*quotes: str, text: str = _TEXT, country: str = "FI") -> Entry:
    made = tuple(said(words, text) for words in quotes)
    return section(country, text=text).model_copy(update={"quotes": made})


@pytest.fixture
async def correct(store: Store) -> Correct:
    """Gives one issue other entries, each time it is called."""
    briefing = await found_briefing(store, 1, "Tides")
    issue = await put(store, briefing, contents(7, DAY))

    async def change(*entries: Entry) -> None:
        async with store.write() as transaction:
            await transaction.entries.replace(issue.id, entries)

    return change


def ids(database: Path, table: str, column: str) -> dict[str, int]:
    """The ids of a table's rows by their text."""
    found = rows(database, f"SELECT {column}, id FROM {table}")  # noqa: S608
    return dict(found)


async def test_a_corrected_section_keeps_its_id(correct: Correct, database: Path) -> None:
    await correct(section("FI", text="Ice."), section("SE", text="Snow."))
    before = ids(database, "entries", "heading")
    await correct(section("NO"), section("SE", text="Rain."), section("FI", text="Ice."))
    after = ids(database, "entries", "heading")
    assert (after["FI"], after["SE"]) == (before["FI"], before["SE"])
    assert after["NO"] > max(before.values())


async def test_of_two_sections_with_one_heading_the_unchanged_one_is_itself(
    correct: Correct, database: Path
) -> None:
    await correct(section("FI", text="Ice."), section("FI", text="Snow."))
    before = ids(database, "entries", "text")
    await correct(section("FI", text="Snow."), section("FI", text="Thaw."))
    after = ids(database, "entries", "text")
    assert after == {"Snow.": before["Snow."], "Thaw.": before["Ice."]}


async def test_a_quote_keeps_its_id_as_long_as_its_words_stay(
    correct: Correct, database: Path
) -> None:
    await correct(speaking("every ferry", "no ferry"))
    before = ids(database, "quotes", "text")
    await correct(speaking("no ferry", "Every boat,", text="Today: " + _TEXT))
    after = ids(database, "quotes", "text")
    assert after["no ferry"] == before["no ferry"]
    assert after["Every boat,"] not in before.values()
    assert len(after) == 2


async def test_an_event_keeps_its_id_as_long_as_its_sentence_stays(
    correct: Correct, database: Path
) -> None:
    sailed = Event(when=When.parse("2022-01-27"), sentence="It sailed.", countries=("FI",))
    stayed = Event(when=When.parse("2022-01-27"), sentence="It stayed.", countries=("SE",))
    entry = section("FI")
    await correct(entry.model_copy(update={"events": (sailed, stayed)}))
    before = ids(database, "events", "sentence")
    moved = sailed.model_copy(update={"when": When.parse("2022-01"), "countries": ("EE",)})
    await correct(entry.model_copy(update={"events": (moved,)}))
    assert ids(database, "events", "sentence") == {"It sailed.": before["It sailed."]}
    named = rows(database, "SELECT event_id, country FROM event_countries")
    assert named == [(before["It sailed."], "EE")]


_LONG = "We will not close the northern harbour before the ice has gone"
_MENDED = _LONG.replace("will", "shall")
_OTHER = "The southern ferry carries grain and mail on every second Tuesday"


def uttered(*quotes: str, speaker: str = "Ilse Marwan") -> Entry:
    """A section on Finland with these quotes."""
    text = " ".join(f"“{words}”" for words in quotes)
    made = tuple(said(words, text, speaker) for words in quotes)
    return section("FI", text=text).model_copy(update={"quotes": made})


async def test_a_quote_in_which_a_word_is_corrected_keeps_its_id(
    correct: Correct, database: Path
) -> None:
    await correct(uttered(_LONG, _OTHER))
    before = ids(database, "quotes", "text")
    await correct(uttered(_OTHER, _MENDED))
    after = ids(database, "quotes", "text")
    assert (after[_MENDED], after[_OTHER]) == (before[_LONG], before[_OTHER])


@pytest.mark.parametrize(("words", "speaker"), [(_OTHER, "Ilse Marwan"), (_MENDED, "José Ferro")])
async def test_other_words_and_other_speakers_never_get_the_id_of_a_quote(
    correct: Correct, database: Path, words: str, speaker: str
) -> None:
    await correct(uttered(_LONG))
    before = ids(database, "quotes", "text")
    await correct(uttered(words, speaker=speaker))
    assert ids(database, "quotes", "text")[words] > before[_LONG]


async def test_of_two_corrected_quotes_the_likelier_one_gets_the_id(
    correct: Correct, database: Path
) -> None:
    further = _MENDED.replace("gone", "melted")
    await correct(uttered(_LONG))
    before = ids(database, "quotes", "text")
    await correct(uttered(further, _MENDED))
    after = ids(database, "quotes", "text")
    assert after[_MENDED] == before[_LONG]
    assert after[further] > before[_LONG]


async def test_an_event_whose_sentence_or_date_is_corrected_keeps_its_id(
    correct: Correct, database: Path
) -> None:
    sentence = "Seven ships left the northern harbour on the morning tide."
    mended = sentence.replace("Seven", "Eight")
    await correct(happening("Quay", dated("2022-01-03", sentence)))
    before = ids(database, "events", "sentence")
    await correct(happening("Quay", dated("2022-01-04", mended)))
    assert ids(database, "events", "sentence") == {mended: before[sentence]}
