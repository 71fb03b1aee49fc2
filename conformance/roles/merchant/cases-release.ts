import { isDeepStrictEqual } from 'node:util';
import { EKU } from '../../forge/certificate.ts';
import { anotherThan, written } from '../../live/amounts.ts';
import { now, SUITE_IDS } from '../../live/cast.ts';
import type { Notes } from '../../run/case.ts';
import { id, type Quoted, type Shop } from './shop.ts';
import {
  askCancel,
  badRelease,
  isHeld,
  type MerchantCase,
  must,
  mustRefuse,
  mustSucceed,
  negative,
  ORDERS,
  positive,
  toldOf,
} from './steps.ts';

const AT_ONCE = 8;
const OTHER_DIGEST = 'A'.repeat(43);

const stranger = (shop: Shop) => ({ signer: { ...shop.cast.psp.signer, key: shop.cast.stranger.key } });
const claims = (changes: Readonly<Record<string, string | number>>) => () => ({
  receipt: { claims: changes },
});

function tradeOf(shop: Shop, quoted: Quoted): string {
  return (
    [...shop.counter.trades.values()].find((trade) => trade.out_trade_no === quoted.orderNo)?.trade_no ?? ''
  );
}

/** Orders of the same agent at the same time. @returns the answers */
async function atOnce(shop: Shop, quoted: Quoted, receipt: string, notes: Notes) {
  return Promise.all(Array.from({ length: AT_ONCE }, () => shop.askRelease(quoted, receipt, {}, notes)));
}

export const releaseCases: readonly MerchantCase[] = [
  positive(
    'OA-RCP-01',
    'release-against-its-receipt',
    'A paid order is released to the agent that paid.',
    (shop, notes) => shop.purchase(notes),
  ),
  positive(
    'OA-ORD-02',
    'release-again-same-goods',
    'The same receipt again gets the goods that were handed over, and no others.',
    async (shop, notes) => {
      const quoted = await shop.quote(notes);
      const receipt = shop.receipt(quoted);
      const [one, other] = [
        await shop.release(quoted, receipt, notes),
        await shop.release(quoted, receipt, notes),
      ];
      must(isDeepStrictEqual(one.goods, other.goods), 'Other goods were handed over.');
    },
  ),
  positive(
    'PSD-PAY-A402-13',
    'tells-the-delivery',
    'After the release the payment service is told of the fulfilment, once.',
    async (shop, notes) => {
      const quoted = await shop.quote(notes);
      await shop.release(quoted, shop.receipt(quoted), notes);
      const trade = tradeOf(shop, quoted);
      const told = await toldOf(shop, 'fulfilment.confirm', trade);
      must(told > 0, 'The fulfilment was not confirmed.');
      must(told === 1, 'The fulfilment was confirmed more than once.');
      must(shop.counter.faults.length === 0, `The merchant's commands: ${shop.counter.faults[0]}`);
    },
  ),
  positive(
    'OA-ORD-02',
    'race-releases-once',
    `${AT_ONCE} releases of one order at once hand its goods over once.`,
    async (shop, notes) => {
      const quoted = await shop.quote(notes);
      const answers = await atOnce(shop, quoted, shop.receipt(quoted), notes);
      const good = answers.filter(({ status }) => status === 200);
      must(good.length > 0, 'Nobody got the goods.');
      must(
        answers.every(({ status }) => status === 200 || status === 409 || status === 503),
        'A release broke.',
      );
      must(
        new Set(good.map(({ body }) => JSON.stringify(body.goods))).size === 1,
        'Several goods were handed over for one payment.',
      );
      const trade = tradeOf(shop, quoted);
      const told = await toldOf(shop, 'fulfilment.confirm', trade);
      // Goods that are held for wait for the word [OA-ESC-07]: each release may give it, and it is the same.
      must(told <= 1 || isHeld(quoted), 'The fulfilment was told more than once.');
    },
  ),
  badRelease(
    'OA-RCP-09',
    'jws_signature_invalid',
    'forged',
    'A receipt that its payment service did not sign.',
    (shop) => ({ receipt: stranger(shop) }),
  ),
  badRelease(
    'OA-TRL-04',
    'issuer_not_trusted',
    'unlisted-service',
    'A receipt of a payment service that nobody lists.',
    (shop) => ({
      receipt: { claims: { iss: SUITE_IDS.unlistedPsp } },
      psp: shop.cast.unlistedPsp.signer,
    }),
  ),
  badRelease(
    'OA-RCP-08',
    'receipt_psp_mismatch',
    'another-service',
    'A receipt of a payment service that the quote does not accept.',
    (shop) => ({
      receipt: { claims: { iss: SUITE_IDS.otherPsp } },
      psp: shop.cast.otherPsp.signer,
    }),
  ),
  badRelease(
    'OA-PKI-10',
    'x509_eku_mismatch',
    'certificate-for-quotes',
    'A receipt signed with a certificate for quotes.',
    (shop) => ({
      psp: shop.cast.institution(SUITE_IDS.psp, 'psp (quotes)', [EKU.quote]).signer,
    }),
  ),
  badRelease(
    'OA-PKI-11',
    'x509_name_mismatch',
    'certificate-of-another',
    'A receipt signed with a certificate in another name.',
    (shop) => ({
      psp: shop.cast.institution(SUITE_IDS.psp, 'psp (name)', [EKU.receipt], { uri: SUITE_IDS.otherPsp })
        .signer,
    }),
  ),
  badRelease(
    'OA-PKI-06',
    'x509_expired',
    'certificate-expired',
    'A receipt signed with a certificate that has run out.',
    (shop) => ({
      psp: shop.cast.institution(SUITE_IDS.psp, 'psp (expired)', [EKU.receipt], { notAfter: now() - 60 })
        .signer,
    }),
  ),
  badRelease(
    'OA-PKI-03',
    'x509_chain_broken',
    'certificate-of-another-role',
    'A receipt under the anchor of an agent provider.',
    (shop) => ({
      psp: shop.cast.institution(SUITE_IDS.psp, 'provider (as psp)', [EKU.receipt]).signer,
    }),
  ),
  badRelease(
    'OA-RCP-02',
    'receipt_audience_mismatch',
    'the-agents-receipt',
    'The receipt that is made out to the agent.',
    claims({ aud: SUITE_IDS.agent }),
  ),
  badRelease(
    'OA-RCP-03',
    'receipt_state_not_paid',
    'not-paid',
    'A receipt that says the trade waits for payment.',
    claims({ state: 'WAIT_BUYER_PAY' }),
  ),
  badRelease(
    'OA-RCP-03',
    'receipt_state_not_paid',
    'trade-closed',
    'A receipt of a trade that is closed.',
    claims({ state: 'TRADE_CLOSED' }),
  ),
  badRelease('OA-RCP-04', 'receipt_expired', 'receipt-expired', 'A receipt that has run out.', (shop) => ({
    receipt: { claims: { exp: shop.now() - 1 } },
  })),
  badRelease(
    'OA-RCP-01',
    'receipt_order_mismatch',
    'another-order',
    'A receipt for another order.',
    claims({ out_trade_no: 'order-of-somebody' }),
  ),
  badRelease(
    'OA-RCP-01',
    'receipt_order_mismatch',
    'a-smaller-amount',
    'A receipt over a smaller amount.',
    ({ item }) => {
      const amount = written(1n, item.currency);
      return { receipt: { claims: { amount, payer_amount: amount } } };
    },
  ),
  badRelease(
    'OA-RCP-01',
    'receipt_order_mismatch',
    'another-quote',
    'A receipt for another quote.',
    claims({ quote_digest: OTHER_DIGEST }),
  ),
  badRelease(
    'OA-RCP-01',
    'receipt_order_mismatch',
    'another-currency',
    'A receipt in another currency.',
    ({ item }) => ({ receipt: { claims: { currency: anotherThan(item.currency) } } }),
  ),
  badRelease(
    'OA-RCP-05',
    'receipt_holder_mismatch',
    'another-holder',
    'A receipt that was given to another key.',
    claims({ agent_jkt: OTHER_DIGEST }),
  ),
  badRelease(
    'OA-CMD-06',
    'command_signature_invalid',
    'stolen-receipt',
    'A good receipt in the hands of somebody else.',
    (shop) => ({
      command: { signer: { ...shop.cast.agent, key: shop.cast.stranger.key } },
    }),
  ),
  badRelease(
    'OA-CMD-04',
    'command_target_mismatch',
    'command-for-another-receipt',
    'A command that covers another receipt.',
    () => ({ covers: 'another.receipt.text' }),
  ),
  badRelease(
    'OA-CMD-04',
    'command_target_mismatch',
    'command-for-another-order',
    'A command for another order.',
    () => ({ command: { claims: { target: 'order-of-somebody' } } }),
  ),
  badRelease(
    'OA-CMD-05',
    'command_audience_mismatch',
    'command-for-another-merchant',
    'A command made out to another merchant.',
    () => ({
      command: { claims: { aud: 'did:act:other.example/shop' } },
    }),
  ),
  badRelease(
    'OA-CMD-03',
    'command_time_out_of_window',
    'command-too-old',
    'A command of two minutes ago.',
    (shop) => ({ command: { claims: { iat: shop.now() - 120 } } }),
  ),
  badRelease('CID-CART-CFM-14', 'order_unknown', 'unknown-order', 'An order that does not exist.', () => ({
    path: 'order-of-nobody',
  })),
  badRelease(
    'OA-JWS-02',
    'jws_alg_not_allowed',
    'receipt-without-signature',
    'A receipt with alg none and its honest signature.',
    () => ({
      receipt: {
        forge: { header: (header) => ({ ...header, alg: 'none' }) },
      },
    }),
  ),
  badRelease('OA-JWS-03', 'jws_typ_mismatch', 'receipt-of-another-type', 'A refusal as a receipt.', () => ({
    receipt: { forge: { header: (header) => ({ ...header, typ: 'act-refusal+jwt' }) } },
  })),
  negative(
    {
      requirement: 'OA-ORD-02',
      slug: 'release-second-payment',
      title: 'A second receipt for an order that is released.',
    },
    async (shop, notes) => {
      const quoted = await shop.quote(notes);
      const goods = await shop.release(quoted, shop.receipt(quoted), notes);
      mustRefuse(await shop.askRelease(quoted, shop.receipt(quoted), {}, notes), 'order_already_released');
      const after = await shop.read(quoted, notes);
      must(isDeepStrictEqual(after.goods, goods.goods), 'The goods have changed.');
      await shop.purchase(notes);
      shop.isProven = true;
    },
  ),
  negative(
    {
      requirement: 'OA-ORD-23',
      slug: 'second-payment-goes-back',
      title: 'A second payment of an order that is released: it goes back once, and the first does not.',
    },
    async (shop, notes) => {
      const quoted = await shop.quote(notes);
      const first = shop.receipt(quoted);
      const bought = shop.counter.lastTrade();
      await shop.release(quoted, first, notes);
      const second = shop.receipt(quoted);
      const trade = shop.counter.lastTrade();
      for (const _again of [1, 2])
        mustRefuse(await shop.askRelease(quoted, second, {}, notes), 'order_already_released');
      must((await toldOf(shop, 'payment.refund', trade)) === 1, 'The money was not sent back once.');
      must(
        shop.counter.heardOf('payment.refund', bought) === 0,
        'The payment that bought the order went back.',
      );
      must(
        shop.counter.heardOf('fulfilment.confirm', trade) === 0,
        'A delivery was told for the second payment.',
      );
      await shop.purchase(notes);
      shop.isProven = true;
    },
  ),
  negative(
    {
      requirement: 'OA-ORD-23',
      slug: 'second-notice-goes-back',
      title:
        'A payment service tells of a second payment of an order: it goes back once, and the first buys.',
    },
    async (shop, notes) => {
      const quoted = await shop.quote(notes);
      const first = shop.receipt(quoted);
      const buys = shop.counter.lastTrade();
      mustSucceed(await shop.tell(first, notes), 200);
      const second = shop.receipt(quoted);
      const trade = shop.counter.lastTrade();
      for (const _again of [1, 2]) mustRefuse(await shop.tell(second, notes), 'receipt_order_mismatch');
      must((await toldOf(shop, 'payment.refund', trade)) === 1, 'The money was not sent back once.');
      await shop.release(quoted, first, notes);
      must(shop.counter.heardOf('payment.refund', buys) === 0, 'The payment that buys the order went back.');
      shop.isProven = true;
    },
    [ORDERS, 'notice'],
  ),
  negative(
    { requirement: 'OA-RCP-01', slug: 'release-one-payment-two-orders', title: 'One trade for two orders.' },
    async (shop, notes) => {
      const [one, other] = [await shop.quote(notes), await shop.quote(notes)];
      const trade = { trade_no: id('trd') };
      await shop.release(one, shop.receipt(one, { claims: trade }), notes);
      mustRefuse(
        await shop.askRelease(other, shop.receipt(other, { claims: trade }), {}, notes),
        'receipt_order_mismatch',
      );
      must((await shop.read(other, notes)).state === 'LOCKED', 'The other order was released.');
      await shop.release(other, shop.receipt(other), notes);
      shop.isProven = true;
    },
  ),
  negative(
    {
      requirement: 'OA-CMD-06',
      slug: 'read-by-another',
      title: 'An order is shown to nobody but the agent that placed it.',
    },
    async (shop, notes) => {
      const quoted = await shop.quote(notes);
      await shop.read(quoted, notes);
      const spoilt = { signer: { ...shop.cast.agent, key: shop.cast.stranger.key } };
      const command = shop.command('order.read', quoted.orderNo, {}, spoilt);
      const path = `/orders/${encodeURIComponent(quoted.orderNo)}`;
      const headers = { authorization: `ACT-Command ${command}` };
      mustRefuse(await shop.caller.call(path, { headers }, notes), 'command_signature_invalid');
      await shop.release(quoted, shop.receipt(quoted), notes);
      shop.isProven = true;
    },
  ),
  negative(
    {
      requirement: 'OA-CMD-07',
      slug: 'read-without-command',
      title: 'An order is not shown without a command.',
    },
    async (shop, notes) => {
      const quoted = await shop.quote(notes);
      await shop.read(quoted, notes);
      mustRefuse(
        await shop.caller.call(`/orders/${encodeURIComponent(quoted.orderNo)}`, {}, notes),
        'command_missing',
      );
      await shop.release(quoted, shop.receipt(quoted), notes);
      shop.isProven = true;
    },
  ),
  positive(
    'OA-ORD-22',
    'notice-is-taken',
    'A payment that its service tells of is taken note of, again as the same, and hands nothing out.',
    async (shop, notes) => {
      const quoted = await shop.quote(notes);
      const receipt = shop.receipt(quoted);
      for (const again of [1, 2]) {
        const answer = await shop.tell(receipt, notes);
        mustSucceed(answer, 200, 'http/payment-notice-answer.json');
        must(answer.body.out_trade_no === quoted.orderNo, `Notice ${again} was taken for another order.`);
      }
      const { paid_at, goods } = await shop.read(quoted, notes);
      must(paid_at !== undefined, 'The order does not show that it is paid.');
      must(goods === undefined, 'The notice has released the goods.');
      await shop.release(quoted, receipt, notes);
    },
    [ORDERS, 'notice'],
  ),
  negative(
    {
      requirement: 'OA-ORD-22',
      slug: 'notice-forged',
      title: 'A notice with a receipt that its payment service did not sign.',
    },
    async (shop, notes) => {
      const quoted = await shop.quote(notes);
      mustRefuse(await shop.tell(shop.receipt(quoted, stranger(shop)), notes), 'jws_signature_invalid');
      must((await shop.read(quoted, notes)).paid_at === undefined, 'The order counts as paid.');
      mustSucceed(await shop.tell(shop.receipt(quoted), notes), 200);
      must((await shop.read(quoted, notes)).paid_at !== undefined, 'A good notice is not taken.');
    },
    [ORDERS, 'notice'],
  ),
  negative(
    {
      requirement: 'OA-ORD-22',
      slug: 'notice-of-another-trade',
      title: 'An order that was told of as paid is not noted, nor released, for another trade.',
    },
    async (shop, notes) => {
      const quoted = await shop.quote(notes);
      const receipt = shop.receipt(quoted);
      mustSucceed(await shop.tell(receipt, notes), 200);
      const second = shop.receipt(quoted);
      mustRefuse(await shop.tell(second, notes), 'receipt_order_mismatch');
      mustRefuse(await shop.askRelease(quoted, second, {}, notes), 'receipt_order_mismatch');
      must((await shop.read(quoted, notes)).goods === undefined, 'The second payment has bought the goods.');
      await shop.release(quoted, receipt, notes);
    },
    [ORDERS, 'notice'],
  ),
  negative(
    {
      requirement: 'OA-ORD-22',
      slug: 'notice-of-one-trade-for-two-orders',
      title: 'A trade that was noted for one order is noted for no other, and releases no other.',
    },
    async (shop, notes) => {
      const [one, other] = [await shop.quote(notes), await shop.quote(notes)];
      const trade = { claims: { trade_no: id('trd') } };
      mustSucceed(await shop.tell(shop.receipt(one, trade), notes), 200);
      mustRefuse(await shop.tell(shop.receipt(other, trade), notes), 'receipt_order_mismatch');
      must((await shop.read(other, notes)).paid_at === undefined, 'The other order counts as paid.');
      mustSucceed(await shop.tell(shop.receipt(other), notes), 200);
    },
    [ORDERS, 'notice'],
  ),
  positive(
    'OA-ORD-21',
    'cancel-again-gives-nothing-more-back',
    'An order that is cancelled twice gives its stock back once.',
    async (shop, notes) => {
      const before = await shop.stock(notes);
      // Another open order: of what it has locked the second cancellation could give back too much.
      const [open, quoted] = [await shop.quote(notes), await shop.quote(notes)];
      for (const again of [1, 2]) {
        const answer = await askCancel(shop, quoted, notes);
        mustSucceed(answer, 200);
        must(answer.body?.state === 'CLOSED', `Cancelled ${again} times it is ${answer.body?.state}.`);
      }
      must((await shop.stock(notes)) === (before === undefined ? before : before - 1), 'The stock is wrong.');
      mustSucceed(await askCancel(shop, open, notes), 200);
      must((await shop.stock(notes)) === before, 'The stock is not what it was.');
    },
    [ORDERS, 'cancel', 'catalogue'],
  ),
  positive(
    'OA-ORD-21',
    'cancel-gives-the-stock-back',
    'An order that is cancelled gives its stock back at once.',
    async (shop, notes) => {
      const before = await shop.stock(notes);
      const quoted = await shop.quote(notes);
      const answer = await askCancel(shop, quoted, notes);
      mustSucceed(answer, 200);
      must(answer.body?.state === 'CLOSED', `A cancelled order is ${answer.body?.state}.`);
      must((await shop.stock(notes)) === before, 'The stock did not come back.');
    },
    [ORDERS, 'cancel'],
  ),
  negative(
    {
      requirement: 'OA-ORD-21',
      slug: 'cancel-after-release',
      title: 'An order that was released cannot be cancelled.',
    },
    async (shop, notes) => {
      const quoted = await shop.quote(notes);
      await shop.release(quoted, shop.receipt(quoted), notes);
      mustRefuse(await askCancel(shop, quoted, notes), 'order_already_released');
      must((await shop.read(quoted, notes)).state === 'RELEASED', 'The order was closed after all.');
      await shop.purchase(notes);
      shop.isProven = true;
    },
    [ORDERS, 'cancel'],
  ),
];
