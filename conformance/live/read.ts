import { createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { digestOfText, fromBase64url, utf8 } from '../forge/bytes.ts';
import { isObject, type JsonObject } from '../forge/json.ts';
import { SubjectFault } from '../run/case.ts';
import { mustFit } from './schemas.ts';

/** A signed message of the subject, taken apart. */
export interface Opened {
  readonly compact: string;
  readonly header: JsonObject;
  readonly claims: JsonObject;
  readonly digest: string;
}

function part(text: string | undefined, what: string): JsonObject {
  try {
    const value: unknown = JSON.parse(Buffer.from(fromBase64url(text ?? '')).toString('utf8'));
    if (isObject(value)) return value;
  } catch {
    // Told below.
  }
  throw new SubjectFault(`${what} is no compact JWS.`);
}

/** Reads a compact JWS of the subject: form, typ, schema. @throws SubjectFault */
export function openMessage(compact: unknown, typ: string, schema: string): Opened {
  const opened = openWithoutSchema(compact, typ);
  mustFit(schema, opened.claims, `The subject's ${typ}`);
  return opened;
}

/** As it stands: what the suite itself has made may break its schema on purpose. @throws SubjectFault */
export function openWithoutSchema(compact: unknown, typ: string): Opened {
  const what = `The subject's ${typ}`;
  if (typeof compact !== 'string' || compact.split('.').length !== 3)
    throw new SubjectFault(`${what} is no compact JWS.`);
  const [head, body] = compact.split('.');
  const header = part(head, what);
  if (header.typ !== typ) throw new SubjectFault(`${what} has the typ ${JSON.stringify(header.typ)}.`);
  if (header.alg !== 'ES256' && header.alg !== 'Ed25519')
    throw new SubjectFault(`${what} has the alg ${JSON.stringify(header.alg)}.`);
  const claims = part(body, what);
  return { compact, header, claims, digest: digestOfText(compact) };
}

/** Whether a key made the signature. */
export function isSignedBy({ compact, header }: Opened, key: KeyObject): boolean {
  const at = compact.lastIndexOf('.');
  const [message, signature] = [utf8(compact.slice(0, at)), fromBase64url(compact.slice(at + 1))];
  if (header.alg === 'Ed25519')
    return key.asymmetricKeyType === 'ed25519' && verify(null, message, key, signature);
  return (
    key.asymmetricKeyType === 'ec' && verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature)
  );
}

export function publicKeyOf(jwk: Readonly<Record<string, string>>): KeyObject {
  return createPublicKey({ key: { ...jwk }, format: 'jwk' });
}

/** What a certified sender is held to. */
export interface Certified {
  readonly anchor: X509Certificate;
  /** Chains that a message may name by thumbprint. */
  readonly chains: readonly (readonly X509Certificate[])[];
  readonly entity: string;
  readonly eku: string;
}

export function certificateOf(base64: string): X509Certificate {
  return new X509Certificate(Buffer.from(base64, 'base64'));
}

/** base64url SHA-256 of the DER. */
export function thumbprintOf(certificate: X509Certificate): string {
  return Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');
}

function chainOf({ header }: Opened, { chains }: Certified): readonly X509Certificate[] {
  const { x5c } = header;
  if (Array.isArray(x5c)) return x5c.map((one) => certificateOf(String(one)));
  return chains.find(([leaf]) => leaf !== undefined && thumbprintOf(leaf) === header['x5t#S256']) ?? [];
}

/** A certified message is signed by a leaf for its type and sender, under the anchor. @throws SubjectFault */
export function mustBeCertified(opened: Opened, expected: Certified): void {
  const chain = chainOf(opened, expected);
  const [leaf] = chain;
  const fault = (why: string) => new SubjectFault(`The subject's ${String(opened.header.typ)}: ${why}`);
  if (leaf === undefined) throw fault('its header names no certificate that is known.');
  const path = [...chain, expected.anchor];
  const isBroken = chain.some((one, at) => {
    const issuer = path[at + 1];
    return issuer === undefined || !one.checkIssued(issuer) || !one.verify(issuer.publicKey);
  });
  if (isBroken) throw fault('its certificates do not lead to the declared anchor.');
  if (!isSignedBy(opened, leaf.publicKey)) throw fault('the signature does not verify.');
  if (leaf.subjectAltName !== `URI:${expected.entity}`)
    throw fault('the certificate is not in the name of the subject.');
  if (!leaf.keyUsage?.includes(expected.eku)) throw fault('the certificate is not for this type of message.');
  if (opened.claims.iss !== expected.entity) throw fault(`iss is ${JSON.stringify(opened.claims.iss)}.`);
}
