import { expectText } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import type { Intent, PurchaseBundle } from '../../protocol/generated/types.ts';
import { validatePurchaseBundle } from '../../protocol/generated/validators.js';
import type { JsonValue } from '../../protocol/json/index.ts';
import { canonicalize } from '../../protocol/json/index.ts';
import { REQUEST_TIME_SKEW_SECONDS } from '../../protocol/limits.ts';
import { assertSchema, readMessage } from '../../protocol/messages/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { type Judgement, type verifyInstantPurchase, verifyPurchase } from '../../verifier/index.ts';
import type { AgentContext } from '../config.ts';
import type { GrantedMandate } from '../mandate/granted.ts';
import type { PurchaseData } from './purchase.ts';

export interface BundleBasis {
  readonly granted: GrantedMandate;
  readonly purchase: PurchaseData;
  /** Absent once the user had it deleted: the rest is judged without it. */
  readonly intent?: Intent;
}

export interface JudgedBundle {
  /** JSON of schemas/bundle.json, in RFC 8785 form. */
  readonly bytes: Uint8Array;
  readonly judgement: Judgement;
}

/**
 * Puts together what a third party needs to judge the purchase, and judges it once in the same way.
 *
 * @throws ActError schema_mismatch when a part is missing; peer_* when the trust list cannot be fetched
 */
export async function assembleBundle(context: AgentContext, basis: BundleBasis): Promise<JudgedBundle> {
  const { granted, purchase, intent } = basis;
  const bundle: Partial<PurchaseBundle> = {
    version: '1',
    trust_list: expectText(await context.http.get(context.config.trust_list_url)),
    agent_attestation: context.attestation,
    ...granted,
    ...defined('status_list', purchase.statusList),
    ...defined('quote', purchase.quote),
    ...defined('payment_request', purchase.payment?.paymentRequest),
    ...defined('runtime_proof', purchase.payment?.runtimeProof),
    ...defined('receipt', purchase.payment?.receipt),
    ...defined('authorization_salt', purchase.payment?.authorizationSalt),
    ...(intent === undefined ? {} : { intent }),
    ...(purchase.cart === undefined ? {} : { cart: purchase.cart }),
  };
  const whole = assertSchema(validatePurchaseBundle, bundle as unknown as JsonValue);
  const bytes = canonicalize(whole as unknown as JsonValue);
  return { bytes, judgement: await judgeBundle(context, bytes, purchase.payment?.receipt) };
}

/** @param receipt the one in the bundle, which was judged when it came */
export async function judgeBundle(
  context: AgentContext,
  bytes: Uint8Array,
  receipt: string | undefined,
  verifyAs: typeof verifyPurchase | typeof verifyInstantPurchase = verifyPurchase,
): Promise<Judgement> {
  const { agent_id: agentId } = context.config;
  const step = { from: agentId, to: agentId, message: 'purchase bundle' };
  return traced(context.trace, step, async ({ judged }) => {
    const now = momentOf(context.clock(), receipt);
    const judgement = await verifyAs(bytes, { trustListKey: context.trustListKey, now });
    judged(judgement);
    return judgement;
  });
}

/**
 * The payment service's clock may be ahead by what its receipt was accepted with: a purchase of this moment lies in the
 * past by that clock.
 *
 * @see OA-RCP-11, OA-PUR-01
 */
function momentOf(now: number, receipt: string | undefined): number {
  if (receipt === undefined) return now;
  const paidAt = parseUtcSeconds(readMessage('receipt', receipt).claims.paid_at);
  return Math.max(now, Math.min(paidAt, now + REQUEST_TIME_SKEW_SECONDS));
}

export function defined(member: string, value: string | undefined): object {
  return value === undefined ? {} : { [member]: value };
}
