"""Documents that the tests of commands import: an invented briefing in three issues."""

OLDER = """Harbour dues and fishing quotas

Harbour Notes #7 | March 4, 2024

The coastal states met for the second time this spring.

Russia

On March 1, 2024, Fisheries Minister Oleg Brant said the quota was “fair to every boat.”

Japan

Tokyo welcomed the count of boats.
"""

NEWER = """Storm season and open ports

Harbour Notes #8 | March 11, 2024

A storm closed four ports on March 9, 2024.

Japan

Harbour master Aiko Senda told reporters, “We kept one berth open for everyone.”

India and Norway

“No crew was turned away,” said Port Secretary Mira Nandan.
"""

LONG_PARAGRAPH = "The tide tables were read aloud and agreed without a vote by all delegates. "

LONG = f"""A long night at the tide table

Harbour Notes #9 | March 18, 2024

The talks went on past midnight.

Norway

{(LONG_PARAGRAPH * 12 + chr(10) + chr(10)) * 8}
"""

OTHER = """Lantern festival rules

Lantern Letter #1 | March 2, 2024

Rules for the festival were sent out.

Japan

Kobe will light the pier on March 20, 2024.
"""
