/** The account side: one server with the mandate issuer and the payment service, its accounts and its customer. */
import { join } from 'node:path';
import { loadSigner } from '../src/http/key-file.ts';
import {
  createAccountHolder,
  createEnrolmentCode,
  createIssuer,
  findAccount,
  fundAccount,
  issuerMigrations,
  openAccount,
} from '../src/issuer/index.ts';
import { formatAmount, parseAmount } from '../src/protocol/money/index.ts';
import { newId } from '../src/protocol/ports.ts';
import type { Store } from '../src/store/index.ts';
import type { Device } from './device-link.ts';
import { ACCOUNTS, CURRENCY, IDS } from './plan.ts';
import { anchorsOf, openRole, type Surroundings, serve } from './surroundings.ts';

const OPENING_BALANCE = parseAmount('2000.00', CURRENCY);

export interface Bank {
  /** Balances as the bank's own books have them. */
  balances(): Promise<Record<string, string>>;
  /** How far a trade has come, in A402's states. */
  tradeState(tradeNo: string): Promise<string>;
  /** Makes the person with this device a customer, once, and keeps the account funded. @returns the delegator */
  welcome(device: Device): Promise<string>;
}

export async function startBank(around: Surroundings, keys: string): Promise<Bank> {
  const { addresses, clock, random, trace } = around;
  const { store, http, trust } = await openRole(around, 'bank', issuerMigrations);
  const folder = join(keys, 'bank');
  const issuerRecords = await loadSigner(join(folder, 'issuer-record.json'));
  const pspRecords = await loadSigner(join(folder, 'psp-record.json'));
  const issuer = createIssuer({
    ...anchorsOf(around, http, [
      { id: IDS.issuer, role: 'IAC_ISSUER', signer: issuerRecords },
      { id: IDS.psp, role: 'PSP', signer: pspRecords },
    ]),
    store,
    clock,
    random,
    trust,
    trace,
    log: around.log('issuer'),
    issuer: {
      id: IDS.issuer,
      baseUrl: addresses.issuer,
      mandateSigner: await loadSigner(join(folder, 'issuer-mandate.json')),
      statusSigner: await loadSigner(join(folder, 'issuer-status.json')),
      psps: [IDS.psp],
      recordSigner: issuerRecords,
    },
    psp: {
      id: IDS.psp,
      receiptSigner: await loadSigner(join(folder, 'psp-receipt.json')),
      recordSigner: pspRecords,
      trustListKey: around.pinnedKey,
      http,
    },
  });
  await issuer.start();
  around.closers.push(() => issuer.close());
  await openMerchantAccounts(store, clock());
  await serve(around, issuer.app, addresses.issuer);
  return {
    balances: () => readBalances(store),
    tradeState: (tradeNo) => readTradeState(store, tradeNo),
    welcome: (device) => welcome(around, store, device),
  };
}

export async function openMerchantAccounts(store: Store, now: number): Promise<void> {
  await store.transact(async (tx) => {
    const common = { kind: 'merchant', currency: CURRENCY, now } as const;
    for (const name of ['rail', 'voyage', 'market', 'archive'] as const) {
      await openAccount(tx, { ...common, accountId: ACCOUNTS[name], owner: IDS[name] });
    }
  });
}

async function welcome({ clock, random }: Surroundings, store: Store, device: Device): Promise<string> {
  const now = clock();
  let delegator = device.delegator;
  if (delegator === null) {
    delegator = await createAccountHolder(store, { now, random, domain: 'bank.example' });
    const login = { now, random, delegatorIdentity: delegator, identityMethod: 'branch-visit' };
    await device.ask({ do: 'enrol', loginCode: await createEnrolmentCode(store, login) });
  }
  await topUp(store, delegator, now, newId(random, 'topup'));
  return delegator;
}

/** A later start finds the account with what is left; it is filled up, so that every start can buy. */
export async function topUp(
  store: Store,
  owner: string,
  now: number,
  transferId: string,
  to = OPENING_BALANCE,
): Promise<void> {
  const accountId = ACCOUNTS.user;
  await store.transact(async (tx) => {
    await openAccount(tx, { accountId, owner, kind: 'user', currency: CURRENCY, now });
    const held = (await findAccount(tx, accountId))?.balanceMinor ?? 0n;
    const minor = to.minor - held;
    if (minor > 0n)
      await fundAccount(tx, { accountId, money: { currency: CURRENCY, minor }, transferId, now });
  });
}

/** What everybody has; the user's purses, which are several for a while, are one line. */
export async function readBalances(store: Store): Promise<Record<string, string>> {
  const purses = await store.read.all("SELECT account_id FROM sub_accounts WHERE state <> 'CLOSED'");
  const lines = [
    ...Object.entries(ACCOUNTS).map(([name, accountId]) => [name, [accountId]] as const),
    ['research', purses.map(({ account_id }) => String(account_id))] as const,
  ];
  const balances = lines.map(async ([name, accounts]) => {
    const found = await Promise.all(accounts.map((accountId) => findAccount(store.read, accountId)));
    const minor = found.reduce((sum, account) => sum + (account?.balanceMinor ?? 0n), 0n);
    return [name, formatAmount({ currency: CURRENCY, minor })] as const;
  });
  return Object.fromEntries(await Promise.all(balances));
}

export async function readTradeState(store: Store, tradeNo: string): Promise<string> {
  const row = await store.read.get('SELECT state FROM payments WHERE trade_no = $1', [tradeNo]);
  return String(row?.state ?? 'CREATE');
}
