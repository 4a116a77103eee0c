"""Bare queries: for each command the one statement that fetches the rows it shows.

They are what an expert would write by hand for these tables, and nothing is made of their rows.
"""

# ruff: noqa: S608  # put together of our own parts only

_HEAD = "i.number, i.date, i.title, i.revision, i.published_at, i.corrected_at, b.name, n.name"
_OWNERS = "JOIN briefings b ON b.id = i.briefing_id JOIN servers n ON n.id = b.server_id"
_ENTRY = """e.id, e.heading, e.text, e.live_at,
    (SELECT group_concat(country) FROM entry_countries WHERE entry_id = e.id)"""

LATEST = f"""SELECT {_HEAD}, {_ENTRY} FROM issues i {_OWNERS}
JOIN entries e ON e.issue_id = i.id JOIN entry_countries c ON c.entry_id = e.id AND c.country = ?1
WHERE i.id = (
    SELECT p.issue_id FROM passage_countries k JOIN passages p ON p.id = k.passage_id
    WHERE k.briefing_id = 1 AND k.kind = 's' AND k.country = ?1 ORDER BY k.passage_id DESC LIMIT 1
) ORDER BY e.position"""
"""The newest section on a country."""

ISSUE = f"""SELECT {_HEAD}, {_ENTRY} FROM issues i {_OWNERS} JOIN entries e ON e.issue_id = i.id
WHERE i.briefing_id = 1 AND i.number = ? AND i.state = 'published' ORDER BY e.position"""
"""An issue by number."""

_NEWEST = """SELECT item_id FROM passages p
WHERE briefing_id = 1 AND kind = '{kind}' {narrowed} ORDER BY id DESC LIMIT 6"""
_ON = """SELECT item_id FROM passage_countries k JOIN passages p ON p.id = k.passage_id
WHERE k.briefing_id = 1 AND k.kind = '{kind}' AND k.country = ?
ORDER BY k.passage_id DESC LIMIT 6"""
_WITH = """SELECT item_id FROM passages_fts f CROSS JOIN passages p ON p.id = f.rowid
WHERE passages_fts MATCH ? ORDER BY f.rowid DESC LIMIT 6"""


def _quotes(found: str) -> str:
    return f"""SELECT q.id, q.text, q.speaker, q.role, q.country, q.said_on, e.heading, {_HEAD}
    FROM ({found}) p CROSS JOIN quotes q ON q.id = p.item_id
    JOIN entries e ON e.id = q.entry_id JOIN issues i ON i.id = e.issue_id {_OWNERS}"""


def _events(found: str) -> str:
    return f"""SELECT v.id, v."when", v.sentence, v.expected, e.heading, {_HEAD},
        (SELECT group_concat(country) FROM event_countries WHERE event_id = v.id)
    FROM ({found}) p CROSS JOIN events v ON v.id = p.item_id
    JOIN entries e ON e.id = v.entry_id JOIN issues i ON i.id = e.issue_id {_OWNERS}"""


_DAYS = "AND p.id BETWEEN ? AND ?"
_LASTING = _DAYS + " AND p.last >= ?"
QUOTES = _quotes(_NEWEST.format(kind="q", narrowed=""))
QUOTES_BY = _quotes(_NEWEST.format(kind="q", narrowed="AND speaker = ?"))
QUOTES_BETWEEN = _quotes(_NEWEST.format(kind="q", narrowed=_DAYS))
QUOTES_ON = _quotes(_ON.format(kind="q"))
QUOTES_WITH = _quotes(_WITH)
EVENTS = _events(_NEWEST.format(kind="e", narrowed=""))
EVENTS_BETWEEN = _events(_NEWEST.format(kind="e", narrowed=_LASTING))
EVENTS_ON = _events(_ON.format(kind="e"))

RANKED = """WITH newest AS (
    SELECT rowid AS id FROM passages_fts WHERE passages_fts MATCH ?1 ORDER BY rowid DESC LIMIT 2000
) SELECT rowid FROM passages_fts
WHERE passages_fts MATCH ?2 AND rowid >= (SELECT min(id) FROM newest)
AND rowid + 0 IN (SELECT id FROM newest)
ORDER BY bm25(passages_fts, 4.0, 6.0, 3.0, 1.0, 0.0), rowid DESC LIMIT 125"""
"""The best findings among the newest 2,000, as the bot ranks them."""

COVERED = "SELECT country FROM coverage WHERE briefing_id = 1 AND kind = 's' ORDER BY passages DESC"
"""What is completed for `country`."""

NUMBERS = """SELECT number, date, title FROM issues
WHERE briefing_id = 1 AND state = 'published'
AND (number LIKE ?1 || '%' OR title LIKE '%' || ?1 || '%')
ORDER BY date DESC, number DESC LIMIT 25"""
"""What is completed for `number`."""

SPEAKERS = """SELECT s.name, s.quotes, (
    SELECT q.role FROM passages p JOIN quotes q ON q.id = p.item_id
    WHERE p.briefing_id = 1 AND p.speaker = s.name ORDER BY p.id DESC LIMIT 1
) FROM (
    SELECT s.name, s.quotes FROM speakers_fts f CROSS JOIN speakers s ON s.id = f.rowid
    WHERE speakers_fts MATCH ? AND s.briefing_id = 1 ORDER BY s.quotes DESC LIMIT 25
) s"""
"""What is completed for `speaker`."""

FINDINGS = """SELECT p.kind, p.item_id, f.body FROM passages_fts f JOIN passages p ON p.id = f.rowid
WHERE passages_fts MATCH ? ORDER BY f.rowid DESC LIMIT 10"""
"""What is completed for `query`."""
