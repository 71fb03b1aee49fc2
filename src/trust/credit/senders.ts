import { digestOfJws, jwkThumbprint, type PublicJwk } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { verifyMessageSignature } from '../../protocol/jws/index.ts';
import { REQUEST_TIME_SKEW_SECONDS } from '../../protocol/limits.ts';
import { type Message, readMessage } from '../../protocol/messages/index.ts';
import type { CommandUse } from '../../store/index.ts';
import { assertAccepted, type CommandContext, verifyCommand } from '../../verifier/index.ts';
import type { CreditParts } from './ports.ts';
import type { Actor } from './states.ts';

/** Who gave a verified command, and what uses it up. */
export interface Sent {
  readonly actor: Actor;
  readonly use: CommandUse;
  /** What the command says about what it is for. */
  readonly digest: string | undefined;
  readonly reason: string | undefined;
}

/**
 * A command of the subject of a credential, or of the credit service itself. Whoever else signs has nothing to say here.
 *
 * @throws ActError as `verifyCommand`; command_not_permitted, request_rate_exceeded
 * @see TSD-CRD-LCM-21
 */
export async function readSent(
  parts: CreditParts,
  compact: string,
  subject: string,
  about: Pick<CommandContext, 'action' | 'target'>,
): Promise<Sent> {
  const now = parts.clock();
  const { iss } = readMessage('command', compact).claims;
  const actor = iss === subject ? 'subject' : iss === parts.id ? 'service' : undefined;
  if (actor === undefined) throw new ActError('command_not_permitted');
  const key =
    actor === 'subject'
      ? { publicJwk: await keyOf(parts, subject) }
      : ({ trustList: await parts.trustList(now), role: 'CREDIT_SERVICE' } as const);
  const judged = await verifyCommand(compact, { now, audience: parts.id, ...about }, key);
  assertAccepted(judged);
  parts.callerLimit?.take(iss);
  const { claims, digest } = judged.facts;
  return {
    actor,
    use: { iss, jti: claims.jti, digest, now },
    digest: claims.params?.digest,
    reason: claims.params?.reason,
  };
}

/**
 * A command of a relying party or a platform, which it signs as it signs its requests.
 *
 * @throws ActError as `verifyCommand`; request_rate_exceeded
 * @see OA-CRD-05
 */
export async function readOfParty(
  parts: CreditParts,
  compact: string,
  about: Pick<CommandContext, 'action' | 'target'>,
): Promise<CommandUse> {
  const now = parts.clock();
  const trustList = await parts.trustList(now);
  const { iss } = readMessage('command', compact).claims;
  const role = trustList.entry(iss, 'MERCHANT') === undefined ? 'PSP' : 'MERCHANT';
  const judged = await verifyCommand(compact, { now, audience: parts.id, ...about }, { trustList, role });
  assertAccepted(judged);
  parts.callerLimit?.take(iss);
  return { iss, jti: judged.facts.claims.jti, digest: judged.facts.digest, now };
}

/** @throws ActError credit_subject_unverified */
export async function keyOf(parts: CreditParts, subject: string): Promise<PublicJwk> {
  const key = await parts.sources.subjectKey(subject);
  if (key === undefined) throw new ActError('credit_subject_unverified');
  return key;
}

/**
 * A message of a subject: with the key that the service knows it by, made out to this service, and of now.
 *
 * @throws ActError as `readMessage`; credit_subject_unverified, credit_request_invalid, credit_request_expired,
 *   request_rate_exceeded
 * @see TSD-CRD-ASC-01, TSD-CRD-AUTH-02
 */
export async function readOfSubject<K extends 'creditApplication' | 'creditAuthorization'>(
  parts: CreditParts,
  kind: K,
  compact: string,
): Promise<Message<K> & { readonly digest: string; readonly key: PublicJwk }> {
  const message = readMessage(kind, compact);
  const { iss, aud, iat } = message.claims;
  const key = await keyOf(parts, iss);
  const named = message.decoded.header.kid === (await jwkThumbprint(key));
  if (!named || !(await verifyMessageSignature(message.decoded, key))) {
    throw new ActError('credit_subject_unverified');
  }
  if (aud !== parts.id) throw new ActError('credit_request_invalid', { rule: 'aud' });
  const now = parts.clock();
  if (Math.abs(now - iat) > REQUEST_TIME_SKEW_SECONDS)
    throw new ActError('credit_request_expired', { iat, now });
  parts.callerLimit?.take(iss);
  return { ...message, digest: await digestOfJws(compact), key };
}
