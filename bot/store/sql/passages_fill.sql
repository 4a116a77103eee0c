-- Fills the empty reading side of version 0002 at once, before its triggers are there.
INSERT INTO passages
SELECT id, briefing_id, issue_id, entry_id, kind, item_id, day, last, name, country
FROM placed ORDER BY id;

INSERT INTO passage_countries
SELECT passages.id, published_countries.country, passages.briefing_id, passages.kind
FROM passages JOIN published_countries USING (kind, item_id)
WHERE true ORDER BY 1, 2 ON CONFLICT DO NOTHING;

INSERT INTO coverage
SELECT briefing_id, kind, country, count(*) FROM passage_countries GROUP BY 1, 2, 3;

INSERT INTO speakers (briefing_id, name, quotes)
SELECT briefing_id, speaker, count(*) FROM passages WHERE speaker IS NOT NULL GROUP BY 1, 2;

INSERT INTO speakers_fts (rowid, name)
SELECT id, replace(replace(name, 'ё', 'е'), 'Ё', 'Е') FROM speakers;

INSERT INTO passages_fts (rowid, title, speaker, role, body, marks)
SELECT id, title, speaker, role, body, marks FROM placed ORDER BY id;
