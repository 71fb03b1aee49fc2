import type { ExchangeAnswer } from '../../http/exchange.ts';
import { traced } from '../../http/traced.ts';
import { A402_HEADERS, decodePaymentNeeded } from '../../protocol/a402/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { PaymentNeeded, QuoteClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { type AskedRequest, assertAccepted, verifyQuote } from '../../verifier/index.ts';
import { trustedAddress, trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';

/** A bill that was judged: its quote is signed by the seller behind the address, for this request and this agent. */
export interface Bill {
  readonly quote: string;
  readonly claims: QuoteClaims;
  readonly methodId: string;
}

/**
 * Reads the bill of a 402. Only the header counts; the body is for people.
 *
 * @throws ActError a402_header_malformed, a402_not_payable, a402_bill_mismatch, a402_seller_mismatch, quote_*, jws_*,
 *   issuer_*, x509_*
 * @see PSD-PAY-A402-03, PSD-PAY-A402-18, OA-A402-01, OA-A402-02, OA-A402-12
 */
export async function readBill(
  context: AgentContext,
  asked: AskedRequest,
  answer: ExchangeAnswer,
): Promise<Bill> {
  const { agent_id: agentId, psp_id: psp, payment_methods: methods } = context.config;
  const header = answer.headers.get(A402_HEADERS.needed);
  if (header === null) throw new ActError('a402_header_malformed', { rule: 'missing' });
  const needed = decodePaymentNeeded(header);
  const { quote } = needed.method;
  if (quote === undefined) throw new ActError('a402_not_payable', { rule: 'no_quote' });
  const { claims } = readMessage('quote', quote);
  const step = { from: claims.iss, to: agentId, message: 'act-quote+jwt', signer: claims.iss };
  return traced(context.trace, step, async (witness) => {
    const trustList = await trustNow(context);
    const judgement = await verifyQuote({ quote }, { trustList, now: context.clock(), agentId });
    witness.judged(judgement);
    assertAccepted(judgement);
    assertAgreed(needed, claims, asked);
    const { baseUrl } = trustedAddress(trustList, claims.iss, 'MERCHANT');
    if (!liesBelow(asked.uri, baseUrl)) throw new ActError('a402_seller_mismatch');
    const accepted = claims.accepted.find(
      ({ method_id, psp_id }) => psp_id === psp && methods.includes(method_id),
    );
    if (!accepted) throw new ActError('a402_not_payable', { rule: 'method' });
    return { quote, claims, methodId: accepted.method_id };
  });
}

/** Several sellers may stand behind one host, each with a path of its own. */
function liesBelow(address: string, baseUrl: string): boolean {
  if (!URL.canParse(baseUrl)) return false;
  const [at, base] = [new URL(address), new URL(baseUrl)];
  const path = base.pathname.replace(/\/$/, '');
  return at.origin === base.origin && (at.pathname === path || at.pathname.startsWith(`${path}/`));
}

/** What is said in plain is only a copy: it has to be the signed quote's, and the quote has to be for this request. */
function assertAgreed({ protocol }: PaymentNeeded, quote: QuoteClaims, asked: AskedRequest): void {
  const agreed: Record<string, boolean> = {
    out_trade_no: protocol.out_trade_no === quote.out_trade_no,
    amount: protocol.amount === quote.payer_amount,
    currency: protocol.currency === quote.currency,
    pay_before: protocol.pay_before === quote.pay_before,
    seller_unique_id: protocol.seller_unique_id === quote.iss,
    buyer_unique_id: protocol.buyer_unique_id === quote.aud,
    method_id: quote.accepted.some(({ method_id }) => method_id === protocol.method_id),
    resource_id: protocol.resource_id === asked.resource_id && quote.resource_id === asked.resource_id,
  };
  const wrong = Object.keys(agreed).find((member) => !agreed[member]);
  if (wrong !== undefined) throw new ActError('a402_bill_mismatch', { member: wrong });
}
