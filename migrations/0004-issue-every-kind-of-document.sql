-- Documents of every type and issuer: their own lines and counters, what they do to earlier ones, and the PDF that was
-- issued, kept as bytes. Layouts that the office changed, lines that it uses again and again.

-- The lines of bodies beside the committee, where the office wrote its own: {"office": {"parentLine": …}, …}
ALTER TABLE body_name ADD COLUMN issuers TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(issuers));

CREATE TABLE document_new (
  id TEXT PRIMARY KEY,
  issuer TEXT NOT NULL CHECK (issuer IN
    ('committee', 'standing', 'congress', 'office', 'inspection', 'cell', 'council', 'government')),
  type TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'issued', 'voided')),
  -- The term and the counter that gave the number, and the code as printed; null until issue.
  term_id TEXT REFERENCES term (id),
  counter TEXT,
  number INTEGER CHECK (number > 0),
  code TEXT,
  conference_id TEXT REFERENCES conference (id),
  date TEXT,
  draft_round INTEGER CHECK (draft_round BETWEEN 1 AND 99),
  urgency TEXT NOT NULL,
  circulation TEXT NOT NULL,
  subject TEXT NOT NULL CHECK (subject <> ''),
  folded_subject TEXT NOT NULL,
  addressees TEXT NOT NULL CHECK (json_valid(addressees)),
  bases TEXT NOT NULL CHECK (json_valid(bases)),
  opening_line TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  recipients TEXT NOT NULL CHECK (json_valid(recipients)),
  authority TEXT NOT NULL,
  signer_title TEXT NOT NULL,
  signer_name TEXT NOT NULL,
  copies INTEGER CHECK (copies > 0),
  effective_from TEXT,
  relations TEXT NOT NULL CHECK (json_valid(relations)),
  -- What was printed when it was issued: names, figures and layout stay as they were.
  issued_print TEXT CHECK (json_valid(issued_print)),
  -- The issued PDF itself.
  pdf_sha256 TEXT REFERENCES attachment_content (sha256),
  pdf_pages INTEGER CHECK (pdf_pages > 0),
  -- Entered from the paper register: a number without a text of ours.
  is_from_paper INTEGER NOT NULL CHECK (is_from_paper IN (0, 1)),
  void_reason TEXT,
  -- A voided number keeps its row, so it can never be given again.
  UNIQUE (term_id, counter, number),
  CHECK ((status = 'draft') = (number IS NULL)),
  CHECK (status = 'draft' OR (term_id IS NOT NULL AND counter IS NOT NULL AND code IS NOT NULL AND date IS NOT NULL)),
  CHECK (status = 'draft' OR is_from_paper = 1 OR issued_print IS NOT NULL),
  CHECK ((pdf_sha256 IS NULL) = (pdf_pages IS NULL)),
  CHECK ((status = 'voided') = (void_reason IS NOT NULL))
) STRICT;

INSERT INTO document_new
SELECT d.id, 'committee', d.type, d.status, d.term_id,
  CASE WHEN d.number IS NOT NULL THEN 'ĐU/' || d.type END,
  d.number,
  CASE WHEN d.number IS NOT NULL THEN printf('%02d-%s/%s', d.number, d.type, coalesce(
    (SELECT n.symbol FROM body_name n WHERE n.valid_from <= d.date AND coalesce(n.valid_to, '9999') >= d.date
      ORDER BY n.valid_from LIMIT 1),
    (SELECT n.symbol FROM body_name n ORDER BY n.valid_from LIMIT 1))) END,
  d.conference_id, d.date, NULL, 'none', 'none', d.subject, d.folded_subject, '[]', d.bases, d.opening_line, d.body,
  d.recipients, d.authority, d.signer_title, d.signer_name, NULL, NULL, '[]', d.issued_print, NULL, NULL, 0,
  d.void_reason
FROM document d;

DROP TABLE document;
ALTER TABLE document_new RENAME TO document;
CREATE INDEX document_conference ON document (conference_id);
CREATE INDEX document_term ON document (term_id, date) WHERE term_id IS NOT NULL;
CREATE INDEX document_pdf ON document (pdf_sha256) WHERE pdf_sha256 IS NOT NULL;

-- What was issued stays; only its number can be voided. Here and not only in the commands: undoing an older change must
-- not get around it. What was merely entered from the paper register can be corrected.
CREATE TRIGGER document_issued_update BEFORE UPDATE ON document
WHEN OLD.status = 'voided'
  OR (OLD.status = 'issued' AND NEW.status <> 'voided' AND OLD.is_from_paper = 0)
  OR (OLD.status = 'issued' AND NEW.status = 'voided' AND (OLD.number, OLD.code, OLD.counter, OLD.term_id, OLD.date,
    OLD.body, OLD.subject) IS NOT (NEW.number, NEW.code, NEW.counter, NEW.term_id, NEW.date, NEW.body, NEW.subject))
BEGIN SELECT RAISE(ABORT, 'document: issued'); END;
CREATE TRIGGER document_issued_delete BEFORE DELETE ON document
WHEN OLD.status = 'voided' OR (OLD.status = 'issued' AND OLD.is_from_paper = 0)
BEGIN SELECT RAISE(ABORT, 'document: issued'); END;

-- A guideline's layout with the office's own values; `key` names the built-in one that it stands for, or is new.
CREATE TABLE layout_profile (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  layout TEXT NOT NULL CHECK (json_valid(layout))
) STRICT;

-- Legal bases and recipients that are put in again and again.
CREATE TABLE usual_line (
  id TEXT PRIMARY KEY,
  list TEXT NOT NULL CHECK (list IN ('basis', 'recipient')),
  text TEXT NOT NULL CHECK (text <> ''),
  list_order INTEGER NOT NULL,
  UNIQUE (list, text)
) STRICT;
