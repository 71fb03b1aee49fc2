import type { Migration } from '../../store/index.ts';

/**
 * The log. Nothing in it is ever changed or taken out: what is stored is what the tree hashes, the anchors behind it, and
 * each root that was ever committed to.
 *
 * log_entries: the 32 bytes of each leaf. log_nodes: level 1 holds what each whole tile of leaves hashes to, level 2
 * what each whole tile of those hashes to, and so on. log_tiles: each whole tile with all hashes within it, for proofs.
 * log_identity: one row, with the name of the log that this database keeps.
 */
export const logMigrations: readonly Migration[] = [
  {
    id: 'trust-log-1',
    sql: `CREATE TABLE log_entries (
      idx BIGINT NOT NULL PRIMARY KEY,
      entry BLOB NOT NULL
    );
CREATE TABLE log_nodes (
      level BIGINT NOT NULL,
      idx BIGINT NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (level, idx)
    );
CREATE TABLE log_checkpoints (
      size BIGINT NOT NULL PRIMARY KEY,
      root BLOB NOT NULL,
      committed_at BIGINT NOT NULL
    );
CREATE TABLE log_anchors (
      record_id TEXT NOT NULL PRIMARY KEY,
      idx BIGINT NOT NULL UNIQUE,
      privacy_channel TEXT NOT NULL,
      anchor TEXT NOT NULL,
      agent_attestation TEXT
    );
CREATE INDEX log_anchors_channel ON log_anchors (privacy_channel, idx);`,
    appendOnly: ['log_entries', 'log_nodes', 'log_checkpoints', 'log_anchors'],
  },
  {
    id: 'trust-log-2',
    sql: `CREATE TABLE log_tiles (
      level BIGINT NOT NULL,
      idx BIGINT NOT NULL,
      nodes BLOB NOT NULL,
      PRIMARY KEY (level, idx)
    );`,
    appendOnly: ['log_tiles'],
  },
  {
    id: 'trust-log-3',
    sql: `CREATE TABLE log_identity (
      one BIGINT NOT NULL PRIMARY KEY,
      origin TEXT NOT NULL
    );`,
    appendOnly: ['log_identity'],
  },
];
