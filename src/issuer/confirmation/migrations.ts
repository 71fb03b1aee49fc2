import type { Migration } from '../../store/index.ts';

/** What delegators are asked, and what they answered: the evidence is kept with the question. */
export const confirmationMigrations: readonly Migration[] = [
  {
    id: 'confirmation-0001',
    sql: `CREATE TABLE confirmations (
  confirmation_id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  delegator TEXT NOT NULL,
  shown TEXT NOT NULL,
  subject_digest TEXT NOT NULL,
  agent_jkt TEXT NOT NULL,
  agent_jwk TEXT NOT NULL,
  challenge TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('PENDING', 'APPROVED', 'DENIED')),
  device_id TEXT,
  evidence TEXT,
  evidence_jti TEXT,
  decided_at BIGINT,
  UNIQUE (kind, subject_id),
  UNIQUE (device_id, evidence_jti)
);
CREATE INDEX confirmations_inbox ON confirmations (delegator, state, expires_at);
`,
  },
  {
    // Hashes only. A code that was used or replaced has run out.
    id: 'confirmation-0002-factors',
    sql: `CREATE TABLE confirmation_codes (
  code_id TEXT NOT NULL PRIMARY KEY,
  confirmation_id TEXT NOT NULL REFERENCES confirmations (confirmation_id),
  method TEXT NOT NULL CHECK (method IN ('OTP', 'QR')),
  code_hash TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  tries BIGINT NOT NULL
);
CREATE INDEX confirmation_codes_of ON confirmation_codes (confirmation_id);
CREATE TABLE payment_passwords (
  delegator TEXT NOT NULL PRIMARY KEY,
  salt TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  tries BIGINT NOT NULL,
  set_at BIGINT NOT NULL
);
`,
  },
  {
    // Wrong tries at codes that were sent, over all confirmations of a delegator.
    id: 'confirmation-0003-code-tries',
    sql: `CREATE TABLE confirmation_code_tries (
  delegator TEXT NOT NULL PRIMARY KEY,
  tries BIGINT NOT NULL,
  since BIGINT NOT NULL
);
`,
  },
];
