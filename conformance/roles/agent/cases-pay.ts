import { digestOf } from '../../forge/drafts.ts';
import type { JsonObject } from '../../forge/json.ts';
import { ANOTHER } from '../../live/amounts.ts';
import { now } from '../../live/cast.ts';
import { must } from '../../live/http.ts';
import { answerAsBank } from './bank.ts';
import { IDS } from './players.ts';
import type { Scene, Spoils } from './scene.ts';
import { type AgentCase, type Bad, negative, positive } from './steps.ts';

/** What an agent does with the answer of its payment service. */

const sent = (scene: Scene): boolean => scene.requests.length > 0;

const HOUR = 3_600;

type Short = Omit<Bad, 'reached' | 'sent'>;

/** The answer to a good payment is bad: it is not taken for a payment, nothing is paid again, no goods are taken. */
function badReceipt(bad: Short): AgentCase {
  return negative({ ...bad, slug: `receipt-${bad.slug}`, reached: sent, sent: 1 });
}

const claims = (change: JsonObject): Spoils => ({
  receipt: { claims: (all) => ({ ...all, ...change }) },
});

const honest: readonly AgentCase[] = [
  positive(
    {
      requirement: 'OA-NET-02',
      slug: 'lost-answer-is-asked-about',
      title: 'The answer to a payment gets lost: the agent asks what became of it, and does not pay again.',
      spoils: {
        reply: (asked, who, scene) => {
          if (who !== 'bank' || asked.path !== '/payments' || scene.paid.size > 0) return undefined;
          answerAsBank(scene, asked);
          return { status: 504, type: 'text/plain', body: 'lost' };
        },
      },
    },
    ({ scene }) => {
      must(scene.queries.length > 0, 'It did not ask what became of the payment.');
    },
  ),
  positive(
    {
      requirement: 'PSD-PAY-INS-15',
      slug: 'cashier-is-asked-for-what-was-confirmed',
      title: 'The cashier is asked for the amount, the currency and the order that the seller has confirmed.',
      kind: 'cashier',
    },
    ({ scene }) => {
      const [request] = scene.requests;
      const [quote] = [...scene.quotes.values()];
      for (const member of ['amount', 'payer_amount', 'currency', 'out_trade_no'])
        must(request?.claims[member] === quote?.opened.claims[member], `Another ${member} is asked for.`);
    },
  ),
  positive(
    {
      requirement: 'PSD-PAY-INS-17',
      slug: 'ordered-before-it-is-paid',
      title: 'The cashier is asked only once the seller has given the order its number.',
      kind: 'cashier',
    },
    ({ scene }) => {
      const at = (path: string): number => scene.calls.findIndex((call) => call.path === path);
      must(at('/quotes') >= 0 && at('/quotes') < at('/instant-payments'), 'It asked before it had an order.');
      const numbers = [...scene.quotes.values()].map(({ opened }) => opened.claims.out_trade_no);
      must(
        scene.requests.every(({ claims: { out_trade_no: number } }) => numbers.includes(number)),
        'It asked with a number that the seller has not given.',
      );
    },
  ),
  positive(
    {
      requirement: 'OA-CMD-02',
      slug: 'ids-are-used-once',
      title: 'No id of a command or request is used twice in a purchase.',
    },
    () => undefined,
  ),
];

const receipts: readonly AgentCase[] = [
  badReceipt({
    requirement: 'OA-RCP-01',
    code: 'receipt_order_mismatch',
    slug: 'another-order',
    title: 'The receipt is of another order.',
    spoils: claims({ out_trade_no: 'ord-of-somebody' }),
  }),
  badReceipt({
    requirement: 'OA-RCP-01',
    code: 'receipt_order_mismatch',
    slug: 'another-amount',
    title: 'The receipt is over another amount.',
    spoils: claims({ amount: '200.00', payer_amount: '200.00' }),
  }),
  badReceipt({
    requirement: 'OA-RCP-01',
    code: 'receipt_order_mismatch',
    slug: 'another-seller',
    title: 'The receipt is of a payment to another seller.',
    spoils: claims({ merchant: IDS.other }),
  }),
  badReceipt({
    requirement: 'OA-RCP-01',
    code: 'receipt_order_mismatch',
    slug: 'another-currency',
    title: 'The receipt is over the same figure in another currency.',
    spoils: claims({ currency: ANOTHER }),
  }),
  badReceipt({
    requirement: 'OA-RCP-01',
    code: 'receipt_order_mismatch',
    slug: 'another-gross',
    title: 'The receipt counts more against the mandate than was ordered, though less was paid.',
    spoils: claims({ amount: '130.00' }),
  }),
  badReceipt({
    requirement: 'OA-RCP-01',
    code: 'receipt_order_mismatch',
    slug: 'another-net',
    title: 'The receipt says that less was paid than was asked for.',
    spoils: claims({ payer_amount: '1.00' }),
  }),
  badReceipt({
    requirement: 'OA-RCP-01',
    code: 'receipt_order_mismatch',
    slug: 'another-quote',
    title: 'The receipt is of another quote for the order.',
    spoils: claims({ quote_digest: digestOf({}) }),
  }),
  badReceipt({
    requirement: 'OA-RCP-01',
    code: 'receipt_order_mismatch',
    slug: 'another-account',
    title: 'The receipt is of a payment into another account than the seller’s quote names.',
    spoils: claims({ payee: { account: 'acct-thief', psp_id: IDS.psp } }),
  }),
  badReceipt({
    requirement: 'OA-RCP-01',
    code: 'receipt_order_mismatch',
    slug: 'another-trade',
    title: 'The answer to the payment names another trade than its receipt.',
    spoils: { answer: (answer) => ({ ...answer, trade_no: 'trd-of-somebody' }) },
  }),
  badReceipt({
    requirement: 'OA-RCP-01',
    code: 'receipt_order_mismatch',
    slug: 'a402-another-resource',
    title: 'The receipt for a bill is of a payment for another resource.',
    kind: 'fetch',
    spoils: claims({ resource_id: digestOf({}) }),
  }),
  badReceipt({
    requirement: 'OA-RCP-02',
    code: 'receipt_audience_mismatch',
    slug: 'for-another-reader',
    title: 'The receipt is made out to another agent.',
    spoils: claims({ aud: 'did:act:suite.example/agent-2' }),
  }),
  badReceipt({
    requirement: 'OA-RCP-03',
    code: 'receipt_state_not_paid',
    slug: 'not-paid',
    title: 'The receipt is of a trade that is closed.',
    spoils: claims({ state: 'TRADE_CLOSED' }),
  }),
  badReceipt({
    requirement: 'OA-RCP-04',
    code: 'receipt_expired',
    slug: 'expired',
    title: 'The receipt has run out.',
    spoils: claims({ exp: now() - 60 }),
  }),
  badReceipt({
    requirement: 'OA-RCP-05',
    code: 'receipt_holder_mismatch',
    slug: 'for-another-key',
    title: 'The receipt is for whoever has another key.',
    spoils: claims({ agent_jkt: digestOf({}) }),
  }),
  badReceipt({
    requirement: 'OA-RCP-11',
    code: 'issued_in_future',
    slug: 'of-the-future',
    title: 'The receipt is dated an hour ahead.',
    spoils: claims({ iat: now() + HOUR }),
  }),
  badReceipt({
    requirement: 'OA-RCP-08',
    code: 'receipt_psp_mismatch',
    slug: 'of-another-service',
    title: 'The receipt is signed by another payment service that is trusted, too.',
    spoils: {
      receipt: {
        claims: (all) => ({ ...all, iss: IDS.otherPsp }),
        signer: ({ cast }) => cast.otherPsp.signer,
      },
    },
  }),
  badReceipt({
    requirement: 'OA-RCP-06',
    code: 'receipt_request_mismatch',
    slug: 'another-request',
    title: 'The receipt is of another request.',
    spoils: claims({ request_digest: digestOf({}) }),
  }),
  badReceipt({
    requirement: 'OA-RCP-07',
    code: 'receipt_authorization_mismatch',
    slug: 'another-authority',
    title: 'The receipt rests on another mandate.',
    spoils: claims({ authorization_digest: digestOf({}) }),
  }),
  badReceipt({
    requirement: 'OA-RCP-09',
    code: 'jws_signature_invalid',
    slug: 'forged',
    title: 'The receipt is signed by a key that its certificate does not have.',
    spoils: {
      receipt: { signer: ({ psp, cast }) => ({ key: cast.stranger.key, header: psp.signer.header }) },
    },
  }),
  badReceipt({
    requirement: 'OA-RCP-10',
    code: 'receipt_confirmation_mismatch',
    slug: 'another-confirmation',
    title: 'At the cashier the receipt rests on another confirmation than the one that is handed out.',
    kind: 'cashier',
    spoils: claims({ confirmation_digest: digestOf({}) }),
  }),
  negative({
    requirement: 'OA-CNF-02',
    code: 'confirmation_denied',
    slug: 'cashier-user-says-no',
    title: 'The user refuses the payment at the cashier.',
    kind: 'cashier',
    spoils: { decision: 'DENY' },
    reached: sent,
    sent: 1,
  }),
  negative({
    requirement: 'PSD-PAY-DEL-17',
    code: 'balance_insufficient',
    slug: 'payment-refused',
    title: 'The payment service refuses the payment.',
    spoils: { refusal: 'balance_insufficient' },
    reached: sent,
    sent: 1,
  }),
];

export const payCases: readonly AgentCase[] = [...honest, ...receipts];
