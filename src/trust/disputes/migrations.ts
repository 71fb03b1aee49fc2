import type { Migration } from '../../store/index.ts';

/** Disputes, what was submitted, and what was found. Nothing is changed afterwards. Times are Unix seconds. */
export const disputeMigrations: readonly Migration[] = [
  {
    id: 'trust-disputes-1',
    sql: `CREATE TABLE disputes (
      dispute_id TEXT NOT NULL PRIMARY KEY,
      record_id TEXT NOT NULL,
      type TEXT NOT NULL,
      privacy_channel TEXT NOT NULL,
      description TEXT NOT NULL,
      intent_id TEXT NOT NULL,
      delegation_id TEXT,
      order_no TEXT,
      trade_no TEXT,
      filed_at BIGINT NOT NULL,
      evidence_until BIGINT NOT NULL,
      UNIQUE (record_id, type)
    );
CREATE TABLE dispute_evidence (
      dispute_id TEXT NOT NULL,
      digest TEXT NOT NULL,
      bundle TEXT NOT NULL,
      submitted_at BIGINT NOT NULL,
      PRIMARY KEY (dispute_id, digest)
    );
CREATE TABLE dispute_findings (
      dispute_id TEXT NOT NULL PRIMARY KEY,
      outcome TEXT NOT NULL,
      decided_at BIGINT NOT NULL
    );`,
    appendOnly: ['disputes', 'dispute_evidence', 'dispute_findings'],
  },
];
