"""What is stored about somebody, as a person who must decide reads it."""

from pathlib import Path

from bot.app.forgetting import Rest
from bot.terminal.forgotten import found_line, person_lines, rest_lines, server_lines


def test_one_and_many_of_everything() -> None:
    tables = "approvals blocks briefings command_syncs copies issues list_states releases".split()
    tables += "revisions server_settings servers subscriptions versions".split()
    assert found_line(dict.fromkeys(tables, 1)) == (
        "1 request for approval, 1 server that is kept out, 1 briefing, 1 note on its commands,"
        " 1 noted message, 1 issue, 1 text behind a button, 1 release, 1 revision,"
        " 1 list of choices, 1 name, 1 subscription, 1 saved state"
    )
    assert found_line(dict.fromkeys(tables, 1_002)) == (
        "1,002 requests for approval, 1,002 servers that are kept out, 1,002 briefings,"
        " 1,002 notes on its commands, 1,002 noted messages, 1,002 issues,"
        " 1,002 texts behind buttons, 1,002 releases, 1,002 revisions, 1,002 lists of choices,"
        " 1,002 names, 1,002 subscriptions, 1,002 saved states"
    )


def test_what_becomes_of_a_person() -> None:
    assert list(person_lines(7, {"releases": 2})) == [
        "Of user 7 there is: 2 releases.",
        "Their id is taken out, and their name becomes “somebody”; what they made stays.",
    ]
    more = list(person_lines(7, {"approvals": 1, "list_states": 1}))[2:]
    assert more == [
        "What they asked approval for is to be asked for again.",
        "Texts behind buttons that name them are deleted; those buttons are too old then.",
    ]


def test_what_becomes_of_a_server() -> None:
    told = list(server_lines(7, {"servers": 1}))
    assert told[0] == "Of server 7 there is: 1 name."
    assert told[1].startswith("All of that is deleted.")
    assert len(told) == 2
    assert "everything in them" in list(server_lines(7, {"briefings": 1, "issues": 3}))[2]


def test_where_it_may_still_be() -> None:
    always = "Copies made with `sitrep backup` or `sitrep export` still hold it, and so does"
    (only,) = rest_lines(Rest(log=False, copies=[]))
    assert only.startswith(always)
    log, older, last = rest_lines(Rest(log=True, copies=[Path("a.before-1"), Path("a.before-2")]))
    assert "lets go of it when the bot next stops" in log
    assert older == "These older copies still have it: a.before-1, a.before-2."
    assert last == only
