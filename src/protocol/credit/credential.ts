import { decodeBase64url, encodeBase64url, type PublicJwk, publicJwkFrom } from '../digest/index.ts';
import { ActError } from '../errors/index.ts';
import type { CreditAssociation, CreditCredential } from '../generated/types.ts';
import { validateCreditAssociation, validateCreditCredential } from '../generated/validators.js';
import { canonicalize, type JsonValue } from '../json/index.ts';
import { type Signer, verifySignature } from '../jws/index.ts';
import { assertSchema } from '../messages/schema.ts';

export const CREDIT_CREDENTIAL_VERSION = '1';

/** A credential before its issuer signs it. */
export type UnsignedCredential = Omit<CreditCredential, 'issuer_signature'>;

/**
 * What the outer signature leaves out: where the state is found, what came before, and itself. The state is no member.
 *
 * @see OA-CRD-01
 */
const OUTSIDE_OUTER = ['status_query', 'predecessor', 'issuer_signature'] as const;

/** The bytes of the inner signature: RFC 8785 of what the subject confirms, and nothing else. */
export function innerBytes(association: CreditAssociation): Uint8Array<ArrayBuffer> {
  return canonicalize(association as unknown as JsonValue);
}

/** The bytes of the outer signature: RFC 8785 of the credential without the members that are outside. */
export function outerBytes(credential: UnsignedCredential): Uint8Array<ArrayBuffer> {
  const covered: Record<string, unknown> = { ...credential };
  for (const name of OUTSIDE_OUTER) delete covered[name];
  return canonicalize(covered as JsonValue);
}

/**
 * The associated subject's own signature, of a subject that confirms directly.
 *
 * @throws ActError schema_mismatch when this is nothing that could be confirmed so
 */
export async function signAssociation(
  association: CreditAssociation,
  signer: Signer,
): Promise<NonNullable<CreditCredential['subject_signature']>> {
  assertSchema(validateCreditAssociation, association as unknown as JsonValue);
  if (association.confirmation_method !== 'DIRECT_SIGNATURE') {
    throw new ActError('schema_mismatch', { rule: 'confirmation_method' });
  }
  return { algorithm: signer.alg, value: encodeBase64url(await signer.sign(innerBytes(association))) };
}

/**
 * The issuer's signature. What a reader would refuse is never given out.
 *
 * @throws ActError schema_mismatch
 */
export async function signCredential(
  credential: UnsignedCredential,
  signer: Signer,
): Promise<CreditCredential> {
  if (!('x5c' in signer.header)) throw new ActError('internal', { rule: 'credit_key' });
  const [leaf = '', ...rest] = signer.header.x5c;
  const value = encodeBase64url(await signer.sign(outerBytes(credential)));
  const signed = {
    ...credential,
    issuer_signature: { algorithm: signer.alg, value, x5c: [leaf, ...rest] },
  };
  return assertSchema(validateCreditCredential, signed as unknown as JsonValue);
}

/** Whether the subject has signed exactly this association with the key that the credential names. */
export async function verifyInnerSignature({
  association,
  subject_key,
  subject_signature,
}: CreditCredential): Promise<boolean> {
  if (subject_key === undefined || subject_signature === undefined) return false;
  const signed = {
    header: { alg: subject_signature.algorithm },
    signature: decodeBase64url(subject_signature.value),
    signingInput: innerBytes(association),
  };
  return verifySignature(signed, publicJwkFrom(subject_key));
}

/** Whether the issuer's signature holds with the key of its certificate. */
export async function verifyOuterSignature(credential: CreditCredential, key: PublicJwk): Promise<boolean> {
  const { algorithm, value } = credential.issuer_signature;
  const signed = {
    header: { alg: algorithm },
    signature: decodeBase64url(value),
    signingInput: outerBytes(credential),
  };
  return verifySignature(signed, key);
}
