"""A correction before it goes out: what it changes, whom it reaches, what else is wrong so."""

from collections.abc import Iterator

from discord import SelectOption, ui

from bot.domain.correction import Bar, Correction, Elsewhere
from bot.domain.difference import Difference
from bot.presentation import limits
from bot.presentation.attribution import speaker
from bot.presentation.card import Card, button
from bot.presentation.correction_text import changes_text
from bot.presentation.desk_ids import DeskControl, DeskSend
from bot.presentation.desk_line import counted
from bot.presentation.desk_out import within
from bot.presentation.language import Language, listed_first
from bot.presentation.line import label, line
from bot.presentation.markdown import plain
from bot.presentation.masthead import issue_name
from bot.presentation.room import Room
from bot.presentation.section_text import title

_CHANGES = Room(1500, 3800)
_LISTED = Room(900, 2300)
_NAMED = 10
_BARS = {
    Bar.PENDING: "another change of it is about to go out",
    Bar.WRITTEN: "somebody is writing a correction of it",
    Bar.STUCK: "the new words do not fit there; change it with `/desk open`",
}
_NOTED = "Channels also get a short note, because somebody was quoted wrongly."
_QUIET = "No note goes out beside it, as nobody was quoted wrongly."


def correction_card(
    found: Correction, kept: int | None, seconds: float, language: Language
) -> Card:
    """The difference, the reach, the same words elsewhere, and the way on; `kept` is the ticks."""
    bench = found.bench
    card = Card()
    card.say(
        f"# Send the correction of {issue_name(bench.issue)}?",
        *change_lines(found.difference, language),
    )
    card.say(*_reach(found, seconds))
    card.say(*_echoes(found, language))
    ids = (bench.issue.id, bench.version, kept)
    _add_ticks(card, found, DeskSend("tick", *ids), language)
    card.buttons(
        [
            button("Give the reason and send…", DeskSend("form", *ids)),
            button("Preview", DeskSend("preview", *ids)),
            button("Back", DeskControl("home", bench.issue.id, bench.version)),
        ]
    )
    return card


def unsent_card(sentence: str, reason: str, key: DeskSend) -> Card:
    """Why a correction was not sent; the reason that was typed is not lost."""
    card = Card()
    card.say("# Nothing was sent", plain(sentence))
    card.say(f"You typed: {line(reason, limits.REASON, 'nothing')}")
    card.buttons([button("Look at it again", key)])
    return card


def change_lines(difference: Difference, language: Language) -> list[str]:
    """A line for each of the first changes, and how many more there are."""
    shown = list[str]()
    changes = changes_text(difference, language)
    for nth, text in enumerate(changes):
        if not _CHANGES.beside(*shown).takes(text):
            return [*shown, f"- and {counted(len(changes) - nth, 'more change')}"]
        shown.append(text)
    return shown or ["Changed: the order of the sections, or something small."]


def _reach(found: Correction, seconds: float) -> Iterator[str]:
    others = f" of this and {counted(len(found.others), 'other issue')}" if found.others else ""
    messages = counted(found.messages, "message")
    yield f"It reaches {messages}{others}{within(found.messages, seconds)}."
    yield _NOTED if found.noted else _QUIET
    yield "After you have given the reason, you have 30 seconds to stop it."


def _echoes(found: Correction, language: Language) -> Iterator[str]:
    if not found.elsewhere:
        return
    names = [_place(each, language) for each in found.elsewhere]
    yield f"**The same words stand in:** {listed_first(names, _NAMED)}."
    if found.free:
        yield "What is ticked below is corrected too, with the same reason."
    if any(not each.echo.alike for each in found.free):
        yield "Where somebody else is named, nothing is ticked: look whether they were meant."
    shown = list[str]()
    for each in found.barred:
        if each.bar is None:
            continue
        text = f"- Not corrected along: {_place(each, language)}; {_BARS[each.bar]}."
        if not _LISTED.beside(*shown).takes(text):
            break
        shown.append(text)
    yield from shown
    if found.more:
        yield f"{counted(found.more, 'place')} more cannot be listed here; `/quotes` finds them."


def _place(each: Elsewhere, language: Language) -> str:
    """Where it stands: "#241 (update, Peru)"."""
    return line(_name(each, language), limits.NAME)


def _name(each: Elsewhere, language: Language) -> str:
    section = title(each.entry, language)
    where = f"update, {section}" if each.entry.live_at else section
    return f"#{each.issue.number} ({where})"


def _add_ticks(card: Card, found: Correction, key: DeskSend, language: Language) -> None:
    options = [
        SelectOption(
            label=label(f"{_name(each, language)}: {speaker(each.echo.quote)}", limits.OPTION),
            description=label(each.echo.quote.text, limits.OPTION),
            value=each.key,
            default=each.key in found.ticked,
        )
        for each in found.free[: limits.OPTIONS]
    ]
    if not options:
        return
    menu: ui.Select[Card] = ui.Select(
        placeholder="Correct these too…",
        custom_id=str(key),
        options=options,
        min_values=0,
        max_values=len(options),
        required=False,
    )
    card.frame.add_item(ui.ActionRow(menu))
