import * as base64url from 'jose/base64url';
import { ActError } from './errors/index.ts';

/** A point of P-256 as a JWK writes it, well formed; whether it lies on the curve is not known. */
export interface EcPoint {
  readonly x: string;
  readonly y: string;
}

/**
 * What some platforms compute faster than WebCrypto and its streams, which all of them have. Each function gives
 * the answer that the portable one gives, for every input.
 */
export interface PlatformCrypto {
  /** base64url of the SHA-256 of the bytes, or of the UTF-8 of a well-formed text. */
  sha256Base64url(data: Uint8Array | string): string;
  /** The SHA-256 of the bytes. */
  sha256(data: Uint8Array): Uint8Array;
  /**
   * Whether `signature` (r ‖ s, both in range) is one of this key over SHA-256 of `data`, bytes or the UTF-8 of a text;
   * false for a point off the curve.
   */
  verifyEs256(key: EcPoint, signature: Uint8Array, data: Uint8Array | string): boolean;
  /** The bytes that a text is the one canonical base64url of, or undefined for any other text. */
  decodeBase64url(text: string): Uint8Array<ArrayBuffer> | undefined;
  /**
   * The ASCII text that a text is the one canonical base64url of. undefined says no more than that this was not to be
   * had fast.
   */
  decodeAscii(text: string): string | undefined;
  /** The SM3 of the bytes (GB/T 32905), which WebCrypto does not have; absent where the platform has none either. */
  sm3?(data: Uint8Array): Uint8Array;
  /** The content of one whole zlib stream, and undefined when it is none or holds more than `maxBytes`. */
  inflate(compressed: Uint8Array, maxBytes: number): Uint8Array | undefined;
}

let installed: PlatformCrypto | undefined;

/** What was installed; undefined means the portable functions. */
export function platformCrypto(): PlatformCrypto | undefined {
  return installed;
}

/**
 * Puts a platform's own functions below this package's digests and signatures. To be called by whoever starts a
 * process, before anything is verified. They have to know a good signature from a bad one first.
 *
 * @throws ActError internal when they give a wrong answer; then nothing is installed
 */
export function installPlatformCrypto(crypto: PlatformCrypto): void {
  if (!givesRightAnswers(crypto)) throw new ActError('internal', { rule: 'platform_crypto' });
  installed = crypto;
}

const MESSAGE = new TextEncoder().encode('abc');
/** FIPS 180-4: the digest of "abc". */
const DIGEST = 'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0';
/** GB/T 32905: the digest of "abc". */
const SM3_DIGEST = 'Zsfw9GLu7dnR8tRr3BDk4kFnxIdc8veiKX2gK49LqOA';
const KEY: EcPoint = {
  x: 'tScKhoHETFTvoiHpmQLBzqjlZJjEe3gt1EUPTEd7VZA',
  y: 'IFyz6Bpc7BXBZYHKy_RqXiMvsJz4ohbjjFe6zoMbdrA',
};
const SIGNATURE = '9lwQHlJSQM5b6tR-kST--n5ChhGyXpjpJHGfpXrhZdIpfBkd5OoX_Z0rjdtrda9xU8hHy3pATZFpRq3wbd1VSA';

function givesRightAnswers(crypto: PlatformCrypto): boolean {
  const signature = base64url.decode(SIGNATURE);
  const altered = signature.map((byte, index) => (index === 40 ? byte ^ 1 : byte));
  return (
    crypto.sha256Base64url(MESSAGE) === DIGEST &&
    crypto.sha256Base64url('abc') === DIGEST &&
    base64url.encode(crypto.sha256(MESSAGE)) === DIGEST &&
    readsBase64url(crypto) &&
    (crypto.sm3 === undefined || base64url.encode(crypto.sm3(MESSAGE)) === SM3_DIGEST) &&
    crypto.verifyEs256(KEY, signature, 'abc') &&
    crypto.verifyEs256(KEY, signature, MESSAGE) &&
    !crypto.verifyEs256(KEY, altered, MESSAGE) &&
    !crypto.verifyEs256(KEY, signature, MESSAGE.slice(1))
  );
}

/** "ab" in its canonical form, with a bit left over, with padding, in the other alphabet; bytes that are no ASCII. */
function readsBase64url({ decodeBase64url, decodeAscii }: PlatformCrypto): boolean {
  const bytes = decodeBase64url('YWI');
  return (
    bytes?.length === 2 &&
    bytes[0] === 0x61 &&
    bytes[1] === 0x62 &&
    [undefined, 'ab'].includes(decodeAscii('YWI')) &&
    ['YWJ', 'YWI=', 'YW I', 'YW+_'].every(
      (text) => decodeBase64url(text) === undefined && decodeAscii(text) === undefined,
    ) &&
    decodeAscii('_w') === undefined
  );
}
