import type { PublicJwk } from '../digest/index.ts';
import type { Certificate } from './certificate.ts';
import type { SignatureAlgorithm } from './public-key.ts';

export interface PathRequest {
  /** Standard base64 of the DER certificates, leaf first, without the anchor, as in the JWS header. */
  readonly x5c: readonly string[];
  /** Standard base64 of the DER certificates of the trusted authorities. Trust comes from here alone. */
  readonly anchors: readonly string[];
  /** The moment that is asked about, in Unix seconds. */
  readonly at: number;
  /** The purpose the leaf must be issued for: one of `EKU`. */
  readonly eku: string;
  /** The one URI in the subjectAltName of the leaf, byte for byte. */
  readonly subjectUri: string;
  /** base64url SHA-256 thumbprints of revoked certificates. */
  readonly revoked: readonly string[];
}

export interface PathMember {
  /** RFC 4514 text, for people. */
  readonly subject: string;
  /** Unix seconds, included. */
  readonly notBefore: number;
  /** Unix seconds, included. */
  readonly notAfter: number;
  /** base64url SHA-256 of the DER. */
  readonly thumbprint: string;
}

export interface ValidatedPath {
  readonly leafJwk: PublicJwk;
  readonly leafAlg: SignatureAlgorithm;
  /** base64url SHA-256 of the DER of the leaf. */
  readonly thumbprint: string;
  /** Leaf first, anchor last. */
  readonly chain: readonly PathMember[];
}

export interface Link {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
}

/** Certificates in path order: leaf first, each issued by the next. With an anchor, that comes last. */
export interface Path {
  readonly leaf: Certificate;
  /** All but the leaf, nearest first. */
  readonly issuers: readonly Certificate[];
  readonly certificates: readonly Certificate[];
  readonly links: readonly Link[];
}

/** One rule over a path. It returns for a path that keeps the rule and throws an ActError otherwise. */
export type Check = (path: Path, request: PathRequest) => void | Promise<void>;

export function makePath(leaf: Certificate, issuers: readonly Certificate[]): Path {
  const certificates = [leaf, ...issuers];
  const links: Link[] = [];
  let certificate = leaf;
  for (const issuer of issuers) {
    links.push({ certificate, issuer });
    certificate = issuer;
  }
  return { leaf, issuers, certificates, links };
}
