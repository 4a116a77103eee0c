"""What PRIVACY.md promises, held to the code."""

from datetime import timedelta

from bot.store import acts, copies, list_states
from bot.store.discord_ids import NAMES, Whose, columns
from tests.rules.source import ROOT

# Where the page tells of the people in each table, by words of its own.
TOLD = {
    "approvals": "asked for a second editor's approval",
    "blocks": "kept a server out of a briefing",
    "desk_places": "which screen of the desk",
    "releases": "every issue, update, correction and withdrawal they sent out",
    "revisions": "stands in the revision",
    "subscriptions": "who **subscribed** a channel",
    "versions": "every state they saved at the desk",
}


def page(name: str = "PRIVACY.md") -> str:
    return (ROOT / name).read_text("utf-8")


def test_the_page_is_linked_where_people_look() -> None:
    assert "(PRIVACY.md)" in page("README.md")
    assert "(../PRIVACY.md)" in page("docs/operating.md")


def test_it_tells_of_every_table_with_people_in_it() -> None:
    tables = {table.name for table, _ in columns(Whose.PERSON)}
    tables |= {name.partition(".")[0] for name in NAMES}
    assert tables == {*TOLD}
    assert [words for words in TOLD.values() if words not in page()] == []


def test_it_says_how_long_things_are_kept() -> None:
    assert list_states.KEPT == copies.SHARED_KEPT == timedelta(days=90)
    assert "90 days after it was last shown" in page()
    assert "90 days after it was last used" in page()
    assert timedelta(days=2) == acts._KEPT
    assert "Two days; deleted when the next such click comes." in page()


def test_it_fits_on_a_page() -> None:
    assert len(page().split()) < 1_100
