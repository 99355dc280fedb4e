-- The first house: one committee with its dated names, terms and members; conferences with attendance and agenda;
-- documents with numbers by type and term; indicators with plan and actual by period; the journal under all of it.
--
-- Every record table has `id TEXT PRIMARY KEY` (UUIDv7). After the migrations the runner gives each of them the
-- triggers that write the journal; the few tables that are no records are listed in src/main/db/journal.ts.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE change_set (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  command TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target INTEGER REFERENCES change_set (seq),
  final INTEGER NOT NULL CHECK (final IN (0, 1)),
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  CHECK ((kind = 'do') = (target IS NULL))
) STRICT;

CREATE INDEX change_set_target ON change_set (target) WHERE target IS NOT NULL;

CREATE TABLE change_row (
  id INTEGER PRIMARY KEY,
  -- The command writes its change set last: a row that no command answers for cannot be committed.
  change_seq INTEGER NOT NULL REFERENCES change_set (seq) DEFERRABLE INITIALLY DEFERRED,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  -- Images made by json_object: checking them again would cost as much as writing them.
  before TEXT,
  after TEXT,
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;

CREATE INDEX change_row_seq ON change_row (change_seq);
CREATE INDEX change_row_row ON change_row (table_name, row_id);

CREATE TRIGGER change_set_append BEFORE INSERT ON change_set BEGIN
  SELECT RAISE(ABORT, 'journal: out of order')
  WHERE NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM change_set)
     OR NEW.prev_hash <> coalesce((SELECT hash FROM change_set ORDER BY seq DESC LIMIT 1), '');
END;
CREATE TRIGGER change_set_keep BEFORE UPDATE ON change_set BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;
CREATE TRIGGER change_set_stay BEFORE DELETE ON change_set BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;
CREATE TRIGGER change_row_append BEFORE INSERT ON change_row BEGIN
  SELECT RAISE(ABORT, 'journal: out of order')
  WHERE NEW.change_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM change_set);
END;
CREATE TRIGGER change_row_keep BEFORE UPDATE ON change_row BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;
CREATE TRIGGER change_row_stay BEFORE DELETE ON change_row BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

-- What is being typed and not saved yet. No record: it is written every second and thrown away.
CREATE TABLE draft (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE preference (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Backups that this store wrote and read back.
CREATE TABLE backup_log (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  file_name TEXT NOT NULL,
  folder TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  seq INTEGER NOT NULL
) STRICT;

CREATE TABLE body (
  id TEXT PRIMARY KEY,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE body_name (
  id TEXT PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES body (id),
  valid_from TEXT NOT NULL,
  valid_to TEXT CHECK (valid_to >= valid_from),
  name TEXT NOT NULL,
  parent_line TEXT NOT NULL,
  issuing_line TEXT NOT NULL,
  place_name TEXT NOT NULL,
  symbol TEXT NOT NULL,
  committee_name TEXT NOT NULL,
  standing_name TEXT NOT NULL,
  superior_level TEXT NOT NULL
) STRICT;

CREATE INDEX body_name_body ON body_name (body_id, valid_from);

CREATE TABLE term (
  id TEXT PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES body (id),
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 89),
  starts_on TEXT NOT NULL,
  ends_on TEXT CHECK (ends_on >= starts_on)
) STRICT;

CREATE INDEX term_body ON term (body_id, starts_on);

CREATE TABLE member (
  id TEXT PRIMARY KEY,
  term_id TEXT NOT NULL REFERENCES term (id),
  full_name TEXT NOT NULL CHECK (full_name <> ''),
  folded_name TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT CHECK (valid_to >= valid_from),
  list_order INTEGER NOT NULL
) STRICT;

CREATE INDEX member_term ON member (term_id, list_order);

CREATE TABLE position (
  id TEXT PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES member (id),
  role TEXT NOT NULL CHECK (role IN ('secretary', 'deputy', 'standing', 'member')),
  title TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT CHECK (valid_to >= valid_from),
  list_order INTEGER NOT NULL
) STRICT;

CREATE INDEX position_member ON position (member_id, list_order);

CREATE TABLE conference (
  id TEXT PRIMARY KEY,
  term_id TEXT NOT NULL REFERENCES term (id),
  kind TEXT NOT NULL CHECK (kind IN ('congress', 'executive_committee', 'standing_committee', 'cell')),
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 99),
  starts_at TEXT NOT NULL,
  ends_at TEXT CHECK (ends_at >= starts_at),
  place TEXT NOT NULL,
  content TEXT NOT NULL,
  papers TEXT NOT NULL,
  invited TEXT NOT NULL,
  chair_id TEXT REFERENCES member (id),
  recorder_name TEXT NOT NULL,
  conclusion TEXT NOT NULL CHECK (json_valid(conclusion)),
  UNIQUE (term_id, kind, ordinal)
) STRICT;

CREATE INDEX conference_starts ON conference (starts_at);
CREATE INDEX conference_chair ON conference (chair_id);

CREATE TABLE attendance (
  id TEXT PRIMARY KEY,
  conference_id TEXT NOT NULL REFERENCES conference (id),
  member_id TEXT NOT NULL REFERENCES member (id),
  state TEXT NOT NULL CHECK (state IN ('present', 'excused', 'absent')),
  reason TEXT NOT NULL,
  UNIQUE (conference_id, member_id)
) STRICT;

CREATE INDEX attendance_member ON attendance (member_id);

CREATE TABLE agenda_item (
  id TEXT PRIMARY KEY,
  conference_id TEXT NOT NULL REFERENCES conference (id),
  list_order INTEGER NOT NULL,
  title TEXT NOT NULL,
  presenter TEXT NOT NULL,
  discussion TEXT NOT NULL CHECK (json_valid(discussion)),
  conclusion TEXT NOT NULL CHECK (json_valid(conclusion))
) STRICT;

CREATE INDEX agenda_item_conference ON agenda_item (conference_id, list_order);

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'issued', 'voided')),
  -- The term whose counter gave the number; null until issue.
  term_id TEXT REFERENCES term (id),
  number INTEGER CHECK (number > 0),
  conference_id TEXT REFERENCES conference (id),
  date TEXT,
  subject TEXT NOT NULL CHECK (subject <> ''),
  folded_subject TEXT NOT NULL,
  bases TEXT NOT NULL CHECK (json_valid(bases)),
  opening_line TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  recipients TEXT NOT NULL CHECK (json_valid(recipients)),
  authority TEXT NOT NULL,
  signer_title TEXT NOT NULL,
  signer_name TEXT NOT NULL,
  -- What was printed when it was issued: names, figures and layout stay as they were.
  issued_print TEXT CHECK (json_valid(issued_print)),
  void_reason TEXT,
  -- A voided number keeps its row, so it can never be given again.
  UNIQUE (term_id, type, number),
  CHECK ((status = 'draft') = (number IS NULL)),
  CHECK (status = 'draft' OR (term_id IS NOT NULL AND date IS NOT NULL AND issued_print IS NOT NULL)),
  CHECK ((status = 'voided') = (void_reason IS NOT NULL))
) STRICT;

CREATE INDEX document_conference ON document (conference_id);

CREATE TABLE indicator (
  id TEXT PRIMARY KEY,
  body_id TEXT NOT NULL REFERENCES body (id),
  name TEXT NOT NULL CHECK (name <> ''),
  folded_name TEXT NOT NULL,
  unit TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('up', 'down', 'equal')),
  list_order INTEGER NOT NULL
) STRICT;

CREATE INDEX indicator_body ON indicator (body_id, list_order);

CREATE TABLE indicator_plan (
  id TEXT PRIMARY KEY,
  indicator_id TEXT NOT NULL REFERENCES indicator (id),
  period TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('assigned', 'resolution', 'own')),
  -- Canonical decimal text; null while it is not known.
  quantity TEXT,
  UNIQUE (indicator_id, period)
) STRICT;

CREATE INDEX indicator_plan_period ON indicator_plan (period);

CREATE TABLE indicator_actual (
  id TEXT PRIMARY KEY,
  indicator_id TEXT NOT NULL REFERENCES indicator (id),
  period TEXT NOT NULL,
  quantity TEXT NOT NULL,
  UNIQUE (indicator_id, period)
) STRICT;

CREATE INDEX indicator_actual_period ON indicator_actual (period);
