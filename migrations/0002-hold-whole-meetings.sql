-- Whole meetings: sessions and titles by hand, people beside the committee, who came late and who left, planned and
-- real times, matters carried over, votes and elections, findings marked in the minutes, closing with frozen minutes;
-- what each kind of conference begins with; the office's standard phrases.
--
-- New columns have defaults: undoing a change of before puts rows back that know nothing of them.

ALTER TABLE conference ADD COLUMN session TEXT NOT NULL DEFAULT 'regular'
  CHECK (session IN ('regular', 'thematic', 'enlarged'));
-- Instead of the title that follows from kind, session and ordinal, where the paper says otherwise.
ALTER TABLE conference ADD COLUMN custom_title TEXT NOT NULL DEFAULT '';
-- Kept when the conference is opened again: a number that was given is never given twice.
ALTER TABLE conference ADD COLUMN minutes_number INTEGER CHECK (minutes_number > 0);
-- What the minutes printed when the conference was closed.
ALTER TABLE conference ADD COLUMN minutes_print TEXT CHECK (json_valid(minutes_print));
ALTER TABLE conference ADD COLUMN closed_at TEXT CHECK ((closed_at IS NULL) = (minutes_print IS NULL));

CREATE UNIQUE INDEX conference_minutes_number ON conference (term_id, minutes_number) WHERE minutes_number IS NOT NULL;

CREATE TABLE conference_reopening (
  id TEXT PRIMARY KEY,
  conference_id TEXT NOT NULL REFERENCES conference (id),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;

CREATE INDEX conference_reopening_conference ON conference_reopening (conference_id, at);

ALTER TABLE agenda_item ADD COLUMN papers TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN planned_at TEXT;
ALTER TABLE agenda_item ADD COLUMN started_at TEXT;
ALTER TABLE agenda_item ADD COLUMN ended_at TEXT CHECK (ended_at >= started_at);
-- The item of an earlier conference that this one goes on with.
ALTER TABLE agenda_item ADD COLUMN carried_from_id TEXT REFERENCES agenda_item (id);
-- Left open, with the reason: the next conference of that kind begins with it.
ALTER TABLE agenda_item ADD COLUMN is_carried_over INTEGER NOT NULL DEFAULT 0 CHECK (is_carried_over IN (0, 1));
ALTER TABLE agenda_item ADD COLUMN carry_reason TEXT NOT NULL DEFAULT '';

CREATE INDEX agenda_item_carried_from ON agenda_item (carried_from_id) WHERE carried_from_id IS NOT NULL;
CREATE INDEX agenda_item_carried_over ON agenda_item (conference_id) WHERE is_carried_over = 1;

CREATE TABLE attendance_new (
  id TEXT PRIMARY KEY,
  conference_id TEXT NOT NULL REFERENCES conference (id),
  -- A member of the committee, or null and a name: a delegate of a congress, a member of a cell.
  member_id TEXT REFERENCES member (id),
  full_name TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  list_order INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL CHECK (state IN ('present', 'excused', 'absent', 'replaced')),
  reason TEXT NOT NULL,
  -- Who is present from the beginning to the end has neither.
  arrived_item_id TEXT REFERENCES agenda_item (id),
  left_item_id TEXT REFERENCES agenda_item (id),
  -- Who came in their place.
  substitute TEXT NOT NULL DEFAULT '',
  UNIQUE (conference_id, member_id),
  CHECK ((member_id IS NULL) = (full_name <> '')),
  CHECK (state = 'present' OR (arrived_item_id IS NULL AND left_item_id IS NULL)),
  CHECK (state = 'replaced' OR substitute = '')
) STRICT;

INSERT INTO attendance_new (id, conference_id, member_id, list_order, state, reason)
SELECT a.id, a.conference_id, a.member_id, m.list_order, a.state, a.reason
FROM attendance AS a JOIN member AS m ON m.id = a.member_id;
DROP TABLE attendance;
ALTER TABLE attendance_new RENAME TO attendance;

CREATE INDEX attendance_conference ON attendance (conference_id, list_order);
CREATE INDEX attendance_member ON attendance (member_id);
CREATE INDEX attendance_arrived ON attendance (arrived_item_id) WHERE arrived_item_id IS NOT NULL;
CREATE INDEX attendance_left ON attendance (left_item_id) WHERE left_item_id IS NOT NULL;

CREATE TABLE vote (
  id TEXT PRIMARY KEY,
  conference_id TEXT NOT NULL REFERENCES conference (id),
  agenda_item_id TEXT NOT NULL REFERENCES agenda_item (id),
  list_order INTEGER NOT NULL,
  question TEXT NOT NULL CHECK (question <> ''),
  method TEXT NOT NULL CHECK (method IN ('hands', 'ballots')),
  -- How many belonged to the body and how many were in the room, as it was when the vote was recorded.
  members INTEGER NOT NULL CHECK (members > 0),
  present INTEGER NOT NULL CHECK (present BETWEEN 0 AND members),
  -- Ballots only.
  issued INTEGER CHECK (issued BETWEEN 0 AND present),
  collected INTEGER CHECK (collected BETWEEN 0 AND issued),
  invalid INTEGER CHECK (invalid BETWEEN 0 AND collected),
  in_favour INTEGER NOT NULL CHECK (in_favour >= 0),
  against INTEGER NOT NULL CHECK (against >= 0),
  other INTEGER NOT NULL CHECK (other >= 0),
  -- [{name, choice}] where names were wanted.
  named TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(named)),
  CHECK ((method = 'ballots') = (issued IS NOT NULL)),
  CHECK ((method = 'ballots') = (collected IS NOT NULL)),
  CHECK ((method = 'ballots') = (invalid IS NOT NULL)),
  CHECK (in_favour + against + other <= present),
  CHECK (method = 'hands' OR in_favour + against + other + invalid = collected)
) STRICT;

CREATE INDEX vote_conference ON vote (conference_id, list_order);
CREATE INDEX vote_item ON vote (agenda_item_id);

CREATE TABLE election (
  id TEXT PRIMARY KEY,
  conference_id TEXT NOT NULL REFERENCES conference (id),
  agenda_item_id TEXT NOT NULL REFERENCES agenda_item (id),
  list_order INTEGER NOT NULL,
  -- "Bầu Phó Bí thư Đảng ủy"
  title TEXT NOT NULL CHECK (title <> ''),
  seats INTEGER NOT NULL CHECK (seats > 0),
  members INTEGER NOT NULL CHECK (members > 0),
  present INTEGER NOT NULL CHECK (present BETWEEN 0 AND members),
  issued INTEGER NOT NULL CHECK (issued BETWEEN 0 AND present),
  collected INTEGER NOT NULL CHECK (collected BETWEEN 0 AND issued),
  invalid INTEGER NOT NULL CHECK (invalid BETWEEN 0 AND collected),
  -- Who counted: the head of the tellers, and a line each for the others.
  head_teller TEXT NOT NULL,
  tellers TEXT NOT NULL
) STRICT;

CREATE INDEX election_conference ON election (conference_id, list_order);
CREATE INDEX election_item ON election (agenda_item_id);

CREATE TABLE election_candidate (
  id TEXT PRIMARY KEY,
  election_id TEXT NOT NULL REFERENCES election (id),
  list_order INTEGER NOT NULL,
  full_name TEXT NOT NULL CHECK (full_name <> ''),
  title TEXT NOT NULL,
  votes INTEGER NOT NULL CHECK (votes >= 0)
) STRICT;

CREATE INDEX election_candidate_election ON election_candidate (election_id, list_order);

-- What was marked in the minutes as a conclusion, a clause of the resolution, a task or a shortcoming. Follows from the
-- marks in the text, whose ids these are, and is written with it.
CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  conference_id TEXT NOT NULL REFERENCES conference (id),
  -- Null: in the chair's conclusion of the whole conference.
  agenda_item_id TEXT REFERENCES agenda_item (id),
  list_order INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('conclusion', 'clause', 'task', 'shortcoming')),
  text TEXT NOT NULL
) STRICT;

CREATE INDEX finding_conference ON finding (conference_id, list_order);
CREATE INDEX finding_item ON finding (agenda_item_id);

-- What a conference of that kind begins with, where the office has its own way.
CREATE TABLE conference_preset (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL UNIQUE CHECK (kind IN ('congress', 'executive_committee', 'standing_committee', 'cell')),
  agenda TEXT NOT NULL CHECK (json_valid(agenda)),
  -- A line each: what the conference file should hold.
  expected_documents TEXT NOT NULL,
  -- Who must be there, as a part of all members: at least n/d, or more than n/d.
  quorum_numerator INTEGER NOT NULL CHECK (quorum_numerator BETWEEN 1 AND quorum_denominator),
  quorum_denominator INTEGER NOT NULL CHECK (quorum_denominator BETWEEN 1 AND 100),
  quorum_is_strict INTEGER NOT NULL CHECK (quorum_is_strict IN (0, 1)),
  numbers_minutes INTEGER NOT NULL CHECK (numbers_minutes IN (0, 1))
) STRICT;

-- Gõ tắt: what an abbreviation stands for while typing.
CREATE TABLE phrase (
  id TEXT PRIMARY KEY,
  abbreviation TEXT NOT NULL UNIQUE CHECK (abbreviation <> ''),
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;

-- What was voted on stays as it was counted, whatever the roll becomes.
CREATE TRIGGER vote_frozen BEFORE UPDATE OF members, present ON vote
WHEN OLD.members <> NEW.members OR OLD.present <> NEW.present
BEGIN SELECT RAISE(ABORT, 'vote: frozen'); END;
CREATE TRIGGER election_frozen BEFORE UPDATE OF members, present ON election
WHEN OLD.members <> NEW.members OR OLD.present <> NEW.present
BEGIN SELECT RAISE(ABORT, 'vote: frozen'); END;

-- A closed conference and all that belongs to it stay as they are until it is opened again, with a reason. Here and not
-- only in the commands: undoing an older change must not get around it.
CREATE TRIGGER conference_closed_update BEFORE UPDATE ON conference
WHEN OLD.closed_at IS NOT NULL AND NEW.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER conference_closed_delete BEFORE DELETE ON conference WHEN OLD.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER attendance_closed_insert BEFORE INSERT ON attendance
WHEN (SELECT closed_at FROM conference WHERE id = NEW.conference_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER attendance_closed_update BEFORE UPDATE ON attendance
WHEN (SELECT closed_at FROM conference WHERE id = OLD.conference_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER attendance_closed_delete BEFORE DELETE ON attendance
WHEN (SELECT closed_at FROM conference WHERE id = OLD.conference_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER agenda_item_closed_insert BEFORE INSERT ON agenda_item
WHEN (SELECT closed_at FROM conference WHERE id = NEW.conference_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER agenda_item_closed_update BEFORE UPDATE ON agenda_item
WHEN (SELECT closed_at FROM conference WHERE id = OLD.conference_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER agenda_item_closed_delete BEFORE DELETE ON agenda_item
WHEN (SELECT closed_at FROM conference WHERE id = OLD.conference_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER vote_closed_insert BEFORE INSERT ON vote
WHEN (SELECT closed_at FROM conference WHERE id = NEW.conference_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER vote_closed_update BEFORE UPDATE ON vote
WHEN (SELECT closed_at FROM conference WHERE id = OLD.conference_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER vote_closed_delete BEFORE DELETE ON vote
WHEN (SELECT closed_at FROM conference WHERE id = OLD.conference_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER election_closed_insert BEFORE INSERT ON election
WHEN (SELECT closed_at FROM conference WHERE id = NEW.conference_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER election_closed_update BEFORE UPDATE ON election
WHEN (SELECT closed_at FROM conference WHERE id = OLD.conference_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER election_closed_delete BEFORE DELETE ON election
WHEN (SELECT closed_at FROM conference WHERE id = OLD.conference_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER election_candidate_closed_insert BEFORE INSERT ON election_candidate
WHEN (SELECT c.closed_at FROM conference AS c JOIN election AS e ON e.conference_id = c.id
      WHERE e.id = NEW.election_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER election_candidate_closed_update BEFORE UPDATE ON election_candidate
WHEN (SELECT c.closed_at FROM conference AS c JOIN election AS e ON e.conference_id = c.id
      WHERE e.id = OLD.election_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER election_candidate_closed_delete BEFORE DELETE ON election_candidate
WHEN (SELECT c.closed_at FROM conference AS c JOIN election AS e ON e.conference_id = c.id
      WHERE e.id = OLD.election_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER finding_closed_insert BEFORE INSERT ON finding
WHEN (SELECT closed_at FROM conference WHERE id = NEW.conference_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER finding_closed_update BEFORE UPDATE ON finding
WHEN (SELECT closed_at FROM conference WHERE id = OLD.conference_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
CREATE TRIGGER finding_closed_delete BEFORE DELETE ON finding
WHEN (SELECT closed_at FROM conference WHERE id = OLD.conference_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'conference: closed'); END;
