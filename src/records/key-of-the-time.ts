import { isOfRecorder, type RecordSigner } from '../protocol/attestation/index.ts';
import type { RecordParticipant } from '../protocol/generated/types.ts';
import { readMessage } from '../protocol/messages/index.ts';
import { decodeCertificate } from '../protocol/x509/certificate.ts';

export interface ChosenKey {
  /** undefined: the recorder has no key here. */
  readonly signer?: RecordSigner;
  /** Whether readers will find that the key was good when the event happened. */
  readonly isOfTheTime: boolean;
}

/**
 * A key that the recorder had when the event happened, the present one first: whoever has replaced its key since signs
 * what waited with the former one, which was certified, or stated by its provider, for that time. With none of that time
 * left the present one signs: the record says when it was made, and readers say that its key was not good for the event.
 *
 * @param at Unix seconds
 * @see OA-REC-11, TSD-ATT-SVF-10, TSD-ATT-SVF-27
 */
export function signerOf(
  signers: readonly RecordSigner[],
  recorder: RecordParticipant,
  at: number,
): ChosenKey {
  const own = signers.filter((one) => isOfRecorder(one, recorder));
  const then = own.find((one) => isGoodAt(one, at));
  if (then !== undefined) return { signer: then, isOfTheTime: true };
  const [present] = own;
  return { ...(present === undefined ? {} : { signer: present }), isOfTheTime: false };
}

function isGoodAt({ signer: { header }, attestation }: RecordSigner, at: number): boolean {
  if (attestation !== undefined) {
    const { iat, exp } = readMessage('attestation', attestation).claims;
    return iat <= at && at < exp;
  }
  if (!('x5c' in header)) return true;
  const { notBefore, notAfter } = decodeCertificate(header.x5c[0] ?? '', 0);
  return notBefore <= at && at <= notAfter;
}
