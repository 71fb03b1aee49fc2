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
];
