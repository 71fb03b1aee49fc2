export { decodeJws, type JwsExpectation } from './decode.ts';
export { OPENACT_EXTENSION } from './header.ts';
export { generateKeyPair, type JwkPair, localSigner, type PrivateJwk, publicJwkOf } from './keys.ts';
export { type Signer, type SigningRequest, signJws } from './sign.ts';
export type { Algorithm, DecodedJws, JwsHeader, KeyHeader } from './types.ts';
export { type Signed, verifyMessageSignature, verifySignature } from './verify.ts';
