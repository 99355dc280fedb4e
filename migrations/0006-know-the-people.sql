-- Several people share one PC. Who did what stands in the journal by their id, so a person is never removed, only set inactive.

CREATE TABLE user (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  -- "Chánh Văn phòng Đảng ủy"
  title TEXT NOT NULL,
  -- JSON list of clerk, reviewer, approver, admin
  roles TEXT NOT NULL CHECK (json_array_length(roles) > 0),
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  -- When the PIN was set; the PIN itself is no record.
  pin_set_at TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX user_name ON user (name);

-- Whichever way the last one would go, by an edit or by undoing one.
CREATE TRIGGER user_administrator AFTER UPDATE ON user
WHEN NOT EXISTS (SELECT 1 FROM user, json_each(user.roles) WHERE is_active = 1 AND json_each.value = 'admin')
BEGIN
  SELECT RAISE(ABORT, 'user: last administrator');
END;

-- Hashes of PINs and of the recovery code, and the failures since the last right one: no record, so that undoing brings no
-- old PIN back. The recovery code has no user.
CREATE TABLE user_secret (
  id TEXT PRIMARY KEY,
  user_id TEXT UNIQUE REFERENCES user (id) ON DELETE CASCADE,
  salt TEXT NOT NULL,
  hash TEXT NOT NULL,
  failures INTEGER NOT NULL,
  -- No try counts before this instant.
  wait_until TEXT
) STRICT;

-- What is being typed belongs to who types it.
CREATE TABLE draft_of_person (
  key TEXT NOT NULL,
  actor TEXT NOT NULL,
  value TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (key, actor)
) STRICT, WITHOUT ROWID;
INSERT INTO draft_of_person (key, actor, value, at) SELECT key, 'clerk', value, at FROM draft;
DROP TABLE draft;
ALTER TABLE draft_of_person RENAME TO draft;
