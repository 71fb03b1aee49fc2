import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { ActError } from '../errors/index.ts';
import { encodeBase64, encodeHex } from './base64.ts';
import { type Certificate, decodeCertificate } from './certificate.ts';
import type { CaRequest, Issued, LeafRequest, RootRequest } from './issue-request.ts';
import { sameName } from './name.ts';
import { EKU } from './oids.ts';
import type { GivenJwk, PlatformKey } from './platform-key.ts';
import { isSignedBy } from './signature.ts';

const PURPOSES: ReadonlySet<string> = new Set(Object.values(EKU));
const SERIAL_BYTES = 16;
const SECONDS_PER_DAY = 86_400;
/** ub-common-name, RFC 5280 appendix A. */
const COMMON_NAME_MAX_CHARS = 64;

/** The generator takes all-zero bytes for none and draws its own, so they are refused here. */
function toSerial(serial: Uint8Array): string {
  if (serial.length !== SERIAL_BYTES || serial.every((byte) => byte === 0)) {
    throw new ActError('x509_malformed', { rule: 'serial' });
  }
  return encodeHex(serial);
}

/** As a value, not as text to be parsed: a comma in it does not begin another attribute. */
function toName(commonName: string): Name {
  if (commonName === '' || commonName.length > COMMON_NAME_MAX_CHARS) {
    throw new ActError('x509_malformed', { rule: 'common_name' });
  }
  return new Name([{ CN: [{ utf8String: commonName }] }]);
}

function toDate(seconds: number): Date {
  const date = new Date(seconds * 1000);
  if (!Number.isSafeInteger(seconds) || Number.isNaN(date.getTime())) {
    throw new ActError('x509_malformed', { rule: 'time_value' });
  }
  return date;
}

/** Only the public members go in, so that a private JWK handed over by mistake stays out of the import. */
async function importPublicKey({ kty, crv, x = '', y = '' }: GivenJwk): Promise<PlatformKey> {
  try {
    if (kty === 'EC' && crv === 'P-256') {
      const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
      return await crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, true, ['verify']);
    }
    if (kty === 'OKP' && crv === 'Ed25519') {
      return await crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', true, ['verify']);
    }
  } catch {
    throw new ActError('x509_malformed', { rule: 'public_key' });
  }
  throw new ActError('x509_weak', { rule: 'key' });
}

interface Draft {
  readonly serial: Uint8Array;
  readonly subject: Name;
  readonly issuer: Name;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: PlatformKey;
  readonly signingKey: PlatformKey;
  readonly extensions: readonly Extension[];
}

/** What is issued is read back with the reader that will judge it. */
async function sign(draft: Draft): Promise<{ text: string; certificate: Certificate }> {
  const [publicKey, signingKey] = [draft.publicKey as CryptoKey, draft.signingKey as CryptoKey];
  const issued = await X509CertificateGenerator.create({
    serialNumber: toSerial(draft.serial),
    subject: draft.subject,
    issuer: draft.issuer,
    notBefore: toDate(draft.notBefore),
    notAfter: toDate(draft.notAfter),
    publicKey,
    signingKey,
    signingAlgorithm: { name: signingKey.algorithm.name, hash: 'SHA-256' },
    extensions: [...draft.extensions, await SubjectKeyIdentifierExtension.create(publicKey)],
  });
  const text = encodeBase64(new Uint8Array(issued.rawData));
  const certificate = decodeCertificate(text, 0);
  if (certificate.publicKey === undefined || certificate.signatureAlgorithm === undefined) {
    throw new ActError('x509_weak', { rule: 'key' });
  }
  return { text, certificate };
}

async function authorityKeyIdentifier(certificate: X509Certificate): Promise<Extension> {
  const own = certificate.getExtension(SubjectKeyIdentifierExtension);
  if (own !== null) return new AuthorityKeyIdentifierExtension(own.keyId);
  return AuthorityKeyIdentifierExtension.create(certificate.publicKey);
}

/** The generator's own reader knows fewer string types than ours lets pass. */
function parseAuthority({ der }: Certificate): { parsed: X509Certificate; name: Name } {
  try {
    const parsed = new X509Certificate(der);
    return { parsed, name: new Name(parsed.subjectName.toArrayBuffer()) };
  } catch {
    throw new ActError('x509_malformed', { rule: 'issuer', certificate: 1 });
  }
}

async function signBelow(request: Issued, subject: Name, extensions: readonly Extension[]) {
  const authority = decodeCertificate(request.issuer.certificate, 1);
  const { parsed, name } = parseAuthority(authority);
  const issued = await sign({
    serial: request.serial,
    subject,
    issuer: name,
    notBefore: request.notBefore,
    notAfter: request.notAfter,
    publicKey: await importPublicKey(request.publicKey),
    signingKey: request.issuer.privateKey,
    extensions: [...extensions, await authorityKeyIdentifier(parsed)],
  });
  if (!sameName(issued.certificate.issuer, authority.subject)) {
    throw new ActError('x509_chain_broken', { rule: 'order', certificate: 0 });
  }
  if (!(await isSignedBy(issued.certificate, authority.publicKey))) {
    throw new ActError('x509_signature_invalid', { certificate: 0 });
  }
  return issued;
}

function authorityExtensions(pathLength: number | undefined): Extension[] {
  return [
    new BasicConstraintsExtension(true, pathLength, true),
    new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
  ];
}

export async function createRoot(request: RootRequest): Promise<string> {
  const subject = toName(request.name);
  const { text } = await sign({
    serial: request.serial,
    subject,
    issuer: subject,
    notBefore: request.now,
    notAfter: request.now + request.days * SECONDS_PER_DAY,
    publicKey: request.keys.publicKey,
    signingKey: request.keys.privateKey,
    extensions: authorityExtensions(undefined),
  });
  return text;
}

export async function issueCa(request: CaRequest): Promise<string> {
  const extensions = authorityExtensions(request.pathLength ?? 0);
  const { text } = await signBelow(request, toName(request.name), extensions);
  return text;
}

export async function issueLeaf(request: LeafRequest): Promise<string> {
  if (request.eku.length === 0 || !request.eku.every((purpose) => PURPOSES.has(purpose))) {
    throw new ActError('x509_eku_mismatch', { rule: 'unknown_purpose' });
  }
  const { text, certificate } = await signBelow(request, toName(request.commonName), [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new ExtendedKeyUsageExtension([...request.eku], true),
    new SubjectAlternativeNameExtension([{ type: 'url', value: request.subjectUri }]),
  ]);
  const [uri] = certificate.extensions.subjectAltName?.names ?? [];
  if (uri?.form !== 'uri' || uri.text !== request.subjectUri) {
    throw new ActError('x509_name_mismatch', { rule: 'uri' });
  }
  return text;
}
