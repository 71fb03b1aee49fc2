import { payloadHashOf, verifyRecordSignature } from '../../protocol/attestation/index.ts';
import { ActError, type Code } from '../../protocol/errors/index.ts';
import type { AttestationRecord } from '../../protocol/generated/types.ts';
import { validateAttestationRecord } from '../../protocol/generated/validators.js';
import type { JsonValue } from '../../protocol/json/index.ts';
import { assertSchema } from '../../protocol/messages/schema.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { findAnchor } from './anchor-query.ts';
import { differingMember } from './compare.ts';
import type { FoundKey, RecordPorts } from './ports.ts';
import type { RecordJudgement, Verdict, VerificationStep } from './verdict.ts';

/** What a failed step says; `undefined`: go on. */
type Failure = Omit<RecordJudgement, 'record_id' | 'record' | 'steps'>;

/**
 * Verifies one record in ACT's order: the record itself, the keys of its signers at the time of the event, its payload
 * hash, its signatures, its anchor. The first failure ends it. What cannot be reached is told apart from what does not
 * fit: an outage is never read as tampering.
 *
 * @see TSD-ATT-SVF-01, TSD-ATT-SVF-02, TSD-ATT-SVF-03, TSD-ATT-SVF-05
 */
export async function verifyRecord(recordId: string, ports: RecordPorts): Promise<RecordJudgement> {
  const steps: VerificationStep[] = [];
  const got = await fetchRecord(recordId, ports);
  if (!('record' in got)) {
    return {
      record_id: recordId,
      code: got.code,
      steps: [{ step: 'record', outcome: 'unavailable', code: got.code }],
    };
  }
  const { record } = got;
  steps.push({ step: 'record', outcome: 'ok' });
  const outcome = await judgeSteps(record, ports, steps).catch((error: unknown): Failure => {
    // Such as a hash algorithm that this runtime does not have: nothing is known, so nothing is said.
    if (error instanceof ActError) return { code: error.code };
    throw error;
  });
  return { record_id: recordId, ...outcome, record, steps };
}

/** Step 1. @see TSD-ATT-SVF-06, TSD-ATT-SVF-07 */
async function fetchRecord(
  recordId: string,
  ports: RecordPorts,
): Promise<{ readonly record: AttestationRecord } | { readonly code: Code }> {
  try {
    const given = await ports.record(recordId);
    if (given === undefined) return { code: 'record_not_found' };
    const record = assertSchema(validateAttestationRecord, given as unknown as JsonValue);
    if (isBeforeItsEvent(record)) return { code: 'schema_mismatch' };
    return record.record_id === recordId ? { record } : { code: 'record_not_found' };
  } catch (error) {
    if (error instanceof ActError) return { code: error.code };
    throw error;
  }
}

/**
 * Nothing is recorded before it happens. Both times are the recorder's own, so no clocks are compared and there is no
 * tolerance: what says so is no record.
 *
 * @see TSD-ATT-OFF-04, TSD-ATT-OFF-01
 */
function isBeforeItsEvent({ event_time, record_time }: AttestationRecord): boolean {
  return parseUtcSeconds(record_time) < parseUtcSeconds(event_time);
}

async function judgeSteps(
  record: AttestationRecord,
  ports: RecordPorts,
  steps: VerificationStep[],
): Promise<Failure> {
  const keys = await keysOf(record, ports, steps);
  if (!('found' in keys)) return keys;
  // Step 3 [TSD-ATT-SVF-04, TSD-ATT-SVF-12].
  const hash = await payloadHashOf(record);
  if (hash !== record.payload_hash) return failed(steps, 'payload_hash', 'PAYLOAD_HASH_MISMATCH');
  steps.push({ step: 'payload_hash', outcome: 'ok' });
  const invalid = await invalidSigner(record, keys.found, steps);
  if (invalid !== undefined)
    return { ...failed(steps, 'signature', 'SIGNATURE_INVALID', invalid), signer: invalid };
  return judgeAnchor(record, hash, ports, steps);
}

function failed(
  steps: VerificationStep[],
  step: VerificationStep['step'],
  verdict: Verdict,
  note?: string,
): { readonly verdict: Verdict } {
  steps.push({ step, outcome: 'failed', ...(note === undefined ? {} : { note }) });
  return { verdict };
}

/** Step 2: the key that each signer had when the event happened. @see TSD-ATT-SVF-08, TSD-ATT-SVF-11 */
async function keysOf(
  record: AttestationRecord,
  ports: RecordPorts,
  steps: VerificationStep[],
): Promise<{ readonly found: readonly (FoundKey | undefined)[] } | Failure> {
  const at = parseUtcSeconds(record.event_time);
  const found: (FoundKey | undefined)[] = [];
  for (const signature of record.signatures) {
    const role = record.participants.find(({ id }) => id === signature.signer)?.role;
    // Nobody's key is asked for who took no part: such a signature does not count, see step 4.
    const key = role === undefined ? undefined : await ports.key(signature, role, at).catch(unreachable);
    if (role !== undefined && key === undefined) {
      steps.push({ step: 'key', outcome: 'unavailable', note: signature.signer });
      return { verdict: 'PUBLIC_KEY_UNAVAILABLE', signer: signature.signer };
    }
    if (key !== undefined)
      steps.push({ step: 'key', outcome: 'ok', note: `${signature.signer}: ${key.source}` });
    found.push(key);
  }
  return { found };
}

function unreachable(error: unknown): undefined {
  if (!(error instanceof ActError)) throw error;
  return undefined;
}

/**
 * Step 4: every signature has to hold, be a participant's, and one of them the recorder's.
 *
 * @returns whose does not
 * @see TSD-ATT-SVF-13, TSD-ATT-SVF-15, TSD-ATT-SVF-16
 */
async function invalidSigner(
  record: AttestationRecord,
  keys: readonly (FoundKey | undefined)[],
  steps: VerificationStep[],
): Promise<string | undefined> {
  for (const [at, signature] of record.signatures.entries()) {
    const key = keys[at];
    const holds = key !== undefined && (await verifyRecordSignature(record, signature, key.publicJwk));
    if (!holds) return signature.signer;
    steps.push({ step: 'signature', outcome: 'ok', note: signature.signer });
  }
  const recorder = record.participants[0]?.id ?? '';
  return record.signatures.some(({ signer }) => signer === recorder) ? undefined : recorder;
}

/**
 * Step 5: against the hash that was computed here, never the one that is written in the record.
 *
 * @see TSD-ATT-SVF-18, TSD-ATT-SVF-20
 */
async function judgeAnchor(
  record: AttestationRecord,
  hash: string,
  ports: RecordPorts,
  steps: VerificationStep[],
): Promise<Failure> {
  const found = await findAnchor(record, ports);
  if (found === 'timeout') {
    steps.push({ step: 'anchor', outcome: 'unavailable' });
    return { verdict: 'ANCHOR_QUERY_TIMEOUT' };
  }
  if ('missing' in found) {
    steps.push({ step: 'anchor', outcome: 'failed', code: found.missing });
    return { verdict: 'ANCHOR_NOT_FOUND', code: found.missing };
  }
  const member = differingMember(record, hash, found.claims);
  if (member !== undefined) {
    return { ...failed(steps, 'anchor', 'CHAIN_HASH_MISMATCH', member), member, index: found.index };
  }
  steps.push({ step: 'anchor', outcome: 'ok', note: `${found.claims.iss} at ${found.index}` });
  return { verdict: 'VERIFIED', index: found.index };
}
