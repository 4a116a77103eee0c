"""A live update before it is sent: what goes out, what was found in it, and the ways on."""

from discord import SelectOption

from bot.domain.checks import Check
from bot.domain.live_update import LiveLook, LiveUpdate
from bot.presentation import limits
from bot.presentation.alert_body import alert_body
from bot.presentation.card import Button, Card, button
from bot.presentation.desk_again import not_taken_card
from bot.presentation.desk_checks import sentence
from bot.presentation.desk_doubt import doubt_lines
from bot.presentation.desk_forms import LONGEST, SOURCE, Field, form_of
from bot.presentation.desk_ids import LiveControl, LiveForm
from bot.presentation.desk_line import counted
from bot.presentation.desk_out import reach_line
from bot.presentation.form import Form
from bot.presentation.language import Language
from bot.presentation.line import label
from bot.presentation.masthead import issue_name

_ASKED = (
    Field("country", "Countries", "With commas between them.", required=True),
    Field("text", "What happened", "", LONGEST, True, True),
    SOURCE,
)
_FINDINGS = 3


def live_form(update: LiveUpdate, kept: int) -> Form:
    """What was typed, to be changed."""
    return form_of("A live update", LiveForm(kept), _ASKED, _typed(update))


def live_again_card(sentence: str, update: LiveUpdate, kept: int) -> Card:
    """Why it was not taken, and what was typed."""
    again = LiveControl("edit", kept)
    return not_taken_card("# Nothing was sent", sentence, _ASKED, _typed(update), again)


def live_card(
    look: LiveLook, kept: int, language: Language, theirs: Language, news: str = ""
) -> Card:
    """The update in `theirs`, the language of the server; `news` is inert."""
    card = Card()
    card.say(
        f"# Send this update of {issue_name(look.issue)}?",
        news,
        f"{reach_line(look.channels, look.seconds)} Found in it: {_found(look.update)}.",
    )
    card.rule()
    for group in alert_body(look.alert, theirs).groups:
        for text in group:
            card.say(text)
    card.rule()
    doubts = look.update.doubts
    if doubts:
        card.say(*doubt_lines(look.update.entries, doubts, 0, language))
    card.say(*_advice(look, language))
    card.buttons(_ways(look, kept))
    card.menu("For another briefing…", LiveControl("to", kept), _others(look))
    return card


def _found(update: LiveUpdate) -> str:
    quotes = sum(len(entry.quotes) for entry in update.entries)
    events = sum(len(entry.events) for entry in update.entries)
    return f"{counted(quotes, 'quote')}, {counted(events, 'event')}"


def _advice(look: LiveLook, language: Language) -> list[str]:
    """What the checks say; a doubt says it itself."""
    found = [each for each in look.findings if each.check is not Check.DOUBT]
    return [
        f"-# {'Must be mended: ' if each.blocks else ''}"
        f"{sentence(each, look.update.entries, language)}"
        for each in found[:_FINDINGS]
    ]


def _others(look: LiveLook) -> list[SelectOption]:
    return [
        SelectOption(label=label(issue.label, limits.OPTION), value=str(issue.id))
        for issue in look.others[: limits.OPTIONS]
    ]


def _ways(look: LiveLook, kept: int) -> list[Button]:
    """It is sent when nothing is in doubt any more."""
    if look.update.doubts:
        ways = [("Right", "right"), ("Not a quote" if _is_quote(look) else "Not an event", "drop")]
    else:
        ways = [] if look.blocked else [("Send", "send")]
    ways += [("Edit…", "edit"), ("To draft", "draft")]
    return [button(text, LiveControl(verb, kept)) for text, verb in ways]


def _is_quote(look: LiveLook) -> bool:
    return not look.update.doubts[0].answer.event


def _typed(update: LiveUpdate) -> dict[str, str]:
    return {"country": update.country, "text": update.text, "source": update.source}
