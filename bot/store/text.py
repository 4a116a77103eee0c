"""Text as the database can hold it."""

from typing import overload


@overload
def storable(text: str) -> str: ...
@overload
def storable(text: None) -> None: ...
def storable(text: str | None) -> str | None:
    """The text with a question mark for each half of a surrogate pair: UTF-8 cannot hold those."""
    return text and text.encode("utf-8", "replace").decode("utf-8")
