-- Keeps the reading side of version 0002 in step, whoever writes the base tables.
-- What changed is taken out and, if it is published, put in again. The conditions spare rows that
-- are written as they were, as a correction writes most. A row that `INSERT OR REPLACE`, `REPLACE`
-- or `UPDATE OR REPLACE` puts out of the way goes without them, unless recursive_triggers is on
-- (https://sqlite.org/lang_conflict.html), and so leaves its passage behind; the row that is
-- written is followed. `sitrep check` finds what is left.
-- A migration that rebuilds a base table drops that table's triggers and breaks the views: it must
-- drop the whole reading side first and make it again after.

CREATE TRIGGER passages_of_new_issue AFTER INSERT ON issues WHEN NEW.state = 'published' BEGIN
    INSERT INTO passages
    SELECT id, briefing_id, issue_id, entry_id, kind, item_id, day, last, name, country
    FROM placed WHERE issue_id = NEW.id;
END;
CREATE TRIGGER passages_of_changed_issue
AFTER UPDATE OF id, briefing_id, state, date, title ON issues
WHEN (OLD.state = 'published' OR NEW.state = 'published') AND (
    OLD.id, OLD.briefing_id, OLD.state, OLD.date, OLD.title
) IS NOT (NEW.id, NEW.briefing_id, NEW.state, NEW.date, NEW.title)
BEGIN
    DELETE FROM passages WHERE issue_id IN (OLD.id, NEW.id);
    INSERT INTO passages
    SELECT id, briefing_id, issue_id, entry_id, kind, item_id, day, last, name, country
    FROM placed WHERE issue_id = NEW.id;
END;
CREATE TRIGGER passages_of_gone_issue AFTER DELETE ON issues BEGIN
    DELETE FROM passages WHERE issue_id = OLD.id;
END;

CREATE TRIGGER passages_of_new_entry AFTER INSERT ON entries BEGIN
    INSERT INTO passages
    SELECT id, briefing_id, issue_id, entry_id, kind, item_id, day, last, name, country
    FROM placed WHERE entry_id = NEW.id;
END;
CREATE TRIGGER passages_of_changed_entry AFTER UPDATE OF id, issue_id, heading, text ON entries
WHEN (OLD.id, OLD.issue_id, OLD.heading, OLD.text)
    IS NOT (NEW.id, NEW.issue_id, NEW.heading, NEW.text)
BEGIN
    DELETE FROM passages WHERE entry_id IN (OLD.id, NEW.id);
    INSERT INTO passages
    SELECT id, briefing_id, issue_id, entry_id, kind, item_id, day, last, name, country
    FROM placed WHERE entry_id = NEW.id;
END;
CREATE TRIGGER passages_of_gone_entry AFTER DELETE ON entries BEGIN
    DELETE FROM passages WHERE entry_id = OLD.id;
END;

CREATE TRIGGER passage_of_new_quote AFTER INSERT ON quotes BEGIN
    INSERT INTO passages
    SELECT id, briefing_id, issue_id, entry_id, kind, item_id, day, last, name, country
    FROM placed WHERE kind = 'q' AND item_id = NEW.id;
END;
CREATE TRIGGER passage_of_changed_quote
AFTER UPDATE OF id, entry_id, text, speaker, role, country, said_on ON quotes
WHEN (OLD.id, OLD.entry_id, OLD.text, OLD.speaker, OLD.role, OLD.country, OLD.said_on)
    IS NOT (NEW.id, NEW.entry_id, NEW.text, NEW.speaker, NEW.role, NEW.country, NEW.said_on)
BEGIN
    DELETE FROM passages WHERE item_id IN (OLD.id, NEW.id) AND kind = 'q';
    INSERT INTO passages
    SELECT id, briefing_id, issue_id, entry_id, kind, item_id, day, last, name, country
    FROM placed WHERE kind = 'q' AND item_id = NEW.id;
END;
CREATE TRIGGER passage_of_gone_quote AFTER DELETE ON quotes BEGIN
    DELETE FROM passages WHERE item_id = OLD.id AND kind = 'q';
END;

CREATE TRIGGER passage_of_new_event AFTER INSERT ON events BEGIN
    INSERT INTO passages
    SELECT id, briefing_id, issue_id, entry_id, kind, item_id, day, last, name, country
    FROM placed WHERE kind = 'e' AND item_id = NEW.id;
END;
CREATE TRIGGER passage_of_changed_event AFTER UPDATE OF id, entry_id, "when", sentence ON events
WHEN (OLD.id, OLD.entry_id, OLD."when", OLD.sentence)
    IS NOT (NEW.id, NEW.entry_id, NEW."when", NEW.sentence)
BEGIN
    DELETE FROM passages WHERE item_id IN (OLD.id, NEW.id) AND kind = 'e';
    INSERT INTO passages
    SELECT id, briefing_id, issue_id, entry_id, kind, item_id, day, last, name, country
    FROM placed WHERE kind = 'e' AND item_id = NEW.id;
END;
CREATE TRIGGER passage_of_gone_event AFTER DELETE ON events BEGIN
    DELETE FROM passages WHERE item_id = OLD.id AND kind = 'e';
END;

CREATE TRIGGER passage_on_new_country AFTER INSERT ON entry_countries BEGIN
    DELETE FROM passages WHERE entry_id = NEW.entry_id AND kind IN ('s', 'e');
    INSERT INTO passages
    SELECT id, briefing_id, issue_id, entry_id, kind, item_id, day, last, name, country
    FROM placed WHERE kind IN ('s', 'e') AND entry_id = NEW.entry_id;
END;
CREATE TRIGGER passage_on_changed_country AFTER UPDATE OF entry_id, country ON entry_countries
WHEN (OLD.entry_id, OLD.country) IS NOT (NEW.entry_id, NEW.country)
BEGIN
    DELETE FROM passages WHERE entry_id IN (OLD.entry_id, NEW.entry_id) AND kind IN ('s', 'e');
    INSERT INTO passages
    SELECT id, briefing_id, issue_id, entry_id, kind, item_id, day, last, name, country
    FROM placed WHERE kind IN ('s', 'e') AND entry_id IN (OLD.entry_id, NEW.entry_id);
END;
CREATE TRIGGER passage_on_gone_country AFTER DELETE ON entry_countries BEGIN
    DELETE FROM passages WHERE entry_id = OLD.entry_id AND kind IN ('s', 'e');
    INSERT INTO passages
    SELECT id, briefing_id, issue_id, entry_id, kind, item_id, day, last, name, country
    FROM placed WHERE kind IN ('s', 'e') AND entry_id = OLD.entry_id;
END;

CREATE TRIGGER event_on_new_country AFTER INSERT ON event_countries BEGIN
    DELETE FROM passages WHERE item_id = NEW.event_id AND kind = 'e';
    INSERT INTO passages
    SELECT id, briefing_id, issue_id, entry_id, kind, item_id, day, last, name, country
    FROM placed WHERE kind = 'e' AND item_id = NEW.event_id;
END;
CREATE TRIGGER event_on_changed_country AFTER UPDATE OF event_id, country ON event_countries
WHEN (OLD.event_id, OLD.country) IS NOT (NEW.event_id, NEW.country)
BEGIN
    DELETE FROM passages WHERE item_id IN (OLD.event_id, NEW.event_id) AND kind = 'e';
    INSERT INTO passages
    SELECT id, briefing_id, issue_id, entry_id, kind, item_id, day, last, name, country
    FROM placed WHERE kind = 'e' AND item_id IN (OLD.event_id, NEW.event_id);
END;
CREATE TRIGGER event_on_gone_country AFTER DELETE ON event_countries BEGIN
    DELETE FROM passages WHERE item_id = OLD.event_id AND kind = 'e';
    INSERT INTO passages
    SELECT id, briefing_id, issue_id, entry_id, kind, item_id, day, last, name, country
    FROM placed WHERE kind = 'e' AND item_id = OLD.event_id;
END;

-- What follows a passage.
CREATE TRIGGER parts_of_new_passage AFTER INSERT ON passages BEGIN
    INSERT INTO passages_fts (rowid, title, speaker, role, body, marks)
    SELECT NEW.id, title, speaker, role, body, marks
    FROM published WHERE kind = NEW.kind AND item_id = NEW.item_id;
    INSERT INTO passage_countries
    SELECT DISTINCT NEW.id, country, NEW.briefing_id, NEW.kind
    FROM published_countries WHERE kind = NEW.kind AND item_id = NEW.item_id;
END;
CREATE TRIGGER parts_of_gone_passage AFTER DELETE ON passages BEGIN
    DELETE FROM passages_fts WHERE rowid = OLD.id;
    DELETE FROM passage_countries WHERE passage_id = OLD.id;
END;

CREATE TRIGGER coverage_counts_up AFTER INSERT ON passage_countries BEGIN
    INSERT INTO coverage SELECT NEW.briefing_id, NEW.kind, NEW.country, 0 WHERE NOT EXISTS (
        SELECT 1 FROM coverage WHERE briefing_id = NEW.briefing_id AND kind = NEW.kind
            AND country = NEW.country
    );
    UPDATE coverage SET passages = passages + 1 WHERE briefing_id = NEW.briefing_id
        AND kind = NEW.kind AND country = NEW.country;
END;
CREATE TRIGGER coverage_counts_down AFTER DELETE ON passage_countries BEGIN
    UPDATE coverage SET passages = passages - 1 WHERE briefing_id = OLD.briefing_id
        AND kind = OLD.kind AND country = OLD.country;
    DELETE FROM coverage WHERE briefing_id = OLD.briefing_id AND kind = OLD.kind
        AND country = OLD.country AND passages <= 0;
END;

CREATE TRIGGER speakers_count_up AFTER INSERT ON passages WHEN NEW.speaker IS NOT NULL BEGIN
    INSERT INTO speakers (briefing_id, name, quotes)
    SELECT NEW.briefing_id, NEW.speaker, 0 WHERE NOT EXISTS (
        SELECT 1 FROM speakers WHERE briefing_id = NEW.briefing_id AND name = NEW.speaker
    );
    UPDATE speakers SET quotes = quotes + 1
    WHERE briefing_id = NEW.briefing_id AND name = NEW.speaker;
END;
CREATE TRIGGER speakers_count_down AFTER DELETE ON passages WHEN OLD.speaker IS NOT NULL BEGIN
    UPDATE speakers SET quotes = quotes - 1
    WHERE briefing_id = OLD.briefing_id AND name = OLD.speaker;
    DELETE FROM speakers
    WHERE briefing_id = OLD.briefing_id AND name = OLD.speaker AND quotes <= 0;
END;
CREATE TRIGGER names_of_new_speaker AFTER INSERT ON speakers BEGIN
    INSERT INTO speakers_fts (rowid, name)
    VALUES (NEW.id, replace(replace(NEW.name, 'ё', 'е'), 'Ё', 'Е'));
END;
CREATE TRIGGER names_of_gone_speaker AFTER DELETE ON speakers BEGIN
    DELETE FROM speakers_fts WHERE rowid = OLD.id;
END;
