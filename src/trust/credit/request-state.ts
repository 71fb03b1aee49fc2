import { ActError } from '../../protocol/errors/index.ts';
import type { CreditAuthorizationClaims, CreditRequestClaims } from '../../protocol/generated/types.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import type { Queries } from '../../store/index.ts';
import type { CreditVerificationState } from '../../verifier/index.ts';
import { isRegistered } from './applications.ts';
import type { CreditParts } from './ports.ts';
import { type CredentialState, findState, stateNow } from './states.ts';
import {
  type Application,
  authorizationFor,
  findApplication,
  findAuthorization,
  findCredential,
  isAnswerable,
  isRevoked,
  usedIn,
} from './tables.ts';
import { isFinal } from './transitions.ts';

/** What is known of a request before it is judged. */
export interface Known {
  readonly application: Application | undefined;
  readonly held: CredentialState | undefined;
  readonly authorization: CreditAuthorizationClaims | undefined;
  readonly state: CreditVerificationState;
}

/**
 * What the judgement of whoever asks needs: before they are known nothing else is looked up for them, and nobody else is
 * called.
 */
export async function unknownOf({ store }: CreditParts, claims: CreditRequestClaims): Promise<Known> {
  const replay = await replayOf(store.read, claims);
  return {
    ...{ application: undefined, held: undefined, authorization: undefined },
    state: { replay, agent: 'unknown', assertion: 'unavailable', mapping: 'unavailable' },
  };
}

async function replayOf(
  read: Queries,
  { iss, jti, request_id }: CreditRequestClaims,
): Promise<'new' | 'used'> {
  const fresh = await isAnswerable(read, iss, request_id);
  const spent = await read.get('SELECT jti FROM commands WHERE iss = $1 AND jti = $2', [iss, jti]);
  return fresh && spent === undefined ? 'new' : 'used';
}

/** Looks up what the judgement of a request needs. Nothing is used up here: that is done where the request is settled. */
export async function knownOf(parts: CreditParts, claims: CreditRequestClaims, now: number): Promise<Known> {
  const { read } = parts.store;
  const { credential_id } = claims;
  const application = await findApplication(read, credential_id);
  const credential = await findCredential(read, credential_id);
  const held = await findState(read, credential_id);
  const second = claims.level === 'ASSOCIATED_CREDIT';
  const subject = application?.association.subject_id;
  const authorization = second && subject ? await authorizationOf(parts, claims, subject) : undefined;
  return {
    ...{ application, held, authorization },
    state: {
      replay: await replayOf(read, claims),
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

/** Held to be looked at again, or due to be, while it is not over. @see TSD-CRD-ASC-40 */
export const isReviewed = (held: CredentialState, now: number): boolean =>
  !isFinal(stateNow(held, now)) && (held.review || (held.state === 'ACTIVE' && now >= held.reverifyAt));

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
export function windowOf({ valid_from, frequency_limit }: CreditAuthorizationClaims, now: number): number {
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
