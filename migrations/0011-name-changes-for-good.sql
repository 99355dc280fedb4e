-- A change set has a name that holds outside this store (id) and says which installation made it (origin); what it keeps is
-- what changed, not whole rows. Versions are named by that id wherever a record refers to one.

-- Each data folder of each PC is one: two that began from the same backup differ. Noted with its first change.
CREATE TABLE origin (
  id TEXT PRIMARY KEY,
  since TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TRIGGER origin_keep BEFORE UPDATE ON origin BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;
CREATE TRIGGER origin_stay BEFORE DELETE ON origin BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

-- Holds a row while a record was changed and no change set is sealed: nothing can be committed then.
CREATE TABLE change_open (
  change_seq INTEGER PRIMARY KEY REFERENCES change_set (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

DROP TRIGGER change_set_keep;
-- Sets of before keep their form and hash (form 1), and get an id made of the hash: the same in every copy of the store.
ALTER TABLE change_set ADD COLUMN id TEXT CHECK (id <> '');
ALTER TABLE change_set ADD COLUMN form INTEGER NOT NULL DEFAULT 1 CHECK (form IN (1, 2));
ALTER TABLE change_set ADD COLUMN origin TEXT CHECK ((form = 1) = (origin IS NULL));
-- The schema under which it was written; of form 1 the images say it themselves.
ALTER TABLE change_set ADD COLUMN schema INTEGER CHECK ((form = 1) = (schema IS NULL));
UPDATE change_set SET id = substr(hash, 1, 8) || '-' || substr(hash, 9, 4) || '-8' || substr(hash, 13, 3) || '-8' ||
  substr(hash, 16, 3) || '-' || substr(hash, 19, 12);
CREATE UNIQUE INDEX change_set_id ON change_set (id);
CREATE TRIGGER change_set_keep BEFORE UPDATE ON change_set BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

DROP TRIGGER change_row_keep;
-- 1: before and after are whole rows. 2: they are the columns that changed, with digests of long texts. 3: the same, and the
-- whole row is at hand (it came with this change, or `kept` holds it).
ALTER TABLE change_row ADD COLUMN form INTEGER NOT NULL DEFAULT 1 CHECK (form IN (1, 2, 3));
-- Long texts and now and then a whole row (src/main/db/journal/kept.ts).
ALTER TABLE change_row ADD COLUMN kept BLOB;
-- The record that the row is a part of in the end, or that holds it as a file; null: it stands for itself.
ALTER TABLE change_row ADD COLUMN owner_id TEXT;

UPDATE change_row SET owner_id = json_extract(coalesce(after, before), '$.conference_id')
WHERE table_name IN ('agenda_item', 'attendance', 'conference_reopening', 'finding', 'vote', 'election');
UPDATE change_row SET owner_id = (
  SELECT owner_id FROM change_row AS above
  WHERE above.table_name = 'election'
    AND above.row_id = json_extract(coalesce(change_row.after, change_row.before), '$.election_id')
  ORDER BY above.id DESC LIMIT 1
) WHERE table_name = 'election_candidate';
UPDATE change_row SET owner_id = json_extract(coalesce(after, before), '$.document_id')
WHERE table_name IN ('document_step', 'opinion', 'opinion_reply', 'opinion_sheet');
UPDATE change_row SET owner_id = json_extract(coalesce(after, before), '$.body_id')
WHERE table_name IN ('body_name', 'term');
UPDATE change_row SET owner_id = json_extract(coalesce(after, before), '$.member_id') WHERE table_name = 'position';
UPDATE change_row SET owner_id = json_extract(coalesce(after, before), '$.indicator_id')
WHERE table_name IN ('indicator_plan', 'indicator_actual');
UPDATE change_row SET owner_id = json_extract(coalesce(after, before), '$.owner_id') WHERE table_name = 'attachment';

DROP INDEX change_row_row;
-- With what is needed to find the nearest whole row without reading one.
CREATE INDEX change_row_row ON change_row (table_name, row_id, id, form);
CREATE INDEX change_row_owner ON change_row (owner_id) WHERE owner_id IS NOT NULL;
CREATE TRIGGER change_row_keep BEFORE UPDATE ON change_row BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

-- It names the table that is made anew.
DROP TRIGGER document_approved_update;
CREATE TABLE document_step_new (
  id TEXT PRIMARY KEY,
  -- No cascade: a draft that was on its way is not taken away by undoing its first save.
  document_id TEXT NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL CHECK (position > 0),
  kind TEXT NOT NULL CHECK (kind IN ('submit', 'forward', 'withdraw', 'return', 'refuse', 'approve', 'lift')),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  -- As they were called that day.
  actor_name TEXT NOT NULL,
  -- Before whom it lies; null: before everybody who may decide.
  assignee TEXT REFERENCES user (id),
  due_on TEXT,
  reason TEXT NOT NULL,
  -- The version of the text: its change set.
  version TEXT NOT NULL,
  UNIQUE (document_id, position),
  CHECK (kind NOT IN ('return', 'refuse', 'lift') OR reason <> ''),
  CHECK (kind IN ('submit', 'forward') OR (assignee IS NULL AND due_on IS NULL))
) STRICT;
INSERT INTO document_step_new
SELECT id, document_id, position, kind, at, actor, actor_name, assignee, due_on, reason,
  coalesce((SELECT c.id FROM change_set AS c WHERE c.seq = s.seq), '')
FROM document_step AS s;
DROP TABLE document_step;
ALTER TABLE document_step_new RENAME TO document_step;
CREATE TRIGGER document_step_stays BEFORE UPDATE ON document_step
BEGIN SELECT RAISE(ABORT, 'document: step'); END;
CREATE TRIGGER document_approved_update BEFORE UPDATE ON document
WHEN OLD.status = 'draft' AND NEW.status = 'draft'
  AND (SELECT kind FROM document_step WHERE document_id = OLD.id ORDER BY position DESC LIMIT 1) = 'approve'
BEGIN SELECT RAISE(ABORT, 'document: approved'); END;

CREATE TABLE opinion_new (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id),
  -- The version that was read: its change set.
  version TEXT NOT NULL,
  field TEXT NOT NULL CHECK (field IN
    ('document', 'subject', 'addressees', 'bases', 'openingLine', 'body', 'recipients', 'signature')),
  -- Within the body: which block, which paragraph of it, which letters. No last letter: the whole paragraph.
  block INTEGER CHECK (block >= 0),
  part INTEGER CHECK (part >= 0),
  from_letter INTEGER CHECK (from_letter >= 0),
  to_letter INTEGER CHECK (to_letter >= from_letter),
  quote TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('remark', 'change', 'question')),
  text TEXT NOT NULL CHECK (text <> ''),
  proposed TEXT,
  -- Who said it, and the name of then.
  actor TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  given_at TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('accepted', 'explained')),
  outcome_reason TEXT NOT NULL DEFAULT '',
  settled_version TEXT,
  settled_by TEXT,
  settled_by_name TEXT,
  settled_at TEXT,
  CHECK ((field = 'body') = (block IS NOT NULL)),
  CHECK ((block IS NULL) = (part IS NULL) AND (block IS NULL) = (from_letter IS NULL)),
  CHECK ((outcome IS NULL) = (settled_at IS NULL) AND (outcome IS NULL) = (settled_version IS NULL)),
  CHECK (outcome IS NOT 'explained' OR outcome_reason <> '')
) STRICT;
INSERT INTO opinion_new
SELECT id, document_id, coalesce((SELECT c.id FROM change_set AS c WHERE c.seq = o.seq), ''), field, block, part,
  from_letter, to_letter, quote, kind, text, proposed, actor, actor_name, given_at, outcome, outcome_reason,
  CASE WHEN settled_seq IS NOT NULL
    THEN coalesce((SELECT c.id FROM change_set AS c WHERE c.seq = o.settled_seq), '') END,
  settled_by, settled_by_name, settled_at
FROM opinion AS o;
DROP TABLE opinion;
ALTER TABLE opinion_new RENAME TO opinion;
CREATE INDEX opinion_document ON opinion (document_id);

CREATE TABLE read_mark_new (
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  actor TEXT NOT NULL,
  -- The version that was read: its change set.
  version TEXT NOT NULL,
  PRIMARY KEY (document_id, actor)
) STRICT, WITHOUT ROWID;
INSERT INTO read_mark_new
SELECT m.document_id, m.actor, c.id FROM read_mark AS m JOIN change_set AS c ON c.seq = m.seq;
DROP TABLE read_mark;
ALTER TABLE read_mark_new RENAME TO read_mark;
