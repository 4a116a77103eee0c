"""What answers something typed that could not be taken: why, and the way back to it."""

from collections.abc import Iterable, Mapping

from bot.domain.bench import Clash
from bot.domain.difference import difference
from bot.presentation import limits
from bot.presentation.card import Card, button
from bot.presentation.correction_text import changes_text
from bot.presentation.custom_id import CustomId
from bot.presentation.desk_forms import FORMS, Field
from bot.presentation.desk_ids import DeskAgain, DeskControl, DeskFate
from bot.presentation.language import Language
from bot.presentation.line import line
from bot.presentation.markdown import plain
from bot.presentation.room import Room

_EACH = Room(500, 1400)


def again_card(sentence: str, verb: str, typed: Mapping[str, str], kept: int) -> Card:
    """Why it was not taken, what was typed, and a button that opens the form with it."""
    _, asked = FORMS[verb]
    return not_taken_card("# Nothing was changed", sentence, asked, typed, DeskAgain(kept))


def not_taken_card(
    heading: str, sentence: str, asked: Iterable[Field], typed: Mapping[str, str], again: CustomId
) -> Card:
    """The same for any form; `again` is the id of the button that opens it."""
    card = Card()
    card.say(heading, plain(sentence))
    card.say("You typed:", *_lines(asked, typed))
    card.buttons([button("Edit again", again)])
    return card


def sourceless_card(typed: Mapping[str, str], kept: int) -> Card:
    """The words of a new quote are not in the text: they are typed otherwise, or get a source."""
    card = Card()
    card.say(
        "# These words are not in the section's text",
        "Copy them from the text word for word, or say where they are from.",
    )
    card.say("You typed:", *_typed("faddq", typed))
    card.buttons(
        [
            button("Edit again", DeskAgain(kept)),
            button("Keep it, with a source…", DeskFate("source", kept, None)),
        ]
    )
    return card


def clash_card(
    clash: Clash, verb: str, typed: Mapping[str, str], kept: int | None, language: Language
) -> Card:
    """What somebody else has changed meanwhile; what was typed is not lost."""
    bench, last = clash.bench, clash.bench.last
    who = line(last.author.name, limits.SHORT_PERSON) if last else "Somebody"
    card = Card()
    card.say(
        "# Nothing was changed",
        f"{who} has changed this part meanwhile, so yours was not written over it.",
    )
    card.say(
        "Changed since you looked:",
        *changes_text(difference(clash.before, bench.contents), language),
    )
    if typed:
        card.say("You typed:", *_typed(verb, typed))
    buttons = [button("Edit again", DeskAgain(kept))] if kept is not None else []
    back = DeskControl("home", bench.issue.id, bench.version)
    card.buttons([*buttons, button("Show it as it is now", back)])
    return card


def _typed(verb: str, typed: Mapping[str, str]) -> list[str]:
    _, asked = FORMS[verb]
    return _lines(asked, typed)


def _lines(asked: Iterable[Field], typed: Mapping[str, str]) -> list[str]:
    """What was filled in, each behind its question; fields that were left empty say nothing."""
    filled = [
        (field.question.rstrip("?"), line(typed.get(field.name, ""), _EACH)) for field in asked
    ]
    return [f"- {question}: {answer}" for question, answer in filled if answer] or ["- nothing"]
