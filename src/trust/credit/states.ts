import { ActError } from '../../protocol/errors/index.ts';
import type { CreditCause, CreditState } from '../../protocol/generated/types.ts';
import type { Queries, Row, Transaction } from '../../store/index.ts';
import { isFinal, mayMove } from './transitions.ts';

/**
 * The state of a credential, from its application on, kept apart from what was signed. Times in Unix seconds.
 *
 * @see TSD-CRD-ASC-38
 */
export interface CredentialState {
  readonly credentialId: string;
  readonly state: CreditState;
  readonly cause: CreditCause;
  readonly version: number;
  /** Who has suspended it; it comes back when nobody holds it any more. */
  readonly heldBySubject: boolean;
  readonly heldByService: boolean;
  /** Whether the service holds it to look at it again. */
  readonly review: boolean;
  readonly endsAt: number;
  readonly reverifyAt: number;
  readonly effectiveAt: number;
}

/** Who causes a change. */
export type Actor = 'subject' | 'service';

export interface Change {
  readonly cause: CreditCause;
  readonly actor: Actor;
  readonly now: number;
}

/** Everything about one credential waits for everything else about it. Take these names first. */
export const lockOf = (credentialId: string): string => `credit ${credentialId}`;

/** A life begins here, with an application, as PENDING. @see TSD-CRD-LCM-02, TSD-CRD-LCM-05 */
export async function beginState(
  tx: Transaction,
  credentialId: string,
  at: { readonly now: number; readonly endsAt: number; readonly actor: Actor },
): Promise<void> {
  await tx.run(
    `INSERT INTO credit_states (credential_id, state, cause, version, held_by_subject, held_by_service, review,
       ends_at, reverify_at, effective_at) VALUES ($1, 'PENDING', 'APPLIED', 1, 0, 0, 0, $2, $2, $3)`,
    [credentialId, at.endsAt, at.now],
  );
  await log(tx, credentialId, 1, { from: null, to: 'PENDING' }, { cause: 'APPLIED', ...at });
}

/** As it was written; `stateNow` and `heldNow` say what it is now. */
export async function findState(
  queries: Queries,
  credentialId: string,
): Promise<CredentialState | undefined> {
  const row = await queries.get('SELECT * FROM credit_states WHERE credential_id = $1', [credentialId]);
  return row && stateIn(row);
}

/** What ends by itself has ended at its second, whether anybody has written it down or not. */
export function stateNow(held: CredentialState, now: number): CreditState {
  return !isFinal(held.state) && now >= held.endsAt ? 'EXPIRED' : held.state;
}

const TERM_ENDED = { state: 'EXPIRED', cause: 'TERM_ENDED', review: false } as const;

/**
 * All of a state as it is now. That it has ended follows from the time, from PENDING, ACTIVE and SUSPENDED alike, and
 * took effect at its end, whenever somebody notices: nobody has to write it, and whoever asks never does. A clock that
 * was ahead has ended nothing when it has come back.
 *
 * @see TSD-CRD-LCM-13, TSD-CRD-LCM-16
 */
export function heldNow(held: CredentialState, now: number): CredentialState {
  if (stateNow(held, now) === held.state) return held;
  return { ...held, ...TERM_ENDED, version: held.version + 1, effectiveAt: held.endsAt };
}

/**
 * Writes down that a credential has ended, where something rests on that from now on: another one has taken its place.
 *
 * @see TSD-CRD-LCM-16, OA-CRD-24
 */
export async function endForGood(tx: Transaction, held: CredentialState, now: number): Promise<void> {
  if (stateNow(held, now) === held.state) return;
  await write(tx, held, TERM_ENDED, { cause: TERM_ENDED.cause, actor: 'service', now: held.endsAt });
}

/**
 * PENDING → ACTIVE: confirmed, mapped, signed.
 *
 * @throws ActError credit_transition_illegal
 * @see TSD-CRD-LCM-11
 */
export async function activate(
  tx: Transaction,
  credentialId: string,
  term: { readonly endsAt: number; readonly reverifyAt: number },
  now: number,
): Promise<void> {
  const held = await movable(tx, credentialId, 'ACTIVE', now);
  // What is suspended comes back by `resume` only.
  if (held.state !== 'PENDING') throw illegal(held.state, 'ACTIVE');
  const change = { cause: 'ISSUED', actor: 'service', now } as const;
  await write(tx, held, { state: 'ACTIVE', ...term }, change);
}

/**
 * Suspends, or adds a second hold to what somebody else has suspended. Nobody holds twice.
 *
 * @throws ActError credit_transition_illegal
 * @see TSD-CRD-LCM-10, TSD-CRD-LCM-14, TSD-CRD-LCM-19, TSD-CRD-LCM-20
 */
export async function suspend(
  tx: Transaction,
  credentialId: string,
  change: Change,
  review = false,
): Promise<void> {
  const { actor, now } = change;
  const held = await known(tx, credentialId);
  const state = stateNow(held, now);
  const again = actor === 'subject' ? held.heldBySubject : held.heldByService && !(review && !held.review);
  const more = state === 'SUSPENDED' && !again;
  if (!more && !mayMove(state, 'SUSPENDED')) throw illegal(state, 'SUSPENDED');
  const hold = actor === 'subject' ? { heldBySubject: true } : { heldByService: true };
  await write(tx, held, { state: 'SUSPENDED', ...hold, ...(review ? { review } : {}) }, change);
}

/**
 * Lifts one's own hold. The credential is ACTIVE again when it was the last one; otherwise its cause is that of the hold
 * that is left. What is held to be looked at again comes back by having been looked at only.
 *
 * @throws ActError credit_transition_illegal when there is no such hold
 * @see TSD-CRD-LCM-10, TSD-CRD-LCM-17, TSD-CRD-LCM-24
 */
export async function resume(
  tx: Transaction,
  credentialId: string,
  change: Change,
  reverifyAt?: number,
): Promise<void> {
  const { actor, now } = change;
  const held = await movable(tx, credentialId, 'ACTIVE', now);
  const own = actor === 'subject' ? held.heldBySubject : held.heldByService;
  if (held.state !== 'SUSPENDED' || !own) throw illegal(held.state, 'ACTIVE');
  const looked = actor === 'subject' || !held.review || change.cause === 'CONFIRMED_UNCHANGED';
  if (!looked) throw illegal(held.state, 'ACTIVE');
  const lifted = actor === 'subject' ? { heldBySubject: false } : { heldByService: false, review: false };
  const left = actor === 'subject' ? held.heldByService : held.heldBySubject;
  await write(
    tx,
    held,
    {
      state: left ? 'SUSPENDED' : 'ACTIVE',
      cause: left ? await causeOfOther(tx, credentialId, actor) : change.cause,
      ...lifted,
      ...(reverifyAt === undefined ? {} : { reverifyAt }),
    },
    change,
  );
}

/** Why it is held by whoever else holds it: the last that they did was to suspend it. */
async function causeOfOther(tx: Transaction, credentialId: string, actor: Actor): Promise<CreditCause> {
  const row = await tx.get(
    `SELECT cause FROM credit_state_changes WHERE credential_id = $1 AND actor <> $2 ORDER BY version DESC LIMIT 1`,
    [credentialId, actor],
  );
  if (row === undefined) throw new ActError('internal', { rule: 'hold' });
  return String(row.cause) as CreditCause;
}

/**
 * Revokes, once and for good; of an application this is its withdrawal.
 *
 * @throws ActError credit_transition_illegal
 * @see TSD-CRD-LCM-08, TSD-CRD-LCM-12, TSD-CRD-LCM-15, TSD-CRD-LCM-26, TSD-CRD-LCM-27
 */
export async function revoke(tx: Transaction, credentialId: string, change: Change): Promise<void> {
  const held = await movable(tx, credentialId, 'REVOKED', change.now);
  const cause = held.state === 'PENDING' ? 'WITHDRAWN' : change.cause;
  await write(tx, held, { state: 'REVOKED', review: false }, { ...change, cause });
}

async function known(tx: Transaction, credentialId: string): Promise<CredentialState> {
  const held = await findState(tx, credentialId);
  if (held === undefined) throw new ActError('credit_credential_not_found');
  return held;
}

async function movable(
  tx: Transaction,
  credentialId: string,
  to: CreditState,
  now: number,
): Promise<CredentialState> {
  const held = await known(tx, credentialId);
  const from = stateNow(held, now);
  if (!mayMove(from, to)) throw illegal(from, to);
  return held;
}

const illegal = (from: CreditState, to: CreditState) =>
  new ActError('credit_transition_illegal', { from, to });

async function write(
  tx: Transaction,
  held: CredentialState,
  to: Partial<CredentialState> & Pick<CredentialState, 'state'>,
  change: Change,
): Promise<void> {
  const next = { ...held, cause: change.cause, ...to };
  const version = held.version + 1;
  const { changes } = await tx.run(
    `UPDATE credit_states SET state = $1, cause = $2, version = $3, held_by_subject = $4, held_by_service = $5,
       review = $6, ends_at = $7, reverify_at = $8, effective_at = $9 WHERE credential_id = $10 AND version = $11`,
    [
      next.state,
      next.cause,
      version,
      Number(next.heldBySubject),
      Number(next.heldByService),
      Number(next.review),
      next.endsAt,
      next.reverifyAt,
      change.now,
      held.credentialId,
      held.version,
    ],
  );
  // Whoever changes a state holds its lock.
  if (changes !== 1) throw new ActError('store_unavailable');
  await log(tx, held.credentialId, version, { from: held.state, to: next.state }, change);
}

async function log(
  tx: Transaction,
  credentialId: string,
  version: number,
  move: { readonly from: CreditState | null; readonly to: CreditState },
  { cause, actor, now }: Change,
): Promise<void> {
  await tx.run(
    `INSERT INTO credit_state_changes (credential_id, version, from_state, to_state, cause, actor, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [credentialId, version, move.from, move.to, cause, actor, now],
  );
}

function stateIn(row: Row): CredentialState {
  return {
    credentialId: String(row.credential_id),
    state: String(row.state) as CreditState,
    cause: String(row.cause) as CreditCause,
    version: Number(row.version),
    heldBySubject: Number(row.held_by_subject) === 1,
    heldByService: Number(row.held_by_service) === 1,
    review: Number(row.review) === 1,
    endsAt: Number(row.ends_at),
    reverifyAt: Number(row.reverify_at),
    effectiveAt: Number(row.effective_at),
  };
}
