import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openMerchantAccounts } from '../../demo/bank.ts';
import { CURRENCY, IDS, trustPlan } from '../../demo/plan.ts';
import { trustMemoryMigration } from '../../src/http/index.ts';
import { createAccountHolder, fundAccount, issuerMigrations, openAccount } from '../../src/issuer/index.ts';
import { DEFAULT_POLICY } from '../../src/issuer/psp/index.ts';
import { createToolBindings } from '../../src/issuer/psp/tools.ts';
import { merchantMigrations } from '../../src/merchant/migrations.ts';
import { parseAmount } from '../../src/protocol/money/index.ts';
import { newId } from '../../src/protocol/ports.ts';
import { formatUtcSeconds } from '../../src/protocol/time/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { provision } from '../../src/trust/index.ts';
import { type Author, authorOf, type Customer, issueMandates, random } from './mandates.ts';
import {
  addressesOf,
  type Databases,
  type Run,
  type Shop,
  STATUS_LIST,
  shopConfig,
  shopsAt,
} from './plan.ts';

const FUNDS = parseAmount('90000000.00', CURRENCY);
/** Purchases are spread over so many people, as they are in life: each has an account and a payment tool. */
const CUSTOMERS = 200;
const DELIVERY_SECONDS = 30 * 86_400;
const TOOL_SECONDS = 86_400;

export function openBank({ bank }: Databases): Promise<Store> {
  return openStore(bank, [...issuerMigrations, trustMemoryMigration]);
}

export function openSeller(databases: Databases, role: Shop['role']): Promise<Store> {
  return openStore(databases[role], [...merchantMigrations, trustMemoryMigration]);
}

/** Makes keys, customers, `count` mandates and the sellers' configurations. No server runs yet. */
export async function prepareRun(
  data: string,
  databases: Databases,
  firstPort: number,
  count: number,
): Promise<Run> {
  const keys = join(data, 'keys');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const addresses = addressesOf(firstPort);
  const now = Math.floor(Date.now() / 1000);
  await provision(keys, trustPlan(addresses), now);
  for (const { role } of shopsAt(addresses)) {
    const config = shopConfig(role, addresses, formatUtcSeconds(now + DELIVERY_SECONDS));
    writeFileSync(join(data, `${role}.json`), JSON.stringify(config));
  }
  const store = await openBank(databases);
  try {
    await openMerchantAccounts(store, now);
    const uri = `${addresses.issuer}/status-lists/${STATUS_LIST}`;
    const customers: Customer[] = [];
    for (let at = 0; at < Math.min(count, CUSTOMERS); at += 1) {
      const delegator = await createAccountHolder(store, { now, random, domain: 'bank.example' });
      await openFunded(store, delegator, now);
      const author = await authorOf(keys, delegator, uri, now);
      customers.push({ ...author, paymentToolRef: await bindTool(store, author) });
    }
    const mandates = await issueMandates(store, customers, count);
    return { data, keys, databases, addresses, mandates };
  } finally {
    await store.close();
  }
}

async function openFunded(store: Store, owner: string, now: number): Promise<void> {
  const accountId = newId(random, 'acct');
  await store.transact(async (tx) => {
    await openAccount(tx, { accountId, owner, kind: 'user', currency: CURRENCY, now });
    await fundAccount(tx, { accountId, money: FUNDS, transferId: newId(random, 'funds'), now });
  });
}

async function bindTool(store: Store, author: Author): Promise<string> {
  const { now, delegator, agentJkt, agentJwk } = author;
  const bindings = createToolBindings({ random, policy: DEFAULT_POLICY });
  const toolRequestId = newId(random, 'toolreq');
  return store.transact(async (tx) => {
    await bindings.prepare(tx, {
      toolRequestId,
      delegator,
      agentId: IDS.agent,
      agentJkt,
      agentJwk,
      limits: { currency: CURRENCY, max_amount: '600.00', valid_until: formatUtcSeconds(now + TOOL_SECONDS) },
      now,
    });
    return (await bindings.activate(tx, { toolRequestId, now })).paymentToolRef;
  });
}
