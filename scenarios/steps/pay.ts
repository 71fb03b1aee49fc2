/** What a hijacked agent can do: order and pay with its real key, and none of its own checks. */
import { claimsOf, type StolenKey } from '../../demo/attacks/kit.ts';
import { formatAmount, parseAmount } from '../../src/protocol/money/index.ts';
import type { PayStep, ReleaseStep } from '../format.ts';
import { Refused } from '../refused.ts';
import { currencyOf, METHOD, PSP, shopId } from '../world/plan.ts';
import {
  agentSender,
  digest,
  digestOfJson,
  headerOf,
  keyAt,
  newName,
  posted,
  publicPart,
  readBy,
  signed,
  signedCommand,
  strangersKey,
} from './forge.ts';
import { recordCart } from './recorded.ts';
import {
  addressOf,
  agentNameOf,
  agentOf,
  filled,
  type Kept,
  keptOf,
  type Play,
  type Run,
  userOf,
} from './run.ts';
import { boundTool } from './tool.ts';
import { decided, withUser } from './user.ts';

export const pay: Play<PayStep> = async (run, step) => {
  const at = run.world.now();
  const { quote, ...cart } = await quoted(run, step);
  const tool = await toolOf(run, step);
  const mandate = await mandateOf(run, step);
  const runtime = await runtimeOf(run, step);
  const basis = { quote, tool: tool.reference, mandate, runtime: runtime?.claims };
  const request = await requested(run, step, basis);
  const messages = {
    payment_request: request,
    quote,
    ...(mandate === undefined ? {} : { mandate, ...chainOf(run, step) }),
  };
  const proofs = {
    ...(await tool.proof?.(request)),
    ...(runtime === undefined ? {} : { runtime_proof: await runtime.prove(request) }),
  };
  const taken = () => recordCart(run, step, { quote, mandate, request }, at);
  const payment = await unlessStolen(step, taken, () =>
    mandate === undefined
      ? atCashier(run, step, { ...messages, ...proofs })
      : posted(`${addressOf(run, 'bank')}/payments`, { ...messages, ...proofs }),
  );
  const { out_trade_no } = claimsOf(quote);
  const { jti: request_id } = claimsOf(request);
  const kept: Kept = { ...cart, ...messages, ...payment, out_trade_no, request_id, at: step.at };
  if (step.collect === false || step.asks) return kept;
  return { ...kept, ...(await collected(run, step, quote, String(payment.seller_receipt))) };
};

/** What was paid, or may turn out to be, leaves the agent's record of its cart; a thief leaves none. */
async function unlessStolen<T>({ stolen }: PayStep, taken: () => Promise<void>, work: () => Promise<T>) {
  try {
    const payment = await work();
    if (stolen !== true) await taken();
    return payment;
  } catch (error) {
    if (stolen !== true && error instanceof Refused && error.code === 'payment_pending') await taken();
    throw error;
  }
}

/** What is ordered, where and how. */
export type Order = Pick<PayStep, 'at' | 'items' | 'agent' | 'expected' | 'coupon' | 'quote'>;

/** The merchant's offer, as it was made or as it was forged afterwards. */
export async function quoted(run: Run, step: Order): Promise<{ quote: string } & Kept> {
  const known = filled(run, step.quote)?.text;
  if (known !== undefined) return { quote: known };
  const lines = Object.entries(step.items).map(([item_id, quantity]) => ({ item_id, quantity }));
  const order = {
    lines,
    currency: currencyOf(run.world.plan),
    expected_amount: step.expected ?? sumOf(run, step),
    request_id: newName('quo'),
    ...(step.coupon === undefined ? {} : { coupon: step.coupon }),
  };
  const sender = agentSender(run, agentNameOf(run, step));
  const aud = shopId(step.at);
  const command = await signedCommand(run, sender, {
    aud,
    action: 'quote.request',
    target: aud,
    params: { digest: digestOfJson(order) },
  });
  const agent_attestation = agentOf(run, step).deps.attestation;
  const answer = await posted(`${addressOf(run, step.at)}/quotes`, { agent_attestation, order, command });
  const quote = String(answer.quote);
  if (step.quote === undefined) return { ...answer, quote };
  const key = keyAt(run, `${step.at}/merchant-quote`);
  return { ...answer, quote: await signed(run, 'act-quote+jwt', claimsOf(quote), key, step.quote) };
}

function sumOf({ world }: Run, { at, items }: Order): string {
  const shelves = world.plan.shops?.[at]?.items ?? {};
  const currency = currencyOf(world.plan);
  const minor = Object.entries(items).reduce(
    (sum, [item, count]) => sum + parseAmount(shelves[item]?.price ?? '', currency).minor * BigInt(count),
    0n,
  );
  return formatAmount({ currency, minor });
}

interface PayingTool {
  readonly reference: string;
  /** Of a sub-account: what its key says of a request. */
  readonly proof?: (request: string) => Promise<{ sub_account_proof: string }>;
}

async function toolOf(run: Run, step: PayStep): Promise<PayingTool> {
  if (step.with === undefined && step.under !== undefined) {
    return { reference: String(keptOf(run, step.under).payment_tool_ref) };
  }
  if (step.with === undefined) return { reference: await boundTool(run, step) };
  const { payment_tool_ref, sub_account_id, key } = keptOf(run, step.with);
  if (sub_account_id === undefined) return { reference: String(payment_tool_ref) };
  const reference = String(sub_account_id);
  if (step.proof === 'none') return { reference };
  const prover = step.proof === 'stranger' ? await strangersKey() : (key as StolenKey);
  return { reference, proof: (request) => subAccountProof(run, reference, prover, request) };
}

export async function subAccountProof(
  run: Run,
  reference: string,
  key: Parameters<typeof signedCommand>[1]['key'],
  request: string,
): Promise<{ sub_account_proof: string }> {
  const { jti } = claimsOf(request);
  const order = {
    aud: PSP,
    action: 'sub_account.pay',
    target: String(jti),
    params: { digest: digest(request) },
  };
  return { sub_account_proof: await signedCommand(run, { id: reference, key }, order) };
}

async function mandateOf(run: Run, step: PayStep): Promise<string | undefined> {
  if (step.under === undefined) return undefined;
  const mandate = String(keptOf(run, step.under).mandate);
  if (step.mandate === undefined) return mandate;
  const key = keyAt(run, 'bank/issuer-mandate');
  const { alg: _alg, typ: _typ, x5c: _x5c, ...extensions } = headerOf(mandate);
  const header = { ...extensions, ...step.mandate.header };
  return signed(run, 'act-mandate+jwt', claimsOf(mandate), key, { ...step.mandate, header });
}

/** Of a mandate that was handed down: those above it. */
function chainOf(run: Run, { under = '' }: PayStep): Kept {
  const { mandate_chain } = keptOf(run, under);
  return mandate_chain === undefined ? {} : { mandate_chain };
}

interface Basis {
  readonly quote: string;
  readonly tool: string;
  readonly mandate: string | undefined;
  readonly runtime: Kept | undefined;
}

function requested(run: Run, step: PayStep, { quote, tool, mandate, runtime }: Basis): Promise<string> {
  const offer = claimsOf(quote);
  const { id, key } = agentSender(run, agentNameOf(run, step));
  const claims = {
    iss: id,
    aud: PSP,
    jti: newName('req'),
    iat: run.world.now(),
    quote_digest: digest(quote),
    out_trade_no: offer.out_trade_no,
    amount: offer.amount,
    payer_amount: offer.payer_amount,
    currency: offer.currency,
    method_id: METHOD,
    payment_tool_ref: tool,
    ...authorityOf(mandate),
    ...(runtime === undefined ? {} : { runtime }),
  };
  return signed(run, 'act-payment-request+jwt', claims, key, step.request);
}

/** For whom, as which build and with which key the agent runs, where the mandate asks for it. */
async function runtimeOf(run: Run, step: PayStep) {
  const kept = step.under === undefined ? undefined : keptOf(run, step.under);
  const pinned = kept?.runtime as StolenKey | undefined;
  if (kept === undefined || pinned === undefined || step.runtime === null) return undefined;
  const iac = kept.iac as { ext: { openact: { runtime: { agent_version_digest: string } } } };
  const { build, user, key: other } = step.runtime ?? {};
  const key = other === 'stranger' ? await strangersKey() : pinned;
  const claims = {
    delegator_identity: userOf(run, user === undefined ? step : { user }).delegator,
    agent_version_digest: build ?? iac.ext.openact.runtime.agent_version_digest,
    jwk: publicPart(key),
  };
  const prove = (request: string): Promise<string> => {
    const order = { aud: PSP, action: 'runtime.prove', target: String(claimsOf(request).jti) };
    const params = { digest: digest(request) };
    return signedCommand(run, { id: key.kid ?? '', key }, { ...order, params });
  };
  return { claims, prove };
}

function authorityOf(mandate: string | undefined): Kept {
  if (mandate === undefined) return { level: 'act:L1', intent_id: newName('int') };
  const { jti: delegation_id, iac } = claimsOf(mandate) as { jti: string; iac: Kept };
  const level = iac.delegation_mode === 'BOUNDED' ? 'act:L3' : 'act:L2';
  return { level, delegation_id, mandate_digest: digest(mandate) };
}

/** Puts the payment before the user and waits for what becomes of it. */
function atCashier(run: Run, step: PayStep, messages: Kept): Promise<Kept> {
  const bank = addressOf(run, 'bank');
  if (step.asks) return posted(`${bank}/instant-payments`, messages);
  return withUser(run, step, async (going) => {
    const asked = await posted(`${bank}/instant-payments`, messages);
    const waits = ({ status }: Kept) => status === 'WAIT_BUYER_PAY';
    const answer = await decided(asked, waits, going, async (last) => ({
      ...last,
      ...(await readPayment(run, step, String(last.payment_id))),
    }));
    if (answer.payment === undefined) throw new Refused(String(answer.code), String(answer.requirement));
    return { ...answer, ...(answer.payment as Kept) };
  });
}

async function readPayment(run: Run, step: PayStep, target: string): Promise<Kept> {
  const order = { aud: PSP, action: 'payment.read', target };
  try {
    return await readBy(run, agentNameOf(run, step), order, `/instant-payments/${target}`);
  } catch (error) {
    // Confirmed, and another bank has still to answer: as good as waiting.
    if (error instanceof Refused && error.code === 'payment_pending') return {};
    throw error;
  }
}

export const release: Play<ReleaseStep> = (run, step) => {
  const { at, quote, seller_receipt } = keptOf(run, step.of);
  return released(run, { ...step, at: String(at) }, String(quote), String(seller_receipt));
};

/** With the receipt that the bank signed for the shop, or with what a forger made of it. */
async function released(
  run: Run,
  step: ReleaseStep & Pick<PayStep, 'at'>,
  quote: string,
  honest: string,
): Promise<Kept> {
  if (step.receipt === undefined) return collected(run, step, quote, honest);
  const key = keyAt(run, 'bank/psp-receipt');
  const receipt = await signed(run, 'act-receipt+jwt', claimsOf(honest), key, step.receipt);
  return collected(run, step, quote, receipt);
}

async function collected(
  run: Run,
  step: Pick<PayStep, 'at' | 'agent'>,
  quote: string,
  receipt: string,
): Promise<Kept> {
  const order = String(claimsOf(quote).out_trade_no);
  const sender = agentSender(run, agentNameOf(run, step));
  const params = { digest: digest(receipt) };
  const command = await signedCommand(run, sender, {
    aud: shopId(step.at),
    action: 'order.release',
    target: order,
    params,
  });
  return posted(`${addressOf(run, step.at)}/orders/${order}/release`, { receipt, command });
}
