import { createHmac } from 'node:crypto';
import type { SignedPart } from '../forge/builder.ts';
import { base64url, concat, toBytes, utf8 } from '../forge/bytes.ts';
import { type Case, type Change, flags, forged, refuse } from '../forge/cases.ts';
import type { JsonObject } from '../forge/json.ts';
import { derSignature, type Forgery, withParts } from '../forge/jws.ts';
import { ORDER } from '../forge/p256.ts';

/** Which clause of the message stands for its signature. */
export interface SignatureClause {
  readonly requirement: string;
  readonly code: string;
}

const put = (members: JsonObject): Forgery => ({ header: (header) => ({ ...header, ...members }) });
const drop = (...names: readonly string[]): Forgery => ({
  header: (header) => Object.fromEntries(Object.entries(header).filter(([name]) => !names.includes(name))),
});

/** A token without its key names, whatever they are. */
const keyName = (members: JsonObject): Forgery => ({
  header: ({ alg = '', typ = '', ...rest }) => {
    const { x5c: _x5c, kid: _kid, ...others } = rest;
    return { alg, typ, ...members, ...others };
  },
});

const ED25519_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/** An ed25519 S that is not below the order: the value plus the order. */
function overOrder(signature: Uint8Array): Uint8Array {
  const s = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`);
  return concat(signature.subarray(0, 32), toBytes(s + ED25519_ORDER, 32).reverse());
}

function algorithms(part: SignedPart): Case[] {
  const no = (comment: string, forgery: Forgery, ...flag: readonly string[]) =>
    refuse('OA-JWS-02', 'jws_alg_not_allowed', comment, forged(part, forgery), flags(...flag));
  return [
    no(
      'alg none with an empty signature',
      { ...put({ alg: 'none' }), signature: () => new Uint8Array() },
      'J1',
    ),
    no('alg none with the honest signature', put({ alg: 'none' }), 'J1'),
    no('alg None in another case', put({ alg: 'nOnE' }), 'J1'),
    no(
      'HS256 keyed with the public key',
      {
        ...put({ alg: 'HS256' }),
        token: withParts(([header, payload]) => {
          const mac = createHmac('sha256', 'public key').update(`${header}.${payload}`).digest();
          return [header, payload, base64url(mac)];
        }),
      },
      'J2',
    ),
    no('a header without alg', drop('alg'), 'J2'),
    ...['ES384', 'RS256', 'PS256', 'EdDSA', 'ES256K'].map((alg) => no(`alg ${alg}`, put({ alg }), 'J16')),
  ];
}

function headers(part: SignedPart): Case[] {
  const forbidden = (comment: string, forgery: Forgery, ...flag: readonly string[]) =>
    refuse('OA-JWS-05', 'jws_header_forbidden', comment, forged(part, forgery), flags(...flag));
  const critical = (comment: string, members: JsonObject) =>
    refuse('OA-JWS-04', 'jws_crit_unknown', comment, forged(part, put(members)), flags('J5'));
  const unnamed = (comment: string, forgery: Forgery, ...flag: readonly string[]) =>
    refuse('OA-JWS-08', 'jws_key_missing', comment, forged(part, forgery), flags(...flag));
  return [
    forbidden('a key in the header', put({ jwk: { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) } }), 'J3'),
    forbidden('an address of keys in the header', put({ jku: 'https://attacker.example/keys' }), 'J3'),
    forbidden(
      'an address of certificates in the header',
      put({ x5u: 'https://attacker.example/chain' }),
      'J3',
    ),
    forbidden('a payload that is not encoded', put({ crit: ['b64'], b64: false }), 'J5'),
    forbidden('a compressed payload', put({ zip: 'DEF' }), 'J5'),
    forbidden('a member that no specification has', put({ note: 'x' })),
    critical('a critical extension that is not known', { crit: ['other'], other: 1 }),
    critical('an empty list of critical extensions', { crit: [] }),
    critical('an extension of another version', { crit: ['openact'], openact: 2 }),
    refuse(
      'OA-JWS-04',
      'jws_crit_unknown',
      'an extension that is not named as critical',
      forged(part, { header: ({ crit: _crit, ...header }) => ({ ...header, openact: 1 }) }),
      flags('J5'),
    ),
    unnamed('a header that names no key', keyName({}), 'J4'),
    unnamed('a key name that is a path', keyName({ kid: '../../../etc/passwd' }), 'J4'),
    unnamed('a key name that is a query', keyName({ kid: "x' OR 1=1 --" }), 'J4'),
    unnamed('a key named twice, in two ways', put({ kid: 'A'.repeat(43), x5c: ['AAAA'] }), 'J4'),
    refuse(
      'OA-JSON-01',
      'json_duplicate_member',
      'a header that names its key twice',
      forged(part, {
        headerText: (text) => `${text.slice(0, -1)},"kid":"${'A'.repeat(43)}","kid":"${'B'.repeat(42)}A"}`,
      }),
      flags('J4', 'N1'),
    ),
    refuse(
      'OA-JWS-03',
      'jws_typ_mismatch',
      'typ of another message',
      forged(part, put({ typ: 'act-other+jwt' })),
      flags('J10'),
    ),
    refuse(
      'OA-JWS-03',
      'jws_typ_mismatch',
      'typ as a whole media type',
      forged(part, { header: (header) => ({ ...header, typ: `application/${header.typ}` }) }),
      flags('J10'),
    ),
    refuse(
      'OA-JWS-03',
      'jws_typ_mismatch',
      'typ in capital letters',
      forged(part, { header: (header) => ({ ...header, typ: String(header.typ).toUpperCase() }) }),
      flags('J10'),
    ),
    refuse('OA-JWS-03', 'jws_typ_mismatch', 'typ JWT', forged(part, put({ typ: 'JWT' })), flags('J10')),
    refuse('OA-JWS-03', 'jws_typ_mismatch', 'no typ', forged(part, drop('typ')), flags('J10')),
  ];
}

function texts(part: SignedPart): Case[] {
  const payload = (
    requirement: string,
    code: string,
    comment: string,
    text: Forgery['payloadText'],
    ...flag: readonly string[]
  ) =>
    refuse(
      requirement,
      code,
      comment,
      forged(part, text === undefined ? {} : { payloadText: text }),
      flags(...flag),
    );
  const within = (member: string) => (text: string) => `{${member},${text.slice(1)}`;
  const nested = (depth: number) => `"deep":${'['.repeat(depth)}${']'.repeat(depth)}`;
  return [
    payload(
      'OA-JSON-01',
      'json_duplicate_member',
      'a claim that stands twice',
      within('"iss":"did:act:evil.example/x"'),
      'J6',
      'N1',
    ),
    payload(
      'OA-JSON-01',
      'json_duplicate_member',
      'a claim that stands twice, once escaped',
      within('"\\u0069ss":"did:act:evil.example/x"'),
      'J6',
      'N1',
    ),
    payload('OA-JSON-02', 'json_encoding', 'a byte order mark', (text) => `\ufeff${text}`, 'J6'),
    payload('OA-JSON-02', 'json_encoding', 'a lone surrogate', within('"note":"\\ud800"'), 'J6', 'N5'),
    payload(
      'OA-JSON-02',
      'json_encoding',
      'bytes that are not UTF-8',
      (text) => concat(utf8(`{"note":"`), Uint8Array.of(0xc3, 0x28), utf8(`",${text.slice(1)}`)),
      'J6',
    ),
    payload('OA-JSON-03', 'json_number_form', 'a number that is infinite', within('"big":1e999'), 'J6'),
    payload(
      'OA-JSON-07',
      'json_forbidden_member',
      'a member named __proto__',
      within('"__proto__":{"iat":1}'),
      'N2',
    ),
    payload('OA-JSON-04', 'json_too_deep', 'a payload nested too deeply', within(nested(16)), 'J13', 'N4'),
    payload('OA-JSON-06', 'json_syntax', 'a payload that is cut off', (text) => text.slice(0, -1)),
    payload('OA-JWS-01', 'jws_malformed', 'a payload that is a list', (text) => `[${text}]`),
    payload(
      'OA-JWS-06',
      'jws_too_large',
      'a token over 16 KiB',
      (text) => `${text}${' '.repeat(16_384)}`,
      'J13',
    ),
  ];
}

function encodings(part: SignedPart): Case[] {
  const no = (
    comment: string,
    change: (parts: [string, string, string]) => readonly string[],
    ...flag: readonly string[]
  ) =>
    refuse('OA-JWS-01', 'jws_malformed', comment, forged(part, { token: withParts(change) }), flags(...flag));
  return [
    no('padding after the signature', ([h, p, s]) => [h, p, `${s}==`], 'J7'),
    no('white space in the payload', ([h, p, s]) => [h, ` ${p}`, s], 'J7'),
    no('a line break after the token', ([h, p, s]) => [h, p, `${s}\n`], 'J7'),
    // 64 bytes leave four bits over in 86 characters.
    no(
      'left-over bits that are not zero',
      ([h, p, s]) => [
        h,
        p,
        `${s.slice(0, -1)}${s.endsWith('A') ? 'B' : s.endsWith('Q') ? 'R' : s.endsWith('g') ? 'h' : 'x'}`,
      ],
      'J7',
    ),
    no('two parts', ([h, p]) => [h, p]),
    no('four parts', ([h, p, s]) => [h, p, s, s]),
    refuse(
      'OA-JWS-09',
      'jws_encrypted',
      'an encrypted token',
      forged(part, { token: withParts(([h, p, s]) => [h, p, s, s, s]) }),
      flags('J14'),
    ),
  ];
}

function signatureForms(part: SignedPart): Case[] {
  const no = (comment: string, signature: (bytes: Uint8Array) => Uint8Array, ...flag: readonly string[]) =>
    refuse('OA-JWS-07', 'jws_signature_invalid', comment, forged(part, { signature }), flags(...flag));
  const order = toBytes(ORDER, 32);
  const ed = (comment: string, signature: (bytes: Uint8Array) => Uint8Array): Case => ({
    ...no(comment, signature, 'J8', 'Ed25519'),
    alg: 'Ed25519',
  });
  return [
    no('an empty signature', () => new Uint8Array(), 'J1'),
    no('a signature of zeros', () => new Uint8Array(64), 'J8'),
    no('an r that is zero', (bytes) => concat(new Uint8Array(32), bytes.subarray(32)), 'J8'),
    no('an s that is zero', (bytes) => concat(bytes.subarray(0, 32), new Uint8Array(32)), 'J8'),
    no('an r that is the order', (bytes) => concat(order, bytes.subarray(32)), 'J8'),
    no('an s that is the order', (bytes) => concat(bytes.subarray(0, 32), order), 'J8'),
    no('a signature as DER', derSignature, 'J8'),
    no('a signature a byte short', (bytes) => bytes.subarray(0, 63), 'J8'),
    ed('an Ed25519 S over the order', overOrder),
    ed('an Ed25519 R of small order', (bytes) =>
      concat(Uint8Array.of(1), new Uint8Array(31), bytes.subarray(32)),
    ),
  ];
}

/** Signatures of good form that do not verify. */
export function signatureCases(part: SignedPart, clause: SignatureClause): Case[] {
  const no = (comment: string, change: Change) => refuse(clause.requirement, clause.code, comment, change);
  const flip = (bytes: Uint8Array) => bytes.map((byte, index) => (index === 40 ? byte ^ 1 : byte));
  return [
    no('a signature with one bit changed', forged(part, { signature: flip })),
    no(
      'a payload changed after it was signed',
      forged(part, {
        token: withParts(([header, payload, signature]) => {
          const text = Buffer.from(payload, 'base64url').toString();
          return [
            header,
            base64url(utf8(text.replace(/"iat":(\d+)/, (_all, iat) => `"iat":${Number(iat) - 1}`))),
            signature,
          ];
        }),
      }),
    ),
  ];
}

/** What a reader of any compact JWS refuses before it asks whose it is. */
export function jwsCases(part: SignedPart): Case[] {
  return [...algorithms(part), ...headers(part), ...texts(part), ...encodings(part), ...signatureForms(part)];
}

/** The few of them that every message type repeats, because each is read on a path of its own. */
export function jwsBasics(part: SignedPart): Case[] {
  const wanted = new Set([
    'alg none with an empty signature',
    'alg EdDSA',
    'a key in the header',
    'a critical extension that is not known',
    'a header that names no key',
    'typ of another message',
    'a claim that stands twice',
    'left-over bits that are not zero',
    'a signature of zeros',
  ]);
  return jwsCases(part).filter(({ comment }) => wanted.has(comment));
}
