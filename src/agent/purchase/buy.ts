import { ActError } from '../../protocol/errors/index.ts';
import type { IacPayload, Intent } from '../../protocol/generated/types.ts';
import { REQUEST_TIME_SKEW_SECONDS } from '../../protocol/limits.ts';
import { readKept, readMessage } from '../../protocol/messages/index.ts';
import { parseAmount } from '../../protocol/money/index.ts';
import { newId } from '../../protocol/ports.ts';
import { type Happening, writeEvent } from '../../records/index.ts';
import { newOrderedId } from '../../store/index.ts';
import type { AgentContext } from '../config.ts';
import { decide } from '../decision/decide.ts';
import { explanationOf, saveDecision } from '../decision/record.ts';
import { transferIntent } from '../decision/transfer.ts';
import { discoverCapability } from '../discovery/capability.ts';
import { type Across, acrossFor } from '../discovery/clearing.ts';
import { cartConfirmed, decisionLogged, processOf } from '../events.ts';
import type { PartialIntent } from '../intent/draft.ts';
import type { GrantedMandate } from '../mandate/granted.ts';
import { confirmedUse } from '../mandate/use.ts';
import type { Offer } from '../payer-code/offer.ts';
import { giveUp, isGivenUp, payAsSet } from './after-refusal.ts';
import { assembleBundle, type JudgedBundle } from './bundle.ts';
import { giveUpOrder } from './cancel.ts';
import { confirmationOf } from './confirmation.ts';
import { payInstant } from './instant.ts';
import { assembleInstantBundle } from './instant-bundle.ts';
import { confirmCart, type OrderBasis, placeOrder } from './order.ts';
import { payPurchase, standstillOf } from './pay.ts';
import { type Purchase, type PurchaseData, type Standstill, savePurchase } from './purchase.ts';
import { releaseGoods } from './release.ts';

/** Everything a purchase is made under. */
export interface Authority {
  readonly wanted: PartialIntent;
  /** What the mandate allows; at act:L1 what the user said, for the agent's own checks only. */
  readonly iac: IacPayload;
  /** Absent at act:L1, where the user confirms each payment at the cashier. */
  readonly granted?: GrantedMandate;
  readonly paymentToolRef: string;
  readonly intentId: string;
  readonly intent?: Intent;
}

/**
 * Carries a purchase as far as it goes: choose, order, pay, fetch the goods, put the evidence together. Each stage is
 * written down before the next begins, so that the same call takes up where a former one stopped.
 */
export async function advance(
  context: AgentContext,
  purchase: Purchase,
  authority: Authority,
): Promise<Purchase> {
  const { iac } = authority;
  if (isGivenUp(purchase, iac)) return giveUp(context, purchase);
  let current = restarted(context, purchase);
  if (current.state === 'NEW') current = await choose(context, current, authority);
  if (current.state === 'CHOSEN') current = await order(context, current, authority);
  if (isPayable(current)) {
    current = await payAsSet(context, current, iac, (next) => pay(context, next, authority));
  }
  if (current.state === 'PAID') current = await release(context, current);
  if (current.state === 'DONE' && current.data.bundle === undefined) {
    current = await evidence(context, current, authority);
  }
  return current;
}

function isPayable({ state }: Purchase): boolean {
  return ['QUOTED', 'UNKNOWN', 'REFUSED', 'WAIT_BUYER_PAY'].includes(state);
}

/** What was paused, or refused with a quote that has run out since, begins anew; a request may still be under way
 * until its time has passed everywhere. */
function restarted(context: AgentContext, purchase: Purchase): Purchase {
  const { retries } = purchase.data;
  const fresh: Purchase = { ...purchase, state: 'NEW', data: retries === undefined ? {} : { retries } };
  if (cameByItself(purchase.data)) return purchase;
  if (purchase.state === 'PAUSED') return fresh;
  const { quote } = purchase.data;
  if (quote === undefined) return purchase;
  const { exp } = readKept('quote', quote);
  const now = context.clock();
  if (purchase.state === 'QUOTED' && now >= exp) return fresh;
  return purchase.state === 'REFUSED' && now >= exp + REQUEST_TIME_SKEW_SECONDS ? fresh : purchase;
}

/** The shop has made the offer, by a till or a tap: nothing else is bought in its place. */
function cameByItself({ payerCode, trigger }: PurchaseData): boolean {
  return payerCode !== undefined || trigger !== undefined;
}

/**
 * Takes an offer that a shop has made by itself, to a shown code or by a tap, holds it against the authority, and
 * carries the purchase as far as it goes. What stands against it pauses the purchase, and a till may offer anew;
 * nothing else is bought in its place.
 *
 * @param find the judged offer, under the methods that are allowed
 * @throws ActError as `find`, while nothing is written down
 * @see OA-ICN-24, OA-INS-04
 */
export async function buyOffered(
  context: AgentContext,
  purchase: Purchase,
  authority: Authority,
  find: FindOffer,
): Promise<Purchase> {
  const isNew = purchase.state === 'NEW' || purchase.state === 'PAUSED';
  const current = isNew ? await takeOffer(context, purchase, authority, find) : purchase;
  return advance(context, current, authority);
}

export type FindOffer = (context: AgentContext, allowed: readonly string[] | undefined) => Promise<Offer>;

async function takeOffer(
  context: AgentContext,
  purchase: Purchase,
  authority: Authority,
  find: FindOffer,
): Promise<Purchase> {
  const { iac } = authority;
  const offer = await find(context, iac.allowed_payment_methods);
  const { claims } = readMessage('quote', offer.quote);
  const use = await confirmedUse(context.store.read, purchase.delegationId);
  const { quote, cart, payerCode } = offer;
  const correlation = {
    intent_id: authority.intentId,
    ...(authority.granted === undefined ? {} : { delegation_id: purchase.delegationId }),
    ...(payerCode === undefined ? {} : { payer_code: payerCode }),
  };
  const confirmation = await confirmationOf(quote, cart, correlation, context.clock());
  const data: PurchaseData = { ...offer };
  const chosen = await save(context, purchase, 'CHOSEN', data);
  try {
    confirmCart(context, claims, iac, use);
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return applyPolicy(context, chosen, iac, standstillOf(error));
  }
  const process = processOf(context.config.agent_id, authority);
  const confirmed = await cartConfirmed(process, { quote, confirmation, now: context.clock() });
  return save(context, chosen, 'QUOTED', { ...data, confirmation }, confirmed);
}

async function choose(context: AgentContext, purchase: Purchase, authority: Authority): Promise<Purchase> {
  const { wanted, iac, intentId } = authority;
  const use = await confirmedUse(context.store.read, purchase.delegationId);
  const { taskId, purchaseId } = purchase;
  const answers = await transferIntent(context, { taskId, intentId, wanted });
  const { record, chosen, objection } = decide(
    answers,
    wanted,
    iac,
    use,
    context.clock(),
    context.config.coupons,
  );
  const decisionId = newId(context.random, 'dec');
  const process = processOf(context.config.agent_id, authority);
  const event = await decisionLogged(process, { decisionId, record, now: context.clock() });
  await context.store.transact(async (tx) => {
    await saveDecision(tx, { decisionId, taskId, purchaseId }, record);
    await writeEvent(tx, event);
  });
  const data: PurchaseData = { ...purchase.data, decision: record, decisionId };
  if (chosen === undefined) {
    const standstill = objection ?? standstillOf(new ActError('no_match'));
    return applyPolicy(context, { ...purchase, data }, iac, standstill);
  }
  const agentId = context.config.agent_id;
  const note = explanationOf(record).join('\n');
  context.trace({ from: agentId, to: agentId, message: 'comparison', checks: [], outcome: 'ok', note });
  const quoteRequestId = newOrderedId(context.random, 'quo', context.clock());
  return save(context, purchase, 'CHOSEN', { ...data, chosen, quoteRequestId });
}

/**
 * Orders what was chosen, and writes down the transaction confirmation with the quote. A quote that was given and is
 * not taken is given up, so that its goods are not kept from others.
 *
 * @see CID-CART-CFM-15, CID-CART-CFM-16
 */
async function order(context: AgentContext, purchase: Purchase, authority: Authority): Promise<Purchase> {
  const { chosen, quoteRequestId, decisionId } = purchase.data;
  if (chosen === undefined || quoteRequestId === undefined) throw new ActError('internal');
  const { iac, intentId, granted } = authority;
  try {
    const allowed = iac.allowed_payment_methods;
    const { baseUrl, method } = await discoverCapability(context, chosen.merchant, {
      amount: parseAmount(chosen.order_amount ?? chosen.amount, chosen.currency),
      ...(allowed === undefined ? {} : { allowed }),
    });
    const basis: OrderBasis = { chosen, quoteRequestId, baseUrl, method, intentId };
    const use = await confirmedUse(context.store.read, purchase.delegationId);
    const { quote, cart } = await placeOrder(context, basis, iac, use);
    const correlation = {
      intent_id: intentId,
      ...(granted === undefined ? {} : { delegation_id: purchase.delegationId }),
      ...(decisionId === undefined ? {} : { decision_id: decisionId }),
      quote_request_id: quoteRequestId,
    };
    const confirmation = await confirmationOf(quote, cart, correlation, context.clock());
    const outTradeNo = confirmation.out_trade_no;
    const across = await crossing(context, chosen.merchant, quote);
    const ordered = { baseUrl, method, quote, cart, outTradeNo, confirmation, ...(across ? { across } : {}) };
    const confirmed = await cartConfirmed(processOf(context.config.agent_id, authority), {
      quote,
      confirmation,
      ...(decisionId === undefined ? {} : { decisionId }),
      now: context.clock(),
    });
    return await save(context, purchase, 'QUOTED', { ...purchase.data, ...ordered }, confirmed);
  } catch (error) {
    if (!(error instanceof ActError) || error.code === 'store_unavailable') throw error;
    return applyPolicy(context, purchase, authority.iac, standstillOf(error));
  }
}

/** How the quote crosses over to its account; one that cannot is given up like every other that is not taken. */
async function crossing(context: AgentContext, merchant: string, quote: string): Promise<Across | undefined> {
  try {
    return await acrossFor(context, readMessage('quote', quote).claims);
  } catch (error) {
    if (error instanceof ActError) await giveUpOrder(context, merchant, quote);
    throw error;
  }
}

/**
 * What the user wanted to happen when something does not fit. Either way the purchase is kept out of payment and the
 * reason is recorded.
 *
 * @see CID-CART-CFM-07, CID-CART-CFM-08, CID-CART-CFM-09, CID-CART-CFM-10, CID-CART-CFM-11
 */
async function applyPolicy(
  context: AgentContext,
  purchase: Purchase,
  iac: IacPayload,
  standstill: Standstill,
): Promise<Purchase> {
  const isCancelled = iac.ext?.agent_behavior?.price_deviation_action === 'AUTO_CANCEL';
  const state = isCancelled ? 'CANCELLED' : 'PAUSED';
  const agentId = context.config.agent_id;
  const { code, requirement } = standstill;
  context.trace({
    from: agentId,
    to: 'user',
    message: isCancelled ? 'AUTO_CANCEL' : 'PAUSE_AND_NOTIFY',
    checks: [],
    outcome: 'refused',
    code,
    requirement,
    ...(standstill.reason === undefined ? {} : { note: standstill.reason }),
  });
  return save(context, purchase, state, { ...purchase.data, standstill });
}

/** What the mandate leaves to its user goes to the cashier, with the same quote [OA-AUT-03]. */
async function pay(context: AgentContext, purchase: Purchase, authority: Authority): Promise<Purchase> {
  const { quote, method, trigger } = purchase.data;
  if (quote === undefined || method === undefined) throw new ActError('internal');
  const { granted, paymentToolRef, intentId } = authority;
  const basis = {
    ...{ paymentToolRef, quote, methodId: method.method_id },
    ...(trigger === undefined ? {} : { trigger }),
    ...acrossOf(purchase.data),
  };
  const atCashier = (current: Purchase) => payInstant(context, current, { ...basis, intentId });
  if (granted === undefined || purchase.data.paymentId !== undefined) return atCashier(purchase);
  const { mandate, mandate_chain: mandateChain } = granted;
  const chain = mandateChain === undefined ? {} : { mandateChain };
  const paid = await payPurchase(context, purchase, { ...basis, mandate, ...chain });
  return paid.data.standstill?.code === 'confirmation_required' ? atCashier(paid) : paid;
}

/** A discount that was refused is not asked for again: the order is then paid without it. */
function acrossOf({ across, standstill }: PurchaseData): Pick<PurchaseData, 'across'> {
  if (across === undefined) return {};
  return { across: standstill?.code === 'promotion_not_granted' ? { psp_id: across.psp_id } : across };
}

async function release(context: AgentContext, purchase: Purchase): Promise<Purchase> {
  const { baseUrl, quote, payment } = purchase.data;
  if (baseUrl === undefined || quote === undefined || payment === undefined) throw new ActError('internal');
  const { sellerReceipt } = payment;
  const tradeNo = payment.peerTradeNo ?? payment.tradeNo;
  try {
    const { goods } = await releaseGoods(context, { baseUrl, quote, tradeNo, sellerReceipt });
    const { standstill: _, ...data } = purchase.data;
    return await save(context, purchase, 'DONE', { ...data, goods });
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return save(context, purchase, 'PAID', { ...purchase.data, standstill: standstillOf(error) });
  }
}

/** The goods are there already; evidence that cannot be put together now is tried again at the next call. */
async function evidence(context: AgentContext, purchase: Purchase, authority: Authority): Promise<Purchase> {
  try {
    const { bytes, judgement } = await bundleOf(context, purchase.data, authority);
    const bundle = new TextDecoder().decode(bytes);
    return await save(context, purchase, 'DONE', { ...purchase.data, bundle, verdict: judgement.verdict });
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    context.log.warn({ code: error.code }, 'bundle not assembled');
    return purchase;
  }
}

function bundleOf(
  context: AgentContext,
  purchase: PurchaseData,
  authority: Authority,
): Promise<JudgedBundle> {
  const { granted, intent } = authority;
  if (granted === undefined || purchase.cashier !== undefined)
    return assembleInstantBundle(context, purchase);
  return assembleBundle(context, { granted, purchase, ...(intent === undefined ? {} : { intent }) });
}

async function save(
  context: AgentContext,
  purchase: Purchase,
  state: Purchase['state'],
  data: PurchaseData,
  event?: Happening,
): Promise<Purchase> {
  const next: Purchase = { ...purchase, state, data };
  await context.store.transact(async (tx) => {
    await savePurchase(tx, next);
    if (event !== undefined) await writeEvent(tx, event);
  });
  return next;
}
