import { recordMigrations } from '../../records/index.ts';
import type { Migration } from '../../store/index.ts';

/** Amounts are minor units, times are Unix seconds, JSON is text. */
export const pspMigrations: readonly Migration[] = [
  {
    id: 'psp-0001-ledger',
    sql: `
CREATE TABLE accounts (
  account_id TEXT NOT NULL PRIMARY KEY,
  owner TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('user', 'merchant', 'system')),
  currency TEXT NOT NULL,
  balance_minor BIGINT NOT NULL,
  opened_at BIGINT NOT NULL,
  CHECK (kind = 'system' OR balance_minor >= 0)
);
CREATE INDEX accounts_owner ON accounts (owner, currency);
CREATE TABLE transfers (
  transfer_id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('funding', 'payment', 'refund', 'correction')),
  reference TEXT NOT NULL,
  posted_at BIGINT NOT NULL
);
CREATE TABLE entries (
  transfer_id TEXT NOT NULL REFERENCES transfers (transfer_id),
  line BIGINT NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (account_id),
  direction TEXT NOT NULL CHECK (direction IN ('debit', 'credit')),
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  currency TEXT NOT NULL,
  PRIMARY KEY (transfer_id, line)
);
CREATE INDEX entries_account ON entries (account_id);
`,
    appendOnly: ['transfers', 'entries'],
  },
  {
    id: 'psp-0002-tools',
    sql: `
CREATE TABLE agents (
  agent_id TEXT NOT NULL,
  jkt TEXT NOT NULL,
  jwk TEXT NOT NULL,
  registered_at BIGINT NOT NULL,
  PRIMARY KEY (agent_id, jkt)
);
CREATE TABLE tool_requests (
  tool_request_id TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('PENDING', 'APPROVED', 'DENIED')),
  account_id TEXT NOT NULL REFERENCES accounts (account_id),
  delegator TEXT NOT NULL,
  agent_id TEXT NOT NULL,
  agent_jkt TEXT NOT NULL,
  agent_jwk TEXT NOT NULL,
  currency TEXT NOT NULL,
  max_amount_minor BIGINT NOT NULL,
  valid_until BIGINT NOT NULL,
  merchants TEXT,
  requested_at BIGINT NOT NULL
);
CREATE TABLE tools (
  payment_tool_ref TEXT NOT NULL PRIMARY KEY,
  tool_request_id TEXT NOT NULL UNIQUE REFERENCES tool_requests (tool_request_id),
  state TEXT NOT NULL CHECK (state IN ('ACTIVE', 'REVOKED')),
  account_id TEXT NOT NULL REFERENCES accounts (account_id),
  delegator TEXT NOT NULL,
  agent_id TEXT NOT NULL,
  agent_jkt TEXT NOT NULL,
  currency TEXT NOT NULL,
  max_amount_minor BIGINT NOT NULL,
  valid_until BIGINT NOT NULL,
  merchants TEXT,
  uses BIGINT NOT NULL,
  bound_at BIGINT NOT NULL
);
`,
  },
  {
    id: 'psp-0003-payments',
    sql: `
CREATE TABLE usage (
  issuer TEXT NOT NULL,
  delegation_id TEXT NOT NULL,
  currency TEXT NOT NULL,
  cap_minor BIGINT NOT NULL,
  spent_minor BIGINT NOT NULL CHECK (spent_minor >= 0),
  held_minor BIGINT NOT NULL CHECK (held_minor >= 0),
  times_limit BIGINT,
  times_used BIGINT NOT NULL,
  PRIMARY KEY (issuer, delegation_id),
  CHECK (spent_minor + held_minor <= cap_minor),
  CHECK (times_limit IS NULL OR times_used <= times_limit)
);
CREATE TABLE requests (
  agent_id TEXT NOT NULL,
  request_id TEXT NOT NULL,
  digest TEXT NOT NULL,
  trade_no TEXT NOT NULL,
  kept_until BIGINT NOT NULL,
  PRIMARY KEY (agent_id, request_id)
);
CREATE INDEX requests_kept_until ON requests (kept_until);
CREATE TABLE payments (
  trade_no TEXT NOT NULL PRIMARY KEY,
  merchant TEXT NOT NULL,
  out_trade_no TEXT NOT NULL,
  agent_id TEXT NOT NULL,
  request_id TEXT NOT NULL,
  request_digest TEXT NOT NULL,
  issuer TEXT NOT NULL,
  delegation_id TEXT NOT NULL,
  mandate_digest TEXT NOT NULL,
  quote_digest TEXT NOT NULL,
  payment_tool_ref TEXT NOT NULL REFERENCES tools (payment_tool_ref),
  payer_account TEXT NOT NULL REFERENCES accounts (account_id),
  payee_account TEXT NOT NULL REFERENCES accounts (account_id),
  currency TEXT NOT NULL,
  amount_minor BIGINT NOT NULL,
  captured_minor BIGINT NOT NULL,
  refunded_minor BIGINT NOT NULL,
  state TEXT NOT NULL,
  state_since BIGINT NOT NULL,
  paid_at BIGINT NOT NULL,
  authorization_salt TEXT NOT NULL,
  UNIQUE (merchant, out_trade_no),
  UNIQUE (agent_id, request_id),
  CHECK (refunded_minor >= 0 AND refunded_minor <= captured_minor),
  CHECK (captured_minor <= amount_minor)
);
CREATE INDEX payments_agent_order ON payments (agent_id, out_trade_no);
CREATE INDEX payments_state ON payments (state, state_since);
CREATE TABLE receipts (
  trade_no TEXT NOT NULL REFERENCES payments (trade_no),
  audience TEXT NOT NULL CHECK (audience IN ('agent', 'seller')),
  claims TEXT NOT NULL,
  jws TEXT,
  PRIMARY KEY (trade_no, audience)
);
CREATE INDEX receipts_unsigned ON receipts (trade_no) WHERE jws IS NULL;
CREATE TABLE refunds (
  merchant TEXT NOT NULL,
  refund_id TEXT NOT NULL,
  trade_no TEXT NOT NULL REFERENCES payments (trade_no),
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  refunded_at BIGINT NOT NULL,
  PRIMARY KEY (merchant, refund_id)
);
CREATE TABLE outbox (
  event_id TEXT NOT NULL PRIMARY KEY,
  event_type TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  delivered_at BIGINT
);
CREATE INDEX outbox_waiting ON outbox (created_at) WHERE delivered_at IS NULL;
`,
    appendOnly: ['refunds'],
  },
  {
    // A payment at act:L1 has a confirmation and no mandate: issuer, delegation_id and mandate_digest are empty there.
    id: 'psp-0004-instant',
    sql: `
ALTER TABLE payments ADD COLUMN confirmation_digest TEXT;
CREATE TABLE instant_payments (
  payment_id TEXT NOT NULL PRIMARY KEY,
  confirmation_id TEXT NOT NULL UNIQUE,
  agent_id TEXT NOT NULL,
  request_id TEXT NOT NULL,
  request_digest TEXT NOT NULL,
  payment_request TEXT NOT NULL,
  quote TEXT NOT NULL,
  quote_digest TEXT NOT NULL,
  merchant TEXT NOT NULL,
  out_trade_no TEXT NOT NULL,
  payer_account TEXT NOT NULL REFERENCES accounts (account_id),
  state TEXT NOT NULL CHECK (state IN ('WAIT_BUYER_PAY', 'PAID', 'TRADE_CLOSED')),
  code TEXT,
  requirement TEXT,
  confirmation_method TEXT,
  confirmed_at BIGINT,
  opened_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  UNIQUE (agent_id, request_id)
);
CREATE INDEX instant_payments_order ON instant_payments (merchant, out_trade_no, state);
`,
  },
  {
    id: 'psp-0005-sub-accounts',
    sql: `
CREATE TABLE sub_accounts (
  sub_account_id TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('PENDING', 'DENIED', 'ACTIVE', 'FROZEN', 'CLOSED')),
  account_id TEXT NOT NULL UNIQUE,
  source_account TEXT NOT NULL REFERENCES accounts (account_id),
  delegator TEXT NOT NULL,
  agent_id TEXT NOT NULL,
  currency TEXT NOT NULL,
  key_jkt TEXT NOT NULL,
  key_jwk TEXT NOT NULL,
  state_since BIGINT NOT NULL
);
CREATE TABLE sub_account_keys (
  key_jkt TEXT NOT NULL PRIMARY KEY,
  sub_account_id TEXT NOT NULL,
  taken_at BIGINT NOT NULL
);
`,
    appendOnly: ['sub_account_keys'],
  },
  {
    id: 'psp-0006-confirmation-channel',
    sql: `ALTER TABLE instant_payments ADD COLUMN confirmation_channel TEXT;
`,
  },
  {
    // An AI card: the user confirms every order. And at act:L1 the proof of a sub-account, to be judged again.
    id: 'psp-0007-cards',
    sql: `ALTER TABLE tool_requests ADD COLUMN confirm_each BIGINT NOT NULL DEFAULT 0;
ALTER TABLE tools ADD COLUMN confirm_each BIGINT NOT NULL DEFAULT 0;
ALTER TABLE instant_payments ADD COLUMN sub_account_proof TEXT;
`,
  },
  {
    // How a trade is settled; held money goes back when nothing was delivered by fulfil_before.
    id: 'psp-0008-settlement',
    sql: `ALTER TABLE payments ADD COLUMN settlement TEXT NOT NULL DEFAULT 'DIRECT';
ALTER TABLE payments ADD COLUMN fulfil_before BIGINT;
CREATE INDEX payments_fulfil_before ON payments (fulfil_before) WHERE fulfil_before IS NOT NULL;
`,
  },
  {
    // Events have an outbox of their own, with the records that are made of them; nothing was ever sent from this one.
    id: 'psp-0009-records',
    sql: 'DROP TABLE outbox;',
  },
  ...recordMigrations,
  {
    // Payments into accounts at other services, those that come in from them, and what was given away.
    id: 'psp-0010-interconnection',
    sql: `
CREATE TABLE interconnect_out (
  trade_no TEXT NOT NULL PRIMARY KEY,
  partner TEXT NOT NULL,
  peer_trade_no TEXT,
  state TEXT NOT NULL CHECK (state IN ('SENT', 'PAID', 'REVERSED')),
  code TEXT,
  instruction TEXT NOT NULL,
  digest TEXT NOT NULL,
  receipt TEXT NOT NULL,
  event TEXT NOT NULL,
  held TEXT NOT NULL,
  currency TEXT NOT NULL,
  gross_minor BIGINT NOT NULL,
  payer_minor BIGINT NOT NULL CHECK (payer_minor >= 0),
  promotion_id TEXT,
  promotion_minor BIGINT NOT NULL CHECK (promotion_minor >= 0),
  owed_minor BIGINT NOT NULL,
  opened_at BIGINT NOT NULL,
  asked_at BIGINT NOT NULL,
  decided_at BIGINT,
  CHECK (payer_minor + promotion_minor = owed_minor),
  CHECK (promotion_minor = 0 OR promotion_id IS NOT NULL)
);
CREATE INDEX interconnect_out_open ON interconnect_out (opened_at) WHERE state = 'SENT';
CREATE INDEX interconnect_out_decided ON interconnect_out (partner, decided_at);
CREATE TABLE interconnect_in (
  partner TEXT NOT NULL,
  peer_trade_no TEXT NOT NULL,
  trade_no TEXT,
  state TEXT NOT NULL CHECK (state IN ('CREDITED', 'REFUSED')),
  code TEXT,
  requirement TEXT,
  digest TEXT NOT NULL,
  intent_id TEXT,
  out_trade_no TEXT,
  currency TEXT,
  owed_minor BIGINT,
  decided_at BIGINT NOT NULL,
  PRIMARY KEY (partner, peer_trade_no),
  CHECK ((state = 'CREDITED') = (trade_no IS NOT NULL)),
  CHECK ((state = 'REFUSED') = (code IS NOT NULL))
);
CREATE INDEX interconnect_in_trade ON interconnect_in (trade_no) WHERE trade_no IS NOT NULL;
CREATE INDEX interconnect_in_decided ON interconnect_in (partner, decided_at);
CREATE TABLE promotions_used (
  promotion_id TEXT NOT NULL PRIMARY KEY,
  currency TEXT NOT NULL,
  spent_minor BIGINT NOT NULL CHECK (spent_minor >= 0)
);
`,
    appendOnly: ['interconnect_in'],
  },
  {
    // When the partner credited, by its own receipt: the moment that both services count a trade at. And what they
    // agreed on.
    id: 'psp-0011-netting',
    sql: `ALTER TABLE interconnect_out ADD COLUMN cleared_at BIGINT;
CREATE INDEX interconnect_out_cleared ON interconnect_out (partner, cleared_at) WHERE cleared_at IS NOT NULL;
CREATE TABLE interconnect_nettings (
  partner TEXT NOT NULL,
  from_time BIGINT NOT NULL,
  until_time BIGINT NOT NULL,
  currency TEXT NOT NULL,
  we_owe_minor BIGINT NOT NULL CHECK (we_owe_minor >= 0),
  they_owe_minor BIGINT NOT NULL CHECK (they_owe_minor >= 0),
  trades BIGINT NOT NULL,
  statement TEXT NOT NULL,
  agreed_at BIGINT NOT NULL,
  PRIMARY KEY (partner, from_time, until_time, currency)
);
`,
    appendOnly: ['interconnect_nettings'],
  },
  {
    // The answer of each compensation: a trade has one.
    id: 'psp-0012-compensations',
    sql: `CREATE TABLE compensations (
  trade_no TEXT NOT NULL PRIMARY KEY REFERENCES payments (trade_no),
  finding_id TEXT NOT NULL,
  amount_minor BIGINT NOT NULL CHECK (amount_minor >= 0),
  reason TEXT NOT NULL,
  compensated_at BIGINT NOT NULL
);
`,
    appendOnly: ['compensations'],
  },
  {
    // What wallets show to be scanned, and the offer that was scanned onto it.
    id: 'psp-0013-payer-codes',
    sql: `
CREATE TABLE payer_codes (
  payer_code TEXT NOT NULL PRIMARY KEY,
  payment_tool_ref TEXT NOT NULL,
  agent_id TEXT NOT NULL,
  agent_jkt TEXT NOT NULL,
  issued_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT,
  quote TEXT,
  quote_digest TEXT,
  CHECK ((used_at IS NULL) = (quote IS NULL)),
  CHECK ((used_at IS NULL) = (quote_digest IS NULL))
);
`,
  },
  {
    // What both services have signed that they owe each other, and that it is paid.
    id: 'psp-0014-settlements',
    sql: `
CREATE TABLE interconnect_settlements (
  partner TEXT NOT NULL,
  from_time BIGINT NOT NULL,
  until_time BIGINT NOT NULL,
  currency TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('OPEN', 'AGREED', 'SETTLED')),
  netting TEXT NOT NULL,
  digest TEXT NOT NULL,
  debtor TEXT,
  net_minor BIGINT NOT NULL CHECK (net_minor >= 0),
  agreement TEXT,
  settlement TEXT,
  opened_at BIGINT NOT NULL,
  agreed_at BIGINT,
  settled_at BIGINT,
  PRIMARY KEY (partner, from_time, until_time, currency),
  CHECK ((state = 'OPEN') = (agreement IS NULL)),
  CHECK ((state = 'SETTLED') = (settlement IS NOT NULL))
);
`,
  },
  {
    // Refunds of trades between two services, those that are asked for and those that were.
    id: 'psp-0015-refunds-across',
    sql: `
CREATE TABLE interconnect_refunds (
  partner TEXT NOT NULL,
  payer_psp TEXT NOT NULL,
  trade_no TEXT NOT NULL,
  refund_id TEXT NOT NULL,
  merchant TEXT NOT NULL,
  terms TEXT NOT NULL,
  digest TEXT NOT NULL,
  currency TEXT NOT NULL,
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  state TEXT NOT NULL CHECK (state IN ('SENT', 'REFUNDED', 'REFUSED')),
  code TEXT,
  requirement TEXT,
  refunded_at BIGINT,
  opened_at BIGINT NOT NULL,
  PRIMARY KEY (payer_psp, trade_no, refund_id),
  CHECK ((state = 'REFUNDED') = (refunded_at IS NOT NULL)),
  CHECK ((state = 'REFUSED') = (code IS NOT NULL))
);
CREATE INDEX interconnect_refunds_open ON interconnect_refunds (opened_at) WHERE state = 'SENT';
CREATE INDEX interconnect_refunds_merchant ON interconnect_refunds (merchant, refund_id);
CREATE INDEX interconnect_refunds_done ON interconnect_refunds (partner, refunded_at) WHERE refunded_at IS NOT NULL;
`,
  },
  {
    // Payments that their merchants are told of.
    id: 'psp-0016-payment-notices',
    sql: `
CREATE TABLE payment_notices (
  trade_no TEXT NOT NULL PRIMARY KEY,
  merchant TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('PENDING', 'TOLD', 'SET_ASIDE')),
  attempts BIGINT NOT NULL,
  next_at BIGINT NOT NULL,
  last_code TEXT
);
CREATE INDEX payment_notices_due ON payment_notices (next_at) WHERE state = 'PENDING';
`,
  },
  {
    // Money that has come in from partners, as the operator says; and which transfer has paid which netting.
    id: 'psp-0017-clearing-arrivals',
    sql: `
CREATE TABLE clearing_arrivals (
  partner TEXT NOT NULL,
  evidence_ref TEXT NOT NULL,
  currency TEXT NOT NULL,
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  arrived_at BIGINT NOT NULL,
  PRIMARY KEY (partner, evidence_ref)
);
ALTER TABLE interconnect_settlements ADD COLUMN evidence_ref TEXT;
CREATE UNIQUE INDEX interconnect_settlements_paid ON interconnect_settlements (partner, evidence_ref);
`,
  },
  {
    // When a refund was last asked for, so that each partner is asked in turn about everything that is open with it.
    id: 'psp-0018-asked-in-turn',
    sql: `
ALTER TABLE interconnect_refunds ADD COLUMN asked_at BIGINT NOT NULL DEFAULT 0;
DROP INDEX interconnect_refunds_open;
CREATE INDEX interconnect_refunds_in_turn ON interconnect_refunds (partner, asked_at, opened_at) WHERE state = 'SENT';
DROP INDEX interconnect_out_open;
CREATE INDEX interconnect_out_in_turn ON interconnect_out (partner, asked_at, opened_at) WHERE state = 'SENT';
`,
  },
  {
    // Notices are looked for by merchant, so that one that does not answer holds up none of the others.
    id: 'psp-0019-notices-by-merchant',
    sql: `CREATE INDEX payment_notices_of_merchant ON payment_notices (merchant, next_at) WHERE state = 'PENDING';
DROP INDEX payment_notices_due;
`,
  },
  {
    // How long a notice has waited for a merchant that is busy or not there.
    id: 'psp-0020-notices-since',
    sql: `
ALTER TABLE payment_notices ADD COLUMN written_at BIGINT NOT NULL DEFAULT 0;
UPDATE payment_notices SET written_at = next_at WHERE state = 'PENDING';
`,
  },
];
