-- The reading side of version 0002: what is published, in the order of its days and by its words.
-- It follows the base tables by the triggers of passages_triggers.sql; nothing else writes it.
-- These files are never changed again: a later version brings files of its own.

-- What is published: one row for each section (s), quote (q) and event (e).
--
-- `day` is ISO text as precise as known, `last` a text not before any of its days ("2022-01-99").
-- `title`, `speaker`, `role`, `body` and `marks` are what the index holds. There ё is е: two spellings of
-- one letter, which the tokenizer keeps apart. The marks are words for narrowing a search without
-- reading what it finds: "ꙮb1" all of briefing 1, "ꙮb1q" its quotes, "ꙮb1qIN" those of India;
-- they begin with a letter that hardly a text has.
CREATE VIEW published (
    briefing_id, issue_id, entry_id, kind, item_id, day, last, country, name,
    title, speaker, role, body, marks
) AS
SELECT
    issues.briefing_id, issues.id, entries.id, 's', entries.id, issues.date, issues.date,
    NULL, NULL,
    replace(replace(coalesce(nullif(entries.heading, ''), issues.title, ''), 'ё', 'е'), 'Ё', 'Е'),
    '', '',
    replace(replace(entries.text, 'ё', 'е'), 'Ё', 'Е'),
    'ꙮb' || issues.briefing_id || ' ꙮb' || issues.briefing_id || 's' || coalesce((
        SELECT group_concat(' ꙮb' || issues.briefing_id || 's' || country, '')
        FROM entry_countries WHERE entry_id = entries.id
    ), '')
FROM issues JOIN entries ON entries.issue_id = issues.id
WHERE issues.state = 'published'
UNION ALL
SELECT
    issues.briefing_id, issues.id, entries.id, 'q', quotes.id,
    coalesce(quotes.said_on, issues.date), coalesce(quotes.said_on, issues.date),
    quotes.country, nullif(quotes.speaker, ''),
    replace(replace(coalesce(entries.heading, ''), 'ё', 'е'), 'Ё', 'Е'),
    replace(replace(coalesce(quotes.speaker, ''), 'ё', 'е'), 'Ё', 'Е'),
    replace(replace(coalesce(quotes.role, ''), 'ё', 'е'), 'Ё', 'Е'),
    replace(replace(quotes.text, 'ё', 'е'), 'Ё', 'Е'),
    'ꙮb' || issues.briefing_id || ' ꙮb' || issues.briefing_id || 'q'
        || coalesce(' ꙮb' || issues.briefing_id || 'q' || quotes.country, '')
FROM issues
JOIN entries ON entries.issue_id = issues.id
JOIN quotes ON quotes.entry_id = entries.id
WHERE issues.state = 'published'
UNION ALL
SELECT
    issues.briefing_id, issues.id, entries.id, 'e', events.id,
    CASE instr(events."when", '/') WHEN 0 THEN events."when"
        ELSE substr(events."when", 1, instr(events."when", '/') - 1) END,
    substr(substr(events."when", instr(events."when", '/') + 1) || '-99-99', 1, 10),
    NULL, NULL,
    replace(replace(coalesce(entries.heading, ''), 'ё', 'е'), 'Ё', 'Е'),
    '', '',
    replace(replace(events.sentence, 'ё', 'е'), 'Ё', 'Е'),
    'ꙮb' || issues.briefing_id || ' ꙮb' || issues.briefing_id || 'e' || coalesce((
        SELECT group_concat(' ꙮb' || issues.briefing_id || 'e' || country, '') FROM (
            SELECT country FROM event_countries WHERE event_id = events.id
            UNION SELECT country FROM entry_countries WHERE entry_id = entries.id
        )
    ), '')
FROM issues
JOIN entries ON entries.issue_id = issues.id
JOIN events ON events.entry_id = entries.id
WHERE issues.state = 'published';

-- The same with the place of each in the order of days: year, month (0 if unknown), day (0), kind
-- and id in one number, the larger id first for quotes: their lists begin with the newest day, and
-- are read in the order of the text within it. Written on its bits, because rows of an index that are alike in its
-- columns lie in the order of this number: every list is read straight from its index.
CREATE VIEW placed AS
SELECT *,
    (
        (CAST(substr(day, 1, 4) AS INTEGER) * 16 + CAST(substr(day, 6, 2) AS INTEGER)) * 32
        + CAST(substr(day, 9, 2) AS INTEGER)
    ) * 1099511627776
    + CASE kind
        WHEN 's' THEN item_id
        WHEN 'q' THEN 274877906944 + 274877906943 - item_id
        ELSE 549755813888 + item_id
    END AS id
FROM published;

-- The countries that each is listed under: an event under those it names and those of its section.
CREATE VIEW published_countries (kind, item_id, country) AS
SELECT 's', entry_id, country FROM entry_countries
UNION ALL SELECT 'q', id, country FROM quotes WHERE country IS NOT NULL
UNION ALL SELECT 'e', event_id, country FROM event_countries
UNION ALL SELECT 'e', events.id, country
FROM events JOIN entry_countries ON entry_countries.entry_id = events.entry_id;

CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    briefing_id INTEGER NOT NULL,
    issue_id INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    item_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    last TEXT NOT NULL,
    speaker TEXT,
    country TEXT,
    CONSTRAINT uq_passages_item_id_kind UNIQUE (item_id, kind)
);
CREATE INDEX ix_passages_briefing_id_kind ON passages (briefing_id, kind);
CREATE INDEX ix_passages_issue_id_kind ON passages (issue_id, kind);
CREATE INDEX ix_passages_entry_id_kind ON passages (entry_id, kind);
CREATE INDEX ix_passages_speaker ON passages (briefing_id, speaker) WHERE speaker IS NOT NULL;
CREATE INDEX ix_passages_speaker_country ON passages (briefing_id, speaker, country)
    WHERE speaker IS NOT NULL;

CREATE TABLE passage_countries (
    passage_id INTEGER NOT NULL,
    country TEXT NOT NULL,
    briefing_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (passage_id, country)
) WITHOUT ROWID;
CREATE INDEX ix_passage_countries_list
    ON passage_countries (briefing_id, kind, country, passage_id);

-- How many passages of a kind there are on each country, and by each speaker; never 0.
CREATE TABLE coverage (
    briefing_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    country TEXT NOT NULL,
    passages INTEGER NOT NULL,
    PRIMARY KEY (briefing_id, kind, country)
) WITHOUT ROWID;
CREATE TABLE speakers (
    id INTEGER PRIMARY KEY,
    briefing_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    quotes INTEGER NOT NULL,
    CONSTRAINT uq_speakers_briefing_id_name UNIQUE (briefing_id, name)
);
CREATE INDEX ix_speakers_briefing_id_quotes ON speakers (briefing_id, quotes);

-- The index of words; a row's rowid is the id of its passage. It has its own copy of the texts:
-- an index without one must be told the old text of what it forgets, and is corrupt once that
-- has changed meanwhile; to forget without the text (contentless_delete) needs SQLite 3.43.
CREATE VIRTUAL TABLE passages_fts USING fts5(
    title, speaker, role, body, marks,
    prefix = '1 2 3 4',
    tokenize = "unicode61 remove_diacritics 2 separators '<separators>'"
);
CREATE VIRTUAL TABLE speakers_fts USING fts5(
    name,
    prefix = '1 2',
    tokenize = "unicode61 remove_diacritics 2 separators '<separators>'"
);
CREATE VIRTUAL TABLE passages_words USING fts5vocab(passages_fts, col);
