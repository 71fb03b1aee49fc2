import { expect, test } from 'vitest';
import { verifyReceipt } from '../../index.ts';
import { createActors, DAY_SECONDS, IDS, WORLD_NOW } from '../../testing/actors.ts';
import { type NegativeCase, runSuite } from '../../testing/cases.ts';
import { posingAs, put } from '../../testing/changes.ts';
import { judgeReceipt } from '../../testing/judges.ts';
import { buildWorld } from '../../testing/world.ts';
import { check as audience } from './audience.ts';
import { check as authorization } from './authorization.ts';
import { check as holder } from './holder.ts';
import { check as issued } from './issued.ts';
import { check as notExpired } from './not-expired.ts';
import { check as order } from './order.ts';
import { check as paid } from './paid.ts';
import { check as psp } from './psp.ts';
import { check as request } from './request.ts';
import { check as signature } from './signature.ts';
import { check as singleUse } from './single-use.ts';

const EXPIRES = WORLD_NOW + 30 * DAY_SECONDS;
const OTHER_DIGEST = 'A'.repeat(43);

const otherOrders: readonly NegativeCase[] = [
  { out_trade_no: 'order-0002' },
  { merchant: IDS.otherMerchant },
  { quote_digest: OTHER_DIGEST },
  { amount: '553.51' },
  { payer_amount: '549.99' },
  { currency: 'HKD' },
  { resource_id: 'res-2' },
].map((values) => ({
  title: `a receipt with another ${Object.keys(values)}`,
  check: order,
  code: 'receipt_order_mismatch',
  changes: { sellerReceipt: put(values) },
  // The reader knows which resource it sells.
  alter: (world) => ({
    ...world,
    expected: { ...world.expected, ...('resource_id' in values && { resource_id: 'res-1' }) },
  }),
}));

runSuite('receipt', {
  folder: import.meta.url,
  judge: judgeReceipt,
  elsewhere: [authorization, singleUse],
  refused: [
    {
      title: 'a signature of another key under this certificate',
      check: signature,
      code: 'jws_signature_invalid',
      changes: ({ psp: service, issuer }) => ({ signers: { sellerReceipt: posingAs(service, issuer) } }),
    },
    {
      title: 'a receipt of another service than the order is paid through',
      check: psp,
      code: 'receipt_psp_mismatch',
      alter: (world) => ({
        ...world,
        expected: { ...world.expected, psp_id: 'did:act:otherbank.example/psp' },
      }),
    },
    {
      title: 'a receipt for the agent',
      check: audience,
      code: 'receipt_audience_mismatch',
      alter: (world) => ({ ...world, sellerReceipt: world.receipt }),
    },
    ...(['CREATE', 'WAIT_BUYER_PAY', 'TRADE_CLOSED'] as const).map(
      (state): NegativeCase => ({
        title: `a trade in state ${state}`,
        check: paid,
        code: 'receipt_state_not_paid',
        changes: { sellerReceipt: put({ state }) },
      }),
    ),
    {
      title: 'a receipt that is dated 61 seconds ahead',
      check: issued,
      code: 'issued_in_future',
      changes: { sellerReceipt: put({ iat: WORLD_NOW + 61 }) },
    },
    { title: 'a receipt at its expiry', check: notExpired, code: 'receipt_expired', now: EXPIRES },
    ...otherOrders,
    {
      title: 'a receipt with another payee',
      check: order,
      code: 'receipt_order_mismatch',
      alter: (world) => ({
        ...world,
        expected: { ...world.expected, payee: { account: 'acct-2', psp_id: IDS.psp } },
      }),
    },
    {
      title: 'a receipt given to another key',
      check: holder,
      code: 'receipt_holder_mismatch',
      changes: { sellerReceipt: put({ agent_jkt: OTHER_DIGEST }) },
    },
    {
      title: 'a receipt for another request',
      check: request,
      code: 'receipt_request_mismatch',
      alter: (world) => ({ ...world, expected: { ...world.expected, request_digest: OTHER_DIGEST } }),
    },
  ],
  accepted: [
    {
      title: 'a receipt that is dated 60 seconds ahead',
      changes: { sellerReceipt: put({ iat: WORLD_NOW + 60 }) },
    },
    { title: 'a receipt a second before its expiry', now: EXPIRES - 1 },
    { title: 'a finished trade', changes: { sellerReceipt: put({ state: 'TRADE_FINISHED' }) } },
    {
      title: 'a trade waiting for the buyer',
      changes: { sellerReceipt: put({ state: 'WAIT_BUYER_RECEIPT' }) },
    },
    {
      title: 'an amount written with fewer decimals',
      changes: { sellerReceipt: put({ amount: '553.5', payer_amount: '550' }) },
    },
  ],
});

test('OA-ORD-02: without memory, releasing once stays the caller’s duty', async () => {
  const world = await buildWorld(await createActors());
  const judgement = await judgeReceipt({ world, now: WORLD_NOW, state: world.state });
  expect(judgement.verdict).toBe('accepted');
  expect(judgement.obligations).toMatchObject([{ obligation: 'replay', requirement: 'OA-ORD-02' }]);
});

test('without an order to compare with, the comparison stays the caller’s duty', async () => {
  const world = await buildWorld(await createActors());
  const { sellerReceipt: receipt, trustList, now } = world;
  const judgement = await verifyReceipt({ receipt }, { trustList, now, audience: IDS.merchant });
  expect(judgement.verdict).toBe('accepted');
  const binding = judgement.obligations.filter(({ obligation }) => obligation === 'binding');
  expect(binding.map(({ requirement }) => requirement)).toEqual([
    'OA-RCP-08',
    'OA-RCP-01',
    'OA-RCP-05',
    'OA-RCP-06',
  ]);
});
