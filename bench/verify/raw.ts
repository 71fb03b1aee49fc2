import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type Message, type MessageKind, readMessage } from '../../src/protocol/messages/index.ts';
import type { World } from '../../src/verifier/testing/world.ts';
import { leafKeyOf } from '../../src/verifier/trust/leaf-key.ts';

/** One signature, ready to be verified and no more. */
export interface RawSignature {
  readonly key: KeyObject;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
}

/** The signatures in a bundle: nine messages. Those of the certificates were verified when they were first seen. */
export function signaturesIn({ bundle, actors }: World): RawSignature[] {
  const { agent, device, trustList } = actors;
  return [
    rawOf(readMessage('trustList', bundle.trust_list), trustList.publicJwk),
    rawOf(readMessage('attestation', bundle.agent_attestation)),
    rawOf(readMessage('enrolment', bundle.enrolment)),
    rawOf(readMessage('confirmation', bundle.confirmation), device.publicJwk),
    rawOf(readMessage('mandate', bundle.mandate)),
    rawOf(readMessage('statusList', bundle.status_list)),
    rawOf(readMessage('quote', bundle.quote)),
    rawOf(readMessage('paymentRequest', bundle.payment_request), agent.publicJwk),
    rawOf(readMessage('receipt', bundle.receipt)),
  ];
}

const keys = new Map<string, KeyObject>();

function rawOf({ decoded }: Message<MessageKind>, known?: object): RawSignature {
  const jwk = known ?? leafKeyOf(decoded.header.x5c?.[0] ?? '');
  const name = JSON.stringify(jwk);
  const key = keys.get(name) ?? createPublicKey({ key: { ...jwk }, format: 'jwk' });
  keys.set(name, key);
  return { key, data: Buffer.from(decoded.signingInput), signature: decoded.signature };
}

/** @throws Error when one does not verify */
export function verifyRaw(signatures: readonly RawSignature[]): void {
  for (const { key, data, signature } of signatures) {
    if (!verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature))
      throw new Error('not verified');
  }
}
