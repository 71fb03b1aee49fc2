import { encodeBase64url, sha256Base64url } from '../../../protocol/digest/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import { newId, type Random } from '../../../protocol/ports.ts';
import type { Queries, Store } from '../../../store/index.ts';
import type { StoredConfirmation } from '../question.ts';
import type { Factor, ProvenFactor } from './factor.ts';

/** How a code reaches the user by another way than the device: a text message, say. A platform plugs its own in. */
export interface CodeDelivery {
  deliver(message: {
    readonly delegator: string;
    readonly code: string;
    /** What it confirms, as the account side wrote it. */
    readonly summary: StoredConfirmation['shown']['summary'];
    /** Unix seconds. */
    readonly expiresAt: number;
  }): Promise<void>;
}

export interface CodeDeps {
  readonly store: Store;
  readonly random: Random;
  readonly codeDelivery?: CodeDelivery;
}

export interface CodeAnswer {
  readonly codeId: string;
  readonly method: 'OTP' | 'QR';
  /** Unix seconds. */
  readonly expiresAt: number;
  /** Of QR, to be shown. The code of an OTP leaves by its delivery only. */
  readonly code?: string;
}

const LIFETIME_SECONDS = 120;
const MAX_TRIES_PER_CODE = 3;
const MAX_CODES_PER_CONFIRMATION = 3;
/** Of codes that were sent, over all confirmations: each confirmation would let guessing begin anew. */
const MAX_TRIES_PER_DELEGATOR = 10;
const TRIES_SECONDS = 86_400;
const OTP_DIGITS = 6;
const SCAN_BYTES = 16;

/**
 * Makes a one-time code for one confirmation; one that was made before runs out with it.
 *
 * @param use consumes the command that asked, in the same transaction
 * @throws ActError confirmation_method_not_allowed (no way to deliver), too_many_requests
 * @see OA-CNF-24, OA-CNF-25
 */
export async function createCode(
  { store, random, codeDelivery }: CodeDeps,
  asked: StoredConfirmation,
  method: 'OTP' | 'QR',
  now: number,
  use: (tx: Queries) => Promise<void>,
): Promise<CodeAnswer> {
  if (method === 'OTP' && codeDelivery === undefined) {
    throw new ActError('confirmation_method_not_allowed', { method });
  }
  const codeId = newId(random, 'code');
  const code = method === 'OTP' ? digits(random) : encodeBase64url(random(SCAN_BYTES));
  const hash = await hashOf(codeId, asked.confirmationId, code);
  const expiresAt = Math.min(now + LIFETIME_SECONDS, asked.expiresAt);
  await store.transact(async (tx) => {
    await tx.lock(`codes ${asked.confirmationId}`);
    await use(tx);
    const row = await tx.get('SELECT COUNT(*) AS made FROM confirmation_codes WHERE confirmation_id = $1', [
      asked.confirmationId,
    ]);
    if (Number(row?.made) >= MAX_CODES_PER_CONFIRMATION) {
      throw new ActError('too_many_requests', { codes: MAX_CODES_PER_CONFIRMATION });
    }
    await tx.run(
      'UPDATE confirmation_codes SET expires_at = $2 WHERE confirmation_id = $1 AND expires_at > $2',
      [asked.confirmationId, now],
    );
    await tx.run(
      `INSERT INTO confirmation_codes (code_id, confirmation_id, method, code_hash, expires_at, tries)
       VALUES ($1, $2, $3, $4, $5, 0)`,
      [codeId, asked.confirmationId, method, hash, expiresAt],
    );
  });
  if (method === 'QR') return { codeId, method, expiresAt, code };
  const { delegator, shown } = asked;
  await codeDelivery?.deliver({ delegator, code, summary: shown.summary, expiresAt });
  return { codeId, method, expiresAt };
}

/**
 * Compares a code. The attempt is counted before it is looked at, so that guessing at once counts as guessing: for the
 * code, and where it was sent, for the delegator; a right one takes the delegator's count back, whatever becomes of the
 * decision.
 *
 * @throws ActError confirmation_code_wrong, confirmation_code_expired, confirmation_attempts_exceeded
 */
export async function proveCode(
  store: Store,
  factor: Factor & { readonly method: 'OTP' | 'QR' },
): Promise<ProvenFactor> {
  const { confirmationId, codeId, delegator, method, secret = '', now } = factor;
  if (codeId === undefined) throw new ActError('confirmation_code_wrong', { rule: 'none_named' });
  const row = await store.transact((tx) => countedTry(tx, { ...factor, codeId }));
  if (row === undefined) throw new ActError('confirmation_code_wrong', { rule: 'unknown' });
  if (!row.isCounted) throw new ActError('confirmation_attempts_exceeded');
  if (now >= row.expiresAt) throw new ActError('confirmation_code_expired');
  if ((await hashOf(codeId, confirmationId, secret)) !== row.hash) {
    throw new ActError('confirmation_code_wrong');
  }
  if (method === 'OTP') {
    await store.transact((tx) =>
      tx.run('DELETE FROM confirmation_code_tries WHERE delegator = $1', [delegator]),
    );
  }
  return { consume: (tx) => consume(tx, { ...factor, codeId }) };
}

/**
 * Whether this is the code of a QR that still waits to be scanned. It counts no attempt: the code is of 128 bits, and who
 * has it already can do no more with it than draw it.
 */
export async function isGoodScanCode(
  queries: Queries,
  shown: {
    readonly confirmationId: string;
    readonly codeId: string;
    readonly code: string;
    readonly now: number;
  },
): Promise<boolean> {
  const { confirmationId, codeId, code, now } = shown;
  const row = await queries.get(
    `SELECT code_hash FROM confirmation_codes
     WHERE code_id = $1 AND confirmation_id = $2 AND method = 'QR' AND expires_at > $3`,
    [codeId, confirmationId, now],
  );
  return row !== undefined && row.code_hash === (await hashOf(codeId, confirmationId, code));
}

type Try = Factor & { readonly codeId: string };

async function countedTry(tx: Queries, tried: Try) {
  const { codeId, confirmationId, method } = tried;
  const { changes } = await tx.run(
    `UPDATE confirmation_codes SET tries = tries + 1
     WHERE code_id = $1 AND confirmation_id = $2 AND method = $3 AND tries < $4`,
    [codeId, confirmationId, method, MAX_TRIES_PER_CODE],
  );
  const row = await tx.get(
    `SELECT code_hash, expires_at FROM confirmation_codes
     WHERE code_id = $1 AND confirmation_id = $2 AND method = $3`,
    [codeId, confirmationId, method],
  );
  if (row === undefined) return undefined;
  const isCounted = changes === 1 && (method !== 'OTP' || (await countForDelegator(tx, tried)));
  return { isCounted, hash: String(row.code_hash), expiresAt: Number(row.expires_at) };
}

async function countForDelegator(tx: Queries, { delegator, now }: Try): Promise<boolean> {
  // What was counted while a clock was ahead counts for a day, and not until that day is over.
  await tx.run('UPDATE confirmation_code_tries SET since = $2 WHERE delegator = $1 AND since > $2', [
    delegator,
    now,
  ]);
  const { changes } = await tx.run(
    `INSERT INTO confirmation_code_tries (delegator, tries, since) VALUES ($1, 1, $2)
     ON CONFLICT (delegator) DO UPDATE SET
       tries = CASE WHEN confirmation_code_tries.since <= $3 THEN 1 ELSE confirmation_code_tries.tries + 1 END,
       since = CASE WHEN confirmation_code_tries.since <= $3 THEN $2 ELSE confirmation_code_tries.since END
     WHERE confirmation_code_tries.since <= $3 OR confirmation_code_tries.tries < $4`,
    [delegator, now, now - TRIES_SECONDS, MAX_TRIES_PER_DELEGATOR],
  );
  return changes === 1;
}

async function consume(tx: Queries, { codeId, now }: Try): Promise<void> {
  const { changes } = await tx.run(
    'UPDATE confirmation_codes SET expires_at = $2 WHERE code_id = $1 AND expires_at > $2',
    [codeId, now],
  );
  if (changes !== 1) throw new ActError('confirmation_code_expired', { rule: 'used' });
}

/** Six digits, each as likely as the other: bytes that would favour some are drawn again. */
function digits(random: Random): string {
  let code = '';
  while (code.length < OTP_DIGITS) {
    const [byte = 255] = random(1);
    if (byte < 250) code += String(byte % 10);
  }
  return code;
}

/** Bound to its confirmation. Short-lived and counted, so no slow hash is needed. */
function hashOf(codeId: string, confirmationId: string, code: string): Promise<string> {
  return sha256Base64url(new TextEncoder().encode(`${codeId} ${confirmationId} ${code}`));
}
