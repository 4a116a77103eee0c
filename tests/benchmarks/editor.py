"""An editor at a desk: what each of their deeds does between its input and its sending."""

from datetime import timedelta
from itertools import count

from discord.app_commands import Choice

from bot.app.importing import Order
from bot.domain.bench import Bench, Clash
from bot.domain.editing.edit import Edit
from bot.domain.editing.quote_edits import ShowQuotes
from bot.domain.editing.section_edits import MoveSection
from bot.domain.editing.spot import Spot
from bot.domain.editor import Editor
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import State
from bot.domain.version import Version
from bot.presentation import limits
from bot.presentation.alert_card import alert_card
from bot.presentation.card import Card
from bot.presentation.desk_card import desk_card
from bot.presentation.desk_history import history_card
from bot.presentation.desk_list import desk_list_card
from bot.presentation.desk_parts import list_card
from bot.presentation.desk_paste import imported_news
from bot.presentation.desk_section import section_card
from bot.presentation.line import label
from tests.benchmarks.desk import Desk, noon
from tests.benchmarks.library import NEWSROOM
from tests.cli.command import ROOT

CHARACTERS = 5_000
"""Of a document that is brought."""

DRAFTS, HISTORY = 30, 100
"""How many there are at the desk of a busy newsroom, and how often each was changed."""

_SECTIONS, _EVENTS = 60, 40  # of the large draft, which has a quote in every section
_EDITOR = Editor(id=5, name="Ada", server=NEWSROOM, manages_messages=True)
_BRIEFING = 1
_FIRST = 900_000  # no archive has so many issues
_SAMPLES = ("policy-alert-244.txt", "policy-alert-242.txt")


class Editing:
    """Does what `cogs` do with the app, and renders as they do, up to the JSON that is sent."""

    def __init__(self, at: Desk, gazetteer: Gazetteer) -> None:
        self._app, self._store, self._language = at.app, at.app.publishing._store, at.language
        self._numbers = count(_FIRST)
        self._countries = [gazetteer.name(code) for code in sorted(gazetteer.codes)[:_SECTIONS]]
        self._turns = count()
        self._large = 0

    async def bring(self) -> None:
        """A document from the bytes that were uploaded to the open panel."""
        await self._bring(_document(next(self._numbers)))

    async def open(self) -> None:
        """`/desk open`, or a screen that is gone back to."""
        self._show(desk_card(await self._opened(), self._language))

    async def list_quotes(self) -> None:
        """The screen from which each is opened."""
        self._show(list_card(await self._opened(), self._language, 0))

    async def change_text(self) -> None:
        """A form is sent; the section is shown."""
        bench = await self._opened()
        seen = await self._app.desk.seen(_EDITOR, self._large, bench.version)
        today = await self._app.desk.today(_EDITOR)
        place = next(self._turns) % _SECTIONS + 1
        text = f"{seen.contents.entries[place].text} Fog came {bench.version} times."
        edit = self._app.desk_typing.edit("ftext", seen, Spot(entry=place), {"text": text}, today)
        done = await self._made(seen, edit)
        self._show(section_card(done, place, self._language))

    async def move_section(self) -> None:
        """A button that changes much; the section is shown in its new place."""
        place = next(self._turns) % (_SECTIONS - 2) + 1
        edit = MoveSection(at=Spot(entry=place), to=place + 1)
        done = await self._made(await self._opened(), edit)
        self._show(section_card(done, place + 1, self._language))

    async def choose_shown(self) -> None:
        """A choice in a menu; the panel is shown."""
        place = next(self._turns) % _SECTIONS + 1
        edit = ShowQuotes(spots=(Spot(entry=place, item=0),))
        done = await self._made(await self._opened(), edit)
        self._show(desk_card(done, self._language))

    async def preview(self) -> None:
        """Exactly what channels will get."""
        bench = await self._opened()
        alert = await self._app.desk_publishing.preview(_EDITOR, bench.issue.id)
        self._show(alert_card(alert, self._language))

    async def list(self) -> None:
        """`/desk list`."""
        found = await self._app.desk.listed(_EDITOR)
        self._show(desk_list_card(found, self._language))

    async def suggest(self) -> None:
        """What is offered while somebody types an issue."""
        found = await self._app.desk.listed(_EDITOR)
        fitting = [each.issue for each in found if "9" in each.issue.label]
        for issue in fitting[: limits.CHOICES]:
            Choice(name=label(issue.label, limits.CHOICE), value=str(issue.id)).to_dict()

    async def look_back(self) -> None:
        """`/desk history`."""
        key = await self._app.desk_history.chosen(_EDITOR, f"#{_FIRST}")
        page = await self._app.desk_history.page(_EDITOR, key)
        self._show(history_card(page, self._language))

    async def furnish(self) -> None:
        """Leaves as many drafts as there are mostly, each with its history, and a large one."""
        async with self._store.read() as store:
            drafts = [each for each in await store.issues.all_of(NEWSROOM) if not each.revision]
        async with self._store.write() as store:
            for draft in drafts[DRAFTS:]:
                await store.issues.set_state(draft.id, State.WITHDRAWN)
        for draft in drafts[:DRAFTS]:
            await self._lengthen(draft.id)
        self._large = await self._bring(self._large_document())

    async def _bring(self, text: str) -> int:
        await self._app.desk.require(_EDITOR)
        named = await self._app.desk.named(_EDITOR, None)
        order = Order(
            newsroom=NEWSROOM,
            author=_EDITOR.name,
            briefing=named.name if named else None,
            beside=True,
        )
        imported = await self._app.importing.bring(text.encode(), "notes.txt", order)
        bench = await self._app.desk.begun(_EDITOR, imported.issue.id, "Imported from notes.txt")
        news = imported_news(imported.issue, imported.notes, again=False)
        self._show(desk_card(bench, self._language, news))
        return bench.issue.id

    async def _opened(self) -> Bench:
        return await self._app.desk.open(_EDITOR, self._large)

    async def _made(self, seen: Bench, edit: Edit) -> Bench:
        done = await self._app.desk.edit(_EDITOR, seen.issue.id, seen.version, edit)
        assert not isinstance(done, Clash)
        assert done.version == seen.version + 1
        return done

    async def _lengthen(self, draft: int) -> None:
        """Its one version is followed by others, which say as much."""
        async with self._store.write() as store:
            begun = await store.versions.newest(draft)
            assert begun
            for number in range(2, HISTORY + 1):
                said: Version = begun.model_copy(
                    update={
                        "number": number,
                        "same_as": number,
                        "made_at": noon() + timedelta(minutes=number),
                        "deed": "Peru: text changed",
                    }
                )
                await store.versions.add(draft, said)

    def _large_document(self) -> str:
        """A heading, a quote and mostly an event for each of many countries."""
        sections = [
            f"{name}\n\n“We sail from port {number} at dawn,” said Ada Quill, the pilot. "
            + (f"Divers met there on June {number % 30 + 1}, 2026. " if number < _EVENTS else "")
            + "Nobody objected. " * 5
            for number, name in enumerate(self._countries)
        ]
        head = f"Tide Letter #{next(self._numbers)} | June 30, 2026\n\nCalm Seas\n\nAll quiet."
        return "\n\n".join([head, *sections])

    def _show(self, card: Card) -> None:
        card.to_components()


def _document(number: int) -> str:
    """The samples' prose, as much as a long document has."""
    texts = [(ROOT / "data" / "samples" / name).read_text("utf-8") for name in _SAMPLES]
    bodies = [text.split("\n", 4)[4].strip() for text in texts]
    head = f"Tide Letter #{number} | June 30, 2026\n\nTides of Day {number}\n\n"
    return (head + "\n\n".join(bodies))[:CHARACTERS]
