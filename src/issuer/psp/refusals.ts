import { type ActError, codeEntry } from '../../protocol/errors/index.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { newId, type Random } from '../../protocol/ports.ts';

export interface RefusalContext {
  readonly pspId: string;
  readonly agentId: string;
  readonly requestDigest: string;
  /** Unix seconds. */
  readonly now: number;
  readonly lifetimeSeconds: number;
  readonly random: Random;
  readonly signer: Signer;
}

/**
 * Whether a refusal may be signed. One that says "ask first" may not: the request it names may be the one that was
 * paid, and the statement would contradict the receipt.
 */
export function isSignableRefusal(error: ActError): boolean {
  return codeEntry(error.code).retryability !== 'query_first';
}

/** Signs the service's statement of why it refused a request of an authenticated agent [OA-HTTP-22]. */
export function signRefusal(error: ActError, context: RefusalContext): Promise<string> {
  return signMessage(
    'refusal',
    {
      iss: context.pspId,
      jti: newId(context.random, 'rfsl'),
      iat: context.now,
      exp: context.now + context.lifetimeSeconds,
      aud: context.agentId,
      request_digest: context.requestDigest,
      code: error.code,
      requirement: error.requirement,
      retryability: codeEntry(error.code).retryability,
    },
    context.signer,
  );
}
