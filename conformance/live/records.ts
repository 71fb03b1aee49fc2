import { base64url, concat, digestOfText, fromBase64url, sha256, utf8 } from '../forge/bytes.ts';
import { canonical, type JsonObject } from '../forge/json.ts';
import { SubjectFault } from '../run/case.ts';
import { type Certified, mustBeCertified } from './read.ts';
import { mustFit } from './schemas.ts';

/** A record that the subject shows, held to its schema. */
export interface ShownRecord extends JsonObject {
  readonly record_id: string;
  readonly event_type: string;
  readonly event_time: string;
  readonly record_time: string;
  readonly intent_id: string;
  readonly salt: string;
  readonly payload_hash: string;
  readonly participants: JsonObject[];
  readonly event_body: JsonObject;
  readonly signatures: JsonObject[];
}

/** What the payload hash is taken over: the RFC 8785 form of the two members, and the bytes of the salt after it. */
export function hashOf({ event_body, participants, salt }: ShownRecord): string {
  const text = utf8(canonical({ event_body, participants }));
  return base64url(sha256(concat(text, fromBase64url(salt))));
}

/** The id that follows from what an event is, who records it, and what it happened to. */
export function recordIdOf(eventType: string, recorder: string, subject: readonly string[]): string {
  return `rec_${digestOfText(canonical({ event_type: eventType, recorder, subject: [...subject] }))}`;
}

/** The recorder's own signature, under its certificate for records. @throws SubjectFault */
export function mustBeSigned(record: ShownRecord, expected: Certified): void {
  mustFit('record.json', record, 'The record');
  const { signatures, ...covered } = record;
  const [own] = signatures;
  if (own?.signer !== expected.entity) throw new SubjectFault(`It is signed by ${String(own?.signer)}.`);
  const message = canonical(covered);
  // As a message of the wire is read: header, payload, signature.
  const header: JsonObject = { typ: 'record', alg: own.algorithm ?? '', x5c: own.x5c ?? [] };
  const claims: JsonObject = { iss: own.signer };
  const compact = `${message}.${String(own.value)}`;
  mustBeCertified({ compact, header, claims, digest: '' }, expected);
}
