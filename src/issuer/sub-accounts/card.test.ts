import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { InstantPaymentBody } from '../../protocol/generated/types.ts';
import { IDS, keyActor } from '../../verifier/testing/actors.ts';
import { auditLedger } from '../psp/index.ts';
import { findTool } from '../psp/tools.ts';
import { type Card, cardBody, manage, openCard, unfreeze } from '../testing/card.ts';
import {
  askForTool,
  balances,
  createInstantWorld,
  decide,
  type InstantWorld,
  read,
  waiting,
} from '../testing/instant.ts';
import { type Answer, command, get, post } from '../testing/world.ts';

let instant: InstantWorld;
let card: Card;

beforeEach(async () => {
  instant = await createInstantWorld();
  card = await openCard(instant);
});

afterEach(async () => {
  expect((await auditLedger(instant.world.store.read)).balanced).toBe(true);
  await instant.close();
});

const pay = (body: InstantPaymentBody): Promise<Answer> => post(instant.world, '/instant-payments', body);

async function view(): Promise<Answer['body']> {
  const { world } = instant;
  const claims = { iss: IDS.agent, aud: IDS.psp, action: 'sub_account.read', target: card.id } as const;
  const signed = await command(world, world.actors.agent.signer, claims);
  return (await get(world, `/sub-accounts/${card.id}`, signed)).body;
}

const onCard = async (): Promise<string> => (await view()).balance;

/** The twin of every refusal: 10.00 from the card, confirmed by the user. */
async function expectPays(): Promise<void> {
  const before = Number(await onCard());
  const { body } = await pay(await cardBody(instant, card, '10.00'));
  expect((await decide(instant, body.confirmation_id)).body.status).toBe('APPROVED');
  expect((await read(instant, body.payment_id)).body.status).toBe('WAIT_SELLER_FULFILLMENT');
  expect(Number(await onCard())).toBe(before - 10);
}

/** Of which of the two tables rows are held from now on, in the order in which each came first. */
function heldRows(): string[] {
  const { store } = instant.world;
  const held: string[] = [];
  const note = (sql: string): void => {
    const table = /^UPDATE (\w+)/.exec(sql)?.[1] ?? /FROM (\w+) .*FOR UPDATE$/s.exec(sql)?.[1] ?? '';
    if (['tools', 'sub_accounts'].includes(table) && !held.includes(table)) held.push(table);
  };
  const transact = store.transact.bind(store);
  vi.spyOn(store, 'transact').mockImplementation((work) =>
    transact((tx) => {
      const noted = <T>(method: 'get' | 'run') => ({
        value: (sql: string, ...params: never[]): Promise<T> => {
          note(sql);
          return (tx[method] as (sql: string, ...more: never[]) => Promise<T>)(sql, ...params);
        },
      });
      return work(Object.create(tx, { get: noted('get'), run: noted('run') }));
    }),
  );
  return held;
}

describe('an AI card pays what is on it, order by order', () => {
  test('OA-SUB-03, PSD-PAY-DEL-15 30.00 of 50.00, confirmed by the user; the main account is not touched', async () => {
    expect(await balances(instant)).toEqual([5_000n, 0n]);
    const { status, body } = await pay(await cardBody(instant, card, '30.00'));
    expect(status).toBe(202);
    expect(await balances(instant)).toEqual([5_000n, 0n]);
    expect((await decide(instant, body.confirmation_id)).body.status).toBe('APPROVED');
    expect(await balances(instant)).toEqual([5_000n, 3_000n]);
    expect(await onCard()).toBe('20.00');
  });

  test('OA-AUT-03 its tool remembers that every order is confirmed', async () => {
    const { store } = instant.world;
    expect(await findTool(store.read, card.id)).toMatchObject({ confirmEach: true });
    expect((await findTool(store.read, instant.toolRef))?.confirmEach).toBeUndefined();
  });

  test('OA-SUB-04 agent and owner see what was paid from it, by the books', async () => {
    expect((await view()).usage).toEqual({ payments: 0, paid: '0.00', refunded: '0.00' });
    await expectPays();
    await expectPays();
    expect(await view()).toMatchObject({
      agent_id: IDS.agent,
      balance: '30.00',
      usage: { payments: 2, paid: '20.00', refunded: '0.00' },
    });
  });

  test.each(['.', '..'])(
    'OA-SCH-01 none is called %s: no address could name it, so its owner could not close it',
    async (id) => {
      await expect(openCard(instant, '50.00', id)).rejects.toThrow('no card: schema_mismatch');
      expect((await manage(instant, await openCard(instant, '50.00', `card${id}`), 'close')).status).toBe(
        200,
      );
    },
  );

  test('its name is no name of a tool: request_id_reused, and another name is taken', async () => {
    const { world, device } = instant;
    const taken = await askForTool(world, device, card.id);
    expect([taken.status, taken.body.code]).toEqual([409, 'request_id_reused']);
    expect((await askForTool(world, device, `${card.id}-tool`)).status).toBe(202);
  });

  test('60.00 of 50.00: balance_insufficient, and nobody is asked', async () => {
    const refused = await pay(await cardBody(instant, card, '60.00'));
    expect(refused.body.code).toBe('balance_insufficient');
    expect(await waiting(instant)).toEqual([]);
    expect(await balances(instant)).toEqual([5_000n, 0n]);
    await expectPays();
  });

  test('30.00 that the user declines: confirmation_denied, not a cent', async () => {
    const { body } = await pay(await cardBody(instant, card, '30.00'));
    await decide(instant, body.confirmation_id, { decision: 'DENY' });
    expect((await read(instant, body.payment_id)).body).toMatchObject({
      status: 'TRADE_CLOSED',
      code: 'confirmation_denied',
    });
    expect(await onCard()).toBe('50.00');
    await expectPays();
  });

  test.each([
    ['no proof by the card’s key', 'none'],
    ['a proof by another key', 'other'],
  ])('PSD-AGT-SUB-06 %s: sub_account_key_invalid', async (_title, kind) => {
    const good = await cardBody(instant, card, '10.00', kind === 'other' ? { key: await keyActor() } : {});
    const { sub_account_proof: _proof, ...bare } = good;
    expect((await pay(kind === 'none' ? bare : good)).body.code).toBe('sub_account_key_invalid');
    await expectPays();
  });

  test('PSD-AGT-SUB-07 frozen while the user looked: closed, nothing moved; a new key pays again', async () => {
    const { body } = await pay(await cardBody(instant, card, '30.00'));
    await manage(instant, card, 'freeze');
    expect((await decide(instant, body.confirmation_id)).body.code).toBe('sub_account_frozen');
    expect((await read(instant, body.payment_id)).body.status).toBe('TRADE_CLOSED');
    const old = await unfreeze(instant, card, card.key);
    expect(old.body.code).toBe('sub_account_key_reused');
    const key = await keyActor();
    expect((await unfreeze(instant, card, key)).body).toMatchObject({ state: 'ACTIVE' });
    const stale = await pay(await cardBody(instant, card, '10.00'));
    expect(stale.body.code).toBe('sub_account_key_invalid');
    card = { ...card, key };
    await expectPays();
  });

  test('whoever pays from it and whoever closes it hold its rows in one order, so that neither waits for the other', async () => {
    const { body } = await pay(await cardBody(instant, card, '30.00'));
    const held = heldRows();
    await decide(instant, body.confirmation_id);
    const byPayment = held.splice(0);
    await manage(instant, card, 'close');
    expect([byPayment, held]).toEqual([
      ['sub_accounts', 'tools'],
      ['sub_accounts', 'tools'],
    ]);
  });

  test('PSD-AGT-SUB-05 closed: sub_account_closed, and what is left goes back', async () => {
    await expectPays();
    expect((await manage(instant, card, 'close')).body).toMatchObject({
      state: 'CLOSED',
      key: { state: 'DEAD' },
    });
    expect(await balances(instant)).toEqual([9_000n, 1_000n]);
    expect((await pay(await cardBody(instant, card, '10.00'))).body.code).toBe('sub_account_closed');
    card = await openCard(instant);
    await expectPays();
  });
});
