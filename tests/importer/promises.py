"""What every draft keeps, whatever the document."""

from bot.importer.draft import Draft, DraftEntry


def broken(draft: Draft) -> list[str]:
    """The promises a draft does not keep."""
    return [*_entries(draft), *_quotes(draft), *_events(draft)]


def between(draft: Draft) -> str:
    """What lies after the first entry's start and in no entry: headings and white space."""
    parts, at = [], draft.entries[0].start if draft.entries else len(draft.text)
    for entry in draft.entries:
        parts.append(draft.text[at : entry.start])
        at = entry.end
    return "\n".join([*parts, draft.text[at:]])


def outside(draft: Draft) -> list[str]:
    """The lines between entries that are not empty: each should be a heading."""
    return [line.strip() for line in between(draft).split("\n") if line.strip()]


def _entries(draft: Draft) -> list[str]:
    faults, at = [], 0
    for entry in draft.entries:
        if not at <= entry.start <= entry.end <= len(draft.text):
            faults.append(f"{entry} does not follow {at}")
        at = entry.end
    return faults


def _holds(entry: DraftEntry, start: int, end: int) -> bool:
    return entry.start <= start <= end <= entry.end


def _quotes(draft: Draft) -> list[str]:
    faults, at = [], 0
    for quote in draft.quotes:
        if draft.text[quote.start : quote.end] != quote.text or not quote.text.strip():
            faults.append(f"{quote} is not verbatim")
        if quote.start < at or not any(_holds(e, quote.start, quote.end) for e in draft.entries):
            faults.append(f"{quote} overlaps another or lies in no entry")
        at = quote.end
        mention = quote.mention
        if mention and draft.text[mention.start : mention.end] != mention.text:
            faults.append(f"{mention} is not verbatim")
        if quote.kind == "scare" and (quote.speaker or mention):
            faults.append(f"{quote} is nobody's words, but has a speaker")
        if quote.speaker and not quote.speaker.strip():
            faults.append(f"{quote} has an empty speaker")
    return faults


def _events(draft: Draft) -> list[str]:
    return [
        f"{event} is not verbatim"
        for event in draft.events
        if draft.text[event.start : event.end] != event.sentence or not event.sentence
    ]
