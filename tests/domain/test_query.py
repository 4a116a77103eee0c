"""Any text becomes an expression that SQLite's full-text search takes, and that means it."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.domain.query import MOST_TOKENS, Query, parse_query


class Index:
    """A real full-text index, in memory."""

    def __init__(self) -> None:
        self.database = sqlite3.connect(":memory:")
        self.database.execute(
            'CREATE VIRTUAL TABLE t USING fts5(x, tokenize="unicode61 remove_diacritics 2")'
        )

    def found(self, expression: str, *documents: str) -> list[str]:
        """Those of the documents that the expression finds, in their order."""
        self.database.execute("DELETE FROM t")
        self.database.executemany("INSERT INTO t VALUES (?)", ((each,) for each in documents))
        matching = "SELECT x FROM t WHERE t MATCH ? ORDER BY rowid"
        return [text for (text,) in self.database.execute(matching, (expression,))]


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    opened = Index()
    yield opened
    opened.database.close()


@pytest.mark.parametrize(
    "quoted",
    [
        '"grain deal"',
        "“grain deal”",
        "”grain deal“",
        "”grain deal”",
        "„grain deal“",
        "«grain deal»",
        "« grain deal »",
        "»grain deal«",
        "‹grain deal›",
        "「grain deal」",
        "『grain deal』",
        "＂grain deal＂",
        "‘grain deal’",
        "‚grain deal‘",
        "'grain deal'",
        '“grain deal"',
        "“grain, deal!”",
    ],
)
def test_a_phrase_stands_in_any_quotation_marks(quoted: str) -> None:
    found = parse_query(f"new {quoted} signed")
    assert found == Query(phrases=(("grain", "deal"),), words=("new", "signed"))


@pytest.mark.parametrize("opened", ['new "grain deal', "new “grain deal", "new «grain deal"])
def test_an_unclosed_phrase_goes_to_the_end(opened: str) -> None:
    assert parse_query(opened) == Query(phrases=(("grain", "deal"),), words=("new",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S.", ("U", "S")),
        ("O'Neill", ("O", "Neill")),
        ("O’Neill’s", ("O", "Neill", "s")),
        ("the ministers' and envoys' visit", ("the", "ministers", "and", "envoys", "visit")),
        ("'tis late", ("tis", "late")),
        ("COVID-19", ("COVID", "19")),
        ("a - b", ("a", "b")),
        ("x:y^z*", ("x", "y", "z")),
        ("yes AND no", ("yes", "AND", "no")),
        ("a_b\0c", ("a", "b", "c")),
        ("ещё Ёлка", ("еще", "Елка")),
        ("\u0301cafe\u0301", ("cafe\u0301",)),
        ("हिन्दी", ("हिन्दी",)),
        ("¾ Ⅳ ٣", ("¾", "Ⅳ", "٣")),
        ("\ud800x", ("x",)),
    ],
)
def test_words_are_what_the_index_has_as_words(text: str, words: tuple[str, ...]) -> None:
    assert parse_query(text) == Query(words=words)


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("deal -grain", ("grain",)),
        ("deal −grain", ("grain",)),
        ("deal –grain", ("grain",)),
        ("-grain deal", ("grain",)),
        ('deal -"grain ship"', ("grain", "ship")),
        ("deal -“grain ship", ("grain", "ship")),
        ("deal -U.S.", ("U S",)),
        ("deal --grain", ("grain",)),
        ("deal -", ()),
        ("deal -!", ()),
    ],
)
def test_a_dash_before_a_word_leaves_it_out(text: str, without: tuple[str, ...]) -> None:
    assert parse_query(text) == Query(words=("deal",), without=without)


@pytest.mark.parametrize("text", ["", "  ", "!?", '""', "«»", "-", "-grain", '-"grain deal"', "😀"])
def test_there_may_be_nothing_to_look_for(index: Index, text: str) -> None:
    query = parse_query(text, typing=True)
    assert query.empty
    assert index.found(query.fts(), "grain deal", text) == []


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("grain de", Query(words=("grain",), prefix="de")),
        ("grain ", Query(words=("grain",))),
        ("grain?", Query(words=("grain",))),
        ("U.S", Query(words=("U",), prefix="S")),
        ("new “grain de", Query(phrases=(("grain",),), words=("new",), prefix="de")),
        ("“grain deal”", Query(phrases=(("grain", "deal"),))),
        ("“d", Query(prefix="d")),
        ("deal -gr", Query(words=("deal",), without=("gr",))),
    ],
)
def test_the_word_being_typed_is_a_prefix(text: str, query: Query) -> None:
    assert parse_query(text, typing=True) == query
    assert parse_query(text).prefix is None


def test_a_hundred_characters_are_looked_at() -> None:
    assert parse_query("grain " * 16 + "deal").words == ("grain",) * 16 + ("deal",)
    assert parse_query("grain " * 16 + "deals").words == ("grain",) * 16
    assert parse_query("g" * 150).words == ("g" * 100,)


def test_twenty_tokens_are_looked_at() -> None:
    letters = tuple("abcdefghijklmnopqrst")
    assert parse_query(" ".join(letters) + " u -v").words == letters
    assert parse_query(f'"{" ".join(letters)} u" v').phrases == (letters,)
    assert parse_query(" ".join(letters) + " u", typing=True).words == letters[:19]
    # Leaving out "v" alone is not what was asked.
    assert parse_query(" ".join(letters[:19]) + " -v.w.").without == ()


QUERY = Query(
    phrases=(("grain", "deal"),), words=("port",), without=("wheat", "U S"), prefix="ship"
)


@pytest.mark.parametrize(
    ("expression", "written"),
    [
        (QUERY.fts(), '("grain deal" AND "port" AND "ship"*) NOT "wheat" NOT "U S"'),
        (
            QUERY.fts(loose=True),
            '("grain" AND "deal" AND "port" AND "ship"*) NOT "wheat" NOT "U S"',
        ),
        (
            QUERY.fts(any_word=True),
            '("grain deal" OR "port" OR "ship"*) NOT "wheat" NOT "U S"',
        ),
    ],
)
def test_the_expression_is_made_of_quoted_tokens(expression: str, written: str) -> None:
    assert expression == written


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
        (QUERY.fts(), (0, 4)),
        (QUERY.fts(loose=True), (0, 1, 4)),
        (QUERY.fts(any_word=True), (0, 1, 4, 5)),
    ],
)
def test_the_expression_finds_what_was_asked(
    index: Index, expression: str, numbers: tuple[int, ...]
) -> None:
    assert index.found(expression, *DOCUMENTS) == [DOCUMENTS[n] for n in numbers]


def test_accents_and_capitals_are_one_letter_in_the_index(index: Index) -> None:
    assert index.found(parse_query("CAFÉ “naïve plan”").fts(), "cafe: a NAIVE plan")


MARKS = st.sampled_from([*"\"'“”„«»「」‘’-−–* :.()^+{}\0\u0301", "AND ", "NOT ", "NEAR("])
LETTERS = st.sampled_from("a b ё é я 中 ה ा x1 \u0308 U.S. O'Neill s".split())
TYPED = st.text(max_size=130) | st.lists(MARKS | LETTERS, max_size=40).map("".join)


def own_words(query: Query) -> str:
    phrases = (" ".join(phrase) for phrase in query.phrases)
    return " ".join([*phrases, *query.words, *([query.prefix] if query.prefix else [])])


def left_out(index: Index, query: Query, document: str) -> bool:
    """Whether the document has a word that the query leaves out."""
    return any(index.found(f'"{word}"', document) for word in query.without)


@given(TYPED, st.booleans(), st.booleans(), st.booleans())
@example("ᦰ ᦰa ᳲ", False, False, False)
@example('\ud800"', False, False, False)
def test_any_text_finds_its_own_words(
    index: Index, text: str, typing: bool, loose: bool, any_word: bool
) -> None:
    query = parse_query(text, typing=typing)
    expression, document = query.fts(loose=loose, any_word=any_word), own_words(query)
    wanted = not query.empty and not left_out(index, query, document)
    assert index.found(expression, document) == ([document] if wanted else [])


@given(TYPED, st.booleans())
def test_a_word_left_out_is_in_nothing_that_is_found(
    index: Index, text: str, any_word: bool
) -> None:
    query = parse_query(f"deal {text} -grain")
    assume("grain" in query.without)
    documents = (f"{own_words(query)} {word}" for word in query.without)
    assert index.found(query.fts(any_word=any_word), *documents) == []


@given(TYPED, st.booleans())
def test_a_query_is_small(text: str, typing: bool) -> None:
    query = parse_query(text, typing=typing)
    tokens = f"{own_words(query)} {' '.join(query.without)}".split()
    assert len(tokens) <= MOST_TOKENS
    assert "ё" not in "".join(tokens)


@pytest.mark.parametrize(("near", "found"), [(1, ["the deal on grain"]), (0, [])])
def test_the_words_of_a_phrase_may_stand_near_each_other(
    index: Index, near: int, found: list[str]
) -> None:
    documents = ("the deal on grain", "grain was sold before anybody spoke of a deal")
    assert index.found(parse_query("“grain deal”").fts(near=near), *documents) == found


def test_what_stands_beside_a_loosened_phrase_is_still_wanted(index: Index) -> None:
    query = parse_query("“grain deal” Ostra -salt")
    documents = ("deal: grain for Ostra", "deal: grain", "deal: grain, salt for Ostra")
    assert index.found(query.fts(near=3), *documents) == ["deal: grain for Ostra"]


@given(st.text(max_size=120), st.integers(0, 40))
def test_any_text_can_be_looked_for_nearby(index: Index, text: str, near: int) -> None:
    index.found(parse_query(text).fts(near=near), text)
