"""Controls: what the buttons and menus in a message carry."""

from collections.abc import Iterable, Iterator
from typing import Any


def custom_ids(components: Iterable[Any]) -> Iterator[str]:
    """The ids of all of them, from top to bottom."""
    for component in components:
        if key := getattr(component, "custom_id", None):
            yield str(key)
        yield from custom_ids(getattr(component, "children", ()))
        if (beside := getattr(component, "accessory", None)) is not None:
            yield from custom_ids([beside])
