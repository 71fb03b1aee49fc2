import type { GivenJwk, PlatformKey, PlatformKeyPair } from './platform-key.ts';

/** The authority that signs: its certificate (standard base64 of the DER) and the private key to it. */
export interface Issuer {
  readonly certificate: string;
  readonly privateKey: PlatformKey;
}

interface Common {
  /** 16 random bytes, drawn by the caller. */
  readonly serial: Uint8Array;
}

export interface Issued extends Common {
  readonly issuer: Issuer;
  readonly publicKey: GivenJwk;
  /** Unix seconds, included. */
  readonly notBefore: number;
  /** Unix seconds, included. */
  readonly notAfter: number;
}

export interface RootRequest extends Common {
  readonly name: string;
  readonly days: number;
  readonly now: number;
  readonly keys: PlatformKeyPair;
}

export interface CaRequest extends Issued {
  readonly name: string;
  readonly pathLength?: number;
}

export interface LeafRequest extends Issued {
  readonly subjectUri: string;
  readonly commonName: string;
  readonly eku: readonly string[];
}
