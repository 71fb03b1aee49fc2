import { encodeBase64url, sha256Base64url } from '../../protocol/digest/index.ts';
import type { Random } from '../../protocol/ports.ts';
import type { Queries, Store } from '../../store/index.ts';

/** Who a login code stands for. `ticket` names the login inside the enrolment's transaction; it is not the code. */
export interface LoginIdentity {
  readonly delegatorIdentity: string;
  /** How the person was identified, as it will stand in the enrolment. */
  readonly identityMethod: string;
  readonly ticket: string;
}

/** How an account holder proves who they are. A platform plugs in its own login here. */
export interface UserLogin {
  /** Who the code stands for, without using it up; undefined when it is wrong, used or expired. */
  identify(code: string, now: number): Promise<LoginIdentity | undefined>;
  /** Uses the code up, in the transaction that enrols the device; false when somebody else was first. */
  redeem(tx: Queries, ticket: string, now: number): Promise<boolean>;
}

const CODE_BYTES = 16;
const CODE_LIFETIME_SECONDS = 900;

export interface NewEnrolmentCode {
  readonly now: number;
  readonly random: Random;
  readonly delegatorIdentity: string;
  readonly identityMethod: string;
  readonly lifetimeSeconds?: number;
}

/**
 * Makes a one-time code for an account holder whose identity somebody has verified (at a counter, in another app).
 * There is no HTTP call for this. Only the hash is stored; 128 random bits need no slow hash.
 *
 * @returns the code, to be handed to the account holder
 */
export async function createEnrolmentCode(store: Store, request: NewEnrolmentCode): Promise<string> {
  const code = encodeBase64url(request.random(CODE_BYTES));
  const hash = await hashOf(code);
  const expiresAt = request.now + (request.lifetimeSeconds ?? CODE_LIFETIME_SECONDS);
  await store.transact((tx) =>
    tx.run(
      `INSERT INTO enrolment_codes (code_hash, delegator, identity_method, expires_at, used_at)
       VALUES ($1, $2, $3, $4, NULL)`,
      [hash, request.delegatorIdentity, request.identityMethod, expiresAt],
    ),
  );
  return code;
}

/** The reference login: the table of one-time codes. */
export function codeLogin(store: Store): UserLogin {
  return {
    async identify(code, now) {
      const hash = await hashOf(code);
      const row = await store.read.get(
        `SELECT delegator, identity_method FROM enrolment_codes
         WHERE code_hash = $1 AND used_at IS NULL AND expires_at > $2`,
        [hash, now],
      );
      if (row === undefined) return undefined;
      return {
        delegatorIdentity: String(row.delegator),
        identityMethod: String(row.identity_method),
        ticket: hash,
      };
    },
    async redeem(tx, ticket, now) {
      const { changes } = await tx.run(
        'UPDATE enrolment_codes SET used_at = $2 WHERE code_hash = $1 AND used_at IS NULL AND expires_at > $2',
        [ticket, now],
      );
      return changes === 1;
    },
  };
}

function hashOf(code: string): Promise<string> {
  return sha256Base64url(new TextEncoder().encode(code));
}
