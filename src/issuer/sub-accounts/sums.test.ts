/** What was put on a card is more than one amount can be: its owner governs it all the same. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { engines } from '../../store/testing/engines.ts';
import { auditLedger, fundAccount } from '../psp/index.ts';
import { type Card, manage, openCard } from '../testing/card.ts';
import { createInstantWorld, type InstantWorld, PAYER } from '../testing/instant.ts';

const GREATEST = { text: '9999999999999.99', minor: 999_999_999_999_999n };

describe.each(engines)('a card with more on it than one amount can be: $name', (engine) => {
  let instant: InstantWorld;
  let card: Card;
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());
  beforeEach(async () => {
    instant = await createInstantWorld({ engine });
    for (const transferId of ['one', 'two']) await bringIn(PAYER, transferId);
    card = await openCard(instant, GREATEST.text);
  });
  afterEach(async () => {
    expect((await auditLedger(instant.world.store.read)).balanced).toBe(true);
    await instant.close();
  });

  async function bringIn(accountId: string, transferId: string): Promise<void> {
    const { store, time } = instant.world;
    const money = { currency: 'CNY', minor: GREATEST.minor };
    await store.transact((tx) => fundAccount(tx, { accountId, money, transferId, now: time.now }));
  }

  test('is filled, and what is on it is told (OA-MNY-04, PSD-AGT-SUB-03)', async () => {
    const params = { amount: GREATEST.text, currency: 'CNY' };
    const filled = await manage(instant, card, 'fund', { params });
    expect([filled.status, filled.body.balance]).toEqual([200, '19999999999999.98']);
  });

  test('is frozen and closed (OA-MNY-04, PSD-AGT-SUB-04)', async () => {
    await bringIn(`sub:${card.id}`, 'into the card');
    expect((await manage(instant, card, 'freeze')).body).toMatchObject({ state: 'FROZEN' });
    expect((await manage(instant, card, 'close')).body).toMatchObject({ state: 'CLOSED', balance: '0.00' });
  });
});
