import { recordMigrations } from '../records/index.ts';
import {
  commandLogMigrations,
  forgottenMigration,
  heartbeatMigration,
  type Migration,
} from '../store/index.ts';

/** The merchant's own tables. Times are Unix seconds, amounts minor units of the row's currency. */
export const merchantMigrations: readonly Migration[] = [
  ...commandLogMigrations,
  {
    id: 'merchant-items-1',
    sql: `CREATE TABLE merchant_items (
      item_id TEXT NOT NULL PRIMARY KEY,
      listed BIGINT NOT NULL,
      stock BIGINT NOT NULL,
      locked BIGINT NOT NULL,
      CHECK (locked >= 0 AND locked <= stock)
    );`,
  },
  {
    id: 'merchant-intents-1',
    sql: `CREATE TABLE merchant_intents (
      agent_id TEXT NOT NULL,
      request_id TEXT NOT NULL,
      body_digest TEXT NOT NULL,
      context TEXT NOT NULL,
      received_at BIGINT NOT NULL,
      PRIMARY KEY (agent_id, request_id)
    );`,
  },
  {
    id: 'merchant-intent-calls-1',
    sql: `CREATE TABLE merchant_intent_calls (
      agent_id TEXT NOT NULL PRIMARY KEY,
      window_start BIGINT NOT NULL,
      calls BIGINT NOT NULL
    );`,
  },
  {
    id: 'merchant-intents-age-1',
    sql: `CREATE INDEX merchant_intents_age ON merchant_intents (received_at);
CREATE INDEX merchant_intent_calls_age ON merchant_intent_calls (window_start);`,
  },
  {
    id: 'merchant-orders-1',
    sql: `CREATE TABLE merchant_orders (
      out_trade_no TEXT NOT NULL PRIMARY KEY,
      agent_id TEXT NOT NULL,
      request_id TEXT NOT NULL,
      order_digest TEXT NOT NULL,
      agent_jwk TEXT NOT NULL,
      agent_jkt TEXT NOT NULL,
      quote TEXT NOT NULL,
      cart TEXT NOT NULL,
      pay_before BIGINT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('LOCKED', 'CLOSED', 'RELEASED', 'REFUND_DUE')),
      receipt_jti TEXT,
      psp_id TEXT,
      trade_no TEXT,
      trade_state TEXT,
      goods TEXT,
      released_at BIGINT,
      UNIQUE (agent_id, request_id),
      UNIQUE (psp_id, trade_no)
    );`,
  },
  {
    id: 'merchant-orders-lapse-1',
    sql: 'CREATE INDEX merchant_orders_lapse ON merchant_orders (state, pay_before);',
  },
  {
    id: 'merchant-order-lines-1',
    sql: `CREATE TABLE merchant_order_lines (
      out_trade_no TEXT NOT NULL,
      item_id TEXT NOT NULL,
      quantity BIGINT NOT NULL,
      PRIMARY KEY (out_trade_no, item_id)
    );`,
  },
  {
    id: 'merchant-outbox-1',
    sql: `CREATE TABLE merchant_outbox (
      outbox_id TEXT NOT NULL PRIMARY KEY,
      action TEXT NOT NULL CHECK (action IN ('fulfilment.confirm', 'payment.refund')),
      psp_id TEXT NOT NULL,
      trade_no TEXT NOT NULL,
      out_trade_no TEXT NOT NULL,
      params TEXT NOT NULL,
      attempts BIGINT NOT NULL,
      next_at BIGINT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('PENDING', 'DONE', 'SET_ASIDE')),
      last_code TEXT
    );`,
  },
  {
    id: 'merchant-outbox-due-1',
    sql: 'CREATE INDEX merchant_outbox_due ON merchant_outbox (state, next_at);',
  },
  {
    id: 'merchant-a402-orders-1',
    sql: `CREATE TABLE a402_orders (
      out_trade_no TEXT NOT NULL PRIMARY KEY,
      agent_id TEXT NOT NULL,
      resource_id TEXT NOT NULL,
      quote TEXT NOT NULL,
      cart TEXT NOT NULL,
      pay_before BIGINT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('OFFERED', 'DELIVERING', 'DELIVERED')),
      lease_until BIGINT NOT NULL,
      psp_id TEXT,
      trade_no TEXT,
      status BIGINT,
      headers TEXT,
      body BLOB,
      delivered_at BIGINT,
      UNIQUE (psp_id, trade_no)
    );`,
  },
  {
    id: 'merchant-a402-orders-lapse-1',
    sql: 'CREATE INDEX a402_orders_lapse ON a402_orders (state, pay_before);',
  },
  {
    id: 'merchant-a402-holder-proofs-1',
    sql: `CREATE TABLE a402_holder_proofs (
      jkt TEXT NOT NULL,
      jti TEXT NOT NULL,
      kept_until BIGINT NOT NULL,
      PRIMARY KEY (jkt, jti)
    );`,
  },
  {
    // Who has paid for a delivered response, and may ask for its records.
    id: 'merchant-a402-orders-2-holder',
    sql: 'ALTER TABLE a402_orders ADD COLUMN holder_jwk TEXT;',
  },
  {
    id: 'merchant-a402-holder-proofs-kept-1',
    sql: 'CREATE INDEX a402_holder_proofs_kept ON a402_holder_proofs (kept_until);',
  },
  heartbeatMigration,
  {
    id: 'merchant-intents-2',
    sql: `ALTER TABLE merchant_intents ADD COLUMN agent_jkt TEXT NOT NULL DEFAULT '';`,
  },
  {
    id: 'merchant-calls-1',
    sql: `DROP TABLE merchant_intent_calls;
    CREATE TABLE merchant_calls (
      caller TEXT NOT NULL,
      road TEXT NOT NULL CHECK (road IN ('intent', 'negotiation')),
      window_start BIGINT NOT NULL,
      calls BIGINT NOT NULL,
      PRIMARY KEY (caller, road)
    );
    CREATE INDEX merchant_calls_age ON merchant_calls (window_start);`,
  },
  {
    // Of entries that were there before, the time of their next try is all that is known.
    id: 'merchant-outbox-2',
    sql: `ALTER TABLE merchant_outbox ADD COLUMN created_at BIGINT NOT NULL DEFAULT 0;
    UPDATE merchant_outbox SET created_at = next_at;
    CREATE INDEX merchant_outbox_waiting ON merchant_outbox (created_at) WHERE state = 'PENDING';
    CREATE INDEX merchant_outbox_set_aside ON merchant_outbox (outbox_id) WHERE state = 'SET_ASIDE';`,
  },
  ...recordMigrations,
  {
    // The process that an order belongs to, as the buyer named it.
    id: 'merchant-orders-2-intent',
    sql: 'ALTER TABLE merchant_orders ADD COLUMN intent_id TEXT;',
  },
  {
    // What a payment service has told of a payment, before the agent has come for the goods.
    id: 'merchant-orders-3-paid',
    sql: `ALTER TABLE merchant_orders ADD COLUMN paid_at BIGINT;
    ALTER TABLE merchant_orders ADD COLUMN paid_psp TEXT;
    ALTER TABLE merchant_orders ADD COLUMN paid_trade_no TEXT;
    DROP INDEX merchant_orders_lapse;
    CREATE INDEX merchant_orders_lapse ON merchant_orders (pay_before) WHERE state = 'LOCKED' AND paid_at IS NULL;`,
  },
  {
    id: 'merchant-orders-4-paid-by',
    sql: `CREATE INDEX merchant_orders_paid_by ON merchant_orders (paid_psp, paid_trade_no)
      WHERE paid_trade_no IS NOT NULL;`,
  },
  forgottenMigration('merchant-a402-holder-proofs-2-forgotten', 'a402_holder_proofs'),
  {
    // The merchant sends the money of a payment back once, and whole.
    id: 'merchant-outbox-3-one-refund',
    sql: `CREATE UNIQUE INDEX merchant_outbox_refund ON merchant_outbox (psp_id, trade_no)
      WHERE action = 'payment.refund';`,
  },
  {
    // Until when held money waits for the delivery of what was paid.
    id: 'merchant-orders-5-held-until',
    sql: `ALTER TABLE merchant_orders ADD COLUMN held_until BIGINT;
    CREATE INDEX merchant_orders_held ON merchant_orders (held_until) WHERE state = 'LOCKED' AND held_until IS NOT NULL;`,
  },
  {
    // What was paid before that was written down; the quote says whether the money is held, and is read at the next start.
    id: 'merchant-orders-6-held-unread',
    sql: `ALTER TABLE merchant_orders ADD COLUMN held_unread BIGINT;
    UPDATE merchant_orders SET held_unread = 1 WHERE state = 'LOCKED' AND paid_at IS NOT NULL AND held_until IS NULL;
    CREATE INDEX merchant_orders_held_unread ON merchant_orders (out_trade_no) WHERE held_unread = 1;`,
  },
  {
    // Commands are looked for by payment service, so that one that does not answer holds up none of the others.
    id: 'merchant-outbox-4-by-service',
    sql: "CREATE INDEX merchant_outbox_of_service ON merchant_outbox (psp_id, next_at) WHERE state = 'PENDING';",
  },
];
