"""Approval by a second editor: asking for it, what waits in the log, and how that ended."""

from collections.abc import Iterator

from discord.utils import format_dt

from bot.domain.approval import Wish
from bot.domain.release import ReleaseKind
from bot.domain.request_look import End, Ended, RequestLook
from bot.presentation import limits
from bot.presentation.alert_body import alert_body
from bot.presentation.card import Button, Card, button
from bot.presentation.custom_id import CustomId
from bot.presentation.desk_correction import change_lines
from bot.presentation.desk_ids import DeskApproval, DeskAsk, DeskEnter
from bot.presentation.desk_line import counted
from bot.presentation.language import Language
from bot.presentation.line import line
from bot.presentation.masthead import issue_name

_DEEDS = {
    ReleaseKind.PUBLICATION: "publish it",
    ReleaseKind.CORRECTION: "send a correction of it",
    ReleaseKind.UPDATE: "send a live update of it",
}
_ENDS = {
    End.APPROVED: "Approved by {by} {at}.",
    End.TAKEN_BACK: "Taken back by {by} {at}.",
    End.REPLACED: "Outdated: {by} has asked again {at}.",
    End.OUTDATED: "Outdated: it was changed since, or its time has passed; ask again.",
    End.RELEASED: "Not needed any more: {by} let it out {at}.",
}


def ask_card(wish: Wish, kept: int, back: CustomId) -> Card:
    """Why it does not go out, and the button that asks another editor."""
    card = Card()
    what = "this update" if wish.update else "the last change"
    due = f" It would go out {format_dt(wish.due, 'F')}." if wish.due else ""
    card.say(
        "# Not without a second editor",
        f"You wrote {what}, so another editor has to let it out.{due}",
    )
    card.buttons([button("Ask for approval", DeskAsk(kept)), button("Back", back)])
    return card


def asked_card(look: RequestLook, channel: int, back: CustomId) -> Card:
    """Where it waits now."""
    card = Card()
    again = "" if look.alert else " If anybody changes it before that, ask again."
    card.say(
        f"# {issue_name(look.issue)} waits for approval",
        f"Another editor approves it in <#{channel}>.{again}",
    )
    card.buttons([_take_back(look.request.id), button("Back", back)])
    return card


def taken_back_card(ended: Ended, back: CustomId) -> Card:
    """Nobody is asked any more."""
    card = Card()
    card.say("# Taken back", f"Nothing of {issue_name(ended.issue)} has gone out.")
    card.buttons([button("Back", back)])
    return card


def request_card(look: RequestLook, language: Language) -> Card:
    """What all editors see in the log: what is asked for, and the button that lets it out."""
    wish, issue = look.request.wish, look.issue
    card = Card()
    card.say(
        f"# {issue_name(issue)} waits for approval",
        f"{line(look.request.asker.name, limits.SHORT_PERSON)} wants to {_DEEDS[wish.kind]} "
        f"{format_dt(wish.due, 'F') if wish.due else 'at once'}.",
        "" if wish.update else f"**{line(issue.title or '', limits.TITLE, 'no title yet')}**",
    )
    card.say(*_correction(look, language))
    if look.alert is not None:
        card.rule()
        for group in alert_body(look.alert, language).groups:
            for text in group:
                card.say(text)
        card.rule()
    after = "it goes out then" if wish.due else "it goes out 30 seconds later"
    card.say(
        f"-# Another editor presses **Approve**, and {after}, as it is now. **Open** shows it."
    )
    approve = button("Approve", DeskApproval("approve", look.request.id))
    card.buttons([approve, button("Open", DeskEnter(issue.id))])
    return card


def ended_card(ended: Ended) -> Card:
    """The same when it waits no more."""
    wish, asker = ended.request.wish, ended.request.asker
    card = Card()
    by = line(ended.by, limits.SHORT_PERSON)
    card.say(
        f"# {issue_name(ended.issue)}",
        f"{line(asker.name, limits.SHORT_PERSON)} asked {format_dt(ended.request.asked_at)} to "
        f"{_DEEDS[wish.kind]}{' ' + format_dt(wish.due, 'F') if wish.due else ''}.",
        f"Reason: {line(wish.reason, limits.REASON)}" if wish.reason else "",
        line(wish.update.text, limits.REASON, "") if wish.update else "",
        f"**{_ENDS[ended.end].format(by=by, at=format_dt(ended.at))}**",
    )
    return card


def take_back_buttons(requests: list[int]) -> list[Button]:
    """One for each of the first few that wait."""
    if len(requests) == 1:
        return [_take_back(requests[0])]
    return [
        button(f"Take request {number} back", DeskApproval("back", key))
        for number, key in enumerate(requests, 1)
    ]


def _take_back(request: int) -> Button:
    return button("Take the request back", DeskApproval("back", request))


def _correction(look: RequestLook, language: Language) -> Iterator[str]:
    if look.difference is None:
        return
    yield from change_lines(look.difference, language)
    if look.others:
        yield f"The same words are corrected in {counted(look.others, 'other issue')} too."
    yield f"Reason: {line(look.request.wish.reason, limits.REASON)}"
