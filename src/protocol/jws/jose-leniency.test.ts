import { compactVerify, importJWK, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64url, jwkThumbprint, type PublicJwk } from '../digest/index.ts';
import { ActError } from '../errors/index.ts';
import { decodeJws, generateKeyPair, localSigner, type Signer, verifySignature } from './index.ts';

/**
 * Tokens with an honest signature by the right key, which the JOSE library takes with `algorithms` pinned. They show
 * that `decodeJws` is not redundant; the day the library refuses one, its line fails and may be dropped.
 */
const typ = 'act-test+jwt';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const bom = (text: string) => Uint8Array.from([0xef, 0xbb, 0xbf, ...bytesOf(text)]);

let publicJwk: PublicJwk;
let signer: Signer;
let kid: string;
let joseKey: CryptoKey | Uint8Array;

beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  publicJwk = pair.publicJwk;
  kid = await jwkThumbprint(publicJwk);
  signer = localSigner(pair.privateJwk, { kid });
  joseKey = await importJWK({ ...publicJwk }, 'ES256');
});

async function sign(headerPart: string, payloadPart: string): Promise<string> {
  const input = `${headerPart}.${payloadPart}`;
  return `${input}.${encodeBase64url(await signer.sign(bytesOf(input)))}`;
}

const header = (more = '', type = typ) => `{"alg":"ES256","typ":"${type}","kid":"${kid}"${more}}`;
const part = (text: string | Uint8Array) => encodeBase64url(typeof text === 'string' ? bytesOf(text) : text);
const signPayload = (payload: string | Uint8Array) => sign(part(header()), part(payload));
const signHeader = (text: string) => sign(part(text), part('{"jti":"m-1"}'));
const spaced = (compact: string) => `${compact.slice(0, -4)}\n ${compact.slice(-4)}`;

function codeOf(compact: string): string {
  try {
    decodeJws(compact, { typ });
  } catch (error) {
    if (error instanceof ActError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('what the JOSE library takes and decodeJws refuses (catalogue J6, J7, J10, J13)', () => {
  it.each<[string, () => Promise<string>, string]>([
    ['duplicate claims', () => signPayload('{"jti":"m-1","jti":"m-2"}'), 'json_duplicate_member'],
    ['a duplicate header member', () => signHeader(header(`,"kid":"${kid}"`)), 'json_duplicate_member'],
    ['a byte order mark', () => signPayload(bom('{"jti":"m-1"}')), 'json_encoding'],
    ['a lone surrogate', () => signPayload('{"jti":"\\ud800"}'), 'json_encoding'],
    ['exp of 1e999', () => signPayload('{"exp":1e999}'), 'json_number_form'],
    ['2,000 levels', () => signPayload(`{"a":${'['.repeat(2_000)}${']'.repeat(2_000)}}`), 'json_too_deep'],
    ['a large token', () => signPayload(`{"a":"${'x'.repeat(1_000_000)}"}`), 'jws_too_large'],
    ['white space in the signature', async () => spaced(await signPayload('{"jti":"m-1"}')), 'jws_malformed'],
    ['left-over bits in the signature', async () => leftOver(await signPayload('{}')), 'jws_malformed'],
    ['any typ', () => signHeader(header('', 'act-receipt+jwt')), 'jws_typ_mismatch'],
    ['a foreign jwk in the header', () => signHeader(header(',"jwk":{"kty":"EC"}')), 'jws_header_forbidden'],
    ['jku in the header', () => signHeader(header(',"jku":"https://evil.example/"')), 'jws_header_forbidden'],
    [
      'kid that walks up a path',
      () => signHeader(`{"alg":"ES256","typ":"${typ}","kid":"../../x"}`),
      'jws_key_missing',
    ],
  ])('%s', async (_, token, code) => {
    const compact = await token();
    await expect(jwtVerify(compact, joseKey, { algorithms: ['ES256'] })).resolves.toBeDefined();
    expect(codeOf(compact)).toBe(code);
  });

  it('both take a message without a defect', async () => {
    const compact = await signPayload('{"jti":"m-1"}');
    await expect(compactVerify(compact, joseKey, { algorithms: ['ES256'] })).resolves.toBeDefined();
    expect(await verifySignature(decodeJws(compact, { typ }), publicJwk)).toBe(true);
  });
});

/** 64 bytes leave four unused bits in the last of 86 characters. */
function leftOver(compact: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return compact.slice(0, -1) + alphabet[alphabet.indexOf(compact.slice(-1)) + 1];
}
