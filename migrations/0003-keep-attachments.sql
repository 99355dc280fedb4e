-- Files that belong to a record: papers of a conference, the signed and sealed scan of a document, photos.
--
-- The bytes are kept once, under their SHA-256, however many records name them. They are no record: the journal's
-- images are JSON, and the hash in the record already says which bytes it means. They come and stay, so that a removed
-- attachment can come back.

CREATE TABLE attachment_content (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size > 0 AND size = length(bytes)),
  bytes BLOB NOT NULL
) STRICT;

CREATE TRIGGER attachment_content_keep BEFORE UPDATE ON attachment_content BEGIN
  SELECT RAISE(ABORT, 'attachment: append only');
END;
CREATE TRIGGER attachment_content_stay BEFORE DELETE ON attachment_content BEGIN
  SELECT RAISE(ABORT, 'attachment: append only');
END;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  owner_kind TEXT NOT NULL CHECK (owner_kind IN ('conference', 'document')),
  owner_id TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('paper', 'scan', 'photo', 'other')),
  -- Only a label: nothing is ever found or written by it alone.
  name TEXT NOT NULL CHECK (name <> ''),
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size > 0),
  sha256 TEXT NOT NULL REFERENCES attachment_content (sha256),
  list_order INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  -- The owner once more, for the reference: an owner with attachments cannot vanish, not even by an undo.
  conference_id TEXT AS (CASE owner_kind WHEN 'conference' THEN owner_id END) REFERENCES conference (id),
  document_id TEXT AS (CASE owner_kind WHEN 'document' THEN owner_id END) REFERENCES document (id)
) STRICT;

CREATE INDEX attachment_owner ON attachment (owner_kind, owner_id, list_order);
CREATE INDEX attachment_content_of ON attachment (sha256);
CREATE INDEX attachment_conference ON attachment (conference_id) WHERE conference_id IS NOT NULL;
CREATE INDEX attachment_document ON attachment (document_id) WHERE document_id IS NOT NULL;
