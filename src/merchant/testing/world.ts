/** A merchant on a temporary disk, with an agent and a payment service that sign like real ones. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, type HttpAnswer, type HttpClient, type RateLimit } from '../../http/index.ts';
import { digestOfJws, digestOfObject } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type {
  CommandClaims,
  QuoteAnswer,
  QuoteRequestBody,
  ReceiptClaims,
} from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { newId, type Random, type TraceEvent } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { EKU } from '../../protocol/x509/index.ts';
import type { Store } from '../../store/index.ts';
import { openPatiently } from '../../store/testing/patient.ts';
import { openTrustList } from '../../verifier/index.ts';
import {
  type Actor,
  type Actors,
  certifiedActor,
  createActors,
  DAY_SECONDS,
  IDS,
  WORLD_NOW,
} from '../../verifier/testing/actors.ts';
import { attestationClaims, entry, trustListClaims } from '../../verifier/testing/claims.ts';
import { createMerchant, type Merchant } from '../app.ts';
import type { MerchantConfig } from '../config.ts';
import { merchantMigrations } from '../migrations.ts';

export const PSP_URL = 'https://bank.example';
/** A second payment service, listed as well, that a test may have its merchant accept. */
export const SECOND_PSP = { id: 'did:act:second.example/psp', url: 'https://second.example' } as const;

export const random: Random = (count) => new Uint8Array(randomBytes(count));

/** An answer of the server. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

/** What the payment service answers to the merchant's commands; undefined = no answer at all. */
export type PspAnswer = (
  url: string,
  command: CommandClaims,
) => { status: number; body: unknown; retryAfterSeconds?: number } | undefined;

export interface MerchantWorld {
  readonly actors: Actors;
  readonly secondPsp: Actor;
  readonly store: Store;
  readonly merchant: Merchant;
  readonly trace: TraceEvent[];
  /** Unix seconds; tests move it. */
  readonly time: { now: number };
  readonly psp: { answer: PspAnswer; readonly commands: CommandClaims[] };
  /** Another process on the same database. */
  restart(changes?: Partial<MerchantConfig>): Promise<Merchant>;
  close(): Promise<void>;
}

export function testConfig(changes: Partial<MerchantConfig> = {}): MerchantConfig {
  const deliverBy = formatUtcSeconds(WORLD_NOW + DAY_SECONDS);
  const train = { category: 'transport/train', currency: 'CNY', deliver_by: deliverBy };
  const psp = { psp_id: IDS.psp, endpoint: PSP_URL, method_schema_url: `${PSP_URL}/method.json` };
  return {
    merchant: IDS.merchant,
    base_url: 'https://rail.example',
    items: [
      { ...train, item_id: 'G123-2', name: 'G123, second class', price: '553.50', stock: 3 },
      { ...train, item_id: 'G125-2', name: 'G125, second class', price: '598.00', stock: 3 },
      {
        item_id: 'tea-1',
        name: 'Bubble tea',
        category: 'food/drink',
        price: '18.00',
        currency: 'CNY',
        stock: 3,
      },
    ],
    payee: { account: 'acct-rail', psp_id: IDS.psp },
    methods: [{ method_id: IDS.method, psps: [psp] }],
    coupons: [{ code: 'TEA3', amount: '3.00', currency: 'CNY', label: 'Tea coupon' }],
    confirmation: { first_delay_seconds: 2, max_delay_seconds: 8, max_attempts: 3, poll_milliseconds: 5 },
    ...changes,
  };
}

/** @param location of the database; a file of its own otherwise */
export async function createMerchantWorld(
  changes: Partial<MerchantConfig> = {},
  callerLimit?: RateLimit,
  location?: string,
): Promise<MerchantWorld> {
  const actors = await createActors();
  const { bank: authority } = actors.authorities;
  const secondPsp = await certifiedActor({ authority, uri: SECOND_PSP.id, eku: [EKU.receipt] });
  const folder = await mkdtemp(join(tmpdir(), 'openact-merchant-'));
  const store = await openPatiently(location ?? join(folder, 'merchant.db'), merchantMigrations);
  const time = { now: WORLD_NOW };
  const trace: TraceEvent[] = [];
  const psp: MerchantWorld['psp'] = { answer: fulfilled, commands: [] };
  const trustList = await openedTrustList(actors);
  const start = (more: Partial<MerchantConfig> = {}): Promise<Merchant> =>
    createMerchant({
      config: testConfig({ ...changes, ...more }),
      store,
      signer: actors.merchant.signer,
      trust: { current: async () => trustList },
      http: pspClient(psp),
      clock: () => time.now,
      random,
      log: createLogger('test', 'silent'),
      trace: (event) => trace.push(event),
      ...(callerLimit ? { callerLimit } : {}),
    });
  return {
    actors,
    secondPsp,
    store,
    merchant: await start(),
    trace,
    time,
    psp,
    restart: start,
    async close() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function openedTrustList(actors: Actors) {
  const claims = trustListClaims(actors);
  const entries = [...claims.entries, entry(SECOND_PSP.id, 'PSP', actors.anchors.bank)].map((one) =>
    one.role === 'PSP'
      ? { ...one, endpoints: { base_url: one.entity === SECOND_PSP.id ? SECOND_PSP.url : PSP_URL } }
      : one,
  );
  const signed = await signMessage('trustList', { ...claims, entries }, actors.trustList.signer);
  return openTrustList(signed, actors.trustList.publicJwk, WORLD_NOW);
}

const fulfilled: PspAnswer = (_url, command) => ({
  status: 200,
  body: { trade_no: command.target, state: 'WAIT_BUYER_RECEIPT' },
});

function pspClient(psp: MerchantWorld['psp']): HttpClient {
  const unreachable = new ActError('peer_unreachable');
  return {
    get: () => Promise.reject(unreachable),
    async post(url, body): Promise<HttpAnswer> {
      const { command } = body as { command: string };
      const { claims } = readMessage('command', command);
      psp.commands.push(claims);
      const answer = psp.answer(url, claims);
      if (answer === undefined) throw unreachable;
      const contentType = answer.status < 300 ? 'application/json' : 'application/problem+json';
      return {
        status: answer.status,
        contentType,
        body: new TextEncoder().encode(JSON.stringify(answer.body)),
        ...(answer.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: answer.retryAfterSeconds }),
      };
    },
  };
}

export async function post(world: MerchantWorld, path: string, body: unknown): Promise<Answer> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return answerOf(await world.merchant.app.request(path, init));
}

export async function get(world: MerchantWorld, path: string, command?: string): Promise<Answer> {
  const headers: Record<string, string> =
    command === undefined ? {} : { authorization: `ACT-Command ${command}` };
  return answerOf(await world.merchant.app.request(path, { headers }));
}

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, body: await response.json() };
}

/** A command of the test world's agent, dated now. */
export function command(
  world: MerchantWorld,
  claims: Pick<CommandClaims, 'action' | 'target'> & Partial<CommandClaims>,
  by: Actor = world.actors.agent,
): Promise<string> {
  const base = { iss: IDS.agent, aud: IDS.merchant, jti: newId(random, 'cmd'), iat: world.time.now };
  return signMessage('command', { ...base, ...claims }, by.signer);
}

export function attestation({ actors }: MerchantWorld): Promise<string> {
  return signMessage('attestation', attestationClaims(actors), actors.provider.signer);
}

type Order = QuoteRequestBody['order'];

export function orderOf(changes: Partial<Order> = {}): Order {
  const lines = [{ item_id: 'G123-2', quantity: 1 }];
  return { lines, currency: 'CNY', expected_amount: '553.50', ...changes };
}

export async function quoteBody(
  world: MerchantWorld,
  order: Order = orderOf(),
  changes: Partial<CommandClaims> = {},
): Promise<QuoteRequestBody> {
  const digest = await digestOfObject(order as unknown as JsonValue);
  const signed = await command(world, {
    action: 'quote.request',
    target: IDS.merchant,
    params: { digest },
    ...changes,
  });
  return { agent_attestation: await attestation(world), order, command: signed };
}

/** A quote that was given; fails the test otherwise. */
export async function quoted(world: MerchantWorld, order: Order = orderOf()): Promise<QuoteAnswer> {
  const { status, body } = await post(world, '/quotes', await quoteBody(world, order));
  if (status !== 201) throw new Error(`no quote: ${body.code}`);
  return body;
}

/** The seller's receipt for a quote, as the payment service would sign it. */
export async function receiptFor(
  world: MerchantWorld,
  quote: string,
  changes: Partial<ReceiptClaims> = {},
  by: Actor = world.actors.psp,
): Promise<string> {
  const { claims } = readMessage('quote', quote);
  const { now } = world.time;
  const receipt: ReceiptClaims = {
    iss: IDS.psp,
    jti: newId(random, 'rcp'),
    iat: now,
    exp: now + DAY_SECONDS,
    aud: IDS.merchant,
    trade_no: newId(random, 'trd'),
    out_trade_no: claims.out_trade_no,
    merchant: IDS.merchant,
    state: 'WAIT_SELLER_FULFILLMENT',
    amount: claims.amount,
    payer_amount: claims.payer_amount,
    currency: claims.currency,
    payee: claims.payee,
    quote_digest: await digestOfJws(quote),
    request_digest: await digestOfObject('request'),
    agent_jkt: world.actors.agent.jkt,
    authorization_digest: await digestOfObject('authorization'),
    paid_at: formatUtcSeconds(now),
    ...changes,
  };
  return signMessage('receipt', receipt, by.signer);
}

/** Asks for the goods of a quote with a receipt. */
export async function release(
  world: MerchantWorld,
  quote: string,
  receipt: string,
  changes: Partial<CommandClaims> = {},
  by: Actor = world.actors.agent,
): Promise<Answer> {
  const no = readMessage('quote', quote).claims.out_trade_no;
  const digest = await digestOfJws(receipt);
  const claims = { action: 'order.release', target: no, params: { digest }, ...changes } as const;
  return post(world, `/orders/${no}/release`, { receipt, command: await command(world, claims, by) });
}
