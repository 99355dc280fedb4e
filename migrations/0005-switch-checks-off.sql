-- An office can do without a check of its documents, and says why. What each person has read of a document is kept, to show
-- what changed since; cited numbers are looked up by their code.

CREATE TABLE check_setting (
  id TEXT PRIMARY KEY,
  -- A rule that a later version does not know any more is left alone.
  rule TEXT NOT NULL UNIQUE,
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;

CREATE INDEX document_code ON document (code, date) WHERE code IS NOT NULL;

-- No record but a bookmark: the newest change set of the document when that person had it open last.
CREATE TABLE read_mark (
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  actor TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (document_id, actor)
) STRICT, WITHOUT ROWID;
