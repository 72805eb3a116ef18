-- Runs on SQLite and on PostgreSQL. Times are milliseconds since 1970.

-- What moderators did; entries are only added, each with a hash over itself and the one before.
CREATE TABLE audit (
  number BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  platform TEXT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  result TEXT NOT NULL,
  edition_before BIGINT NOT NULL,
  edition_after BIGINT NOT NULL,
  hash TEXT NOT NULL
);

-- How often a passage was shown and what askers said of it; not a word on who asked.
CREATE TABLE feedback (
  passage TEXT NOT NULL,
  edition BIGINT NOT NULL,
  answered BIGINT NOT NULL,
  helped BIGINT NOT NULL,
  missed BIGINT NOT NULL,
  PRIMARY KEY (passage, edition)
);

-- Questions that their askers chose to share, redacted, for 30 days; not a word on who asked.
CREATE TABLE gap (
  code TEXT PRIMARY KEY,
  shared_at BIGINT NOT NULL,
  question TEXT NOT NULL
);

CREATE INDEX gap_by_time ON gap (shared_at);

-- Which updates of a platform were handed over, and what became of them.
CREATE TABLE update_note (
  ledger TEXT NOT NULL,
  id BIGINT NOT NULL,
  noted_at BIGINT NOT NULL,
  process TEXT NOT NULL,
  state TEXT NOT NULL,
  sealed BYTEA,
  PRIMARY KEY (ledger, id)
);

CREATE INDEX update_note_by_state ON update_note (ledger, state);

-- The processes that share this database, and when each was last alive.
CREATE TABLE process (
  id TEXT PRIMARY KEY,
  seen_at BIGINT NOT NULL
);

-- What one process tells the others of its knowledge.
CREATE TABLE notice (
  number BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  process TEXT NOT NULL,
  hash TEXT NOT NULL
);

-- Written to find out whether the database takes writes.
CREATE TABLE probe (
  id BIGINT PRIMARY KEY,
  at BIGINT NOT NULL
);
