-- The manifest of a batch, version 1 (PRAGMA user_version): what became of each input.
--
-- OUT/.trichyeu/manifest.sqlite, of a shard OUT/.trichyeu/shard-3-of-16.sqlite. Journal mode WAL;
-- one process writes, others may read meanwhile. It holds names, hashes and figures, nothing of
-- what the documents say. Names are the file system's bytes and need not be UTF-8. Times are UTC,
-- ISO 8601. A version that only adds columns keeps the number; a reader refuses a higher one.

-- What makes outputs what they are: an input is done again when one of these has changed.
CREATE TABLE producers (
  id INTEGER PRIMARY KEY,
  program TEXT NOT NULL,  -- "0.1.0"
  grammar TEXT NOT NULL,  -- "sha256:…" of all rule files and word lists
  ocr TEXT NOT NULL,      -- Tesseract's version, and "sha256:…" of its language data
  options TEXT NOT NULL,  -- those that change outputs, as on the command line
  UNIQUE (program, grammar, ocr, options)
) STRICT;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  ended TEXT,   -- NULL while it runs, and where it was killed
  outcome TEXT  -- finished, interrupted, or the code of the error that stopped it
) STRICT;

CREATE TABLE inputs (
  target TEXT PRIMARY KEY,     -- its place below OUT, before an output's suffix: "2023/83.doc"
  path TEXT NOT NULL,          -- as it was opened last
  in_folder INTEGER NOT NULL,  -- 1: found in a folder, 0: named
  run INTEGER NOT NULL,        -- the last run that was asked for it
  state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'partial', 'failed', 'skipped')),
  size INTEGER NOT NULL,       -- bytes
  modified_ns INTEGER NOT NULL,  -- since 1970, as the file system tells them: content is read again
  changed_ns INTEGER NOT NULL,   -- when one of the three differs
  sha256 TEXT,                 -- of the content; NULL where it was not read
  producer INTEGER,            -- of the outputs; NULL while waiting for the first time
  error_code TEXT,             -- of failed and skipped: "encrypted"
  error_text TEXT,             -- the same in words, with what to do
  pages INTEGER,               -- 0 for sources without pages
  failed_pages INTEGER,        -- more than 0: partial
  seconds REAL,                -- of work; 0 for a copy of a content that another input had
  peak_memory_bytes INTEGER,   -- of the process that needed most
  finished TEXT                -- when its state was told last
) STRICT, WITHOUT ROWID;

CREATE INDEX inputs_by_state_and_size ON inputs (state, size, sha256);

CREATE TABLE outputs (
  target TEXT NOT NULL,  -- the input's
  suffix TEXT NOT NULL,  -- ".xml", "-2.xml": the file is OUT/target + suffix
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (target, suffix)
) STRICT, WITHOUT ROWID;
