import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ActError } from '../../../protocol/errors/index.ts';
import type { ConfirmationClaims } from '../../../protocol/generated/types.ts';
import type { Store } from '../../../store/index.ts';
import { IDS } from '../../../verifier/testing/actors.ts';
import {
  balances,
  createInstantWorld,
  decide,
  type InstantWorld,
  open,
  read,
} from '../../testing/instant.ts';
import { type Answer, answer, command, post, random } from '../../testing/world.ts';
import { setPaymentPassword } from './index.ts';

let instant: InstantWorld;
let sent: string[];

beforeEach(async () => {
  sent = [];
  const codeDelivery = { deliver: async ({ code }: { readonly code: string }) => void sent.push(code) };
  instant = await createInstantWorld({ side: { codeDelivery } });
});

afterEach(() => instant.close());

async function askFor(by: 'device' | 'agent', confirmationId: string): Promise<Answer> {
  const { world, device } = instant;
  const [iss, signer] =
    by === 'device' ? [device.deviceId, device.signer] : [IDS.agent, world.actors.agent.signer];
  const signed = await command(world, signer, { iss, action: 'confirmation.code', target: confirmationId });
  return post(world, `/confirmations/${confirmationId}/codes`, { command: signed });
}

interface Waiting {
  readonly paymentId: string;
  readonly confirmationId: string;
}

async function openOne(): Promise<Waiting> {
  const { body } = await open(instant);
  return { paymentId: body.payment_id, confirmationId: body.confirmation_id };
}

const otp = (codeId: string): Partial<ConfirmationClaims> => ({ method: 'OTP', code_id: codeId });

async function expectPaid({ paymentId }: Waiting): Promise<void> {
  expect((await read(instant, paymentId)).body.status).toBe('WAIT_SELLER_FULFILLMENT');
}

async function expectUntouched({ paymentId }: Waiting): Promise<void> {
  expect((await read(instant, paymentId)).body.status).toBe('WAIT_BUYER_PAY');
  expect(await balances(instant)).toEqual([10_000n, 0n]);
}

/** An account side whose database takes no decision. */
function withoutRoom(): InstantWorld {
  const { world } = instant;
  const store: Store = {
    ...world.store,
    transact: (work) =>
      world.store.transact((tx) =>
        work({
          ...tx,
          async run(sql, params) {
            if (sql.includes('UPDATE confirmations SET')) throw new ActError('store_unavailable');
            return tx.run(sql, params);
          },
        }),
      ),
  };
  return { ...instant, world: { ...world, issuer: world.restart({}, store) } };
}

const otherThan = (code: string): string => (code === '000000' ? '111111' : '000000');

describe('one-time codes (OTP)', () => {
  test('OA-CNF-24 the code that was sent confirms, and stands in no answer and no evidence', async () => {
    const waiting = await openOne();
    const asked = await askFor('device', waiting.confirmationId);
    expect(asked).toMatchObject({ status: 201, body: { method: 'OTP', code_id: expect.any(String) } });
    const [code = ''] = sent;
    expect(code).toMatch(/^\d{6}$/);
    // Six digits may stand in any time or digest.
    const itself = new RegExp(`(?<!\\w)${code}(?!\\w)`);
    expect(`sent: ${code}.`).toMatch(itself);
    expect(JSON.stringify(asked.body)).not.toMatch(itself);
    const decided = await decide(instant, waiting.confirmationId, otp(asked.body.code_id), code);
    expect(decided.body.status).toBe('APPROVED');
    await expectPaid(waiting);
    const kept = await instant.world.store.read.get('SELECT * FROM confirmation_codes');
    expect(
      Object.values(kept ?? {})
        .map(String)
        .join(' '),
    ).not.toMatch(itself);
  });

  test('OA-CNF-24 a wrong code: confirmation_code_wrong, and nothing moves', async () => {
    const waiting = await openOne();
    const { body } = await askFor('device', waiting.confirmationId);
    const [code = ''] = sent;
    const wrong = await decide(instant, waiting.confirmationId, otp(body.code_id), otherThan(code));
    expect(wrong).toMatchObject({ status: 403, body: { code: 'confirmation_code_wrong' } });
    await expectUntouched(waiting);
    expect((await decide(instant, waiting.confirmationId, otp(body.code_id), code)).status).toBe(200);
    await expectPaid(waiting);
  });

  test('OA-CNF-24 the code of another payment, and none at all: confirmation_code_wrong', async () => {
    const [first, second] = [await openOne(), await openOne()];
    const { body } = await askFor('device', first.confirmationId);
    const [code = ''] = sent;
    for (const claims of [otp(body.code_id), { method: 'OTP' } as const]) {
      const { body: refused } = await decide(instant, second.confirmationId, claims, code);
      expect(refused.code).toBe('confirmation_code_wrong');
    }
    await expectUntouched(second);
    expect((await decide(instant, first.confirmationId, otp(body.code_id), code)).status).toBe(200);
  });

  test('OA-CNF-25 a code is good until its last second: confirmation_code_expired', async () => {
    const [early, late] = [await openOne(), await openOne()];
    const first = (await askFor('device', early.confirmationId)).body.code_id;
    const second = (await askFor('device', late.confirmationId)).body.code_id;
    const [code = '', other = ''] = sent;
    instant.world.time.now += 119;
    expect((await decide(instant, early.confirmationId, otp(first), code)).status).toBe(200);
    instant.world.time.now += 1;
    const refused = await decide(instant, late.confirmationId, otp(second), other);
    expect(refused.body.code).toBe('confirmation_code_expired');
    expect((await read(instant, late.paymentId)).body.status).toBe('WAIT_BUYER_PAY');
  });

  test('OA-CNF-25 a new code ends the one before', async () => {
    const waiting = await openOne();
    const first = (await askFor('device', waiting.confirmationId)).body.code_id;
    const second = (await askFor('device', waiting.confirmationId)).body.code_id;
    const [old = '', fresh = ''] = sent;
    const refused = await decide(instant, waiting.confirmationId, otp(first), old);
    expect(refused.body.code).toBe('confirmation_code_expired');
    expect((await decide(instant, waiting.confirmationId, otp(second), fresh)).status).toBe(200);
  });

  test('OA-CNF-27 three wrong attempts close a code, also for the right one; a fourth code is not made', async () => {
    const waiting = await openOne();
    const { code_id } = (await askFor('device', waiting.confirmationId)).body;
    const [code = ''] = sent;
    const guesses = await Promise.all(
      Array.from({ length: 3 }, () => decide(instant, waiting.confirmationId, otp(code_id), otherThan(code))),
    );
    expect(guesses.map(({ body }) => body.code)).toEqual(Array(3).fill('confirmation_code_wrong'));
    const right = await decide(instant, waiting.confirmationId, otp(code_id), code);
    expect(right.body.code).toBe('confirmation_attempts_exceeded');
    await expectUntouched(waiting);
    await askFor('device', waiting.confirmationId);
    const last = (await askFor('device', waiting.confirmationId)).body.code_id;
    expect((await askFor('device', waiting.confirmationId)).body.code).toBe('too_many_requests');
    expect((await decide(instant, waiting.confirmationId, otp(last), sent.at(-1))).status).toBe(200);
    await expectPaid(waiting);
  });

  test('OA-CNF-27 ten wrong attempts in a day, over all payments, close every code of the delegator until the day is over', async () => {
    const guess = async (times: number): Promise<string[]> => {
      const waiting = await openOne();
      const { code_id } = (await askFor('device', waiting.confirmationId)).body;
      const codes: string[] = [];
      for (let at = 0; at < times; at += 1) {
        const wrong = otherThan(sent.at(-1) ?? '');
        codes.push((await decide(instant, waiting.confirmationId, otp(code_id), wrong)).body.code);
      }
      return codes;
    };
    const right = async (): Promise<Answer['body']> => {
      const waiting = await openOne();
      const { code_id } = (await askFor('device', waiting.confirmationId)).body;
      return (await decide(instant, waiting.confirmationId, otp(code_id), sent.at(-1))).body;
    };
    const wrong = (times: number): string[] => Array(times).fill('confirmation_code_wrong');
    // A right one takes the count back.
    for (let at = 0; at < 3; at += 1) expect(await guess(3)).toEqual(wrong(3));
    expect((await right()).status).toBe('APPROVED');
    for (let at = 0; at < 3; at += 1) expect(await guess(3)).toEqual(wrong(3));
    expect(await guess(2)).toEqual(['confirmation_code_wrong', 'confirmation_attempts_exceeded']);
    expect((await right()).code).toBe('confirmation_attempts_exceeded');
    await instant.world.store.transact((tx) =>
      tx.run('UPDATE confirmation_code_tries SET since = since - 86399'),
    );
    expect((await right()).code).toBe('confirmation_attempts_exceeded');
    await instant.world.store.transact((tx) =>
      tx.run('UPDATE confirmation_code_tries SET since = since - 1'),
    );
    expect((await right()).status).toBe('APPROVED');
  });

  test('OA-CNF-27 wrong attempts count for a day, by whatever clock they were counted', async () => {
    const AHEAD_SECONDS = 2 * 86_400;
    const { store } = instant.world;
    const { now } = instant.world.time;
    await store.transact((tx) =>
      tx.run('INSERT INTO confirmation_code_tries (delegator, tries, since) VALUES ($1, 10, $2)', [
        instant.device.delegator,
        now + AHEAD_SECONDS,
      ]),
    );
    const right = async (): Promise<Answer['body']> => {
      const waiting = await openOne();
      const { code_id } = (await askFor('device', waiting.confirmationId)).body;
      return (await decide(instant, waiting.confirmationId, otp(code_id), sent.at(-1))).body;
    };
    expect((await right()).code).toBe('confirmation_attempts_exceeded');
    await store.transact((tx) => tx.run('UPDATE confirmation_code_tries SET since = since - 86399'));
    expect((await right()).code).toBe('confirmation_attempts_exceeded');
    await store.transact((tx) => tx.run('UPDATE confirmation_code_tries SET since = since - 1'));
    expect((await right()).status).toBe('APPROVED');
  });

  test('OA-CNF-27 a right one whose decision cannot be stored closes no other code', async () => {
    const there = withoutRoom();
    for (let count = 0; count < 4; count += 1) {
      const { confirmationId } = await openOne();
      const { code_id } = (await askFor('device', confirmationId)).body;
      for (let again = 0; again < 3; again += 1) {
        const { body } = await decide(there, confirmationId, otp(code_id), sent.at(-1));
        expect(body.code).toBe('store_unavailable');
      }
    }
    const waiting = await openOne();
    const { code_id } = (await askFor('device', waiting.confirmationId)).body;
    expect((await decide(instant, waiting.confirmationId, otp(code_id), sent.at(-1))).status).toBe(200);
    await expectPaid(waiting);
  });

  test('OA-CNF-04 without a way to deliver there is no OTP', async () => {
    const mute = await createInstantWorld();
    const { confirmation_id: target } = (await open(mute)).body;
    const { world, device } = mute;
    const claims = { iss: device.deviceId, action: 'confirmation.code', target } as const;
    const signed = await command(world, device.signer, claims);
    const refused = await post(world, `/confirmations/${target}/codes`, { command: signed });
    expect(refused.body.code).toBe('confirmation_method_not_allowed');
    expect((await answer(world, device, target)).status).toBe(200);
    await mute.close();
  });
});

describe('codes that are scanned (QR)', () => {
  test('OA-CNF-24 what the agent shows confirms once it was scanned; what the phone made up does not', async () => {
    const waiting = await openOne();
    const { body } = await askFor('agent', waiting.confirmationId);
    expect(body).toMatchObject({ method: 'QR', code: expect.any(String) });
    expect(sent).toEqual([]);
    const scanned = { method: 'QR', channel: 'QR_CODE', code_id: body.code_id } as const;
    const made = await decide(instant, waiting.confirmationId, scanned, 'made-up');
    expect(made.body.code).toBe('confirmation_code_wrong');
    await expectUntouched(waiting);
    // The agent alone moves nothing: the code is no signature.
    expect((await decide(instant, waiting.confirmationId, scanned, body.code)).status).toBe(200);
    await expectPaid(waiting);
  });
});

describe('the payment password', () => {
  const typed = { method: 'PASSWORD', channel: 'CASHIER_PAGE' } as const;
  const setIt = () =>
    setPaymentPassword(instant.world.store, {
      now: instant.world.time.now,
      random,
      delegator: instant.device.delegator,
      password: 'correct-horse',
    });

  test('OA-CNF-26 the right one confirms, a wrong one and none set do not', async () => {
    const waiting = await openOne();
    const unset = await decide(instant, waiting.confirmationId, typed, 'correct-horse');
    expect(unset.body.code).toBe('confirmation_password_wrong');
    await setIt();
    const wrong = await decide(instant, waiting.confirmationId, typed, 'wrong-horse');
    expect(wrong.body.code).toBe('confirmation_password_wrong');
    await expectUntouched(waiting);
    expect((await decide(instant, waiting.confirmationId, typed, 'correct-horse')).status).toBe(200);
    await expectPaid(waiting);
    const kept = await instant.world.store.read.get('SELECT * FROM payment_passwords');
    expect(
      Object.values(kept ?? {})
        .map(String)
        .join(' '),
    ).not.toContain('correct-horse');
  });

  test('OA-CNF-27 five wrong ones, over several payments, close it until it is set anew', async () => {
    await setIt();
    const [first, second] = [await openOne(), await openOne()];
    for (const { confirmationId } of [first, first, second, second, second]) {
      const { body } = await decide(instant, confirmationId, typed, 'wrong-horse');
      expect(body.code).toBe('confirmation_password_wrong');
    }
    const closed = await decide(instant, first.confirmationId, typed, 'correct-horse');
    expect(closed.body.code).toBe('confirmation_attempts_exceeded');
    await expectUntouched(first);
    await setIt();
    expect((await decide(instant, first.confirmationId, typed, 'correct-horse')).status).toBe(200);
    await expectPaid(first);
  });

  test('OA-CNF-27 the right one is none too many, however many payments it confirms at once', async () => {
    await setIt();
    const waiting: Waiting[] = [];
    for (let count = 0; count < 6; count += 1) waiting.push(await openOne());
    const decided = await Promise.all(
      waiting.map(({ confirmationId }) => decide(instant, confirmationId, typed, 'correct-horse')),
    );
    expect(decided.map(({ status, body }) => body.code ?? status)).toEqual(Array(6).fill(200));
    expect(await balances(instant)).toEqual([1_000n, 9_000n]);
  });

  test('OA-CNF-27 the right one is not counted when its decision cannot be stored', async () => {
    await setIt();
    const waiting = await openOne();
    const there = withoutRoom();
    for (let count = 0; count < 6; count += 1) {
      const { body } = await decide(there, waiting.confirmationId, typed, 'correct-horse');
      expect(body.code).toBe('store_unavailable');
    }
    expect((await decide(instant, waiting.confirmationId, typed, 'correct-horse')).status).toBe(200);
    await expectPaid(waiting);
  });
});

describe('glasses and the tap', () => {
  const through = (changes: object = {}): Partial<ConfirmationClaims> => ({
    method: 'VOICE',
    channel: 'GLASSES',
    glasses: { glasses_id: 'gls-1', link_seen_at: instant.world.time.now, wearer: 'MATCHED', ...changes },
  });

  test('OA-CNF-22, OA-CNF-23 a lost link and a wrong voice pay nothing, the wearer pays', async () => {
    const waiting = await openOne();
    const lost = through({ link_seen_at: instant.world.time.now - 6 });
    expect((await decide(instant, waiting.confirmationId, lost)).body.code).toBe('glasses_link_lost');
    const foreign = through({ wearer: 'NOT_MATCHED' });
    expect((await decide(instant, waiting.confirmationId, foreign)).body.code).toBe('wearer_voice_mismatch');
    await expectUntouched(waiting);
    expect((await decide(instant, waiting.confirmationId, through())).status).toBe(200);
    await expectPaid(waiting);
  });

  test('PSD-PAY-INS-09, OA-CNF-21 method, channel and time are on record', async () => {
    const waiting = await openOne();
    const wrong = await decide(instant, waiting.confirmationId, { method: 'VOICE' });
    expect(wrong.body.code).toBe('confirmation_channel_mismatch');
    await expectUntouched(waiting);
    await decide(instant, waiting.confirmationId, through());
    const row = await instant.world.store.read.get('SELECT * FROM instant_payments');
    expect(row).toMatchObject({ confirmation_method: 'VOICE', confirmation_channel: 'GLASSES' });
    expect(Number(row?.confirmed_at)).toBe(instant.world.time.now);
  });
});
