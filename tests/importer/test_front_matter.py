"""The keys above a text."""

from bot.importer.front_matter import split

TEXT = """---
title: "Ports \\u2019n\\_more"
subtitle: 'It''s so'
Date: 2021-03-05
long: >
  folded
  over lines
list:
  - a
---
Body."""


def test_the_keys_are_read() -> None:
    keys, begin = split(TEXT)
    assert keys["title"] == "Ports ’n more"
    assert keys["subtitle"] == "It's so"
    assert keys["date"] == "2021-03-05"
    assert keys["long"] == "folded over lines"
    assert TEXT[begin:] == "Body."


def test_a_broken_escape_stays_as_it_is() -> None:
    assert split('---\ntitle: "a \\q b"\n---\n')[0]["title"] == "a \\q b"


def test_text_without_front_matter() -> None:
    assert split("Body.\n---\na: b\n---\n") == ({}, 0)
    assert split("---\nno keys here\n---\nBody.") == ({}, 0)
    assert split("---\na: b\nnever closed") == ({}, 0)
