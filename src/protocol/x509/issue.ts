import type { CaRequest, LeafRequest, RootRequest } from './issue-request.ts';

/** Servers and verifiers issue nothing: what it takes, two hundred modules, is loaded by whoever does. */
const generator = () => import('./generate.ts');

/**
 * Issues a self-signed root, to be configured as an anchor.
 *
 * @param request `name` becomes the common name; valid from `now` (Unix seconds) for `days`
 * @returns standard base64 of the DER
 * @throws x509_malformed, x509_weak for keys other than ECDSA P-256 and Ed25519
 */
export async function createRoot(request: RootRequest): Promise<string> {
  return (await generator()).createRoot(request);
}

/**
 * Issues an intermediate authority.
 *
 * @param request `pathLength` is the number of further authorities below it, 0 if left out
 * @returns standard base64 of the DER
 * @throws x509_malformed, x509_weak, x509_signature_invalid if the private key is not that of the issuer's certificate,
 *   x509_chain_broken if the issuer's name does not survive re-encoding
 */
export async function issueCa(request: CaRequest): Promise<string> {
  return (await generator()).issueCa(request);
}

/**
 * Issues the certificate of a message signer.
 *
 * @param request `subjectUri` becomes the one URI of the subjectAltName, `eku` the purposes (values of `EKU`)
 * @returns standard base64 of the DER, to stand first in `x5c`
 * @throws as issueCa; x509_eku_mismatch without a purpose or for one that is not ours, x509_name_mismatch for a URI
 *   that does not survive encoding
 */
export async function issueLeaf(request: LeafRequest): Promise<string> {
  return (await generator()).issueLeaf(request);
}
