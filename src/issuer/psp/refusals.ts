import { SignedRefusal } from '../../http/index.ts';
import { ActError, type Code, codeEntry, codes } from '../../protocol/errors/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import type { PspParts } from './parts.ts';

/** Whom a refusal is for, and of which request. */
export interface RefusedRequest {
  readonly requester: string;
  readonly requestDigest: string;
  /** Unix seconds. */
  readonly now: number;
}

/**
 * Whether a refusal may be signed. One that says "ask first" may not: the request it names may be the one that was
 * paid, and the statement would contradict the receipt.
 */
export function isSignableRefusal(error: ActError): boolean {
  return codeEntry(error.code).retryability !== 'query_first';
}

/** A refusal with the service's statement of why it refused a request of somebody authenticated [OA-HTTP-22]. */
export async function signedRefusal(
  { pspId, policy, random, receiptSigner }: PspParts,
  error: ActError,
  { requester, requestDigest, now }: RefusedRequest,
): Promise<SignedRefusal> {
  const claims = {
    iss: pspId,
    jti: newId(random, 'rfsl'),
    iat: now,
    exp: now + policy.refusalLifetimeSeconds,
    aud: requester,
    request_digest: requestDigest,
    code: error.code,
    requirement: error.requirement,
    retryability: codeEntry(error.code).retryability,
  };
  return new SignedRefusal(error, await signMessage('refusal', claims, receiptSigner));
}

/** A refusal that was written down, so that whoever asks again hears the same. @throws ActError internal */
export function keptRefusal(code: string | undefined, requirement: string | undefined): ActError {
  if (code === undefined || !Object.hasOwn(codes, code)) throw new ActError('internal', { rule: 'code' });
  return new ActError(code as Code, {}, requirement);
}
