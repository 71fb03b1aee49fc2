import { creditResultOf } from '../../protocol/credit/index.ts';
import { digestOfJws } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type {
  CreditAnswerClaims,
  CreditAuthorizationClaims,
  CreditRequestClaims,
} from '../../protocol/generated/types.ts';
import { isJsonObject } from '../../protocol/json/index.ts';
import { decodeJws } from '../../protocol/jws/index.ts';
import { JWS_MAX_BYTES } from '../../protocol/limits.ts';
import { readMessage, signMessage, TYP } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { consumeCommand, type Transaction } from '../../store/index.ts';
import {
  type CreditOutcome,
  type CreditVerificationState,
  clauseHeld,
  creditOutcomeOf,
  verifyCreditRequest,
} from '../../verifier/index.ts';
import { isRegistered } from './applications.ts';
import { lockOfAuthorization } from './authorizations.ts';
import type { CreditParts } from './ports.ts';
import { type CredentialState, findState, lockOf, settleExpiry, stateNow, suspend } from './states.ts';
import {
  type Application,
  authorizationFor,
  countIn,
  findApplication,
  findAuthorization,
  findCredential,
  isAnswerable,
  isRevoked,
  keepQuestion,
  keepVerification,
  usedIn,
  useRequest,
} from './tables.ts';

/** What is known of a request before it is judged. */
interface Known {
  readonly application: Application | undefined;
  readonly held: CredentialState | undefined;
  readonly authorization: CreditAuthorizationClaims | undefined;
  readonly state: CreditVerificationState;
}

/** The clauses after which it is known who asks, and that what is asked about concerns them. */
const AUTHENTICATED = 'TSD-CRD-VER-08';
const CONCERNED = 'TSD-CRD-VER-11';

/**
 * Verifies at the level that is asked for, and answers with one signed result. Judged first; then in one transaction ids
 * and windows are used up, and what may have changed meanwhile (state, authorisation) is looked at again.
 *
 * @param compact act-credit-request+jwt
 * @throws ActError jws_*, json_* for what is no message of this kind; store_unavailable
 * @see TSD-CRD-VER, TSD-CRD-AUTH
 */
export async function answer(parts: CreditParts, compact: string): Promise<string> {
  const now = parts.clock();
  const claims = readRequest(compact);
  const trustList = await parts.trustList(now);
  if (claims === undefined) return invalid(parts, compact, now);
  const known = await knownOf(parts, claims, now);
  const judged = await verifyCreditRequest(compact, { trustList, now, audience: parts.id }, known.state);
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
 * What is still told when something has come between: a judgement that was overtaken is none, so that nothing of the
 * credit is left of it, and of a request that was answered before nothing at all.
 *
 * @see TSD-CRD-VER-01, TSD-CRD-AUTH-21, OA-CRD-08
 */
function toldLate({ status }: Told, { reason }: CreditOutcome): Told {
  return { status: status && reason !== 'REPLAY_DETECTED', assertion: false };
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

/**
 * The answer to a request that cannot be judged: as far as it says whose it is.
 *
 * @throws ActError schema_mismatch when it does not even say that
 * @see TSD-CRD-VER-48
 */
async function invalid(parts: CreditParts, compact: string, now: number): Promise<string> {
  const expected = { typ: TYP.creditRequest, critical: [], maxBytes: JWS_MAX_BYTES };
  const { payload } = decodeJws(compact, expected);
  const text = (name: string): string => {
    const value = payload[name];
    if (typeof value !== 'string') throw new ActError('schema_mismatch', { rule: name });
    return value;
  };
  const context = payload.business_context;
  const transaction = isJsonObject(context) ? context.transaction_type : undefined;
  return signed(parts, {
    ...frame(parts, now),
    aud: text('relying_party'),
    request_id: text('request_id'),
    agent_id: text('agent_id'),
    purpose: text('purpose'),
    ...{ completed_level: 'NONE', result: 'FAIL', reason: 'INVALID_REQUEST' },
    credential_status: 'NOT_DISCLOSED',
    scope: { relying_parties: [text('relying_party')], ...typed(transaction) },
  });
}

const typed = (transaction: unknown) =>
  typeof transaction === 'string' ? { transaction_types: [transaction] as [string] } : {};

async function knownOf(parts: CreditParts, claims: CreditRequestClaims, now: number): Promise<Known> {
  const { read } = parts.store;
  const { credential_id, iss, jti, request_id } = claims;
  const application = await findApplication(read, credential_id);
  const credential = await findCredential(read, credential_id);
  const held = await findState(read, credential_id);
  const second = claims.level === 'ASSOCIATED_CREDIT';
  const subject = application?.association.subject_id;
  const authorization = second && subject ? await authorizationOf(parts, claims, subject) : undefined;
  const fresh = await isAnswerable(read, iss, request_id);
  const spent = await read.get('SELECT jti FROM commands WHERE iss = $1 AND jti = $2', [iss, jti]);
  return {
    ...{ application, held, authorization },
    state: {
      replay: fresh && spent === undefined ? 'new' : 'used',
      ...(credential && { credential }),
      ...(held && { status: stateNow(held, now), review: isReviewed(held, now) }),
      agent: application && (await isRegistered(parts, application, now)) ? 'registered' : 'unknown',
      ...(authorization && {
        authorization: {
          claims: authorization,
          revoked: await isRevoked(read, authorization.jti),
          used: await usedIn(read, authorization.jti, windowOf(authorization, now)),
        },
      }),
      assertion: second && application ? await assertionOf(parts, application, now) : 'unavailable',
      mapping: second && application ? await mappingOf(parts, application) : 'unavailable',
    },
  };
}

/** Held to be looked at again, or due to be. @see TSD-CRD-ASC-40 */
const isReviewed = (held: CredentialState, now: number): boolean =>
  held.review || (held.state === 'ACTIVE' && now >= held.reverifyAt);

/** The one that is named, or the one that the subject gave for this request. */
async function authorizationOf(
  { store }: CreditParts,
  { authorization_id, request_id }: CreditRequestClaims,
  subject: string,
): Promise<CreditAuthorizationClaims | undefined> {
  return authorization_id === undefined
    ? authorizationFor(store.read, request_id, subject)
    : findAuthorization(store.read, authorization_id);
}

/** Which window of a standing authorisation it is. @see OA-CRD-10 */
function windowOf({ valid_from, frequency_limit }: CreditAuthorizationClaims, now: number): number {
  const since = now - parseUtcSeconds(valid_from);
  return frequency_limit === undefined ? 0 : Math.max(0, Math.floor(since / frequency_limit.window_duration));
}

/** @see TSD-CRD-VER-17 */
async function assertionOf(
  { sources }: CreditParts,
  { association }: Application,
  now: number,
): Promise<CreditVerificationState['assertion']> {
  try {
    const found = await sources.assertion(association.subject_assertion_ref);
    const good = found?.valid === true && found.subject === association.subject_id && now < found.validUntil;
    return good ? 'valid' : 'invalid';
  } catch (error) {
    if (error instanceof ActError) return 'unavailable';
    throw error;
  }
}

/** @see TSD-CRD-VER-18 */
async function mappingOf(
  { sources }: CreditParts,
  { association }: Application,
): Promise<CreditVerificationState['mapping']> {
  try {
    return (await sources.supports(association.mapping_policy)) ? 'supported' : 'unsupported';
  } catch (error) {
    if (error instanceof ActError) return 'unavailable';
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
  if (!(await isUsedNow(tx, claims, { digest, now, open })))
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

async function isUsedNow(
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
  await parts.store.transact((tx) => settleExpiry(tx, credentialId, now));
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

/** Whether whoever asks may be told the state, and whether the assertion was asked about. */
interface Told {
  readonly status: boolean;
  readonly assertion: boolean;
}

interface Answering {
  readonly claims: CreditRequestClaims;
  readonly known: Known;
  readonly outcome: CreditOutcome;
  readonly told: Told;
  readonly now: number;
}

const frame = (parts: CreditParts, now: number) => ({
  iss: parts.id,
  jti: newId(parts.random, 'cvr'),
  iat: now,
  exp: now + parts.answerSeconds,
  purpose_limited: true as const,
});

/**
 * An answer has what was asked for, is authorised and is needed: at the first level nothing of the credit, and never
 * anything of the subject.
 *
 * @see TSD-CRD-VER-20, TSD-CRD-VER-34, TSD-CRD-VER-41, TSD-CRD-VER-45, TSD-CRD-VER-46, OA-CRD-08
 */
function answerOf(parts: CreditParts, given: Answering): CreditAnswerClaims {
  const { claims, known, outcome, told, now } = given;
  const { reason, completed } = outcome;
  const { held, authorization } = known;
  const status = told.status && held !== undefined ? stateNow(held, now) : 'NOT_DISCLOSED';
  const framed = frame(parts, now);
  return {
    ...framed,
    exp: endOfAnswer(framed.exp, now, known),
    aud: claims.relying_party,
    request_id: claims.request_id,
    agent_id: claims.agent_id,
    completed_level: completed,
    result: creditResultOf(reason),
    reason,
    credential_status: reason === 'VERIFIED' ? 'ACTIVE' : status,
    purpose: claims.purpose,
    scope: {
      relying_parties: [claims.relying_party],
      transaction_types: [claims.business_context.transaction_type],
    },
    ...(told.status && known.state.credential ? { status_query: known.state.credential.status_query } : {}),
    ...creditOf(given),
    ...(completed === 'ASSOCIATED_CREDIT' && authorization
      ? { use_restrictions: authorization.use_restrictions }
      : {}),
  };
}

/** Nothing that an answer rests on may end before the answer does; what has ended already says so by its reason. */
function endOfAnswer(exp: number, now: number, { held, authorization }: Known): number {
  const ends = [held?.endsAt, authorization && parseUtcSeconds(authorization.valid_until)];
  return Math.min(exp, ...ends.filter((end): end is number => end !== undefined && end > now));
}

function creditOf({ claims, known, outcome, told }: Answering): Partial<CreditAnswerClaims> {
  const credential = known.state.credential;
  if (outcome.completed !== 'ASSOCIATED_CREDIT' || credential === undefined) {
    return told.assertion && outcome.completed === 'CREDENTIAL' && claims.level === 'ASSOCIATED_CREDIT'
      ? { assertion_valid: known.state.assertion === 'valid' }
      : {};
  }
  const { credit_source, mapped_value, mapping_policy, usage_bound } = credential.association;
  const wants = (item: CreditRequestClaims['data_items'][number]) => claims.data_items.includes(item);
  return {
    ...{ credit_source, assertion_valid: true },
    // A value is never told without the rule that made it, nor without its bound (TSD-CRD-MAP-08).
    ...(wants('mapped_value') ? { mapped_value, mapping_policy, usage_bound } : {}),
    ...(wants('mapping_policy') ? { mapping_policy } : {}),
    ...(wants('usage_bound') ? { usage_bound } : {}),
  };
}

const signed = (parts: CreditParts, claims: CreditAnswerClaims): Promise<string> =>
  signMessage('creditAnswer', claims, parts.signer);
