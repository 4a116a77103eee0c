"""A spelling is near another when few typing errors lie between them."""

from collections.abc import Iterable, Iterator

# The letters that two words must begin with to be of one stem; Chinese and Japanese need fewer.
_STEM_LETTERS = 4
_STEM_IDEOGRAPHS = 2
_IDEOGRAPHS = "\u2e80"


def slips_allowed(length: int) -> int:
    """How many errors a word of so many letters may hold and still be recognised."""
    if length < 4:
        return 0
    return 1 if length < 6 else 2 if length < 10 else 3


def distance(left: str, right: str, limit: int) -> int:
    """Letters added, left out, changed, or swapped with a neighbour; over ``limit``: limit + 1.

    Optimal string alignment: G. Navarro, "A guided tour to approximate string matching", 2001.
    """
    older: list[int] = []
    old = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        new = [row]
        for column, other in enumerate(right, 1):
            cost = min(old[column] + 1, new[-1] + 1, old[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                cost = min(cost, older[column - 2] + 1)
            new.append(cost)
        if min(new) > limit:
            return limit + 1
        older, old = old, new
    return min(old[-1], limit + 1)


class Spellings:
    """Known spellings, to be searched for those near a text."""

    def __init__(self, known: Iterable[str]) -> None:
        """Take the spellings in order of preference."""
        self._known = [(spelling, len(spelling), _letters(spelling)) for spelling in known]

    def near(self, text: str) -> list[str]:
        """Those with the fewest errors, if so few are allowed; order kept."""
        near = self.by_slips(text)
        return near[0] if near else []

    def by_slips(self, text: str) -> list[list[str]]:
        """All with so few errors as are allowed, together if they have as many, fewest first."""
        limit = slips_allowed(len(text))
        if not limit:
            return []
        found: dict[int, list[str]] = {}
        for known in self._similar(text, limit):
            found.setdefault(distance(text, known, limit), []).append(known)
        return [known for errors, known in sorted(found.items()) if errors <= limit]

    def completing(self, text: str) -> list[str]:
        """Those that begin with the text, if it has three letters; order kept."""
        return [known for known, _, _ in self._known if known.startswith(text)] * (len(text) > 2)

    def sharing_stem(self, text: str) -> list[str]:
        """Those that begin mostly like it: "французский" and "Франция", "chinois" and "Chine"."""
        needed = _STEM_IDEOGRAPHS if text[:1] >= _IDEOGRAPHS else _STEM_LETTERS
        if len(beginning := text[:needed]) < needed:
            return []
        shares = [
            (shared / length, known)
            for known, length, _ in self._known
            if known.startswith(beginning) and 2 * (shared := _shared(known, text)) > length
        ]
        return [known for _, known in sorted(shares, key=lambda found: -found[0])]

    def _similar(self, text: str, limit: int) -> Iterator[str]:
        """Drop at little cost what is too long, too short, or made of other letters."""
        length, letters = len(text), _letters(text)
        for spelling, known_length, known_letters in self._known:
            differing = (letters ^ known_letters).bit_count()
            if differing <= 2 * limit and abs(length - known_length) <= limit:
                yield spelling


def _shared(left: str, right: str) -> int:
    """How many letters both begin with."""
    for place, (letter, other) in enumerate(zip(left, right, strict=False)):
        if letter != other:
            return place
    return min(len(left), len(right))


def _letters(text: str) -> int:
    """The set of letters as bits; some letters share a bit, which only lets more through."""
    bits = 0
    for char in text:
        bits |= 1 << (ord(char) % 61)
    return bits
