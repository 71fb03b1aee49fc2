import { decodeBase64url, encodeBase64url, type PublicJwk } from '../digest/index.ts';
import { ActError } from '../errors/index.ts';
import type { AttestationRecord, RecordParticipant, RecordSignature } from '../generated/types.ts';
import { validateAttestationRecord } from '../generated/validators.js';
import { canonicalize, type JsonValue } from '../json/index.ts';
import { type Algorithm, type Signer, verifySignature } from '../jws/index.ts';
import { assertSchema, readBody } from '../messages/schema.ts';
import type { Random } from '../ports.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../time/index.ts';
import type { HashAlgorithm, RecordedEvent } from './events.ts';
import { payloadHashOf } from './payload-hash.ts';

/** A record without its signatures: exactly what each of them covers. */
export type UnsignedRecord = Omit<AttestationRecord, 'signatures'>;

/** Of the structure; a record says under which it was made, and is read under that one for ever. */
export const RECORD_VERSION = '1';
export const SIGNATURE_SCOPE = 'RECORD_EXCEPT_SIGNATURES';
const SALT_BYTES = 32;

export interface Recording {
  /** Unix seconds: record_time. */
  readonly now: number;
  readonly random: Random;
  /** SHA-256 where nothing is said. */
  readonly hashAlgorithm?: HashAlgorithm;
}

/**
 * Makes the record of an event: a salt of its own, the payload hash, and the time at which it is made beside the time
 * of the event.
 *
 * @throws ActError hash_algorithm_unsupported; schema_mismatch when the event's time lies after the record's
 * @see TSD-ATT-OFF-04, TSD-ATT-OFF-20
 */
export async function recordOf(event: RecordedEvent, recording: Recording): Promise<UnsignedRecord> {
  const { record_id, event_type, event_time, correlation, participants, event_body } = event;
  if (parseUtcSeconds(event_time) > recording.now)
    throw new ActError('schema_mismatch', { rule: 'record_time' });
  const hash_algorithm = recording.hashAlgorithm ?? 'SHA-256';
  const salt = encodeBase64url(recording.random(SALT_BYTES));
  const [first, ...others] = participants;
  return {
    record_id,
    event_type,
    event_time,
    record_time: formatUtcSeconds(recording.now),
    version: RECORD_VERSION,
    ...correlation,
    salt,
    payload_hash: await payloadHashOf({ hash_algorithm, salt, event_body, participants }),
    hash_algorithm,
    participants: [first, ...others],
    event_body,
  };
}

/** Who signs a record, and for an agent the provider's statement about its key. */
export interface RecordSigner {
  readonly id: string;
  /** Of one who has several roles: the one in which it signs with this key. Absent: it has one. */
  readonly role?: RecordParticipant['role'];
  readonly signer: Signer;
  readonly attestation?: string;
}

/** Whether a key is the recorder's own, in the role in which it records. @see OA-KEY-20 */
export function isOfRecorder({ id, role }: RecordSigner, recorder: RecordParticipant): boolean {
  return id === recorder.id && (role ?? recorder.role) === recorder.role;
}

/**
 * Adds a signature to a record: over RFC 8785 of the whole record except `signatures`, which is more than the five
 * fields that ACT asks for. The first one is the recorder's own; other participants may add theirs.
 *
 * @throws ActError schema_mismatch when the result is no record; nothing is given out that a reader would refuse
 * @see TSD-ATT-OFF-34, TSD-ATT-OFF-36, TSD-ATT-SVF-14
 */
export async function signRecord(
  record: UnsignedRecord & { readonly signatures?: readonly RecordSignature[] },
  { id, signer, attestation }: RecordSigner,
): Promise<AttestationRecord> {
  const { header } = signer;
  const key = 'x5c' in header ? { x5c: [...header.x5c] } : 'kid' in header ? { kid: header.kid } : undefined;
  if (key === undefined) throw new ActError('internal', { rule: 'record_key' });
  const signature = {
    signer: id,
    algorithm: signer.alg,
    value: encodeBase64url(await signer.sign(signedBytes(record))),
    scope: SIGNATURE_SCOPE,
    ...key,
    ...(attestation === undefined ? {} : { attestation }),
  };
  const signed = { ...record, signatures: [...(record.signatures ?? []), signature] };
  return assertSchema(validateAttestationRecord, signed as unknown as JsonValue);
}

/** Whether one signature of a record verifies with this key. Scope and algorithm are the profile's or it does not. */
export async function verifyRecordSignature(
  record: AttestationRecord,
  { algorithm, value, scope }: RecordSignature,
  publicJwk: PublicJwk,
): Promise<boolean> {
  if (scope !== SIGNATURE_SCOPE) return false;
  const alg: Algorithm = algorithm;
  const signature = decodeBase64url(value);
  return verifySignature({ signature, header: { alg }, signingInput: signedBytes(record) }, publicJwk);
}

/** Reads a record as it was kept or sent: strict JSON, closed schema. @throws ActError json_*, schema_mismatch */
export function readRecord(bytes: Uint8Array): AttestationRecord {
  return readBody(validateAttestationRecord, bytes);
}

function signedBytes(record: UnsignedRecord & { readonly signatures?: unknown }): Uint8Array<ArrayBuffer> {
  const { signatures: _none, ...covered } = record;
  return canonicalize(covered as unknown as JsonValue);
}
