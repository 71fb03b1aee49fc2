import { scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { decodeBase64url, encodeBase64url } from '../../../protocol/digest/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { Random } from '../../../protocol/ports.ts';
import type { Queries, Store } from '../../../store/index.ts';
import type { Factor, ProvenFactor } from './factor.ts';

const MAX_TRIES = 5;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

const derive = promisify<string, Uint8Array, number, Buffer>(scrypt);

export interface NewPaymentPassword {
  readonly now: number;
  readonly random: Random;
  readonly delegator: string;
  readonly password: string;
}

/**
 * Sets the payment password of an account holder whose identity somebody has verified (at a counter, in another app),
 * and opens again what wrong attempts have closed. There is no HTTP call for this.
 */
export async function setPaymentPassword(store: Store, request: NewPaymentPassword): Promise<void> {
  const salt = request.random(SALT_BYTES);
  const hash = encodeBase64url(new Uint8Array(await derive(request.password, salt, HASH_BYTES)));
  await store.transact((tx) =>
    tx.run(
      `INSERT INTO payment_passwords (delegator, salt, password_hash, tries, set_at) VALUES ($1, $2, $3, 0, $4)
       ON CONFLICT (delegator) DO UPDATE SET salt = excluded.salt, password_hash = excluded.password_hash,
         tries = 0, set_at = excluded.set_at`,
      [request.delegator, encodeBase64url(salt), hash, request.now],
    ),
  );
}

/**
 * Compares the payment password; attempts are counted over all confirmations of the delegator, before they are looked
 * at, and a right one takes the count back, whatever becomes of the decision: it was no guess. One after the other, so that
 * many right ones at once are none too many.
 *
 * @throws ActError confirmation_password_wrong, confirmation_attempts_exceeded
 * @see OA-CNF-26, OA-CNF-27
 */
export function provePassword(store: Store, { delegator, secret = '' }: Factor): Promise<ProvenFactor> {
  return inTurn(delegator, async () => {
    const kept = await store.transact((tx) => countedTry(tx, delegator));
    if (kept === undefined) throw new ActError('confirmation_password_wrong', { rule: 'none_set' });
    if (!kept.isCounted) throw new ActError('confirmation_attempts_exceeded', { tries: MAX_TRIES });
    const found = await derive(secret, decodeBase64url(kept.salt), HASH_BYTES);
    if (!timingSafeEqual(found, decodeBase64url(kept.hash)))
      throw new ActError('confirmation_password_wrong');
    await store.transact((tx) =>
      tx.run('UPDATE payment_passwords SET tries = 0 WHERE delegator = $1', [delegator]),
    );
    return { consume: async () => {} };
  });
}

/** Of each delegator, the last comparison that was begun here. */
const comparing = new Map<string, Promise<unknown>>();

async function inTurn<T>(delegator: string, compare: () => Promise<T>): Promise<T> {
  const before = comparing.get(delegator) ?? Promise.resolve();
  const own = before.then(compare, compare);
  comparing.set(delegator, own);
  try {
    return await own;
  } finally {
    if (comparing.get(delegator) === own) comparing.delete(delegator);
  }
}

async function countedTry(tx: Queries, delegator: string) {
  const { changes } = await tx.run(
    'UPDATE payment_passwords SET tries = tries + 1 WHERE delegator = $1 AND tries < $2',
    [delegator, MAX_TRIES],
  );
  const row = await tx.get('SELECT salt, password_hash FROM payment_passwords WHERE delegator = $1', [
    delegator,
  ]);
  if (row === undefined) return undefined;
  return { isCounted: changes === 1, salt: String(row.salt), hash: String(row.password_hash) };
}
