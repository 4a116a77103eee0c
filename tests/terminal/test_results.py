"""What a search found as lines of text."""

from bot.domain.doubt import Confidence
from bot.domain.gazetteer import Gazetteer
from bot.domain.item import Item, Section
from bot.domain.listing import Hit, Results
from bot.terminal.results import results_lines
from tests.terminal.examples import BRIEFING, DAY, ENTRY, ISSUE, happened, quoted, search

SECTION = Section(issue=ISSUE, entry=ENTRY)
OVERVIEW = Section(issue=ISSUE, entry=ENTRY.model_copy(update={"heading": None, "id": 6}))
PAGE = {"found": 12, "most": 125}


def results(*items: Item, **changes: object) -> Results:
    hits = tuple(Hit(item=item, spans=((4, 8),)) for item in items)
    made = Results(briefing=BRIEFING, filter=search("dawn"), hits=hits, found=len(hits), most=125)
    return made.model_copy(update=changes)


def test_each_finding_says_its_kind_and_where_the_words_stand(gazetteer: Gazetteer) -> None:
    found = results(quoted(), happened("2022-03", expected=True), SECTION, OVERVIEW)
    assert list(results_lines(found, gazetteer)) == [
        "Search · Quay Report · dawn · 4 found, best first",
        "",
        "1. Quote · Rin Okada, Port Minister, Japan",
        "  “We w*ill *sail at dawn.”",
        "      2022-01-21 · #12 · #q9",
        "",
        "2. Event · 2022-03, expected",
        "  The *crew*s met in Bergen.",
        f"      in the issue of {DAY} · #12 · #e4",
        "",
        "3. Section · Japan",
        "  The *ferr*ies stood still for a day.",
        f"      in the issue of {DAY} · #12 · #s5",
        "",
        "4. Overview",
        "  The *ferr*ies stood still for a day.",
        f"      in the issue of {DAY} · #12 · #s6",
    ]


def test_a_found_quote_hides_neither_its_doubt_nor_its_source(gazetteer: Gazetteer) -> None:
    detached = {"start": None, "end": None, "source": "the harbour radio, " * 4}
    found = results(
        quoted(said_on=None, confidence=Confidence.CHECK), quoted(**detached, said_on=None)
    )
    lines = list(results_lines(found, gazetteer))
    assert lines[2] == "1. Quote · Rin Okada, Port Minister, Japan, speaker not certain"
    assert lines[4] == f"      in the issue of {DAY} · #12 · #q9"
    assert "in the issue of" not in " ".join(lines[6:])
    assert " ".join(" ".join(lines[8:]).split()).startswith("from the harbour radio, the harbour")
    assert all(len(line) <= 88 for line in lines)


def test_what_is_not_word_for_word_says_so(gazetteer: Gazetteer) -> None:
    first = next(results_lines(results(SECTION, verbatim=False), gazetteer))
    assert first.endswith(" · not word for word; 1 passage has all the words")
    first = next(results_lines(results(SECTION, **PAGE, verbatim=False), gazetteer))
    assert first.endswith(" · not word for word; 12 passages have all the words")


def test_where_there_is_more_the_last_line_says_how_to_get_it(gazetteer: Gazetteer) -> None:
    assert list(results_lines(results(SECTION, OVERVIEW, **PAGE), gazetteer))[-1] == (
        "More: --limit 4."
    )
    whole = results(*[SECTION] * 8, **PAGE)
    assert list(results_lines(whole, gazetteer))[-1] == "More: --limit 12."


def test_where_counting_ends_the_number_is_not_called_exact(gazetteer: Gazetteer) -> None:
    lines = list(results_lines(results(SECTION, found=125), gazetteer))
    assert lines[0].endswith(" · 125 or more found, best first")
    assert lines[-1] == "More: --limit 2."
    lines = list(results_lines(results(*[SECTION] * 125, verbatim=False), gazetteer))
    assert lines[0].endswith(" · not word for word; 125 or more passages have all the words")
    assert lines[-1] == "There may be more: narrow it with another word."


def test_one_less_than_the_most_is_exact(gazetteer: Gazetteer) -> None:
    lines = list(results_lines(results(*[SECTION] * 124), gazetteer))
    assert lines[0].endswith(" · 124 found, best first")
    assert lines[-1].endswith(" · #s5")


def test_all_lines_stay_inside_the_width(gazetteer: Gazetteer) -> None:
    long = quoted(text="sail " * 300, role="keeper of " * 30)
    assert all(len(line) <= 88 for line in results_lines(results(long), gazetteer))
