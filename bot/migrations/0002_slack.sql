-- What the Slack channel has to remember. Purposes and lifetimes:
-- seen: an event is answered once; a day.
CREATE TABLE slack_seen (
  id TEXT PRIMARY KEY,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX slack_seen_until ON slack_seen (until);

-- settings: the language and city a person chose, under a keyed hash of the user; until 90 days without a change, or the app leaves the workspace.
CREATE TABLE slack_settings (
  team TEXT NOT NULL,
  person TEXT NOT NULL,
  locale TEXT NOT NULL,
  place TEXT NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (team, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX slack_settings_until ON slack_settings (until);

-- installations: the bot token of a workspace, encrypted; until the app is removed.
CREATE TABLE slack_installations (
  team TEXT PRIMARY KEY,
  token TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- states: an installation that was begun; ten minutes, and once.
CREATE TABLE slack_states (
  state TEXT PRIMARY KEY,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
