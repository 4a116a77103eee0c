"""What a person typed, repeated to them in quotation marks."""

from bot.presentation import limits
from bot.presentation.line import line, visible, words

_MARKS = '"“”„‟«»'


def quoted(typed: str) -> str:
    """Inert, and once in quotation marks: a phrase that was typed in some has no others.

    Beside a phrase in it, further marks would say nothing of where that begins and ends.
    """
    if not visible(typed.strip(f" {_MARKS}")):
        return "something that cannot be read"
    bare = words(typed)
    if bare[0] in _MARKS and bare[-1] in _MARKS:
        bare = bare[1:-1]
    if any(mark in bare for mark in _MARKS):
        return line(typed, limits.TYPED)
    return f"“{line(bare, limits.TYPED)}”"
