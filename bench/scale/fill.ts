import { closeSync, fsyncSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** Columns of a table that differ from copy to copy, as SQL over `past` (p), `customers` (c) and the template row (t). */
interface Copied {
  readonly table: string;
  /** Finds the row that is copied. */
  readonly from: string;
  readonly per: 'purchase' | 'customer';
  readonly changed: Readonly<Record<string, string>>;
}

const BATCH = 50_000;
const PURCHASES_PER_CUSTOMER = 10;
const MERCHANTS = 500;
/** Mandates in one status list: half of its entries, as the issuer allots them. */
const LIST = 8_192;
/** Those before are the ones of the mandates that are used in the run. */
const FIRST_LIST = 1_000;
const CACHE_KIBIBYTES = 1_048_576;

/** Texts that no payment reads are cut, or the file would be seven times as large; no two are alike. */
const cut = (column: string): string => `substr(t.${column}, 1, 168) || lower(hex(randomblob(16)))`;

const COPIES: readonly Copied[] = [
  {
    table: 'account_holders',
    from: 't.delegator = :delegator',
    per: 'customer',
    changed: { delegator: 'c.delegator' },
  },
  {
    table: 'accounts',
    from: 't.account_id = :account',
    per: 'customer',
    changed: { account_id: 'c.account', owner: 'c.delegator', balance_minor: '0' },
  },
  {
    table: 'tool_requests',
    from: 't.tool_request_id = (SELECT tool_request_id FROM tools WHERE payment_tool_ref = :tool)',
    per: 'customer',
    changed: { tool_request_id: "'toolreq_' || c.tail", account_id: 'c.account', delegator: 'c.delegator' },
  },
  {
    table: 'tools',
    from: 't.payment_tool_ref = :tool',
    per: 'customer',
    changed: {
      payment_tool_ref: 'c.tool',
      tool_request_id: "'toolreq_' || c.tail",
      account_id: 'c.account',
      delegator: 'c.delegator',
    },
  },
  {
    table: 'confirmations',
    from: "t.kind = 'mandate' AND t.subject_id = :delegation",
    per: 'purchase',
    changed: {
      confirmation_id: "'cf_' || p.delegation",
      subject_id: 'p.delegation',
      delegator: 'c.delegator',
      shown: cut('shown'),
      evidence: cut('evidence'),
      evidence_jti: "'cnf_' || p.tail",
    },
  },
  {
    table: 'iac_mandates',
    from: 't.delegation_id = :delegation',
    per: 'purchase',
    changed: {
      delegation_id: 'p.delegation',
      iac: cut('iac'),
      delegator: 'c.delegator',
      confirmation_id: "'cf_' || p.delegation",
      status_list: 'p.list',
      status_index: 'p.place',
    },
  },
  {
    table: 'issued_messages',
    from: "t.message_id = 'mandate:' || :delegation",
    per: 'purchase',
    changed: {
      message_id: "'mandate:' || p.delegation",
      claims: cut('claims'),
      compact: cut('compact'),
    },
  },
  {
    table: 'usage',
    from: 't.delegation_id = :delegation',
    per: 'purchase',
    changed: { delegation_id: 'p.delegation' },
  },
  {
    table: 'payments',
    from: 't.trade_no = :trade',
    per: 'purchase',
    changed: {
      trade_no: 'p.trade',
      merchant: 'p.merchant',
      out_trade_no: 'p.order_no',
      request_id: "'req_' || p.tail",
      delegation_id: 'p.delegation',
      payment_tool_ref: 'c.tool',
      payer_account: 'c.account',
      payee_account: "'acct-' || p.merchant",
      state: "'TRADE_FINISHED'",
    },
  },
  {
    table: 'receipts',
    from: 't.trade_no = :trade',
    per: 'purchase',
    changed: { trade_no: 'p.trade', claims: cut('claims'), jws: cut('jws') },
  },
  {
    table: 'transfers',
    from: 't.transfer_id = :trade',
    per: 'purchase',
    changed: { transfer_id: 'p.trade', reference: 'p.trade' },
  },
  {
    table: 'entries',
    from: 't.transfer_id = :trade',
    per: 'purchase',
    changed: {
      transfer_id: 'p.trade',
      account_id: "CASE t.direction WHEN 'debit' THEN c.account ELSE 'acct-' || p.merchant END",
    },
  },
];

/** Names of the one real purchase that everything is copied from. */
export interface Template {
  readonly delegation: string;
  readonly trade: string;
}

/**
 * Fills the account side's file up with past purchases: each has its own mandate, confirmation, order, payment,
 * receipts, transfer and events, ten of them the same customer. Every row is copied from a real one and differs in
 * what names it. Money was put into each account that paid, so that the books balance.
 *
 * Nobody may use the file meanwhile. It is synced once, at the end.
 *
 * @param from number of the first purchase; a file is filled on from where it was left
 * @param to number after the last one
 */
export function fill(file: string, template: Template, from: number, to: number): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(`PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;
      PRAGMA cache_size = -${CACHE_KIBIBYTES}; PRAGMA temp_store = MEMORY`);
    const names = namesOf(database, template);
    openMerchants(database);
    for (let start = from; start < to; start += BATCH) {
      copyBatch(database, names, start, Math.min(to, start + BATCH));
    }
    fund(database);
  } finally {
    database.close();
  }
  syncNow(file);
}

/** Or the disk would still be writing it while something is measured. */
function syncNow(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

type Names = Record<string, string>;

function namesOf(database: DatabaseSync, { delegation, trade }: Template): Names {
  const row = database
    .prepare(
      `SELECT p.out_trade_no AS "order", p.payer_account AS account, p.payment_tool_ref AS tool, t.delegator AS delegator
       FROM payments p JOIN tools t ON t.payment_tool_ref = p.payment_tool_ref WHERE p.trade_no = ?`,
    )
    .get(trade);
  if (row === undefined) throw new Error('the purchase to copy is not there');
  return { delegation, trade, ...(row as Names) };
}

function openMerchants(database: DatabaseSync): void {
  database.exec(`
    WITH RECURSIVE m (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM m WHERE n + 1 < ${MERCHANTS})
    INSERT INTO accounts (account_id, owner, kind, currency, balance_minor, opened_at)
    SELECT 'acct-did:act:past-' || n || '.example/shop', 'did:act:past-' || n || '.example/shop', 'merchant', 'CNY', 0, 0
    FROM m WHERE true ON CONFLICT DO NOTHING`);
}

/** The new names: `past` for each purchase, `customers` for those who buy for the first time. */
function copyBatch(database: DatabaseSync, names: Names, start: number, end: number): void {
  database.exec(`
    BEGIN IMMEDIATE;
    CREATE TEMP TABLE numbers AS
      WITH RECURSIVE s (n) AS (VALUES (${start}) UNION ALL SELECT n + 1 FROM s WHERE n + 1 < ${end})
      SELECT n, n / ${PURCHASES_PER_CUSTOMER} AS k, lower(hex(randomblob(11))) AS tail FROM s;
    CREATE TEMP TABLE IF NOT EXISTS customers (k INTEGER PRIMARY KEY, tail TEXT, delegator TEXT, account TEXT, tool TEXT, is_new);
    UPDATE customers SET is_new = 0;
    INSERT INTO customers SELECT k, MIN(tail), 'did:act:bank.example/u-' || MIN(tail), 'acct-' || MIN(tail),
        'tool_' || MIN(tail), 1
      FROM numbers WHERE true GROUP BY k ON CONFLICT DO NOTHING;
    CREATE TEMP TABLE past AS SELECT k, tail, 'dlg_' || tail AS delegation, 'trade_' || tail AS trade,
        'ord_' || tail AS order_no, 'did:act:past-' || (n % ${MERCHANTS}) || '.example/shop' AS merchant,
        ${FIRST_LIST} + n / ${LIST} AS list, 2 * (n % ${LIST}) AS place
      FROM numbers;
    INSERT INTO iac_status_lists (number, allotted, version)
      SELECT list, ${LIST}, 0 FROM past WHERE true GROUP BY list ON CONFLICT DO NOTHING;`);
  for (const copied of COPIES) copy(database, copied, names);
  database.exec('DROP TABLE past; DROP TABLE numbers; COMMIT');
}

function copy(database: DatabaseSync, { table, from, per, changed }: Copied, names: Names): void {
  const columns = database.prepare(`SELECT name FROM pragma_table_info('${table}')`).all();
  const listed = columns.map(({ name }) => String(name));
  const values = listed.map((name) => changed[name] ?? `t.${name}`);
  const source = per === 'customer' ? 'customers c' : 'past p JOIN customers c ON c.k = p.k';
  const sql = `WITH t AS MATERIALIZED (SELECT * FROM ${table} t WHERE ${from})
    INSERT INTO ${table} (${listed.join(', ')}) SELECT ${values.join(', ')} FROM ${source} CROSS JOIN t
    ${per === 'customer' ? 'WHERE c.is_new' : ''}`;
  const used = Object.entries(names).filter(([name]) => new RegExp(`:${name}\\b`).test(sql));
  database.prepare(sql).run(Object.fromEntries(used));
}

/** What the entries say is what the accounts hold; whoever is short was paid in before. */
function fund(database: DatabaseSync): void {
  database.exec(`
    BEGIN IMMEDIATE;
    CREATE TEMP TABLE short AS SELECT account_id, -SUM(CASE direction WHEN 'credit' THEN amount_minor ELSE -amount_minor END) AS minor
      FROM entries WHERE account_id IN (SELECT account FROM customers) GROUP BY account_id HAVING minor > 0;
    INSERT INTO transfers (transfer_id, kind, reference, posted_at)
      SELECT 'fund_' || lower(hex(randomblob(11))) || account_id, 'funding', account_id, 0 FROM short;
    CREATE TEMP TABLE funding AS SELECT transfer_id, reference FROM transfers WHERE transfer_id LIKE 'fund_%';
    INSERT INTO entries (transfer_id, line, account_id, direction, amount_minor, currency)
      SELECT f.transfer_id, 0, 'system:funding:CNY', 'debit', s.minor, 'CNY' FROM funding f JOIN short s ON s.account_id = f.reference;
    INSERT INTO entries (transfer_id, line, account_id, direction, amount_minor, currency)
      SELECT f.transfer_id, 1, s.account_id, 'credit', s.minor, 'CNY' FROM funding f JOIN short s ON s.account_id = f.reference;
    UPDATE accounts SET balance_minor = (SELECT COALESCE(SUM(CASE e.direction WHEN 'credit' THEN e.amount_minor ELSE -e.amount_minor END), 0)
      FROM entries e WHERE e.account_id = accounts.account_id);
    COMMIT`);
}
