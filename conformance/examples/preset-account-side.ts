/** What a bank has before anybody tests it: a person with money in an account, one without, and the accounts of two sellers. */
import { createAccountHolder, fundAccount, openAccount } from '../../src/issuer/index.ts';
import type { Store } from '../../src/store/index.ts';
import { ACCOUNT_IDS } from '../roles/account/ids.ts';

/** Names of the rows, as a subject file declares them. */
export interface AccountSide {
  readonly delegator: string;
  readonly account: string;
  readonly payees: readonly [string, string];
}

interface Preset {
  /** Unix seconds. */
  readonly now: number;
  readonly random: (count: number) => Uint8Array<ArrayBuffer>;
  /** Of all accounts; left out: CNY. */
  readonly currency?: string;
}

const DELEGATOR = 'did:act:bank.example/u-suite';
const ACCOUNT = 'acct-suite';
const PAYEES = ['acct-shop', 'acct-other-shop'] as const;
/** 100,000.00 CNY, 10,000,000 JPY, 10,000.000 KWD */
const FUNDS_MINOR = 10_000_000n;

export async function presetAccountSide(
  store: Store,
  { now, random, currency = 'CNY' }: Preset,
): Promise<AccountSide> {
  await createAccountHolder(store, {
    now,
    random,
    domain: 'bank.example',
    delegatorIdentity: DELEGATOR,
  });
  await createAccountHolder(store, {
    ...{ now, random },
    domain: 'suite.example',
    delegatorIdentity: ACCOUNT_IDS.otherPerson,
  });
  const common = { currency, now };
  const [shop, otherShop] = PAYEES;
  await store.transact(async (tx) => {
    await openAccount(tx, { ...common, accountId: ACCOUNT, owner: DELEGATOR, kind: 'user' });
    await openAccount(tx, { ...common, accountId: shop, owner: ACCOUNT_IDS.shop, kind: 'merchant' });
    await openAccount(tx, {
      ...common,
      accountId: otherShop,
      owner: ACCOUNT_IDS.otherShop,
      kind: 'merchant',
    });
    const money = { currency, minor: FUNDS_MINOR };
    await fundAccount(tx, { accountId: ACCOUNT, money, transferId: 'funding-suite', now });
  });
  return { delegator: DELEGATOR, account: ACCOUNT, payees: PAYEES };
}
