import type { Migration } from '../store/index.ts';

/**
 * What a role keeps of its own events. `record_outbox`: written with the business change, gone once the record is
 * made. `records`: signed, for good; the engine refuses to change or delete them. `record_anchors`: how far each one
 * has come on its way into the log.
 */
export const recordMigrations: readonly Migration[] = [
  {
    id: 'records-0001',
    sql: `CREATE TABLE record_outbox (
  event_key TEXT NOT NULL PRIMARY KEY,
  event TEXT NOT NULL,
  written_at BIGINT NOT NULL
);
CREATE INDEX record_outbox_age ON record_outbox (written_at);
CREATE TABLE records (
  record_id TEXT NOT NULL PRIMARY KEY,
  event_type TEXT NOT NULL,
  event_time TEXT NOT NULL,
  intent_id TEXT NOT NULL,
  order_no TEXT,
  trade_no TEXT,
  record TEXT NOT NULL
);
CREATE INDEX records_intent ON records (intent_id, event_time);
CREATE INDEX records_trade ON records (trade_no) WHERE trade_no IS NOT NULL;
CREATE TABLE record_anchors (
  record_id TEXT NOT NULL PRIMARY KEY REFERENCES records (record_id),
  state TEXT NOT NULL CHECK (state IN ('PENDING', 'ANCHORED')),
  attempts BIGINT NOT NULL,
  since BIGINT NOT NULL,
  next_at BIGINT NOT NULL,
  position TEXT,
  last_code TEXT
);
CREATE INDEX record_anchors_due ON record_anchors (next_at) WHERE state = 'PENDING';
CREATE INDEX record_anchors_age ON record_anchors (since) WHERE state = 'PENDING';
`,
    appendOnly: ['records'],
  },
  {
    // Which mandate a record is about, and where its order is looked up.
    id: 'records-0002-lookup',
    sql: `ALTER TABLE records ADD COLUMN delegation_id TEXT;
CREATE INDEX records_order ON records (order_no) WHERE order_no IS NOT NULL;
CREATE INDEX records_delegation ON records (delegation_id) WHERE delegation_id IS NOT NULL;
`,
  },
];
