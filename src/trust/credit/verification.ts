import { digestOfJws } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { CreditRequestClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { consumeCommand, type Transaction } from '../../store/index.ts';
import {
  type CreditOutcome,
  clauseHeld,
  creditOutcomeOf,
  verifyCreditRequest,
} from '../../verifier/index.ts';
import { answerOf, invalidAnswer, signed, type Told, toldLate } from './answers.ts';
import { lockOfAuthorization } from './authorizations.ts';
import type { CreditParts } from './ports.ts';
import { isReviewed, type Known, knownOf, unknownOf, windowOf } from './request-state.ts';
import { findState, lockOf, stateNow, suspend } from './states.ts';
import { countIn, isRevoked, keepQuestion, keepVerification, useRequest } from './tables.ts';

/** The clauses after which it is known who asks, and that what is asked about concerns them. */
const AUTHENTICATED = 'TSD-CRD-VER-08';
const CONCERNED = 'TSD-CRD-VER-11';

/**
 * Verifies at the level that is asked for, and answers with one signed result. Judged first; then in one transaction ids
 * and windows are used up, and what may have changed meanwhile (state, authorisation) is looked at again.
 *
 * @param compact act-credit-request+jwt
 * @throws ActError jws_*, json_* for what is no message of this kind; request_rate_exceeded; store_unavailable
 * @see TSD-CRD-VER, TSD-CRD-AUTH
 */
export async function answer(parts: CreditParts, compact: string): Promise<string> {
  const now = parts.clock();
  const claims = readRequest(compact);
  const trustList = await parts.trustList(now);
  if (claims === undefined) return invalidAnswer(parts, compact, now);
  const { known, judged } = await judgedBy(parts, claims, compact, { trustList, now, audience: parts.id });
  const outcome = creditOutcomeOf(judged);
  const told = {
    status: clauseHeld(judged, CONCERNED),
    assertion: clauseHeld(judged, 'TSD-CRD-VER-60'),
  };
  if (!clauseHeld(judged, AUTHENTICATED)) {
    return signed(parts, answerOf(parts, { claims, known, outcome, told, now }));
  }
  const digest = await digestOfJws(compact);
  const settled = await parts.store.transact(async (tx) => {
    const final = await settle(tx, { claims, known, outcome, told, digest, now });
    const subject = known.application?.association.subject_id;
    if (final.reason === 'AUTHORIZATION_REQUIRED' && subject !== undefined) {
      await keepQuestion(tx, subject, claims, { request: compact, now });
    }
    const held = await findState(tx, claims.credential_id);
    const given = { claims, known: { ...known, held }, outcome: final, now };
    const body = answerOf(parts, { ...given, told: final === outcome ? told : toldLate(told, final) });
    await keepVerification(tx, {
      recordId: body.jti,
      credentialId: claims.credential_id,
      relyingParty: claims.relying_party,
      request: compact,
      answer: body,
      now,
    });
    return { final, body };
  });
  await afterwards(parts, known, claims, settled.final);
  return signed(parts, settled.body);
}

/**
 * Judges who asks first: for nobody else anything of a credential is looked up, or somebody called. Whoever is known is
 * counted.
 *
 * @throws ActError request_rate_exceeded
 */
async function judgedBy(
  parts: CreditParts,
  claims: CreditRequestClaims,
  compact: string,
  context: Parameters<typeof verifyCreditRequest>[1],
) {
  const judge = ({ state }: Known) => verifyCreditRequest(compact, context, state);
  const unknown = await unknownOf(parts, claims);
  const asker = await judge(unknown);
  if (!clauseHeld(asker, AUTHENTICATED)) return { known: unknown, judged: asker };
  parts.callerLimit?.take(claims.iss);
  const known = await knownOf(parts, claims, context.now);
  return { known, judged: await judge(known) };
}

/** undefined: a message of this kind that breaks its schema. */
function readRequest(compact: string): CreditRequestClaims | undefined {
  try {
    return readMessage('creditRequest', compact).claims;
  } catch (error) {
    if (error instanceof ActError && error.code === 'schema_mismatch') return undefined;
    throw error;
  }
}

interface Settling {
  readonly claims: CreditRequestClaims;
  readonly known: Known;
  readonly outcome: CreditOutcome;
  readonly told: Told;
  readonly digest: string;
  readonly now: number;
}

/**
 * Uses up what is used once, and looks again at what somebody may have changed since, wherever the answer would tell
 * anything that rests on it. A window is counted last, so that only what would pass takes a place in it; an
 * authorisation of one request has one place.
 *
 * @see TSD-CRD-AUTH-19, TSD-CRD-AUTH-21, TSD-CRD-AUTH-25, TSD-CRD-VER-12, TSD-CRD-VER-16, TSD-CRD-VER-24
 */
async function settle(tx: Transaction, given: Settling): Promise<CreditOutcome> {
  const { claims, known, outcome, told, digest, now } = given;
  const { authorization } = known;
  const names = [lockOf(claims.credential_id)];
  if (authorization !== undefined) names.push(lockOfAuthorization(authorization.jti));
  await tx.lock(...names);
  const open = outcome.reason === 'AUTHORIZATION_REQUIRED';
  if (!(await usesUp(tx, claims, { digest, now, open })))
    return { reason: 'REPLAY_DETECTED', completed: 'NONE' };
  const passes = outcome.reason === 'VERIFIED';
  if (!passes && !told.assertion) return outcome;
  const held = await findState(tx, claims.credential_id);
  if (held === undefined || isReviewed(held, now)) return { reason: 'REVIEW_REQUIRED', completed: 'NONE' };
  if (stateNow(held, now) !== 'ACTIVE') {
    return { reason: 'ASSOCIATION_CREDENTIAL_NOT_ACTIVE', completed: 'NONE' };
  }
  if (claims.level === 'CREDENTIAL' || authorization === undefined) return outcome;
  if (await isRevoked(tx, authorization.jti))
    return { reason: 'AUTHORIZATION_REVOKED', completed: 'CREDENTIAL' };
  if (!passes) return outcome;
  const most = authorization.frequency_limit?.max_requests_per_window ?? 1;
  const counted = await countIn(tx, authorization.jti, windowOf(authorization, now), most);
  return counted ? outcome : { reason: 'AUTHORIZATION_SCOPE_MISMATCH', completed: 'CREDENTIAL' };
}

/** @returns false when the request, or its id, was used before */
async function usesUp(
  tx: Transaction,
  { iss, jti, request_id }: CreditRequestClaims,
  { digest, now, open }: { readonly digest: string; readonly now: number; readonly open: boolean },
): Promise<boolean> {
  try {
    await consumeCommand(tx, { iss, jti, digest, now });
  } catch (error) {
    if (error instanceof ActError && error.code === 'command_duplicate') return false;
    throw error;
  }
  return useRequest(tx, iss, request_id, open);
}

/** What follows from what was noticed: an association that is due is suspended; a subject is asked. @see TSD-CRD-AUTH-03 */
async function afterwards(
  parts: CreditParts,
  { application, held }: Known,
  claims: CreditRequestClaims,
  { reason }: CreditOutcome,
): Promise<void> {
  const now = parts.clock();
  if (application === undefined || held === undefined) return;
  const { credentialId } = application;
  if (reason === 'REVIEW_REQUIRED' && !held.review && held.state === 'ACTIVE' && now >= held.reverifyAt) {
    await parts.store
      .transact(async (tx) => {
        await tx.lock(lockOf(credentialId));
        await suspend(tx, credentialId, { cause: 'PERIOD_REACHED', actor: 'service', now }, true);
      })
      // Somebody else has noticed it first.
      .catch((error: unknown) => {
        if (!(error instanceof ActError)) throw error;
      });
  }
  if (reason === 'AUTHORIZATION_REQUIRED') {
    await parts.sources.ask?.(application.association.subject_id, claims);
  }
}
