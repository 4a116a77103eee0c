"""A match finds what a query means in a real full-text index, and no text can break it."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.domain.filter import Filter, Listed
from bot.domain.query import Query, parse_query
from bot.store.match import beginning, match_in, match_in_list, match_of, match_of_word


class Index:
    """A real full-text index, in memory."""

    def __init__(self) -> None:
        self.database = sqlite3.connect(":memory:")
        self.database.execute(
            "CREATE VIRTUAL TABLE t USING fts5("
            'title, speaker, role, body, marks, tokenize="unicode61 remove_diacritics 2")'
        )

    def found(self, expression: str, *documents: str) -> list[str]:
        """Those of the documents that the expression finds, in their order."""
        self.database.execute("DELETE FROM t")
        self.database.executemany(
            "INSERT INTO t (body) VALUES (?)", ((each,) for each in documents)
        )
        matching = "SELECT body FROM t WHERE t MATCH ? ORDER BY rowid"
        return [text for (text,) in self.database.execute(matching, (expression,))]


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    opened = Index()
    yield opened
    opened.database.close()


@pytest.mark.parametrize("text", ["", "  ", "!?", '""', "-", '-"grain deal"', "😀"])
def test_nothing_to_look_for_finds_nothing(index: Index, text: str) -> None:
    assert index.found(match_of(parse_query(text)), "grain deal", text) == []
    assert beginning(text.replace("grain deal", "")) == ""


QUERY = Query(
    phrases=(("grain", "deal"),), words=("port",), without=("wheat", "U S"), prefix="ship"
)


@pytest.mark.parametrize(
    ("expression", "written"),
    [
        (match_of(QUERY), '("grain deal" AND "port" AND "ship"*) NOT "wheat" NOT "U S"'),
        (
            match_of(QUERY.loosened()),
            '("grain" AND "deal" AND "port" AND "ship"*) NOT "wheat" NOT "U S"',
        ),
        (match_of(Query(words=("ꙮb1",))), '{title speaker role body} : (("ꙮb1"))'),
        (match_in(7, Query(words=("port",))), 'marks : "ꙮb7" AND (("port"))'),
        (beginning("Vlad -“volg"), '"Vlad"* AND "volg"*'),
    ],
)
def test_the_expression_is_made_of_quoted_tokens(expression: str, written: str) -> None:
    assert expression == written


QUOTES = Filter(listed=Listed.QUOTES, briefing=7)


@pytest.mark.parametrize(
    ("narrowed", "exact", "written"),
    [
        ({}, False, ""),
        ({"words": "!"}, False, None),
        ({"speaker": "!"}, False, None),
        ({"speaker": "!"}, True, ""),
        ({"speaker": "Ilse M"}, True, ""),
        ({"speaker": "il m"}, False, 'marks : "ꙮb7q" AND speaker : ("il"* AND "m"*)'),
        ({"words": "a -b", "country": "FI"}, False, 'marks : "ꙮb7qFI" AND body : (("a") NOT "b")'),
        (
            {"words": "a", "speaker": "Ilse -M"},
            True,
            'marks : "ꙮb7q" AND body : (("a")) AND speaker : ("Ilse" AND "M")',
        ),
        ({"words": "a", "speaker": "g" * 101}, True, 'marks : "ꙮb7q" AND body : (("a"))'),
    ],
)
def test_a_list_is_searched_in_the_columns_that_are_meant(
    narrowed: dict[str, str], exact: bool, written: str | None
) -> None:
    assert match_in_list(QUOTES.model_copy(update=narrowed), exact=exact) == written


def test_a_word_is_looked_for_where_its_list_looks() -> None:
    assert match_of_word(QUOTES, "ice") == 'marks : "ꙮb7q" AND body : "ice"'
    search = QUOTES.model_copy(update={"listed": Listed.SEARCH})
    assert match_of_word(search, "ice") == 'marks : "ꙮb7" AND {title speaker role body} : "ice"'


DOCUMENTS = (
    "grain deal at the port for shipping",
    "a deal on grain at the port for ships",
    "the port's wheat, a grain deal and ships",
    "a U.S. grain deal: port and shipping",
    "us: a grain deal, the port, a ship",
    "the port",
    "wheat in the port",
)


@pytest.mark.parametrize(
    ("expression", "numbers"),
    [
        (match_of(QUERY), (0, 4)),
        (match_of(QUERY.loosened()), (0, 1, 4)),
        (beginning("GRAIN de"), (0, 1, 2, 3, 4)),
    ],
)
def test_the_expression_finds_what_was_asked(
    index: Index, expression: str, numbers: tuple[int, ...]
) -> None:
    assert index.found(expression, *DOCUMENTS) == [DOCUMENTS[n] for n in numbers]


def test_accents_and_capitals_are_one_letter_in_the_index(index: Index) -> None:
    assert index.found(match_of(parse_query("CAFÉ “naïve plan”")), "cafe: a NAIVE plan")


MARKS = st.sampled_from([*"\"'“”„«»「」‘’-−–* :.()^+{}\0\u0301", "AND ", "NOT ", "NEAR("])
LETTERS = st.sampled_from("a b ё é я 中 ה ा x1 \u0308 U.S. O'Neill s".split())
TYPED = st.text(max_size=130) | st.lists(MARKS | LETTERS, max_size=40).map("".join)


def own_words(query: Query) -> str:
    phrases = (" ".join(phrase) for phrase in query.phrases)
    return " ".join([*phrases, *query.words, *([query.prefix] if query.prefix else [])])


def left_out(index: Index, query: Query, document: str) -> bool:
    """Whether the document has a word that the query leaves out."""
    return any(index.found(f'"{word}"', document) for word in query.without)


@given(TYPED, st.booleans(), st.booleans())
@example("ᦰ ᦰa ᳲ", False, False)
@example('\ud800"', False, False)
@example("ꙮb1", False, False)
def test_any_text_finds_its_own_words(index: Index, text: str, typing: bool, loose: bool) -> None:
    query = parse_query(text, typing=typing)
    document = own_words(query)
    wanted = not query.empty and not left_out(index, query, document)
    match = match_of(query.loosened() if loose else query)
    assert index.found(match, document) == ([document] if wanted else [])


@given(TYPED)
def test_any_text_finds_what_begins_with_its_words(index: Index, text: str) -> None:
    query, match = parse_query(text), beginning(text)
    document = " ".join([own_words(query), *query.without])
    if match:
        assert index.found(match, document, "") == [document]
    else:
        assert query.empty


@given(TYPED)
def test_a_word_left_out_is_in_nothing_that_is_found(index: Index, text: str) -> None:
    query = parse_query(f"deal {text} -grain")
    assume("grain" in query.without)
    documents = (f"{own_words(query)} {word}" for word in query.without)
    assert index.found(match_of(query), *documents) == []


@pytest.mark.parametrize(("near", "found"), [(1, ["the deal on grain"]), (0, [])])
def test_the_words_of_a_phrase_may_stand_near_each_other(
    index: Index, near: int, found: list[str]
) -> None:
    documents = ("the deal on grain", "grain was sold before anybody spoke of a deal")
    assert index.found(match_of(parse_query("“grain deal”"), near), *documents) == found


def test_what_stands_beside_a_loosened_phrase_is_still_wanted(index: Index) -> None:
    query = parse_query("“grain deal” Ostra -salt")
    documents = ("deal: grain for Ostra", "deal: grain", "deal: grain, salt for Ostra")
    assert index.found(match_of(query, 3), *documents) == ["deal: grain for Ostra"]


@given(TYPED, TYPED, st.integers(0, 40))
@example("“a a”", "", 0)
@example("“x1 a b”", "", 0)
def test_nearby_is_more_than_verbatim_and_less_than_anywhere(
    index: Index, text: str, other: str, near: int
) -> None:
    query = parse_query(text)
    documents = (own_words(query), own_words(query.loosened())[::-1], other)
    verbatim, nearby, anywhere = (
        set(index.found(match, *documents))
        for match in (match_of(query), match_of(query, near), match_of(query.loosened()))
    )
    assert verbatim <= nearby <= anywhere
