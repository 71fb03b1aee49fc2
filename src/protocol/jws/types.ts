import type { JsonObject } from '../json/index.ts';

/** The two algorithms of the profile; nothing else is ever verified. */
export type Algorithm = 'ES256' | 'Ed25519';

/**
 * Which key signed, said exactly once: the RFC 7638 thumbprint of a key known otherwise, the certificate chain
 * (base64 DER, leaf first), or the thumbprint of a certificate that the trust list holds.
 */
export type KeyHeader =
  | { readonly kid: string }
  | { readonly x5c: readonly string[] }
  | { readonly 'x5t#S256': string };

/** A protected header after `decodeJws`: these members and no others. */
export interface JwsHeader {
  readonly alg: Algorithm;
  readonly typ: string;
  readonly kid?: string;
  readonly x5c?: readonly string[];
  readonly 'x5t#S256'?: string;
  readonly crit?: readonly string[];
  readonly openact?: 1;
}

/** A compact JWS taken apart. Its signature has the right form; whether it verifies is not known yet. */
export interface DecodedJws {
  /** As received: the bytes that digests are taken over. */
  readonly compact: string;
  readonly header: JwsHeader;
  readonly payload: JsonObject;
  /** ASCII: header and payload as received. */
  readonly signingInput: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}
