import { creditResultOf } from '../../protocol/credit/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { CreditAnswerClaims, CreditRequestClaims } from '../../protocol/generated/types.ts';
import { isJsonObject } from '../../protocol/json/index.ts';
import { decodeJws } from '../../protocol/jws/index.ts';
import { JWS_MAX_BYTES } from '../../protocol/limits.ts';
import { signMessage, TYP } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import type { CreditOutcome } from '../../verifier/index.ts';
import type { CreditParts } from './ports.ts';
import type { Known } from './request-state.ts';
import { stateNow } from './states.ts';

/** Whether whoever asks may be told the state, and whether the assertion was asked about. */
export interface Told {
  readonly status: boolean;
  readonly assertion: boolean;
}

export interface Answering {
  readonly claims: CreditRequestClaims;
  readonly known: Known;
  readonly outcome: CreditOutcome;
  readonly told: Told;
  readonly now: number;
}

/**
 * What is still told when something has come between: a judgement that was overtaken is none, so that nothing of the
 * credit is left of it, and of a request that was answered before nothing at all.
 *
 * @see TSD-CRD-VER-01, TSD-CRD-AUTH-21, OA-CRD-08
 */
export function toldLate({ status }: Told, { reason }: CreditOutcome): Told {
  return { status: status && reason !== 'REPLAY_DETECTED', assertion: false };
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
export function answerOf(parts: CreditParts, given: Answering): CreditAnswerClaims {
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

export const signed = (parts: CreditParts, claims: CreditAnswerClaims): Promise<string> =>
  signMessage('creditAnswer', claims, parts.signer);

/**
 * The answer to a request that cannot be judged: as far as it says whose it is.
 *
 * @throws ActError schema_mismatch when it does not even say that
 * @see TSD-CRD-VER-48
 */
export async function invalidAnswer(parts: CreditParts, compact: string, now: number): Promise<string> {
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
