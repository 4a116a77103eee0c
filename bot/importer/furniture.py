"""Furniture: lines that a page sets around its text, such as times of day and "Share this"."""

import re

# "14:05 GMT", "2:05 p.m.", "09:30 — ": what a live page sets above each of its entries.
STAMP = re.compile(
    r"(?i)\[?(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)"
    r"(?: \(?[A-Z]{2,5}(?:[+-]\d{1,2})?\)?)?\]?"
)
CHROME = re.compile(
    r"(?i)(?:skip to (?:main )?content|menu|home|search|print|subscribe|sign (?:in|up)|log ?in"
    r"|share(?: this.{0,60})?|advertisement|back to top|read more|continue reading.{0,3}"
    r"|follow us.{0,40}|newsletter|download pdf"
    r"|view (?:this (?:e-?mail|message) )?in (?:your )?(?:web )?browser|unsubscribe"
    r"|forward to a friend)"
)
"""What a page says around its text."""
