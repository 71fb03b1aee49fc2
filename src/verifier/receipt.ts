import { type Check, type Verified, verify, within } from './check.ts';
import { check as audience } from './checks/receipt/audience.ts';
import { check as holder } from './checks/receipt/holder.ts';
import { check as issued } from './checks/receipt/issued.ts';
import { check as notExpired } from './checks/receipt/not-expired.ts';
import { check as order } from './checks/receipt/order.ts';
import { check as paid } from './checks/receipt/paid.ts';
import { check as psp } from './checks/receipt/psp.ts';
import { check as request } from './checks/receipt/request.ts';
import { check as signature } from './checks/receipt/signature.ts';
import { check as singleUse } from './checks/receipt/single-use.ts';
import { assertLeftOut, assertTexts } from './facts/own.ts';
import {
  assertExpected,
  type ExpectedOrder,
  type OnReceipt,
  readExpected,
  readReceipt,
} from './facts/receipt.ts';
import { sentObject } from './facts/sent.ts';
import { assertContext, type TrustContext } from './facts/signer.ts';
import { institutionChecks } from './institution.ts';

/** The order in which a receipt is judged. */
export const receiptChecks: readonly Check<OnReceipt>[] = [
  ...within('receipt', ({ receipt }: OnReceipt) => receipt.signer, institutionChecks),
  signature,
  psp,
  audience,
  paid,
  issued,
  notExpired,
  order,
  holder,
  request,
];

/**
 * Judges a receipt. Without `expected` the comparison with the order is an obligation. That goods are released once is
 * always one. A refund after the receipt was signed is known to the payment service alone.
 *
 * @param input.receipt act-receipt+jwt
 * @param context.now Unix seconds
 * @param context.audience the seller or the agent that was handed the receipt
 * @param context.expected the order as its reader knows it
 * @throws TypeError, RangeError for a mistake of whoever calls: a list that was not opened, milliseconds, an order with
 *   a member that is missing, misspelt or without a value
 */
export function verifyReceipt(
  input: { readonly receipt: string },
  context: TrustContext & { readonly audience: string; readonly expected?: ExpectedOrder },
): Promise<Verified<OnReceipt>> {
  return verify<OnReceipt>([...receiptChecks, singleUse], async () => {
    assertContext(context, 'audience');
    const { now, audience: reader, expected } = context;
    assertOrder(context);
    return {
      receipt: await readReceipt(sentObject(input).receipt, context),
      now,
      audience: reader,
      expected: expected === undefined ? undefined : readExpected(expected),
    };
  });
}

/** @throws TypeError */
function assertOrder(context: { readonly expected?: ExpectedOrder }): void {
  assertLeftOut('context', context, ['expected']);
  if (context.expected === undefined) return;
  assertExpected(context.expected);
  assertTexts('expected', context.expected, ['agent_jkt']);
}
