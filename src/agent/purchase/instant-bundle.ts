import { expectText } from '../../http/index.ts';
import type { InstantPurchaseBundle } from '../../protocol/generated/types.ts';
import { validateInstantPurchaseBundle } from '../../protocol/generated/validators.js';
import { canonicalize, type JsonValue } from '../../protocol/json/index.ts';
import { assertSchema } from '../../protocol/messages/index.ts';
import { verifyInstantPurchase } from '../../verifier/index.ts';
import type { AgentContext } from '../config.ts';
import { defined, type JudgedBundle, judgeBundle } from './bundle.ts';
import type { PurchaseData } from './purchase.ts';

/**
 * Puts together what a third party needs to judge a purchase at act:L1, and judges it once in the same way. The raw
 * words of the user are not part of it: what the user confirmed at the cashier is.
 *
 * @throws ActError schema_mismatch when a part is missing; peer_* when the trust list cannot be fetched
 */
export async function assembleInstantBundle(
  context: AgentContext,
  purchase: PurchaseData,
): Promise<JudgedBundle> {
  const bundle: Partial<InstantPurchaseBundle> = {
    version: '1',
    level: 'act:L1',
    trust_list: expectText(await context.http.get(context.config.trust_list_url)),
    agent_attestation: context.attestation,
    ...purchase.cashier,
    ...defined('quote', purchase.quote),
    ...defined('payment_request', purchase.payment?.paymentRequest),
    ...defined('receipt', purchase.payment?.receipt),
    ...defined('authorization_salt', purchase.payment?.authorizationSalt),
    ...(purchase.cart === undefined ? {} : { cart: purchase.cart }),
  };
  const whole = assertSchema(validateInstantPurchaseBundle, bundle as unknown as JsonValue);
  const bytes = canonicalize(whole as unknown as JsonValue);
  const { receipt } = purchase.payment ?? {};
  return { bytes, judgement: await judgeBundle(context, bytes, receipt, verifyInstantPurchase) };
}
