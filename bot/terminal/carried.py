"""What was carried out or in, as lines of text: how many rows of what."""

from collections.abc import Mapping

_NAMES = {"sqlite_sequence": "last ids"}


def table_line(table: str, count: int) -> str:
    """One table that is done: "release entries 12"."""
    return f"{_NAMES.get(table, table.replace('_', ' '))} {count:,}"


def carried_line(sentence: str, counts: Mapping[str, int]) -> str:
    """The whole: what was done, and how many rows there were of what; empty tables go unsaid."""
    rows = sum(counts.values())
    told = [table_line(table, count) for table, count in counts.items() if count]
    number = "1 row" if rows == 1 else f"{rows:,} rows"
    return f"{sentence.format(number)}{': ' if told else ''}{', '.join(told)}."
