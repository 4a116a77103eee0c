"""A database with rows in every table: two newsrooms, a person in every place that takes one."""

from pathlib import Path

from bot.store.migration import migrate
from tests.moments import NOW
from tests.store.sqlite import change

ADA, BO = 700_000_000_000_000_007, 800_000_000_000_000_008
"""Two people: each stands in every place, under a name of their own."""

ADA_NAME, BO_NAME = "Ada Quill", "Bo Marsh"

HARBOUR, ABROAD = 500_000_000_000_000_005, 600_000_000_000_000_006
"""The server of both briefings, and one that is subscribed to one of them."""

BOT = 900_000_000_000_000_009
CHANNEL = 510_000_000_000_000_051
OUTSIDE = 610_000_000_000_000_061
_MOMENT = "2022-02-01T12:00:00.000000+00:00"


def fill_everything(file: Path) -> None:
    """Makes the database."""
    migrate(file, NOW)
    change(file, _HEAD + _person(ADA, ADA_NAME, 1) + _person(BO, BO_NAME, 2) + _REST)


def _person(user: int, name: str, key: int) -> str:
    """What is there of a person, in an issue that nobody else has to do with."""
    showing = f'{{"server":{HARBOUR},"asker":{user},"issue":{key},"shared_by":"{name}"}}'
    return f"""
    INSERT INTO issues (id, briefing_id, number, date, state, revision, source, digest)
        VALUES ({key}, 1, {key}, '2022-01-28', 'published', 1, 'A source', 'digest {key}');
    INSERT INTO revisions (id, issue_id, number, author, made_at, reason, contents)
        VALUES ({key}, {key}, 1, '{name}', '{_MOMENT}', 'First', '{{}}');
    INSERT INTO versions
        (id, issue_id, number, base, author, author_id, made_at, deed, same_as, contents)
        VALUES ({key}, {key}, 1, 0, '{name}', {user}, '{_MOMENT}', 'Begun', 1, '{{}}');
    INSERT INTO approvals
        (issue_id, asked_by, asked_name, asked_at, what, channel_id, message_id)
        VALUES ({key}, {user}, '{name}', '{_MOMENT}',
            '{{"kind":"publication","issue":{key},"at":1}}', {CHANNEL}, 9{key});
    INSERT INTO desk_places VALUES ({user}, {HARBOUR}, {key}, 'desk:home:{key}:1:-:-');
    INSERT INTO blocks VALUES ({key}, 40{key}, {user}, '{_MOMENT}');
    INSERT INTO subscriptions (id, channel_id, briefing_id, server_id, ping, subscriber, since)
        VALUES ({key}, {OUTSIDE} + {key}, 1, {ABROAD}, 77, {user}, '{_MOMENT}');
    INSERT INTO releases
        (id, issue_id, kind, state, author, author_id, made_at, due_at, opened_at, revision, batch,
            approver, approver_id)
        VALUES ({key}, {key}, 'update', 'done', '{name}', {user}, '{_MOMENT}', '{_MOMENT}',
            '{_MOMENT}', 1, {3 - key}, '{name}', {user});
    INSERT INTO copies
        (id, issue_id, server_id, channel_id, message_id, kind, revision, showing, posted_at)
        VALUES ({key}, {key}, {HARBOUR}, {CHANNEL}, 50{key}, 'shared', 1, '{showing}', '{_MOMENT}');
    INSERT INTO list_states (id, text, kept_at)
        VALUES ({key}, 'typed: <@{user}> of {CHANNEL}', '{_MOMENT}');
    """  # noqa: S608


_HEAD = f"""
    PRAGMA foreign_keys = OFF;
    INSERT INTO servers VALUES ({HARBOUR}, 'Harbour Notes', 0), ({ABROAD}, 'Far Quay', 1);
    INSERT INTO server_settings (server_id, notice_channel, log_channel, time_zone, editor_role)
        VALUES ({HARBOUR}, {CHANNEL}, {CHANNEL}, 'Europe/Oslo', 78),
            ({ABROAD}, {OUTSIDE}, NULL, NULL, NULL);
    INSERT INTO briefings VALUES
        (1, {HARBOUR}, 'Tides', 1, 255), (2, {HARBOUR}, 'Storms', 0, NULL);
"""  # noqa: S608
_REST = f"""
    INSERT INTO spellings VALUES (1, 'A. Lind', 'Astrid Lind', 'Captain', 'NO');
    INSERT INTO entries (id, issue_id, position, heading, text, live_at)
        VALUES (1, 1, 0, 'Norway', 'They sailed.', '{_MOMENT}'), (2, 2, 0, NULL, 'Calm.', NULL);
    INSERT INTO entry_countries VALUES (1, 0, 'NO');
    INSERT INTO quotes
        (id, entry_id, position, text, kind, speaker, said_on, start, "end", confidence, notes)
        VALUES (1, 1, 0, 'sailed', 'phrase', 'Astrid Lind', '2022-01-27', 5, 11, 'sure', '["a"]');
    INSERT INTO events (id, entry_id, position, "when", sentence, expected, confidence, notes)
        VALUES (1, 1, 0, '2022-01-21/2022-01-24', 'They sailed.', 0, 'sure', '[]');
    INSERT INTO event_countries VALUES (1, 0, 'NO');
    INSERT INTO subscription_countries VALUES (1, 'NO');
    INSERT INTO release_entries VALUES (1, 1);
    INSERT INTO copies
        (id, issue_id, release_id, subscription_id, server_id, channel_id, message_id, kind,
            revision, posted_at)
        VALUES (3, 1, 1, 1, {ABROAD}, {OUTSIDE + 1}, 503, 'update', 1, '{_MOMENT}');
    INSERT INTO deliveries
        (id, release_id, act, subscription_id, copy_id, channel_id, state, due_at)
        VALUES (4, 1, 'send', 1, NULL, {OUTSIDE + 1}, 'sent', '{_MOMENT}'),
            (5, 2, 'send', 2, NULL, {OUTSIDE + 2}, 'waiting', '{_MOMENT}'),
            (9, 2, 'edit', 1, 3, {OUTSIDE + 1}, 'waiting', '{_MOMENT}');
    DELETE FROM deliveries WHERE id = 9;
    INSERT INTO list_states (id, text, kept_at) VALUES (8, 'q1&wferry', '{_MOMENT}');
    INSERT INTO list_states (id, text, kept_at) VALUES (9, 'gone again', '{_MOMENT}');
    DELETE FROM list_states WHERE id = 9;
    INSERT INTO acts VALUES (123456, '{_MOMENT}');
    INSERT INTO leases VALUES ('bot', 'a process', '2099');
    INSERT INTO heartbeats VALUES ('gateway', '{_MOMENT}');
    INSERT INTO command_syncs VALUES ({BOT}, 'digest'), ({HARBOUR}, 'digest'), ({ABROAD}, 'other');
"""  # noqa: S608
