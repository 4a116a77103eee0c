"""What a person typed, repeated to them in quotation marks."""

_MARKS = frozenset('"“”„‟«»')


def typed_text(text: str) -> str:
    """As it was typed, where it has quotation marks of its own; further ones would hide those."""
    return text if _MARKS & set(text) else f"“{text}”"
