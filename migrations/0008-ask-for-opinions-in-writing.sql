-- Sheets on which members answer whether they agree to a draft (phiếu xin ý kiến): handed out on paper, entered when they are back.

CREATE TABLE opinion_sheet (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id),
  list_order INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  title TEXT NOT NULL,
  due_on TEXT,
  answer TEXT CHECK (answer IN ('agree', 'agreeWithChanges', 'disagree')),
  remark TEXT NOT NULL,
  returned_on TEXT,
  CHECK ((answer IS NULL) = (returned_on IS NULL))
) STRICT;

CREATE INDEX opinion_sheet_document ON opinion_sheet (document_id, list_order);
