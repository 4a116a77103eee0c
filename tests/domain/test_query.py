"""Any text is taken apart into words that SQLite's full-text search knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.query import MOST_TOKENS, Query, mended, parse_query


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
def test_there_may_be_nothing_to_look_for(text: str) -> None:
    assert parse_query(text, typing=True).empty


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


def test_a_loosened_query_has_all_its_words() -> None:
    query = parse_query("new “grain deal” -salt “one” shi", typing=True)
    loose = Query(words=("grain", "deal", "one", "new"), without=("salt",), prefix="shi")
    assert query.loosened() == loose
    assert loose.loosened() == loose


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("feries", "ferries"),
        ("Old  feries, -salt -“grain deal”", "Old ferries, -salt -“grain deal”"),
        ("'feries of ice' \"new", "“ferries of ice” “new”"),
        ("U.S. O’Neill's feries' “”", "U.S. O’Neill's ferries'"),
        ("feries -feries", "ferries -feries"),
        ("ёлка feries", "елка ferries"),
        ("ferieses", "ferieses"),
    ],
)
def test_a_mended_text_is_what_was_typed_but_for_some_words(text: str, written: str) -> None:
    assert mended(text, {"feries": "ferries"}) == written


MARKS = st.sampled_from([*"\"'“”„«»「」‘’-−–* :.()^+{}\0\u0301", "AND ", "NOT ", "NEAR("])
LETTERS = st.sampled_from("a b ё é я 中 ה ा x1 \u0308 U.S. O'Neill s".split())
TYPED = st.text(max_size=130) | st.lists(MARKS | LETTERS, max_size=40).map("".join)


@given(TYPED, st.booleans())
def test_a_query_is_small(text: str, typing: bool) -> None:
    query = parse_query(text, typing=typing)
    loose = query.loosened()
    written = [*loose.words, *loose.without, query.prefix or ""]
    tokens = " ".join(written).split()
    assert len(tokens) <= MOST_TOKENS
    assert "ё" not in "".join(tokens)


@given(st.lists(st.sampled_from(["“grain ice”", "-salt", "U.S.", "port", "–“a b”"]), max_size=6))
def test_a_text_mended_by_nothing_is_the_same_query(parts: list[str]) -> None:
    text = " ".join(parts)
    assert parse_query(mended(text, {})) == parse_query(text)
