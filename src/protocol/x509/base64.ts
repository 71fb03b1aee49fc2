import { type Bytes, malformed } from './der.ts';

/** DER bytes of one certificate. A P-256 certificate with all we ask for takes about 700. */
export const CERTIFICATE_MAX_BYTES = 4_096;

const BASE64_MAX_CHARS = 4 * Math.ceil(CERTIFICATE_MAX_BYTES / 3);

function binaryOf(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return binary;
}

function binaryIn(text: string): string | undefined {
  try {
    return atob(text);
  } catch {
    return undefined;
  }
}

/**
 * Decodes one certificate from standard base64. Only the one canonical text of the bytes is taken: with padding,
 * without whitespace, unused bits zero.
 *
 * @throws x509_malformed
 * @see RFC 7515 4.1.6, RFC 4648 3.5
 */
export function decodeBase64(text: string): Bytes {
  if (typeof text !== 'string' || text.length > BASE64_MAX_CHARS) throw malformed('certificate_size');
  const binary = binaryIn(text);
  if (binary === undefined || btoa(binary) !== text) throw malformed('base64');
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

export function encodeBase64(bytes: Uint8Array): string {
  return btoa(binaryOf(bytes));
}

export function encodeBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function encodeHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += HEX[byte];
  return hex;
}
