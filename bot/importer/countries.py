"""Countries of a text: where the gazetteer finds them, for looking up by place."""

from bisect import bisect_left, bisect_right

from bot.domain.gazetteer import Gazetteer


class Countries:
    """The mentions of countries in one text, in order."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self._mentions = gazetteer.mentions(text)
        self._starts = [mention.start for mention in self._mentions]
        self._ends = [mention.end for mention in self._mentions]

    def codes(self, start: int, end: int) -> tuple[str, ...]:
        """Codes of the countries named in text[start:end], each once."""
        first, last = bisect_left(self._starts, start), bisect_right(self._ends, end)
        return tuple(dict.fromkeys(mention.code for mention in self._mentions[first:last]))

    def in_span(self, start: int, end: int) -> str | None:
        """The first country named there."""
        return next(iter(self.codes(start, end)), None)

    def covers(self, start: int, end: int) -> bool:
        """True if text[start:end] is exactly one name of a country, a capital or a metonym."""
        at = bisect_left(self._starts, start)
        if at >= len(self._mentions):
            return False
        mention = self._mentions[at]
        return (mention.start, mention.end) == (start, end) and mention.kind != "demonym"

    def end_at(self, start: int) -> int | None:
        """Where the name of a country that begins at `start` ends, if one does."""
        at = bisect_left(self._starts, start)
        found = at < len(self._starts) and self._starts[at] == start
        return self._ends[at] if found else None
