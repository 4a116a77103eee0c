"""A showing: how an answer that everybody sees is asked again, when its issue was corrected."""

from bot.domain.filter import Filter
from bot.domain.record import CountryCode, Record
from bot.domain.reference import Reference


class Showing(Record):
    """One of three: sections of an issue, one item, or a page of a list.

    `asker` is the Discord id of who may turn its pages, 0 for nobody. `shared_by` is a name.
    """

    server: int
    asker: int = 0
    short: bool = True
    shared_by: str | None = None
    locale: str = "en-US"
    issue: int | None = None
    country: CountryCode | None = None
    entry: int = 0
    part: int = 1
    item: Reference | None = None
    context: bool = False
    filter: Filter | None = None
    cursor: str | None = None
