-- The register, version 1: what the outputs of an archive cite and order.
--
-- `PRAGMA user_version` is the version, `PRAGMA application_id` (0x74796275, "tybu") tells a register
-- from other SQLite files. A later version adds schema-2.sql with the statements that lead there; an
-- older register is brought up by them inside the run's one transaction. No column is ever renamed.
--
-- NULL is "not said". Texts are UTF-8 NFC as printed; a column `…_key` is folded for comparison
-- (small letters, no tone or vowel marks, đ is d) and never shown. Dates are ISO 8601, as precise as
-- the text. Places count Unicode code points of the document's text, half open; pages count from 1.

-- One output file. A file that vanished, or can no longer be read, takes its rows with it.
CREATE TABLE documents (
  id                 INTEGER PRIMARY KEY,
  path               TEXT NOT NULL UNIQUE,   -- of the output, absolute
  name               TEXT NOT NULL,          -- the same, under the folder that was indexed
  output_sha256      TEXT NOT NULL,
  output_bytes       INTEGER NOT NULL,
  output_modified_ns INTEGER NOT NULL,       -- since 1970; 0: look at the bytes again next time
  source_file        TEXT NOT NULL,
  source_sha256      TEXT NOT NULL,
  status             TEXT NOT NULL,          -- complete, partial
  pages              INTEGER NOT NULL,       -- 0 for sources without pages
  recognised_pages   INTEGER NOT NULL,       -- of them read by OCR
  type               TEXT,                   -- "Kế hoạch"
  number             TEXT,
  number_key         TEXT,
  date               TEXT,
  issuer             TEXT,
  issuer_parent      TEXT,
  place              TEXT,                   -- "Hà Nội" of "Hà Nội, ngày …"
  place_key          TEXT,
  title              TEXT,
  period_start       TEXT,
  period_end         TEXT,
  work_id            INTEGER                 -- what citations of this very document lead to
);
CREATE INDEX documents_by_work ON documents (work_id) WHERE work_id IS NOT NULL;
CREATE INDEX documents_by_number ON documents (number_key) WHERE number_key IS NOT NULL;

-- A cited document, or one of the archive. Mentions with one key are of one work. A key holds no
-- guess: "?" is what no mention says, and works of an unknown province are kept apart by the place of
-- the issuer, or of those who cite it ("…|vinh-son"): tools/register/work_name.h.
CREATE TABLE works (
  id         INTEGER PRIMARY KEY,
  key        TEXT NOT NULL UNIQUE,  -- "admin:ke-hoach:ubnd@hai-phong:2022-09-29:232"
  series     TEXT NOT NULL,         -- the same with the year for the date: a number is given out once in it
  resolved   INTEGER NOT NULL,      -- 1 where number, date, type and issuer are known
  kind       TEXT NOT NULL,         -- type as in the key: "ke-hoach"
  issuer_key TEXT NOT NULL,         -- "ubnd@hai-phong"
  year       INTEGER,
  number_key TEXT,                  -- "232/kh-ubnd", without leading zeros; NULL where cited by name
  -- Of all mentions: what most of them print, and how many there are.
  type       TEXT,
  number     TEXT,
  date       TEXT,
  issuer     TEXT,
  dates      INTEGER NOT NULL DEFAULT 0,     -- how many different whole dates they give it
  types      INTEGER NOT NULL DEFAULT 0,     -- how many different types
  names      INTEGER NOT NULL DEFAULT 0,     -- how many different names, where cited by name
  mentions   INTEGER NOT NULL DEFAULT 0,
  documents  INTEGER NOT NULL DEFAULT 0      -- how many cite it
);
CREATE INDEX works_by_documents ON works (documents, mentions);
CREATE INDEX works_by_number ON works (number_key) WHERE number_key IS NOT NULL;
-- One number with two dates, one number and date with two issuers.
CREATE INDEX works_in_series ON works (series, date) WHERE resolved = 1 AND mentions > 0;
CREATE INDEX works_of_day ON works (number_key, date, issuer_key)
  WHERE number_key IS NOT NULL AND date IS NOT NULL AND resolved = 1 AND mentions > 0;

-- The wordings in which a work is cited, each once, without the article or clause that is meant.
CREATE TABLE forms (
  id       INTEGER PRIMARY KEY,
  work_id  INTEGER NOT NULL,
  text     TEXT NOT NULL,         -- "Kế hoạch số 232/KH-UBND ngày 29/9/2022"
  named    INTEGER NOT NULL,      -- 1 where it is cited by name
  type     TEXT NOT NULL,         -- empty where it prints none
  number   TEXT,                  -- as printed, look-alikes mended
  mentions INTEGER NOT NULL DEFAULT 0,
  UNIQUE (work_id, text, type)
);

-- What mentions say that a work is about ("về quản lý bến bãi"), each wording once.
CREATE TABLE subjects (
  id       INTEGER PRIMARY KEY,
  work_id  INTEGER NOT NULL,
  text     TEXT NOT NULL,
  mentions INTEGER NOT NULL DEFAULT 0,
  UNIQUE (work_id, text)
);

-- What can be quoted and searched: titles, blocks that cite or are in doubt, contents of tasks.
CREATE TABLE passages (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL,
  kind        TEXT NOT NULL,      -- title, block, task
  block       TEXT NOT NULL,      -- id of the block of the XML where it begins
  page        INTEGER NOT NULL,   -- 0 for sources without pages
  from_point  INTEGER NOT NULL,   -- where it begins in the document's text
  text        TEXT NOT NULL,
  folded      TEXT NOT NULL       -- what is searched
);
CREATE INDEX passages_by_document ON passages (document_id);
-- SQLite's own folding leaves đ alone, so the folded column is ours.
CREATE VIRTUAL TABLE search USING fts5 (
  folded, content = 'passages', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 0");

-- One mention of a work.
CREATE TABLE citations (
  id              INTEGER PRIMARY KEY,
  document_id     INTEGER NOT NULL,
  sequence        INTEGER NOT NULL,   -- 3 for "c3" of the XML
  work_id         INTEGER NOT NULL,
  form_id         INTEGER NOT NULL,
  subject_id      INTEGER,            -- NULL where the mention says none
  passage_id      INTEGER NOT NULL,
  role            TEXT NOT NULL,
  date            TEXT,               -- as this mention says, or NULL
  issuer          TEXT,
  resolved_date   TEXT,               -- as another mention of the same document says
  resolved_issuer TEXT,
  locator         TEXT,               -- "khoản 2 Điều 5"
  page            INTEGER NOT NULL,
  from_point      INTEGER NOT NULL,
  to_point        INTEGER NOT NULL,
  confidence      REAL NOT NULL,
  rule            TEXT NOT NULL
);
CREATE INDEX citations_by_work ON citations (work_id, document_id, role);
CREATE INDEX citations_by_document ON citations (document_id);

-- "A amends, replaces or repeals B", as a document of the archive says it. Who does so is the document
-- itself, or a work that it cites right before.
CREATE TABLE relations (
  id             INTEGER PRIMARY KEY,
  citation_id    INTEGER NOT NULL,
  document_id    INTEGER NOT NULL,   -- where it is said
  role           TEXT NOT NULL,      -- amends, replaces, repeals, corrects
  acting_work_id INTEGER,            -- NULL: the document itself, and it has no work of its own
  work_id        INTEGER NOT NULL,   -- what is amended …
  partly         INTEGER NOT NULL    -- 1 where an article or clause is named
);
CREATE INDEX relations_by_work ON relations (work_id);
CREATE INDEX relations_by_document ON relations (document_id);

-- A body that leads or coordinates. Bodies of one name in two places are two.
CREATE TABLE units (
  id        INTEGER PRIMARY KEY,
  name_key  TEXT NOT NULL,
  place_key TEXT NOT NULL,           -- empty for the bodies of the whole country
  name      TEXT NOT NULL,
  place     TEXT NOT NULL,
  leads       INTEGER NOT NULL DEFAULT 0,  -- in how many tasks that hold it leads
  coordinates INTEGER NOT NULL DEFAULT 0,
  UNIQUE (name_key, place_key)
);
CREATE INDEX units_by_leads ON units (leads, coordinates);

CREATE TABLE tasks (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL,
  sequence    INTEGER NOT NULL,      -- 5 for "t5" of the XML
  path        TEXT NOT NULL,         -- "II.1.a"
  passage_id  INTEGER NOT NULL,      -- the content
  content_key INTEGER,               -- equal for equal work, whatever letter case, marks and punctuation;
                                     -- NULL for a text so short that two are equal by chance
  page        INTEGER NOT NULL,
  leads       INTEGER NOT NULL,      -- how many units lead
  deadlines   INTEGER NOT NULL       -- how many deadlines it has
);
CREATE INDEX tasks_by_document ON tasks (document_id);
CREATE INDEX tasks_by_content ON tasks (content_key, document_id) WHERE content_key IS NOT NULL;
CREATE INDEX tasks_without_lead ON tasks (id) WHERE leads = 0;
CREATE INDEX tasks_without_deadline ON tasks (id) WHERE deadlines = 0;

CREATE TABLE task_units (
  task_id INTEGER NOT NULL,
  unit_id INTEGER NOT NULL,
  role    TEXT NOT NULL,             -- lead, coordinating
  text    TEXT                       -- as printed, where it is not the unit's name
);
CREATE INDEX task_units_by_task ON task_units (task_id);
CREATE INDEX task_units_by_unit ON task_units (unit_id, role);

CREATE TABLE deadlines (
  id           INTEGER PRIMARY KEY,
  task_id      INTEGER NOT NULL,
  kind         TEXT NOT NULL,        -- as in the XML: due, interval, recurring …
  start_date   TEXT,
  end_date     TEXT,
  late_from    TEXT,                 -- the first day on which it has passed; NULL where it never does
  recurrence   TEXT,                 -- RFC 5545 RRULE
  duration     TEXT,                 -- ISO 8601
  approximate  INTEGER NOT NULL,
  assumption   TEXT,
  text         TEXT NOT NULL
);
CREATE INDEX deadlines_by_task ON deadlines (task_id);
CREATE INDEX deadlines_by_day ON deadlines (late_from) WHERE late_from IS NOT NULL;
CREATE INDEX deadlines_by_month ON deadlines (substr(end_date, 1, 7)) WHERE end_date IS NOT NULL;

-- What the outputs doubt. Codes and wordings: models/diagnostics.tsv.
CREATE TABLE diagnostics (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL,
  code        TEXT NOT NULL,
  arguments   TEXT NOT NULL,         -- JSON array
  page        INTEGER NOT NULL,
  passage_id  INTEGER                -- NULL where it has no place in the text
);
CREATE INDEX diagnostics_by_code ON diagnostics (code);
CREATE INDEX diagnostics_by_document ON diagnostics (document_id);

-- Values that do not read as printed, because a rule mended what was read.
CREATE TABLE repairs (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL,
  passage_id  INTEGER NOT NULL,
  page        INTEGER NOT NULL,
  recognised  INTEGER NOT NULL,      -- 1 where the page was read by OCR
  rule        TEXT NOT NULL,
  text        TEXT NOT NULL,         -- the value
  repair      TEXT NOT NULL          -- what was read, and why it was changed
);
CREATE INDEX repairs_by_document ON repairs (document_id);

-- How many findings of a kind there are, for those kinds that depend on no day and no status file:
-- counting them takes longer than a reader wants to wait. Written anew by every run that changes rows.
CREATE TABLE finding_counts (
  finding TEXT PRIMARY KEY,          -- "conflict", as --fail-on names it
  count   INTEGER NOT NULL
);

-- Names over time, as tools/register/successions.tsv has them; written anew by every run.
CREATE TABLE successions (
  kind          TEXT NOT NULL,       -- province, unit, level
  name          TEXT NOT NULL,
  name_key      TEXT NOT NULL,
  until         TEXT NOT NULL,       -- the first day on which the name no longer holds
  successor     TEXT NOT NULL,       -- empty where nothing took its place as a whole
  successor_key TEXT NOT NULL
);
CREATE INDEX successions_by_name ON successions (name_key);

-- Whether a document of the archive still holds: the strongest thing that a document says of it.
CREATE VIEW standings AS
SELECT documents.id AS document_id,
       relations.id AS relation_id,
       CASE WHEN relations.partly = 1 OR relations.role IN ('amends', 'corrects') THEN 'amended'
            WHEN relations.role = 'repeals' THEN 'repealed'
            ELSE 'replaced' END AS standing,
       sayers.id AS said_by
FROM relations
JOIN documents ON documents.work_id = relations.work_id
JOIN documents AS sayers ON sayers.id = relations.document_id
WHERE sayers.id <> documents.id
  AND (sayers.date IS NULL OR documents.date IS NULL OR sayers.date >= documents.date);
