-- Who took a draft which step further, when, and why; the newest step says where it stands. Without one it is merely a draft.

CREATE TABLE document_step (
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
  -- The version of the text, as a number of the journal.
  seq INTEGER NOT NULL,
  UNIQUE (document_id, position),
  CHECK (kind NOT IN ('return', 'refuse', 'lift') OR reason <> ''),
  CHECK (kind IN ('submit', 'forward') OR (assignee IS NULL AND due_on IS NULL))
) STRICT;

-- What is approved is what will be issued: neither an edit nor undoing one changes it, until the approval is lifted.
CREATE TRIGGER document_approved_update BEFORE UPDATE ON document
WHEN OLD.status = 'draft' AND NEW.status = 'draft'
  AND (SELECT kind FROM document_step WHERE document_id = OLD.id ORDER BY position DESC LIMIT 1) = 'approve'
BEGIN SELECT RAISE(ABORT, 'document: approved'); END;

CREATE TRIGGER document_step_stays BEFORE UPDATE ON document_step
BEGIN SELECT RAISE(ABORT, 'document: step'); END;
