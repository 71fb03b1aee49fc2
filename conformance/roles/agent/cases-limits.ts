import { type JsonObject, valueAt } from '../../forge/json.ts';
import { ANOTHER } from '../../live/amounts.ts';
import { now, utc } from '../../live/cast.ts';
import { must } from '../../live/http.ts';
import { IDS } from './players.ts';
import type { Scene, Spoils } from './scene.ts';
import { type AgentCase, type Bad, negative, positive } from './steps.ts';

/** Offers, quotes and bills at the edges of what the user allows. */

const DAY = 86_400;
const offered = (scene: Scene): boolean => scene.intents.length > 0;
const quoted = (scene: Scene): boolean => scene.called('shop', /^\/quotes/) > 0;
const billed = (scene: Scene): boolean => scene.called('shop', /^\/figures/) > 0;

type Short = Omit<Bad, 'reached'>;

/** An offer that the user did not allow: it is not even ordered. */
function badOffer(bad: Short): AgentCase {
  return negative({
    ...bad,
    slug: `offer-${bad.slug}`,
    reached: offered,
    hold: ({ scene }) => must(scene.orders.length === 0, 'It ordered what the user did not allow.'),
  });
}

/** A bill whose plain fields are those of its quote. */
function badBill(bad: Omit<Short, 'spoils'>, quote: JsonObject, plain: JsonObject = {}): AgentCase {
  const spoils: Spoils = {
    quote: { claims: (all) => ({ ...all, ...quote }) },
    bill: (bill) => ({ ...bill, protocol: { ...(bill.protocol as JsonObject), ...plain } }),
  };
  return negative({ ...bad, slug: `a402-${bad.slug}`, kind: 'fetch', spoils, reached: billed });
}

const soon = { wanted: { delivery_time_requirement: utc(now() + 2 * DAY) } };
const undated = ({ deliver_by: _, ...rest }: JsonObject): JsonObject => rest;
const expects = (reference_price: string) => ({
  wanted: { reference_price, price_deviation_tolerance: 25 },
});

const offers: readonly AgentCase[] = [
  badOffer({
    requirement: 'CID-CART-CFM-02',
    code: 'amount_over_single_limit',
    slug: 'over-the-limit-together',
    title: 'Two items cost more than one payment may, though each of them costs less.',
    order: { wanted: { quantity: 2 } },
    spoils: {},
  }),
  badOffer({
    requirement: 'CID-CART-CFM-02',
    code: 'amount_over_single_limit',
    slug: 'over-the-limit-in-more-digits',
    title: 'The only offer costs 1000.00, which begins with a lower digit than 150.00 goes on with.',
    spoils: { items: (items) => items.map((item) => ({ ...item, price: '1000.00' })) },
  }),
  badOffer({
    requirement: 'CID-CART-CFM-05',
    code: 'delivery_too_late',
    slug: 'without-a-time',
    title: 'The only offer does not say when it is delivered, and the user needs it by then.',
    order: soon,
    spoils: { items: (items) => items.map(undated) },
  }),
  badOffer({
    requirement: 'CID-CART-CFM-06',
    code: 'price_out_of_tolerance',
    slug: 'far-below-the-price',
    title: 'A price that is further below what the user expects than the tolerance allows.',
    order: expects('140.00'),
    spoils: {},
  }),
];

/** What is too little for one payment. */
const minimums: readonly AgentCase[] = [
  negative({
    requirement: 'OA-LIM-01',
    code: 'amount_under_single_minimum',
    slug: 'offer-under-the-minimum',
    title: 'The only offer costs a cent less than one payment must.',
    order: { wanted: { min_single_amount: '100.01' } },
    spoils: {},
    reached: offered,
  }),
  badBill(
    {
      requirement: 'OA-LIM-01',
      code: 'amount_under_single_minimum',
      slug: 'under-the-minimum',
      title: 'The bill is a cent less than one payment must be.',
      order: { wanted: { min_single_amount: '0.51' } },
    },
    {},
  ),
  positive(
    {
      requirement: 'OA-LIM-01',
      slug: 'offer-on-the-minimum',
      title: 'An offer that costs as little as one payment may is bought, and the mandate says how little.',
      order: { wanted: { min_single_amount: '100.00' } },
    },
    ({ scene }) => {
      const least = valueAt(scene.mandates[0] ?? {}, '/ext/commerce/min_single_amount');
      must(
        Number(least) === Number(scene.players.said('100.00')),
        'The mandate that is asked for does not have the minimum.',
      );
    },
  ),
  positive(
    {
      requirement: 'OA-LIM-01',
      slug: 'a402-on-the-minimum',
      title: 'A bill that is as little as one payment may be is paid.',
      kind: 'fetch',
      order: { wanted: { min_single_amount: '0.50' } },
    },
    () => undefined,
  ),
];

const quotes: readonly AgentCase[] = [
  negative({
    requirement: 'CID-CART-CFM-07',
    code: 'delivery_too_late',
    slug: 'quote-without-a-time',
    title: 'A quote that does not say any more when it is delivered, and the user needs it by then.',
    order: soon,
    spoils: { quote: { claims: undated } },
    reached: quoted,
  }),
  negative({
    requirement: 'OA-ICN-14',
    code: 'quote_payee_mismatch',
    slug: 'quote-paid-elsewhere',
    title: 'A quote whose account is kept by a service with which the agent’s own does not clear.',
    spoils: {
      quote: {
        claims: (all) => ({ ...all, payee: { account: 'acct-shop', psp_id: IDS.otherPsp } }),
      },
      reply: ({ path }, who) =>
        who === 'bank' && path === '/interconnection'
          ? { status: 200, body: JSON.stringify({ psp_id: IDS.psp, partners: [], promotions: [] }) }
          : undefined,
    },
    reached: quoted,
  }),
];

const bills: readonly AgentCase[] = [
  badBill(
    {
      requirement: 'OA-REQ-05',
      code: 'currency_mismatch',
      slug: 'another-currency',
      title: 'The bill is in another currency than the mandate.',
    },
    { currency: ANOTHER },
    { currency: ANOTHER },
  ),
  badBill(
    {
      requirement: 'OA-LIM-20',
      code: 'amount_over_single_limit',
      slug: 'dearer-before-a-discount',
      title: 'The bill is over what one payment may be before a discount, and below it afterwards.',
    },
    {
      amount: '1.50',
      discounts: [{ funder: IDS.shop, amount: '1.00' }] as unknown as JsonObject[],
      payer_amount: '0.50',
    },
  ),
  badBill(
    {
      requirement: 'CID-CART-CFM-06',
      code: 'price_out_of_tolerance',
      slug: 'out-of-tolerance',
      title: 'The bill is further above what the user expects than the tolerance allows.',
      order: expects('0.39'),
    },
    {},
  ),
  badBill(
    {
      requirement: 'CID-CART-CFM-05',
      code: 'delivery_too_late',
      slug: 'too-late',
      title: 'The bill is for something that is delivered later than the user needs it.',
      order: soon,
    },
    { deliver_by: utc(now() + 5 * DAY) },
  ),
];

const honest: readonly AgentCase[] = [
  positive(
    {
      requirement: 'CID-CART-CFM-02',
      slug: 'two-within-the-limit',
      title: 'Two items that together cost as much as one payment may are bought.',
      order: { wanted: { quantity: 2, max_single_amount: '200.00' } },
    },
    ({ scene }) => {
      const { order = {} } = scene.orders[0] ?? {};
      must(valueAt(order, '/lines/0/quantity') === 2, 'Another quantity is ordered.');
      must(scene.requests[0]?.claims.amount === scene.players.said('200.00'), 'Another amount is paid.');
    },
  ),
];

export const limitCases: readonly AgentCase[] = [...offers, ...minimums, ...quotes, ...bills, ...honest];
