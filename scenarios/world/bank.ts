/** The account side of a scenario: one server with mandate issuer and payment service, and its accounts. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type AnySurroundings, anchorsOf, openRole, serve } from '../../demo/surroundings.ts';
import {
  CONNECTION_BOUNDS,
  type ConnectionBounds,
  type HttpClient,
  type RateLimit,
} from '../../src/http/index.ts';
import { loadSigner } from '../../src/http/key-file.ts';
import {
  createAccountHolder,
  createEnrolmentCode,
  createIssuer,
  createRemoteStatusList,
  createStatusSource,
  fundAccount,
  type IssuerSide,
  issuerMigrations,
  localStatusOf,
  openAccount,
  type PaymentSide,
  type Psp,
  type RiskControl,
  type StatusAnswer,
  type StatusSource,
  setPaymentPassword,
} from '../../src/issuer/index.ts';
import type { Signer } from '../../src/protocol/jws/index.ts';
import { type Money, parseAmount } from '../../src/protocol/money/index.ts';
import { newId } from '../../src/protocol/ports.ts';
import type { Store } from '../../src/store/index.ts';
import type { WorldPlan } from '../format.ts';
import { accountOf, bankId, currencyOf, ISSUER, PSP, partnerNames, sellerNames, shopId } from './plan.ts';

export interface Mood {
  risk: 'allow' | 'refuse';
  isKeyServiceUp: boolean;
  callerLimit: RateLimit | undefined;
  /** Asked whenever somebody connects. */
  connections: ConnectionBounds;
  /** `lagging`: what the payment service reads of mandates is a copy of the past, in which all of them are Active. */
  status: 'live' | 'lagging';
}

export interface Bank {
  readonly store: Store;
  /** Registers a person with an account. @returns the delegator_identity */
  register(name: string, balance: string): Promise<string>;
  /** The last one-time code that was sent to each delegator, by a way of its own. */
  readonly messages: ReadonlyMap<string, string>;
  setPassword(delegator: string, password: string): Promise<void>;
  /** What the bank gives a person who has shown who they are. */
  loginCode(delegator: string): Promise<string>;
  readonly riskControl: RiskControl;
  /** What its risk engine says to every payment, and whether its key service answers. */
  readonly mood: Mood;
  /** Somebody else holds the lock of its database file, until it is released. */
  lockDatabase(): { release(): void };
  /** What its operator does, where no call of the protocol does it. */
  readonly psp: Pick<Psp, 'agreeNetting' | 'settleNetting' | 'tellMerchants'>;
  /** What the bank does now and then: trades that are due are finished or paid back. */
  tend(): Promise<void>;
}

export async function startBank(
  around: AnySurroundings,
  keys: string,
  plan: WorldPlan,
  baseUrl: string,
): Promise<Bank> {
  const { store, http, trust } = await openRole(around, 'bank', issuerMigrations);
  const { clock, random, trace } = around;
  const signer = (name: string): Promise<Signer> => loadSigner(join(keys, 'bank', `${name}.json`));
  const grounds: Grounds = { around, plan, http, signer };
  const messages = new Map<string, string>();
  const mood: Mood = {
    risk: 'allow',
    isKeyServiceUp: true,
    callerLimit: undefined,
    connections: CONNECTION_BOUNDS,
    status: 'live',
  };
  const recording = await recordingOf(grounds);
  const issuer = createIssuer({
    ...recording.anchors,
    ...{ store, clock, random, trust, trace },
    log: around.log('issuer'),
    callerLimit: { take: (caller) => mood.callerLimit?.take(caller) },
    issuer: { ...(await issuerSide(grounds, baseUrl, messages)), ...recording.issuer },
    psp: { ...(await paymentSide(grounds, mood)), ...recording.psp },
  });
  await issuer.start();
  around.closers.push(() => issuer.close());
  await openShopAccounts(store, plan, clock());
  await serve(around, issuer.app, baseUrl, { connections: () => mood.connections });
  const { psp } = issuer;
  if (psp === undefined) throw new Error('the bank has no payment service');
  return {
    store,
    psp,
    messages,
    mood,
    riskControl: issuer.risk,
    setPassword: (delegator, password) =>
      setPaymentPassword(store, { now: clock(), random, delegator, password }),
    lockDatabase: () => lockOf(join(around.data, 'bank.db')),
    tend: () => issuer.tend(),
    register: (name, balance) => register(around, store, name, parseAmount(balance, currencyOf(plan))),
    loginCode: (delegatorIdentity) =>
      createEnrolmentCode(store, { now: clock(), random, delegatorIdentity, identityMethod: 'branch-visit' }),
  };
}

/** What both sides of the bank are made of. */
interface Grounds {
  readonly around: AnySurroundings;
  readonly plan: WorldPlan;
  readonly http: HttpClient;
  /** Signs with a key of the bank, by the name of its file. */
  readonly signer: (name: string) => Promise<Signer>;
}

async function issuerSide(
  { plan, signer }: Grounds,
  baseUrl: string,
  messages: Map<string, string>,
): Promise<IssuerSide> {
  return {
    id: ISSUER,
    baseUrl,
    mandateSigner: await signer('issuer-mandate'),
    statusSigner: await signer('issuer-status'),
    psps: [PSP],
    ...(plan.methods ? { confirmationMethods: plan.methods } : {}),
    codeDelivery: {
      async deliver({ delegator, code }) {
        messages.set(delegator, code);
      },
    },
  };
}

async function paymentSide({ around, plan, http, signer }: Grounds, mood: Mood): Promise<PaymentSide> {
  const isClearing = partnerNames(plan).length > 0;
  return {
    id: PSP,
    receiptSigner: keyService(mood, await signer('psp-receipt')),
    payerCodePrefixes: plan.payerCodes?.bank ?? [],
    risk: { decide: async () => mood.risk },
    trustListKey: around.pinnedKey,
    status: laggingStatus(mood, http),
    http,
    ...(plan.tells ? { merchants: http } : {}),
    ...(isClearing ? { clearing: clearingOf(plan, await signer('psp-command'), around.clock()) } : {}),
  };
}

/** Answers while it is up. */
const keyService = (mood: Mood, real: Signer): Signer => ({
  ...real,
  async sign(input) {
    if (!mood.isKeyServiceUp) throw new Error('the key service does not answer');
    return real.sign(input);
  },
});

/** The bank's own table of mandates; or a copy of it that does not follow. */
function laggingStatus(mood: Mood, http: HttpClient): StatusSource {
  const remote = createRemoteStatusList(http);
  const live = createStatusSource({ localIssuer: ISSUER, local: localStatusOf, remote });
  const past: StatusAnswer = { status: 'Active', usableBefore: Number.POSITIVE_INFINITY };
  return {
    ask: async (...asked) => (mood.status === 'lagging' ? past : live.ask(...asked)),
    recheck: async (...asked) => (mood.status === 'lagging' ? past.status : live.recheck(...asked)),
  };
}

const PROMOTION_SECONDS = 30 * 86_400;
/** More than any scenario gives away. */
const BUDGET = 1_000_000n;

function clearingOf(
  plan: WorldPlan,
  commandSigner: Signer,
  now: number,
): NonNullable<PaymentSide['clearing']> {
  const currency = currencyOf(plan);
  const minor = (amount: string): bigint => parseAmount(amount, currency).minor;
  return {
    commandSigner,
    partners: partnerNames(plan)
      .filter((name) => plan.partners?.[name]?.agreed !== false)
      .map((name) => ({ pspId: bankId(name), payerCodePrefixes: plan.payerCodes?.[name] ?? [] })),
    promotions: Object.entries(plan.promotions ?? {}).map(([promotionId, { amount, from }]) => ({
      promotionId,
      currency,
      amountMinor: minor(amount),
      minAmountMinor: minor(from),
      budgetMinor: BUDGET,
      validUntil: now + PROMOTION_SECONDS,
    })),
  };
}

/** As another process would: a backup, or a person with a database shell. */
function lockOf(file: string): { release(): void } {
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  return {
    release() {
      other.exec('ROLLBACK');
      other.close();
    },
  };
}

async function openShopAccounts(store: Store, plan: WorldPlan, now: number): Promise<void> {
  await store.transact(async (tx) => {
    for (const name of sellerNames(plan)) {
      if (plan.shops?.[name]?.keptBy !== undefined) continue;
      const account = { accountId: accountOf(name), owner: shopId(name), kind: 'merchant' } as const;
      await openAccount(tx, { ...account, currency: currencyOf(plan), now });
    }
  });
}

async function register(
  { clock, random }: AnySurroundings,
  store: Store,
  name: string,
  money: Money,
): Promise<string> {
  const now = clock();
  const owner = await createAccountHolder(store, { now, random, domain: 'bank.example' });
  const accountId = accountOf(name);
  await store.transact(async (tx) => {
    await openAccount(tx, { accountId, owner, kind: 'user', currency: money.currency, now });
    if (money.minor > 0n) await fundAccount(tx, { accountId, money, transferId: newId(random, 'fund'), now });
  });
  return owner;
}

/** The keys for records of both parts, and their way into the log, where the world has one. */
async function recordingOf({ around, http, signer }: Grounds) {
  if (around.logUrl === undefined) return {};
  const issuer = await signer('issuer-record');
  const psp = await signer('psp-record');
  const signers = [
    { id: ISSUER, signer: issuer },
    { id: PSP, signer: psp },
  ];
  return {
    issuer: { recordSigner: issuer },
    psp: { recordSigner: psp },
    anchors: anchorsOf(around, http, signers),
  };
}
