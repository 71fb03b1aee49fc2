import { recordMigrations } from '../records/index.ts';
import { heartbeatMigration, type Migration } from '../store/index.ts';

/** The agent's own tables. Times are Unix seconds; JSON stands in TEXT columns. */
export const agentMigrations: readonly Migration[] = [
  {
    id: 'agent-intents-1',
    sql: `CREATE TABLE agent_intents (
      intent_id TEXT NOT NULL PRIMARY KEY,
      isr TEXT NOT NULL,
      created_at BIGINT NOT NULL
    );`,
  },
  {
    id: 'agent-tasks-1',
    sql: `CREATE TABLE agent_tasks (
      task_id TEXT NOT NULL PRIMARY KEY,
      status TEXT NOT NULL,
      conversation TEXT NOT NULL,
      draft TEXT NOT NULL,
      intent_id TEXT,
      delegation_id TEXT,
      tool_request_id TEXT,
      last_purchase_id TEXT,
      code TEXT,
      created_at BIGINT NOT NULL
    );`,
  },
  {
    id: 'agent-mandates-1',
    sql: `CREATE TABLE agent_mandates (
      delegation_id TEXT NOT NULL PRIMARY KEY,
      iac TEXT NOT NULL,
      mandate TEXT,
      confirmation TEXT,
      enrolment TEXT,
      shown TEXT
    );`,
  },
  {
    id: 'agent-tools-1',
    sql: `CREATE TABLE agent_tools (
      tool_request_id TEXT NOT NULL PRIMARY KEY,
      delegator TEXT NOT NULL,
      limits TEXT NOT NULL,
      payment_tool_ref TEXT
    );`,
  },
  {
    id: 'agent-purchases-1',
    sql: `CREATE TABLE agent_purchases (
      task_id TEXT NOT NULL,
      purchase_id TEXT NOT NULL,
      delegation_id TEXT NOT NULL,
      state TEXT NOT NULL,
      data TEXT NOT NULL,
      paid_minor BIGINT,
      PRIMARY KEY (task_id, purchase_id)
    );
    CREATE INDEX agent_purchases_delegation ON agent_purchases (delegation_id);`,
  },
  {
    id: 'agent-tasks-2',
    sql: `ALTER TABLE agent_tasks ADD COLUMN level TEXT;`,
  },
  {
    id: 'agent-payment-requests-1',
    sql: `CREATE TABLE agent_payment_requests (
      request_id TEXT NOT NULL PRIMARY KEY,
      task_id TEXT NOT NULL,
      purchase_id TEXT NOT NULL,
      out_trade_no TEXT NOT NULL,
      digest TEXT NOT NULL,
      payment_request TEXT NOT NULL,
      created_at BIGINT NOT NULL
    );
    CREATE INDEX agent_payment_requests_order ON agent_payment_requests (task_id, purchase_id, out_trade_no);`,
  },
  {
    id: 'agent-a402-purchases-1',
    sql: `CREATE TABLE agent_a402_purchases (
      out_trade_no TEXT NOT NULL PRIMARY KEY,
      delegation_id TEXT NOT NULL,
      resource_id TEXT NOT NULL,
      quote TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('OPEN', 'PAID', 'DELIVERED', 'REFUSED')),
      sent TEXT NOT NULL,
      trade_no TEXT,
      seller_receipt TEXT,
      paid_minor BIGINT,
      created_at BIGINT NOT NULL
    );
    CREATE INDEX agent_a402_purchases_request ON agent_a402_purchases (delegation_id, resource_id, state);`,
  },
  heartbeatMigration,
  {
    id: 'agent-intent-transfers-1',
    sql: `CREATE TABLE agent_intent_transfers (
      task_id TEXT NOT NULL,
      merchant TEXT NOT NULL,
      request_id TEXT NOT NULL,
      context TEXT NOT NULL,
      PRIMARY KEY (task_id, merchant)
    );`,
  },
  {
    id: 'agent-decisions-1',
    sql: `CREATE TABLE agent_decisions (
      decision_id TEXT NOT NULL PRIMARY KEY,
      task_id TEXT NOT NULL,
      purchase_id TEXT NOT NULL,
      decided_at TEXT NOT NULL,
      record TEXT NOT NULL
    );
    CREATE INDEX agent_decisions_task ON agent_decisions (task_id, decided_at);`,
  },
  {
    id: 'agent-tasks-3-origin',
    sql: `ALTER TABLE agent_tasks ADD COLUMN origin TEXT;`,
  },
  {
    id: 'agent-runtime-1',
    sql: `ALTER TABLE agent_payment_requests ADD COLUMN runtime_proof TEXT;`,
  },
  {
    id: 'agent-a402-purchases-2-purchase-id',
    sql: `ALTER TABLE agent_a402_purchases ADD COLUMN purchase_id TEXT;
    CREATE UNIQUE INDEX agent_a402_purchases_id ON agent_a402_purchases (delegation_id, purchase_id)
      WHERE purchase_id IS NOT NULL AND (state <> 'REFUSED' OR trade_no IS NOT NULL);`,
  },
  {
    // What a third party needs to judge a purchase on access, as it was then.
    id: 'agent-a402-purchases-3-evidence',
    sql: `ALTER TABLE agent_a402_purchases ADD COLUMN evidence TEXT;
    CREATE INDEX agent_a402_purchases_trade ON agent_a402_purchases (trade_no) WHERE trade_no IS NOT NULL;`,
  },
  {
    id: 'agent-keys-1',
    sql: `ALTER TABLE agent_tasks ADD COLUMN key_jkt TEXT;
    ALTER TABLE agent_tools ADD COLUMN key_jkt TEXT;`,
  },
  ...recordMigrations,
  {
    id: 'agent-purchases-trade',
    sql: `ALTER TABLE agent_purchases ADD COLUMN trade_no TEXT;
    CREATE INDEX agent_purchases_trade ON agent_purchases (trade_no) WHERE trade_no IS NOT NULL;`,
  },
  {
    id: 'agent-assignments-1',
    sql: `ALTER TABLE agent_mandates ADD COLUMN mandate_chain TEXT;
    CREATE TABLE agent_assignments (
      delegation_id TEXT NOT NULL PRIMARY KEY,
      task_id TEXT NOT NULL,
      iac TEXT NOT NULL,
      created_at BIGINT NOT NULL
    );
    CREATE INDEX agent_assignments_task ON agent_assignments (task_id, created_at);`,
  },
  {
    // A task has an intent for each time that its constraints were confirmed; all of them go when the user says so.
    id: 'agent-intents-2-task',
    sql: `ALTER TABLE agent_intents ADD COLUMN task_id TEXT;
    UPDATE agent_intents SET task_id =
      (SELECT task_id FROM agent_tasks WHERE agent_tasks.intent_id = agent_intents.intent_id);
    CREATE INDEX agent_intents_task ON agent_intents (task_id);`,
  },
  {
    id: 'agent-a402-purchases-4-retries',
    sql: 'ALTER TABLE agent_a402_purchases ADD COLUMN retries BIGINT NOT NULL DEFAULT 0;',
  },
  {
    // The seller that was shown a payment and did not deliver, and when it first did not.
    id: 'agent-a402-purchases-5-owed',
    sql: `ALTER TABLE agent_a402_purchases ADD COLUMN owed_by TEXT;
    ALTER TABLE agent_a402_purchases ADD COLUMN owed_since BIGINT;
    CREATE INDEX agent_a402_purchases_owed ON agent_a402_purchases (delegation_id, owed_by)
      WHERE owed_by IS NOT NULL;`,
  },
];
