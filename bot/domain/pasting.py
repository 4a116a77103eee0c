"""Pasting: a text that came in pieces, put together."""

_LEAST = 12
"""Characters that two pieces share before that is taken for the same passage."""


def joined(first: str, second: str) -> str:
    """Both one after the other, what they share once; the second alone if it holds the first.

    People paste the rest from a line that was there already, or the whole document again.
    """
    start, rest = first.strip(), second.strip()
    if not start or rest.startswith(start):
        return second
    if start.endswith(rest):
        return first
    for length in range(min(len(start), len(rest)), _LEAST - 1, -1):
        if start.endswith(rest[:length]):
            return start + rest[length:]
    return f"{first}{second}"
