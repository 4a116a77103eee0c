"""What was carried as a line: how many rows of what."""

from bot.terminal.carried import carried_line, table_line


def test_a_table_is_a_word_and_a_number() -> None:
    assert table_line("release_entries", 1_234) == "release entries 1,234"
    assert table_line("sqlite_sequence", 5) == "last ids 5"


def test_the_whole_is_a_sentence() -> None:
    counts = {"servers": 1, "acts": 0, "issues": 1_200, "sqlite_sequence": 2}
    assert carried_line("a.jsonl holds {} of x.db", counts) == (
        "a.jsonl holds 1,203 rows of x.db: servers 1, issues 1,200, last ids 2."
    )


def test_one_row_and_none() -> None:
    assert carried_line("{}", {"servers": 1}) == "1 row: servers 1."
    assert carried_line("{}", {"servers": 0}) == "0 rows."
