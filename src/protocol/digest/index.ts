export { decodeBase64url, encodeBase64url } from './base64url.ts';
export { digestOfJws, digestOfObject, saltedDigest, sha256Base64url } from './digest.ts';
export { isSmallOrder } from './ed25519.ts';
export {
  assertPublic,
  type EcPublicJwk,
  hasPrivatePart,
  jwkThumbprint,
  type OkpPublicJwk,
  type PublicJwk,
  pinnedJwkFrom,
  publicJwkFrom,
  statedJwkFrom,
} from './jwk.ts';
