-- Self-assessments of cities, by tenant (a Slack workspace, say). Purpose: the city's own work. Kept until the tenant deletes it or leaves.
-- Holds no resident's data: what a city says of its services, the user id of who said it, and reviewers who sign with name and organisation.
CREATE TABLE assessments (
  tenant TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  small INTEGER NOT NULL,
  started_at TEXT NOT NULL
) STRICT;

-- Nothing is ever updated: the entry of a commitment is its last version. `n` is the order in which things happened.
CREATE TABLE changes (
  n INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL REFERENCES assessments (tenant) ON DELETE CASCADE,
  commitment TEXT NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  entry TEXT NOT NULL,
  UNIQUE (tenant, commitment, version)
) STRICT;

CREATE TABLE remarks (
  n INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL REFERENCES assessments (tenant) ON DELETE CASCADE,
  commitment TEXT NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  name TEXT NOT NULL,
  organisation TEXT NOT NULL,
  kind TEXT NOT NULL,
  level INTEGER NOT NULL,
  comment TEXT NOT NULL,
  UNIQUE (tenant, commitment, version, name, organisation, at)
) STRICT;
