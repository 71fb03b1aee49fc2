import { digestOfJws } from '../../../protocol/digest/index.ts';
import type { InstantPaymentBody } from '../../../protocol/generated/types.ts';
import { readMessage } from '../../../protocol/messages/index.ts';
import type { PaymentMessages } from '../payment/decode.ts';

/** The two messages of a payment at act:L1, read but not believed. */
export type InstantMessages = Pick<PaymentMessages, 'request' | 'quote' | 'requestDigest' | 'quoteDigest'> & {
  readonly body: InstantPaymentBody;
};

/** @throws ActError jws_*, json_*, schema_mismatch */
export async function decodeInstant(body: InstantPaymentBody): Promise<InstantMessages> {
  return {
    body,
    request: readMessage('paymentRequest', body.payment_request),
    quote: readMessage('quote', body.quote),
    requestDigest: await digestOfJws(body.payment_request),
    quoteDigest: await digestOfJws(body.quote),
  };
}
