import { digestOfJws } from '../../../protocol/digest/index.ts';
import type {
  CommandClaims,
  PaymentBody,
  PaymentRequestClaims,
  QuoteClaims,
  ReceiptClaims,
} from '../../../protocol/generated/types.ts';
import type { Signer } from '../../../protocol/jws/index.ts';
import { readMessage, signMessage } from '../../../protocol/messages/index.ts';
import { formatAmount, parseAmount } from '../../../protocol/money/index.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import type { Store } from '../../../store/index.ts';
import { openPatiently } from '../../../store/testing/patient.ts';
import { sqlite, type TestEngine } from '../../../store/testing/sqlite.ts';
import { type Actors, DAY_SECONDS, IDS, WORLD_NOW } from '../../../verifier/testing/actors.ts';
import { buildWorld, type Changes, type World } from '../../../verifier/testing/world.ts';
import { issuerMigrations } from '../../migrations.ts';
import {
  auditLedger,
  createPsp,
  createStatusSource,
  findAccount,
  fundAccount,
  limitsDecide,
  openAccount,
  type Psp,
  type PspConfig,
} from '../index.ts';

export const PAYER_ACCOUNT = 'acct-user';
export const PAYEE_ACCOUNT = 'acct-rail';
export const OTHER_PAYEE_ACCOUNT = 'acct-voyage';
/** 100,000.00 CNY in fen. */
export const FUNDED_MINOR = 10_000_000n;

/** A cap and a number of uses that no test reaches by accident; the price is whatever the quote says. */
export const WIDE_MANDATE: Changes = {
  intent: (intent) => {
    intent.max_total_amount = 90_000;
    const { ext = {} } = intent;
    delete ext.openact;
    delete ext.agent_behavior;
    if (ext.commerce) ext.commerce.min_single_amount = 0;
  },
};

/** One order: its number, what it costs, and how the request differs from the usual one. */
export interface Order {
  readonly outTradeNo?: string;
  readonly amount?: string;
  readonly discount?: { readonly funder: string; readonly amount: string };
  readonly requestId?: string;
  readonly toolRef?: string;
  readonly payee?: string;
  readonly signer?: Signer;
  readonly mandate?: string;
  readonly quoteLifetimeSeconds?: number;
  /** What else the quote says. */
  readonly quote?: Partial<QuoteClaims>;
  /** What else the request says. */
  readonly request?: Partial<PaymentRequestClaims>;
}

/** A payment service over a real database, with the verifier's test world around it. */
export interface Bench {
  readonly actors: Actors;
  readonly world: World;
  /** The path of the file, or the address of the database. */
  readonly location: string;
  /** A folder of this bench's own. */
  readonly folder: string;
  readonly toolRef: string;
  psp: Psp;
  store: Store;
  /** Unix seconds; tests move it. */
  now: number;
  /** By delegation_id; Active where nothing is said. */
  readonly statuses: Map<string, 'Active' | 'Suspended' | 'Revoked' | 'unknown'>;
  /** Makes the service anew over the same database, as after a crash. */
  restart(change?: Partial<PspConfig>): Promise<void>;
  /** One more service over a store of the caller's own. */
  service(over: Store, change?: Partial<PspConfig>): Psp;
  payment(order?: Order): Promise<PaymentBody>;
  /** Another request for the quote of a payment that was built before. */
  requestAgain(body: PaymentBody, order: Order): Promise<PaymentBody>;
  command(claims: Partial<CommandClaims>, signer: Signer): Promise<string>;
  balance(accountId: string): Promise<bigint>;
  bindTool(change?: BindingChange): Promise<string>;
  close(): Promise<void>;
}

export interface BindingChange {
  readonly toolRequestId?: string;
  readonly maxAmount?: string;
  readonly validUntil?: number;
  readonly merchants?: readonly string[];
  readonly delegator?: string;
  readonly agent?: 'agent' | 'otherAgent';
  readonly currency?: string;
}

let serial = 0;

/** An identifier that no other test uses. */
export function fresh(prefix: string): string {
  serial += 1;
  return `${prefix}-${serial}`;
}

export async function createBench(
  actors: Actors,
  changes: Changes = WIDE_MANDATE,
  engine: TestEngine = sqlite,
): Promise<Bench> {
  const { location, folder, remove } = await engine.create();
  const world = await buildWorld(actors, changes);
  const store = await openPatiently(location, issuerMigrations);
  const statuses: Bench['statuses'] = new Map();
  const judged: Judged = { actors, world, now: WORLD_NOW, statuses };
  const bench: Bench = Object.assign(judged, {
    location,
    folder,
    toolRef: '',
    store,
    psp: createPsp(configOf(judged, store)),
    async restart(change: Partial<PspConfig> = {}) {
      await bench.store.close();
      bench.store = await openPatiently(location, issuerMigrations);
      bench.psp = createPsp({ ...configOf(bench, bench.store), ...change });
    },
    service: (over: Store, change: Partial<PspConfig> = {}) =>
      createPsp({ ...configOf(bench, over), ...change }),
    payment: (order: Order = {}) => buildPayment(bench, order),
    requestAgain: async (body: PaymentBody, order: Order) => ({
      ...body,
      payment_request: await buildRequest(bench, body.mandate, body.quote, order),
    }),
    command: (claims: Partial<CommandClaims>, signer: Signer) => buildCommand(bench, claims, signer),
    balance: async (accountId: string) =>
      (await findAccount(bench.store.read, accountId))?.balanceMinor ?? -1n,
    bindTool: (change: BindingChange = {}) => bindTool(bench, change),
    async close() {
      await bench.store.close();
      await remove();
    },
  });
  await openAccounts(store);
  return Object.assign(bench, { toolRef: await bindTool(bench, {}) });
}

/** What the payment service of a bench judges by. */
type Judged = Pick<Bench, 'actors' | 'world' | 'now' | 'statuses'>;

function configOf(judged: Judged, store: Store): PspConfig {
  const { actors, world, statuses } = judged;
  return {
    pspId: IDS.psp,
    store,
    clock: () => judged.now,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    trust: { current: async () => world.trustList },
    receiptSigner: actors.psp.signer,
    status: createStatusSource({
      localIssuer: IDS.issuer,
      local: async (_queries, delegationId) => statuses.get(delegationId) ?? 'Active',
    }),
    risk: limitsDecide,
    trustListKey: actors.trustList.publicJwk,
    devices: {
      find: async (_queries, deviceId) =>
        deviceId === IDS.device
          ? { publicJwk: actors.device.publicJwk, delegator: IDS.delegator }
          : undefined,
    },
  };
}

async function openAccounts(store: Store): Promise<void> {
  const now = WORLD_NOW - DAY_SECONDS;
  const money = { currency: 'CNY', minor: FUNDED_MINOR };
  await store.transact(async (tx) => {
    const common = { currency: 'CNY', now };
    await openAccount(tx, { accountId: PAYER_ACCOUNT, owner: IDS.delegator, kind: 'user', ...common });
    await openAccount(tx, { accountId: PAYEE_ACCOUNT, owner: IDS.merchant, kind: 'merchant', ...common });
    await openAccount(tx, {
      accountId: OTHER_PAYEE_ACCOUNT,
      owner: IDS.otherMerchant,
      kind: 'merchant',
      ...common,
    });
    await fundAccount(tx, { accountId: PAYER_ACCOUNT, money, transferId: 'funding-1', now });
  });
}

async function bindTool(bench: Bench, change: BindingChange): Promise<string> {
  const now = bench.now;
  const toolRequestId = change.toolRequestId ?? fresh('toolreq');
  const agent = bench.actors[change.agent ?? 'agent'];
  const { toolBindings } = bench.psp;
  return bench.store.transact(async (tx) => {
    await toolBindings.prepare(tx, {
      toolRequestId,
      delegator: change.delegator ?? IDS.delegator,
      agentId: change.agent === 'otherAgent' ? IDS.otherAgent : IDS.agent,
      agentJkt: agent.jkt,
      agentJwk: agent.publicJwk,
      limits: {
        currency: change.currency ?? 'CNY',
        max_amount: change.maxAmount ?? '600.00',
        valid_until: formatUtcSeconds(change.validUntil ?? now + DAY_SECONDS),
        ...(change.merchants === undefined
          ? {}
          : { merchants: [...change.merchants] as [string, ...string[]] }),
      },
      now,
    });
    return (await toolBindings.activate(tx, { toolRequestId, now })).paymentToolRef;
  });
}

function buildCommand({ now }: Bench, claims: Partial<CommandClaims>, signer: Signer): Promise<string> {
  return signMessage(
    'command',
    {
      iss: IDS.agent,
      aud: IDS.psp,
      jti: fresh('cmd'),
      iat: now,
      action: 'payment.query',
      target: '-',
      ...claims,
    },
    signer,
  );
}

async function buildPayment(bench: Bench, order: Order): Promise<PaymentBody> {
  const { world, actors, now } = bench;
  const amount = order.amount ?? '553.50';
  const exp = now + (order.quoteLifetimeSeconds ?? 600);
  const discounts = order.discount ? [order.discount] : [];
  const minor = parseAmount(amount, 'CNY').minor - parseAmount(order.discount?.amount ?? '0', 'CNY').minor;
  const quote = await signMessage(
    'quote',
    {
      ...world.quoteClaims,
      jti: fresh('quo'),
      iat: now - 10,
      exp,
      pay_before: formatUtcSeconds(exp),
      out_trade_no: order.outTradeNo ?? fresh('order'),
      amount,
      discounts,
      payer_amount: formatAmount({ currency: 'CNY', minor }),
      payee: { account: order.payee ?? PAYEE_ACCOUNT, psp_id: IDS.psp },
      ...order.quote,
    },
    actors.merchant.signer,
  );
  const mandate = order.mandate ?? world.mandate;
  return { mandate, quote, payment_request: await buildRequest(bench, mandate, quote, order) };
}

async function buildRequest(bench: Bench, mandate: string, quote: string, order: Order): Promise<string> {
  const { claims } = readMessage('quote', quote);
  return signMessage(
    'paymentRequest',
    {
      iss: IDS.agent,
      aud: IDS.psp,
      jti: order.requestId ?? fresh('req'),
      iat: bench.now,
      level: 'act:L2',
      quote_digest: await digestOfJws(quote),
      out_trade_no: claims.out_trade_no,
      amount: claims.amount,
      payer_amount: claims.payer_amount,
      currency: claims.currency,
      method_id: IDS.method,
      payment_tool_ref: order.toolRef ?? bench.toolRef,
      delegation_id: readMessage('mandate', mandate).claims.jti,
      mandate_digest: await digestOfJws(mandate),
      ...order.request,
    },
    order.signer ?? bench.actors.agent.signer,
  );
}

/** Signs with a key of its own and says that it is the agent's. */
export function forgerOf({ agent, device }: Actors): Signer {
  return { ...device.signer, header: agent.signer.header };
}

/** `ok`, or the code that came back. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error);
  }
}

export function receiptOf(compact: string): ReceiptClaims {
  return readMessage('receipt', compact).claims;
}

/** Whether debits equal credits and every balance is the sum of its entries (OA-LDG-02). */
export async function booksBalance(bench: Bench): Promise<boolean> {
  return (await auditLedger(bench.store.read)).balanced;
}
