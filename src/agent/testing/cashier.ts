/** A cashier that signs like a real one; its user decides as the test says. */
import { digestOfJws, digestOfObject, encodeBase64url } from '../../protocol/digest/index.ts';
import type { Code } from '../../protocol/errors/index.ts';
import type {
  InstantPaymentAnswer,
  InstantPaymentBody,
  PaymentAnswer,
  QuoteClaims,
  ReceiptClaims,
  Shown,
} from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { type Actors, DAY_SECONDS, IDS } from '../../verifier/testing/actors.ts';
import { enrolmentClaims } from '../../verifier/testing/claims.ts';
import { ok, type Reply, refuse } from './reply.ts';
import { random } from './surroundings.ts';

interface Waiting {
  readonly paymentId: string;
  readonly requestId: string;
  readonly body: InstantPaymentBody;
  looks: number;
  answer?: InstantPaymentAnswer;
}

export interface FakeCashier {
  readonly entered: Waiting[];
  enter(body: InstantPaymentBody): Reply;
  read(target: string): Promise<Reply>;
}

export interface AtCashier {
  readonly decision: 'APPROVE' | 'DENY' | 'LATE';
  readonly looks: number;
}

interface Settings {
  readonly atCashier: AtCashier;
  readonly refusal: Code | undefined;
  readonly receipt: (claims: ReceiptClaims) => void;
}

export function createFakeCashier(
  actors: Actors,
  time: { readonly now: number },
  settings: Settings,
): FakeCashier {
  const cashier: FakeCashier = {
    entered: [],
    enter(body) {
      if (settings.refusal !== undefined) return refuse(settings.refusal);
      const { jti: requestId } = readMessage('paymentRequest', body.payment_request).claims;
      const waiting = { paymentId: newId(random, 'trade'), requestId, body, looks: 0 };
      cashier.entered.push(waiting);
      return ok({ ...headOf(waiting, time.now), status: 'WAIT_BUYER_PAY' }, 202);
    },
    async read(target) {
      const found = cashier.entered.find((one) => [one.paymentId, one.requestId].includes(target));
      if (found === undefined) return refuse('payment_unknown');
      found.looks += 1;
      const { decision, looks } = settings.atCashier;
      const head = headOf(found, time.now);
      if (found.answer === undefined && found.looks >= looks) {
        found.answer =
          decision === 'APPROVE' ? await paid(actors, time.now, found, settings) : closed(head, decision);
      }
      return ok(found.answer ?? { ...head, status: 'WAIT_BUYER_PAY' });
    },
  };
  return cashier;
}

type Head = Pick<InstantPaymentAnswer, 'payment_id' | 'confirmation_id' | 'expires_at'>;

function headOf({ paymentId }: Waiting, now: number): Head {
  return { payment_id: paymentId, confirmation_id: 'cnf-1', expires_at: formatUtcSeconds(now + 600) };
}

function closed(head: Head, decision: 'DENY' | 'LATE'): InstantPaymentAnswer {
  return decision === 'DENY'
    ? { ...head, status: 'TRADE_CLOSED', code: 'confirmation_denied', requirement: 'OA-CNF-02' }
    : { ...head, status: 'TRADE_CLOSED', code: 'confirmation_expired', requirement: 'OA-CNF-03' };
}

async function paid(
  actors: Actors,
  now: number,
  waiting: Waiting,
  settings: Settings,
): Promise<InstantPaymentAnswer> {
  const { claims: quote } = readMessage('quote', waiting.body.quote);
  const shown = await shownOf(actors, waiting.body, quote);
  const confirmation = await confirmationOf(actors, now, shown, waiting.body);
  return {
    ...headOf(waiting, now),
    status: 'WAIT_SELLER_FULFILLMENT',
    payment: await paymentOf(actors, now, waiting, { quote, confirmation }, settings),
    shown,
    confirmation,
    enrolment: await signMessage('enrolment', enrolmentClaims(actors), actors.issuer.signer),
  };
}

async function shownOf({ agent }: Actors, body: InstantPaymentBody, quote: QuoteClaims): Promise<Shown> {
  const { claims } = readMessage('paymentRequest', body.payment_request);
  const { out_trade_no, amount, payer_amount, currency, method_id } = claims;
  const { iss: merchant, discounts, categories } = quote;
  return {
    kind: 'payment',
    issuer: IDS.issuer,
    psp_id: IDS.psp,
    agent: { agent_id: IDS.agent, jkt: agent.jkt },
    summary: { en: 'Pay', zh: '支付' },
    payment: { out_trade_no, merchant, amount, discounts, payer_amount, currency, method_id, categories },
  };
}

async function confirmationOf(
  { agent, device }: Actors,
  now: number,
  shown: Shown,
  body: InstantPaymentBody,
): Promise<string> {
  const challenge = await digestOfObject({
    shown: shown as unknown as JsonValue,
    subject_digest: await digestOfJws(body.payment_request),
    agent_jkt: agent.jkt,
  });
  const claims = {
    iss: IDS.device,
    sub: IDS.delegator,
    aud: IDS.issuer,
    jti: newId(random, 'cnf'),
    iat: now,
    exp: now + 120,
    challenge,
    decision: 'APPROVE',
    method: 'FACE',
    channel: 'PHONE',
  } as const;
  return signMessage('confirmation', claims, device.signer);
}

async function paymentOf(
  { agent, psp }: Actors,
  now: number,
  { paymentId, body }: Waiting,
  { quote, confirmation }: { readonly quote: QuoteClaims; readonly confirmation: string },
  settings: Settings,
): Promise<PaymentAnswer> {
  const salt = encodeBase64url(random(16));
  const confirmation_digest = await digestOfJws(confirmation);
  const claims: ReceiptClaims = {
    iss: IDS.psp,
    jti: newId(random, 'rcp'),
    iat: now,
    exp: now + DAY_SECONDS,
    aud: IDS.agent,
    trade_no: paymentId,
    out_trade_no: quote.out_trade_no,
    merchant: quote.iss,
    state: 'WAIT_SELLER_FULFILLMENT',
    amount: quote.amount,
    payer_amount: quote.payer_amount,
    currency: quote.currency,
    payee: quote.payee,
    quote_digest: await digestOfJws(body.quote),
    request_digest: await digestOfJws(body.payment_request),
    agent_jkt: agent.jkt,
    authorization_digest: await digestOfObject({ salt, confirmation_digest }),
    confirmation_digest,
    paid_at: formatUtcSeconds(now),
  };
  settings.receipt(claims);
  const { trade_no, out_trade_no, state, paid_at } = claims;
  const seller = { ...claims, jti: newId(random, 'rcp'), aud: quote.iss };
  return {
    ...{ trade_no, out_trade_no, state, paid_at },
    receipt: await signMessage('receipt', claims, psp.signer),
    seller_receipt: await signMessage('receipt', seller, psp.signer),
    authorization_salt: salt,
  };
}
