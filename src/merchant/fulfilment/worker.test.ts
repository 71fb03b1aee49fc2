import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { problemOf } from '../../http/index.ts';
import { ActError, type Code } from '../../protocol/errors/index.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import {
  createMerchantWorld,
  type MerchantWorld,
  type PspAnswer,
  quoted,
  receiptFor,
  release,
  SECOND_PSP,
  testConfig,
} from '../testing/world.ts';
import { enqueueConfirmation } from './outbox.ts';

const A_DAY = 86_400_000;

let world: MerchantWorld;
beforeEach(async () => {
  world = await createMerchantWorld();
});
afterEach(async () => {
  await world.merchant.close();
  await world.close();
});

async function released(): Promise<string> {
  const { quote } = await quoted(world);
  const { body } = await release(world, quote, await receiptFor(world, quote));
  return body.trade_no;
}

/** A payment service that refuses every command. */
function refuse(code: Code): PspAnswer {
  const body = problemOf(new ActError(code));
  return () => ({ status: body.status, body });
}

/** Waits for what the worker does beside everything else. */
const until = (holds: () => Promise<void>): Promise<void> => vi.waitFor(holds, { timeout: 60_000 });

type OutboxRow = Record<string, unknown> & { readonly attempts: number; readonly next_at: number };

async function outbox(): Promise<OutboxRow | undefined> {
  const row = await world.store.read.get('SELECT state, attempts, next_at, last_code FROM merchant_outbox');
  return row === undefined
    ? undefined
    : { ...row, attempts: Number(row.attempts), next_at: Number(row.next_at) };
}

describe('fulfilment confirmation', () => {
  test('is signed, sent and acknowledged', async () => {
    const tradeNo = await released();
    world.merchant.start();
    await until(async () => expect((await outbox())?.state).toBe('DONE'));
    expect(world.psp.commands).toHaveLength(1);
    expect(world.psp.commands[0]).toMatchObject({
      iss: IDS.merchant,
      aud: IDS.psp,
      action: 'fulfilment.confirm',
      target: tradeNo,
    });
  });

  test('a release wakes a waiting worker', async () => {
    world.merchant.start();
    await released();
    await until(async () => expect((await outbox())?.state).toBe('DONE'));
    expect(world.psp.commands).toHaveLength(1);
  });

  test('is tried again with a new command and growing waits until it is acknowledged', async () => {
    await released();
    const { answer } = world.psp;
    world.psp.answer = refuse('internal');
    const start = world.time.now;
    world.merchant.start();
    await until(async () => expect((await outbox())?.attempts).toBe(1));
    expect(await outbox()).toMatchObject({ state: 'PENDING', next_at: start + 2, last_code: 'internal' });
    world.time.now = start + 2;
    await until(async () => expect((await outbox())?.attempts).toBe(2));
    expect((await outbox())?.next_at).toBe(start + 6);
    world.psp.answer = answer;
    world.time.now = start + 6;
    await until(async () => expect((await outbox())?.state).toBe('DONE'));
    expect(new Set(world.psp.commands.map(({ jti }) => jti)).size).toBe(3);
  });

  test('what has piled up is sent without a pause', async () => {
    await world.store.transact(async (tx) => {
      for (let at = 0; at < 100; at += 1) {
        const entry = { outboxId: `o-${at}`, pspId: IDS.psp, tradeNo: `t-${at}`, outTradeNo: `ord-${at}` };
        await enqueueConfirmation(tx, { ...entry, now: world.time.now });
      }
    });
    const { confirmation } = testConfig();
    if (confirmation === undefined) throw new Error('no policy');
    const merchant = await world.restart({ confirmation: { ...confirmation, poll_milliseconds: A_DAY } });
    merchant.start();
    await until(async () => expect(world.psp.commands).toHaveLength(100));
    await merchant.close();
    expect(new Set(world.psp.commands.map(({ target }) => target)).size).toBe(100);
  });

  test('of one payment service does not wait for another that is not there', async () => {
    await world.store.transact(async (tx) => {
      for (let at = 0; at < 100; at += 1) {
        const ids = { outboxId: `o-${at}`, tradeNo: `t-${at}`, outTradeNo: `ord-${at}` };
        await enqueueConfirmation(tx, { ...ids, pspId: SECOND_PSP.id, now: world.time.now - 1 });
      }
      const ids = { outboxId: 'mine', tradeNo: 't-mine', outTradeNo: 'ord-mine' };
      await enqueueConfirmation(tx, { ...ids, pspId: IDS.psp, now: world.time.now });
    });
    const answer = world.psp.answer;
    world.psp.answer = (url, command) => (command.aud === SECOND_PSP.id ? undefined : answer(url, command));
    const merchant = await world.restart();
    merchant.start();
    const stateOf = async () =>
      (await world.store.read.get("SELECT state FROM merchant_outbox WHERE outbox_id = 'mine'"))?.state;
    await until(async () => expect(await stateOf()).toBe('DONE'));
    await merchant.close();
    // As many as are on their way at a time, and no more while the clock stands still.
    expect(world.psp.commands.filter(({ aud }) => aud === SECOND_PSP.id)).toHaveLength(24);
  });

  test('survives a restart', async () => {
    await released();
    const merchant = await world.restart();
    merchant.start();
    await until(async () => expect((await outbox())?.state).toBe('DONE'));
    await merchant.close();
    expect(world.psp.commands).toHaveLength(1);
  });

  test.each<[string, PspAnswer]>([
    ['is busy', refuse('request_rate_exceeded')],
    ['is busy, as something before it says', () => ({ status: 429, body: {} })],
    ['has no store', refuse('store_unavailable')],
    ['is not there', () => undefined],
    ['is not there, as something before it says', () => ({ status: 502, body: {} })],
  ])('no attempt is used up by a payment service that %s, for a day', async (_name, putOff) => {
    await released();
    const { answer } = world.psp;
    world.psp.answer = putOff;
    const start = world.time.now;
    const commands = () => world.psp.commands.length;
    world.merchant.start();
    await until(async () => expect((await outbox())?.next_at).toBe(start + 2));
    world.time.now = start + 2;
    await until(async () => expect((await outbox())?.next_at).toBe(start + 4));
    // As long again as it has waited, as far as the waits go.
    for (let tries = commands(); commands() < tries + 10; ) {
      world.time.now += 8;
      const before = commands();
      await until(async () => expect(commands()).toBeGreaterThan(before));
      await until(async () => expect((await outbox())?.next_at).toBe(world.time.now + 8));
    }
    expect(await outbox()).toMatchObject({ state: 'PENDING', attempts: 0 });
    world.psp.answer = answer;
    world.time.now += 8;
    await until(async () => expect((await outbox())?.state).toBe('DONE'));
  });

  test('then it is: what nobody looks at is set aside in the end', async () => {
    await released();
    world.psp.answer = refuse('request_rate_exceeded');
    world.time.now += A_DAY / 1_000;
    world.merchant.start();
    await until(async () => {
      world.time.now += 10;
      expect((await outbox())?.state).toBe('SET_ASIDE');
    });
    expect(world.psp.commands).toHaveLength(3);
  });

  test.each([
    [5, 5],
    [1, 2],
    [3_600, 8],
  ])('a payment service that says to come again in %i seconds is asked in %i', async (said, waited) => {
    await released();
    const start = world.time.now;
    const busy = problemOf(new ActError('request_rate_exceeded', { retry_after_seconds: said }));
    world.psp.answer = () => ({ status: 429, body: busy });
    world.merchant.start();
    await until(async () => expect((await outbox())?.next_at).toBe(start + waited));
  });

  test('it may say so in a header alone', async () => {
    await released();
    const start = world.time.now;
    world.psp.answer = () => ({ status: 503, body: {}, retryAfterSeconds: 7 });
    world.merchant.start();
    await until(async () => expect((await outbox())?.next_at).toBe(start + 7));
  });

  test('is set aside after the last attempt', async () => {
    await released();
    world.psp.answer = refuse('internal');
    world.merchant.start();
    await until(async () => {
      world.time.now += 10;
      expect((await outbox())?.state).toBe('SET_ASIDE');
    });
    expect(world.psp.commands).toHaveLength(3);
  });

  test('is set aside at once when the payment service says never, and kept when it says later', async () => {
    await released();
    world.psp.answer = refuse('store_unavailable');
    world.merchant.start();
    await until(async () => expect((await outbox())?.last_code).toBe('store_unavailable'));
    expect((await outbox())?.state).toBe('PENDING');
    world.psp.answer = refuse('command_not_permitted');
    world.time.now += 10;
    await until(async () => expect((await outbox())?.state).toBe('SET_ASIDE'));
  });

  test('an answer about another trade is none', async () => {
    await released();
    world.psp.answer = () => ({ status: 200, body: { trade_no: 'other', state: 'TRADE_FINISHED' } });
    world.merchant.start();
    await until(async () => expect((await outbox())?.last_code).toBe('peer_answer_invalid'));
    expect((await outbox())?.state).toBe('PENDING');
  });

  test('nothing is sent after close', async () => {
    world.merchant.start();
    await world.merchant.close();
    await released();
    await new Promise((wake) => setTimeout(wake, 40));
    expect(world.psp.commands).toHaveLength(0);
  });
});
