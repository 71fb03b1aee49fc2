import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseUtcSeconds } from '../protocol/time/index.ts';
import { readPromotions } from './promotions-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'openact-promotions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const INSTANT = {
  promotion_id: 'instant-30',
  currency: 'CNY',
  amount: '30.00',
  min_amount: '100.00',
  budget: '3000.00',
  valid_until: '2027-01-01T00:00:00Z',
};

function read(content: unknown) {
  const path = join(folder, 'promotions.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readPromotions(path);
}

describe('the file of promotions (OA-ICN-05)', () => {
  test('says what is taken off, from when, how often and until when', () => {
    expect(read([INSTANT])).toEqual([
      {
        promotionId: 'instant-30',
        currency: 'CNY',
        amountMinor: 3_000n,
        minAmountMinor: 10_000n,
        budgetMinor: 300_000n,
        validUntil: parseUtcSeconds('2027-01-01T00:00:00Z'),
      },
    ]);
    expect(readPromotions(undefined)).toEqual([]);
  });

  test.each([
    ['no array', {}, 'it is no array'],
    ['no object', ['instant-30'], 'a promotion is no object'],
    ['a member too few', [{ ...INSTANT, budget: undefined }], 'budget is missing'],
    ['a member too many', [{ ...INSTANT, funder: 'x' }], 'funder is no member of a promotion'],
    ['a number for an amount', [{ ...INSTANT, amount: 30 }], 'amount is missing'],
    ['three decimals', [{ ...INSTANT, amount: '30.001' }], 'amount_form'],
    ['nothing off', [{ ...INSTANT, amount: '0.00' }], 'a promotion takes nothing off'],
    ['one twice', [INSTANT, INSTANT], 'a promotion_id stands twice'],
    ['no JSON', '[', 'json_'],
  ])('with %s keeps the server from starting', (_name, content, why) => {
    expect(() => read(content)).toThrow(why);
    expect(read([INSTANT])).toHaveLength(1);
  });

  test('that is not there keeps the server from starting', () => {
    expect(() => readPromotions(join(folder, 'none.json'))).toThrow('OPENACT_PROMOTIONS');
    expect(read([])).toEqual([]);
  });
});
