import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '../../forge/json.ts';
import { anotherThan, written } from '../../live/amounts.ts';
import { SUITE_IDS } from '../../live/cast.ts';
import { NotRun } from '../../run/case.ts';
import {
  badProof,
  bill,
  holderProof,
  mustDeliver,
  mustRefuseProof,
  NEEDS,
  purchase,
  show,
} from './cases-a402.ts';
import { id, type Quoted, type Shop } from './shop.ts';
import {
  badQuote,
  badRelease,
  isHeld,
  type MerchantCase,
  must,
  mustRefuse,
  mustSucceed,
  negative,
  positive,
  toldOf,
} from './steps.ts';

const HOUR = 3_600;
const MINUTE = 60;
const OTHER_DIGEST = 'A'.repeat(43);
const WAIT_MS = 15_000;
const LOOK_MS = 50;

const says = (claims: JsonObject) => () => ({ receipt: { claims } });

/** What a receipt may say that is not what was offered; each by itself. */
const receipts: readonly MerchantCase[] = [
  badRelease(
    'OA-RCP-01',
    'receipt_order_mismatch',
    'a-smaller-payer-amount',
    'A receipt over the right amount, of which less was paid.',
    ({ item }) => ({ receipt: { claims: { payer_amount: written(1n, item.currency) } } }),
  ),
  badRelease(
    'OA-RCP-01',
    'receipt_order_mismatch',
    'another-payee',
    'A receipt of a payment to another account.',
    (shop) => ({ receipt: { claims: { payee: { account: 'acct-of-somebody', psp_id: shop.cast.psp.id } } } }),
  ),
  badRelease(
    'OA-RCP-01',
    'receipt_order_mismatch',
    'another-merchant',
    'A receipt of a payment to another merchant.',
    says({ merchant: 'did:act:suite.example/somebodys-shop' }),
  ),
  badRelease(
    'OA-RCP-11',
    'issued_in_future',
    'receipt-of-the-future',
    'A receipt that is dated two minutes ahead.',
    (shop) => ({ receipt: { claims: { iat: shop.now() + 2 * MINUTE } } }),
  ),
  badProof(
    'OA-RCP-11',
    'issued_in_future',
    'receipt-of-the-future',
    'A receipt that is dated two minutes ahead.',
    (shop) => ({ receipt: { claims: { iat: shop.now() + 2 * MINUTE } } }),
  ),
  badProof(
    'OA-RCP-01',
    'receipt_order_mismatch',
    'receipt-for-another-resource',
    'A receipt of this bill that says that it is for another resource.',
    () => ({ receipt: { claims: { resource_id: OTHER_DIGEST } } }),
  ),
];

/** Waits until the payment service has let pass what it was told of a delivery. */
async function hasMissed({ counter, patience }: Shop, trade: string): Promise<boolean> {
  for (
    const end = Date.now() + Math.max(WAIT_MS, patience);
    counter.missing.has(trade) && Date.now() < end;
    await sleep(LOOK_MS)
  );
  return !counter.missing.has(trade);
}

const HOURS_MAX = 2;

const news: readonly MerchantCase[] = [
  positive(
    'PSD-PAY-A402-13',
    'tells-the-delivery-again',
    'A payment service that was away when it was to hear of a delivery hears of it later.',
    async (shop, notes) => {
      const { counter } = shop;
      const quoted = await shop.quote(notes);
      const receipt = shop.receipt(quoted);
      const trade = counter.lastTrade();
      if (isHeld(quoted))
        throw new NotRun('Goods that are paid into escrow are not out before the word was heard.');
      counter.missing.add(trade);
      try {
        await shop.release(quoted, receipt, notes);
        must(await hasMissed(shop, trade), 'The fulfilment was not confirmed.');
      } finally {
        counter.missing.delete(trade);
      }
      let told = 0;
      // The seller may note its failure only after the clock has moved: then it comes an hour later.
      for (let hour = 0; hour < HOURS_MAX && told === 0; hour += 1) {
        await shop.control.advance(HOUR, notes);
        told = await toldOf(shop, 'fulfilment.confirm', trade);
      }
      must(told === 1, `It was told again ${told} times.`);
    },
  ),
];

/** Two payments of one bill: what the first has bought is not sold again, and the second goes back. */
const twice: readonly MerchantCase[] = [
  negative(
    {
      requirement: 'OA-ORD-23',
      slug: 'a402-second-payment-goes-back',
      title: 'A second payment of a bill that was delivered: it goes back once, and the first does not.',
    },
    async (shop, notes) => {
      const { counter } = shop;
      const owed = await bill(shop, notes);
      const paid = () => {
        const receipt = shop.receipt(owed.quoted, {}, shop.cast.psp.thin);
        const trade = counter.lastTrade();
        return {
          trade,
          show: () => show(shop, owed.path, holderProof(shop, receipt, owed.uri, {}, trade), notes),
        };
      };
      const [first, second] = [paid(), paid()];
      mustDeliver(await first.show());
      for (const _again of [1, 2]) mustRefuseProof(await second.show(), 'order_already_released');
      must((await toldOf(shop, 'payment.refund', second.trade)) === 1, 'The money was not sent back once.');
      must(
        counter.heardOf('payment.refund', first.trade) === 0,
        'The payment that bought the delivery went back.',
      );
      must(
        counter.heardOf('fulfilment.confirm', second.trade) === 0,
        'A delivery was told for the second payment.',
      );
      mustDeliver(await first.show());
      await purchase(shop, notes);
    },
    NEEDS,
  ),
];

const orders: readonly MerchantCase[] = [
  badQuote(
    'CID-CART-CFM-15',
    'currency_mismatch',
    'other-currency',
    'The right figure, expected in another currency.',
    ({ item }) => ({ order: { currency: anotherThan(item.currency) } }),
  ),
  negative(
    {
      requirement: 'OA-ORD-24',
      slug: 'quote-same-id-another-key',
      title: 'The id of an order, used by another key of the same agent: it is not shown the quote.',
    },
    async (shop, notes) => {
      const order = { request_id: id('req') };
      const mine: Quoted = await shop.quote(notes, order);
      const { otherAgent } = shop.cast;
      const refused = await shop.askQuote(
        {
          order,
          attestation: { claims: { cnf: { jwk: { ...otherAgent.key.publicJwk } } } },
          command: { signer: otherAgent },
        },
        notes,
      );
      mustRefuse(refused, 'request_id_reused');
      must(!refused.text.includes(mine.compact), 'The refusal shows the quote.');
      must((await shop.quote(notes, order)).compact === mine.compact, 'Its own key gets another quote.');
    },
  ),
  positive(
    'OA-ORD-24',
    'quote-same-id-of-another-agent',
    'Two agents give their orders one id: each gets a quote of its own, and its own again.',
    async (shop, notes) => {
      const order = { request_id: id('req') };
      const mine: Quoted = await shop.quote(notes, order);
      const { otherAgent } = shop.cast;
      const attestation = {
        claims: shop.cast.attestationClaims(shop.now(), otherAgent, SUITE_IDS.otherAgent),
      };
      const command = { claims: { iss: SUITE_IDS.otherAgent }, signer: otherAgent };
      const answer = await shop.askQuote({ order, attestation, command }, notes);
      mustSucceed(answer, 201, 'http/quote-answer.json');
      const theirs = shop.openQuote(answer.body.quote, answer.body.cart);
      must(theirs.claims.aud === SUITE_IDS.otherAgent, 'The quote is made out to somebody else.');
      must(theirs.orderNo !== mine.orderNo, 'Two agents have one order.');
      must((await shop.quote(notes, order)).compact === mine.compact, 'The first agent gets another quote.');
    },
  ),
];

export const paymentsCases: readonly MerchantCase[] = [...receipts, ...news, ...twice, ...orders];
