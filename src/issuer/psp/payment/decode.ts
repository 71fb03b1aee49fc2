import { digestOfJws } from '../../../protocol/digest/index.ts';
import type { PaymentBody } from '../../../protocol/generated/types.ts';
import { type Message, readMandateMessage, readMessage } from '../../../protocol/messages/index.ts';

/** The messages of a payment, read but not believed. */
export interface PaymentMessages {
  readonly request: Message<'paymentRequest'>;
  readonly mandate: Message<'mandate'>;
  /** The mandates above it, the delegator's own first. */
  readonly chain: readonly Message<'mandate'>[];
  readonly quote: Message<'quote'>;
  readonly requestDigest: string;
  readonly mandateDigest: string;
  readonly quoteDigest: string;
}

/** @throws ActError jws_*, json_*, schema_mismatch */
export async function decodePayment(body: PaymentBody): Promise<PaymentMessages> {
  return {
    request: readMessage('paymentRequest', body.payment_request),
    mandate: readMandateMessage(body.mandate),
    chain: (body.mandate_chain ?? []).map(readMandateMessage),
    quote: readMessage('quote', body.quote),
    requestDigest: await digestOfJws(body.payment_request),
    mandateDigest: await digestOfJws(body.mandate),
    quoteDigest: await digestOfJws(body.quote),
  };
}
