import type { Exchange, ExchangeAnswer, ExchangeRequest } from '../../http/exchange.ts';
import { traced } from '../../http/traced.ts';
import {
  A402_HEADERS,
  bodyDigestOf,
  decodePaymentValidation,
  fingerprintOf,
} from '../../protocol/a402/index.ts';
import { ActError, type Code, codes } from '../../protocol/errors/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { writeEvent } from '../../records/index.ts';
import type { AskedRequest } from '../../verifier/index.ts';
import type { AgentContext } from '../config.ts';
import { cartConfirmed, type Process, processUnder } from '../events.ts';
import { withKey } from '../keys.ts';
import { inTurn, type Running } from '../tasks/in-turn.ts';
import { readBill } from './bill.ts';
import { assertOwesLittle, keepOwed } from './owed.ts';
import { payBill, type Wallet } from './pay.ts';
import { type ConfirmedWallet, confirmBill } from './pay-confirmed.ts';
import { presentProof } from './present.ts';
import { type A402Purchase, findA402, findNamed, findUnfinished, mayFollow, saveA402 } from './purchases.ts';

/** As `fetch`: what costs money is paid on the way, within the mandate. */
export type BuyingFetch = (url: string, init?: BuyingInit) => Promise<Response>;

export interface BuyingInit {
  readonly method?: string;
  readonly headers?: Headers | Readonly<Record<string, string>>;
  /** As bytes, so that the same call is the same request again: what is bought depends on each of them. */
  readonly body?: string | Uint8Array;
  /** The caller's name for this purchase: the same name again gets what it bought, also after a crash. */
  readonly purchaseId?: string;
}

/**
 * A fetch that buys (ACT PSD-PAY-A402, PSD-PAY-AUP): it asks, judges the bill, checks it against the mandate, pays, and
 * asks again with the proof. At act:L1 the user confirms each bill at the cashier instead. A call that ended in the dark
 * is taken up where it stopped, under its first bill. One that was delivered is over, and the next call for the same
 * address is a new purchase, unless both carry the same `purchaseId`: then the seller is shown the first proof again,
 * and answers what it has stored. No further bill is paid to a seller that has not delivered for several: the calls that
 * it was paid for are made again first.
 *
 * @throws ActError request_id_reused for a `purchaseId` of another request, a402_*, quote_*, the code of the limit that
 *   a bill would break, payment_pending (the user has not decided), peer_unreachable (the outcome is unknown: call again)
 */
export function createBuyingFetch(
  agent: AgentContext,
  wallet: Wallet | ConfirmedWallet,
  exchange: Exchange,
): BuyingFetch {
  const process = processBehind(agent, wallet);
  const delegationId = process.mandate?.delegationId ?? process.intentId;
  const running: Running = new Map();
  return async (url, init = {}) => {
    const context = await withKey(agent, keyOf(wallet));
    const request = requestOf(context, url, init);
    const asked = await askedOf(request);
    const { purchaseId } = init;
    const open = await (purchaseId === undefined
      ? findUnfinished(context.store.read, delegationId, asked.resource_id)
      : findNamed(context.store.read, delegationId, purchaseId));
    const begun = open ?? (await begin(context, exchange, request, asked, process, purchaseId));
    if (!('outTradeNo' in begun)) return responseOf(begun);
    if (begun.resourceId !== asked.resource_id) throw new ActError('request_id_reused');
    // One after the other: of two calls for what is open the second finds what the first has come to.
    const paid = await inTurn(running, begun.outTradeNo, () => paidBy(context, wallet, begun));
    return responseOf(
      await collect(context, exchange, request, asked, { ...paid, intentId: process.intentId }),
    );
  };
}

/** What is bought is kept by mandate; at act:L1, where there is none, by intent. */
function processBehind({ config }: AgentContext, wallet: Wallet | ConfirmedWallet): Process {
  const { agent_id: agentId } = config;
  return 'mandate' in wallet ? processUnder(agentId, wallet.mandate) : { agentId, intentId: wallet.intentId };
}

/** At act:L1 there is no mandate that would name the key: the tool has to be one of the key in use. */
function keyOf(wallet: Wallet | ConfirmedWallet): string | undefined {
  return 'mandate' in wallet ? readMessage('mandate', wallet.mandate).claims.cnf.jkt : undefined;
}

/** @throws ActError purchase_transition_illegal when another call has ended it meanwhile, without a payment; as `payBill` */
async function paidBy(
  context: AgentContext,
  wallet: Wallet | ConfirmedWallet,
  begun: A402Purchase,
): Promise<A402Purchase> {
  const current = (await findA402(context.store.read, begun.outTradeNo)) ?? begun;
  if (current.tradeNo !== undefined) return current;
  if (current.state !== 'OPEN') {
    throw new ActError('purchase_transition_illegal', { from: current.state, to: 'PAID' });
  }
  return payBy(context, wallet, methodOf(context, current), current);
}

function payBy(
  context: AgentContext,
  wallet: Wallet | ConfirmedWallet,
  methodId: string,
  purchase: A402Purchase,
): Promise<A402Purchase> {
  return 'mandate' in wallet
    ? payBill(context, wallet, methodId, purchase)
    : confirmBill(context, wallet, methodId, purchase);
}

const INIT_MEMBERS: ReadonlySet<string> = new Set(['method', 'headers', 'body', 'purchaseId']);

/** @throws TypeError for an address that is none, and for a wish that would otherwise go unheard */
function requestOf(context: AgentContext, url: string, init: BuyingInit): ExchangeRequest {
  const unknown = Object.keys(init).find((member) => !INIT_MEMBERS.has(member));
  if (unknown !== undefined) throw new TypeError(`What is bought on access takes no ${unknown}.`);
  const { method = 'GET', headers = {}, body = '' } = init;
  return {
    url: addressOf(url),
    method: method.toUpperCase(),
    headers: headersWith(headers, context.config.agent_id),
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  };
}

/** The address as it goes out: without a fragment, and without the mark of a query that is empty. */
function addressOf(url: string): string {
  const address = new URL(url);
  address.hash = '';
  if (address.search === '') address.search = '';
  return address.href;
}

/** Who buys, and what proves a payment, is said here and by nobody else. */
function headersWith(given: NonNullable<BuyingInit['headers']>, agentId: string): Record<string, string> {
  const headers = new Headers(given);
  headers.delete(A402_HEADERS.buyer);
  headers.delete(A402_HEADERS.proof);
  return { ...Object.fromEntries(headers), [A402_HEADERS.buyer]: agentId };
}

async function askedOf({ method, url: uri, body }: ExchangeRequest): Promise<AskedRequest> {
  const body_digest = await bodyDigestOf(body);
  return { method, uri, body_digest, resource_id: await fingerprintOf({ method, uri, body_digest }) };
}

/** @returns the answer, if it cost nothing; otherwise the purchase of its bill, written down before anything is paid */
async function begin(
  context: AgentContext,
  exchange: Exchange,
  request: ExchangeRequest,
  asked: AskedRequest,
  process: Process,
  purchaseId: string | undefined,
): Promise<ExchangeAnswer | A402Purchase> {
  const answer = await exchange(request);
  if (answer.status !== 402) return answer;
  const bill = await readBill(context, asked, answer);
  const now = context.clock();
  const confirmed = await cartConfirmed(process, { quote: bill.quote, now });
  const delegationId = process.mandate?.delegationId ?? process.intentId;
  const purchase: A402Purchase = {
    outTradeNo: bill.claims.out_trade_no,
    delegationId,
    resourceId: asked.resource_id,
    quote: bill.quote,
    state: 'OPEN',
    sent: [],
    ...(purchaseId === undefined ? {} : { purchaseId }),
  };
  return context.store.transact(async (tx) => {
    // Of two calls under one name the second goes on with the bill of the first.
    const first = purchaseId === undefined ? undefined : await findNamed(tx, delegationId, purchaseId);
    if (first !== undefined) return first;
    await assertOwesLittle(tx, delegationId, bill.claims.iss, now);
    await saveA402(tx, purchase, now);
    await writeEvent(tx, confirmed);
    return purchase;
  });
}

function methodOf({ config }: AgentContext, { quote }: A402Purchase): string {
  const { accepted } = readMessage('quote', quote).claims;
  const ours = accepted.find(
    ({ method_id, psp_id }) => psp_id === config.psp_id && config.payment_methods.includes(method_id),
  );
  if (!ours) throw new ActError('a402_not_payable', { rule: 'method' });
  return ours.method_id;
}

async function collect(
  context: AgentContext,
  exchange: Exchange,
  request: ExchangeRequest,
  asked: AskedRequest,
  { intentId, ...purchase }: A402Purchase & { readonly intentId: string },
): Promise<ExchangeAnswer> {
  const { tradeNo, sellerReceipt } = purchase;
  if (tradeNo === undefined || sellerReceipt === undefined)
    throw new ActError('internal', { rule: 'unpaid' });
  const { iss: seller } = readMessage('quote', purchase.quote).claims;
  const { agent_id: agentId } = context.config;
  const step = { from: seller, to: agentId, message: 'Payment-Validation', signer: null };
  return traced(context.trace, step, async () => {
    const proof = { tradeNo, sellerReceipt, intentId };
    const notDelivered = () => keepOwed(context, purchase, seller);
    const answer = await presentProof(context, exchange, request, asked, proof).catch(async (error) => {
      await notDelivered();
      throw error;
    });
    await (isDelivered(answer, asked, tradeNo) ? finish(context, purchase, 'DELIVERED') : notDelivered());
    if (answer.status !== 402) return answer;
    const code = refusalIn(answer);
    // Who has not said a word of the proof may not have seen it: it stays good, and no other bill is paid for it.
    if (code !== undefined && codes[code].retryability === 'never')
      await finish(context, purchase, 'REFUSED');
    throw new ActError(code ?? 'payment_proof_invalid', { by: code === undefined ? 'nobody' : 'seller' });
  });
}

/** The money is spent either way, and counts against the mandate. What was delivered stays delivered. */
function finish(
  context: AgentContext,
  purchase: A402Purchase,
  state: 'DELIVERED' | 'REFUSED',
): Promise<void> {
  return context.store.transact(async (tx) => {
    const former = await findA402(tx, purchase.outTradeNo);
    const next: A402Purchase = { ...purchase, state };
    if (former === undefined || mayFollow(former, next)) await saveA402(tx, next, context.clock());
  });
}

/** Statuses beyond the good ones with which a handler may deliver: it sends on, or the buyer has the goods already. */
const FIRST_FAILURE = 400;

/**
 * Only the seller's own word for this payment ends a purchase: what comes from before it may look like anything, and what
 * somebody has kept may be another's.
 *
 * @see OA-A402-15
 */
function isDelivered(
  { status, headers }: ExchangeAnswer,
  { resource_id }: AskedRequest,
  tradeNo: string,
): boolean {
  const header = headers.get(A402_HEADERS.validation);
  if (header === null || status >= FIRST_FAILURE) return false;
  try {
    const { protocol } = decodePaymentValidation(header);
    return protocol.resource_id === resource_id && protocol.trade_no === tradeNo;
  } catch (error) {
    if (error instanceof ActError) return false;
    throw error;
  }
}

/**
 * Why the seller refused the proof; undefined where it does not say so.
 *
 * @throws ActError a402_header_malformed
 */
function refusalIn({ headers }: ExchangeAnswer): Code | undefined {
  const header = headers.get(A402_HEADERS.validation);
  if (header === null) return undefined;
  const { code } = decodePaymentValidation(header).method;
  return code !== undefined && Object.hasOwn(codes, code) ? (code as Code) : 'payment_proof_invalid';
}

function responseOf({ status, headers, body }: ExchangeAnswer): Response {
  return new Response(body.byteLength === 0 ? null : body, { status, headers });
}
