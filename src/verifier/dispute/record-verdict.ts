import { payloadHashOf, verifyRecordSignature } from '../../protocol/attestation/index.ts';
import { jwkThumbprint, type PublicJwk, publicJwkFrom } from '../../protocol/digest/index.ts';
import { ActError, type Code } from '../../protocol/errors/index.ts';
import type {
  AnchorClaims,
  AnchoredBody,
  AttestationRecord,
  RecordSignature,
} from '../../protocol/generated/types.ts';
import type { NoteKey } from '../../protocol/merkle/index.ts';
import { readMessage } from '../../protocol/messages/read.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { EKU } from '../../protocol/x509/oids.ts';
import { verifyAnchor } from '../anchor.ts';
import { assertAnchored } from '../anchor-proof.ts';
import { verifyAttestation } from '../attestation.ts';
import { assertAccepted } from '../check.ts';
import { assertCertified } from '../institution.ts';
import { leafKeyOf } from '../trust/leaf-key.ts';
import type { Role, TrustList } from '../trust/trust-list.ts';

/** What a record came to, in the words of TSD-ATT-SVF. A file that is judged offline cannot time out. */
export type RecordVerdict =
  | 'VERIFIED'
  | 'PAYLOAD_HASH_MISMATCH'
  | 'SIGNATURE_INVALID'
  | 'CHAIN_HASH_MISMATCH'
  | 'ANCHOR_NOT_FOUND'
  | 'PUBLIC_KEY_UNAVAILABLE';

export interface JudgedRecord {
  readonly record: AttestationRecord;
  readonly verdict: RecordVerdict;
  /** What exactly was found, where the verdict is not VERIFIED. */
  readonly code?: Code;
  /** Whose signature or key it is about, or which field differs. */
  readonly about?: string;
}

export interface RecordContext {
  readonly trustList: TrustList;
  readonly logKeys: readonly NoteKey[];
}

/** Ends a judgement with a verdict. */
class Verdict extends Error {
  readonly verdict: RecordVerdict;
  readonly code: Code | undefined;
  readonly about: string | undefined;

  constructor(verdict: RecordVerdict, about?: string, cause?: unknown) {
    super(verdict);
    this.verdict = verdict;
    this.about = about;
    this.code = cause instanceof ActError ? cause.code : undefined;
  }
}

/** What refuses with a code becomes a verdict; a fault of the program stays one. */
async function orElse<T>(verdict: RecordVerdict, about: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    throw new Verdict(verdict, about, error);
  }
}

/**
 * Judges one record with what was anchored of it, in the order of ACT: keys, payload hash, signatures, anchor.
 *
 * @see TSD-ATT-DSP-03, TSD-ATT-DSP-05
 */
export async function judgeRecord(
  record: AttestationRecord,
  anchored: AnchoredBody | undefined,
  context: RecordContext,
): Promise<JudgedRecord> {
  try {
    const keys = new Map<RecordSignature, PublicJwk>();
    for (const signature of record.signatures) {
      const key = () => keyOf(record, signature, context.trustList);
      keys.set(signature, await orElse('PUBLIC_KEY_UNAVAILABLE', signature.signer, key));
    }
    const payloadHash = await orElse('PAYLOAD_HASH_MISMATCH', 'payload_hash', () => payloadHashOf(record));
    if (payloadHash !== record.payload_hash) throw new Verdict('PAYLOAD_HASH_MISMATCH', 'payload_hash');
    await assertSigned(record, keys);
    await assertInLog(record, payloadHash, anchored, context);
    return { record, verdict: 'VERIFIED' };
  } catch (error) {
    if (!(error instanceof Verdict)) throw error;
    const { verdict, code, about } = error;
    return { record, verdict, ...(code ? { code } : {}), ...(about === undefined ? {} : { about }) };
  }
}

const INSTITUTIONS: Readonly<Record<string, Role>> = {
  IAC_ISSUER: 'IAC_ISSUER',
  PSP: 'PSP',
  MERCHANT: 'MERCHANT',
};

/** The key of a signer at the time of the event: from its certificate, or from its provider's statement. */
async function keyOf(
  record: AttestationRecord,
  { signer, x5c, kid, attestation }: RecordSignature,
  trustList: TrustList,
): Promise<PublicJwk> {
  const now = parseUtcSeconds(record.event_time);
  if (x5c !== undefined) {
    const part = record.participants.find(({ id, role }) => id === signer && INSTITUTIONS[role]);
    const role = INSTITUTIONS[part?.role ?? ''];
    if (role === undefined) throw new ActError('issuer_not_trusted', { entity: signer });
    await assertCertified({ trustList, entity: signer, role, eku: EKU.record, now, x5c });
    return leafKeyOf(x5c[0] ?? '');
  }
  if (attestation === undefined) throw new ActError('agent_unknown', { agent_id: signer });
  const judged = await verifyAttestation(attestation, { trustList, now });
  assertAccepted(judged);
  const key = publicJwkFrom(judged.facts.claims.cnf.jwk);
  if (judged.facts.claims.sub !== signer || (await jwkThumbprint(key)) !== kid) {
    throw new ActError('agent_attestation_invalid', { agent_id: signer });
  }
  return key;
}

/** Every signature holds, and the recorder, who stands first among those who took part, has signed. */
async function assertSigned(
  record: AttestationRecord,
  keys: ReadonlyMap<RecordSignature, PublicJwk>,
): Promise<void> {
  for (const [signature, key] of keys) {
    const holds = await orElse('SIGNATURE_INVALID', signature.signer, () =>
      verifyRecordSignature(record, signature, key),
    );
    if (!holds) throw new Verdict('SIGNATURE_INVALID', signature.signer);
  }
  const recorder = record.participants[0]?.id ?? '';
  if (!record.signatures.some(({ signer }) => signer === recorder)) {
    throw new Verdict('SIGNATURE_INVALID', recorder);
  }
}

const COMMON = [
  'record_id',
  'version',
  'event_type',
  'event_time',
  'intent_id',
  'delegation_id',
  'order_no',
  'trade_no',
  'hash_algorithm',
] as const satisfies readonly (keyof AnchorClaims)[];

/** The anchor is in the log, by somebody who may, and says what the record says; its hash is the recomputed one. */
async function assertInLog(
  record: AttestationRecord,
  payloadHash: string,
  anchored: AnchoredBody | undefined,
  { trustList, logKeys }: RecordContext,
): Promise<void> {
  if (anchored === undefined) throw new Verdict('ANCHOR_NOT_FOUND');
  const claims = await orElse('ANCHOR_NOT_FOUND', 'anchor', async () => {
    await assertAnchored(anchored, logKeys);
    const { iat } = readMessage('anchor', anchored.anchor).claims;
    return (await verifyAnchor(anchored.anchor, { trustList, now: iat }, anchored.agent_attestation)).claims;
  });
  if (claims.record_id !== record.record_id) throw new Verdict('ANCHOR_NOT_FOUND', 'record_id');
  if (claims.payload_hash !== payloadHash) throw new Verdict('CHAIN_HASH_MISMATCH', 'payload_hash');
  // TSD-ATT-OCA-26
  const other = COMMON.find((field) => claims[field] !== record[field]);
  if (other !== undefined) throw new Verdict('CHAIN_HASH_MISMATCH', other);
}
