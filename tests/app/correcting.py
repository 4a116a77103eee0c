"""A newsroom that has published the same quote in several issues."""

from datetime import datetime, timedelta

from bot.app.app import App
from bot.app.importing import Order
from bot.app.planning import Order as Release
from bot.domain.bench import Bench
from bot.domain.editing.quote_edits import ChangeQuote, Spoken
from bot.domain.editing.spot import Spot
from bot.domain.editor import Editor
from bot.domain.release import Author, ReleaseState
from tests.moments import NOW

SERVER, ABROAD = 1, 2
ADA = Editor(id=7, name="Ada", server=SERVER, manages_messages=True)
BEN = Editor(id=8, name="Ben", server=SERVER, manages_messages=True)
READER = Editor(id=9, name="Eve", server=SERVER)
STRANGER = Editor(id=10, name="Mal", server=ABROAD, manages_messages=True, manages_server=True)
AT_ONCE = Release(author=Author(name="Ada"), at_once=True)

WRONG, RIGHT = "We sail at dawn,", "We sail at noon,"


class Clock:
    now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def document(number: int, country: str = "Japan", words: str = WRONG, more: str = "") -> bytes:
    """An issue in which Ada Quill says these words."""
    return f"""Tides #{number} | January 28, 2022

Calm Seas {number}

Calm seas were seen in {country}.

{country}

“{words}” said Ada Quill, the harbour master, on January 27, 2022. Nobody objected.{more}
""".encode()


async def published(app: App, data: bytes) -> int:
    """The id of an issue that readers have."""
    order = Order(newsroom=SERVER, author="Ada", publish=True)
    return (await app.importing.bring(data, "tides.txt", order)).issue.id


async def misquoted(app: App, key: int, place: int = 1, words: str = RIGHT) -> Bench:
    """A correction in the making, of the first quote of a section."""
    bench = await app.desk.open(ADA, key)
    spoken = Spoken(speaker="Ada Quill", role="the harbour master", country="JP")
    edit = ChangeQuote(at=Spot(entry=place, item=0), words=words, spoken=spoken)
    done = await app.desk.edit(ADA, key, bench.version, edit)
    assert isinstance(done, Bench)
    return done


async def opened(app: App, key: int) -> None:
    """What waits has gone out."""
    async with app.publishing._store.write() as store:
        pending = await store.releases.pending(key)
        assert pending
        change = await store.releases.change(pending.id)
        await store.releases.set_state(pending.id, ReleaseState.UNDONE, change=None)
    assert change.contents
    await app.publishing.correct(key, change.contents, pending.reason, AT_ONCE)
