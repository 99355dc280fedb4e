-- Opinions on a document, pinned to words of one of its versions. Nothing is added to the text itself: where the words stand
-- now is found out by comparing that version, which the journal keeps, with the text of today.

CREATE TABLE opinion (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id),
  -- The version that was read: its change set.
  seq INTEGER NOT NULL,
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
  settled_seq INTEGER,
  settled_by TEXT,
  settled_by_name TEXT,
  settled_at TEXT,
  CHECK ((field = 'body') = (block IS NOT NULL)),
  CHECK ((block IS NULL) = (part IS NULL) AND (block IS NULL) = (from_letter IS NULL)),
  CHECK ((outcome IS NULL) = (settled_at IS NULL) AND (outcome IS NULL) = (settled_seq IS NULL)),
  CHECK (outcome IS NOT 'explained' OR outcome_reason <> '')
) STRICT;

CREATE INDEX opinion_document ON opinion (document_id);

CREATE TABLE opinion_reply (
  id TEXT PRIMARY KEY,
  opinion_id TEXT NOT NULL REFERENCES opinion (id),
  -- Once more, so that the history of the document finds it.
  document_id TEXT NOT NULL REFERENCES document (id),
  text TEXT NOT NULL CHECK (text <> ''),
  actor TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  given_at TEXT NOT NULL
) STRICT;

CREATE INDEX opinion_reply_opinion ON opinion_reply (opinion_id);
CREATE INDEX opinion_reply_document ON opinion_reply (document_id);
