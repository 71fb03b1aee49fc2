import type { Migration } from '../../store/index.ts';

/** Account holders under their pairwise identifiers, one-time login codes (hashed) and enrolled devices. */
export const deviceMigrations: readonly Migration[] = [
  {
    id: 'devices-0001',
    sql: `CREATE TABLE account_holders (
  delegator TEXT NOT NULL PRIMARY KEY,
  created_at BIGINT NOT NULL
);
CREATE TABLE enrolment_codes (
  code_hash TEXT NOT NULL PRIMARY KEY,
  delegator TEXT NOT NULL REFERENCES account_holders (delegator),
  identity_method TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE TABLE devices (
  device_id TEXT NOT NULL PRIMARY KEY,
  delegator TEXT NOT NULL REFERENCES account_holders (delegator),
  jkt TEXT NOT NULL UNIQUE,
  jwk TEXT NOT NULL,
  enrolled_at BIGINT NOT NULL,
  removed_at BIGINT
);
`,
  },
];
