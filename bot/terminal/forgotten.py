"""What is stored about a person or a server, and what is left of it, as lines of text."""

from collections.abc import Iterator, Mapping

from bot.app.forgetting import Rest

_NOUNS = {
    "approvals": "request for approval",
    "blocks": "server that is kept out",
    "briefings": "briefing",
    "command_syncs": "note on its commands",
    "copies": "noted message",
    "desk_places": "noted screen",
    "issues": "issue",
    "list_states": "text behind a button",
    "releases": "release",
    "revisions": "revision",
    "server_settings": "list of choices",
    "servers": "name",
    "subscriptions": "subscription",
    "versions": "saved state",
}
_MANY = {
    "blocks": "servers that are kept out",
    "command_syncs": "notes on its commands",
    "approvals": "requests for approval",
    "list_states": "texts behind buttons",
    "server_settings": "lists of choices",
}


def found_line(counts: Mapping[str, int]) -> str:
    """How much there is of what: "2 releases, 1 saved state"."""
    return ", ".join(_counted(table, count) for table, count in counts.items())


def person_lines(user: int, counts: Mapping[str, int]) -> Iterator[str]:
    """What is stored about a person, and what becomes of it."""
    yield f"Of user {user} there is: {found_line(counts)}."
    yield "Their id is taken out, and their name becomes “somebody”; what they made stays."
    if "approvals" in counts:
        yield "What they asked approval for is to be asked for again."
    if "list_states" in counts:
        yield "Texts behind buttons that name them are deleted; those buttons are too old then."


def server_lines(server: int, counts: Mapping[str, int]) -> Iterator[str]:
    """What is stored about a server, all of which is deleted."""
    yield f"Of server {server} there is: {found_line(counts)}."
    yield "All of that is deleted. Its messages stay on Discord, and are corrected no more."
    if "briefings" in counts:
        yield "With the issues goes everything in them, their revisions and their releases too."


def rest_lines(rest: Rest) -> Iterator[str]:
    """Where it may still be."""
    if rest.log:
        yield "The log beside the database is being read; it lets go of it when the bot next stops."
    if rest.copies:
        yield f"These older copies still have it: {', '.join(map(str, rest.copies))}."
    yield (
        "Copies made with `sitrep backup` or `sitrep export` still hold it, and so does Sitrep's"
        " log of errors."
    )


def _counted(table: str, count: int) -> str:
    noun = _NOUNS.get(table, table.replace("_", " "))
    return f"{count:,} {noun if count == 1 else _MANY.get(table, noun + 's')}"
