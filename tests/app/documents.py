"""Documents of an invented series, to be imported."""

FULL = """Tide Watch #12 | March 4, 2024

Ports reopen after the storm

The harbours of the north are calm again.

Finland

On March 1, 2024, Harbour Minister Ilse Marwan said that “every ferry must sail again.”

Japan

Tokyo counted its boats.
"""

MENDED = FULL.replace("counted its boats", "counted its boats twice")
"""The same issue with other text."""

NEXT = FULL.replace("#12 | March 4", "#13 | March 11")

NAMELESS = """Finland

On March 1, 2024, Harbour Minister Ilse Marwan said that “every ferry must sail again.”
"""
"""No briefing, no number, no date of its own."""

UNDATED = """Tide Watch #14

Finland

Harbour Minister Ilse Marwan said that “every ferry must sail again.”
"""
