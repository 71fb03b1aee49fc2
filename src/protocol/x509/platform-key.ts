/**
 * A key of WebCrypto, as `crypto.subtle` makes it: what the types of the DOM and of Node call CryptoKey. It has a name of
 * its own here, so that whoever uses this package needs neither.
 */
export interface PlatformKey {
  readonly algorithm: { readonly name: string };
  readonly extractable: boolean;
  readonly type: string;
  readonly usages: readonly string[];
}

export interface PlatformKeyPair {
  readonly publicKey: PlatformKey;
  readonly privateKey: PlatformKey;
}

/** A public key as a JWK; other members are not looked at. */
export interface GivenJwk {
  readonly kty?: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
}
