"""The tables of the reading side, as queries name them; `sql/passages.sql` makes them."""

from sqlalchemy import Integer, Text, column, table

from bot.domain.reference import Kind

MARK = "ꙮ"
"""The letter that the marks of passages begin with; hardly a text has it, or a search."""


def marked(briefing: int, kind: Kind | None = None, country: str | None = None) -> str:
    """The MATCH expression for a briefing's passages, of a kind, or of a kind on a country."""
    return f'marks : "{MARK}b{briefing}{kind or ""}{country or ""}"'


passages = table(
    "passages",
    column("id", Integer),
    column("briefing_id", Integer),
    column("issue_id", Integer),
    column("entry_id", Integer),
    column("kind", Text),
    column("item_id", Integer),
    column("day", Text),
    column("last", Text),
    column("speaker", Text),
    column("country", Text),
)

passage_countries = table(
    "passage_countries",
    column("passage_id", Integer),
    column("country", Text),
    column("briefing_id", Integer),
    column("kind", Text),
)

coverage = table(
    "coverage",
    column("briefing_id", Integer),
    column("kind", Text),
    column("country", Text),
    column("passages", Integer),
)

speakers = table(
    "speakers",
    column("id", Integer),
    column("briefing_id", Integer),
    column("name", Text),
    column("quotes", Integer),
)

# The column that is called like its table stands for the whole row: MATCH asks it.
words = table(
    "passages_fts",
    column("rowid", Integer),
    column("passages_fts", Text),
    column("body", Text),
)

names = table("speakers_fts", column("rowid", Integer), column("speakers_fts", Text))

vocabulary = table(
    "passages_words", column("term", Text), column("col", Text), column("doc", Integer)
)
