"""An event: something that happened, or is expected, at a time of known precision."""

from bot.domain.doubt import Confidence
from bot.domain.record import CountryCode, Record
from bot.domain.when import When


class Event(Record):
    """One dated sentence; `start` and `end` count code points in the entry's text."""

    when: When
    sentence: str
    countries: tuple[CountryCode, ...] = ()
    expected: bool = False
    start: int | None = None
    end: int | None = None
    confidence: Confidence = Confidence.SURE
    notes: tuple[str, ...] = ()
