-- What real use passes or must not lose: votes are counted anew, meetings are numbered beyond 99, and a number of minutes
-- keeps a row for good.

-- A vote that is corrected is counted by who is in the room as the roll has it then: minutes that print "04/05" beside
-- "Có mặt: 04" were frozen by these two.
DROP TRIGGER vote_frozen;
DROP TRIGGER election_frozen;

-- A standing committee that meets each week holds some 260 meetings in a term: 99 was too few.
-- Other tables and their triggers name this one while it is away, and have it again under the same name.
PRAGMA legacy_alter_table = ON;
CREATE TABLE conference_new (
  id TEXT PRIMARY KEY,
  term_id TEXT NOT NULL REFERENCES term (id),
  kind TEXT NOT NULL CHECK (kind IN ('congress', 'executive_committee', 'standing_committee', 'cell')),
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 999),
  starts_at TEXT NOT NULL,
  ends_at TEXT CHECK (ends_at >= starts_at),
  place TEXT NOT NULL,
  content TEXT NOT NULL,
  papers TEXT NOT NULL,
  invited TEXT NOT NULL,
  chair_id TEXT REFERENCES member (id),
  recorder_name TEXT NOT NULL,
  conclusion TEXT NOT NULL CHECK (json_valid(conclusion)),
  session TEXT NOT NULL DEFAULT 'regular' CHECK (session IN ('regular', 'thematic', 'enlarged')),
  custom_title TEXT NOT NULL DEFAULT '',
  minutes_number INTEGER CHECK (minutes_number > 0),
  minutes_print TEXT CHECK (json_valid(minutes_print)),
  closed_at TEXT CHECK ((closed_at IS NULL) = (minutes_print IS NULL)),
  -- Holds once the minutes have a number.
  minutes_issuer TEXT NOT NULL DEFAULT 'committee' CHECK (minutes_issuer IN ('committee', 'congress', 'cell')),
  UNIQUE (term_id, kind, ordinal)
) STRICT;
INSERT INTO conference_new
SELECT id, term_id, kind, ordinal, starts_at, ends_at, place, content, papers, invited, chair_id, recorder_name, conclusion,
  session, custom_title, minutes_number, minutes_print, closed_at, minutes_issuer
FROM conference;
DROP TABLE conference;
ALTER TABLE conference_new RENAME TO conference;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX conference_chair ON conference (chair_id);
CREATE INDEX conference_starts ON conference (starts_at);
CREATE UNIQUE INDEX conference_minutes_number ON conference (term_id, minutes_issuer, minutes_number)
  WHERE minutes_number IS NOT NULL;
CREATE TRIGGER conference_closed_update BEFORE UPDATE ON conference
WHEN OLD.closed_at IS NOT NULL AND NEW.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER conference_closed_delete BEFORE DELETE ON conference WHEN OLD.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;

-- The line of the register of a conference that was removed after its minutes were numbered: what it was, and why it went.
CREATE TABLE voided_minutes (
  id TEXT PRIMARY KEY,
  term_id TEXT NOT NULL REFERENCES term (id),
  issuer TEXT NOT NULL CHECK (issuer IN ('committee', 'congress', 'cell')),
  number INTEGER NOT NULL CHECK (number > 0),
  date TEXT NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  chair_name TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  UNIQUE (term_id, issuer, number)
) STRICT;

-- A number that minutes were given stands in one of the two tables, whatever is removed or undone.
CREATE TRIGGER conference_numbered_update BEFORE UPDATE ON conference
WHEN OLD.minutes_number IS NOT NULL AND (OLD.minutes_number IS NOT NEW.minutes_number
  OR OLD.minutes_issuer IS NOT NEW.minutes_issuer OR OLD.term_id IS NOT NEW.term_id)
BEGIN SELECT RAISE(ABORT, 'conference: numbered'); END;
CREATE TRIGGER conference_numbered_delete BEFORE DELETE ON conference
WHEN OLD.minutes_number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM voided_minutes
  WHERE term_id = OLD.term_id AND issuer = OLD.minutes_issuer AND number = OLD.minutes_number)
BEGIN SELECT RAISE(ABORT, 'conference: numbered'); END;
CREATE TRIGGER voided_minutes_update BEFORE UPDATE ON voided_minutes
BEGIN SELECT RAISE(ABORT, 'conference: numbered'); END;
CREATE TRIGGER voided_minutes_delete BEFORE DELETE ON voided_minutes
WHEN NOT EXISTS (SELECT 1 FROM conference
  WHERE term_id = OLD.term_id AND minutes_issuer = OLD.issuer AND minutes_number = OLD.number)
BEGIN SELECT RAISE(ABORT, 'conference: numbered'); END;

-- What was numbered in a term, and its conferences, stay within its days: the next term would count their day from 1 again.
CREATE TRIGGER term_holds_update BEFORE UPDATE OF starts_on, ends_on ON term
WHEN EXISTS (
  SELECT 1 FROM (
    SELECT date FROM document WHERE term_id = OLD.id AND number IS NOT NULL
    UNION ALL SELECT substr(starts_at, 1, 10) FROM conference WHERE term_id = OLD.id
    UNION ALL SELECT date FROM voided_minutes WHERE term_id = OLD.id)
  WHERE date BETWEEN OLD.starts_on AND coalesce(OLD.ends_on, '9999-12-31')
    AND date NOT BETWEEN NEW.starts_on AND coalesce(NEW.ends_on, '9999-12-31'))
BEGIN SELECT RAISE(ABORT, 'term: holds'); END;
