import { digestOf } from '../../forge/drafts.ts';
import type { JsonObject } from '../../forge/json.ts';
import { now } from '../../live/cast.ts';
import { must } from '../../live/http.ts';
import { SEEN_LABELS, UNSEEN_LABELS } from '../../live/labels.ts';
import { entry } from './cases-authority.ts';
import { IDS } from './players.ts';
import type { Scene, Spoils } from './scene.ts';
import { CATEGORY } from './shop.ts';
import { type AgentCase, type Bad, negative, positive } from './steps.ts';

/** Quotes that their seller has signed, and that are not what was ordered or do not hold together. */

const HOUR = 3_600;
const quoted = (scene: Scene): boolean => scene.called('shop', /^\/quotes/) > 0;

type Short = Omit<Bad, 'reached'>;

function badQuote(bad: Short): AgentCase {
  return negative({ ...bad, slug: `quote-${bad.slug}`, reached: quoted });
}

const claims = (change: JsonObject): Spoils => ({ quote: { claims: (all) => ({ ...all, ...change }) } });

/** The one line of the cart, changed before the quote is made of it: the quote goes along. */
const sold = (change: JsonObject, quote: JsonObject = {}): Spoils => ({
  lines: (line) => ({ ...line, ...change }),
  ...claims(quote),
});

/** A cart of more lines than were ordered, with a quote that goes along. */
const more = (...besides: readonly JsonObject[]): Spoils => {
  const lines = (cart: JsonObject): JsonObject => ({
    ...cart,
    lines: [...(cart.lines as JsonObject[]), ...besides],
  });
  const whole: { cart?: JsonObject } = {};
  return {
    cart: (cart) => {
      whole.cart = lines(cart);
      return whole.cart;
    },
    quote: {
      claims: (all, players) => ({
        ...all,
        cart_digest: digestOf(players.said(whole.cart ?? {})),
        categories: [CATEGORY, ...besides.map(({ category }) => String(category))],
      }),
    },
  };
};

/** What was offered, after a discount of this name. */
const called = (label: string): Spoils =>
  sold(
    { unit_price: '120.00', amount: '120.00' },
    {
      amount: '120.00',
      discounts: [{ funder: IDS.shop, amount: '20.00', label }] as unknown as JsonObject[],
      payer_amount: '100.00',
    },
  );

const ROAMING = 'goods/insurance';
const both = { wanted: { allowed_categories: [CATEGORY, ROAMING] } };

const inconsistent: readonly AgentCase[] = [
  badQuote({
    requirement: 'OA-QUO-09',
    code: 'cart_quote_disagree',
    slug: 'lines-do-not-add-up',
    title: 'A cart whose line costs less than the quote asks for.',
    spoils: sold({ unit_price: '60.00', amount: '60.00' }),
  }),
  badQuote({
    requirement: 'OA-QUO-09',
    code: 'cart_quote_disagree',
    slug: 'lines-do-not-multiply',
    title: 'A cart whose line costs more than its price times its quantity.',
    spoils: sold({ unit_price: '60.00' }),
  }),
  badQuote({
    requirement: 'OA-QUO-09',
    code: 'cart_quote_disagree',
    slug: 'lines-of-other-categories',
    title: 'A cart of another category than the quote says.',
    order: both,
    spoils: claims({ categories: [ROAMING] }),
  }),
  badQuote({
    requirement: 'OA-QUO-11',
    code: 'issued_in_future',
    slug: 'of-the-future',
    title: 'A quote that is dated an hour ahead.',
    spoils: { quote: { claims: (all) => ({ ...all, iat: now() + HOUR, exp: Number(all.exp) }) } },
  }),
  badQuote({
    requirement: 'OA-ESC-01',
    code: 'quote_settlement_mismatch',
    slug: 'goods-as-a-gratuity',
    title: 'A quote for goods that wants the money at once and for good, as a tip.',
    spoils: claims({ settlement: 'GRATUITY' }),
  }),
  badQuote({
    requirement: 'OA-LIM-20',
    code: 'amount_over_single_limit',
    slug: 'dearer-before-a-discount',
    title: 'A quote whose net is what was offered, and whose gross is over what one payment may be.',
    spoils: sold(
      { unit_price: '180.00', amount: '180.00' },
      {
        amount: '180.00',
        discounts: [{ funder: IDS.shop, amount: '80.00' }] as unknown as JsonObject[],
        payer_amount: '100.00',
      },
    ),
  }),
  ...UNSEEN_LABELS.map(([slug, label, what]) =>
    badQuote({
      requirement: 'OA-QUO-12',
      code: 'schema_mismatch',
      slug: `discount-called-${slug}`,
      title: `A quote with a discount that is called ${what}.`,
      spoils: called(label),
    }),
  ),
];

const notOrdered: readonly AgentCase[] = [
  badQuote({
    requirement: 'PSD-PAY-DEL-22',
    code: 'request_quote_disagree',
    slug: 'of-another-item',
    title: 'A quote for another item at the price of the one that was ordered.',
    spoils: sold({ item_id: 'ticket-7' }),
  }),
  badQuote({
    requirement: 'PSD-PAY-DEL-22',
    code: 'request_quote_disagree',
    slug: 'of-fewer-items',
    title: 'A quote for one of two items, at the price of both.',
    order: { wanted: { quantity: 2, max_single_amount: '250.00' } },
    spoils: sold({ quantity: 1, unit_price: '200.00' }),
  }),
  badQuote({
    requirement: 'PSD-PAY-DEL-22',
    code: 'request_quote_disagree',
    slug: 'of-another-category',
    title: 'A quote for goods of another category that is allowed, too, than was offered.',
    order: both,
    spoils: sold({ category: ROAMING }, { categories: [ROAMING] }),
  }),
  badQuote({
    requirement: 'PSD-PAY-DEL-22',
    code: 'request_quote_disagree',
    slug: 'with-another-line',
    title: 'A quote with a free line that nobody ordered.',
    order: both,
    spoils: more({
      ...{ item_id: 'cover-1', name: 'Cover', category: ROAMING, quantity: 1 },
      ...{ unit_price: '0.00', amount: '0.00' },
    }),
  }),
  badQuote({
    requirement: 'PSD-PAY-DEL-22',
    code: 'request_quote_disagree',
    slug: 'by-another-seller',
    title: 'A good quote of another seller that is allowed, too, handed out by the one that was asked.',
    order: { merchants: [IDS.shop, IDS.other] },
    spoils: {
      quote: {
        claims: (all) => ({ ...all, iss: IDS.other, payee: { account: 'acct-other', psp_id: IDS.psp } }),
        signer: ({ other }) => other.signer,
      },
    },
  }),
  badQuote({
    requirement: 'OA-TRL-04',
    code: 'issuer_not_trusted',
    slug: 'by-no-seller',
    title: 'A quote of somebody whom the trust list has, and not as a seller.',
    order: { wanted: { allowed_merchants: [IDS.shop, IDS.other] } },
    spoils: {
      trust: entry(IDS.other, { role: 'AGENT_PROVIDER' }),
      quote: {
        claims: (all) => ({ ...all, iss: IDS.other, payee: { account: 'acct-other', psp_id: IDS.psp } }),
        signer: ({ other }) => other.signer,
      },
    },
  }),
  badQuote({
    requirement: 'PSD-PAY-DEL-22',
    code: 'request_quote_disagree',
    slug: 'cheaper',
    title: 'A quote for less than the seller has offered is another one, too.',
    spoils: sold({ unit_price: '90.00', amount: '90.00' }, { amount: '90.00', payer_amount: '90.00' }),
  }),
];

const honest: readonly AgentCase[] = [
  positive(
    {
      requirement: 'OA-MNY-04',
      slug: 'quote-in-other-digits',
      title: 'The same price in other digits is the same price: 100 is 100.00.',
      spoils: {
        quote: {
          claims: (all, players) => {
            const [amount = '', cents] = players.said('100.00').split('.');
            return { ...all, amount, payer_amount: cents === undefined ? amount : `${amount}.0` };
          },
        },
      },
    },
    ({ scene }) => must(scene.requests.length === 1, 'It did not pay what was offered.'),
  ),
  positive(
    {
      requirement: 'OA-MNY-04',
      slug: 'compares-numbers',
      title: 'Of 99.00 and 104.00 the first is the cheaper one, whatever their texts begin with.',
      order: { merchants: [IDS.other, IDS.shop] },
      spoils: {
        items: (items) => items.map((item) => ({ ...item, price: '99.00' })),
        ...sold({ unit_price: '99.00', amount: '99.00' }, { amount: '99.00', payer_amount: '99.00' }),
      },
    },
    ({ scene }) => {
      must(
        scene.orders.every(({ who }) => who === 'shop'),
        'The dearer seller was taken.',
      );
    },
  ),
];

const named: readonly AgentCase[] = SEEN_LABELS.map((label, at) =>
  positive(
    {
      requirement: 'OA-QUO-12',
      slug: `buys-with-a-discount-called-${['in-english', 'in-chinese'][at]}`,
      title: `An order with a discount that is called “${label}” is bought.`,
      spoils: called(label),
    },
    ({ scene }) => {
      must(quoted(scene), 'The seller was not asked for a quote.');
    },
  ),
);

export const quoteCases: readonly AgentCase[] = [...inconsistent, ...notOrdered, ...honest, ...named];
