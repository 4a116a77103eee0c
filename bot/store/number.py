"""Numbers as SQLite can be asked for them."""

_BITS = 63  # and one for the sign


def askable(number: int) -> int:
    """An id as it is, or where it is beyond SQLite's 64 bits 0, which is nobody's."""
    return number if -(1 << _BITS) <= number < 1 << _BITS else 0
