"""A planned release as a line of text: what goes out, to how many, and until when to undo it."""

from datetime import datetime

from bot.app.planning import Planned
from bot.domain.release import Release, ReleaseKind

_NOUNS = {
    ReleaseKind.PUBLICATION: "is published",
    ReleaseKind.UPDATE: "has an update",
    ReleaseKind.CORRECTION: "is corrected",
    ReleaseKind.WITHDRAWAL: "is withdrawn",
}


def planned_line(planned: Planned, now: datetime, *, shared: bool = False) -> str:
    """One or two sentences; a `shared` number alone does not say which issue is meant."""
    release = planned.release
    about = told(planned.messages, mended=release.kind.mends)
    if not release.can_be_undone:
        return f"{release.issue.label} {_NOUNS[release.kind]} now; {about}."
    issue = f"{release.issue.number}"
    if shared:
        issue += f" --briefing {release.issue.briefing.id}"
    seconds = max(round((release.due_at - now).total_seconds()), 0)
    return (
        f"{release.issue.label} {_NOUNS[release.kind]} in {seconds} s, when the bot runs; {about}."
        f" Until then `sitrep undo {issue}` takes it back."
    )


def told(count: int, *, mended: bool) -> str:
    """How many channels are told, or how many messages that are out already are `mended`."""
    if mended:
        return "1 message is edited" if count == 1 else f"{count} messages are edited"
    return "1 channel is told" if count == 1 else f"{count} channels are told"


def undone_line(release: Release) -> str:
    """What was taken back."""
    if release.kind is ReleaseKind.PUBLICATION:
        return f"{release.issue.label} is a draft again, and nobody was told."
    return f"The {release.kind} of {release.issue.label} was taken back, and nobody was told."
