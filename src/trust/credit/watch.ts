import { eachAtOnce, isVouchedFor } from '../../http/index.ts';
import { jwkThumbprint, publicJwkFrom } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { CreditAssociation } from '../../protocol/generated/types.ts';
import { canonicalText, type JsonValue } from '../../protocol/json/index.ts';
import { goodAssertion, mapped } from './mapping.ts';
import type { CreditParts } from './ports.ts';
import { reassess, type Trigger } from './reassessment.ts';
import { findState, stateNow } from './states.ts';
import { activeAfter, findApplication, findCredential } from './tables.ts';

/** How many are looked for at a time. */
const BATCH = 100;
/** How many are compared at a time: each asks its sources several times. */
const AT_ONCE = 8;

/**
 * Compares what every ACTIVE credential rests on with what it rested on when it was issued, and starts a reassessment of
 * each that does not stand as it did. What cannot be reached is no change; and at a time at which no trust list holds nothing
 * is looked at, so that a clock which is far ahead suspends nobody. One that cannot be compared holds up no other. Servers do
 * it every minute.
 *
 * @returns ids of the credentials that are looked at again from now on
 * @throws the first fault, after all others were compared
 * @see TSD-CRD-LCM-04, TSD-CRD-LCM-22, TSD-CRD-ASC-40, OA-TIM-05
 */
export async function noticeChanges(parts: CreditParts): Promise<string[]> {
  const noticed: string[] = [];
  const faults: unknown[] = [];
  if (!(await isVouchedFor({ current: (now) => parts.trustList(now) }, parts.clock()))) return noticed;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const ids = await activeAfter(parts.store.read, after, { now: parts.clock(), most: BATCH });
    await eachAtOnce(ids, AT_ONCE, async (id) => {
      const isNoticed = await notice(parts, id).catch((error: unknown) => {
        faults.push(error);
        return false;
      });
      if (isNoticed) noticed.push(id);
    });
    after = ids.length < BATCH ? undefined : ids.at(-1);
  }
  if (faults.length > 0) throw faults[0];
  return noticed;
}

async function notice(parts: CreditParts, credentialId: string): Promise<boolean> {
  const now = parts.clock();
  const held = await findState(parts.store.read, credentialId);
  if (held === undefined || stateNow(held, now) !== 'ACTIVE') return false;
  try {
    const trigger = now >= held.reverifyAt ? 'PERIOD_REACHED' : await changeOf(parts, credentialId, now);
    if (trigger === undefined) return false;
    await reassess(parts, credentialId, trigger);
    return true;
  } catch (error) {
    // Out of reach, or somebody else has noticed it first.
    if (error instanceof ActError) return false;
    throw error;
  }
}

/** What does not stand any more as it did, if anything. @throws ActError for what cannot be told now */
async function changeOf(parts: CreditParts, credentialId: string, now: number): Promise<Trigger | undefined> {
  const association = (await findApplication(parts.store.read, credentialId))?.association;
  if (association === undefined) return undefined;
  const { subject_id: subject, agent_id: agent, role, relationship_evidence: evidence } = association;
  const key = await parts.sources.subjectKey(subject);
  if (key === undefined) return 'SUBJECT_IRREGULAR';
  if (await hasSignedOtherwise(parts, credentialId, await jwkThumbprint(key)))
    return 'KEY_COMPROMISE_SUSPECTED';
  if (!(await parts.sources.evidenced({ subject, agent, role, evidence }))) return 'EVIDENCE_ROTATED';
  const good = await isGood(parts, association, now);
  if (!good || textOf(await mapped(parts, association)) !== textOf(association)) return 'REASSESSMENT';
  return undefined;
}

async function hasSignedOtherwise(parts: CreditParts, id: string, thumbprint: string): Promise<boolean> {
  const signed = (await findCredential(parts.store.read, id))?.subject_key;
  return signed !== undefined && (await jwkThumbprint(publicJwkFrom(signed))) !== thumbprint;
}

async function isGood(
  parts: CreditParts,
  { subject_assertion_ref: ref, subject_id: subject }: CreditAssociation,
  now: number,
): Promise<boolean> {
  try {
    await goodAssertion(parts, ref, subject, now);
    return true;
  } catch (error) {
    if (error instanceof ActError && error.code === 'credit_assertion_invalid') return false;
    throw error;
  }
}

const textOf = (association: CreditAssociation): string => canonicalText(association as unknown as JsonValue);
