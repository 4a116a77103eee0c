"""Hostile text: what a document or a person writes pings nobody, and breaks nothing around it."""

import re

import pytest

from bot.domain.entry import Entry
from bot.store.store import Store
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import sections, text_of, title_of, usable, use
from tests.contents import contents
from tests.shelving import DAY, found_briefing, put

DOCUMENT = """@everyone **act** now <@1> ||hush|| `tick`

Harbour **Notes** @here #10 | March 25, 2024

@everyone, @here, <@1>, <@!1>, <@&2>, <#3> and </latest:4> stand *here* in ~~one~~ __line__.

Japan

> No quotation of ours, [a door](https://example.com/trap) and ||a secret||.

Norway

Minister **Ola Brekke** said “[@everyone](https://example.com) <@1> is welcome.”
On March 20, 2024, @everyone ||left||.
"""
TEXT = """# No heading of ours
> No quotation of ours, [a door](https://example.com/trap) and ||a secret||.
-# No small print of ours
1. No list @here
```
No code of ours @everyone
"""
NAME = "@everyone\n# [Notes](https://example.com) <@&2> ||x||"

PING = re.compile(r"@everyone|@here|<@[!&]?[0-9]+>")
OBEYED = re.compile(
    r"(?<!\\)(\[[^\]\n]*\]\(http|\|\||`{3}|~~|__)|^> No |^[0-9]+\. ",
    re.MULTILINE,
)
CODE = re.compile(r"^```$.*?^```$", re.MULTILINE | re.DOTALL)
"""A citation, in which nothing is markup; its end is the next line of three."""


def assert_inert(shown: str) -> None:
    """No ping, and no markup but our own: headings, small lines, bold words, a quote's bar."""
    shown = CODE.sub("", shown)
    assert not PING.search(shown)
    assert not OBEYED.search(shown)
    assert len(re.findall("^# ", shown, re.MULTILINE)) <= 1


@pytest.mark.parametrize(
    ("command", "options"),
    [("latest", {}), ("quotes", {}), ("timeline", {}), ("search", {"query": "everyone here 1"})],
)
async def test_no_card_of_such_a_document_pings_or_breaks(
    newsroom: Newsroom, command: str, options: dict[str, str]
) -> None:
    await newsroom.publish(DOCUMENT)
    card = await newsroom.ask(command, **options)
    assert_inert(text_of(card))
    assert len(usable(card)) >= 3
    for control in usable(card):
        asked = await newsroom.ask(command, **options)
        assert_inert(text_of(await use(newsroom.reader, asked, control)))


@pytest.fixture
async def hostile(stranger: Newsroom, store: Store) -> Newsroom:
    """A server whose only briefing has such a name, title, heading and text."""
    briefing = await found_briefing(store, stranger.guild.id, NAME)
    entry = Entry(heading=NAME, countries=("JP",), text=TEXT)
    await put(store, briefing, contents(1, DAY, Entry(heading=None, text=TEXT), entry, title=NAME))
    return stranger


async def test_names_titles_headings_and_texts_are_shown_and_not_obeyed(
    hostile: Newsroom,
) -> None:
    for asked in (await hostile.ask(), await hostile.ask(country="Japan")):
        shown = text_of(asked)
        assert_inert(shown)
        assert shown.startswith("# @\u200beveryone")
        for words in ("No heading of ours", "a secret", "No small print", "No code of ours"):
            assert words in shown


async def test_such_a_name_breaks_no_list_and_no_help(hostile: Newsroom) -> None:
    listed = await hostile.ask("briefings")
    assert title_of(listed) == "# Briefings"
    assert len(sections(listed)) == 1
    for asked in (listed, await hostile.ask("help"), await hostile.ask(country="France")):
        assert_inert(text_of(asked))


@pytest.mark.parametrize(
    "typed", ["@everyone", "<@1> ||x||", "[a](https://example.com)", "# big\n> deep", "```"]
)
async def test_what_a_person_types_comes_back_inert(newsroom: Newsroom, typed: str) -> None:
    for asked in (
        await newsroom.ask(country=typed),
        await newsroom.ask(briefing=typed),
        await newsroom.ask("issue", number=typed),
    ):
        assert_inert(text_of(asked))
        assert not text_of(asked).startswith("# ")
