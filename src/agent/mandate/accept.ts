import type { Witness } from '../../http/traced.ts';
import { digestOfJws, digestOfObject, jwkThumbprint } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { IacPayload } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { assertAccepted, verifyMandate } from '../../verifier/index.ts';
import { trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';
import type { GrantedMandate } from './granted.ts';

/** What the issuer may add to what was asked for: its evidence of the confirmation. */
const ADDED_BY_ISSUER: ReadonlySet<string> = new Set([
  'user_confirmation_method',
  'user_confirmation_timestamp',
]);

/**
 * Judges a mandate that came back and holds it to what was asked for: a member that is different, missing or new
 * refuses, whether it widens or narrows.
 *
 * @throws ActError as verifyMandate; issuer_not_trusted (another issuer than asked), agent_key_mismatch,
 *   confirmation_digest_mismatch, intent_widened
 * @see ADD-IAC-ISS-04
 */
export async function acceptMandate(
  context: AgentContext,
  asked: IacPayload,
  answer: Pick<GrantedMandate, 'mandate' | 'mandate_chain' | 'confirmation'>,
  judged: Witness['judged'],
): Promise<void> {
  const { config } = context;
  const now = context.clock();
  const trust = { trustList: await trustNow(context), now, audience: config.psp_id };
  const judgement = await verifyMandate(answer, trust);
  judged(judgement);
  assertAccepted(judgement);
  const { claims } = readMessage('mandate', answer.mandate);
  if (claims.iss !== config.issuer) throw new ActError('issuer_not_trusted', { entity: claims.iss });
  if (claims.cnf.jkt !== (await jwkThumbprint(context.publicJwk))) throw new ActError('agent_key_mismatch');
  if (claims.confirmation_digest !== (await digestOfJws(answer.confirmation))) {
    throw new ActError('confirmation_digest_mismatch');
  }
  await assertAsAsked(asked, claims.iac);
}

async function assertAsAsked(asked: IacPayload, given: IacPayload): Promise<void> {
  const [wanted, got] = [members(asked), members(given)];
  for (const name of new Set([...wanted.keys(), ...got.keys()])) {
    if (ADDED_BY_ISSUER.has(name)) continue;
    const [want, have] = [wanted.get(name), got.get(name)];
    const isSame =
      want !== undefined &&
      have !== undefined &&
      (await digestOfObject(want)) === (await digestOfObject(have));
    if (!isSame) throw new ActError('intent_widened', { member: name });
  }
}

function members(iac: IacPayload): Map<string, JsonValue> {
  return new Map(Object.entries(iac as unknown as Record<string, JsonValue>));
}
