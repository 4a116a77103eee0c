"""How sure the importer was of what it found."""

from enum import StrEnum


class Confidence(StrEnum):
    """`CHECK` asks an editor to look."""

    SURE = "sure"
    LIKELY = "likely"
    CHECK = "check"
