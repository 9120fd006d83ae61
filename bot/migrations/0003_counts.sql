-- What is asked and how clear it was, as weekly counts; no text, no person, no moment. Purpose: which answers to write or repair first. Kept a year.
-- `week` is its Monday. Nobody is shown a cell below ten (bot/feedback.ts). Two tables, so that no language can be laid over a topic.
-- outcome: of an answer (answered, choose, where, unknown, failed) or a tap below it (clear, unclear, wrong). topic: empty where there is none.
CREATE TABLE topic_counts (
  week TEXT NOT NULL,
  place TEXT NOT NULL,
  topic TEXT NOT NULL,
  outcome TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (week, place, topic, outcome)
) STRICT, WITHOUT ROWID;

CREATE TABLE language_counts (
  week TEXT NOT NULL,
  place TEXT NOT NULL,
  language TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (week, place, language)
) STRICT, WITHOUT ROWID;
