import { ActError } from '../errors/index.ts';
import { decodeBase64, encodeHex } from './base64.ts';
import {
  type Bytes,
  type Element,
  Fields,
  malformed,
  readInteger,
  readOctetAlignedBits,
  readOnly,
  readPositiveInteger,
  TAG,
} from './der.ts';
import { type Extensions, readExtensions } from './extensions.ts';
import { isEmptyName, type Name, readName, sameName } from './name.ts';
import { type PublicKey, readPublicKey, type SignatureAlgorithm } from './public-key.ts';
import { readTime } from './time.ts';

/** What path validation uses of a certificate. Dates in Unix seconds. */
export interface Certificate {
  /** Place in the path, 0 for the leaf. */
  readonly position: number;
  readonly der: Bytes;
  /** The signed bytes, as they came. */
  readonly tbs: Bytes;
  readonly issuer: Name;
  readonly subject: Name;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly spki: Bytes;
  /** Undefined for a key that we do not allow. */
  readonly publicKey: PublicKey | undefined;
  /** Undefined for an algorithm that we do not allow. */
  readonly signatureAlgorithm: SignatureAlgorithm | undefined;
  readonly signatureIdentifier: Bytes;
  readonly signature: Bytes;
  readonly extensions: Extensions;
}

/** Whole AlgorithmIdentifiers: both come without parameters (RFC 5758 3.2, RFC 8410 3). */
const SIGNATURE_ALGORITHMS: ReadonlyMap<string, SignatureAlgorithm> = new Map([
  ['300a06082a8648ce3d040302', 'ES256'],
  ['300506032b6570', 'Ed25519'],
]);

const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const VERSION_3 = 2;
const SERIAL_MAX_BYTES = 20;

function readVersion(element: Element | undefined): void {
  if (element === undefined) throw malformed('version');
  const version = readInteger(readOnly(element.content, TAG.integer));
  if (version.length !== 1 || version[0] !== VERSION_3) throw malformed('version');
}

/** RFC 5280 4.1.2.2: positive, at most 20 octets with the sign. */
function readSerial(element: Element): void {
  readPositiveInteger(element);
  if (element.content.length > SERIAL_MAX_BYTES) throw malformed('serial_size');
}

function readValidity(element: Element): { notBefore: number; notAfter: number } {
  const fields = new Fields(element.content);
  const notBefore = readTime(fields.takeAny());
  const notAfter = readTime(fields.takeAny());
  fields.end();
  if (notAfter < notBefore) throw malformed('validity_order');
  return { notBefore, notAfter };
}

/** RFC 5280 4.1.2.4: never empty. As names link the path, the subject of every issuer is not empty either. */
function readIssuer(element: Element): Name {
  const issuer = readName(element);
  if (isEmptyName(issuer)) throw malformed('issuer_empty');
  return issuer;
}

/** The signed part. Unique identifiers are refused with every other field that RFC 5280 does not want. */
function readTbs(tbs: Element) {
  const fields = new Fields(tbs.content);
  readVersion(fields.takeIf(VERSION));
  readSerial(fields.take(TAG.integer));
  const identifier = fields.take(TAG.sequence).encoded;
  const issuer = readIssuer(fields.take(TAG.sequence));
  const validity = readValidity(fields.take(TAG.sequence));
  const subject = readName(fields.take(TAG.sequence));
  const spki = fields.take(TAG.sequence);
  const extensions = readExtensions(fields.takeIf(EXTENSIONS));
  fields.end();
  const publicKey = readPublicKey(spki);
  return { identifier, issuer, ...validity, subject, spki: spki.encoded, publicKey, extensions };
}

function readCertificate(der: Bytes, position: number): Certificate {
  const fields = new Fields(readOnly(der, TAG.sequence).content);
  const tbs = fields.take(TAG.sequence);
  const signatureIdentifier = fields.take(TAG.sequence).encoded;
  const signature = readOctetAlignedBits(fields.take(TAG.bitString));
  fields.end();
  const { identifier, ...signed } = readTbs(tbs);
  const algorithm = encodeHex(signatureIdentifier);
  // RFC 5280 4.1.1.2: what is signed names the algorithm that signs it.
  if (encodeHex(identifier) !== algorithm) throw malformed('signature_algorithms_differ');
  const signatureAlgorithm = SIGNATURE_ALGORITHMS.get(algorithm);
  return { position, der, tbs: tbs.encoded, ...signed, signatureAlgorithm, signatureIdentifier, signature };
}

/**
 * Reads one certificate strictly: canonical base64, canonical DER, nothing after it, X.509 v3.
 *
 * @param text standard base64 of the DER, as in an `x5c` header
 * @param position place in the path, 0 for the leaf; it stands in the evidence
 * @throws x509_malformed
 * @see RFC 5280 4.1
 */
export function decodeCertificate(text: string, position: number): Certificate {
  try {
    return readCertificate(decodeBase64(text), position);
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    throw new ActError(error.code, { ...error.evidence, certificate: position });
  }
}

export function isSelfIssued(certificate: Certificate): boolean {
  return sameName(certificate.issuer, certificate.subject);
}
