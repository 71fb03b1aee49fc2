import type { Migration } from '../../store/index.ts';

/**
 * Mandates from the request on, the status lists they are numbered in, and the events that leave for attestation.
 * The two holds are kept apart, so that neither the delegator nor risk control lifts the other's.
 */
export const iacMigrations: readonly Migration[] = [
  {
    id: 'iac-0001',
    sql: `CREATE TABLE iac_status_lists (
  number BIGINT NOT NULL PRIMARY KEY,
  allotted BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE TABLE iac_mandates (
  delegation_id TEXT NOT NULL PRIMARY KEY,
  content_digest TEXT NOT NULL,
  iac TEXT NOT NULL,
  psp_id TEXT NOT NULL,
  delegator TEXT NOT NULL,
  agent_id TEXT NOT NULL,
  agent_jkt TEXT NOT NULL,
  agent_jwk TEXT NOT NULL,
  confirmation_id TEXT NOT NULL,
  starts_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('PENDING', 'DENIED', 'ISSUED', 'REVOKED')),
  delegator_hold TEXT,
  risk_hold TEXT,
  revision BIGINT NOT NULL,
  status_list BIGINT REFERENCES iac_status_lists (number),
  status_index BIGINT,
  UNIQUE (status_list, status_index)
);
CREATE TABLE iac_outbox (
  delegation_id TEXT NOT NULL REFERENCES iac_mandates (delegation_id),
  revision BIGINT NOT NULL,
  event_type TEXT NOT NULL,
  event_time BIGINT NOT NULL,
  event_body TEXT NOT NULL,
  delivered_at BIGINT,
  PRIMARY KEY (delegation_id, revision)
);
`,
  },
  {
    id: 'iac-0002-delegation',
    sql: `ALTER TABLE iac_mandates ADD COLUMN parent_id TEXT;
CREATE INDEX iac_mandates_parent ON iac_mandates (parent_id) WHERE parent_id IS NOT NULL;`,
  },
  {
    id: 'iac-0003-outbox-waiting',
    sql: 'CREATE INDEX iac_outbox_waiting ON iac_outbox (event_time) WHERE delivered_at IS NULL;',
  },
  {
    // Events have an outbox of their own, with the records that are made of them; nothing was ever sent from this one.
    id: 'iac-0004-records',
    sql: `DROP TABLE iac_outbox;
ALTER TABLE iac_mandates ADD COLUMN expiry_recorded BIGINT NOT NULL DEFAULT 0;
CREATE INDEX iac_mandates_expiry ON iac_mandates (ends_at) WHERE state = 'ISSUED' AND expiry_recorded = 0;`,
  },
];
