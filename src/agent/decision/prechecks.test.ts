import { describe, expect, test } from 'vitest';
import type { IacPayload } from '../../protocol/generated/types.ts';
import { parseAmount } from '../../protocol/money/index.ts';
import { DAY_SECONDS, IDS, WORLD_NOW } from '../../verifier/testing/actors.ts';
import { iacOf, intent } from '../../verifier/testing/claims.ts';
import { decide } from './decide.ts';
import { type Offer, objectionsTo } from './prechecks.ts';

const iac: IacPayload = iacOf(intent(), 'A'.repeat(43));
const unused = { spentMinor: 0n, count: 0 };

function offer(changes: Partial<Offer> = {}): Offer {
  return {
    merchant: IDS.merchant,
    categories: ['transport/train'],
    amount: parseAmount('553.50', 'CNY'),
    deliverBy: WORLD_NOW + DAY_SECONDS,
    ...changes,
  };
}

const codes = (of: Offer, use = unused, under = iac) => objectionsTo(of, under, use).map(({ code }) => code);

describe('pre-checks of the cart confirmation', () => {
  test('nothing stands against an offer within every limit, up to the last fen', () => {
    expect(codes(offer())).toEqual([]);
    expect(codes(offer(), { spentMinor: 180_000n - 55_350n, count: 2 })).toEqual([]);
    expect(codes(offer({ amount: parseAmount('581.17', 'CNY') }))).toEqual([]);
    expect(codes(offer({ deliverBy: WORLD_NOW + 2 * DAY_SECONDS }))).toEqual([]);
  });

  test.each([
    [
      'CID-CART-CFM-02 over the single limit',
      'amount_over_single_limit',
      { amount: parseAmount('600.01', 'CNY') },
      unused,
    ],
    [
      'CID-CART-CFM-02 under the minimum',
      'amount_under_single_minimum',
      { amount: parseAmount('9.99', 'CNY') },
      unused,
    ],
    [
      'CID-CART-CFM-02 over the rest',
      'amount_over_total_limit',
      {},
      { spentMinor: 180_000n - 55_349n, count: 1 },
    ],
    ['CID-CART-CFM-02 too often', 'times_limit_reached', {}, { spentMinor: 0n, count: 3 }],
    [
      'CID-CART-CFM-02 another currency',
      'currency_mismatch',
      { amount: parseAmount('553.50', 'USD') },
      unused,
    ],
    [
      'CID-CART-CFM-03 another category',
      'category_not_allowed',
      { categories: ['transport/train', 'food/drink'] },
      unused,
    ],
    ['CID-CART-CFM-03 a forbidden category', 'category_not_allowed', { categories: ['gambling'] }, unused],
    ['CID-CART-CFM-04 another seller', 'merchant_not_allowed', { merchant: IDS.issuer }, unused],
    ['CID-CART-CFM-04 a forbidden seller', 'merchant_not_allowed', { merchant: IDS.otherMerchant }, unused],
    [
      'CID-CART-CFM-05 a second late',
      'delivery_too_late',
      { deliverBy: WORLD_NOW + 2 * DAY_SECONDS + 1 },
      unused,
    ],
    [
      'CID-CART-CFM-06 dearer than tolerated',
      'price_out_of_tolerance',
      { amount: parseAmount('581.18', 'CNY') },
      unused,
    ],
  ] as const)('%s', (_name, code, changes, use) => {
    expect(codes(offer(changes), use)[0]).toBe(code);
  });

  test.each([
    ['CNY', '600.01', 0n, 600, 'over 600.00 CNY for one payment'],
    ['CNY', '9.99', 0n, 600, 'under 10.00 CNY for one payment'],
    ['JPY', '601', 0n, 600, 'over 600 JPY for one payment'],
    ['KWD', '20.51', 0n, 20.5, 'over 20.50 KWD for one payment'],
    ['KWD', '20.50', 1_800_000n, 20.5, 'over what is left of 1800.00 KWD'],
  ] as const)(
    'says of %s %s what it is over, as it is written',
    (currency, amount, spentMinor, single, reason) => {
      const commerce = { ...iac.ext?.commerce, max_single_amount: single };
      const under = { ...iac, currency, ext: { commerce } };
      const of = offer({ amount: parseAmount(amount, currency) });
      expect(objectionsTo(of, under, { spentMinor, count: 0 })[0]?.reason).toBe(reason);
    },
  );

  test('CID-CART-CFM-05 a delivery that is not stated does not meet a requirement', () => {
    const { deliverBy: _, ...silent } = offer();
    expect(codes(silent)).toEqual(['delivery_too_late']);
  });

  test('CID-CART-CFM-06 a tolerance without a price refuses', () => {
    const { openact: _, ...ext } = iac.ext ?? {};
    expect(codes(offer(), unused, { ...iac, ext })).toEqual(['price_reference_missing']);
  });
});

describe('the decision', () => {
  const item = (id: string, price: string, changes: object = {}) => ({
    item_id: id,
    name: `G123 ${id}`,
    category: 'transport/train',
    price,
    currency: 'CNY',
    deliver_by: '2026-11-21T09:00:00Z',
    ...changes,
  });
  const wanted = { need: ['G123'], grade: 'second class', quantity: 1 };
  const chosen = (candidates: ReturnType<typeof item>[], want: object = wanted) =>
    decide([{ merchant: IDS.merchant, candidates }], want, iac, unused, WORLD_NOW);

  test('CID-MER-CAT-11 takes the cheapest, the first by name where prices are equal, and says why of each', () => {
    const { record, chosen: best } = chosen([item('b', '540.00'), item('a', '540.00'), item('c', '530.00')]);
    expect(best?.item_id).toBe('c');
    expect(record.candidates.map(({ item_id, outcome }) => [item_id, outcome])).toEqual([
      ['c', 'chosen'],
      ['a', 'accepted'],
      ['b', 'accepted'],
    ]);
  });

  test('leaves out what is named otherwise, is of another class, or is not there', () => {
    const { record } = chosen([
      item('a', '530.00', { name: 'G125' }),
      item('b', '531.00', { name: 'G123 first class' }),
      item('c', '532.00', { stock: 0 }),
      item('d', '533.00', { name: 'G123 二等座' }),
    ]);
    expect(record.candidates.map(({ code }) => code)).toEqual([
      'no_match',
      'no_match',
      'stock_exhausted',
      undefined,
    ]);
  });

  test('CID-MER-CAT-12 counts the whole order', () => {
    const { objection } = chosen([item('a', '553.50')], { ...wanted, quantity: 2 });
    expect(objection?.code).toBe('amount_over_single_limit');
    expect(chosen([item('a', '553.50')]).objection).toBeUndefined();
  });

  test('names what stands against the nearest offer, and says so when there is none', () => {
    expect(chosen([item('a', '1.00', { name: 'G9' }), item('b', '700.00')]).objection?.code).toBe(
      'amount_over_single_limit',
    );
    expect(chosen([]).objection?.code).toBe('no_match');
  });

  test('an offer that cannot be read is left out', () => {
    const { record } = chosen([item('a', '1.00', { currency: 'ZZZ' }), item('b', '553.50')]);
    expect(record.candidates.map(({ code, outcome }) => code ?? outcome)).toEqual([
      'currency_unknown',
      'chosen',
    ]);
  });

  test('OA-XFR-01 a price that makes a sum which cannot be written costs no other offer anything', () => {
    const most = '9999999999999.99';
    const { record, chosen: best } = chosen([item('a', most), item('b', '276.75')], {
      ...wanted,
      quantity: 2,
    });
    expect(record.candidates).toMatchObject([
      { item_id: 'a', amount: most, outcome: 'excluded', code: 'amount_form' },
      { item_id: 'b', amount: '553.50', outcome: 'chosen' },
    ]);
    expect(best).toMatchObject({ item_id: 'b', amount: '553.50' });
    // One of them can be written, and is over the limit like anything else.
    expect(chosen([item('a', most)]).objection?.code).toBe('amount_over_single_limit');
  });

  test('an offer that is finer than its currency stands in the record as its seller has it', () => {
    const { record } = chosen([item('a', '500.50', { currency: 'JPY' })]);
    expect(record.candidates).toMatchObject([{ amount: '500.50', code: 'amount_precision' }]);
  });
});
