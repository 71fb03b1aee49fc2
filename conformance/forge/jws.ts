import { base64url, concat, digestOfText, sha256, utf8 } from './bytes.ts';
import { canonical, type JsonObject } from './json.ts';
import type { Key } from './keys.ts';

/** Whoever signs: a key, and how the header names it. */
export interface Signer {
  readonly key: Key;
  readonly header: JsonObject;
}

/** What is wrong with one signed message. Everything left out is as it should be. */
export interface Forgery {
  /** Names somebody in the header; `key` signs all the same. */
  readonly posesAs?: Signer;
  readonly key?: Key;
  readonly header?: (header: JsonObject) => JsonObject;
  readonly headerText?: (text: string) => string | Uint8Array;
  readonly payload?: (payload: JsonObject) => JsonObject;
  readonly payloadText?: (text: string) => string | Uint8Array;
  readonly signature?: (signature: Uint8Array) => Uint8Array;
  /** After signing. */
  readonly token?: (compact: string) => string;
}

/** What a reader computes on the way, for whoever looks for the step at which two implementations part. */
export interface Intermediate {
  readonly header: string;
  readonly payload: string;
  readonly signing_input_sha256: string;
  readonly digest: string;
}

export interface Made {
  readonly compact: string;
  readonly intermediate: Intermediate;
}

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? utf8(text) : text;
}

/** A compact JWS: header members in the order alg, typ, key, crit; payload in RFC 8785 form. */
export function makeJws(typ: string, payload: JsonObject, signer: Signer, forgery: Forgery = {}): Made {
  const { key: signingKey = signer.key } = forgery;
  const named = forgery.posesAs ?? signer;
  const header = { alg: named.key.alg, typ, ...named.header };
  const headerText = JSON.stringify(forgery.header?.(header) ?? header);
  const payloadText = canonical(forgery.payload?.(structuredClone(payload)) ?? payload);
  const parts = [
    forgery.headerText?.(headerText) ?? headerText,
    forgery.payloadText?.(payloadText) ?? payloadText,
  ];
  const signingInput = parts.map((part) => base64url(bytesOf(part))).join('.');
  const signed = signingKey.sign(utf8(signingInput));
  const signature = forgery.signature?.(signed) ?? signed;
  const honest = `${signingInput}.${base64url(signature)}`;
  const compact = forgery.token?.(honest) ?? honest;
  return {
    compact,
    intermediate: {
      header: headerText,
      payload: payloadText,
      signing_input_sha256: base64url(sha256(utf8(signingInput))),
      digest: digestOfText(compact),
    },
  };
}

/** The parts of a token, to put together again otherwise. */
export function withParts(change: (parts: [string, string, string]) => readonly string[]) {
  return (compact: string): string => {
    const [header = '', payload = '', signature = ''] = compact.split('.');
    return change([header, payload, signature]).join('.');
  };
}

/** An ECDSA signature as DER, which JOSE does not use. */
export function derSignature(signature: Uint8Array): Uint8Array {
  const scalar = (bytes: Uint8Array) => {
    const digits = (bytes[0] ?? 0) >= 0x80 ? concat(Uint8Array.of(0), bytes) : bytes;
    return concat(Uint8Array.of(0x02, digits.length), digits);
  };
  const content = concat(scalar(signature.subarray(0, 32)), scalar(signature.subarray(32)));
  return concat(Uint8Array.of(0x30, content.length), content);
}
