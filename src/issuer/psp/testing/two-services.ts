import type { Hono } from 'hono';
import { createApp, createLogger, type HttpAnswer, type HttpClient } from '../../../http/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { PaymentBody } from '../../../protocol/generated/types.ts';
import { EKU } from '../../../protocol/x509/index.ts';
import type { TestEngine } from '../../../store/testing/sqlite.ts';
import { type Actor, type Actors, certifiedActor, IDS, WORLD_NOW } from '../../../verifier/testing/actors.ts';
import type { Changes } from '../../../verifier/testing/world.ts';
import { type Interconnection, type Promotion, pspRoutes } from '../index.ts';
import {
  type Bench,
  booksBalance,
  createBench,
  FUNDED_MINOR,
  type Order,
  PAYEE_ACCOUNT,
  PAYER_ACCOUNT,
  WIDE_MANDATE,
} from './bench.ts';

/** Where the two are reached. */
const AT = { a: 'https://bank.example', b: 'https://pay.example' };

export const OTHER_PSP = 'did:act:pay.example/psp';
/** In the trust list, and nobody's partner where nothing else is said. */
export const THIRD_PSP = 'did:act:third.example/psp';
export const CLEARING = {
  /** At A: in credit, what A owes B. At B: in debit, what A owes. */
  atA: `clearing:${OTHER_PSP}:CNY`,
  atB: `clearing:${IDS.psp}:CNY`,
  transit: `transit:${OTHER_PSP}:CNY`,
  promotions: 'promotions:CNY',
};

export const PROMOTION: Promotion = {
  promotionId: 'instant-30',
  currency: 'CNY',
  amountMinor: 3_000n,
  minAmountMinor: 10_000n,
  budgetMinor: 9_000n,
  validUntil: WORLD_NOW + 3_600,
};

export const DISCOUNT = { funder: IDS.psp, amount: '30.00', promotion_id: 'instant-30' } as const;
/** 100.00 to the merchant: 70.00 of the payer and 30.00 of A's promotion. */
export const WITH_DISCOUNT = { request: { payer_amount: '70.00', discounts: [DISCOUNT] } };

/** The largest amount, in CNY. */
export const GREATEST = { text: '9999999999999.99', minor: 999_999_999_999_999n };

/** Of payer codes. */
const PREFIXES = { a: ['28', '29'], b: ['62'] };

/** What happens to the next message between the two, and to each after it. */
export type Fate = 'arrives' | 'request_lost' | 'answer_lost';

export interface BankActors extends Actors {
  readonly command: Actor;
  readonly otherReceipt: Actor;
  readonly otherCommand: Actor;
  readonly thirdCommand: Actor;
}

export async function bankActors(actors: Actors): Promise<BankActors> {
  const { bank: authority } = actors.authorities;
  const of = (uri: string, eku: string) => certifiedActor({ authority, uri, eku: [eku] });
  return {
    ...actors,
    command: await of(IDS.psp, EKU.command),
    otherReceipt: await of(OTHER_PSP, EKU.receipt),
    otherCommand: await of(OTHER_PSP, EKU.command),
    thirdCommand: await of(THIRD_PSP, EKU.command),
  };
}

/** A payer's service (A) and a merchant's (B), each over a database of its own, and the wire between them. */
export interface TwoServices {
  readonly a: Bench;
  readonly b: Bench;
  /** One fate for each message; when they are used up, everything arrives. */
  fates: Fate[];
  /** Replaces what B says. */
  answerWith: ((answer: HttpAnswer) => HttpAnswer) | undefined;
  /** What went over the wire, oldest first. */
  readonly sent: {
    readonly origin: string;
    readonly path: string;
    readonly body: { command: string; instruction?: unknown };
  }[];
  /** Transfers that have arrived at B, by name. */
  readonly arrived: Set<string>;
  /** Runs when a message has left A. */
  onTheWay: (() => Promise<void>) | undefined;
  /** A payment into the merchant's account at B. */
  payment(order?: Order): Promise<PaymentBody>;
  /** Posts as the wire does, to B where nothing else is said. */
  deliver(path: string, body: unknown, to?: string): Promise<HttpAnswer>;
  restartA(): Promise<void>;
  advance(seconds: number): void;
  close(): Promise<void>;
}

export interface Agreement {
  /** Whom A, and whom B, clears with. */
  readonly partnersOfA?: readonly string[];
  readonly partnersOfB?: readonly string[];
  /** B looks into what its operator has written down, and not into `arrived`. */
  readonly ownArrivals?: true;
  readonly promotion?: Partial<Promotion>;
  /** Of the mandate, instead of CNY. */
  readonly currency?: string;
  /** Mandate and tools allow as much as an amount can be. */
  readonly greatest?: true;
}

/** What the payer has paid, what A owes for it, what B is owed and what its merchant has, in minor units. */
export async function moneyOf({ a, b }: TwoServices) {
  return {
    payer: (await a.balance(PAYER_ACCOUNT)) - FUNDED_MINOR,
    promotion: await orNothing(a, CLEARING.promotions),
    weOwe: await orNothing(a, CLEARING.atA),
    theyOwe: await orNothing(b, CLEARING.atB),
    merchant: await b.balance(PAYEE_ACCOUNT),
    books: [await booksBalance(a), await booksBalance(b)],
  };
}

/** Of an account that there may not be yet. */
export async function orNothing({ store }: Bench, accountId: string): Promise<bigint> {
  const row = await store.read.get('SELECT balance_minor FROM accounts WHERE account_id = $1', [accountId]);
  return row === undefined ? 0n : BigInt(String(row.balance_minor));
}

export async function createTwoServices(
  actors: BankActors,
  engine: TestEngine,
  agreement: Agreement = {},
): Promise<TwoServices> {
  const world = allListed(agreement);
  const a = await createBench(actors, world, engine);
  const b = await createBench(actors, world, engine);
  const apps = new Map<string, Hono>();
  const two: TwoServices = {
    a,
    b,
    fates: [],
    answerWith: undefined,
    sent: [],
    arrived: new Set(),
    onTheWay: undefined,
    payment: (order = {}) => a.payment(intoB(order)),
    async deliver(path, body, to = AT.b) {
      const app = apps.get(to);
      if (app === undefined) throw new Error(`nobody is at ${to}`);
      return post(app, `${to}${path}`, body);
    },
    async restartA() {
      await a.restart({
        interconnection: ofA,
        payerCodePrefixes: PREFIXES.a,
        ...(agreement.greatest ? { policy: { toolMaxAmountMinor: GREATEST.minor } } : {}),
      });
      apps.set(AT.a, appOf(a));
    },
    advance(seconds) {
      a.now += seconds;
      b.now += seconds;
    },
    async close() {
      await a.close();
      await b.close();
    },
  };
  const http = wireOf(two);
  const ofA = interconnectionOfA(actors, agreement, http);
  await two.restartA();
  await b.restart({
    pspId: OTHER_PSP,
    receiptSigner: actors.otherReceipt.signer,
    trust: { current: async () => a.world.trustList },
    interconnection: interconnectionOfB(actors, agreement, http, two.arrived),
    payerCodePrefixes: PREFIXES.b,
  });
  apps.set(AT.b, appOf(b));
  return two;
}

/** The wide mandate, and a trust list that has all three services with their addresses. */
function allListed({ currency, greatest }: Agreement): Changes {
  return {
    ...WIDE_MANDATE,
    intent(intent) {
      WIDE_MANDATE.intent?.(intent);
      if (currency !== undefined) intent.currency = currency;
      if (greatest) {
        const total = Number(GREATEST.text);
        Object.assign(intent, { max_total_amount: total });
        Object.assign(intent.ext?.commerce ?? {}, { max_single_amount: total });
      }
    },
    trustList(list) {
      const own = list.entries.find(({ entity, role }) => entity === IDS.psp && role === 'PSP');
      if (own === undefined) throw new Error('no payment service in the trust list');
      own.endpoints = { base_url: AT.a };
      list.entries.push({ ...own, entity: OTHER_PSP, endpoints: { base_url: AT.b } });
      list.entries.push({ ...own, entity: THIRD_PSP, endpoints: { base_url: 'https://third.example' } });
    },
  };
}

/** An order that is paid into the merchant's account at B. */
const intoB = (order: Order): Order => ({
  amount: '100.00',
  ...order,
  quote: {
    payee: { account: PAYEE_ACCOUNT, psp_id: OTHER_PSP },
    accepted: [{ method_id: IDS.method, psp_id: OTHER_PSP }],
    ...order.quote,
  },
});

/** What the two say to each other: each message has its fate. */
function wireOf(two: TwoServices): HttpClient {
  return {
    get: () => Promise.reject(new ActError('peer_unreachable')),
    async post(url, body) {
      const { pathname: path, origin } = new URL(url);
      const fate = two.fates.shift() ?? 'arrives';
      two.sent.push({ origin, path, body: body as { command: string } });
      await two.onTheWay?.();
      if (fate === 'request_lost') throw new ActError('peer_unreachable');
      const answer = await two.deliver(path, body, origin);
      if (fate === 'answer_lost') throw new ActError('peer_unreachable');
      return two.answerWith?.(answer) ?? answer;
    },
  };
}

function interconnectionOfA(
  actors: BankActors,
  { partnersOfA = [OTHER_PSP], promotion }: Agreement,
  http: HttpClient,
): Interconnection {
  return {
    commandSigner: actors.command.signer,
    http,
    partners: partnersOfA.map((pspId) =>
      pspId === OTHER_PSP ? { pspId, payerCodePrefixes: PREFIXES.b } : { pspId },
    ),
    promotions: [{ ...PROMOTION, ...promotion }],
  };
}

function interconnectionOfB(
  actors: BankActors,
  { partnersOfB = [IDS.psp], ownArrivals }: Agreement,
  http: HttpClient,
  arrived: ReadonlySet<string>,
): Interconnection {
  return {
    commandSigner: actors.otherCommand.signer,
    http,
    partners: partnersOfB.map((pspId) =>
      pspId === IDS.psp ? { pspId, payerCodePrefixes: PREFIXES.a } : { pspId },
    ),
    ...(ownArrivals ? {} : { arrivals: { has: async ({ evidenceRef }) => arrived.has(evidenceRef) } }),
  };
}

async function post(app: Hono, url: string, body: unknown): Promise<HttpAnswer> {
  const answer = await app.fetch(
    new Request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  const contentType = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
  return { status: answer.status, contentType, body: new Uint8Array(await answer.arrayBuffer()) };
}

function appOf(bench: Bench): Hono {
  const app = createApp({ name: 'psp', log: createLogger('psp', 'silent'), checks: [] });
  app.route('/', pspRoutes(bench.psp));
  return app;
}
